"""Every rule, in the order in which their fixes win: names before scripts."""

from zhengming.rules.base import Draft, Finding, Fix, Located, Message, Rule
from zhengming.rules.script import ZH001
from zhengming.rules.term import TERM001, TERM002, TERM003
from zhengming.rules.trial import TRIAL001

RULES: tuple[Rule, ...] = (TERM001, TERM002, TERM003, TRIAL001, ZH001)

__all__ = ["RULES", "Draft", "Finding", "Fix", "Located", "Message", "Rule"]

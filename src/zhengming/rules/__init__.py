"""Every rule, in the order in which their fixes win: names before scripts."""

from zhengming.rules.base import Draft, Finding, Fix, Located, Message, Rule
from zhengming.rules.gene_residue import GENE001
from zhengming.rules.script import ZH001
from zhengming.rules.term import TERM001, TERM002
from zhengming.rules.term_alias import TERM010
from zhengming.rules.term_ambiguous import TERM003
from zhengming.rules.term_brand import TERM006
from zhengming.rules.term_consistency import TERM007
from zhengming.rules.term_lookalike import TERM005
from zhengming.rules.term_place import TERM011
from zhengming.rules.term_spelling import TERM009
from zhengming.rules.term_unknown import TERM004
from zhengming.rules.term_words import TERM008
from zhengming.rules.trial import TRIAL001

RULES: tuple[Rule, ...] = (
    TERM001,
    TERM002,
    TERM003,
    TERM004,
    TERM005,
    TERM006,
    TERM007,
    TERM008,
    TERM009,
    TERM010,
    TERM011,
    TRIAL001,
    GENE001,
    ZH001,
)

__all__ = ["RULES", "Draft", "Finding", "Fix", "Located", "Message", "Rule"]

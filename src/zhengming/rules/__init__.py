"""Every rule, in the order in which their fixes win: names before scripts, unused ignores last."""

from zhengming.rules.abbreviation import ABBR001, ABBR002, ABBR004
from zhengming.rules.abbreviation_meaning import ABBR003, ABBR005, ABBR006, ABBR007
from zhengming.rules.base import Draft, Finding, Fix, Located, Message, Rule
from zhengming.rules.brackets import ZH005
from zhengming.rules.citation import CITE001, CITE002, CITE004, CITE007
from zhengming.rules.citation_keys import CITE008, CITE009, CITE010
from zhengming.rules.citation_list import CITE003, CITE005, CITE006
from zhengming.rules.extraction import ZH006, ZH007
from zhengming.rules.first import FIRST001, FIRST002
from zhengming.rules.gene import GENE002, GENE003
from zhengming.rules.gene_residue import GENE001
from zhengming.rules.ignores import IGN001, IGN002
from zhengming.rules.numbers import NUM001, NUM002, NUM003
from zhengming.rules.pair import PAIR001, PAIR002, PAIR003, PAIR004
from zhengming.rules.punctuation import ZH003, ZH004
from zhengming.rules.registry import REG001, REG002
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
from zhengming.rules.traditional import ZH002
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
    REG001,
    REG002,
    GENE001,
    GENE002,
    GENE003,
    CITE001,
    CITE002,
    CITE003,
    CITE004,
    CITE005,
    CITE006,
    CITE007,
    CITE008,
    CITE009,
    CITE010,
    ABBR001,
    ABBR002,
    ABBR003,
    ABBR004,
    ABBR005,
    ABBR006,
    ABBR007,
    FIRST001,
    FIRST002,
    PAIR001,
    PAIR002,
    PAIR003,
    PAIR004,
    ZH001,
    ZH002,
    ZH003,
    ZH004,
    ZH005,
    ZH006,
    ZH007,
    NUM001,
    NUM002,
    NUM003,
    IGN002,
    IGN001,
)

__all__ = ["RULES", "Draft", "Finding", "Fix", "Located", "Message", "Rule"]

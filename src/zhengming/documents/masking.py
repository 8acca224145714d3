"""Replace what must not change by U+FFFC, character for character, so that offsets stay true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zhengming.documents.citekeys import find_citations
from zhengming.documents.model import PROTECTED, Block, Piece
from zhengming.text.script import HAN
from zhengming.text.span import Span

# Addresses end before Chinese text and closing punctuation, but a path or query may be Chinese.
_ADDRESS = re.compile(
    rf"(?:https?|ftp)://[!-~]+(?:(?<=[/?&=#_-])[{HAN}!-~]+)?"
    r"|\bwww\.[!-~]+|\b10\.\d{4,9}/[!-~]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE | re.ASCII,
)

# Names of files, and words that underscores join: programs look for them as they are written.
_FILE = re.compile(
    r"(?<![\w./~-])[\w./~-]{1,200}\.(?:png|jpe?g|gif|svg|tiff?|eps|pdf|csv|tsv|xlsx?|docx?|pptx?|txt"
    r"|md|[qr]md|tex|bib|html?|json|ya?ml|toml|xml|ipynb|py|zip|rds|rdata|sas7bdat|sav|dta)(?!\w)",
    re.IGNORECASE | re.ASCII,
)
# Not a stretch of a gene or protein: c.2235_2249del, E746_A750del, p.Glu746_Ala750del.
_IDENTIFIER = re.compile(
    r"(?<![A-Za-z0-9_])(?!\d+_\d|[A-Z](?:[a-z]{2})?\d+_[A-Z](?:[a-z]{2})?\d)"
    r"[A-Za-z0-9]++(?:_++[A-Za-z0-9]++)++"
)
# A key in running text that begins in Chinese: nobody can tell where it ends, so none of it is prose.
_CHINESE_KEY = re.compile(rf"(?<![A-Za-z0-9_\\.@-])@[{HAN}](?:\w|[:.#$%&+?<>~/-](?=\w))*+")


def mask(text: str, spans: Iterable[Span]) -> str:
    """``text`` with each character inside ``spans`` (sorted, disjoint) replaced by U+FFFC."""
    pieces: list[str] = []
    done = 0
    for span in spans:
        pieces += (text[done : span.start], PROTECTED * (span.end - span.start))
        done = span.end
    return "".join(pieces) + text[done:]


def masked_block(text: str, pieces: tuple[Piece, ...], kind: str) -> Block:
    """A block whose addresses and citation keys are masked."""
    if "@" in text:
        text = mask(text, (citation.span for citation in find_citations(text)))
        text = mask(text, (Span(*match.span()) for match in _CHINESE_KEY.finditer(text)))
    if "//" in text or "@" in text or "www." in text or "10." in text:
        text = mask(text, _addresses(text))
    if "." in text:
        text = mask(text, (Span(*match.span()) for match in _FILE.finditer(text)))
    if "_" in text:
        text = mask(text, (Span(*match.span()) for match in _IDENTIFIER.finditer(text)))
    return Block(text, pieces, kind)


def _addresses(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _ADDRESS.finditer(text))

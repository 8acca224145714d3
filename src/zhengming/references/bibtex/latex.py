"""LaTeX in a field's value, made Unicode with CSL-JSON's markup. One pass, linear, no recursion."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from zhengming.references.bibtex.latex_symbols import ACCENTS, DRESSED, SYMBOLS

# One class first: the expression engine looks for a class quickly, and for branches slowly.
_NEEDED = re.compile(r"[-\\{}~$`'](?:(?<=[\\{}~$])|(?<=-)-|(?<=`)`|(?<=')')")
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]+)\*?[ \t\r\n]*|\\(?P<sign>\r\n|.)|(?P<special>[{}$~^_]|---?|``|'')"
    r"|(?P<text>[^\\{}$~^_`'-]+|.)",
    re.DOTALL,
)
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0"}
_SCRIPTS = {"^": ("<sup>", "</sup>"), "_": ("<sub>", "</sub>")}
_DOTLESS = {"ı": "i", "ȷ": "j"}
_NOCASE = ('<span class="nocase">', "</span>")
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Group:
    """An open brace: where its content starts in the output, and what to put around it."""

    start: int
    wrap: tuple[str, str] = ("", "")
    protects: bool = False


def decode_latex(value: str, *, rich: bool) -> str:
    """Decode a value that may hold LaTeX; one that holds none comes back as it is.

    With ``rich`` (titles), emphasis, super- and subscripts become CSL-JSON markup and a brace
    group becomes ``<span class="nocase">``, for that is what braces mean there. Unknown macros
    stay as typed, so that nothing disappears.
    """
    if not _NEEDED.search(value):
        return _squeezed(value)
    return _Decoder(value, rich).run()


class _Decoder:
    def __init__(self, value: str, rich: bool) -> None:
        self.value = value
        self.rich = rich
        self.out: list[str] = []
        self.open: list[_Group] = []
        self.protected = 0
        self.pending: tuple[str, str] | None = None
        self.accent = ""
        self.maths = False
        self.dollars = value.count("$") - value.count("\\$")

    def run(self) -> str:
        for token in _TOKEN.finditer(self.value):
            kind, text = str(token.lastgroup), token[str(token.lastgroup)]
            if kind == "special":
                self.special(text, token.end())
            elif kind == "text":
                self.emit(text)
            elif kind == "sign" and text in ACCENTS:
                self.accent = ACCENTS[text]
            else:
                self.macro(text, token)
        while self.open:
            self.close()
        text = _squeezed("".join(self.out))
        return unicodedata.normalize("NFC", text) if "\\" in self.value else text

    def macro(self, name: str, token: re.Match[str]) -> None:
        if name in DRESSED:
            self.pending = DRESSED[name] if self.rich else ("", "")
        elif name in ACCENTS and self.value[token.end() : token.end() + 1] not in ("", "}"):
            self.accent = ACCENTS[name]
        elif name in SYMBOLS:
            self.emit(SYMBOLS[name])
        else:
            self.emit(token[0])

    def special(self, text: str, end: int) -> None:
        if text == "{":
            wrap, self.pending = self.pending or ("", ""), None
            plain = wrap == ("", "") and not self.accent and not self.maths
            protects = self.rich and plain and not self.value.startswith("\\", end)
            self.open.append(_Group(len(self.out), wrap, protects))
            self.protected += protects
            self.out.append("")
        elif text == "}":
            self.close()
        elif text == "$":
            self.dollar()
        elif text in _SCRIPTS:
            if self.maths:
                self.pending = _SCRIPTS[text] if self.rich else ("", "")
            else:
                self.emit(text)
        else:
            self.emit(_LIGATURES[text])

    def dollar(self) -> None:
        if self.dollars % 2:
            self.emit("$")
        else:
            self.maths = not self.maths

    def emit(self, text: str) -> None:
        if self.accent and text[:1].strip():
            text = _accented(text, self.accent)
            self.accent = ""
        if self.pending and text:
            before, after = self.pending
            text = f"{before}{text[0]}{after}{text[1:]}"
            self.pending = None
        self.out.append(text)

    def close(self) -> None:
        if not self.open:
            return
        group = self.open.pop()
        self.protected -= group.protects
        self.accent = ""
        wrap = group.wrap
        if group.protects and not self.protected and self.has_case(group.start):
            wrap = _NOCASE
        self.out[group.start] = wrap[0]
        self.out.append(wrap[1])

    def has_case(self, start: int) -> bool:
        return any(part.lower() != part.upper() for part in self.out[start:])


def _accented(text: str, accent: str) -> str:
    return _DOTLESS.get(text[0], text[0]) + accent + text[1:]


def _squeezed(text: str) -> str:
    """White space made single spaces; a full-width space is a character of the title."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        text = _SPACE.sub(" ", text)
    return text.strip()

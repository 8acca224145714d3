"""HTML: the text between tags, read by a tokenizer that looks at each character once.

Where markup never closes (a comment, a tag, a code element), all that follows is protected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from zhengming.documents.assemble import assemble
from zhengming.documents.builder import Draft
from zhengming.documents.encoding import Encoding
from zhengming.documents.formulas import OPENINGS, cover_formulas
from zhengming.documents.model import Comment, Document
from zhengming.documents.names import names
from zhengming.text.span import Span

# Elements that only change the look of the letters inside a word.
LOOK = names("a abbr b bdi bdo big del dfn em font i ins mark q s small span strike strong u wbr")
# Elements whose content is for machines, or copied from one.
CODE = names(
    "canvas code embed iframe kbd math noembed noframes object plaintext pre samp script select",
    "style svg template textarea tt var xmp",
)
_CODE_BLOCKS = names("pre script style")
_RAW = names("iframe noembed noframes plaintext script style textarea xmp")
# Elements in a line that stand for something, or set it apart from the letters around it.
_APART = names("button cite data img input label output rp rt ruby sub sup time")
_KINDS = {"td": "cell", "th": "cell", "title": "title"}
_LEVELS = {f"h{level}": level for level in range(1, 7)}

_MARKUP = re.compile(r"[<&]")
_NAME = re.compile(r"(/?)([A-Za-z][^\s/>]*)")
_TAG_STOP = re.compile(r"""=\s*+["']|>""")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_VALUES = re.compile(
    r"""\b(class|id|role|translate)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
)
# Attributes that readers see or hear.
_READ = re.compile(r"""\s(?:alt|title)\s*+=\s*+(?:"([^"]++)"|'([^']++)')""", re.IGNORECASE)
# Pandoc, Quarto and ARIA mark reference lists so; Google and W3C what is not to be translated.
_REFERENCES = names("csl-bib-body doc-bibliography references bibliography")
# They also mark formulas, as does KaTeX.
_UNTOUCHED = frozenset(
    {("translate", "no"), ("class", "notranslate"), ("class", "math"), ("class", "katex")}
)


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """The prose blocks, the reference lists and the comments of an HTML or XHTML page."""
    comments: list[Comment] = []
    references: list[Span] = []
    drafts = list(drafts_of(text, comments, references=references))
    return assemble(
        path, "html", text, encoding, drafts,
        references=references, comments=comments, escape=_escape,
    )  # fmt: skip


def drafts_of(
    text: str, comments: list[Comment], shift: int = 0, references: list[Span] | None = None
) -> Iterator[Draft]:
    """Blocks with prose in them, in source order.

    Args:
        text: HTML.
        comments: added to on the way.
        shift: where ``text`` begins in the source.
        references: added to, with the elements that are marked as reference lists.
    """
    return _Scanner(text, comments, shift, [] if references is None else references).drafts()


def comment(written: str, origin: int) -> Comment:
    """The comment that is written ``<!-- … -->`` at ``origin``."""
    inside = written.removeprefix("<!--").removesuffix("-->")
    return Comment(Span(origin, origin + len(written)), inside.strip())


def put_attributes(draft: Draft, text: str, at: int, end: int, shift: int) -> None:
    """Put in what readers see of the attributes of a tag, apart from the text around it.

    Args:
        draft: the block in which the tag stands.
        text: in which the tag stands.
        at: where it starts.
        end: where it ends.
        shift: where ``text`` begins in the source.
    """
    for match in _READ.finditer(text, at, end):
        first, last = match.span(1 if match[1] else 2)
        draft.protect(shift + match.start())
        done = first
        for entity in _ENTITY.finditer(text, first, last):
            draft.add(text[done : entity.start()], shift + done)
            draft.protect(shift + entity.start())
            done = entity.end()
        draft.add(text[done:last], shift + done)
        draft.protect(shift + last)


def _escape(content: str) -> str:
    return escape(content)


class _Scanner:
    def __init__(
        self, text: str, comments: list[Comment], shift: int, references: list[Span]
    ) -> None:
        self._text = text
        self._comments = comments
        self._shift = shift
        self._references = references
        self._draft = Draft(start=shift)
        self._in_head = False
        self._numbered: list[bool] = []  # for each open list, whether it is numbered
        self._closed_to = ""  # the element whose content is no prose,
        self._depth = 0  # how many of its name are open in it,
        self._list_start = -1  # and where it starts, if it is a reference list

    def drafts(self) -> Iterator[Draft]:
        text, at = self._text, 0
        while at < len(text):
            match = _MARKUP.search(text, at)
            end = match.start() if match else len(text)
            if self._is_open:
                self._draft.add(text[at:end], self._shift + at)
            if match is None:
                break
            at = end
            if match.group() == "&":
                at = self._entity(at)
            elif name := _NAME.match(text, at + 1):
                stop = self._tag_end(name.end())
                yield from self._tag(name[2].lower(), bool(name[1]), at, stop)
                at = self._raw_end(name[2].lower(), stop) if not name[1] else stop
            else:
                at = self._other(at)
        if self._list_start >= 0:
            self._references.append(Span(self._list_start, self._shift + len(text)))
        yield from self._finished(self._shift + len(text))

    @property
    def _is_open(self) -> bool:
        return not self._closed_to and (not self._in_head or self._draft.kind == "title")

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self._text, at)
        written = match.group() if match else "&"
        if self._is_open:
            character = unescape(written)
            if len(character) == 1 and character != "\ufffd":
                self._draft.add(character, self._shift + at, len(written))
            else:
                self._draft.protect(self._shift + at)
        return at + len(written)

    def _tag_end(self, at: int) -> int:
        """Where a tag ends, ``>`` included; values in quotes may hold one of their own."""
        text = self._text
        while match := _TAG_STOP.search(text, at):
            if match.group() == ">":
                return match.end()
            at = text.find(match.group()[-1], match.end()) + 1
            if not at:
                break
        return len(text)

    def _raw_end(self, name: str, at: int) -> int:
        """Past the content of elements that know no markup."""
        if name not in _RAW or self._text[at - 2 : at] == "/>":
            return at
        closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII)
        match = closing.search(self._text, at)
        return match.start() if match else len(self._text)

    def _other(self, at: int) -> int:
        """Comments, declarations, instructions; a sign that is only less-than."""
        text, origin = self._text, self._shift + at
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4) + 3
            end = len(text) if end < 3 else end
            self._comments.append(comment(text[at:end], origin))
        elif text.startswith(("<!", "<?"), at):
            end = text.find(">", at) + 1 or len(text)
        else:
            end = at + 1
            if self._is_open:
                self._draft.add("<", origin)
            return end
        if self._is_open:
            self._draft.protect(origin)
        return end

    def _tag(self, name: str, closing: bool, at: int, end: int) -> Iterator[Draft]:
        alone = self._text[end - 2 : end] == "/>"
        if self._closed_to:
            self._inside_closed(name, closing, alone, end)
            return
        origin = self._shift + at
        if name in ("ol", "ul"):
            self._list(name, closing)
        if name in ("head", "body"):
            self._in_head = name == "head" and not closing
        if not closing and not alone and self._closes(name, at, end):
            self._closed_to, self._depth = name, 1
            if name in LOOK and not self._in_head:
                self._draft.protect(origin)
        if not closing and self._is_open:
            put_attributes(self._draft, self._text, at, end, self._shift)
        if name == "br":
            self._draft.add("\n", origin, end - at)
        elif name in _APART or (name in CODE and name not in _CODE_BLOCKS):
            self._draft.protect(origin)
        elif name not in LOOK:
            yield from self._finished(origin if not closing else self._shift + end)
            level = 0 if closing else _LEVELS.get(name, 0)
            kind = "paragraph" if closing else _KINDS.get(name, "heading" if level else "paragraph")
            item = name == "li" and not closing and self._numbered[-1:] == [True]
            self._draft = Draft(kind, level, origin, item=item)

    def _list(self, name: str, closing: bool) -> None:
        if not closing:
            self._numbered.append(name == "ol")
        elif self._numbered:
            self._numbered.pop()

    def _closes(self, name: str, at: int, end: int) -> bool:
        """Whether the content of the element is no prose."""
        if name in CODE:
            return True
        if end - at < len("<a id=refs>"):
            return False
        for key, *values in _VALUES.findall(self._text, at, end):
            words = "".join(values).split()
            if any((key, word) in _UNTOUCHED for word in words):
                return True
            if words == ["refs"] or not _REFERENCES.isdisjoint(words):
                self._list_start = self._shift + at
                return True
        return False

    def _inside_closed(self, name: str, closing: bool, alone: bool, end: int) -> None:
        if name != self._closed_to or (alone and not closing):
            return
        self._depth += -1 if closing else 1
        if not self._depth:
            self._closed_to = ""
            if self._list_start >= 0:
                self._references.append(Span(self._list_start, self._shift + end))
                self._list_start = -1

    def _finished(self, end: int) -> Iterator[Draft]:
        if self._draft.pieces:
            self._draft.end = end
            cover_formulas(self._draft, *OPENINGS)
            yield self._draft
        self._draft = Draft(start=end)

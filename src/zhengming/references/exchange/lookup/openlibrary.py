"""A book by its ISBN: Open Library's Books API. Chinese books are thin on the ground there."""

from __future__ import annotations

import json
from typing import Any

from zhengming.errors import UsageError
from zhengming.messages import Message
from zhengming.references.exchange import dates
from zhengming.references.exchange.base import compact
from zhengming.references.exchange.encoding import decode
from zhengming.references.exchange.lookup.http import Client, ServiceError, UnknownIdentifierError
from zhengming.references.exchange.names import parse_name
from zhengming.references.model import Reference
from zhengming.references.names import Name, chinese_name, western_name

OPEN_LIBRARY = "https://openlibrary.org"


def by_isbn(isbn: str, client: Client, *, api: str = OPEN_LIBRARY) -> Reference:
    """Return the book of an ISBN-10 or ISBN-13, hyphens allowed.

    Raises:
        UsageError: this is no ISBN, or its check digit is wrong.
        UnknownIdentifierError: Open Library has no such book.
        ServiceError: it cannot be reached or answers otherwise than documented.
    """
    plain = isbn.replace("-", "").replace(" ", "").upper()
    if not _valid(plain):
        raise UsageError(
            Message(f"“{isbn}” is no ISBN", f"“{isbn}”不是 ISBN"),
            hint=Message(
                "10 or 13 digits; the last one checks the others", "10 位或 13 位数字，末位为校验码"
            ),
        )
    key = f"ISBN:{plain}"
    body = client.get(f"{api}/api/books", bibkeys=key, format="json", jscmd="data")
    try:
        book = json.loads(decode(body)).get(key)
    except (ValueError, AttributeError) as error:
        raise ServiceError(
            Message(
                f"Open Library's answer for {isbn} is not as documented",
                f"Open Library 对 {isbn} 的答复与其文档不符",
            )
        ) from error
    if not book:
        raise UnknownIdentifierError(
            Message(
                f"Open Library has no book with ISBN {isbn}",
                f"Open Library 没有 ISBN 为 {isbn} 的书",
            ),
            hint=Message(
                "enter it by hand, or import a record from a library's catalogue",
                "请手工录入，或导入图书馆目录的记录",
            ),
        )
    item = {"id": f"isbn:{plain}", "type": "book", **_item(book), "ISBN": plain}
    return Reference(item["id"], item)


def _valid(isbn: str) -> bool:
    if len(isbn) == 13 and isbn.isdigit():
        return sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(isbn)) % 10 == 0
    if len(isbn) != 10 or not isbn[:9].isdigit() or not (isbn[9].isdigit() or isbn[9] == "X"):
        return False
    digits = [*map(int, isbn[:9]), 10 if isbn[9] == "X" else int(isbn[9])]
    return sum((10 - place) * digit for place, digit in enumerate(digits)) % 11 == 0


def _item(book: dict[str, Any]) -> dict[str, Any]:
    title, subtitle = book.get("title", ""), book.get("subtitle", "")
    return compact(
        {
            "title": f"{title}: {subtitle}" if subtitle else title,
            "author": [_name(one.get("name", "")) for one in book.get("authors", [])],
            "publisher": _first(book.get("publishers")),
            "publisher-place": _first(book.get("publish_places")),
            "issued": dates.parse_date(str(book.get("publish_date", ""))),
            "number-of-pages": str(book.get("number_of_pages") or ""),
        }
    )


def _first(names: list[dict[str, str]] | None) -> str:
    return names[0].get("name", "") if names else ""


def _name(text: str) -> Name:
    """Open Library writes given names first; three words and more may be an organization."""
    plain = " ".join(text.split())
    if chinese := chinese_name(plain):
        return chinese
    if "," not in plain and len(plain.split()) == 2:
        return western_name([plain])
    return parse_name(plain)

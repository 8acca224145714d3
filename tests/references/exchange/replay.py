"""A server of our own that replays answers in the documented shapes of the services."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from zhengming.references.exchange.lookup import Client


@dataclass
class Service:
    """A running server: what it answers by path, and what it was asked."""

    url: str
    answers: dict[str, list[tuple[int, dict[str, str], str]]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, list[str]], dict[str, str]]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def answer(self, path: str, body: object, status: int = 200, **headers: str) -> None:
        text = body if isinstance(body, str) else json.dumps(body)
        self.answers.setdefault(path, []).append((status, headers, text))

    def client(self, **options: object) -> Client:
        return Client(contact="editor@example.org", timeout=2, sleep=self.waits.append, **options)  # type: ignore[arg-type]

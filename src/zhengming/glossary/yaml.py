"""YAML with places: plain data in which every mapping knows its line. The only importer of PyYAML.

Safe by construction: anchors, aliases, tags and duplicate keys are refused, so that no bomb goes
off and nothing is overwritten silently.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from zhengming.errors import ZhengmingError
from zhengming.glossary.tree import Mapping
from zhengming.messages import Message

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_OPENING = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_CLOSING = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_NAMED = _OPENING | {yaml.ScalarEvent, yaml.AliasEvent}  # what may bear an anchor


def read_yaml(text: str, path: str) -> Any:
    """Parse one YAML document; scalars stay strings, mappings are ``Mapping``.

    Raises:
        ZhengmingError: not YAML, or YAML with anchors, tags or duplicate keys.
    """
    try:
        # `yaml.parse` asks twice for each event.
        return _document(iter(_Loader(text).get_event, None), path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ZhengmingError(
            Message(
                f"not readable as YAML: {error.problem or error.context}",
                f"不是有效的 YAML：{error.problem or error.context}",
            ),
            path=path,
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
            hint=Message(
                "check indentation, colons and quotes near this line",
                "请检查此行附近的缩进、冒号和引号",
            ),
        ) from None
    except yaml.reader.ReaderError as error:
        raise ZhengmingError(
            Message(
                f"a character that YAML does not allow: U+{error.character:04X}",
                f"YAML 不允许的字符：U+{error.character:04X}",
            ),
            path=path,
            hint=Message("remove the control character", "请删去该控制字符"),
        ) from None


def _document(events: Iterator[Any], path: str) -> Any:
    """Build the data from parser events with an explicit stack, so that depth cannot hurt."""
    stack: list[tuple[Any, Any]] = []  # what is open around the innermost, and its key there
    inside: Any = None  # the innermost mapping or list that is open
    is_mapping = False
    key: Any = None
    result: Any = None
    documents = 0
    for event in events:
        kind = type(event)  # every name of a large glossary is two events: told apart at a glance
        if kind in _NAMED and (event.anchor or getattr(event, "tag", None)):
            raise _refusal(event, path)
        if kind is yaml.ScalarEvent:
            value: Any = event.value
            if is_mapping and key is None:
                key = _key(inside, event, path)
                continue
        elif kind in _OPENING:
            if is_mapping and key is None:
                raise _error(
                    Message("a key must be a plain word", "键须为普通单词"),
                    Message("write `word: value`", "写作 `word: value`"),
                    event,
                    path,
                )
            stack.append((inside, key))
            is_mapping = kind is yaml.MappingStartEvent
            inside, key = Mapping(event.start_mark.line + 1) if is_mapping else [], None
            continue
        elif kind in _CLOSING:
            value = inside
            inside, key = stack.pop()
            is_mapping = isinstance(inside, Mapping)
        else:
            documents += kind is yaml.DocumentStartEvent
            if documents > 1:
                raise _error(
                    Message("a second document begins here", "此处开始第二个文档"),
                    Message(
                        "one list a file; take out the `---`", "一个文件一份列表；请删去 `---`"
                    ),
                    event,
                    path,
                )
            continue
        if is_mapping:
            inside[key] = value
            key = None
        elif inside is None:
            result = value
        else:
            inside.append(value)
    return result


def _key(mapping: Mapping, event: Any, path: str) -> str:
    lines = mapping.lines
    if event.value in lines:
        first = lines[event.value]
        raise _error(
            Message(
                f'the key "{event.value}" stands twice in one entry',
                f"同一词条中键“{event.value}”出现两次",
            ),
            Message(f"it is also on line {first}; keep one", f"第 {first} 行也有；请保留一个"),
            event,
            path,
        )
    lines[event.value] = event.start_mark.line + 1
    return str(event.value)


def _refusal(event: Any, path: str) -> ZhengmingError:
    return _error(
        Message(
            "anchors, aliases and tags (&, *, !) are not used in glossaries",
            "词库不使用锚点、别名和标签（&、*、!）",
        ),
        Message(
            "write the value out, or quote it if it is text",
            "请写出完整的值；若为文本，请加引号",
        ),
        event,
        path,
    )


def _error(message: Message, hint: Message, event: Any, path: str) -> ZhengmingError:
    return ZhengmingError(message, path=path, line=event.start_mark.line + 1, hint=hint)

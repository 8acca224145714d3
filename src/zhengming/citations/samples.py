"""References that are made up, to show what a style prints."""

from __future__ import annotations

from typing import Any

from zhengming.references.model import Reference

_ITEMS: tuple[dict[str, Any], ...] = (
    {
        "id": "article",
        "type": "article-journal",
        "language": "en",
        "author": [
            {"family": "Example", "given": "Anna B."},
            {"family": "Muster", "given": "Carl"},
            {"family": "Specimen", "given": "Dora"},
            {"family": "Model", "given": "Eve"},
        ],
        "title": "An example of an article",
        "container-title": "Journal of Examples",
        "container-title-short": "J Ex",
        "issued": {"date-parts": [[2024, 3]]},
        "volume": "12",
        "issue": "3",
        "page": "345-352",
    },
    {
        "id": "article-zh",
        "type": "article-journal",
        "language": "zh-CN",
        "author": [
            {"family": "张", "given": "示例"},
            {"family": "李", "given": "样"},
            {"family": "王", "given": "范文"},
            {"family": "赵", "given": "例"},
        ],
        "title": "期刊文章示例",
        "container-title": "示例医学杂志",
        "issued": {"date-parts": [[2023]]},
        "volume": "45",
        "issue": "6",
        "page": "501-506",
    },
    {
        "id": "book",
        "type": "book",
        "language": "en",
        "author": [{"family": "Sample", "given": "Fay"}],
        "title": "A book of examples",
        "edition": "3",
        "publisher": "Example Press",
        "publisher-place": "London",
        "issued": {"date-parts": [[2021]]},
    },
    {
        "id": "web-zh",
        "type": "webpage",
        "language": "zh-CN",
        "author": [{"literal": "示例卫生中心"}],
        "title": "网页示例",
        "URL": "https://example.org/shili",
        "issued": {"date-parts": [[2025, 1, 2]]},
        "accessed": {"date-parts": [[2025, 6, 1]]},
    },
)
SAMPLES = tuple(Reference(item["id"], item) for item in _ITEMS)

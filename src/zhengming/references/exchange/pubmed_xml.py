"""PubMed XML, as E-utilities (``efetch … retmode=xml``) and PubMed's downloads give it.

Read is what cites the article; of the indexing, MeSH headings and grants are not carried over.
"""

from __future__ import annotations

from pathlib import Path

from zhengming.messages import Message
from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import Import, Item, Problem, collected, compact
from zhengming.references.exchange.names import with_particle
from zhengming.references.exchange.pubmed_types import NOT_A_TYPE, csl_type, titles
from zhengming.references.exchange.xmltree import Node, parse
from zhengming.references.names import Name

_MARKUP = {"i": "i", "b": "b", "sup": "sup", "sub": "sub"}


def read(text: str, path: Path | None = None) -> Import:
    """Read ``PubmedArticleSet``, or a single article.

    Raises:
        ExchangeError: not well-formed, or XML with a DTD of its own or entities.
    """
    root = parse(text, path)
    records = root.children() if root.tag.endswith("Set") else [root]
    items: list[tuple[Item, int]] = []
    problems: list[Problem] = []
    for record in records:
        if record.tag == "PubmedArticle" and record.all("MedlineCitation/Article"):
            items.append((_article(record), record.line))
        elif record.tag == "PubmedBookArticle" and record.all("BookDocument"):
            items.append((_book_part(record.children("BookDocument")[0]), record.line))
        else:
            problems.append(
                Problem(
                    record.line,
                    Message(f"<{record.tag}> is no citation", f"<{record.tag}> 不是文献记录"),
                    lost=True,
                )
            )
    return collected(items, problems, format="pubmed-xml", path=path)


def _article(record: Node) -> Item:
    citation = record.children("MedlineCitation")[0]
    article = citation.children("Article")[0]
    kinds = [node.text() for node in article.all("PublicationTypeList/PublicationType")]
    vernacular = "".join(_rich(node) for node in article.children("VernacularTitle"))
    own, original = titles(
        "".join(_rich(node) for node in article.children("ArticleTitle")), vernacular
    )
    pmid = citation.text("PMID")
    return compact(
        {
            "id": f"pmid{pmid}" if pmid else "",
            "type": csl_type(kinds),
            "title": own,
            "original-title": original,
            "author": _names(article.all("AuthorList/Author"), article),
            "container-title": article.text("Journal/Title"),
            "container-title-short": article.text("Journal/ISOAbbreviation")
            or citation.text("MedlineJournalInfo/MedlineTA"),
            "volume": article.text("Journal/JournalIssue/Volume"),
            "issue": article.text("Journal/JournalIssue/Issue"),
            "page": _pages(article),
            "issued": _issued(article),
            "DOI": _doi(article, record),
            "PMID": pmid,
            "PMCID": _identifier(record, "pmc"),
            "ISSN": citation.text("MedlineJournalInfo/ISSNLinking") or article.text("Journal/ISSN"),
            "abstract": _abstract(article),
            "genre": "; ".join(kind for kind in kinds if kind not in NOT_A_TYPE),
            "keyword": values.keywords(
                [node.text() for node in citation.all("KeywordList/Keyword")]
            ),
            "language": values.language(article.text("Language")),
        }
    )


def _book_part(document: Node) -> Item:
    book = document.all("Book")[0] if document.all("Book") else document
    pmid, title = document.text("PMID"), document.text("ArticleTitle")
    lists = [*document.children("AuthorList"), *book.children("AuthorList")]
    by_role = {
        role: [one for one in lists if one.attributes.get("Type", "authors") == role]
        for role in _ROLES
    }
    return compact(
        {
            "id": f"pmid{pmid}" if pmid else "",
            "type": "chapter" if title else "book",
            "title": title or book.text("BookTitle"),
            "container-title": book.text("BookTitle") if title else "",
            "author": [
                name for one in by_role["authors"] for name in _names(one.children("Author"), one)
            ],
            "editor": [
                name for one in by_role["editors"] for name in _names(one.children("Author"), one)
            ],
            "collection-title": book.text("CollectionTitle"),
            "edition": book.text("Edition"),
            "publisher": book.text("Publisher/PublisherName"),
            "publisher-place": book.text("Publisher/PublisherLocation"),
            "issued": _date(book.children("PubDate")),
            "ISBN": book.text("Isbn"),
            "PMID": pmid,
            "abstract": _abstract(document),
            "language": values.language(document.text("Language")),
        }
    )


_ROLES = ("authors", "editors")


def _names(authors: list[Node], within: Node) -> list[Name]:
    names: list[Name] = []
    for author in authors:
        if author.attributes.get("ValidYN") == "N":
            continue  # a spelling that PubMed itself withdrew
        parts = {
            "family": author.text("LastName"),
            "given": author.text("ForeName") or author.text("Initials"),
            "suffix": author.text("Suffix"),
            "literal": author.text("CollectiveName"),
        }
        names.append(with_particle({key: value for key, value in parts.items() if value}))
    cut = any(one.attributes.get("CompleteYN") == "N" for one in within.children("AuthorList"))
    return [name for name in names if name] + ([{"literal": "others"}] if cut else [])


def _pages(article: Node) -> str:
    start, end = article.text("Pagination/StartPage"), article.text("Pagination/EndPage")
    return values.pages(article.text("Pagination/MedlinePgn") or start, end if start else "")


def _issued(article: Node) -> dates.Date:
    return _date(article.all("Journal/JournalIssue/PubDate")) or _date(
        article.children("ArticleDate")
    )


def _date(nodes: list[Node]) -> dates.Date:
    if not nodes:
        return {}
    year, month = nodes[0].text("Year"), nodes[0].text("Month")
    if not year:
        return dates.parse_date(nodes[0].text("MedlineDate") or nodes[0].text())
    if season := nodes[0].text("Season"):
        return dates.parse_date(f"{year} {season}")
    return dates.date(year, month, nodes[0].text("Day"))


def _doi(article: Node, record: Node) -> str:
    stated = [
        node for node in article.children("ELocationID") if node.attributes.get("EIdType") == "doi"
    ]
    return values.doi(stated[0].text()) if stated else values.doi(_identifier(record, "doi"))


def _identifier(record: Node, kind: str) -> str:
    for node in record.all("PubmedData/ArticleIdList/ArticleId"):
        if node.attributes.get("IdType") == kind:
            return node.text()
    return ""


def _abstract(article: Node) -> str:
    paragraphs = []
    for node in article.all("Abstract/AbstractText"):
        label = node.attributes.get("Label", "")
        paragraphs.append(f"{label}: {node.text()}" if label else node.text())
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def _rich(node: Node) -> str:
    """Return a title with CSL's markup for italics, bold, super- and subscript, spaces as one."""
    return values.one_line(_marked(node))


def _marked(node: Node) -> str:
    pieces: list[str] = []
    for part in node.content:
        if isinstance(part, str):
            pieces.append(part)
        elif tag := _MARKUP.get(part.tag):
            pieces.append(f"<{tag}>{_marked(part)}</{tag}>")
        else:
            pieces.append(_marked(part))
    return "".join(pieces)

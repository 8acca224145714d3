"""An article by its PMID or PMCID: NCBI's E-utilities and its ID converter."""

from __future__ import annotations

import json
import re

from zhengming.errors import UsageError
from zhengming.messages import Message
from zhengming.references.exchange import pubmed_xml, values
from zhengming.references.exchange.encoding import decode
from zhengming.references.exchange.lookup.http import Client, ServiceError, UnknownIdentifierError
from zhengming.references.model import Reference

EUTILS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
CONVERTER = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
_TOOL = "zhengming"
_PMID = re.compile(r"(?:PMID:?\s*)?([1-9]\d{0,8})", re.IGNORECASE)


def by_pmid(pmid: str, client: Client, *, eutils: str = EUTILS) -> Reference:
    """Return the article of a PMID.

    Raises:
        UsageError: this is no PMID.
        UnknownIdentifierError: PubMed has no such article.
        ServiceError: PubMed cannot be reached or answers otherwise than documented.
    """
    found = _PMID.fullmatch(pmid.strip())
    if not found:
        raise UsageError(
            Message(f"“{pmid}” is no PMID", f"“{pmid}”不是 PMID"),
            hint=Message("a PMID is a number such as 17625570", "PMID 为数字，如 17625570"),
        )
    body = client.get(
        f"{eutils}/efetch.fcgi",
        db="pubmed",
        id=found[1],
        retmode="xml",
        tool=_TOOL,
        email=client.contact,
    )
    text = decode(body)
    if not text.lstrip().startswith("<"):
        raise ServiceError(
            Message(
                f"PubMed did not answer in XML for PMID {found[1]}",
                f"PubMed 对 PMID {found[1]} 的答复不是 XML",
            )
        )
    references = pubmed_xml.read(text).references
    if not references:
        raise UnknownIdentifierError(
            Message(
                f"PubMed has no article with PMID {found[1]}",
                f"PubMed 没有 PMID 为 {found[1]} 的文章",
            )
        )
    return references[0]


def by_pmcid(
    pmcid: str, client: Client, *, eutils: str = EUTILS, converter: str = CONVERTER
) -> Reference:
    """Return the article of a PMCID, by way of its PMID.

    Raises:
        UsageError: this is no PMCID.
        UnknownIdentifierError: it is not in PubMed Central, or has no PMID.
        ServiceError: as ``by_pmid``.
    """
    plain = values.pmcid(pmcid)
    if not plain:
        raise UsageError(
            Message(f"“{pmcid}” is no PMCID", f"“{pmcid}”不是 PMCID"),
            hint=Message("a PMCID looks like PMC3531190", "PMCID 形如 PMC3531190"),
        )
    body = client.get(
        converter, ids=plain, format="json", versions="no", tool=_TOOL, email=client.contact
    )
    try:
        records = json.loads(decode(body)).get("records", [])
        pmid = str(records[0].get("pmid") or "") if records else ""
    except (ValueError, AttributeError, IndexError) as error:
        raise ServiceError(
            Message(
                f"the ID converter's answer for {plain} is not as documented",
                f"ID 转换服务对 {plain} 的答复与其文档不符",
            )
        ) from error
    if not pmid:
        raise UnknownIdentifierError(Message(f"{plain} has no PMID", f"{plain} 没有 PMID"))
    reference = by_pmid(pmid, client, eutils=eutils)
    return Reference(reference.id, {**reference.item, "PMCID": plain})

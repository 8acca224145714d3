"""A work by its DOI: Crossref's REST API, else what the DOI resolver says in CSL JSON."""

from __future__ import annotations

from zhengming.errors import UsageError
from zhengming.messages import Message
from zhengming.references.exchange import crossref, csl_json, values
from zhengming.references.exchange.encoding import decode
from zhengming.references.exchange.lookup.http import (
    Client,
    NoDataError,
    ServiceError,
    UnknownIdentifierError,
    path,
)
from zhengming.references.model import Reference

CROSSREF = "https://api.crossref.org"
RESOLVER = "https://doi.org"
_CSL = "application/vnd.citationstyles.csl+json"


def by_doi(doi: str, client: Client, *, api: str = CROSSREF, resolver: str = RESOLVER) -> Reference:
    """Return the work of a DOI, which may be written as an address.

    DOIs of other agencies (DataCite; some Chinese ones) are asked of the resolver.

    Raises:
        UsageError: this is no DOI.
        UnknownIdentifierError: neither knows it, or its agency gives no data.
        ServiceError: a service cannot be reached or answers otherwise than documented.
    """
    bare = values.doi(doi)
    if not bare:
        raise UsageError(
            Message(f"“{doi}” is no DOI", f"“{doi}”不是 DOI"),
            hint=Message("a DOI looks like 10.1038/nature05945", "DOI 形如 10.1038/nature05945"),
        )
    try:
        body = client.get(f"{api}/works/{path(bare)}", mailto=client.contact)
    except UnknownIdentifierError:
        return _resolved(bare, client, resolver)
    found = crossref.read(decode(body)).references
    if not found:
        raise ServiceError(
            Message(
                f"Crossref's answer for {bare} holds no work",
                f"Crossref 对 {bare} 的答复中没有文献",
            )
        )
    return found[0]


def _resolved(doi: str, client: Client, resolver: str) -> Reference:
    body = client.get(f"{resolver}/{path(doi)}", accept=_CSL)
    if not body.lstrip().startswith(b"{"):
        raise NoDataError(
            Message(
                f"the registration agency of {doi} gives no data about it",
                f"{doi} 的注册机构不提供其数据",
            ),
            hint=Message(
                "export the record from the database (CNKI, Wanfang, …) and import the file",
                "请从数据库（知网、万方等）导出记录，再导入文件",
            ),
        )
    found = csl_json.read(decode(body)).references
    return Reference(f"doi:{doi}", {**found[0].item, "id": f"doi:{doi}", "DOI": doi})

"""Addresses behind identifiers."""

from __future__ import annotations

_RESOLVERS = {
    "DOI": "https://doi.org/",
    "PMID": "https://pubmed.ncbi.nlm.nih.gov/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "CSTR": "https://cstr.cn/",
    "URL": "",
}
LINKED = frozenset(_RESOLVERS)
"""The variables that are printed as links, where links are asked for."""


def address(variable: str, value: str) -> str:
    """Return the address of an identifier; empty when it would not be one for the web."""
    value = value.strip()
    found = value if value.startswith(("http://", "https://")) else _RESOLVERS[variable] + value
    return found if found.startswith(("http://", "https://")) and " " not in found else ""

"""Which CSL type and variable each BibTeX/biblatex type and field is."""

from __future__ import annotations

TYPES = {
    name: csl
    for csl, names in {
        "article-journal": "article suppperiodical",
        "article": "preprint",
        "article-newspaper": "newspaper",
        "article-magazine": "magazine",
        "book": "book mvbook collection mvcollection proceedings mvproceedings reference "
        "mvreference manual",
        "chapter": "inbook incollection bookinbook suppbook suppcollection",
        "entry-encyclopedia": "inreference",
        "paper-conference": "inproceedings conference",
        "thesis": "thesis phdthesis mastersthesis",
        "report": "report techreport",
        "webpage": "online electronic www",
        "pamphlet": "booklet",
        "patent": "patent",
        "standard": "standard",
        "dataset": "dataset",
        "software": "software",
        "manuscript": "unpublished",
        "periodical": "periodical",
        "legislation": "legislation legal",
        "legal_case": "jurisdiction",
        "map": "map",
        "graphic": "image artwork",
        "motion_picture": "video movie",
        "song": "audio music",
        "personal_communication": "letter",
        "performance": "performance",
        "review": "review",
        "collection": "archive",
        "document": "misc",
    }.items()
    for name in names.split()
}
GENRES = {
    "phdthesis": "phdthesis",
    "mastersthesis": "mathesis",
    "techreport": "techreport",
}
GENRE_NAMES = {
    "phdthesis": ("PhD thesis", "博士学位论文"),
    "mathesis": ("Master's thesis", "硕士学位论文"),
    "bathesis": ("Bachelor's thesis", "学士学位论文"),
    "techreport": ("Technical report", "技术报告"),
    "resreport": ("Research report", "研究报告"),
}
# What GB/T 7714 calls a book of a kind that CSL has no type for (printed by its styles alone).
MARKS = {"proceedings": "C", "mvproceedings": "C", "collection": "G", "mvcollection": "G"}
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: str(number) for number, word in enumerate(_ORDINAL_WORDS.split(), 1)}
SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}

# Titles keep markup and case protection; verbatim fields are never decoded.
TITLES = {
    "shorttitle": "title-short",
    "booktitle": "container-title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "shortjournal": "container-title-short",
    "eventtitle": "event-title",
    "series": "collection-title",
    "origtitle": "original-title",
    "reviewedtitle": "reviewed-title",
}
TEXTS = {
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "volumes": "number-of-volumes",
    "chapter": "chapter-number",
    "part": "part-number",
    "version": "version",
    "pagetotal": "number-of-pages",
    "numpages": "number-of-pages",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "venue": "event-place",
    "note": "note",
    "abstract": "abstract",
    "annote": "annote",
    "annotation": "annote",
    "keywords": "keyword",
    "keyword": "keyword",
    "pubstate": "status",
    "howpublished": "medium",
    "library": "source",
    "scale": "scale",
    "dimensions": "dimensions",
    "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place",
    "eventplace": "event-place",
}
VERBATIM = {
    "url": "URL",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "pmc": "PMCID",
    "cstr": "CSTR",
}
PEOPLE = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "director": "director",
    "recipient": "recipient",
    "holder": "holder",
    "origauthor": "original-author",
}
EDITOR_ROLES = {
    "compiler": "compiler",
    "organizer": "organizer",
    "director": "director",
    "producer": "producer",
}
DATES = {
    "urldate": "accessed",
    "lastchecked": "accessed",
    "accessed": "accessed",
    "origdate": "original-date",
    "eventdate": "event-date",
}
# Read elsewhere, or about the file and not about the work.
_HANDLED_WORDS = (
    "title subtitle titleaddon maintitle mainsubtitle booksubtitle booktitleaddon journalsubtitle "
    "maintitleaddon issuetitle number pages eid year month day date doi eprint eprinttype "
    "eprintclass primaryclass archiveprefix language langid type entrysubtype editortype crossref "
    "xdata xref ids options file timestamp owner groups pmcid mark medium howpublished"
)
HANDLED = frozenset(_HANDLED_WORDS.split())

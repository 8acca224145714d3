"""EndNote's reference types, which .enw, EndNote XML, NoteExpress and RefWorks share by name."""

from __future__ import annotations

WRITTEN = {
    "article-journal": ("Journal Article", 17), "article-magazine": ("Magazine Article", 19),
    "article-newspaper": ("Newspaper Article", 23), "article": ("Electronic Article", 43),
    "book": ("Book", 6), "chapter": ("Book Section", 5), "collection": ("Edited Book", 28),
    "paper-conference": ("Conference Paper", 47), "thesis": ("Thesis", 32),
    "report": ("Report", 27), "standard": ("Standard", 58), "patent": ("Patent", 25),
    "webpage": ("Web Page", 12), "dataset": ("Dataset", 59), "software": ("Computer Program", 9),
    "map": ("Map", 20), "manuscript": ("Manuscript", 36), "legislation": ("Statute", 31),
    "legal_case": ("Case", 7), "personal_communication": ("Personal Communication", 26),
    "post-weblog": ("Blog", 56), "bill": ("Bill", 4), "hearing": ("Hearing", 14),
    "periodical": ("Serial", 57), "graphic": ("Artwork", 2),
    "motion_picture": ("Film or Broadcast", 21), "entry-dictionary": ("Dictionary", 52),
    "entry-encyclopedia": ("Encyclopedia", 53), "document": ("Generic", 13),
}  # fmt: skip
_READ = {name.lower(): csl for csl, (name, _) in WRITTEN.items()} | {
    "conference proceedings": "paper-conference", "conference paper": "paper-conference",
    "conference proceeding": "paper-conference", "dissertation": "thesis",
    "dissertation/thesis": "thesis", "master thesis": "thesis", "doctor thesis": "thesis",
    "thesis dissertation": "thesis", "book, section": "chapter", "book, edited": "collection",
    "book, whole": "book", "newspaper": "article-newspaper", "journal": "article-journal",
    "journal article": "article-journal", "abstract": "article-journal",
    "electronic book": "book", "electronic book section": "chapter", "online database": "dataset",
    "government document": "report", "grant": "report", "ancient text": "classic",
    "classical work": "classic", "computer program": "software", "unpublished work": "manuscript",
    "audiovisual material": "motion_picture", "preprint": "article",
    "electronic citation": "webpage", "online multimedia": "webpage", "期刊文章": "article-journal",
    "学位论文": "thesis", "会议论文": "paper-conference", "专利": "patent", "科技成果": "report",
    "报纸": "article-newspaper",
    "标准": "standard", "图书": "book", "专著": "book",
}  # fmt: skip


def csl_type(name: str) -> str:
    """Return the CSL type of an EndNote type name, or an empty string for an unknown one."""
    return _READ.get(" ".join(name.lower().split()), "")

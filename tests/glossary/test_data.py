"""The shipped glossary: its form, its evidence, and what it does to two real drafts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.glossary.rewrite import replacement

GLOSSARY = Path(__file__).parents[2] / "glossary"
FILES = sorted(p for p in GLOSSARY.rglob("*.yaml") if p.name != "sources.yaml")
LANGUAGES = ("zh-CN", "zh-TW", "zh-HK", "en", "zxx")
STATUSES = ("preferred", "admitted", "deprecated", "misspelling", "ambiguous", "brand", "code")
FIELDS = (
    "id", "kind", "targets", "terms", "look_alikes", "except", "registry", "drugs",
    "phase", "publication", "notes", "specs",
)  # fmt: skip

Entry = dict[str, Any]


def read(path: Path) -> list[Entry]:
    entries: list[Entry] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return entries


def is_variant(term: Entry) -> bool:
    return term["status"] in ("deprecated", "misspelling") and term["lang"].startswith("zh")


def term_order(term: Entry) -> tuple[object, ...]:
    """Names, then brands, then codes; in a group by language, status and text."""
    status = term["status"]
    return (
        {"brand": 1, "code": 2}.get(status, 0),
        LANGUAGES.index(term["lang"]),
        STATUSES.index(status),
        term.get("type", "fullForm") != "fullForm",
        term["text"].casefold(),
        term["text"],
    )


@pytest.fixture(scope="module")
def concepts() -> dict[str, Entry]:
    return {entry["id"]: entry for path in FILES for entry in read(path)}


@pytest.fixture(scope="module")
def sources() -> dict[str, Entry]:
    return {entry["id"]: entry for entry in read(GLOSSARY / "sources.yaml")}


@pytest.fixture(scope="module")
def loaded() -> LoadedGlossary:
    return load_glossary([GLOSSARY])


def terms(concepts: dict[str, Entry]) -> Iterator[tuple[Entry, Entry]]:
    return ((concept, term) for concept in concepts.values() for term in concept["terms"])


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(GLOSSARY).as_posix())
def test_file_fits_the_schema_and_the_fixed_order(path: Path) -> None:
    schema = json.loads((GLOSSARY / "schema.json").read_text(encoding="utf-8"))
    entries = read(path)
    Draft202012Validator(schema).validate(entries)
    assert [entry["id"] for entry in entries] == sorted(entry["id"] for entry in entries)
    for entry in entries:
        assert list(entry) == sorted(entry, key=FIELDS.index), entry["id"]
        assert entry["terms"] == sorted(entry["terms"], key=term_order), entry["id"]


@pytest.mark.parametrize("path", [*FILES, GLOSSARY / "sources.yaml"], ids=lambda p: p.stem)
def test_file_is_plain_text_with_one_term_per_line(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert not re.search(r"\r|\t| $", text, re.MULTILINE)
    assert text.endswith("\n")
    assert text.count("{text:") == len(re.findall(r"^    - \{text: .*\}$", text, re.MULTILINE))


def test_sources_fit_their_schema_in_order_and_each_is_used(
    concepts: dict[str, Entry], sources: dict[str, Entry]
) -> None:
    entries = read(GLOSSARY / "sources.yaml")
    schema = json.loads((GLOSSARY / "schema-sources.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(entries)
    assert [entry["id"] for entry in entries] == sorted(sources)
    used = {source for _, term in terms(concepts) for source in term.get("sources", [])}
    assert used == set(sources)


def site_of(where: str) -> str | None:
    """The site in an address, without "www" and the like; None where nothing is told from it."""
    found = re.search(r"https?://([^/:;]+)", where)
    labels = found[1].split(".") if found else []
    site = ".".join(labels[-3 if labels[-2:-1] in (["com"], ["org"]) else -2 :])
    return None if site in ("", "github.com") else site


def test_pages_of_one_site_name_one_publisher(sources: dict[str, Entry]) -> None:
    """Else two pages of it would count as two witnesses."""
    publishers: dict[str, list[str | None]] = {}
    for source in sources.values():
        if source["kind"] == "page" and (site := site_of(source["where"])):
            publishers.setdefault(site, []).append(source.get("publisher"))
    several = {site: names for site, names in publishers.items() if len(names) > 1}
    assert {site: names for site, names in several.items() if len({*names}) > 1} == {}
    assert [site for site, names in several.items() if None in names] == []


def test_ids_are_unique_over_all_files() -> None:
    ids = Counter(entry["id"] for path in FILES for entry in read(path))
    assert [i for i, count in ids.items() if count > 1] == []


def test_each_variant_has_a_spec_that_names_it(concepts: dict[str, Entry]) -> None:
    bare = [
        (concept["id"], term["text"])
        for concept, term in terms(concepts)
        if is_variant(term)
        and not any(term["text"] in spec["in"] for spec in concept.get("specs", []))
    ]
    assert bare == []


OFFICIAL = (
    "label", "approval", "reimbursement-list", "pharmacopoeia", "inn-list", "unii", "registry",
    "vocabulary",
)  # fmt: skip


def rests_on_enough(documents: list[Entry]) -> bool:
    """Whether these documents prove a variant; counted here anew, from the kinds alone."""
    kinds = [document["kind"] for document in documents]
    papers = kinds.count("paper")
    others = {
        document.get("publisher", document["id"])
        for document in documents
        if document["kind"] != "paper"
    }
    trusted = any(kind in (*OFFICIAL, "guideline") for kind in kinds)
    return trusted or papers + len(others) >= 2


def test_what_is_rewritten_rests_on_two_publishers_or_a_trusted_document(
    loaded: LoadedGlossary, concepts: dict[str, Entry], sources: dict[str, Entry]
) -> None:
    """A variant may have a single document, but then it is only asked about."""
    verdicts: Counter[tuple[bool, bool]] = Counter()
    for concept, term in terms(concepts):
        if is_variant(term):
            documents = [sources[source] for source in term.get("sources", [])]
            enough = rests_on_enough(documents)
            rewritten = any(map(replacement, loaded.matcher.find(term["text"])))
            assert enough or not rewritten, (concept["id"], term["text"])
            verdicts[len(documents) == 1, rewritten] += 1
    assert verdicts[True, False] > 0, "no variant with a single document is there to be asked about"
    assert verdicts[False, True] > 0, "nothing is rewritten"


def test_one_preferred_name_for_each_language_and_type(concepts: dict[str, Entry]) -> None:
    for concept in concepts.values():
        kinds = Counter(
            (term["lang"], term.get("type", "fullForm"))
            for term in concept["terms"]
            if term["status"] == "preferred"
        )
        assert max(kinds.values(), default=0) <= 1, concept["id"]


def test_an_ambiguous_name_is_ambiguous_wherever_it_stands(concepts: dict[str, Entry]) -> None:
    meanings: dict[str, set[tuple[str, str, bool]]] = {}
    for concept, term in terms(concepts):
        use = (concept["id"], term["status"], "setting" in term)
        meanings.setdefault(term["text"], set()).add(use)
    for text, uses in meanings.items():
        # In its setting a name is another one than elsewhere: DNR 45 mg/m2 is no order.
        for given in (False, True):
            statuses = {status for _, status, setting in uses if setting is given}
            assert "ambiguous" not in statuses or statuses == {"ambiguous"}, text
        # What else a name with a setting means (TPT, LV) need not be in the list.
        if any(status == "ambiguous" and not setting for _, status, setting in uses):
            assert len(uses) > 1, text


def test_look_alikes_know_each_other(concepts: dict[str, Entry]) -> None:
    for concept in concepts.values():
        for other in concept.get("look_alikes", []):
            assert concept["id"] in concepts[other].get("look_alikes", []), (concept["id"], other)


def test_loading_accepts_it_and_every_spec_holds(
    loaded: LoadedGlossary, concepts: dict[str, Entry]
) -> None:
    assert set(loaded.glossary.concepts) == set(concepts)


def gapless(text: str) -> str:
    return re.sub(r"[\s⁃]", "", text)


DRAFTS = {"A": "patient-article.txt", "B": "review.txt"}


@pytest.mark.parametrize("section", ["drugs", "trials"])
def test_every_name_counted_in_the_drafts_is_known(
    loaded: LoadedGlossary, shared: Path, section: str
) -> None:
    drafts = {
        key: (shared / "drafts" / name).read_text(encoding="utf-8") for key, name in DRAFTS.items()
    }
    inventory = json.loads((shared / "drafts" / "inventory.json").read_text(encoding="utf-8"))
    found = {
        key: [gapless(text[m.span.start : m.span.end]) for m in loaded.matcher.find(text)]
        for key, text in drafts.items()
    }
    missing = [
        form["form"]
        for entity in inventory[section]
        for form in entity["surface_forms"]
        if not any(gapless(form["form"]) in surface for surface in found[form["text"]])
    ]
    assert missing == []


def test_the_drafts_are_changed_as_a_careful_editor_would(
    loaded: LoadedGlossary, shared: Path
) -> None:
    changes: Counter[tuple[str, str]] = Counter()
    for name in DRAFTS.values():
        text = (shared / "drafts" / name).read_text(encoding="utf-8")
        for mention in loaded.matcher.find(text):
            if target := replacement(mention):
                surface = gapless(text[mention.span.start : mention.span.end])
                changes[surface, target.text] += 1
    assert changes == {
        ("劳拉替尼", "洛拉替尼"): 3,
        ("色瑞替尼", "塞瑞替尼"): 2,
        ("瑞博西利", "瑞波西利"): 1,
        ("PROFILE-1014", "PROFILE 1014"): 2,
        ("ATOMICARI-AT-002", "ATOMIC ARI-AT-002"): 1,
    }

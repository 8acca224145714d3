"""Locales: layered terms and formats, found lazily by language tag."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from . import style as ast
from .errors import CslError
from .localefile import LocaleFile, Ordinal, Term, read_locale
from .parse import Reader
from .told import Told
from .xmltree import parse_xml

PACKAGED = Path(__file__).with_name("locales")
_PRIMARY = {
    "af": "af-ZA", "bal": "bal-PK", "bg": "bg-BG", "brh": "brh-PK", "ca": "ca-AD",
    "cs": "cs-CZ", "cy": "cy-GB", "da": "da-DK", "de": "de-DE", "el": "el-GR",
    "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR", "fi": "fi-FI",
    "fr": "fr-FR", "gl": "gl-ES", "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR",
    "hu": "hu-HU", "hy": "hy-AM", "id": "id-ID", "is": "is-IS", "it": "it-IT",
    "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR", "lij": "lij-IT", "lt": "lt-LT",
    "lv": "lv-LV", "mn": "mn-MN", "ms": "ms-MY", "nb": "nb-NO", "nl": "nl-NL",
    "nn": "nn-NO", "pa": "pa-PK", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO",
    "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-RS", "sv": "sv-SE",
    "th": "th-TH", "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
_FORM_FALLBACK = {
    "verb-short": ("verb-short", "verb", "long"),
    "verb": ("verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "short": ("short", "long"),
    "long": ("long",),
}
FALLBACK = "en-US"


class Locale:
    """Terms, date formats and options for one language, the most specific layer first."""

    def __init__(self, language: str, layers: tuple[LocaleFile, ...]) -> None:
        self.language = language
        self.layers = layers
        self.punctuation_in_quote = self.option("punctuation-in-quote")
        self.ordinals = self._ordinals()

    def option(self, name: str) -> bool:
        """Return a boolean style option; false when no layer states it."""
        return next((layer.options[name] for layer in self.layers if name in layer.options), False)

    def find(self, name: str, form: str = "long") -> Term | None:
        """Return a term in this form or the next best one, or None."""
        for wanted in _FORM_FALLBACK.get(form, (form, "long")):
            for layer in self.layers:
                term = layer.terms.get((name, wanted))
                if term is not None:
                    return term
        return None

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str | None:
        """Return the wording of a term, or None when no layer has it."""
        term = self.find(name, form)
        if term is None:
            return None
        return term.multiple if plural else term.single

    def date(self, form: str) -> ast.Date | None:
        """Return the localized date format ``text`` or ``numeric``."""
        return next((layer.dates[form] for layer in self.layers if form in layer.dates), None)

    def gender(self, noun: str) -> str:
        """Return the grammatical gender of a term."""
        for layer in self.layers:
            for form in ("long", "short"):
                term = layer.terms.get((noun, form))
                if term is not None and term.gender:
                    return term.gender
        return ""

    def _ordinals(self) -> tuple[Ordinal, ...]:
        """Return the ordinals of the first layer that defines any: they replace all others."""
        return next((layer.ordinals for layer in self.layers if layer.ordinals), ())


class Locales:
    """Locale files in directories, read when a language is first asked for.

    Args:
        directories: searched in order for ``locales-XX.xml``; the package's own when none.
    """

    def __init__(self, *directories: Path) -> None:
        self.directories = directories or (PACKAGED,)

    def file(self, language: str) -> LocaleFile | None:
        """Return the contents of ``locales-<language>.xml``, or None.

        Raises:
            CslError: the file is there but not a usable locale.
        """
        if not language.replace("-", "").isalnum():
            return None
        return next(
            (
                found
                for directory in self.directories
                if (found := _read(directory / f"locales-{language}.xml")) is not None
            ),
            None,
        )

    def get(self, language: str, overrides: tuple[LocaleFile, ...] = ()) -> Locale:
        """Return the locale of a language, with a style's own overrides on top.

        A dialect falls back on the primary dialect of its language, then on US English.
        """
        language = canonical(language) or FALLBACK
        base = language.partition("-")[0]
        primary = _PRIMARY.get(base, base)
        tags = list(dict.fromkeys((language, primary, base)))
        own = [file for tag in (*tags, "") for file in overrides if canonical(file.language) == tag]
        files = (self.file(tag) for tag in dict.fromkeys((*tags, FALLBACK)))
        return Locale(language, (*own, *(file for file in files if file is not None)))


def resolved(language: str) -> str:
    """Return a canonical tag with the region that a bare language stands for: en is en-US."""
    return _PRIMARY.get(language, language)


def canonical(language: str) -> str:
    """Return a tag as locale files spell it: ``zh_cn`` and ``zh-CN`` are one.

    Only the language, script and region are kept; the script has no say but in Serbian.
    """
    parts = language.strip().replace("_", "-").split("-")
    base = parts[0].lower()
    if not (base.isalpha() and base.isascii() and 2 <= len(base) <= 3):
        return ""
    script = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    region = next((part.upper() for part in parts[1:] if len(part) == 2 and part.isalpha()), "")
    if base == "zh" and not region and script:
        region = "TW" if script == "Hant" else "CN"
    return f"{base}-{region}" if region else base


@cache
def _read(path: Path) -> LocaleFile | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    root = parse_xml(data, str(path))
    if root.name != "locale":
        raise CslError(
            Told("not a CSL locale", "不是 CSL 语言文件"),
            path=path,
            line=root.line,
            hint=Told("expected <locale>", "根元素应为 <locale>"),
        )
    return read_locale(root, Reader(str(path)))

"""LaTeX in values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.references.bibtex.latex import decode_latex

NOCASE = '<span class="nocase">{}</span>'


@pytest.mark.parametrize(
    ("value", "decoded"),
    [
        ("plain  text\n on two lines", "plain text on two lines"),
        ("{ALK}-positive", NOCASE.format("ALK") + "-positive"),
        ("{{Whole title}}", NOCASE.format("Whole title")),
        ("{中文}标题", "中文标题"),
        (r"{\"o}ber {\'E}tude Crin\'o na\"{\i}ve", "öber Étude Crinó naïve"),
        (r"\v{S}kolka \c{c} \L{}ukasz stra{\ss}e", "Školka ç Łukasz straße"),
        (r"$\alpha$ and H$_2$O, p$^{2+}$", "α and H<sub>2</sub>O, p<sup>2+</sup>"),
        (r"\emph{In vivo} {EML4-ALK}", "<i>In vivo</i> " + NOCASE.format("EML4-ALK")),
        (r"A \& B, 5\%, a\_b", "A & B, 5%, a_b"),
        ("metastases---a ``double'' mutant, 1--2", "metastases—a “double” mutant, 1–2"),
        ("costs $5 today", "costs $5 today"),
        (r"\unknown text", r"\unknown text"),
        (r"5\,mg", "5 mg"),
        ("a\\\nb\\\r\nc\\\rd", "a b c d"),
    ],
)
def test_titles(value, decoded):
    assert decode_latex(value, rich=True) == decoded


def test_plain_fields_carry_no_markup():
    assert decode_latex(r"{NEJM} \emph{x} H$_2$O", rich=False) == "NEJM x H2O"


@given(st.text("\\{}$'`~-^_ aé\"Z", max_size=60), st.booleans())
def test_any_text_decodes_to_balanced_markup(value, rich):
    decoded = decode_latex(value, rich=rich)
    assert decoded.count("<span") == decoded.count("</span>")
    assert decoded == decoded.strip()


@given(st.text("abcé中文 .,:;()[]", max_size=60))
def test_text_without_latex_stays(value):
    assert decode_latex(value, rich=True) == " ".join(value.split())

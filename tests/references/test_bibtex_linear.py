"""Hostile BibTeX takes time in proportion to its length."""

import pytest
from tests.linear import is_linear

from zhengming.references.bibtex import read_bibtex
from zhengming.references.bibtex.latex import decode_latex
from zhengming.references.bibtex.scan import scan

UNITS = ["{", "}", '"', "\\", "@a{", "@a{b,", "a={,", "a=b,", "\n@", "# ", "x = {y} ", "@string{"]


@pytest.mark.parametrize("start", ["", "@article{k, title={", '@article{k, title="', "@comment{"])
@pytest.mark.parametrize("unit", UNITS)
def test_reading_and_scanning(start, unit):
    assert is_linear(lambda text: read_bibtex(start + text), unit, 200)
    assert is_linear(lambda text: list(scan(start + text)), unit, 200)


@pytest.mark.parametrize("unit", ["{", "\\'{", "{a}", "$", "\\emph{", "^", "~", "--", "{\\o"])
def test_decoding(unit):
    assert is_linear(lambda text: decode_latex(text, rich=True), unit)

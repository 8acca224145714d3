"""LaTeX macros that stand for characters, and those that dress their argument."""

from __future__ import annotations

SYMBOLS = {
    **dict.fromkeys((*" \n\t,;:\\", "\r\n", "\r"), " "),
    **{char: char for char in "&%_#${}"},
    "-": "", "/": "", "!": "", "@": "",
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
    "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "textmu": "μ", "textalpha": "α", "textbeta": "β", "textgamma": "γ",
    "pm": "±", "textpm": "±", "times": "×", "texttimes": "×", "cdot": "·",
    "textperiodcentered": "·",
    "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "neq": "≠",
    "approx": "≈", "sim": "∼", "infty": "∞", "rightarrow": "→", "to": "→", "leftarrow": "←",
    "textless": "<", "textgreater": ">", "textbar": "|", "textasciitilde": "~",
    "textunderscore": "_",
    "textasciicircum": "^", "textbackslash": "\\", "backslash": "\\", "slash": "/", "prime": "′",
    "circ": "°", "degree": "°", "textdegree": "°", "textregistered": "®", "texttrademark": "™",
    "textcopyright": "©", "copyright": "©", "pounds": "£", "texteuro": "€", "euro": "€", "S": "§",
    "P": "¶", "dag": "†", "ddag": "‡", "textdagger": "†", "textbullet": "•", "dots": "…",
    "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotesingle": "'",
    "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»", "textexclamdown": "¡",
    "textquestiondown": "¿", "space": " ", "quad": " ", "qquad": " ", "par": " ", "newline": " ",
    "linebreak": " ", "break": " ", "TeX": "TeX", "LaTeX": "LaTeX", "relax": "", "allowbreak": "",
}  # fmt: skip

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip

_UNDRESSED = (
    "text textrm textsf texttt textmd textup textnormal mathrm mathsf mathtt mbox hbox ensuremath "
    "url path href uppercase MakeUppercase lowercase boldmath unboldmath rm it bf sl sc tt em sf "
    "normalfont upshape itshape bfseries scshape noopsort protect bibstring nocase NoCaseChange "
    "operatorname displaystyle textstyle foreignlanguage"
)
DRESSED = {
    **dict.fromkeys(("emph", "textit", "textsl", "mathit", "mkbibemph"), ("<i>", "</i>")),
    **dict.fromkeys(("textbf", "mathbf", "mkbibbold"), ("<b>", "</b>")),
    **dict.fromkeys(("textsuperscript", "textsu", "sp"), ("<sup>", "</sup>")),
    **dict.fromkeys(("textsubscript", "textin", "sb"), ("<sub>", "</sub>")),
    "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
    "mkbibquote": ("“", "”"),
    "enquote": ("“", "”"),
    **dict.fromkeys(_UNDRESSED.split(), ("", "")),
}

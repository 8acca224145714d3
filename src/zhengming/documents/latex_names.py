"""The commands and environments of LaTeX, by what their arguments are."""

from __future__ import annotations

from zhengming.documents.names import names

# The argument is text of the paragraph and joins the letters around it.
LOOK = names(
    "emph textbf textit textmd textnormal textrm textsc textsf textsl textup text mbox hbox fbox",
    "underline uline uwave sout hl MakeUppercase MakeLowercase uppercase lowercase",
)
# Switches that print nothing.
SWITCHES = names(
    "bfseries mdseries itshape slshape scshape upshape rmfamily sffamily ttfamily normalfont",
    "bf it rm sc sf sl em tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge",
    "centering raggedright raggedleft noindent indent relax protect null leavevmode",
    "heiti songti kaishu fangsong lishu youyuan yahei",
)
# The argument is text set apart from the letters around it.
APART = names("textsuperscript textsubscript enquote marginnote keywords keyword")
# The first argument is a colour, a size or an address; the second is text.
SECOND = names("textcolor colorbox href hyperref parbox raisebox scalebox foreignlanguage")
# Cells over several columns or rows: the third argument is text.
THIRD = names("multicolumn multirow")
# Several lines in one cell, parted by two backslashes.
STACKED = names("makecell shortstack thead")
WITH_TEXT = APART | SECOND | THIRD | STACKED
HEADINGS = {
    "part": 1, "chapter": 2, "section": 3, "subsection": 4, "subsubsection": 5,
    "paragraph": 6, "subparagraph": 7, "frametitle": 4, "framesubtitle": 5,
}  # fmt: skip
# The argument is a block of its own.
BLOCKS = (
    dict.fromkeys(HEADINGS, "heading")
    | dict.fromkeys(names("title subtitle"), "title")
    | dict.fromkeys(names("caption footnote footnotetext thanks marginpar abstract"), "paragraph")
)
DEFINITIONS = names(
    "newcommand renewcommand providecommand def edef gdef xdef let newenvironment renewenvironment",
    "NewDocumentCommand RenewDocumentCommand DeclareMathOperator newacronym newglossaryentry",
)
# Keys, addresses, files, numbers: never text, whatever stands in them.
KEYS = names(
    "label ref eqref pageref autoref cref Cref nameref index input include includegraphics",
    "bibliography addbibresource bibliographystyle usepackage documentclass RequirePackage",
    "gls Gls glspl Glspl ac acs acl acf Ac SI si num unit qty ce chemfig hypersetup ctexset",
    "setlength addtolength vspace hspace includepdf graphicspath texttt ttfamily",
)
INLINE_CODE = names("verb Verb lstinline mintinline path url nolinkurl")
# Environments.
CODE = names(
    "verbatim Verbatim BVerbatim LVerbatim lstlisting minted comment filecontents alltt semiverbatim",
    "luacode python pycode",
)
VERBATIM = CODE | names(
    "tikzpicture pgfpicture forest algorithm algorithmic algorithm2e math displaymath equation align",
    "alignat gather multline flalign eqnarray dmath subequations IEEEeqnarray empheq numcases",
    "subnumcases xalignat xxalignat dgroup darray circuitikz tikzcd pspicture",
)
NO_ARGUMENTS = names(
    "document abstract quote quotation verse center flushleft flushright itemize enumerate",
    "description titlepage figure table threeparttable tablenotes landscape cnabstract enabstract",
)
TITLED = names("frame block alertblock exampleblock")
CELLS = names("tabular tabularx tabulary longtable supertabular array tblr longtblr xltabular")

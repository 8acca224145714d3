"""``<names>``: variables, labels, substitutes, and what disambiguation needs to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from zhengming.csl import style as ast
from zhengming.csl.formatting import PLAIN, Formatting
from zhengming.csl.language import has_family_first
from zhengming.csl.markup import parse_markup
from zhengming.csl.namelist import EtAl, shown_count, write_list
from zhengming.csl.nameoptions import NameOptions, resolve
from zhengming.csl.nameparts import NameFormats, PartFormat, sort_name
from zhengming.csl.person import Person
from zhengming.csl.richtext import Node, Output

from .choose import compile_condition
from .context import Context, NameSet, Render
from .text import dresser

if TYPE_CHECKING:
    from .compiler import Compiler

_COMBINED = frozenset(("editor", "translator"))


@dataclass(frozen=True, slots=True)
class _Plan:
    """A ``<names>`` with everything inherited and resolved."""

    element: ast.Names
    options: NameOptions
    formats: NameFormats
    et_al: EtAl
    affixes: Formatting
    delimiter: str


class NamesCompiler:
    """Compiles ``<names>`` for one compiler."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler = compiler
        self.locale = compiler.locale

    def compile(self, element: ast.Names, parent: ast.Names | None) -> Render:
        """Compile one ``<names>``; inside a substitute it inherits from its parent."""
        element = _inherited(element, parent)
        plan = self._plan(element)
        label = self._label(element)
        substitutes = [
            self._candidate(child, replace(element, substitute=())) for child in element.substitute
        ]
        dress = dresser(replace(element.formatting, delimiter=""), self.locale)
        write = self._sorter(plan) if self.compiler.sorting else self._writer(plan, label)

        def render(context: Context) -> Output | None:
            output = write(context)
            if output is None:
                return _substituted(context, substitutes)
            return dress(output) if output else None

        return render

    def _candidate(self, child: ast.Rendering, parent: ast.Names) -> Render:
        """Compile a substitute; in a ``<choose>``, each element of a branch is one of its own."""
        if not isinstance(child, ast.Choose):
            return self.compiler.element(child, parent=parent)
        branches = [
            (
                compile_condition(branch, self.locale),
                [self._candidate(one, parent) for one in branch.children],
            )
            for branch in child.branches
        ]

        def render(context: Context) -> Output | None:
            for holds, candidates in branches:
                if holds(context):
                    printed = (candidate(context) for candidate in candidates)
                    return next((output for output in printed if output), None)
            return None

        return render

    def _plan(self, element: ast.Names) -> _Plan:
        compiler, name = self.compiler, element.name or ast.Name()
        inherited = {**compiler.style.names, **compiler.area.names}
        options = resolve(
            self.locale,
            compiler.style.attributes,
            replace(name.formatting, delimiter=""),
            inherited,
            element.attributes,
            name.attributes,
            compiler.overrides,
        )
        institution = element.institution
        formats = NameFormats(
            PartFormat.of(name.family),
            PartFormat.of(name.given),
            None if institution is None else PartFormat.of(institution.formatting),
        )
        et_al = element.et_al or ast.EtAl()
        words = self.locale.term(et_al.term) or ""
        delimiter = element.formatting.delimiter or inherited.get("names-delimiter", "")
        return _Plan(
            element,
            options,
            formats,
            EtAl(words, et_al.formatting),
            name.formatting.affixes,
            delimiter,
        )

    def _label(self, element: ast.Names) -> Callable[[str, int], Output | None]:
        label, locale = element.label, self.locale
        if label is None:
            return lambda variable, count: None
        dress = dresser(label.formatting, locale)

        def write(variable: str, count: int) -> Output | None:
            plural = count > 1 if label.plural == "contextual" else label.plural == "always"
            term = locale.term(variable, label.form, plural=plural)
            if not term:
                return None
            return Node([dress(Node(parse_markup(term)))], role="label")

        return write

    def _writer(
        self, plan: _Plan, label: Callable[[str, int], Output | None]
    ) -> Callable[[Context], Output | None]:
        if plan.options.form == "count":
            return _counter(plan)
        combined = self._combines(plan.element)

        def write(context: Context) -> Output | None:
            lists = _lists(context, plan.element.variables, combined)
            if not lists:
                return None
            parts: list[Output] = []
            for variable, persons in lists:
                names = _names(context, plan, variable, persons)
                if names is None:
                    continue
                words = label(variable, len(persons))
                order = [words, names] if plan.element.label_first else [names, words]
                kept = [part for part in order if part is not None]
                parts.append(kept[0] if len(kept) == 1 else Node(kept))
            if not parts:
                return ""
            return Node(parts, Formatting(delimiter=plan.delimiter), "names", lists)

        return write

    def _combines(self, element: ast.Names) -> bool:
        """Tell whether equal editors and translators share one combined label."""
        if not set(element.variables) >= _COMBINED:
            return False
        form = element.label.form if element.label else "long"
        return bool(self.locale.term("editortranslator", form))

    def _sorter(self, plan: _Plan) -> Callable[[Context], Output | None]:
        def write(context: Context) -> Output | None:
            lists = _lists(context, plan.element.variables, combined=False)
            counts = plan.options.form == "count"
            if not lists:
                return "0" if counts and not plan.element.substitute else None
            if counts:
                return str(sum(_shown(persons, plan, context, 0) for _, persons in lists))
            lines: list[str] = []
            for number, (variable, persons) in enumerate(lists):
                shown = _shown(persons, plan, context, 0)
                names = NameSet(variable, persons, plan.options, shown)
                levels = _levels(context, number, names)
                keys = [
                    sort_name(person, plan.options, levels[at] if at < len(levels) else 0)
                    for at, person in enumerate(persons[:shown])
                ]
                if shown < len(persons) and plan.options.et_al_use_last:
                    keys.append(sort_name(persons[-1], plan.options))
                lines.append(plan.options.delimiter.join(keys))
            return " ".join(lines)

        return write


def _inherited(element: ast.Names, parent: ast.Names | None) -> ast.Names:
    """Return a substitute's ``<names>`` with the children it leaves out taken from its parent."""
    if parent is None:
        return element
    bare = element.name is None and element.label is None and element.et_al is None
    return replace(
        element,
        attributes={**parent.attributes, **element.attributes},
        name=element.name or parent.name,
        et_al=element.et_al or parent.et_al,
        label=parent.label if bare else element.label,
        label_first=parent.label_first if bare else element.label_first,
        institution=element.institution or parent.institution,
        formatting=parent.formatting if element.formatting == PLAIN else element.formatting,
    )


def _lists(
    context: Context, variables: Sequence[str], combined: bool
) -> list[tuple[str, tuple[Person, ...]]]:
    """Return the non-empty name variables, noting each attempt."""
    lists = []
    for variable in variables:
        persons = context.item.persons(variable)
        found = bool(persons) and not context.is_used(variable)
        context.called(variable, found)
        if found:
            lists.append((variable, persons))
    if combined and len(lists) == 2 and lists[0][1] == lists[1][1]:
        return [("editortranslator", lists[0][1])]
    return lists


def _shown(persons: Sequence[Person], plan: _Plan, context: Context, least: int) -> int:
    subsequent = "subsequent" in context.cite.positions
    return shown_count(persons, plan.options, subsequent=subsequent, least=least)


def _levels(context: Context, number: int, names: NameSet) -> Sequence[int]:
    """Return how far disambiguation spells out each given name of a list, the nth of a cite."""
    cite = context.cite
    levels: Sequence[int] = cite.given_levels[number] if number < len(cite.given_levels) else ()
    if cite.given_needed is None:
        return levels
    pairs = zip_longest(levels, cite.given_needed(names), fillvalue=0)
    return [max(pair) for pair in pairs]


def _names(
    context: Context, plan: _Plan, variable: str, persons: tuple[Person, ...]
) -> Node | None:
    """Write one list of names and record it for disambiguation."""
    index = len(context.name_sets)
    cite = context.cite
    least = cite.name_counts[index] if index < len(cite.name_counts) else 0
    shown = _shown(persons, plan, context, least)
    base = _shown(persons, plan, context, 0)
    names_shown = NameSet(variable, persons, plan.options, base)
    context.name_sets.append(names_shown)
    levels = _levels(context, index, names_shown)
    names = write_list(
        persons,
        shown,
        plan.options,
        plan.formats,
        plan.et_al,
        levels,
        family_first=has_family_first(context.item.language),
    )
    if names is None:
        return None
    names.role = "namelist"
    if shown < len(persons) and plan.affixes != PLAIN:  # those of each name are et al.’s, too
        return Node([names], plan.affixes)
    return names


def _counter(plan: _Plan) -> Callable[[Context], Output | None]:
    combined = set(plan.element.variables) >= _COMBINED

    def write(context: Context) -> Output | None:
        lists = _lists(context, plan.element.variables, combined)
        if not lists:
            return None
        total = sum(_shown(persons, plan, context, 0) for _, persons in lists)
        return str(total) if total else ""

    return write


def _substituted(context: Context, substitutes: list[Render]) -> Output | None:
    """Return the first substitute that prints; what it used is not printed again."""
    for substitute in substitutes:
        outer = context.used
        context.used = set()
        output = substitute(context)
        used, context.used = context.used, outer
        if output is not None and output != "":
            context.quashed |= used
            if outer is not None:
                outer |= used
            return Node([output], role="substitute", data=bool(used))
    return None

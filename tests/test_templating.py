"""The templates: every field may stay open, every part may be left out, and own templates replace ours one by one."""

from __future__ import annotations

import copy
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
import yaml
from jinja2 import Environment as Jinja
from jinja2 import nodes
from markdown_it.token import Token

from tests.support import CASES, ROOT, load
from vacaturegen import library
from vacaturegen.errors import InputError, Problem
from vacaturegen.library import Library
from vacaturegen.markdown import plain
from vacaturegen.model.profiel import Profiel
from vacaturegen.templating import DOCUMENT, make_environment, render, sandbox
from vacaturegen.templating.metering import HELD, LOOKED_FOR, PRINTED
from vacaturegen.templating.sandbox import ALLOWANCE, MAX_SOURCE, TooMuchError

DOCUMENTS = CASES / "documenten" / "profiles"
PREFIX = {"organisaties": ("organisatie",), "brokers": ("broker",)}
UNSEEN = re.compile(
    r"organisatie\.(soort|huisstijl|clausules|bestuursorgaan|kerncijfers|adres)|broker\.(naam|anoniem)$"
    r"|eisen|punten_totaal|secties(\.\d\.na)?$|vacature$|advertentie$|planning\.(uitnodiging|gunning)|bereikbaarheid|^team"
    r"|contacten\.\d"  # a broker that runs the request takes the questions
)
"""Fields that these documents have no use for, so that nothing is missing when they are open."""

MADE_OF = ("erbij", "aanvraag")
"""Keys that choose what is merged or made; with nothing behind them they say nothing."""

Path_ = tuple[str | int, ...]


def without_note(tokens: list[Token]) -> list[Token]:
    """The tokens of a concept without the box at its head, which lists what is open."""
    return tokens[[token.type for token in tokens].index("blockquote_close") :]


def keys(tree: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The path of every key in a tree."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield (*path, key)
            yield from keys(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from keys(value, (*path, index))


def opened(tree: dict[str, Any], path: Path_) -> dict[str, Any]:
    """The tree, with nothing behind one of its keys."""
    tree = copy.deepcopy(tree)
    part: Any = tree
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = None
    return tree


def read(name: str) -> dict[str, Any]:
    """A file of the example profiles, every value a text."""
    tree: dict[str, Any] = yaml.load((DOCUMENTS / name).read_text(encoding="utf-8"), yaml.CBaseLoader)
    return tree


@pytest.mark.parametrize(
    ("profile", "name"),
    [
        ("volledig", "volledig.yaml"),
        ("volledig", "organisaties/voorbeeldstad.yaml"),
        ("volledig", "brokers/tussenpersoon.yaml"),
        ("volledig", "functies/adviseur-openbare-ruimte.yaml"),
        *((name, f"{name}.yaml") for name in ("prijs-kwaliteit", "ervaringstreden", "gesprek-weegt", "wensen-tellen")),
        ("team", "team.yaml"),
        ("team", "organisaties/voorbeeldstad.yaml"),
    ],
)
def test_every_field_can_stay_open(profile: str, name: str, tmp_path: Path) -> None:
    """In a concept any one field may be left empty: the documents are made, name it, and have a place for it."""
    shutil.copytree(DOCUMENTS, tmp_path / "profiles")
    main = tmp_path / "profiles" / f"{profile}.yaml"
    main.write_text("status: concept\n" + main.read_text(encoding="utf-8"), encoding="utf-8")
    shared = library.read_library(tmp_path / "profiles")
    environment = make_environment(shared)
    tree = {"status": "concept"} | read(name) if name == main.name else read(name)
    failed = []
    for path in keys(tree):
        if path[0] in ("status", "functie", "organisatie", "broker", "standaard") or path[-1] in MADE_OF:
            continue
        (tmp_path / "profiles" / name).write_text(
            yaml.dump(opened(tree, path), Dumper=yaml.CSafeDumper), encoding="utf-8"
        )
        try:
            profiel = load(main)[0].profiel
            marked = {
                child.meta["value"].partition("|")[0]
                for kind in profiel.soorten()
                for token in without_note(render(environment, profiel, kind, shared))
                for child in token.children or []
                if child.type == "mark_open"
            }
            field = ".".join(map(str, (*PREFIX.get(name.partition("/")[0], ()), *path)))
            if not UNSEEN.search(field) and not any(f"{value}.".startswith(f"{field}.") for value in marked):
                failed.append(f"{field}: has no place")
        except Exception as error:
            failed.append(f"{path}: {type(error).__name__} {error}")
    assert not failed, "\n".join(failed)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.md.j2")), ids=lambda path: path.name)
def test_templates_join_no_texts(path: Path) -> None:
    """A template joins texts by writing them side by side: `~` would escape what is Markdown already for HTML."""
    tree = Jinja().parse(path.read_text(encoding="utf-8"))
    included = {id(node) for include in tree.find_all(nodes.Include) for node in include.find_all(nodes.Concat)}
    assert [node.lineno for node in tree.find_all((nodes.Concat, nodes.Add)) if id(node) not in included] == []


FOLDER = CASES / "fouten" / "basis" / "profiles"
PART = "onderdelen/kop-vacature.md.j2"
"""The template that the templates below stand in for."""


@cache
def shared() -> tuple[Profiel, Library]:
    """A profile, and the library that its documents are made with."""
    return load(FOLDER / "proef.yaml")[0].profiel, library.read_library(FOLDER)


def made_with(template: str, **others: str) -> str:
    """The visible text of a document that is made with one template, and with others by the name of their part."""
    profiel, given = shared()
    kind = given.kinds["vacature"].model_copy(update={"onderdelen": ("kop-vacature",)})
    added = {f"onderdelen/{name}.md.j2": text for name, text in others.items()}
    changed = replace(given, templates={**given.templates, **added, PART: template}, kinds={"vacature": kind})
    tokens = render(make_environment(changed), profiel, "vacature", changed)
    return "\n".join(plain(token) for token in tokens if token.type == "inline")


def refused(template: str, **others: str) -> Problem:
    """The one problem of a template, which is not made into a document."""
    with pytest.raises(InputError) as caught:
        made_with(template, **others)
    assert not isinstance(caught.value.__cause__, MemoryError)  # which is told of in the same words
    (problem,) = caught.value.problems
    return problem


ALLOWED = {
    "a field of the profile": ("{{ organisatie.naam }}", "Gemeente Voorbeeldstad"),
    "a field of a value": (
        "{{ 'van' if inzet.uren_per_week.van }} {{ inzet.uren_per_week | bereik('uur') }}",
        "24 tot 32",
    ),
    "a key": ("{{ werkgever.kort }} {{ werkgever['kort'] }}", "de gemeente de gemeente"),
    "an item, and a slice": ("{{ ['a', 'b', 'c'][1] }}: {{ ['a', 'b', 'c'][1:] | opsomming }}", "b: b en c"),
    "lists in a list": ("{% for x in [eisen, [1, 2]] %}{{ x | length }} {% endfor %}", "0 2"),
    "a loop": ("{% for x in 'abc' %}{{ loop.index }}{{ x }}{{ loop.cycle('+', '-') }}{% endfor %}", "1a+2b-3c+"),
    "a loop that chooses": ("{% for x in [1, 2, 3] if x != 2 %}{{ x }}{% else %}niets{% endfor %}", "13"),
    "a loop in itself": ("{% for x in [[7]] recursive %}{{ loop(x) if loop.depth == 1 else x }}{% endfor %}", "7"),
    "two names at a time": ("{% set a, b = 1, 2 %}{% for x, y in [(a, b)] %}{{ x }}{{ y }}{% endfor %}", "12"),
    "sums of whole numbers": ("{{ 7 + 1 }} {{ 7 - 1 }} {{ 7 // 2 }} {{ 7 % 2 }} {{ -7 }}", "8 6 3 1 -7"),
    "the largest sum": ("{{ 999999999 + 1 }}", "1000000000"),
    "a macro": ("{% macro m(a, b='*') %}**{{ a }}**{{ b }}{% endmacro %}{{ m('_x_') }}{{ m(1, b=2) }}", "_x_*12"),
    "a macro around a text": (
        "{% macro m() %}({{ caller(1) }}){% endmacro %}{% call(x) m() %}{{ x }}*{% endcall %}",
        "(1*)",
    ),
    "more arguments": (
        "{% macro m() %}{{ varargs | opsomming }}{{ kwargs.a }}{% endmacro %}{{ m(1, 2, a=3) }}",
        "1 en 23",
    ),
    "a macro of another template": ("{% import 'onderdelen/b.md.j2' as b %}{{ b.m(1) }}{{ b.x }}", "*12"),
    "what another template sets": ("{% from 'onderdelen/b.md.j2' import m, x %}{{ m(1) }}{{ x }}", "*12"),
    "another template": ("{% include 'onderdelen/' ~ 'b' ~ '.md.j2' %}{{ 3 }}", "b3"),
    "a template that is not there": (
        "{% include ['onderdelen/x.md.j2', 'onderdelen/b.md.j2'] ignore missing %}{{ 3 }}",
        "b3",
    ),
    "a text that is set": ("{% set x %}**a** &{% endset %}{{ x }}", "a &"),
    "texts side by side": ("{{ 'a*' ~ 1 }} {{ lead ~ 'b_' }}", "a*1 b_"),
    "a filter around a text": ("{% filter met_punt %}**a**{% endfilter %}", "a."),
    "a block": ("{% block b %}x{% endblock %}{{ self.b() }}", "xx"),
    "a block of another template": (
        "{% extends 'onderdelen/c.md.j2' %}{% block b %}{{ super() }}y{% endblock %}",
        "(xy)",
    ),
    "statements that are indented": ("a\n\n    {% if titel %}\n- b\n    {% endif %}\n- c\n", "a\nb\nc"),
    "as many characters as may be": ("{#" + "x" * (MAX_SOURCE - 5) + "#}1", "1"),
    "no HTML": ("{% autoescape true %}{{ '<&>' }}{% endautoescape %}", "<&>"),
}
"""What a template may do, and what it then prints."""
OTHERS = {
    "b": "{% macro m(a) %}\\*{{ a }}{% endmacro %}{% set x = 2 %}b",
    "c": "({% block b %}x{% endblock %})",
    "long": 10_000 * "x ",
}


@pytest.mark.parametrize("case", ALLOWED)
def test_template_language(case: str) -> None:
    """What Jinja is used for works, and is escaped for Markdown and for nothing else."""
    template, text = ALLOWED[case]
    assert text in made_with(template, **OTHERS)


NAME, SYNTAX, CANNOT = "uses a name that does not exist", "has a syntax error", "does something that cannot be done"
UNSAFE, WHOLE, TOO_MUCH = (
    f"{CANNOT}: access to attribute",
    "is for whole numbers up to",
    "more than a document can hold",
)
WORLD = ("environment", "context", "resolve", "range", "lipsum", "cycler", "joiner", "namespace", "dict", "open", "os")
NO_FILTER = ("attr", "map", "select", "format", "list", "join", "replace", "center", "indent", "pprint", "default")
NO_TEST = ("odd", "even", "divisibleby(1)", "filter", "test", "callable", "sameas(1)", "in(taken)", "string")
METHODS = {
    "titel": "format format_map join replace ljust zfill center expandtabs encode translate upper __class__ __init__",
    "'x'": "format join zfill __mul__",
    "lead": "format join striptags unescape escape",
    "taken": "index count __class__",
    "schema": "append extend sort clear",
    "werkgever": "items keys values get pop update __class__",
    "organisatie": "model_dump model_copy copy json dict model_fields model_config __dict__ __class__ __init__",
    "planning.vragen": "__class__ __slots__ __dataclass_fields__",
    "planning.vragen.dag": "today strftime year __class__",
    "stukken": "append extend pop clear __class__",
    "self": "__class__ __init__ environment _TemplateReference__context",
    "self.b": "_context _stack name __call__ __class__",
    "m": "_func _environment arguments __call__ __class__",
    "b": "__class__ __dict__ _body_stream __init__",
}
"""Values that a template has, and what it may not look at in them."""
REACHING = {
    **{f"{name}": (f"{{{{ {name} }}}}", NAME) for name in WORLD},
    **{f"|{name}": (f"{{{{ titel | {name} }}}}", SYNTAX) for name in NO_FILTER},
    **{f"is {name}": (f"{{{{ titel is {name} }}}}", SYNTAX) for name in NO_TEST},
    **{
        f"{value}.{name}": (
            "{% import 'onderdelen/b.md.j2' as b %}{% macro m() %}{% endmacro %}{% block b %}{% endblock %}"
            f"{{{{ {value}.{name} }}}}",
            f"{NAME}|{UNSAFE}",
        )
        for value, names in METHODS.items()
        for name in names.split()
    },
    "a fact of another kind of document": ("{{ knockouts_tot }}", f"{NAME}: 'knockouts_tot' is undefined"),
    "a field of what is not there": ("{{ titels.naam }}", f"{NAME}: 'titels' is undefined"),
    "a filter of what is not there": ("{{ titels | telefoon }}", f"{NAME}: 'titels' is undefined"),
    "a call of what is not there": ("{{ titels(1) }}", f"{NAME}: 'titels' is undefined"),
    "a loop over what is not there": ("{% for x in titels %}{% endfor %}", f"{NAME}: 'titels' is undefined"),
    "a key that is not there": ("{{ werkgever.lang }}", NAME),
    "an item that is not there": ("{{ [1][7] }}", "list object has no element 7"),
    "a character that is not there": ("{{ 'abc'[7] }}", "str object has no element 7"),
    "an item of a part": ("{{ organisatie[7] }}", "Organisatie object.* has no element 7"),
    "a field by its number": ("{{ planning.vragen[0] }}", "Datum object.* has no element 0"),
    "a field by a key": ("{{ titel['__class__'] }}", NAME),
    "a method by a key": ("{{ organisatie['model_dump'] }}", UNSAFE),
    "a template of a list": ("{% include ['x', titel] %}", "no template"),
    "a way up": ("{{ ().__class__.__base__.__subclasses__() }}", UNSAFE),
    "a method that is called": ("{{ aanvraag.tarief_is_eis() }}", UNSAFE),
    "a format": ("{{ '{0.__class__.__mro__}'.format(titel) }}", UNSAFE),
    "a format with a sign": ("{{ '%s' % titel }}", WHOLE),
    "what a loop goes through": ("{% for x in 'a' %}{{ loop._iterable }}{% endfor %}", NAME),
    "the function behind a method": ("{% for x in 'a' %}{{ loop.cycle.__func__ }}{% endfor %}", UNSAFE),
    "the caller": ("{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}", NAME),
    "a text that is called": ("{{ titel() }}", "not safely callable"),
    "a part that is called": ("{{ organisatie() }}", "cannot be done: Organisatie"),
    "a part that is printed": ("{{ organisatie }}", CANNOT),
    "a method that is printed": ("{% for x in 'a' %}{{ loop.cycle }}{% endfor %}", CANNOT),
    "a hidden name of a template": ("{% from 'onderdelen/b.md.j2' import _x %}", SYNTAX),
    "a file": ("{% include '/etc/passwd' %}", "no template"),
    "a file above": ("{% extends '../../../etc/passwd' %}", "no template"),
    "a module": ("{% import 'os' as os %}", "no template"),
    "a statement": ("{% do titel %}", SYNTAX),
    "a debugger": ("{% debug %}", SYNTAX),
    "a template of text": ("{% include titel %}", "no template"),
    "a filter of ours": ("{{ titel | to own }}", SYNTAX),
}
"""Templates that reach for what is not theirs, and what is said of them."""


@pytest.mark.parametrize("case", REACHING)
def test_template_reaches_for_nothing(case: str) -> None:
    """A template sees fields, keys and loops, calls what it is given, and is told of anything else at its line."""
    template, said = REACHING[case]
    problem = refused(f"# Kop\n\n{template}\n", **OTHERS)
    assert re.search(said, problem.message)
    assert (problem.path, problem.line, problem.source) == (shared()[1].shown[PART], 3, template)


def loops(depth: int, body: str) -> str:
    """A template with loops in loops, each of eight items."""
    return "{% for x in '12345678' %}" * depth + body + "{% endfor %}" * depth


LONG = "{% set a %}" + 20_000 * "x" + "{% endset %}{% set a = a ~ a ~ a ~ a ~ a %}"
BOMBS = {
    "joining": "{% set a = 'x' %}" + 40 * "{% set a = a ~ a %}",
    "joining many times": LONG + "{{ " + 6_000 * "a ~ " + "a }}",
    "a filter": "{% set a = 'x' %}" + 40 * "{% set a = [a, a] | opsomming %}",
    "a filter on itself": "{% set a = 'x' %}" + 60 * "{% set a = a | met(a) %}",
    "a text that is set": "{% set a %}x{% endset %}" + 40 * "{% set a %}{{ a }}{{ a }}{% endset %}",
    "many times one text": LONG + "{{ [" + 10_000 * "a," + "] | opsomming }}",
    "many times printed": LONG + 3_000 * "{{ a }}",
    "many fees": LONG + "{{ [" + 4_800 * "'fee'," + "] | met_fee(a) | opsomming }}",
    "slices": LONG + "".join(f"{{% set b{number} = a[1:] %}}" for number in range(1_000)),
    "loops": loops(9, "regel"),
    "loops with a long text": loops(4, 10_000 * "x "),
    "loops that print nothing": loops(12, "{% if titel %}{% endif %}"),
    "loops that choose nothing": loops(8, "{% for x in '12345678' if x == 'y' %}{% endfor %}"),
    "loops in a text that is set": "{% set a %}" + loops(9, "regel") + "{% endset %}",
    "loops in a filter": "{% filter alineas %}" + loops(9, "regel") + "{% endfilter %}",
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(90) }}"
    ),
    "a loop that calls itself twice": (
        "{% for x in [1, 2] recursive %}{% if loop.depth < 90 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}"
    ),
    "callers": (
        "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}" + 40 * "{% call m() %}" + "x" + 40 * "{% endcall %}"
    ),
    "blocks": "".join(
        f"{{% block b{number} %}}{{{{ self.b{number + 1}() }}}}{{{{ self.b{number + 1}() }}}}{{% endblock %}}"
        for number in range(40)
    )
    + "{% block b40 %}{% endblock %}",
    "includes": loops(7, "{% include 'onderdelen/b.md.j2' %}"),
    "includes of a long template": loops(4, "{% include 'onderdelen/long.md.j2' %}"),
    "includes of a list": "{% set a = [" + 3_000 * "'x'," + "] %}" + loops(5, "{% include a ignore missing %}"),
    "includes of nothing": loops(7, "{% include 'onderdelen/x.md.j2' ignore missing %}"),
    "imports": loops(7, "{% import 'onderdelen/b.md.j2' as b with context %}"),
    "lists in lists": "{% set a = [1] %}" + 60 * "{% set a = [a, a] %}" + "{{ titel[a] }}",
    "values in values": "{% set a = {1: 1} %}" + 60 * "{% set a = {1: a, 2: a} %}" + "{{ titel[a] }}",
    "keys in keys": "{% set a = (1, 1) %}" + 60 * "{% set a = (a, a) %}" + "{{ {a: 1} | length }}",
    "arguments in arguments": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1, varargs, varargs) }}{% endif %}{% endmacro %}{{ m(90, 1) }}"
    ),
    "long texts that are compared": LONG + "{% set b = a ~ '' %}" + loops(5, "{% if a == b %}{% endif %}"),
    "long texts that are searched": LONG + loops(5, "{% if 'y' in a %}{% endif %}"),
    "a long text that is gone through": LONG + "{% for x in a %}{% for y in a %}{% endfor %}{% endfor %}",
}
"""Templates that would go on, or grow, without an end that anybody sees."""
NUMBERS = {
    "times": ("{{ 'x' * 999999999 }}", WHOLE),
    "times in a list": ("{{ [1] * 999999999 }}", WHOLE),
    "a power": ("{{ 9 ** 9 ** 9 }}", WHOLE),
    "a width": ("{{ '%999999999d' % 1 }}", WHOLE),
    "a fraction": ("{{ 1 / 3 }}", WHOLE),
    "a sum of texts": ("{{ titel + titel }}", WHOLE),
    "a sum of lists": ("{{ taken + taken }}", WHOLE),
    "a large sum": ("{{ 999999999 + 999999999 }}", WHOLE),
    "a sum with a name that is not there": ("{{ titels + 1 }}", NAME),
    "an amount": ("{{ '1e999999999' | bedrag }}", CANNOT),
    "a count": ("{{ '1e999999999' | meervoud('punt', 'punten') }}", CANNOT),
    "a percentage": ("{{ '1e999999999' | procent }}", CANNOT),
}
"""Templates that would make something enormous at a stroke, and what is said of them."""


def refuse_all() -> None:
    """Refuse every template that would take more than there is, with little memory to do it in."""
    import resource

    shared()
    resource.setrlimit(resource.RLIMIT_CPU, (240, 240))  # who kills the test does not leave this behind
    resource.setrlimit(resource.RLIMIT_AS, (448 << 20, 448 << 20))
    for case, (template, said) in (NUMBERS | {name: (bomb, TOO_MUCH) for name, bomb in BOMBS.items()}).items():
        problem = refused(f"# Kop\n\n{template}\n", **OTHERS)
        assert said in problem.message, (case, problem)
        assert "onderdelen/" in problem.path, case
        assert problem.line == (3 if problem.path.endswith(PART) else 1), (case, problem)


def test_templates_take_no_more_than_there_is() -> None:
    """What prints, makes or does more than a document can hold is told of so at its line, soon and in little memory."""
    pytest.importorskip("resource")
    script = "from tests.test_templating import refuse_all; refuse_all()"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=300)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("x" * (MAX_SOURCE + 1), f"more than {MAX_SOURCE} characters"),
        ("{{ " + 3_000 * "(" + "1" + 3_000 * ")" + " }}", "too deeply nested"),
        ("{{ " + 3_000 * "-" + "1 }}", "too deeply nested"),
        (1_500 * "{% if titel %}" + 1_500 * "{% endif %}", "too deeply nested"),
        (loops(30, ""), "too many statically nested blocks"),
        ("{{ " + 5_000 * "9" + " }}", "4300"),
        ("{{ titel(a=1, a=2) }}", "keyword argument repeated"),
    ],
    ids=lambda value: value[:30],
)
def test_template_that_cannot_be_compiled(template: str, said: str) -> None:
    """What Jinja or Python cannot compile is told of with the name of its file."""
    problem = refused(template)
    assert SYNTAX in problem.message
    assert said in problem.message
    assert "\n" not in problem.message
    assert not re.search(r"\bline \d", problem.message)  # of the code that Jinja makes of it
    assert problem == Problem(shared()[1].shown[PART], 0, 0, problem.message, "Correct the template.")


@pytest.mark.parametrize(
    "fault", ["{{ titels }}", "{{ titel ~ titels }}", "{{ titels[1:] }}", "{{ titels | met_punt }}"]
)
@pytest.mark.parametrize("rest", ["", "\n\nMeer.\n"], ids=["last", "not last"])
def test_fault_is_told_with_its_line(fault: str, rest: str) -> None:
    """A fault is shown with the line that it is on, be it the last one or not."""
    problem = refused(f"# {{{{ titel }}}}\n{fault}{rest}")
    message = "The template uses a name that does not exist: 'titels' is undefined"
    assert problem == Problem(shared()[1].shown[PART], 2, 1, message, "Correct the name.", "", fault)


@pytest.mark.parametrize("sign", ["*", "/", "**"])
def test_sum_that_may_not_be_is_told_of_with_its_sign(sign: str) -> None:
    """What could grow without an end is named, with what may be."""
    said = f"The template does something that cannot be done: “{sign}” is for whole numbers up to 1000000000"
    assert refused(f"{{{{ 2 {sign} 2 }}}}").message == said


def test_fault_in_a_template_of_a_template() -> None:
    """What an included template does wrong is told at the line of that template, not where it is included."""
    problem = refused("# {{ titel }}\n{% include 'onderdelen/d.md.j2' %}", d="\n\n{{ titels }}")
    assert (problem.path, problem.line, problem.source) == ("onderdelen/d.md.j2", 3, "{{ titels }}")


def test_fault_without_a_line() -> None:
    """What is wrong with a template as a whole is told of the file, without a line."""
    profiel, given = shared()
    changed = replace(given, templates={**given.templates, DOCUMENT: "x" * (MAX_SOURCE + 1)})
    with pytest.raises(InputError) as caught:
        render(make_environment(changed), profiel, "vacature", changed)
    message = f"This template has a syntax error: it has more than {MAX_SOURCE} characters"
    assert caught.value.problems == (Problem(given.shown[DOCUMENT], 0, 0, message, "Correct the template."),)


def test_empty_template_prints_nothing() -> None:
    """An own template without text is there: it leaves out what the shipped one prints."""
    profiel, given = shared()
    changed = replace(given, templates={**given.templates, DOCUMENT: ""})
    assert render(make_environment(changed), profiel, "vacature", changed) == []


def test_too_much_is_told_with_its_cure() -> None:
    """A document that would be too large is told of at the line that it had come to."""
    problem = refused("\n" + LONG + 100 * "{{ a }}")
    message = "This template prints more than a document can hold."
    hint = "Look for a loop, a macro or an include that repeats itself."
    assert (problem.line, problem.message, problem.hint) == (2, message, hint)


def test_a_slice_is_paid_for_by_its_size() -> None:
    """A part of a long text costs what it holds; one character of it costs as good as nothing."""
    one, many = (left_after(f"{LONG}{{% set b = {item} %}}") for item in ("a[7]", "a[1:]"))
    assert one - many > 90_000


def left_after(template: str) -> int:
    """What is left of the allowance of a document, of which one template is another."""
    profiel, given = shared()
    changed = replace(given, templates={**given.templates, PART: template})
    environment = make_environment(changed)
    render(environment, profiel, "vacature", changed)
    return environment.left


def test_every_template_that_is_looked_for_has_a_price() -> None:
    """Of a list of templates each one that is not there costs as much as one that is."""
    lists = ("{% include [" + number * "'x'," + "] ignore missing %}" for number in (100, 200))
    assert 100 * LOOKED_FOR <= left_after(next(lists)) - left_after(next(lists)) <= 200 * LOOKED_FOR


COSTS = {
    "": 1,
    "abc": 3 + 3 * PRINTED,
    "{{ a }}": 3 + 4 * PRINTED,
    "{% set b = a %}": 4,
    "{% set b = [a, a] %}": 6 + 2 * (HELD + 4),
    "{% set b = ['x', 1] %}": 6,
    "{% set b = {'k': a} %}": 7 + 2 * HELD + 1 + 4,
    "{% set b, c = a, a %}": 8 + 2 * (HELD + 4),
    "{% for x in a %}{% endfor %}": 4 + 4 * 3,
    "{% for x in a %}xy{% endfor %}": 16 + 4 * 15,
    "{% for x in [[7]] recursive %}{{ loop(x) if loop.depth == 1 else x }}{% endfor %}": 131,
    "{% macro m() %}x{% endmacro %}": 1 + 15 + 2 + PRINTED,
    "{% macro m() %}x{% endmacro %}{{ m() }}": 67,
    "{% macro m() %}x{% endmacro %}{{ m() }}{{ m() }}": 110,
    "{% macro m() %}{{ varargs | length }}{% endmacro %}{{ m(1, 2) }}": 76,
    "{% macro m() %}{{ kwargs.k }}{% endmacro %}{{ m(k=a) }}": 111,
    "{% if a == 'x' %}{% endif %}": 6 + 4,
    "{% if 'a' == 'x' %}{% endif %}": 6,
    "{% if a in [a, 1] %}{% endif %}": 40,
    "{{ a[1:] }}": 6 + 3 + 3 * PRINTED,
    "{{ a[1] }}": 5 + PRINTED,
    "{{ a ~ 1 }}": 5 + 2 * HELD + 4 + 5 * PRINTED,
    "{% block b %}x{% endblock %}": 17,
    "{% block b %}x{% endblock %}{{ self.b() }}": 48,
    "{{ a | met_punt }}": 4 + 5 + 6 * PRINTED,
    "{{ 'abcd' | met_punt }}": 4 + 5 + 6 * PRINTED,
    "{% set x %}abc{% endset %}": 20,
}
"""What templates cost of the allowance of a document, with "abcd" as `a`: their nodes, and the values they make."""


@pytest.mark.parametrize("template", COSTS)
def test_what_a_template_costs(template: str) -> None:
    """A template pays for what stands in it whenever that is run, and for the size of what it makes of values."""
    environment = make_environment(shared()[1])
    for _number in range(2):  # the second time there is something left that could be spent too early
        environment.from_string(template).render(a="abcd")
        assert ALLOWANCE - environment.left == COSTS[template]


def test_a_document_may_cost_its_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that costs exactly what it may is made; with one less to spend it is not."""
    environment = make_environment(shared()[1])
    monkeypatch.setattr(sandbox, "ALLOWANCE", COSTS["abc"])
    assert environment.from_string("abc").render() == "abc"
    monkeypatch.setattr(sandbox, "ALLOWANCE", COSTS["abc"] - 1)
    with pytest.raises(TooMuchError):
        environment.from_string("abc").render()


def test_a_template_pays_beforehand() -> None:
    """All that stands in a template is paid for before the first thing in it is done."""
    environment = make_environment(shared()[1])
    left: list[int] = []

    def items() -> Iterator[int]:
        left.append(environment.left)
        yield 1

    template = "{% for x in a %}{% endfor %}" + 1_000 * "x"
    environment.from_string(template).render(a=items())
    assert left[0] <= ALLOWANCE - 1_000 * PRINTED


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many documents are made, and however many templates take turns in them, each is compiled once."""
    profiel, given = shared()
    environment = make_environment(given)
    compiled = Mock(wraps=environment.compile)
    monkeypatch.setattr(environment, "compile", compiled)
    for _number in range(2):
        render(environment, profiel, "vacature", given)
    names = [call.args[1] for call in compiled.call_args_list]
    assert DOCUMENT in names
    assert len(names) == len(set(names))


def test_every_document_has_an_allowance_of_its_own() -> None:
    """What one document costs, the next does not pay; a template that fails leaves nothing behind."""
    profiel, given = shared()
    template = LONG + 12 * "{{ a }}"
    changed = replace(given, templates={**given.templates, PART: template})
    environment = make_environment(changed)
    for _number in range(2):
        render(environment, profiel, "vacature", changed)
        assert ALLOWANCE / 3 < environment.left < ALLOWANCE / 2


def test_what_is_said_of_a_template_is_short() -> None:
    """A message quotes a value of a template in part only."""
    problem = refused(f"{LONG}{{{{ titel[a] }}}}")
    assert NAME in problem.message
    assert len(problem.message) < 400
    long, longer = (refused(f"{{% include '{number * 'x'}' %}}") for number in (300, 301))
    assert long.message == f"There is no template “{300 * 'x'}”."
    assert longer.message == f"There is no template “{300 * 'x'}…”."

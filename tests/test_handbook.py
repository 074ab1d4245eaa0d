"""The handbook: what is computed is current, what is shown really works, and every link leads somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.support import ROOT
from tools.handbook import DOCS, PAGES, make_pages
from tools.handbook.fields import FILES
from tools.handbook.language import dutch_messages
from tools.handbook.page import CODE_SPAN, Block, anchors_in, blocks_in, links_in, without_code
from tools.handbook.snippets import Bench
from vacaturegen import cli
from vacaturegen.cli.screen import explain
from vacaturegen.errors import InputError
from vacaturegen.model.base import Deel
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import Profiel
from vacaturegen.profiles.messages import part_in
from vacaturegen.workshop import Product

CHAPTERS = sorted(path for path in DOCS.glob("*.md"))
PIECES = ("profiel", "deel", "functie", "organisatie", "broker", "clausule", "soorten", "fout")
LANGUAGES = ("text", "sh", "css", "jinja", "markdown", "json")
KEYS = DOCS / "profiel-schrijven.md"
KEY_TABLE = "## Regel in jouw document → sleutel"
KEY = re.compile(r"[a-z0-9_]+(?:\[\])?(?:\.[a-z0-9_]+(?:\[\])?)*")
MOST = 1_000_000
"""Bytes that all pictures together may have."""


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.name


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return make_pages()


@pytest.mark.parametrize("name", PAGES)
def test_computed_pages_are_current(name: str, made: dict[str, str]) -> None:
    """A page that is computed is what `make handbook` makes of the code of today."""
    assert text_of(DOCS / name).splitlines() == made[name].splitlines(), "run `make handbook`"


@pytest.mark.parametrize("path", [*CHAPTERS, ROOT / "README.md"], ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    """A link to a file or a heading leads to one that is there."""
    for link in links_in(text_of(path)):
        if re.match(r"<?(?:https?|mailto|tel):", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert not anchor or anchor in anchors_in(text_of(target)), link


@pytest.mark.parametrize("path", CHAPTERS, ids=name_of)
def test_headings_differ(path: Path) -> None:
    """No two headings of a page have the same anchor, so that a link cannot lead to the wrong one."""
    headings = re.findall(r"^#{1,6} .+$", without_code(text_of(path)), re.MULTILINE)
    assert len(headings) == len(anchors_in(text_of(path)))


def test_every_chapter_is_in_the_index() -> None:
    """The index leads to every page of the handbook."""
    assert {path.name for path in CHAPTERS} - {"README.md"} <= set(links_in(text_of(DOCS / "README.md")))


def test_pictures_are_used_described_and_small() -> None:
    """Every picture is shown somewhere with a description, and together they are small."""
    pages = "\n".join(text_of(path) for path in [*CHAPTERS, ROOT / "README.md"])
    shown = {Path(target).name: about for about, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", pages)}
    pictures = sorted(DOCS.rglob("*.png"))
    assert [picture.name for picture in pictures if len(shown.get(picture.name, "")) < 20] == []
    assert sum(picture.stat().st_size for picture in pictures) < MOST


def commands_in(page: str) -> Iterator[str]:
    """Every command line of ours that a page shows, in a block or within a line."""
    lines = [line for block in blocks_in(page) for line in block.text.splitlines()]
    spans = [span.strip("`") for span in CODE_SPAN.findall(page)]
    for line in (*lines, *spans):
        found = re.match(r"(?:\$ )?(?:[A-Z_]+=\S+ )?(vacaturegen [^#|>]+)", line.strip())
        if found:
            yield found[1].strip()


def refusal(line: str) -> str:
    """What click says about a command line as such, whatever files there are; nothing when it is right."""
    group = cli.make_group()
    _program, name, *rest = shlex.split(line)
    try:
        context = click.Context(group, info_name="vacaturegen")
        if name.startswith("-"):
            group.make_parser(context).parse_args([name, *rest])
            return ""
        command = group.get_command(context, name)
        if command is None:
            return f"no command {name}"
        if rest:
            command.make_parser(click.Context(command, info_name=name)).parse_args(rest)
    except click.UsageError as error:
        return error.format_message()
    return ""


@pytest.mark.parametrize("path", [*CHAPTERS, ROOT / "README.md"], ids=name_of)
def test_command_lines_exist(path: Path) -> None:
    """Every command and option that a page shows is one that there is."""
    assert [(line, said) for line in commands_in(text_of(path)) if (said := refusal(line))] == []


def test_a_command_line_that_does_not_exist_is_noticed() -> None:
    """The check of command lines finds a wrong command, a wrong option, and nothing wrong with a right one."""
    lines = ["vacaturegen bouw profiles/", "vacaturegen build --vlug profiles/", "vacaturegen build profiles/ --check"]
    assert [bool(refusal(line)) for line in commands_in("\n".join(f"`{line}`" for line in lines))] == [
        True,
        True,
        False,
    ]


def pieces_in(page: str) -> list[tuple[Block, str]]:
    """Every block of YAML of a page, with the text of the block behind it."""
    blocks = list(blocks_in(page))
    following = [*(block.text if block.words == ("text",) else "" for block in blocks[1:]), ""]
    return [(block, said) for block, said in zip(blocks, following, strict=False) if block.words[:1] == ("yaml",)]


def told_of(product: Product) -> str:
    """What the command says about the mistakes in a piece, as the handbook shows it."""
    with dutch_messages():
        said = explain(InputError(product.problems))
    return re.sub(r"(?m)^\S*/proef\.yaml", "profiles/adviseur-wonen.yaml", said)


@pytest.mark.parametrize("path", CHAPTERS, ids=name_of)
def test_pieces_of_yaml_build(path: Path, bench: Bench) -> None:
    """Every piece of YAML builds; one with a mistake gives exactly the message that stands below it."""
    for block, said in pieces_in(text_of(path)):
        words = block.words[1:]
        if not words and path.name in PAGES:
            continue  # a whole file that was built while the page was made
        assert words, f"{path.name}: say behind `yaml` what this is: {block.text[:60]}"
        assert words[0] in PIECES
        with dutch_messages():
            product = bench.build(words, block.text)
        if words[0] == "fout":
            assert told_of(product) == said.strip("\n")
        else:
            assert (block.text, told_of(product) if product.problems else "") == (block.text, "")
            assert product.documents


@pytest.mark.parametrize("path", CHAPTERS, ids=name_of)
def test_templates_print(path: Path, bench: Bench) -> None:
    """Every template that is shown prints, in the place of the shipped one with its name."""
    for block in blocks_in(text_of(path)):
        if block.words[0] == "jinja":
            file = bench.profiles.parent / "templates" / block.words[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
            product = bench.build(("deel", "aanvraag"), "")
            heading = re.findall("^## .*", block.text, re.MULTILINE)[0]
            assert heading in product.documents[0].data.decode()


@pytest.mark.parametrize("path", CHAPTERS, ids=name_of)
def test_blocks_say_what_they_are(path: Path) -> None:
    """Every block of code names its language, so that none escapes the checks."""
    names = {block.words[0] if block.words else "" for block in blocks_in(text_of(path))}
    assert names <= {"yaml", *LANGUAGES}


def fields_at(path: str) -> bool:
    """Whether a dotted path is a field of a profile, or of an organisatie, functie or broker named in front."""
    model: type[Deel] | None = Profiel
    steps = path.replace("[]", "").split(".")
    roots = {heading.lower(): part for heading, part, _about in FILES}
    if steps[0] in roots and len(steps) > 1:
        model, steps = roots[steps[0]], steps[1:]
    for step in steps:
        if model is None or step not in model.model_fields:
            return False
        model = part_in(model.model_fields[step].annotation)
    return True


def keys_told(page: str) -> list[str]:
    """The keys in the second column of the tables below the heading that leads from a line to its key."""
    rows = page.partition(KEY_TABLE)[2].splitlines()
    cells = [row.split(" | ")[1] for row in rows if row.startswith("| ") and row.count(" | ") >= 1]
    return [span.strip("`") for cell in cells for span in CODE_SPAN.findall(cell)]


def test_keys_of_the_table_exist() -> None:
    """The table from a line of a document to its key names keys that there are, and nearly all there are."""
    told = [key for key in keys_told(text_of(KEYS)) if KEY.fullmatch(key)]
    assert [key for key in told if not fields_at(key)] == []
    assert len(told) > 100
    assert not fields_at("aanvraag.tarief.hoogste")


def parts_of(
    model: type[Deel], path: str, above: tuple[type[Deel], ...] = ()
) -> Iterator[tuple[str, type[Deel] | None]]:
    """Every field of a model with its dotted path, and the part that it holds."""
    for name, info in model.model_fields.items():
        part = part_in(info.annotation)
        here = f"{path}{name}"
        yield here, part
        if part is not None and part not in above and here not in ("organisatie", "broker", "uitgaven"):
            yield from parts_of(part, f"{here}.", (*above, part))


def test_every_key_is_in_the_table() -> None:
    """Whatever can be said in a profile, organisatie or broker can be found from a line of a document."""
    told = {key.replace("[]", "") for key in keys_told(text_of(KEYS))}
    fields = [*parts_of(Profiel, ""), *parts_of(Organisatie, "organisatie."), *parts_of(Broker, "broker.")]
    missing = [
        path
        for path, part in fields
        if part is None and path not in told and not any(path.startswith(f"{key}.") for key in told)
    ]
    assert missing == []


def test_code_is_no_text() -> None:
    """What stands in code is neither a link nor a heading of the page."""
    page = "# Kop\n\n```text\n# geen kop\n[a](b)\n```\n\n`[c](d)` en [e](f)\n"
    assert (anchors_in(page), links_in(page)) == ({"kop"}, ["f"])
    assert "geen kop" not in without_code(page)

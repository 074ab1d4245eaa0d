"""Bad input: each mistake gives one clear message with its place and cure, and leaves the output folder as it was.

What only looks like a mistake, and is carried, stands at the end.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import Mock

import pytest

from tests.support import CASES, ROOT, contents, load, make, run, write
from vacaturegen import layout, library, profiles, sources, writers
from vacaturegen.errors import InputError, Problem
from vacaturegen.files import Source
from vacaturegen.model.places import Open
from vacaturegen.notation import Bijzonder, Duur, Eenheid
from vacaturegen.profiles import messages, shared
from vacaturegen.profiles.merging import merge
from vacaturegen.sources import Node
from vacaturegen.writers import html

FAULTS = CASES / "fouten"
BASE = FAULTS / "basis"
STEP = re.compile(r"^(@@?) (.+?)(?: \[(.+)\])?\n", re.MULTILINE)
HUNK = re.compile(r"((?:-.*\n)*)((?:\+.*\n)*)\n*")
CHARACTER = re.compile(r"<U\+([0-9A-F]{4})>")
REPEATED = re.compile(r"<(\d+) x (.+?)>")


class Case(NamedTuple):
    """A mistake: the changes that make it, as they are written in the case file, and what the command says."""

    title: str
    changes: str
    expected: str


def cases() -> list[Case]:
    """Every mistake of the case files; the first of them tells how they are written."""
    found = []
    for path in sorted(FAULTS.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
            title, _, rest = case.partition("\n")
            changes, _, expected = rest.partition(">>>\n")
            found.append(Case(f"{path.stem}: {title}", changes, expected.strip("\n")))
    return found


def lay(changes: str, folder: Path) -> None:
    """Lay the base folder with the changes of a case."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    parts = STEP.split(changes)[1:]
    for how, name, encoding, text in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        new = change(path.read_text(encoding="utf-8"), text) if how == "@" else text
        path.write_bytes(spell(new).encode(encoding or "utf-8"))


def spell(text: str) -> str:
    """Return a text as the file has it: with the characters and repetitions that a case file only names."""
    spelled = CHARACTER.sub(lambda found: chr(int(found[1], 16)), text.rstrip("\n"))
    return REPEATED.sub(lambda found: found[2] * int(found[1]), spelled + "\n") if spelled else ""


def change(text: str, hunks: str) -> str:
    """Put the lines with + in the place of those with -; lines with + alone come at the end."""
    for hunk in HUNK.finditer(hunks):
        old, new = (re.sub(r"(?m)^[-+]", "", lines) for lines in hunk.groups())
        if old:
            assert text.count(f"\n{old}") + text.startswith(old) == 1, f"not there once:\n{old}"
        text = text.replace(old, new, 1) if old else text + new
    return text


@pytest.mark.parametrize(("changes", "expected"), [pytest.param(*case[1:], id=case.title) for case in cases()])
def test_mistakes(
    changes: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake is told as the case files show it, and changes nothing: neither an old output folder nor a new one."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    lay(changes, tmp_path)
    write(tmp_path / "output", {"proef/proef-aanvraag.md": "# old\n", "manifest.json": "{}\n"})
    before = contents(tmp_path)
    for output in ("output", "new/output"):
        assert run("build", "profiles", "--output", output) == 1
        said = capsys.readouterr()
        assert (said.err.rstrip("\n"), said.out) == (expected, "")
        assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["profiles/weg.yaml", "profiles/brokers/makelaar.yaml", "templates"])
def test_a_link_to_nothing_is_told_of(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link whose file is gone is a mistake, and no profile or folder of templates that silently stays away."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    lay("", tmp_path)
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).symlink_to("nergens.yaml")
    assert run("build", "profiles") == 1
    said = "This link leads to nothing that is here.\n  Put the file itself in its place, or let the link lead to "
    said += "something beside it."
    if name == "templates":
        said = "This file does not exist.\n  Check the name and the folder."
    assert capsys.readouterr().err == f"{name}: {said}\n1 mistake found; nothing was written.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
@pytest.mark.parametrize("name", ["profiles/pijp.yaml", "profiles/brokers/makelaar.yaml"])
def test_a_pipe_is_not_waited_for(name: str, tmp_path: Path) -> None:
    """A pipe among the profiles or the shared files is refused at once; reading it would wait for ever."""
    lay("", tmp_path)
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    command = [sys.executable, "-m", "vacaturegen.cli", "build", "profiles"]
    surroundings = os.environ | {"VACATUREGEN_LANG": "en", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, check=False, timeout=30)
    said = f"{name}: This is not a file.\n  Name a file.\n1 mistake found; nothing was written.\n"
    assert (done.returncode, done.stdout, done.stderr.decode()) == (1, b"", said)


CONTROLLING = {
    "a key": ("gewoon.yaml", 'titel: A\norganisatie: voorbeeldstad\nvacature:\n"x\\u00ad\ue000y": 1\n'),
    "an escape in a key": ("gewoon.yaml", 'titel: A\n"\\e[31m": 1\n'),
    "a key twice": ("gewoon.yaml", '"x\ue000\\ty": 1\n"x\ue000\\ty": 2\n'),
    "a line": ("gewoon.yaml", "titel: \x1b]0;weg\x07\n"),
    "a line with a direction": ("gewoon.yaml", "titel: A \u061c\u202e\u2066\u200e\n"),
    "a value": (
        "gewoon.yaml",
        "titel: A\norganisatie: voorbeeldstad\nvacature:\nniveau: '\ue000'\nstatus: '\ue000\u00ad'\n",
    ),
    "the name of a shared file": ("gewoon.yaml", "titel: A\norganisatie: 'x\ue000\u00ad'\nvacature:\n"),
    "the name of a file": ("\x1b[31m\u202e.yaml", "titel: A\norganisatie: voorbeeldstad\nvacature:\n"),
    "the name of a file with a mistake": ("\x1b[2J.yaml", "titel: [\n"),
}
"""Where a text could reach a terminal by way of a message: the name of a profile, and what stands in it."""


@pytest.mark.parametrize(("name", "text"), CONTROLLING.values(), ids=list(CONTROLLING))
def test_no_message_controls_a_terminal(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of a profile makes a terminal do anything: neither its name, nor its keys, its values or its lines."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    lay("", tmp_path)
    try:
        write(tmp_path / "profiles", {name: text})
    except OSError:
        pytest.skip("no such name here")
    assert run("build", "profiles") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.replace("\n", "").isprintable()
    assert "\ufffd" in said.err or name == "gewoon.yaml"


PATH = '<path d="M0 0h9v9z"/>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"{0}>{1}</svg>'
UNUSABLE = {
    "a script": SVG.format("", "<script>alert(1)</script>"),
    "a script in an attribute": SVG.format(' onload="alert(1)"', PATH),
    "a script in an attribute of a part": SVG.format("", '<path d="M0 0h9v9z" OnClick="alert(1)"/>'),
    "HTML": SVG.format("", "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"),
    "a link": SVG.format("", f'<a href="https://voorbeeldstad.nl">{PATH}</a>'),
    "a picture from elsewhere": SVG.format("", '<image href="https://voorbeeldstad.nl/wapen.png"/>'),
    "a document type": f'<!DOCTYPE svg [<!ENTITY maat "9">]>\n{SVG.format("", PATH)}',
    "no XML": SVG.format("", "<path>"),
    "no namespace": f'<svg viewBox="0 0 30 20">{PATH}</svg>',
    "a viewBox of words": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 groot klein">{PATH}</svg>',
    "another root": f'<html xmlns="http://www.w3.org/1999/xhtml">{SVG.format("", PATH)}</html>',
}
"""What a logo may not be or hold."""

WITH_LOGO = "@ profiles/organisaties/voorbeeldstad.yaml\n+  logo: {bestand: logo.svg, beschrijving: Wapen}\n"


@pytest.mark.parametrize("drawing", UNUSABLE.values(), ids=list(UNUSABLE))
def test_a_logo_is_a_drawing_and_nothing_else(
    drawing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An SVG with anything but drawing in it is refused at the line that names it."""
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    lay(WITH_LOGO, tmp_path)
    write(tmp_path, {"profiles/organisaties/logo.svg": drawing})
    assert run("build", "profiles") == 1
    assert capsys.readouterr().err.startswith(
        "profiles/organisaties/voorbeeldstad.yaml:6:19: This is not a picture that can be used.\n"
    )


def test_a_plain_drawing_is_a_logo(tmp_path: Path) -> None:
    """An SVG that only draws is carried with the size of its viewBox, also behind an XML declaration."""
    lay(WITH_LOGO, tmp_path)
    write(tmp_path, {"profiles/organisaties/logo.svg": f'<?xml version="1.0"?>\n{SVG.format("", PATH)}'})
    logo = load(tmp_path / "profiles/tweede.yaml")[0].files.logo
    assert logo is not None
    assert (logo.media_type, logo.width, logo.height) == ("image/svg+xml", 30, 20)


def test_page_places_are_those_that_are_filled() -> None:
    """Of all words in the writers, the page shell's places are exactly those for which the web page has a text."""
    code = "".join(path.read_text(encoding="utf-8") for path in Path(writers.__file__).parent.glob("*.py"))
    assert {word for word in set(re.findall(r"\w+", code)) if fills(word)} == library.PAGE_PLACES


def fills(place: str) -> bool:
    """Tell whether a page can have a place of this name."""
    meta = writers.Metadata("Titel", "Onderwerp", (), "Organisatie", "vacature", "Vacature", "proef", str)
    try:
        html.write([], meta, writers.Assets(b"", f"{{{{ {place} }}}}", ""))
    except KeyError:
        return False
    return True


MERGED: tuple[tuple[str, list[str]], ...] = (
    ("taken: [Bomen tellen]", ["Bomen tellen"]),
    ("taken: {erbij: [Bomen tellen]}", ["Adviezen schrijven", "Vragen van inwoners beantwoorden", "Bomen tellen"]),
    ("taken: {zonder: [Adviezen schrijven]}", ["Vragen van inwoners beantwoorden"]),
    ("taken: {zonder: ['Adviezen   schrijven'], erbij: [A, B]}", ["Vragen van inwoners beantwoorden", "A", "B"]),
    ("taken: []", []),
)


@pytest.mark.parametrize(("line", "tasks"), MERGED)
def test_lists_replace_or_extend(line: str, tasks: list[str], tmp_path: Path) -> None:
    """A list of the profile replaces that of the functie; with erbij and zonder it extends it, in order."""
    lay(f"@ profiles/tweede.yaml\n-titel: Adviseur water\n+titel: Adviseur water\n+{line}\n", tmp_path)
    assert list(load(tmp_path / "profiles/tweede.yaml")[0].profiel.taken) == tasks


def test_an_item_is_taken_out_once(tmp_path: Path) -> None:
    """Every item of that name goes; who takes out the same one again, or one that is not there, is told so."""
    lay("@ profiles/functies/adviseur.yaml\n+eisen: [a, b, a, c]\n", tmp_path)
    path = tmp_path / "profiles/tweede.yaml"
    path.write_text(f"{path.read_text()}eisen: {{zonder: [a, a, x], erbij: [a]}}\n")
    with pytest.raises(InputError) as refused:
        load(path)
    assert [(problem.column, problem.message[:3]) for problem in refused.value.problems] == [(21, "“a”"), (24, "“x”")]
    path.write_text(path.read_text().replace("[a, a, x]", "[a]"))
    assert list(load(path)[0].profiel.eisen) == ["b", "c", "a"]


def test_a_shared_folder_is_listed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many profiles there are, each folder that they share is looked through once, and each file read once."""
    lay("", tmp_path)
    for number in range(20):
        (tmp_path / f"profiles/p{number}.yaml").write_bytes((tmp_path / "profiles/tweede.yaml").read_bytes())
    listed, read = Mock(wraps=layout.named_files), Mock(wraps=sources.read_yaml)
    monkeypatch.setattr(shared, "named_files", listed)
    monkeypatch.setattr(shared, "read_yaml", read)
    assert len(load(tmp_path / "profiles")) == 22
    assert sorted(call.args[0].name for call in listed.call_args_list) == ["brokers", "functies", "organisaties"]
    assert sorted(call.args[0].stem for call in read.call_args_list) == ["adviseur", "makelaar", "voorbeeldstad"]


ORGANISATION = {"profiles/organisaties/o.yaml": "naam: O\nsoort: gemeente\n"}
LAYERS = {
    "functies/f.yaml": "titel: Functie\nniveau: een\nafdeling: een\nteam: een\ninzet: {start: z.s.m., duur: 1 jaar}\n",
    "organisaties/o.yaml": "naam: O\nsoort: gemeente\nstandaard: {afdeling: twee, team: twee, niveau: twee}\n",
    "brokers/b.yaml": "naam: B\nstandaard: {team: drie, niveau: drie, aanvraag: {waadi: ja}, inzet: {hybride: ja}}\n",
    "met.yaml": "functie: f\norganisatie: o\nbroker: b\nniveau: vier\ninzet: {duur: 2 jaar}\n"
    "aanvraag: {arbeidsrelatie: open}\n",
    "zonder.yaml": "functie: f\norganisatie: o\nbroker: b\nvacature:\n",
}


def test_layers_lie_over_each_other(tmp_path: Path) -> None:
    """The profile wins over the broker's defaults, those over the organisatie's, and those over the functie."""
    write(tmp_path / "profiles", LAYERS)
    met, zonder = (loaded.profiel for loaded in load(tmp_path / "profiles"))
    assert (met.titel, met.niveau, met.team, met.afdeling) == ("Functie", "vier", "drie", "twee")
    assert (met.inzet.start, met.inzet.duur, met.inzet.hybride) == (Bijzonder.ZSM, Duur(2, Eenheid.JAAR), True)
    assert met.aanvraag is not None
    assert met.aanvraag.waadi is True
    assert (zonder.aanvraag, zonder.niveau) == (None, "drie")


def test_zonder_knows_a_mapping_by_its_name(tmp_path: Path) -> None:
    """An item with keys of its own is taken out of a list by its name."""
    lay("@ profiles/functies/adviseur.yaml\n+competenties: [snel, {naam: sterk, doel: om te tillen}]\n", tmp_path)
    lay_change = "titel: Adviseur water\ncompetenties: {zonder: [sterk]}\n"
    path = tmp_path / "profiles/tweede.yaml"
    path.write_text(path.read_text().replace("titel: Adviseur water\n", lay_change))
    (loaded,) = load(path)
    assert [competence.naam for competence in loaded.profiel.competenties] == ["snel"]


def test_zonder_knows_an_item_without_a_name_by_all_that_it_says() -> None:
    """Of items that have no name, only the very same one is taken out, and another one is told of in its words."""

    def item(**keys: str) -> Node:
        return node({key: node(value) for key, value in keys.items()})

    def node(value: Any) -> Node:
        return Node(value, Source("a.yaml"), 1, 1, 1, 1)

    rounds = [item(toets="cv", beoordelaar="broker"), item(toets="gesprek", beoordelaar="broker")]
    problems: list[Problem] = []
    for unwanted, left in ((item(beoordelaar="broker", toets="cv"), rounds[1:]), (item(toets="cv"), rounds)):
        merged = merge(node({"rondes": node(rounds)}), node({"rondes": node({"zonder": node([unwanted])})}), problems)
        assert isinstance(merged.value, dict)
        assert merged.value["rondes"].value == left
    message = "“toets: cv” is not in the list that this one extends."
    assert problems == [Problem("a.yaml", 1, 1, message, "Copy the item exactly as it stands there.")]


@pytest.mark.parametrize("value", [{"b": "x"}, {"erbij": []}, {}], ids=str)
def test_what_is_laid_over_another_keeps_its_place(value: dict[str, Any]) -> None:
    """A mapping that is merged, and a list that is extended, are told of where the upper one was written."""
    under = Node({"a": Node("y", Source("onder.yaml"), 2, 3, 2, 1)}, Source("onder.yaml"), 1, 1, 1, 1)
    above = Source("boven.yaml")
    over = {key: Node(part, above, 8, 9, 8, 7) for key, part in value.items()}
    merged = merge(under, Node(over, above, 5, 6, 4, 3), [])
    place = (merged.source, merged.line, merged.column, merged.key_line, merged.key_column)
    assert place == (above, 5, 6, 4, 3)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("start: 2026-03-02", "start: 2026-02-31", "inzet.start"),
        ("      punten: 60", "      punten: veel", "aanvraag.gunningscriteria.0.punten"),
        ("  arbeidsrelatie: open", "  arbeidsrelatie: open\n  xyzzy: 1", "aanvraag.xyzzy"),
        ("      punten: 40", "", "aanvraag.gunningscriteria.1.punten"),
        ("start: 2026-03-02", "start: [a]", "inzet.start"),
        ("start: 2026-03-02", "start:", "inzet.start"),
        ("punten_totaal: 100", "punten_totaal: 90", "aanvraag.punten_totaal"),
        ("      punten: 60", "      punten:", "aanvraag.gunningscriteria.0.punten"),
        ("functie: adviseur", "functie: onbekend", "functie"),
        ("functie: adviseur", "functie: [adviseur]", "functie"),
    ],
)
def test_a_mistake_names_its_field(old: str, new: str, field: str, tmp_path: Path) -> None:
    """Whatever is wrong with a value, the problem names it by the dotted path from the top of the profile."""
    lay("", tmp_path)
    path = tmp_path / "profiles/proef.yaml"
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(InputError) as refused:
        load(path)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_key_that_only_a_profile_can_have_is_named(tmp_path: Path) -> None:
    """What a functie may not say, the problem names too."""
    lay("@ profiles/functies/adviseur.yaml\n+status: concept\n", tmp_path)
    with pytest.raises(InputError) as refused:
        load(tmp_path / "profiles/tweede.yaml")
    assert [problem.field for problem in refused.value.problems] == ["status"]


def test_an_id_that_nobody_wrote_stands_nowhere(tmp_path: Path) -> None:
    """A name of a file that is no id is wrong with the file as a whole: no line of it is to blame."""
    path = tmp_path / "profiles/Los werk.yaml"
    write(tmp_path, {"profiles/Los werk.yaml": "titel: A\norganisatie: o\nvacature:\n", **ORGANISATION})
    with pytest.raises(InputError) as refused:
        load(path)
    (problem,) = refused.value.problems
    place = (problem.path, problem.line, problem.column, problem.field, problem.source)
    assert place == (str(path), 0, 0, "id", "")


@pytest.mark.parametrize("name", ["makelaar", "[makelaar]"])
def test_a_shared_folder_need_not_be_there(name: str, tmp_path: Path) -> None:
    """Who names a broker where nobody has one yet is told which folder it goes in."""
    lines = f"titel: A\norganisatie: o\nbroker: {name}\nvacature:\n"
    write(tmp_path, {"profiles/los.yaml": lines, **ORGANISATION})
    with pytest.raises(InputError) as refused:
        load(tmp_path / "profiles/los.yaml")
    assert [problem.hint for problem in refused.value.problems] == ["Put it in a file in the folder brokers."]


def test_a_broken_shared_file_is_told_of_once(tmp_path: Path) -> None:
    """Of two profiles that use a shared file with a mistake in it, the second is refused too, without telling again."""
    lay("@ profiles/functies/adviseur.yaml\n+titel: Tweemaal\n", tmp_path)
    shelf, told = profiles.Shelf(), []
    for name in ("proef", "tweede"):
        with pytest.raises(InputError) as refused:
            profiles.load(tmp_path / f"profiles/{name}.yaml", shelf)
        told.append(len(refused.value.problems))
    assert told == [1, 0]


def test_spaces_in_a_key_are_underscores() -> None:
    """A key that is written with spaces looks like the one with underscores, also where it has many of them."""
    assert messages.closest("A b c d", ("bcd", "a_b_c_d")) == "a_b_c_d"
    assert messages.closest("A b c d", ("xyz",)) is None


def test_an_item_without_a_name_is_told_of_with_its_lists(tmp_path: Path) -> None:
    """What an item without a name says in a list is a part of what it is known by."""
    rounds = "{zonder: [{toets: cv, criteria: [De ene, De   andere]}]}"
    lay("@ profiles/proef.yaml\n-  arbeidsrelatie: open\n+  arbeidsrelatie: open\n+  beoordeling:\n", tmp_path)
    path = tmp_path / "profiles/proef.yaml"
    path.write_text(path.read_text().replace("beoordeling:\n", f"beoordeling: {{rondes: {rounds}}}\n"))
    with pytest.raises(InputError) as refused:
        load(path)
    said = "“criteria: De ene, De andere, toets: cv” is not in the list that this one extends."
    assert said in [problem.message for problem in refused.value.problems]


def test_an_empty_block_asks_for_its_document(tmp_path: Path) -> None:
    """`vacature:` with nothing behind it makes a vacancy, and is no open field."""
    lay("", tmp_path)
    assert set(make(tmp_path / "profiles/tweede.yaml", formats=("md",))) == {"tweede/tweede-vacature.md"}


def test_a_list_that_is_open_stays_open(tmp_path: Path) -> None:
    """In a concept, items cannot be added to a list that is still open: nobody knows what they come behind."""
    lay(
        "@ profiles/functies/adviseur.yaml\n+competenties:\n\n"
        "@ profiles/tweede.yaml\n+status: concept\n+competenties: {erbij: [snel]}\n",
        tmp_path,
    )
    (loaded,) = load(tmp_path / "profiles/tweede.yaml")
    competences: object = loaded.profiel.competenties
    assert competences == Open("competenties")


PRINTED = (
    ("a number between quotation marks", 'titel: "2026"\nvacature:', "# 2026 (v/m/x)\n", "[2026]"),
    ("a title without genders", "titel: Adviseur\nadvertentie:", "# Adviseur (v/m/x)\n", "(m/v)"),
    ("a title with genders", "titel: Adviseur (m/v)\nvacature:", "# Adviseur (m/v)\n", "v/m/x"),
    ("an advert with genders", "titel: Adviseur m/v/x\nadvertentie:", "# Adviseur m/v/x\n", "(v/m/x)"),
    ("a concept with a capital", "titel: Adviseur\nstatus: Concept\nvacature:", "> **Concept.**", "(concept)"),
    (
        "pay that is one amount",
        "titel: Adviseur\nsalaris: {minimum: 4000, maximum: 4000.00}\nvacature:",
        "Je bruto maandsalaris is €\u00a04.000.",
        "minimaal",
    ),
    (
        "one amount in the table",
        "titel: Adviseur\nsalaris: {minimum: 4000, maximum: 4000}\nvacature:",
        "| Salaris | €\u00a04.000 bruto per maand |",
        " tot ",
    ),
    (
        "pay between two amounts",
        "titel: Adviseur\nsalaris: {minimum: 4000, maximum: 5000}\nvacature:",
        "minimaal €\u00a04.000 en maximaal €\u00a05.000.",
        "maandsalaris is €",
    ),
    (
        "part time by the hours",
        "titel: Adviseur\nsalaris: {schaal: 10, voltijd_uren: 36}\ninzet: {uren_per_week: 24 tot 36}\nvacature:",
        "Werk je minder dan 36 uur, dan is je salaris naar verhouding lager.",
        "in deeltijd",
    ),
    (
        "full time by the hours",
        "titel: Adviseur\nsalaris: {schaal: 10, voltijd_uren: 36}\ninzet: {uren_per_week: 36}\nvacature:",
        "Je salaris valt in schaal 10.",
        "naar verhouding",
    ),
    (
        "part time for everybody",
        "titel: Adviseur\nsalaris: {schaal: 10, voltijd_uren: 36}\ninzet: {uren_per_week: 24}\nvacature:",
        "Je werkt in deeltijd, dus je salaris is naar verhouding lager.",
        "minder dan 36 uur",
    ),
    (
        "a cao by its name alone",
        "titel: Adviseur\nsalaris: {schaal: 10, cao: Gemeenten}\nvacature:",
        "Je salaris valt in schaal 10 van de cao Gemeenten.",
        "van de Gemeenten",
    ),
    (
        "a department that says what it is",
        "titel: Adviseur\nafdeling: afdeling Groen\nteam: Team Bomen\nadvertentie:",
        "Je werkt bij de afdeling Groen, in het team Bomen.",
        "afdeling afdeling",
    ),
    (
        "the short name of a law in a title",
        "titel: Wmo-consulent\naanvraag: {arbeidsrelatie: open}",
        "zoekt een Wmo-consulent",
        "wmo",
    ),
    (
        "a reaction without an address",
        "titel: Adviseur\ncontacten: [{rol: het team Werving}]\nplanning: {sluiting: 2026-03-02}\nvacature:",
        "Wil je weten hoe je kunt reageren?\nVraag het aan het team Werving",
        "Mail je reactie",
    ),
    (
        "a reaction with an address",
        "titel: Adviseur\ncontacten: [{rol: het team Werving}]\nreageren: {email: werving@voorbeeldstad.nl}\nvacature:",
        "Mail je reactie naar",
        "hoe je kunt reageren",
    ),
    (
        "word for the others, without any date",
        "titel: Adviseur\naanvraag: {arbeidsrelatie: open, beoordeling: {anderen_na_gesprekken: ja}}",
        "De andere kandidaten horen na de gesprekken hoe het verder gaat",
        "| Wat |",
    ),
    (
        "a fallback to the nearest of two rounds",
        "titel: Adviseur\naanvraag: {arbeidsrelatie: open, beoordeling: {rondes: ["
        "{toets: cv, beoordelaar: organisatie}, {toets: cv, beoordelaar: organisatie}, "
        "{toets: gesprek, beoordelaar: organisatie, terugval: cv}, {toets: cv, beoordelaar: organisatie}]}}",
        "dan wordt stap 2 herhaald",
        "stap 4 herhaald",
    ),
    (
        "where one works, in one sentence",
        "titel: Adviseur\nafdeling: Groen\nteam: Bomen\ninzet: {start: uiterlijk 2026-03-02}\nadvertentie:",
        "Je werkt bij de afdeling Groen, in het team Bomen.\nJe begint uiterlijk op maandag 2 maart 2026.\n",
        "Afdeling:",
    ),
    (
        "two ways to respond",
        "titel: Adviseur\nreageren: {email: werk@voorbeeldstad.nl, webadres: 'https://voorbeeldstad.nl'}\nvacature:",
        "Mail je reactie naar [werk@voorbeeldstad.nl](mailto:werk@voorbeeldstad.nl) of reageer via",
        "Reageer via",
    ),
    (
        "a term for objections without rounds",
        "titel: Adviseur\naanvraag: {arbeidsrelatie: open, beoordeling: {opschortende_termijn: ja}}",
        "Daarna geldt een opschortende termijn.",
        "Stap 1",
    ),
    (
        "no term for objections",
        "titel: Adviseur\naanvraag: {arbeidsrelatie: open, beoordeling: {opschortende_termijn: nee}}",
        "# Adviseur\n",
        "## Beoordeling",
    ),
    (
        "one referee",
        "titel: Adviseur\naanvraag: {arbeidsrelatie: open, cv: {min_referenties: 1}}",
        "In het cv staat minimaal 1 referentie.",
        "referenties",
    ),
    (
        "at least and at most so many candidates",
        "titel: Adviseur\naanvraag: {arbeidsrelatie: open, beoordeling: "
        "{rondes: [{toets: cv, beoordelaar: organisatie, beste: 10, minimaal: 2}, "
        "{toets: gesprek, beoordelaar: organisatie}]}}",
        "Minstens 2 en hoogstens 10 kandidaten, degenen met de hoogste beoordeling, krijgen een uitnodiging",
        "dat zijn er minstens",
    ),
    (
        "a fee in the rate that is still open",
        "titel: Adviseur\nstatus: concept\nbroker: makelaar\naanvraag: {arbeidsrelatie: open, fee_per_uur: , "
        "tarief: {maximum: 90, btw: exclusief, inclusief: [fee]}}",
        "een fee van [fee per uur] voor elk gewerkt uur",
        "None",
    ),
    (
        "an answer that is still open",
        "titel: Adviseur\nstatus: concept\naanvraag: {arbeidsrelatie: open, waadi: }",
        "- [waadi]\n",
        "Handelsregister",
    ),
    (
        "a total of points that are still open",
        "titel: Adviseur\nstatus: concept\naanvraag: {arbeidsrelatie: open, punten_totaal: 100, gunningscriteria: ["
        "{criterium: Dat., punten: 60}, {criterium: Dit., punten: }]}",
        "Samen zijn ze 100 punten waard.",
        "[punten totaal]",
    ),
    (
        "a total that is still open",
        "titel: Adviseur\nstatus: concept\naanvraag: {arbeidsrelatie: open, punten_totaal: , gunningscriteria: ["
        "{criterium: Dat., punten: 60}, {criterium: Dit., punten: 40}]}",
        "Samen zijn ze [punten totaal] waard.",
        "100 punten",
    ),
    (
        "a start and days that are to be agreed on",
        "titel: Adviseur\ninzet: {start: in overleg, duur: circa 3-6 maanden, toelichting: De dagen zijn in overleg.}\n"
        "aanvraag: {arbeidsrelatie: open}",
        "| Start | in overleg |\n| Duur | ongeveer 3 tot 6 maanden |",
        "circa",
    ),
    (
        "pay by the cao alone",
        "titel: Adviseur\nsalaris: {cao: cao Gemeenten}\nvacature:",
        "Je salaris volgt uit de cao Gemeenten.",
        "schaal",
    ),
    (
        "another kind of contract",
        "titel: Adviseur\ncontract: {soort: Detachering, duur: 1 jaar}\nvacature:",
        "Soort contract: detachering voor 1 jaar.",
        "Je krijgt een",
    ),
    (
        "what a profile does not take over",
        "titel: Adviseur\nfunctie: adviseur\nniet_overnemen: [taken]\nvacature:",
        "# Adviseur",
        "taken",
    ),
    (
        "no maximum for an hour",
        "titel: Adviseur\naanvraag: {arbeidsrelatie: open, tarief: {maximum: geen maximum, btw: exclusief}}",
        "| Uurtarief | geen maximum, exclusief btw |",
        "maximaal",
    ),
)
"""What is printed of the lines of a profile, and what is not."""


@pytest.mark.parametrize(("lines", "there", "absent"), [pytest.param(*row[1:], id=row[0]) for row in PRINTED])
def test_what_is_no_mistake_is_carried(lines: str, there: str, absent: str, tmp_path: Path) -> None:
    """A profile that is good, though it comes close to a mistake, is printed as its author meant it."""
    lay(f"@@ profiles/derde.yaml\norganisatie: voorbeeldstad\n{lines}\n", tmp_path)
    (data,) = make(tmp_path / "profiles/derde.yaml", formats=("md",)).values()
    made = data.decode()
    assert there in made
    assert absent not in made


@pytest.mark.parametrize(("line", "name"), [("id:", "tweede"), ("id: water", "water")])
def test_an_open_id_is_the_name_of_the_file(line: str, name: str, tmp_path: Path) -> None:
    """In a concept whose id is still open, the name of the file serves as id, as it does without one."""
    lay(f"@ profiles/tweede.yaml\n-titel: Adviseur water\n+titel: A\n+status: concept\n+{line}\n", tmp_path)
    assert set(make(tmp_path / "profiles/tweede.yaml", formats=("md",))) == {f"{name}/{name}-vacature.md"}

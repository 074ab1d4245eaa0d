"""Bad input: each mistake gives one clear message with its place and cure, and leaves the output folder as it was."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import CASES, contents, load, make, run, write
from vacaturegen.notation import Bijzonder, Duur, Eenheid

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


def test_an_empty_block_asks_for_its_document(tmp_path: Path) -> None:
    """`vacature:` with nothing behind it makes a vacancy, and is no open field."""
    lay("", tmp_path)
    assert set(make(tmp_path / "profiles/tweede.yaml", formats=("md",))) == {"tweede/tweede-vacature.md"}

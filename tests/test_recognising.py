"""Which document a Word file is: by its properties, by its name, and what is said when neither tells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import write
from vacaturegen.asking.naming import documents_of
from vacaturegen.asking.recognising import UnrecognisedError, digest_of, recognise, recognise_renamed
from vacaturegen.errors import UncomparableError
from vacaturegen.profiles import Shelf, load
from vacaturegen.versions import Version, open_version

ANONYMOUS = """\
organisatie: dorp
titel: Adviseur
vacature: {{}}
taken: [{task}]
planning: {{sluiting: 2026-07-07 09:00}}
uitgaven:
  anoniem: {{organisatie: {{naam: Een gemeente, beschrijving: Ergens.}}, reageren: {{email: hr@voorbeeld.nl}}}}
"""
FILES = {
    "organisaties/dorp.yaml": "naam: Gemeente Dorp\nsoort: gemeente\nbeschrijving: Aan een rivier.\n",
    "water.yaml": "organisatie: dorp\ntitel: Adviseur water\nvacature:\nadvertentie:\ntaken: [Stukken lezen]\n"
    "planning: {sluiting: 2026-07-07 09:00}\nuitgaven: {extern: {}, intern: {}}\n",
    "een.yaml": ANONYMOUS.format(task="Stukken lezen"),
    "twee.yaml": ANONYMOUS.format(task="Stukken schrijven"),
}
WATER = {"profiel": "water", "soort": "vacature", "uitgave": "extern"}


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with profiles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    write(tmp_path / "profiles", FILES)


def found(properties: Mapping[str, str], name: str) -> str:
    """The document that a file is, or what is said instead."""
    try:
        return recognise(properties, Path(name), open_version(None, Path())).path
    except UnrecognisedError as error:
        return str(error)


@pytest.mark.parametrize(
    ("properties", "name", "expected"),
    [
        (WATER, "zomaar.docx", "water/water-vacature"),
        (WATER | {"uitgave": "intern"}, "water-vacature.docx", "water/water-vacature-intern"),
        ({"profiel": "water"}, "water-advertentie.docx", "water/water-advertentie"),
        ({}, "water-vacature-intern (1) - kopie.docx", "water/water-vacature-intern"),
        ({}, "output/water/WATER-VACATURE.DOCX", "water/water-vacature"),
        (WATER | {"profiel": "was"}, "water-vacature.docx", "water/water-vacature"),
        ({}, "twee.docx", "twee/adviseur-vacature-anoniem"),
    ],
)
def test_properties_go_before_the_name(properties: Mapping[str, str], name: str, expected: str) -> None:
    """A file is what its properties say, and what its name says when they tell of nothing that is there."""
    assert found(properties, name) == expected


@pytest.mark.parametrize(
    ("properties", "name", "message"),
    [
        ({}, "zomaar.docx", "neither its name nor its properties tell"),
        ({}, "water.docx", "such as: water-vacature"),
        (WATER | {"profiel": "was"}, "zomaar.docx", "made from the profile “was”"),
        (WATER | {"soort": "aanvraag"}, "water-vacature.docx", "“water: aanvraag, extern”"),
    ],
)
def test_what_cannot_be_told_has_a_cure(properties: Mapping[str, str], name: str, message: str) -> None:
    """The message names the file, why, and documents that it can be."""
    said = found(properties, name)
    assert message in said
    assert said.startswith(f"{name}: ")
    assert "water-vacature" in said


def test_anonymous_editions_of_one_title_are_told_apart() -> None:
    """Their properties are the same but for the digest; without that their name is all there is."""
    properties = {"profiel": "adviseur", "soort": "vacature", "uitgave": "anoniem"}
    for name in ("een", "twee"):
        (document,) = documents_of(load(Path(f"profiles/{name}.yaml"), Shelf()))
        assert found({**properties, "digest": digest_of(document)}, "x.docx") == document.path
    assert "more than one document" in found({**properties, "digest": "0"}, "x.docx")


def test_no_profiles_at_all() -> None:
    """A version can have none."""
    with pytest.raises(UnrecognisedError, match="no profiles"):
        recognise({}, Path("x.docx"), Version("leeg", "leeg", Path("profiles"), ()))


def test_an_invalid_profile_that_is_meant_is_told() -> None:
    """One that is not meant keeps no other from being found; an anonymous file can be of any."""
    write(Path("profiles"), {"water.yaml": "titels: x\n"})
    version = open_version(None, Path())
    for properties, name in ((WATER, "x.docx"), ({}, "water-vacature.docx"), ({}, "water-vacature (2).docx")):
        with pytest.raises(UncomparableError) as caught:
            recognise(properties, Path(name), version)
        assert all(problem.path == "profiles/water.yaml" for problem in caught.value.problems)
    assert found({}, "een.docx") == "een/adviseur-vacature-anoniem"
    with pytest.raises(UncomparableError):
        recognise({"profiel": "melder", "soort": "vacature", "uitgave": "anoniem"}, Path("x.docx"), version)


def test_a_profile_that_got_another_name(tmp_path: Path) -> None:
    """The document that a file is in one version is found in another, where its profile is called otherwise."""
    write(tmp_path / "oud/profiles", {name.replace("water", "nat"): text for name, text in FILES.items()})
    old, new = open_version("oud", Path()), open_version(None, Path())
    assert recognise_renamed(WATER, Path("x.docx"), old, new).path == "nat/nat-vacature"
    assert recognise_renamed(WATER, Path("x.docx"), new, old).path == "water/water-vacature"
    with pytest.raises(UnrecognisedError):
        recognise_renamed(WATER | {"profiel": "elders"}, Path("x.docx"), old, new)

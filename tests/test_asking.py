"""Asked of a document where its words came from: how words are found, and which document a name means."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import CASES, ROOT, load, write
from vacaturegen.asking import answers, closest, read
from vacaturegen.asking.matching import closest_sentences, find_passages
from vacaturegen.asking.naming import UnknownDocumentError, documents_of, find_documents
from vacaturegen.dutch import sentences
from vacaturegen.errors import InputError
from vacaturegen.library import read_library

BLOCKS = (
    "De opdracht",
    "De OR (van de ODGM) vergadert elke\xa0week. Foto’s mogen; “nee” niet – of toch wel…",
    "Uurtarief",
    "maximaal €\xa090,00",
    "Zorg dat de UAV-GC klopt: zie voorbeeld.nl.",
    "De opdracht loopt af.",
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("OR (van de ODGM) vergadert", [["OR (van de ODGM) vergadert"]]),
        ("  elke week.\n", [["elke\xa0week."]]),
        ('Foto\'s mogen; "nee" niet - of toch wel...', [["Foto’s mogen; “nee” niet – of toch wel…"]]),
        ("de opdracht", [["De opdracht"], ["De opdracht"]]),
        ("De opdracht", [["De opdracht"], ["De opdracht"]]),
        ("OR vergadert", []),
        ("**maximaal** € 90,00", [["maximaal €\xa090,00"]]),
        ("UAV\\-GC klopt", [["UAV-GC klopt"]]),
        ("- zie [voorbeeld.nl](<https://voorbeeld.nl>)", [["zie voorbeeld.nl"]]),
        ("| Uurtarief | maximaal € 90,00 |", [["Uurtarief", "maximaal €\xa090,00"]]),
        ("Uurtarief\tmaximaal € 90,00", [["Uurtarief", "maximaal €\xa090,00"]]),
        ("Uurtarief: maximaal", [["Uurtarief", "maximaal"]]),
        ("1. Zorg dat", [["Zorg dat"]]),
        ("vergade", [["vergade"]]),
        ("€", [["€"]]),
        ("opdracht loopt vast", []),
        ("", []),
    ],
)
def test_words_are_found_as_people_type_them(wanted: str, found: list[list[str]]) -> None:
    """Quotation marks, dashes, spaces, case and marks of Markdown keep nobody from finding words that stand there."""
    places = find_passages(BLOCKS, wanted)
    assert [[BLOCKS[one.block][one.start : one.end] for one in place] for place in places] == found


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("De OR vergaderd elke wek", "De OR (van de ODGM) vergadert elke\xa0week."),
        ("opdrcht loopt", "De opdracht loopt af."),
        ("kwantummechanica", ""),
        ("!", ""),
    ],
)
def test_closest_sentence_is_the_one_meant(wanted: str, near: str) -> None:
    """Of words that stand nowhere the sentence that was meant is told, or none when nothing comes close."""
    assert next(iter(closest_sentences(BLOCKS, wanted)), "") == near


@pytest.mark.parametrize("folder", [ROOT / "profiles", CASES / "documenten" / "profiles"], ids=["ours", "cases"])
def test_every_sentence_has_an_answer(folder: Path) -> None:
    """Each sentence of each document is found in it, with an origin; a value is told at its own words in its file."""
    library = read_library(folder)
    for loaded in load(folder):
        for named in documents_of(loaded):
            document = read(named, library)
            said = {s for token in document.traced.tokens if token.type == "inline" for s in sentences(token.content)}
            for sentence in sorted(said)[::7]:
                found = answers(document, sentence)
                assert found or not sentence.strip(), sentence
                assert all(answer.origins for answer in found)
                for origin in (
                    one for answer in found for one in answer.origins if one.kind == "value" and one.written
                ):
                    lines = Path(origin.path).read_text(encoding="utf-8").split("\n")
                    there = lines[origin.line - 1][origin.column - 1 :]
                    if sentence in " ".join((origin.written or "").split()):
                        assert there.lstrip("\"'").startswith(sentence.split()[0]), (there, sentence)


FILES = {
    "organisaties/dorp.yaml": "naam: Gemeente Dorp\nsoort: gemeente\n",
    "dorp-as.yaml": "organisatie: dorp\ntitel: Adviseur\nvacature:\nadvertentie:\nuitgaven: {intern: , extern: }\n"
    "reageren: {email: naam@voorbeeld.nl}\nplanning: {sluiting: 2026-07-07}\n",
    "dorp-as-2.yaml": "organisatie: dorp\ntitel: Ander\nversie: '1.2'\nbestandsnaam: [versie]\nvacature:\n"
    "reageren: {email: naam@voorbeeld.nl}\nplanning: {sluiting: 2026-07-07}\n",
    "stuk.yaml": "organisatie: dorp\ntitel: [\n",
}
EXTERN = "dorp-as/dorp-as-vacature"


@pytest.mark.parametrize(
    ("said", "paths"),
    [
        ("output/dorp-as/dorp-as-vacature.docx", [EXTERN]),
        ("/ergens/anders/dorp-as-vacature.DOCX", [EXTERN]),
        ("dorp-as-vacature", [EXTERN]),
        ("Dorp-AS-Vacature.md", [EXTERN]),
        ("dorp-as-vacature (1).html", [EXTERN]),
        ("dorp-as-vacature - kopie (2).txt", [EXTERN]),
        ("dorp-as-vacature-intern.docx", ["dorp-as/dorp-as-vacature-intern"]),
        ("dorp-as-2-vacature-v1.2.docx", ["dorp-as-2/dorp-as-2-vacature-v1.2"]),
        ("dorp-as-2-vacature-v1.1.docx", ["dorp-as-2/dorp-as-2-vacature-v1.2"]),
        ("dorp-as-2-vacature.docx", ["dorp-as-2/dorp-as-2-vacature-v1.2"]),
        ("dorp-as-2", ["dorp-as-2/dorp-as-2-vacature-v1.2"]),
        ("profiles/dorp-as-2.yaml", ["dorp-as-2/dorp-as-2-vacature-v1.2"]),
        ("dorp-as-advertentie", ["dorp-as/dorp-as-advertentie"]),
    ],
)
def test_a_name_means_its_document(said: str, paths: list[str], tmp_path: Path) -> None:
    """A document is known by its name, in any format and wherever it was saved, whatever other profiles there are."""
    write(tmp_path, FILES)
    assert [one.path for one in find_documents(said, [tmp_path])] == paths


@pytest.mark.parametrize(("said", "close"), [("dorp-as-vacture", "dorp-as-vacature"), ("x", "dorp-as-2-vacature-v1.2")])
def test_unknown_name_has_close_ones(said: str, close: str, tmp_path: Path) -> None:
    """A name that no document has brings those that look like it, or some that there are."""
    write(tmp_path, FILES)
    with pytest.raises(UnknownDocumentError) as caught:
        find_documents(said, [tmp_path])
    assert caught.value.close[0] == close


def test_invalid_profile_that_is_meant_is_told(tmp_path: Path) -> None:
    """When the document is one of an invalid profile, its mistakes are told."""
    write(tmp_path, FILES)
    with pytest.raises(InputError) as caught:
        find_documents("output/stuk/stuk-vacature.docx", [tmp_path])
    assert {Path(problem.path).name for problem in caught.value.problems} == {"stuk.yaml"}


def test_nothing_close_is_nothing(tmp_path: Path) -> None:
    """Words of another world have no closest sentence."""
    write(tmp_path, {name: text for name, text in FILES.items() if name != "stuk.yaml"})
    (loaded,) = load(tmp_path / "dorp-as-2.yaml")
    documents = [read(one, read_library(tmp_path)) for one in documents_of(loaded)]
    assert closest(documents, "kwantummechanica") == []

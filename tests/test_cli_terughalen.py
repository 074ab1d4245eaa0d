"""`vacaturegen terughalen`: what somebody did in a Word file, where it belongs, and what is written of it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests import repository, wordedits
from tests.support import contents, run, write
from vacaturegen.returning import putting

Said = pytest.CaptureFixture[str]
WORK = Path("output/dorp/dorp-vacature.docx")
ASKED = Path("output/dorp/dorp-aanvraag.docx")
FILES = {
    "profiles/organisaties/dorp.yaml": "naam: Gemeente Dorp\nsoort: gemeente\n",
    "profiles/functies/adviseur.yaml": "taken:\n  - plannen maken\n  - rapporten schrijven\n",
    "profiles/dorp.yaml": """\
organisatie: dorp
functie: adviseur
status: concept
titel: Adviseur water
inzet:
  start:
  uren_per_week:
planning: {sluiting: 2026-07-07 09:00}
eisen:
  - kennis van water
  - ervaring met dijken  # op zee
vacature:
  werk: |
    Je werkt aan dijken.
    Je werkt ook aan <vul in welke>.
    Dat doe je elke dag.
aanvraag:
  arbeidsrelatie: open
  vog: gevraagd
  tarief: {maximum: 90, btw: exclusief}
reageren: {email: naam@voorbeeld.nl}
""",
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a repository with a profile that was built and committed."""
    folder = repository.enter(tmp_path, monkeypatch)
    monkeypatch.setenv("VACATUREGEN_LANG", "nl")
    write(folder, FILES)
    assert run("build", "profiles") == 0
    repository.git(folder, "init", "--quiet")
    repository.commit(folder, {})
    return folder


@pytest.fixture(autouse=True)
def _quiet(home: Path, capsys: Said) -> None:  # noqa: ARG001 - after the folder was made
    """Forget what building said."""
    capsys.readouterr()


def worked_in(file: Path, *words: tuple[str, str], tracked: bool = False) -> Path:
    """A Word file that was mailed and came back with other words."""
    there = Path("binnen.docx")
    there.write_bytes(wordedits.replace(file.read_bytes(), *words, tracked=tracked))
    return there


def profile() -> str:
    """The profile as it is now."""
    return Path("profiles/dorp.yaml").read_text(encoding="utf-8")


CASES = {
    "a word of a text": (
        WORK,
        [("elke dag", "elke week")],
        ["profiles/dorp.yaml:13:9  vacature.werk (gewijzigd)", "Dat doe je elke [-dag-]{+week+}."],
        ("elke dag", "elke week"),
    ),
    "a sentence, on a line of its own": (
        WORK,
        [("aan dijken. ", "aan dijken. Soms ga je varen. ")],
        ["{+Soms ga je varen. +}"],
        ("dijken.\n", "dijken.\n    Soms ga je varen.\n"),
    ),
    "an item": (
        WORK,
        [("Ervaring met dijken", "Ervaring met duinen")],
        ["profiles/dorp.yaml:11:5  eisen.1 (gewijzigd)", "ervaring met [-dijken-]{+duinen+}"],
        ("ervaring met dijken  # op zee", "ervaring met duinen  # op zee"),
    ),
    "a day, with its weekday": (
        WORK,
        [("dinsdag 7 juli 2026", "woensdag 8 juli 2026")],
        ["profiles/dorp.yaml:8:22  planning.sluiting (gewijzigd)", "[-2026-07-07-]{+2026-07-08+} 09:00"],
        ("2026-07-07 09:00", "2026-07-08 09:00"),
    ),
    "an amount": (
        ASKED,
        [("90,00", "92,50")],
        ["aanvraag.tarief.maximum (gewijzigd)", "[-90-]{+92,50+}"],
        ("maximum: 90,", "maximum: '92,50',"),
    ),
    "a place to fill in within a text": (
        WORK,
        [("[welke]", "duinen")],
        ["vacature.werk (ingevuld)", "Je werkt ook aan [-<vul in welke>-]{+duinen+}."],
        ("<vul in welke>", "duinen"),
    ),
    "words beside a place that stays open": (
        WORK,
        [("Je werkt ook aan ", "Je waakt ook over ")],
        ["Je [-werkt ook aan-]{+waakt ook over+} <vul in welke>."],
        ("werkt ook aan <vul", "waakt ook over <vul"),
    ),
    "an e-mail address, whose link stays as it was": (
        WORK,
        [("naam@voorbeeld.nl", "hr@voorbeeld.nl")],
        ["[-naam@voorbeeld.nl-]{+hr@voorbeeld.nl+}"],
        ("naam@voorbeeld.nl", "hr@voorbeeld.nl"),
    ),
    "open fields": (
        WORK,
        [("[uren per week]", "24"), ("[start]", "dinsdag 1 september 2026")],
        ["inzet.uren_per_week (ingevuld)", "{+24+}", "inzet.start (ingevuld)", "{+2026-09-01+}"],
        ("  start:\n  uren_per_week:\n", "  start: 2026-09-01\n  uren_per_week: 24\n"),
    ),
}


@pytest.mark.parametrize(("file", "words", "told", "changed"), CASES.values(), ids=CASES)
def test_what_fits_is_told_and_written(
    file: Path, words: list[tuple[str, str]], told: list[str], changed: tuple[str, str], capsys: Said
) -> None:
    """Each change is told at the value that it came from, and with --apply that value alone is another."""
    there = worked_in(file, *words)
    before = contents(Path())
    assert run("terughalen", there) == 1
    said = capsys.readouterr().out
    assert [line for line in told if line not in said] == []
    assert "Past in het profiel:" in said
    assert contents(Path()) == before
    assert run("terughalen", there, "--apply") == 1
    assert profile() == FILES["profiles/dorp.yaml"].replace(*changed)
    capsys.readouterr()
    assert run("build", "profiles") == 0


def test_twice_is_once(home: Path, capsys: Said) -> None:
    """What was put back is in the profile already, before and after it is committed."""
    there = worked_in(WORK, ("elke dag", "elke week"))
    there.write_bytes(wordedits.with_main(there.read_bytes(), add_item))
    assert run("terughalen", there, "--apply") == 1
    after = profile()
    assert "  - een vaarbewijs\n" in after
    capsys.readouterr()
    for _commit in (False, True):
        assert run("terughalen", there, "--apply") == 0
        assert capsys.readouterr().out == f"{there}: alles wat erin is gewijzigd, staat al in het profiel.\n"
        assert profile() == after
        repository.commit(home, {})


def add_item(body: Any) -> None:
    """Type an item behind the last one of a list."""
    item = paragraph(body, "Ervaring met dijken")
    new = etree.fromstring(etree.tostring(item))
    next(new.iter(f"{wordedits.W}t")).text = "Een vaarbewijs"
    item.addnext(new)


def paragraph(body: Any, words: str) -> Any:
    """The paragraph that begins with these words."""
    text = next(text for text in body.iter(f"{wordedits.W}t") if (text.text or "").startswith(words))
    return text.getparent().getparent()


def test_a_text_is_split_and_joined(capsys: Said) -> None:
    """Enter in the middle of a paragraph makes two of it, in the same text; and back."""

    def split(body: Any) -> None:
        first = paragraph(body, "Je werkt aan dijken")
        new = etree.fromstring(etree.tostring(first))
        first.addnext(new)
        runs = [element for element in first if element.tag != f"{wordedits.W}pPr"]
        for element in runs[1:]:
            first.remove(element)
        said = next(first.iter(f"{wordedits.W}t"))
        said.text = "Je werkt aan dijken."
        again = next(new.iter(f"{wordedits.W}t"))
        again.text = str(again.text).replace("Je werkt aan dijken. ", "")

    there = Path("binnen.docx")
    there.write_bytes(wordedits.with_main(WORK.read_bytes(), split))
    assert run("terughalen", there, "--apply") == 1
    assert "{+¶ +}" in capsys.readouterr().out
    assert profile() == FILES["profiles/dorp.yaml"].replace("dijken.\n    Je", "dijken.\n\n    Je")


def test_no_half_of_a_change_is_written(capsys: Said) -> None:
    """Words that were taken out and stand elsewhere now, where no value can hold them, stay in the profile."""

    def change(body: Any) -> None:
        there, item = paragraph(body, "Reageren"), paragraph(body, "Kennis van water")
        there.addnext(item)

    there = Path("binnen.docx")
    there.write_bytes(wordedits.with_main(WORK.read_bytes(), change))
    assert run("terughalen", there, "--apply") == 1
    said = capsys.readouterr().out
    assert "[-Kennis van water-]" in said
    assert "Kennis van water+}" in said
    assert profile() == FILES["profiles/dorp.yaml"]


def test_a_file_that_is_saved_meanwhile(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """A value that somebody changes while the Word file is looked at is left, and told; the others are written."""
    there = worked_in(WORK, ("elke dag", "elke week"), ("Kennis van water", "Kennis van land"))
    saved = FILES["profiles/dorp.yaml"].replace("kennis van water", "kennis van zee")

    def save(_found: object) -> list[str]:
        Path("profiles/dorp.yaml").write_text(saved, encoding="utf-8")
        return []

    monkeypatch.setattr(putting, "also_changed", save)
    assert run("terughalen", there, "--apply") == 1
    said = capsys.readouterr()
    assert said.err == "profiles/dorp.yaml: “eisen.0” zegt inmiddels iets anders, en is gebleven zoals het was.\n"
    assert "profiles/dorp.yaml: 1 wijziging geschreven." in said.out
    assert profile() == saved.replace("elke dag", "elke week")


def test_a_space_that_went(capsys: Said) -> None:
    """Two words that were joined are told; more space than one between two words is nothing."""
    assert run("terughalen", worked_in(WORK, ("met dijken", "met  dijken"))) == 0
    assert run("terughalen", worked_in(WORK, ("met dijken", "metdijken"))) == 1
    assert "{+metdijken+}" in capsys.readouterr().out


def test_an_item_is_not_taken_for_another(home: Path, capsys: Said) -> None:
    """An item that changed in the profile too is left, also where another one stands in its place now."""
    there = worked_in(WORK, ("Ervaring met dijken", "Veel ervaring met dijken"))
    newer = FILES["profiles/dorp.yaml"].replace(
        "ervaring met dijken  # op zee", "iets heel anders\n  - ervaring met molens"
    )
    repository.commit(home, {"profiles/dorp.yaml": newer})
    assert run("terughalen", there, "--apply") == 1
    assert "Deze waarde zegt inmiddels iets anders." in capsys.readouterr().out
    assert profile() == newer


def test_words_of_a_template_stay_there(capsys: Said) -> None:
    """A paragraph that moved past one of a template takes none of its words along."""

    def change(body: Any) -> None:
        paragraph(body, "Je werkt aan dijken").addprevious(paragraph(body, "Reageren kan"))

    there = Path("binnen.docx")
    there.write_bytes(wordedits.with_main(WORK.read_bytes(), change))
    assert run("terughalen", there, "--apply") == 1
    assert "Er is niets te schrijven" in capsys.readouterr().out
    assert profile() == FILES["profiles/dorp.yaml"]


def test_what_else_changes_is_told(capsys: Said) -> None:
    """A value that stands in other documents of the profile changes these too."""
    assert run("terughalen", worked_in(WORK, ("Adviseur water", "Adviseur land"))) == 1
    assert "Wat in het profiel past, wijzigt ook: dorp-aanvraag." in capsys.readouterr().out


LEFT = {
    "a shared file": (WORK, [("Plannen maken", "Plannen lezen")], ["profiles/functies/adviseur.yaml:2:5  taken.0"]),
    "a heading of the template": (WORK, [("Reageren", "Meedoen")], ["Dit zijn woorden van een sjabloon."]),
    "one of two places": (ASKED, [("90,00 exclusief btw.", "92,00 exclusief btw.")], ["“92"]),
    "a day with the wrong weekday": (WORK, [("dinsdag 7 juli 2026", "dinsdag 8 juli 2026")], ["“2026-07-08 09:00”"]),
    "a field that takes no such thing": (WORK, [("[uren per week]", "ongeveer een dag")], ["inzet.uren_per_week (ing"]),
    "what only tells what is open": (WORK, [("uren per week en", "uren per dag en")], ["[-week-]{+dag+}"]),
    "an amount for hours": (WORK, [("[uren per week]", "€ 3.100")], ["inzet.uren_per_week (ingevuld)"]),
    "a weekday that is another": (
        WORK,
        [("[start]", "maandag 1 september 2026")],
        ["1 september 2026 is geen maandag"],
    ),
}


@pytest.mark.parametrize(("file", "words", "told"), LEFT.values(), ids=LEFT)
def test_what_does_not_fit_is_left_on_the_list(
    file: Path, words: list[tuple[str, str]], told: list[str], capsys: Said
) -> None:
    """What more than one value would need, or none can say, is told with its place, and nothing is written."""
    there = worked_in(file, *words)
    before = contents(Path())
    assert run("terughalen", there, "--apply") == 1
    said = capsys.readouterr()
    assert [line for line in told if line not in said.out] == []
    assert "Er is niets te schrijven" in said.out
    assert contents(Path()) == before


def test_items_that_came_and_went(capsys: Said) -> None:
    """An item that was typed behind another one comes into that list; one that was taken away goes from it."""

    def change(body: Any) -> None:
        last = next(text for text in body.iter(f"{wordedits.W}t") if text.text == "Ervaring met dijken")
        item = last.getparent().getparent()
        new = etree.fromstring(etree.tostring(item))
        next(new.iter(f"{wordedits.W}t")).text = "Een vaarbewijs"
        item.addnext(new)
        item.getparent().remove(item)

    there = Path("binnen.docx")
    there.write_bytes(wordedits.with_main(WORK.read_bytes(), change))
    assert run("terughalen", there, "--apply") == 1
    said = capsys.readouterr().out
    assert "een vaarbewijs" in profile()
    assert "dijken  #" not in profile()
    assert "kennis van water" in profile()
    assert "eisen" in said


def test_who_tracked_a_change_is_told(capsys: Said) -> None:
    """A change that nobody accepted yet counts too, and is told with its author and day."""
    assert run("terughalen", worked_in(WORK, ("elke dag", "elke week"), tracked=True)) == 1
    assert "vacature.werk (gewijzigd; bijgehouden: Lezer, 2026-03-03)" in capsys.readouterr().out


def test_a_comment_is_told_where_it_belongs(capsys: Said) -> None:
    """What somebody remarked is told with who did it, what it is about, and the value that this came from."""
    there = Path("binnen.docx")
    there.write_bytes(with_comment(WORK.read_bytes(), "Ervaring met dijken", "Waarom alleen dijken?"))
    assert run("terughalen", there, "--apply") == 1
    said = capsys.readouterr().out
    assert "Opmerkingen:" in said
    assert "profiles/dorp.yaml:11:5  eisen.1 (Lezer, 2026-03-03)" in said
    assert "over “Ervaring met dijken”" in said
    assert "Waarom alleen dijken?" in said


def with_comment(data: bytes, words: str, said: str) -> bytes:
    """A Word file with a comment about a run."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def change(body: Any) -> None:
        run_ = next(text for text in body.iter(f"{wordedits.W}t") if text.text == words).getparent()
        for tag, put in (("commentRangeStart", run_.addprevious), ("commentRangeEnd", run_.addnext)):
            put(etree.fromstring(f'<w:{tag} {names} w:id="7"/>'))
        run_.getnext().addnext(etree.fromstring(f'<w:r {names}><w:commentReference w:id="7"/></w:r>'))

    comment = (
        f'<w:comments {names}><w:comment w:id="7" w:author="Lezer" w:date="2026-03-03T10:00:00Z">'
        f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment></w:comments>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(wordedits.with_main(data, change))) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            held = old.read(part)
            if part.filename == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
                extra = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
                held = held.replace(b"</Types>", extra.encode())
            if part.filename == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
                extra = f'<Relationship Id="rId900" Type="{kind}" Target="comments.xml"/></Relationships>'
                held = held.replace(b"</Relationships>", extra.encode())
            new.writestr(part, held)
        new.writestr("word/comments.xml", comment)
    return made.getvalue()


def test_a_file_of_an_older_version_is_held_against_that(home: Path, capsys: Said) -> None:
    """What the profile says otherwise since then is no change of the file; a value that changed in both is left."""
    there = worked_in(WORK, ("elke dag", "elke week"), ("Kennis van water", "Kennis van land"))
    newer = FILES["profiles/dorp.yaml"].replace("van water", "van zee").replace("aan dijken", "aan molens")
    repository.commit(home, {"profiles/dorp.yaml": f"# later\n{newer}"})
    assert run("terughalen", there, "--apply") == 1
    said = capsys.readouterr().out
    assert "profiles/dorp.yaml:14:9  vacature.werk" in said
    assert "dijken" not in said
    assert "Deze waarde zegt inmiddels iets anders." in said
    assert profile() == f"# later\n{newer}".replace("elke dag", "elke week")


def test_a_file_of_an_unknown_version_is_only_listed(home: Path, capsys: Said) -> None:
    """When nobody knows what a file was made from, nothing is written until that is named."""
    there = worked_in(WORK, ("elke dag", "elke week"))
    write(home, {"profiles/dorp.yaml": FILES["profiles/dorp.yaml"].replace("aan dijken", "aan molens")})
    repository.git(home, "commit", "--quiet", "--all", "--amend", "--message", "Anders")
    before = profile()
    assert run("terughalen", there, "--apply") == 1
    assert "Het is niet bekend van welke versie dit bestand is gemaakt" in capsys.readouterr().out
    assert profile() == before
    assert run("terughalen", there, "HEAD", "--apply") == 1
    assert "elke week" in profile()


def test_nothing_to_tell(capsys: Said) -> None:
    """A file in which nobody did anything says so."""
    assert run("terughalen", WORK) == 0
    assert capsys.readouterr().out == f"{WORK}: niets ingevuld, gewijzigd of opgemerkt.\n"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("leeg.docx", b"", "leeg.docx"),
        ("plat.docx", b"gewone tekst", "plat.docx"),
        ("half.docx", None, "half.docx"),
        ("slot.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "wachtwoord"),
    ],
)
def test_a_file_that_is_no_word_file(name: str, data: bytes | None, message: str, capsys: Said) -> None:
    """One message says what is wrong, nothing is written, and the command ends as for wrong use."""
    Path(name).write_bytes(WORK.read_bytes()[:2000] if data is None else data)
    before = contents(Path())
    assert run("terughalen", name, "--apply") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert message in said.err
    assert contents(Path()) == before


@pytest.mark.parametrize("revision", ["weg", "HEAD~9", "HEAD..HEAD"])
def test_a_version_that_is_not_there(revision: str, capsys: Said) -> None:
    """A revision that git does not know is one message."""
    assert run("terughalen", WORK, revision) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("Traceback")) == ("", 0)
    assert said.err.strip()


def test_a_profile_that_does_not_validate(home: Path, capsys: Said) -> None:
    """The mistakes of the profile are told, and nothing is written."""
    write(home, {"profiles/dorp.yaml": "titel: Iets\nonzin: ja\n"})
    assert run("terughalen", WORK, "--apply") == 2
    assert "profiles/dorp.yaml" in capsys.readouterr().err

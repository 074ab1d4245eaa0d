"""`vacaturegen diff`: facts and sentences that differ between versions, in the terminal, as files, and for programs."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from tests.repository import commit, enter, git
from tests.support import CASES, blocks_of_html, contents, run
from vacaturegen.reading import read_word
from vacaturegen.reviewing.markdown import MOST
from vacaturegen.writers.md import print_copy

Said = pytest.CaptureFixture[str]
PROFILES = CASES / "documenten" / "profiles"
ORGANISATION = {
    "profiles/organisaties/proef.yaml": "naam: Gemeente Proefstad\nsoort: gemeente\nbeschrijving: Aan een rivier.\n"
}
BARE = "organisatie: proef\ntitel: Adviseur\ntaken: {0}\nvacature:\n"
"""A profile with nothing but tasks, and the organisatie that it names."""
TEAM, FULL = "profiles/team.yaml", "profiles/volledig.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> Path:
    """A repository with the profiles of the cases, all committed."""
    folder = enter(tmp_path, monkeypatch)
    git(folder, "init", "--quiet", "--initial-branch", "hoofdlijn")
    shutil.copytree(PROFILES, folder / "profiles")
    commit(folder, {})
    capsys.readouterr()
    return folder


def change(folder: Path, name: str, *pairs: tuple[str, str]) -> None:
    """Change words of a file, each of which stands there."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def told(capsys: Said) -> str:
    """What the command said, with plain spaces."""
    return capsys.readouterr().out.replace("\u00a0", " ")


def test_nothing_differs(home: Path, capsys: Said) -> None:
    """Without a difference the command says so, and its exit code is 0."""
    assert run("diff") == 0
    assert told(capsys).startswith("Geen verschillen tussen HEAD (")
    before = contents(home)
    assert run("diff", "--format", "html") == run("diff", "--format", "docx") == 0
    assert contents(home) == before


def test_facts_come_first_and_then_sentences(home: Path, capsys: Said) -> None:
    """A fee and a day that moved are told as facts, with the working days between, and then where they stand."""
    text = (home / FULL).read_text(encoding="utf-8")
    fee = re.search(r"fee_per_uur: (\S+)", text)
    assert fee
    change(home, FULL, (fee[0], "fee_per_uur: 9.90"))
    assert run("diff") == 1
    lines = told(capsys).splitlines()
    facts = [line for line in lines if line.startswith("  fee per uur: ")]
    assert len(facts) == 1
    assert facts[0].endswith("→ € 9,90")
    sentences = [line for line in lines if "{+€ 9,90+}" in line]
    assert sentences
    assert lines.index(facts[0]) < lines.index(sentences[0])
    assert lines[-1].startswith("Verschil: 1 profiel, 1 document, ")


def test_days_are_told_with_how_far_they_moved(home: Path, capsys: Said) -> None:
    """The working days between two days are counted by the organisation's calendar."""
    profile = BARE.format("[Stukken lezen]") + "planning:\n  sluiting: 2026-07-07 09:00\n"
    commit(home, {**ORGANISATION, "profiles/proef.yaml": profile})
    change(home, "profiles/proef.yaml", ("2026-07-07", "2026-07-14"))
    assert run("diff") == 1
    said = "sluiting: dinsdag 7 juli 2026, 09:00 uur → dinsdag 14 juli 2026, 09:00 uur (+5 werkdagen)"
    assert said in told(capsys)
    change(home, "profiles/proef.yaml", ("2026-07-14", "2026-07-06"))
    assert run("diff") == 1
    assert "maandag 6 juli 2026, 09:00 uur (−1 werkdag)" in told(capsys)


def test_a_change_of_a_shared_file_shows_in_every_document_that_it_reaches(home: Path, capsys: Said) -> None:
    """What an organisatie says differs in each document that prints it, and --impact lists these."""
    (organisation,) = re.findall(r"^organisatie: (\S+)", (home / TEAM).read_text(encoding="utf-8"), re.M)
    path = f"profiles/organisaties/{organisation}.yaml"
    text = (home / path).read_text(encoding="utf-8")
    name = re.search(r"^naam: (.*)$", text, re.M)
    assert name
    change(home, path, (name[0], f"{name[0]} aan Zee"))
    assert run("diff") == 1
    said = told(capsys)
    assert "{+" in said
    assert "team-vacature (" in said
    assert run("diff", "--impact") == 1
    lines = told(capsys).splitlines()
    assert lines[0].startswith(f"organisaties/{organisation}.yaml: raakt ")
    assert any(line.startswith("  team-vacature: ") for line in lines)


def test_templates_of_a_revision_are_its_own(home: Path, capsys: Said) -> None:
    """A template that only an earlier revision has is what that revision is built with."""
    part = "templates/onderdelen/opening.md.j2"
    commit(home, {part: "Deze zin stond in het oude sjabloon.\n"})
    commit(home, {}, part)
    assert run("diff", "HEAD~1", "HEAD") == 1
    assert "- [-Deze zin stond in het oude sjabloon.-]" in told(capsys)
    assert run("diff", "HEAD~2", "HEAD") == 0


def test_profiles_that_came_went_and_got_another_name(home: Path, capsys: Said) -> None:
    """Each is told as such; what came and went is not told sentence by sentence."""
    text = (home / TEAM).read_text(encoding="utf-8")
    (home / "profiles/kaal.yaml").unlink()
    (home / TEAM).rename(home / "profiles/groep.yaml")
    (home / "profiles/extra.yaml").write_text("organisatie: onbekend\n", encoding="utf-8")
    organisation = re.search(r"^organisatie: .*$", text, re.M)
    assert organisation
    extra = f"{organisation[0]}\ntitel: Extra adviseur\ntaken: [Stukken lezen]\nvacature:\n"
    (home / "profiles/extra.yaml").write_text(extra, encoding="utf-8")
    assert run("diff") == 1
    heads = [line for line in told(capsys).splitlines() if line and not line.startswith(" ")]
    assert [re.sub(r":.*\(", ": (", head) for head in heads[1:-1]] == [
        "extra: (nieuw)",
        "team → groep: (hernoemd)",
        "kaal: (vervallen)",
    ]


def test_word_files_hold_both_documents(home: Path, capsys: Said) -> None:
    """Accepting all gives the new reading copy, rejecting all the old one; author and day are those of the commit."""
    run("build", "profiles", "--output", "oud")
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    commit(home, {})
    run("build", "profiles", "--output", "nieuw")
    capsys.readouterr()
    assert run("diff", "HEAD~1", "HEAD", "--format", "docx") == 1
    made = [line.removesuffix(": gemaakt") for line in capsys.readouterr().out.splitlines()]
    assert made == [f"verschil/team/team-{kind}-wijzigingen.docx" for kind in ("advertentie", "vacature")]
    for path in made:
        data = Path(path).read_bytes()
        stem = Path(path).name.removesuffix("-wijzigingen.docx")
        for folder, original in (("oud", True), ("nieuw", False)):
            copy = print_copy(read_word(data, path, original=original).tokens)
            assert copy == Path(folder, "team", f"{stem}.md").read_bytes()
        changes = read_word(data, path).changes
        assert {one.author for one in changes} == {"Redactie Ë"}
        assert {one.date[:10] for one in changes} == {"2025-06-15"}


def test_author_and_day_can_be_said(home: Path) -> None:
    """What was not committed has no day and no author but what is said; the same input gives the same bytes."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    files = []
    for options in (
        [],
        ["--auteur", "Griffie", "--datum", "2026-07-01"],
        ["--auteur", "Griffie", "--datum", "1 juli 2026"],
        ["--auteur", "Griffie", "--datum", "2026-07-01 10:30"],
    ):
        assert run("diff", "--format", "docx", *options) == 1
        files.append((home / "verschil/team/team-vacature-wijzigingen.docx").read_bytes())
    found = [read_word(data, "x.docx").changes for data in files]
    assert {(one.author, one.date) for one in found[0]} == {("nog niet vastgelegd", "")}
    assert {(one.author, one.date[:10]) for one in found[1]} == {("Griffie", "2026-07-01")}
    assert files[1] == files[2]
    assert {one.date[:16] for one in found[3]} == {"2026-07-01T10:30"}


def test_a_file_that_somebody_changed_is_kept(home: Path, capsys: Said) -> None:
    """A review can be made again, but not over remarks that somebody made in it."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    assert run("diff", "--format", "html") == 1
    page = home / "verschil/verschil.html"
    first = page.read_bytes()
    change(home, TEAM, ("titel: Nieuwe ", "titel: Heel nieuwe "))
    assert run("diff", "--format", "html") == 1
    second = page.read_bytes()
    assert second != first
    page.write_text("eigen aantekeningen", encoding="utf-8")
    change(home, TEAM, ("titel: Heel nieuwe ", "titel: Nieuwste "))
    capsys.readouterr()
    assert run("diff", "--format", "html") == 1
    assert "met de hand gewijzigd" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == "eigen aantekeningen"


def test_the_page_shows_what_changed_in_place(home: Path) -> None:
    """It has one title, deeper headings for documents, what came and went as such, ids that are its own, no address."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    change(home, FULL, ("titel: ", "titel: Andere "))
    assert run("diff", "--format", "html") == 1
    data = (home / "verschil/verschil.html").read_bytes()
    page = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    assert [title.text for title in page.iter("h1")] == ["Wat er verandert"]
    assert "Nieuwe" in "".join("".join(one.itertext()) for one in page.iter("ins"))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [link.get("href")[1:] for link in page.iter("a") if link.get("href", "").startswith("#")]
    assert set(links) <= set(ids)
    assert not page.xpath("//@src | //script | //link")
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert any("ongewijzigd" in block for block in blocks_of_html(data))


def test_programs_read_json(home: Path, capsys: Said) -> None:
    """All that people read is there by key."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    assert run("diff", "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert data["naar"] == "de werkmap"
    (profile,) = data["profielen"]
    assert (profile["profiel"], profile["toestand"]) == ("team", "gewijzigd")
    assert profile["gegevens"] == []  # the name of a section is text
    pieces = [piece for document in profile["documenten"] for one in document["zinnen"] for piece in one["stukken"]]
    assert {"erbij": "Nieuwe "} in pieces or {"erbij": "Nieuwe"} in pieces


def test_a_comment_has_a_bound_and_mentions_nobody(home: Path, capsys: Said) -> None:
    """It tells what is new among findings, is never too long, and makes no link of what looks like a name."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe @iedereen !12 "))
    assert run("diff", "--format", "markdown") == 1
    said = capsys.readouterr().out
    assert "@iedereen" not in said
    assert "!12" not in said
    assert "iedereen" in said
    many = "".join(f"  - Lange taak {number} met nog veel meer woorden erin dan er al waren\n" for number in range(900))
    commit(home, {**ORGANISATION, "profiles/proef.yaml": BARE.format("[Stukken lezen]")})
    change(home, "profiles/proef.yaml", ("[Stukken lezen]", f"\n{many}"))
    capsys.readouterr()
    assert run("diff", "--format", "markdown") == 1
    said = capsys.readouterr().out
    assert MOST // 2 < len(said.encode()) <= MOST
    assert re.search(r"Weggelaten, omdat het hier niet past: \d+ zinnen", said)
    assert said.endswith(f"Zie alles met: `vacaturegen diff {git(home, 'rev-parse', 'HEAD')[:7]}`\n")


def test_what_profiles_have_in_common_is_told_once_in_a_comment(home: Path, capsys: Said) -> None:
    """An equal fact and an equal sentence of many profiles are one line, with how many it holds for; few are named."""
    text = BARE.format("[Stukken lezen]") + "  werk: Je leest twee stukken.\nniveau: senior\n"
    commit(home, {**ORGANISATION, **{f"profiles/proef-{number}.yaml": text for number in range(8)}})
    for number in range(8):
        change(home, f"profiles/proef-{number}.yaml", ("twee", "drie"), ("senior", "junior"))
    change(home, "profiles/proef-7.yaml", ("Stukken lezen", "Notulen maken"))
    capsys.readouterr()
    assert run("diff", "HEAD", ".", "--format", "markdown") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("| niveau ")] == ["| niveau | senior | junior | 8 profielen |"]
    assert len([line for line in lines if "<ins>drie</ins>" in line]) == 1
    heads = [line.replace("\\", "") for line in lines if line.startswith("#")]
    assert heads == [
        "## Wat er verandert",
        "### Documenten",
        "### Gegevens die veranderen",
        "### Zinnen die veranderen",
        "#### In 8 documenten",
        "#### proef-7-vacature",
    ]
    assert "- proef-0: Adviseur – vacature (2 zinnen)" in [line.replace("\\", "") for line in lines]


def test_spaces_beside_a_change_stay_in_a_comment(home: Path, capsys: Said) -> None:
    """A space at which no line may end is as good as any other: what follows it stays a word of its own."""
    commit(home, {**ORGANISATION, "profiles/proef.yaml": BARE.format("[35\u00a0punten halen]")})
    change(home, "profiles/proef.yaml", ("35", "34"))
    capsys.readouterr()
    assert run("diff", "--format", "markdown") == 1
    assert "<del>35</del><ins>34</ins>\u00a0punten halen" in capsys.readouterr().out


def test_another_page_behind_the_same_words_can_be_read(home: Path, capsys: Said) -> None:
    """Where a link leads is told in the terminal, in a comment, on the page and to programs, and the words once."""
    text = BARE.format("[Stukken lezen]") + "  werk: Kijk op [onze pagina](https://een.example/) nu.\n"
    commit(home, {**ORGANISATION, "profiles/proef.yaml": text})
    change(home, "profiles/proef.yaml", ("een.example", "twee.example"))
    said = {}
    for form in ("text", "markdown", "json"):
        capsys.readouterr()
        assert run("diff", "--format", form) == 1
        said[form] = capsys.readouterr().out
    told = "onze pagina (https://een.example/ → https://twee.example/) nu."
    assert f"~ Kijk op {told}" in said["text"]
    assert f"- Kijk op {told}" in said["markdown"].replace("\\", "")
    (profile,) = json.loads(said["json"])["profielen"]
    found = [look for document in profile["documenten"] for one in document["zinnen"] for look in one["anders"]]
    assert found[0] == {
        "tekst": "onze pagina",
        "wat": "koppeling",
        "was": "https://een.example/",
        "wordt": "https://twee.example/",
    }
    assert run("diff", "--format", "html") == 1
    page = etree.fromstring((home / "verschil/verschil.html").read_bytes(), etree.HTMLParser(encoding="utf-8"))
    assert any("".join(one.itertext()) == f"Kijk op {told}" for one in page.iter("p"))


def test_findings_that_are_new_are_told(home: Path, capsys: Said) -> None:
    """A doubled word that the old version did not have is told; what it had already is not."""
    change(home, TEAM, ("titel: ", "titel: de de "))
    assert run("diff", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)["bevindingen"]
    assert [(one["code"], one["tekst"]) for one in found if one["code"] == "S03"] == [("S03", "de de")]
    commit(home, {})
    change(home, TEAM, ("titel: de de ", "titel: de de nieuwe "))
    capsys.readouterr()
    assert run("diff", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)["bevindingen"]
    assert [one for one in found if one["code"] == "S03"] == []


def test_a_profile_that_came_or_went_has_its_main_facts(home: Path, capsys: Said) -> None:
    """Whose it is and when it closes is told of a whole profile, in the terminal and on the page, and nothing else."""
    profile = BARE.format("[Stukken lezen]") + "niveau: senior\nplanning:\n  sluiting: 2026-07-07 09:00\n"
    came = commit(home, {**ORGANISATION, "profiles/proef.yaml": profile})
    facts = ["  organisatie: naam: Gemeente Proefstad", "  sluiting: dinsdag 7 juli 2026, 09:00 uur"]
    for versions in ([f"{came}~1", came], [came, f"{came}~1"]):
        capsys.readouterr()
        assert run("diff", *versions) == 1
        assert told(capsys).splitlines()[3:6] == [*facts, ""]
        assert run("diff", *versions, "--format", "html") == 1
        page = etree.parse("verschil/verschil.html", etree.HTMLParser(encoding="utf-8"))
        table = next(iter(page.iter("table")))
        assert [["".join(cell.itertext()).replace("\u00a0", " ") for cell in row] for row in table.iter("tr")] == [
            ["Gegeven", "Waarde"],
            ["organisatie: naam", "Gemeente Proefstad"],
            ["sluiting", "dinsdag 7 juli 2026, 09:00 uur"],
        ]


def test_sentences_are_no_facts(home: Path, capsys: Said) -> None:
    """What a profile says in a sentence is text; a short name is a fact."""
    text = BARE.format("[Stukken lezen]") + "afdeling: {0}\nresultaatgebieden:\n- naam: Beleid\n  omschrijving: {1}\n"
    long = "Bedrijfsvoering, dienstverlening en alles wat daar in de praktijk bij hoort"
    commit(home, {**ORGANISATION, "profiles/proef.yaml": text.format("Griffie", "stukken lezen")})
    for afdeling, facts in (("Bestuur", ["  afdeling: Griffie → Bestuur"]), (long, [])):
        (home / "profiles/proef.yaml").write_text(text.format(afdeling, "notulen maken"), encoding="utf-8")
        capsys.readouterr()
        assert run("diff") == 1
        lines = told(capsys).splitlines()
        assert lines[3 : lines.index("", 3)] == facts


def test_word_files_only_of_words_that_changed(home: Path, capsys: Said) -> None:
    """A profile that got another name has no words that changed: that is said, and nothing is written."""
    (home / TEAM).rename(home / "profiles/groep.yaml")
    assert run("diff", "--format", "docx") == 1
    assert told(capsys) == "Geen woorden gewijzigd; er is geen Word-bestand gemaakt.\n"
    assert not (home / "verschil").exists()


def test_what_belonged_to_an_earlier_comparison_goes(home: Path, capsys: Said) -> None:
    """A file that is not made any more is removed, but for one that somebody changed, and one of another form."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    assert run("diff", "--format", "html") == run("diff", "--format", "docx") == 1
    changed = home / "verschil/team/team-vacature-wijzigingen.docx"
    changed.write_bytes(b"eigen aantekeningen")
    own = home / "verschil/van-mij.docx"
    own.write_bytes(b"eigen bestand")
    commit(home, {})
    change(home, FULL, ("titel: ", "titel: Andere "))
    capsys.readouterr()
    assert run("diff", "--format", "docx") == 1
    said = capsys.readouterr()
    gone = "verschil/team/team-advertentie-wijzigingen.docx"
    assert f"{gone}: weggehaald; dit hoorde bij een eerdere vergelijking" in said.out
    assert "team-vacature-wijzigingen.docx: dit hoort bij een eerdere vergelijking. Het is met de hand" in said.err
    assert not (home / gone).exists()
    assert changed.read_bytes() == b"eigen aantekeningen"
    assert (home / "verschil/verschil.html").exists()
    commit(home, {})
    assert run("diff", "--format", "docx") == run("diff", "--format", "html") == 0
    assert sorted(path.name for path in (home / "verschil").rglob("*.*")) == [changed.name, own.name]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["bestaat-niet"], "bestaat-niet"),
        (["HEAD", "profielen-van-niemand"], "profielen-van-niemand"),
        (["HEAD..HEAD"], "HEAD"),
        (["--format", "html", "--impact"], "--impact"),
        ([""], "Dit is geen naam van een versie"),
        (["HEAD", ""], "Dit is geen naam van een versie"),
        (["--format", "docx", "--datum", "morgen"], "“morgen” is geen datum. Schrijf een dag als 2026-11-22"),
        (["--format", "docx", "--datum", "30-02-2026"], "Schrijf een dag als 2026-11-22"),
        (["--format", "docx", "--auteur", " "], "Schrijf iets achter --auteur"),
        (["--format", "html", "--output", ""], "Schrijf iets achter --output"),
        (["--format", "html", "--auteur", "Griffie"], "--auteur hoort alleen bij --format docx."),
        (["--datum", "2026-07-01"], "--datum hoort alleen bij --format docx."),
        (["--format", "json", "--output", "x"], "--output hoort alleen bij --format html of --format docx."),
        (["--impact", "--output", "x"], "--output hoort alleen bij"),
        (["--format", "html", "--output", "profiles"], "profiles: hier staan profielen."),
        (["--format", "docx", "--output", "profiles/organisaties"], "profiles/organisaties: hier staan profielen."),
        (["--format", "html", "--output", "gebouwd"], "gebouwd: hier worden documenten gebouwd."),
    ],
)
def test_what_cannot_be_compared(args: list[str], message: str, home: Path, capsys: Said) -> None:
    """One clear message, exit code 2, and nothing is written."""
    (home / "gebouwd").mkdir()
    (home / "gebouwd/manifest.json").write_text("{}", encoding="utf-8")
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    before = contents(home)
    assert run("diff", *args) == 2
    said = capsys.readouterr()
    assert message in said.err
    assert "Traceback" not in said.err
    assert contents(home) == before


def test_a_version_that_is_not_valid(home: Path, capsys: Said) -> None:
    """Its errors are told, named with the revision, and nothing is compared."""
    change(home, TEAM, ("titel: ", "titels: "))
    commit(home, {})
    change(home, TEAM, ("titels: ", "titel: "))
    assert run("diff", "--format", "docx") == 2
    said = capsys.readouterr().err
    assert "HEAD:profiles/team.yaml:" in said
    assert not (home / "verschil").exists()


def test_folders_need_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Two folders can be compared anywhere."""
    monkeypatch.chdir(tmp_path)
    for name in ("een", "twee"):
        shutil.copytree(PROFILES, tmp_path / name / "profiles")
    assert run("diff", "een", "twee") == 0
    change(tmp_path, f"twee/{TEAM}", ("titel: ", "titel: Nieuwe "))
    assert run("diff", "een", "twee") == 1
    assert "Van een naar twee" in capsys.readouterr().out


def test_the_page_is_the_same_twice(home: Path) -> None:
    """The same versions give the same bytes."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    run("diff", "--format", "html", "--output", "a")
    run("diff", "--format", "html", "--output", "b")
    assert contents(home / "a") == contents(home / "b")


def test_what_cannot_be_written_is_no_difference(home: Path, capsys: Said) -> None:
    """Where 1 says that something differs, a page that could not be written is 2: a pipeline can tell them apart."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    (home / "bezet").write_text("x", encoding="utf-8")
    assert run("diff", "--format", "html", "--output", "bezet/map") == 2
    assert capsys.readouterr().err


def test_colour_is_for_terminals_only(home: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal what differs has a colour, unless somebody wants none."""
    change(home, TEAM, ("titel: ", "titel: Nieuwe "))
    run("diff")
    assert "\x1b[" not in capsys.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    run("diff")
    assert "\x1b[32m" in capsys.readouterr().out
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            run("diff")
        assert "\x1b[" not in capsys.readouterr().out


def test_an_edition_has_facts_of_its_own(home: Path, capsys: Said) -> None:
    """A day that only the edition for colleagues has is told with its name."""
    profile = (
        "organisatie: proef\ntitel: Adviseur\ntaken: [Stukken lezen]\nplanning:\n  sluiting: 2026-07-07\n"
        "uitgaven:\n  extern:\n  intern:\n    planning:\n      sluiting: 2026-07-01\nvacature:\n"
    )
    commit(home, {**ORGANISATION, "profiles/proef.yaml": profile})
    change(home, "profiles/proef.yaml", ("2026-07-01", "2026-07-02"))
    assert run("diff") == 1
    said = told(capsys)
    assert "sluiting: woensdag 1 juli 2026 → donderdag 2 juli 2026 (+1 werkdag)" in said
    assert "proef-vacature-intern (" in said


def test_word_files_pass_without_damage(home: Path) -> None:
    """Each is a package with all its parts."""
    change(home, FULL, ("titel: ", "titel: Nieuwe "))
    assert run("diff", "--format", "docx") == 1
    for path in (home / "verschil").rglob("*.docx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            assert package.testzip() is None

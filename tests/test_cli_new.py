"""`vacaturegen new`: from nothing to a document, from last year's to this year's, and never over what is there."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import click
import pytest

from tests.support import ROOT, contents, run, write
from vacaturegen import additions
from vacaturegen.cli import questions
from vacaturegen.cli.schema import KINDS
from vacaturegen.errors import OutputError
from vacaturegen.layout import shipped_functies
from vacaturegen.model.profiel import SOORTEN

Said = pytest.CaptureFixture[str]
SCHEMAS = {f"{kind}.schema.json" for kind in KINDS}
NEW = ("new", "--soort", "vacature", "--organisatie", "voorbeeldstad")
on_posix = pytest.mark.skipif(os.name != "posix", reason="terminals and modes as POSIX has them")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, in English, with nobody to be asked."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VACATUREGEN_LANG", "en")
    monkeypatch.setattr("vacaturegen.cli.new.is_terminal", lambda: False)


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Have somebody at a terminal who types these answers, and then gives up; return those that are not typed yet."""
    left = list(answers)

    def type_in(question: str) -> str:
        click.echo(question, err=True)  # as the real one shows it; some releases of click do so themselves
        if not left:
            raise KeyboardInterrupt
        return left.pop(0)

    monkeypatch.setattr("vacaturegen.cli.new.is_terminal", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", type_in)
    return left


@pytest.mark.parametrize("kinds", ["aanvraag", "vacature", "advertentie", "aanvraag,vacature,advertentie"])
@pytest.mark.parametrize("others", [[], ["--functie", "ambtelijk-secretaris"], ["--functie", "Adviseur Wonen"]])
@pytest.mark.parametrize("broker", [[], ["--broker", "Een Broker"]])
def test_from_nothing_to_a_document(kinds: str, others: list[str], broker: list[str], capsys: Said) -> None:
    """In an empty folder a profile is made with all that it needs, and the build that it names succeeds at once."""
    options = ["--soort", kinds, "--organisatie", "Gemeente Voorbeeldstad", *others, *broker]
    assert run("new", "proef", *options) == 0
    said = capsys.readouterr()
    assert said.err == ""
    *_, made, command = said.out.splitlines()
    assert made == "profiles/proef.yaml: made. Fill in what is empty in it, and build it with:"
    assert run(*command.split()[1:], "--format", "md") == 0
    capsys.readouterr()
    documents = {path.name for path in Path("output/proef").iterdir()}
    assert documents == {f"proef-{kind}.md" for kind in kinds.split(",")}
    for path in Path("output/proef").iterdir():
        assert "Gemeente Voorbeeldstad" in path.read_text(encoding="utf-8")
    folders = {"functies", "organisaties", "brokers"}
    assert {path.name for path in Path("profiles").iterdir()} == {"proef.yaml", *folders, *SCHEMAS}
    for file in Path("profiles").rglob("*.yaml"):  # each names the schema of its kind, from where it lies
        named = re.match(r"# yaml-language-server: \$schema=(.+)\n", file.read_text(encoding="utf-8"))
        assert named, file
        assert (file.parent / named[1]).is_file()


def test_schemas_come_along(capsys: Said) -> None:
    """In a folder without the JSON Schemas they are made, as `schema` makes them; one that is there stays as it is."""
    assert run(*NEW, "een") == 0
    line = (
        "profiles: JSON Schemas made (profiel, functie, organisatie, broker, clausule, soorten), by which your editor"
    )
    assert capsys.readouterr().out.count(line) == 1
    assert run("schema", "--output", "zo") == 0
    assert {name: (Path("profiles") / name).read_bytes() for name in SCHEMAS} == contents(Path("zo"))
    write(Path("profiles"), {"profiel.schema.json": "{}"})
    Path("profiles/broker.schema.json").unlink()
    capsys.readouterr()
    assert run("new", "twee", "--van", "een") == 0
    assert "profiles: JSON Schemas made (broker), by which" in capsys.readouterr().out
    assert Path("profiles/profiel.schema.json").read_text(encoding="utf-8") == "{}"
    write(Path("elders"), {"oud.yaml": "titel: x\n"})
    assert run("new", "drie", "--van", "elders/oud.yaml") == 0
    assert contents(Path("elders")).keys() == {"oud.yaml", "drie.yaml"}


def test_kinds_are_named_one_by_one_too() -> None:
    """The option for the kind can be given more than once; the kinds come in their own order."""
    assert run("new", "p", "--soort", "Vacature", "--soort", "aanvraag", "--organisatie", "x") == 0
    text = Path("profiles/p.yaml").read_text(encoding="utf-8")
    assert "\n# Profiel voor een aanvraag en een vacature.\n" in text
    assert text.startswith("# yaml-language-server: $schema=profiel.schema.json\n")


def test_the_command_knows_the_kinds() -> None:
    """The command names the kinds of document without the model, which takes long to import, and names the same."""
    assert questions.SOORTEN == SOORTEN


def test_a_functie_of_ours_is_copied(capsys: Said) -> None:
    """A functie that comes with the package is laid in the user's folder, as it is; one of their own goes before it."""
    assert run(*NEW, "een", "--functie", "ambtelijk-secretaris") == 0
    ours, own = shipped_functies() / "ambtelijk-secretaris.yaml", Path("profiles/functies/ambtelijk-secretaris.yaml")
    assert own.read_text(encoding="utf-8") == ours.read_text(encoding="utf-8")
    assert f"{own}: copied from the functies that come with vacaturegen.\n" in capsys.readouterr().out
    own.write_text("titel: Eigen\n", encoding="utf-8")
    assert run(*NEW, "twee", "--functie", "ambtelijk-secretaris") == 0
    assert own.read_text(encoding="utf-8") == "titel: Eigen\n"
    assert capsys.readouterr().out.count("\n") == 2


def test_what_is_shared_is_not_said_again() -> None:
    """What the functie, organisatie and broker say is named in a comment, and is no key of the profile."""
    write(
        Path("profiles"),
        {
            "functies/f.yaml": "titel: F\ntaken: [a]\nvacature: {opening: Een}\naanvraag: {waadi: ja}\n",
            "organisaties/o.yml": "naam: O\nsoort: gemeente\n"
            "standaard:\n  salaris: {cao: Cao, schaal: }\n  onbekend: x\n",
        },
    )
    assert run("new", "p", "--soort", "vacature", "--functie", "f", "--organisatie", "o") == 0
    text = Path("profiles/p.yaml").read_text(encoding="utf-8")
    assert (
        "\nfunctie: f\n# Uit functie f: titel, taken en vacature.opening.\n# Zet dat hier alleen als het afwijkt.\n"
        in text
    )
    assert "\norganisatie: o\n# Uit organisatie o: salaris.cao, salaris.schaal en onbekend.\n" in text
    assert re.findall(r"(?m)^ {0,2}(?:# )?(titel|taken|opening|cao|schaal|minimum):", text) == ["minimum"]


@pytest.mark.parametrize(
    ("args", "missing"),
    [
        ([], "--soort, --organisatie"),
        (["p", "--soort", "vacature"], "--organisatie"),
        (["p", "--organisatie", "x", "--functie", "y"], "--soort"),
        (["--van", "oud"], "[NAME]"),
    ],
)
def test_what_is_missing_is_named_at_once(args: list[str], missing: str, capsys: Said) -> None:
    """Where nobody can be asked, the missing options are named, and nothing is made."""
    write(Path("profiles"), {"oud.yaml": "titel: x\n"})
    before = contents(Path())
    assert run("new", *args) == 2
    said = capsys.readouterr()
    assert said.err.splitlines()[-1] == f"Error: Not given: {missing}. On a terminal these are asked for."
    assert (said.out, contents(Path())) == ("", before)


WRONG = {
    "Twee Woorden": "“Twee Woorden” is not an id.",
    "con": "“con” cannot be the name of a file on Windows.",
    "../p": "“../p” is not an id.",
    "oud": "profiles/oud.yml: this is there already, and was left as it is. Choose another name.",
}


@pytest.mark.parametrize(("name", "message"), WRONG.items())
@pytest.mark.parametrize("way", [NEW, ("new", "--van", "oud")])
def test_names_that_cannot_be(name: str, message: str, way: tuple[str, ...], capsys: Said) -> None:
    """A name that no profile can have, or that one has, is refused; nothing is made or changed."""
    write(Path("profiles"), {"oud.yml": "titel: x\n"})
    before = contents(Path())
    assert run(*way, name) == 2
    assert message in capsys.readouterr().err
    assert contents(Path()) == before


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            (*NEW, "--soort", "brief"),
            "“brief” is not a kind of document. Choose from: aanvraag, vacature, advertentie.",
        ),
        ((*NEW, "--functie", "!?"), "“!?” is not an id."),
        (("new", "p", "--van", "oud", "--organisatie", "weg"), "There is no organisatie “weg”."),
        ((*NEW, "--van", "x"), "With --van the copy keeps what it has: leave out --soort"),
        (("new", "p", "--van", "oudd"), "There is no profile “oudd”. Did you mean “oud”?"),
        ((*NEW, "p\udcff"), "“p\ufffd” holds bytes that are no text."),
        (("new", "p", "--soort", "vacature", "--organisatie", "a\udcff"), "“a\ufffd” holds bytes that are no text."),
        (("new", "p", "--van", "iets"), "There is no profile “iets”."),
    ],
)
def test_wrong_usage(args: tuple[str, ...], message: str, capsys: Said) -> None:
    """Each wrong use has one message, and makes nothing."""
    write(Path("profiles"), {"oud.yaml": "titel: x\n"})
    before = contents(Path())
    assert run(*args) == 2
    assert message in capsys.readouterr().err
    assert contents(Path()) == before


@pytest.mark.parametrize("named", [["--functie", "f"], ["--van", "p"]])
def test_mistakes_are_told_before_anything_is_made(named: list[str], capsys: Said) -> None:
    """A shared file or an old profile that cannot be read is told of with its place, and nothing is made."""
    write(Path("profiles"), {"functies/f.yaml": "titel: [\n", "p.yaml": "titel: &a x\n"})
    before = contents(Path())
    assert run("new", "nieuw", *([] if named[0] == "--van" else NEW[1:]), *named) == 1
    assert re.match(r"profiles/(functies/f|p)\.yaml:1:[89]: ", capsys.readouterr().err)
    assert contents(Path()) == before


def test_asked_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Somebody at a terminal is asked for what the options do not say; a wrong answer is asked again, Enter chooses."""
    write(Path("profiles"), {"organisaties/flevoland.yaml": "naam: Flevoland\nsoort: provincie\n"})
    answers = ["brief", "aanvraag, vacature", "", "flevolant", "misschien", "", "", "Een Broker", "Zo niet", ""]
    left = answer(monkeypatch, *answers)
    assert run("new") == 0
    said = capsys.readouterr()
    questions_asked = [line for line in said.err.splitlines() if line.strip() and not line.startswith((">", "Error"))]
    functies = ", ".join(sorted(path.stem for path in shipped_functies().glob("*.yaml")))
    assert questions_asked == [
        *["Which documents? Choose from aanvraag, vacature, advertentie; more than one may be, with commas. [vacature]"]
        * 2,
        *["Which organisatie? Choose from flevoland, or type the name of a new one."] * 2,
        *["“flevolant” is not there yet. Did you mean “flevoland”? [yes]"] * 2,
        f"Which functie? Choose from {functies}, or type the name of a new one. Enter for none.",
        "Which broker? Type its name. Enter for none.",
        *["What is the profile to be called? [flevoland-aanvraag]"] * 2,
    ]
    assert left == []
    assert sorted(path.name for path in Path("profiles").rglob("*.yaml")) == [
        "een-broker.yaml",
        "flevoland-aanvraag.yaml",
        "flevoland.yaml",
    ]
    assert "\nnaam: Een Broker\n" in Path("profiles/brokers/een-broker.yaml").read_text(encoding="utf-8")


def test_no_is_an_answer(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Whoever means another one than the one that looks like it gets a new file, and is told of the other."""
    write(Path("profiles"), {"organisaties/flevoland.yaml": "naam: Flevoland\nsoort: provincie\n"})
    answer(monkeypatch, "flevolant", "nee", "", "")
    assert run("new", "--soort", "vacature") == 0
    assert "flevolant.yaml: made, because this organisatie was not there yet." in (out := capsys.readouterr().out)
    assert "(There is a “flevoland” as well.)" in out


def test_ctrl_c_leaves_nothing(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Who stops at a question has made nothing."""
    answer(monkeypatch, "vacature", "voorbeeldstad")
    assert run("new") == 130
    assert capsys.readouterr().err.endswith("Stopped.\n")
    assert contents(Path()) == {}


OLD = """\
# van vorig jaar
organisatie: voorbeeldstad   # de gemeente
status: gesloten
titel: "Adviseur"
planning: {sluiting: 2025-05-01, gesprekken: z.s.m.}
contacten:
  - rol: de afdeling
vacature:
  opening: |
    Begin in 2025.
"""


@pytest.mark.parametrize("source", ["oud", "profiles/oud.yaml"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_last_years_profile_again(source: str, mark: bytes, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """A copy keeps the texts and says what it cleared; it can be built at once, and the old one stays."""
    write(Path("profiles"), {"organisaties/voorbeeldstad.yaml": "naam: V\nsoort: gemeente\n"})
    old = mark + OLD.replace("\n", "\r\n").encode()
    Path("profiles/oud.yaml").write_bytes(old)
    answer(monkeypatch, "", "oud", "nieuw")
    assert run("new", "--van", source) == 0
    said = capsys.readouterr()
    assert said.out == (
        "Cleared or removed: planning.sluiting en contacten. The status is concept.\n"
        "A year still stands on line 9: see whether it is right.\n"
        "profiles/nieuw.yaml: made. Fill in what is empty in it, and build it with:\n"
        "  vacaturegen build profiles/nieuw.yaml\n"
    )
    text = OLD.replace("gesloten", "concept").replace("2025-05-01", "").replace("\n  - rol: de afdeling", "")
    assert Path("profiles/nieuw.yaml").read_bytes() == mark + text.replace("\n", "\r\n").encode()
    assert Path("profiles/oud.yaml").read_bytes() == old
    assert run("build", "profiles/nieuw.yaml", "--format", "md") == 0


def test_a_copy_for_another_organisation(capsys: Said) -> None:
    """A copy can be for an organisatie that is there; a name that no file has is refused, and nothing is made."""
    shared = {f"organisaties/{name}.yaml": f"naam: {name}\nsoort: gemeente\n" for name in ("voorbeeldstad", "elders")}
    write(Path("profiles"), {**shared, "oud.yaml": OLD})
    assert run("new", "nieuw", "--van", "oud", "--organisatie", "elders") == 0
    assert "\norganisatie: elders   # de gemeente\n" in Path("profiles/nieuw.yaml").read_text()
    reach = (
        "reageren: {email: a@b.nl, meesturen: [een cv]}\nwervingsbureau: Bureau Jansen\nstandplaats: {plaats: Hoek}\n"
    )
    write(Path("profiles"), {"ander.yaml": f"organisatie: voorbeeldstad\ntitel: Adviseur\n{reach}vacature:\n"})
    assert run("new", "verhuisd", "--van", "ander", "--organisatie", "elders") == 0
    moved = Path("profiles/verhuisd.yaml").read_text()
    assert "een cv" in moved
    assert not any(word in moved for word in ("a@b.nl", "Jansen", "Hoek"))
    assert run("build", "profiles/nieuw.yaml", "--format", "md") == 0
    capsys.readouterr()
    before = contents(Path())
    assert run("new", "derde", "--van", "oud", "--organisatie", "elder") == 2
    assert "There is no organisatie “elder”. Did you mean “elders”?" in capsys.readouterr().err
    assert contents(Path()) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{titel: Adviseur, organisatie: voorbeeldstad, vacature: {}}", "organisatie: elders,"),
        ("titel: Adviseur\n'organisatie' :\n  voorbeeldstad\nvacature:\n", "'organisatie' :\n  elders\n"),
        ("titel: Adviseur\nvacature:\n", "organisatie: elders\n"),
        ("titel: Adviseur\norganisatie:   # nog kiezen\nstatus: concept\nvacature:\n", "organisatie: elders   # nog"),
    ],
)
def test_however_the_organisation_was_written(old: str, new: str) -> None:
    """A copy has the organisatie that was asked for, in whatever way the old profile names one, or none."""
    shared = {f"organisaties/{name}.yaml": f"naam: {name}\nsoort: gemeente\n" for name in ("voorbeeldstad", "elders")}
    write(Path("profiles"), {**shared, "oud.yaml": old})
    assert run("new", "nieuw", "--van", "oud", "--organisatie", "elders") == 0
    text = Path("profiles/nieuw.yaml").read_text()
    assert new in text
    assert "voorbeeldstad" not in text
    assert run("build", "profiles/nieuw.yaml", "--format", "md") == 0


def test_an_end_is_offered_in_a_vacancy() -> None:
    """How long the work lasts and when it ends stand in a new vacancy as comments."""
    write(Path("profiles"), {"organisaties/o.yaml": "naam: O\nsoort: gemeente\n"})
    assert run("new", "nieuw", "--soort", "vacature", "--organisatie", "o") == 0
    text = Path("profiles/nieuw.yaml").read_text()
    assert "  # duur: 12 maanden" in text
    assert "  # einde: 2026-12-31" in text


def test_our_own_profiles_again(tmp_path: Path, capsys: Said) -> None:
    """The profiles of the repository can be reused as they are: the copies can be built."""
    shutil.copytree(ROOT / "profiles", tmp_path / "profiles")
    for file in sorted((ROOT / "profiles").glob("*.yaml")):
        assert run("new", f"nieuw-{file.stem[:50]}", "--van", file.stem) == 0
    assert run("build", "profiles", "--format", "md") == 0
    assert "status" not in capsys.readouterr().err


def test_where_profiles_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Profiles go to the folder that is named, beside the one that is copied, or to the folder that one stands in."""
    assert run(*NEW, "een", "--map", "mijn map/vacatures") == 0
    assert capsys.readouterr().out.endswith('  vacaturegen build "mijn map/vacatures/een.yaml"\n')
    assert run("new", "twee", "--van", "mijn map/vacatures/een.yaml") == 0
    assert run("new", "drie", "--van", "een", "--map", "mijn map/vacatures") == 0
    monkeypatch.chdir(tmp_path / "mijn map/vacatures")
    assert run(*NEW, "vier") == 0
    assert sorted(path.name for path in Path().glob("*.yaml")) == ["drie.yaml", "een.yaml", "twee.yaml", "vier.yaml"]
    assert not (tmp_path / "profiles").exists()


def test_a_name_made_of_words() -> None:
    """A name with spaces, capitals and accents becomes an id, and stands in the new file; a long one is cut."""
    assert run("new", "p", "--soort", "vacature", "--organisatie", "  Gemeente 's-Hertogenbosch: Één  ") == 0
    text = Path("profiles/organisaties/gemeente-s-hertogenbosch-een.yaml").read_text(encoding="utf-8")
    assert "\nnaam: 'Gemeente ''s-Hertogenbosch: Één'\n" in text
    assert run("new", "--soort", "vacature", "--organisatie", "x" * 63, "--functie", "on") == 0
    assert Path(f"profiles/{'x' * 63}.yaml").exists()
    assert "\nfunctie: 'on'\n" in Path(f"profiles/{'x' * 63}.yaml").read_text(encoding="utf-8")


def test_a_file_of_a_moment_ago_stays(tmp_path: Path) -> None:
    """What came to be since it was looked for is not overwritten, and what was made before it goes again."""
    (tmp_path / "b").write_text("van een ander", encoding="utf-8")
    before = contents(tmp_path)
    with pytest.raises(OutputError, match="b: this is there already, and was left as it is"):
        additions.add_files({tmp_path / "x/a": b"1", tmp_path / "b": b"2"}, [tmp_path / "x"])
    assert contents(tmp_path) == before


def test_an_interruption_leaves_nothing(tmp_path: Path) -> None:
    """Ctrl-C while files are being written takes back what was made."""

    def interrupted() -> Iterator[tuple[Path, bytes]]:
        yield tmp_path / "x/y/a", b"1"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        additions.add_files(Mock(items=interrupted), [tmp_path / "x/y"])
    assert contents(tmp_path) == {}


def test_a_folder_that_may_not_be_written_to(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    """Where nothing may be made, that is said with the path and the cause."""
    refused = PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(Path("profiles").absolute()))
    monkeypatch.setattr(Path, "mkdir", Mock(side_effect=refused))
    assert run(*NEW, "p") == 1
    assert capsys.readouterr().err == f"profiles: this cannot be made: {os.strerror(errno.EACCES)}.\n"


def test_a_file_where_a_folder_must_come(capsys: Said) -> None:
    """A file in the way of a folder is told of, and nothing is made."""
    write(Path(), {"profiles": ""})
    before = contents(Path())
    assert run(*NEW, "p", "--map", "profiles/map") == 1
    assert capsys.readouterr().err.startswith("profiles")
    assert contents(Path()) == before


@on_posix
def test_a_real_terminal(tmp_path: Path) -> None:
    """On a real terminal the questions are Dutch, and Ctrl-C ends them with one word and without a trace."""
    import pty
    import select

    environment = {"PYTHONPATH": str(ROOT), "VACATUREGEN_LANG": "nl", "PATH": os.environ["PATH"]}
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(sys.executable, [sys.executable, "-m", "vacaturegen.cli", "new"], environment)
    seen, answers = b"", [b"\n", b"\x03"]
    while select.select([terminal], [], [], 30)[0]:
        try:
            seen += os.read(terminal, 4096)
        except OSError:
            break
        if answers and seen.count(b"\n> ") > 2 - len(answers):
            os.write(terminal, answers.pop(0))
    _pid, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 130, seen.decode()
    assert "Welke organisatie? Typ de naam." in seen.decode()
    assert seen.decode().rstrip().endswith("Gestopt.")
    assert contents(tmp_path) == {}

"""Places to fill in: wherever one stands, it becomes a place in the documents, or an error where it was written."""

from __future__ import annotations

import base64
import copy
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from lxml import etree

from tests.chain import Chain, settle_rules
from tests.strategies import FILES, filled
from tests.support import FORMATS, load, write
from vacaturegen.documents import make_documents
from vacaturegen.errors import InputError
from vacaturegen.model.organisatie import Broker, Organisatie
from vacaturegen.model.profiel import Profiel

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
"""A picture of one point."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""What no document may hold, as no profile can hold it."""
HIDDEN = re.compile(f"[0-9a-f]{{16}}|{CONTROL.pattern}")
"""How a place looks inside, which nobody should see."""

Path_ = tuple[str | int, ...]


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """A folder with the files of a house style, and a picture that Word shows."""
    folder = tmp_path_factory.mktemp("plaatsen") / "profiles"
    write(folder, FILES)
    (folder / "organisaties" / "logo.png").write_bytes(PNG)
    return Chain(folder)


def everywhere(text: Callable[[bool], str]) -> dict[str, Any]:
    """Return the data of a concept of all kinds that has every field, with a text in each that holds one."""
    organisation, broker = filled(Organisatie, text), filled(Broker, text) | {"anoniem": "nee"}
    organisation["huisstijl"] = {"logo": {"bestand": "logo.png", "beschrijving": text(False)}}
    own = filled(Profiel, text) | {"organisatie": "eigen", "broker": "eigen", "status": "concept"}
    request = own["aanvraag"]
    (ronde,) = request["beoordeling"]["rondes"]
    ronde["toets"], request["byod"] = "gesprek", "ja"
    for item in (*request["gunningscriteria"], *request["wensen"], *ronde["criteria"]):
        del item["weging"], item["treden"]  # rules would refuse them, and with them all of the request
    del request["weging"], ronde["weging"], ronde["terugval"], own["functie"], own["id"]
    return {"organisaties/eigen.yaml": organisation, "brokers/eigen.yaml": broker, "proef.yaml": own}


def is_clean(name: str, data: bytes) -> bool:
    """Tell whether a document holds no control character, and can be read when it is a Word file."""
    if name != "docx":
        return not CONTROL.search(data.decode())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {part: package.read(part) for part in package.namelist() if part.endswith((".xml", ".rels"))}
    return all(etree.fromstring(data) is not None and not CONTROL.search(data.decode()) for data in parts.values())


@pytest.mark.parametrize("text", ["het woord <vul in wat>?", "het <vul in *a* & b|c> woord?", "<vul in wat>"])
def test_a_place_in_every_text_leaves_no_control_character(text: str, chain: Chain) -> None:
    """With a place in each text of the model no format holds the characters by which we know a place."""
    for _kind, _tokens, formats in settle_rules(chain, everywhere(lambda _rich: text)):
        assert [name for name in FORMATS if not is_clean(name, formats[name])] == []


def paths(tree: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of every value and of every item below a tree."""
    inner: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from paths(value, (*path, key))


def put(tree: dict[str, Any], path: Path_, value: Callable[[Any], Any]) -> dict[str, Any]:
    """Return the tree with another value at a path, made of the one that was there."""
    tree = copy.deepcopy(tree)
    part: Any = tree
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value(part[path[-1]])
    return tree


WAYS: dict[str, Callable[[Any], Any]] = {
    "alone": lambda _old: "<vul in iets>",
    "within": lambda old: f"{old} <vul in iets>" if isinstance(old, str) else old,
    "as an item": lambda old: [*old, "<vul in iets>"] if isinstance(old, list) else old,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_place_anywhere_is_a_place_or_an_error_of_the_profile(way: str, chain: Chain) -> None:
    """A place for a value, a part or an item, or within a value, never blames a template, nor shows its inside."""
    files = everywhere(lambda _rich: "het woord?")
    settle_rules(chain, files)
    files = {name: read_back(chain, name) for name in files}
    wrong = []
    for name, tree in files.items():
        for path in paths(tree):
            changed = put(tree, path, WAYS[way])
            if changed == tree:
                continue
            chain.write({name: changed})
            try:
                (loaded,) = load(chain.folder / "proef.yaml")
                made = make_documents(loaded, ("md",), chain.library, chain.environment)
                texts = [data.decode() for _path, data in made]
            except InputError as error:
                texts = [f"{problem.message} {problem.hint}" for problem in error.problems]
                wrong += [f"{path}: {one}" for one in error.problems if not str(one.path).endswith(".yaml")]
            except Exception as error:
                texts = [f"{type(error).__name__} {error}"]
                wrong.append(f"{path}: {texts}")
            wrong += [f"{path}: {text[:200]}" for text in texts if HIDDEN.search(text)]
        chain.write({name: tree})
    assert wrong == []


def read_back(chain: Chain, name: str) -> Any:
    """Return the data of a file as it lies there."""
    return yaml.load((chain.folder / name).read_text(encoding="utf-8"), yaml.CBaseLoader)


def text_of(chain: Chain, text: str) -> str:
    """Return the reading copies of a profile."""
    write(chain.folder, {"proef.yaml": text, "organisaties/eigen.yaml": "naam: Gemeente Zo\nsoort: gemeente\n"})
    (loaded,) = load(chain.folder / "proef.yaml")
    made = make_documents(loaded, ("md",), chain.library, chain.environment)
    return "".join(f"{path}\n{data.decode()}" for path, data in made)


def test_a_place_may_be_written_in_other_ways(chain: Chain) -> None:
    """A capital, other white space, a colon and no words at all are understood; what is no place stays text."""
    text = """status: concept
organisatie: eigen
titel: Adviseur
niveau: <vul in>
taken: [<Vul in taak een>, "Iets met <vul  in: wat>", "Minder <vul inhoud> dan a < b", "En <vul in>"]
vacature:
  werk: |
    Je werkt aan <vul in het
    onderwerp>.
"""
    made = text_of(chain, text)
    for said in ("[taak een]", "Iets met [wat]", "\\<vul inhoud>", "a < b", "[taken 4]", "aan [het onderwerp]."):
        assert said in made, made
    assert "- Buiten de tekst: niveau\n" in made or "[niveau]" in made


def test_what_is_told_in_the_text_is_not_told_outside_it(chain: Chain) -> None:
    """What is open outside the text is not listed again when its words stand in the text."""
    text = """status: concept
organisatie: eigen
titel: Adviseur
zaaknummer: <vul in nummer>
kerngegevens_extra: [{naam: Ons nummer, waarde: <vul in nummer>}]
vastgesteld_door:
advertentie:
  teaser: Weet jij <vul in nummer>?
"""
    made = text_of(chain, text)
    assert "nummer" not in made.partition("Buiten de tekst")[2].partition("\n")[0]


def test_a_title_without_letters_of_a_path_gives_way_to_the_kind(chain: Chain) -> None:
    """The name of an anonymous document never begins with a hyphen."""
    anonymous = "{planning: {sluiting: 2026-03-02}, reageren: {telefoon: 14 0123}}"
    text = f"organisatie: eigen\ntitel: Ω\nvacature:\nuitgaven: {{anoniem: {anonymous}}}\n"
    assert text_of(chain, text).startswith("proef/vacature-anoniem.md\n")

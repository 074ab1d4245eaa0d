"""The page of examples: a whole profile of each kind with its document, and small pieces with what they change in it.

The pieces stand in `tests/cases/handboek/voorbeelden.md`, as a page with blocks of YAML; what comes of each is computed
by building the example profile with it and without it.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.handbook.page import blocks_in, print_block, print_page, quoted
from tools.handbook.snippets import BASES, EXAMPLES, ROOT, Bench, kind_of
from vacaturegen.workshop import Product

PIECES = ROOT / "tests/cases/handboek/voorbeelden.md"
SHARED = ("functies/adviseur-wonen", "organisaties/voorbeeldstad", "brokers/voorbeeldbroker")
TITLES = {"aanvraag": "Een hele aanvraag", "vacature": "Een hele vacature", "advertentie": "Een hele advertentie"}
INTRODUCTION = """# Voorbeelden

Eerst drie hele profielen, met het document dat eruit komt. Daarna voor elk onderwerp een klein stukje profiel, met wat
het in het document verandert.

Alles op deze pagina is echt gebouwd. De gemeente en de broker bestaan niet. De drie profielen delen deze bestanden:"""


def make_page() -> str:
    """Return the page. Raises ValueError for a piece that does not build."""
    shared = [f"`profiles/{name}.yaml`:\n\n{print_block('yaml', read(name))}" for name in SHARED]
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        whole = [print_whole(kind, bench) for kind in BASES]
        return print_page(INTRODUCTION, *shared, *whole, with_results(PIECES.read_text(encoding="utf-8"), bench))


def read(name: str) -> str:
    """Return the text of an example file."""
    return (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")


def print_whole(kind: str, bench: Bench) -> str:
    """Return a whole profile and its document."""
    name = BASES[kind]
    document = text_of(bench.build(("profiel",), read(name)), name)
    parts = [
        f"## {TITLES[kind]}",
        f"Dit staat in `profiles/{name}.yaml`:",
        print_block("yaml", read(name)),
        "<details><summary>Dit komt eruit (klik om het te zien)</summary>",
        quoted(document),
        "</details>",
    ]
    return "\n\n".join(parts)


def text_of(product: Product, piece: str) -> str:
    """Return the reading copy in a product. Raises ValueError when there is none."""
    if not product.documents:
        said = "; ".join(f"{problem.message} {problem.hint}" for problem in product.problems)
        raise ValueError(f"this does not build: {said}\n{piece}")
    return product.documents[0].data.decode()


def with_results(page: str, bench: Bench) -> str:
    """Return a page with below each piece of a profile what it changes in the document."""
    made, done = [], 0
    for block in blocks_in(page):
        if block.words[:2] != ("yaml", "deel"):
            continue
        kind = block.words[2] if len(block.words) > 2 else kind_of(block.text)
        before = text_of(bench.build_part("", kind), kind)
        after = text_of(bench.build_part(block.text, kind), block.text)
        made += [page[done : block.end], f"\n\nIn de {kind}:\n\n{quoted(difference(before, after))}"]
        done = block.end
    return "".join([*made, page[done:]])


def difference(before: str, after: str) -> str:
    """Return the lines that are new in a document, each below the heading or the head of the table it stands under."""
    old, new = before.splitlines(), after.splitlines()
    found: list[str] = []
    heading, table = "", -1
    for step, _start, _end, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        while start < end and not new[start]:
            start += 1  # noqa: PLW2901 - what is new begins with its first line of text
        if step not in ("insert", "replace") or start == end:
            continue
        above = next((line for line in reversed(new[:start]) if line.startswith("#")), "")
        if above != heading and not new[start].startswith("#"):
            found += ["", above]
        heading = next((line for line in reversed(new[start:end]) if line.startswith("#")), above)
        if new[start].startswith("| ") and not new[start + 1].startswith("| ---"):
            top = max(at for at, line in enumerate(new[:start]) if line.startswith("| ---"))
            found += new[start:end] if top == table else ["", *new[top - 1 : top + 1], *new[start:end]]
            table = top
        else:
            found += ["", *new[start:end]]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip() or "(Hier verandert niets in de tekst.)"

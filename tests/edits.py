"""Changes at random in a reading copy, line by line, as people make them: sentences, items, rows, headings, blocks.

What comes out is a reading copy again, of another document. The same seed makes the same changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

TEXT = (
    "de het een snel nieuwe gemeente werkt samen met inwoners € 1.234,50 op 7 juli 2026 via hr@example.nl over beleid,"
    " en (soms) meer. Je krijgt €\u00a090,00 per uur; dat is veel geld"
)
WORDS = TEXT.split(" ")
KINDS = (
    ("heading", r"#+ "),
    ("delimiter", r"\| :?-"),
    ("row", r"\| "),
    ("item", r"\s*(?:[-*]|\d+[.)]) "),
    ("further", r" +\S"),
    ("quote", r"> ?\S"),
    ("text", r"[^\s>]"),
)
"""What a line is, by how it begins; the first that fits."""
START = re.compile(r"\s*(?:#+ |> ?|(?:[-*]|\d+[.)]) |\| )?")


def edit(text: str, seed: int) -> str:
    """Return a reading copy with one to twenty changes."""
    random = Random(seed)
    lines = text.rstrip("\n").split("\n")
    for _ in range(random.choice([1, 1, 2, 3, 5, 8, 20])):
        lines = random.choice(CHANGES)(lines, random)
    return "\n".join(lines) + "\n"


def kind_of(line: str) -> str:
    """Return what a line is; "" for what is no text."""
    return next((kind for kind, start in KINDS if re.match(start, line)), "")


def sentence(random: Random, count: int | None = None) -> str:
    """Return a sentence of so many words."""
    text = " ".join(random.choice(WORDS) for _ in range(count or random.randint(2, 12)))
    return f"{text[0].upper()}{text[1:].rstrip('.')}."


def pick(lines: list[str], random: Random) -> int | None:
    """Return the index of a line with text in it, but not the heads of a table."""
    heads = {index - 1 for index, line in enumerate(lines) if kind_of(line) == "delimiter"}
    found = [i for i, line in enumerate(lines) if kind_of(line) not in ("", "delimiter") and i not in heads]
    return random.choice(found) if found else None


def start_of(line: str) -> str:
    """Return what a line begins with before its text."""
    found = START.match(line)
    return found[0] if found else ""


def drop(lines: list[str], random: Random) -> list[str]:
    """Take a line out."""
    index = pick(lines, random)
    return lines if index is None else [*lines[:index], *lines[index + 1 :]]


def add(lines: list[str], random: Random) -> list[str]:
    """Put in a line of the kind of the one before it."""
    index = pick(lines, random)
    if index is None:
        return lines
    line, kind = lines[index], kind_of(lines[index])
    if kind == "row":
        new = [f"| {' | '.join(sentence(random, 2)[:-1] for _ in range(line.count(' |')))} |"]
    elif kind == "heading":
        new = ["", start_of(line) + sentence(random, 3)[:-1], "", sentence(random)]
    else:
        new = [start_of(line) + sentence(random)]
    return [*lines[: index + 1], *new, *lines[index + 1 :]]


def move(lines: list[str], random: Random) -> list[str]:
    """Put a line where another of its kind stands."""
    index = pick(lines, random)
    if index is None:
        return lines
    line = lines[index]
    same = [
        other
        for other, text in enumerate(lines)
        if other != index and kind_of(text) == kind_of(line) and text.count(" |") == line.count(" |")
    ]
    rest = [*lines[:index], *lines[index + 1 :]]
    return [*rest[: (place := random.choice(same))], line, *rest[place:]] if same else lines


def change(lines: list[str], random: Random) -> list[str]:
    """Change a word of a line, put one in, or take one out; of a row a cell."""
    index = pick(lines, random)
    if index is None:
        return lines
    line, start = lines[index], start_of(lines[index])
    if kind_of(line) == "row":
        cells = line.strip("| ").split(" | ")
        cells[random.randrange(len(cells))] = sentence(random, 2)[:-1]
        return [*lines[:index], f"| {' | '.join(cells)} |", *lines[index + 1 :]]
    words = line[len(start) :].split(" ")
    place = random.randrange(len(words))
    words[place : place + random.choice([0, 1, 1])] = [random.choice(WORDS)] if random.random() < 0.8 else []
    return [*lines[:index], start + " ".join(words or ["Leeg"]), *lines[index + 1 :]]


def retarget(lines: list[str], random: Random) -> list[str]:
    """Let a link lead elsewhere."""
    found = [index for index, line in enumerate(lines) if "](" in line]
    if not found:
        return lines
    index = random.choice(found)
    target = f"](https://example.nl/{random.randint(1, 9)})"
    return [*lines[:index], re.sub(r"\]\([^)]*\)", target, lines[index]), *lines[index + 1 :]]


def split_paragraph(lines: list[str], random: Random) -> list[str]:
    """Begin a paragraph at a sentence."""
    found = [index for index, line in enumerate(lines) if kind_of(line) == "text"]
    index = random.choice(found) if found else 0
    return [*lines[:index], "", *lines[index:]]


def add_column(lines: list[str], random: Random) -> list[str]:
    """Give a table one more column."""
    found = [index for index, line in enumerate(lines) if kind_of(line) == "delimiter"]
    if not found:
        return lines
    made = list(lines)
    for index in range(random.choice(found) - 1, len(lines)):
        if kind_of(lines[index]) not in ("row", "delimiter"):
            break
        made[index] += " --- |" if kind_of(lines[index]) == "delimiter" else " nieuw |"
    return made


def change_blocks(lines: list[str], random: Random) -> list[str]:
    """Put in, take out or move a block."""
    blocks = "\n".join(lines).split("\n\n")
    index = random.randrange(len(blocks))
    action = random.choice(["add", "drop", "move"])
    if action == "add":
        blocks.insert(index, new_block(random))
    else:
        block = blocks.pop(index)
        if action == "move" or not blocks:
            blocks.insert(random.randrange(len(blocks) + 1), block)
    return "\n\n".join(blocks).split("\n")


def new_block(random: Random) -> str:
    """Return a block of any kind."""
    one, other, short = sentence(random), sentence(random), sentence(random, 3)[:-1]
    return random.choice(
        [
            f"{one}\n{other}",
            f"- {one}\n- {other}",
            f"1. {one}\n2. {other}",
            f"3. {one}",
            f"## {short}",
            f"| Aa | Bb |\n| --- | ---: |\n| {short} | 3 |",
            f"> {one}\n>\n> {other}",
            f"- {one}\n  - {other}\n\n  {one}",
            f"**Nieuw** [{short}](https://example.nl/{random.randint(1, 9)})",
        ]
    )


CHANGES: tuple[Callable[[list[str], Random], list[str]], ...] = (
    drop,
    add,
    move,
    change,
    change,
    change,
    retarget,
    split_paragraph,
    add_column,
    change_blocks,
    change_blocks,
)

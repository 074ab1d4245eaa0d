"""What a fact is called: the path to it in a profile, in which an item of a list is a step by its name."""

from __future__ import annotations

from vacaturegen.model import base
from vacaturegen.model.places import BLOCK, label_of

NAMES = ("naam", "titel", "criterium", "eis", "wens", "feit", "rol", "functie", "vraag")
"""The fields by which an item of a list is known."""
ITEM = "“"
"""How the step of a path begins that is an item of a list."""
LONGEST = 60
"""The characters of a name that are told; words that go on for longer are prose."""

Path = tuple[str, ...]


def name_field(part: base.Deel) -> str:
    """Return the field by which an item of a list is known; "" for one without."""
    return next((name for name in NAMES if isinstance(getattr(part, name, None), str)), "")


def name_of_item(part: base.Deel) -> str:
    """Return what an item of a list is known by: its name, shortened."""
    text = label_of(getattr(part, name_field(part), ""))
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]}…"


def name_of(path: Path) -> str:
    """Return the name of a fact for people: "fee per uur", "tarief: maximum", "criteria “Ervaring”: punten"."""
    block = BLOCK.match(".".join(path))
    steps = path[1:] if block else path
    words = ": ".join(step if step[0] == ITEM else step.replace("_", " ") for step in steps)
    return words.replace(f": {ITEM}", f" {ITEM}")

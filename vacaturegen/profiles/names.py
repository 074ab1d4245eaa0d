"""Whether a text tells a name that it should keep: spelled in any way, with an ending, or within an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from vacaturegen.model.base import Deel, known
from vacaturegen.model.profiel import Profiel

TELLING = 5
"""From how many letters on the longest word of a name gives it away in an address."""
ENDINGS = "(?:s|se|er|ers|e?naar|e?naren)?"
"""What makes of a name its people, and what belongs to it."""
ADDRESS = re.compile(r"@|://|www\.")


class Name(NamedTuple):
    """A name that is kept: what finds it in a text, and the word by which an address gives it away ("" for none)."""

    pattern: re.Pattern[str]
    telling: str


def make_name(name: str) -> Name:
    """Return what finds a name as words of their own, whatever stands between its letters."""
    letters = r"[\W_]*".join(re.sub(r"[\W_]", "", name))
    longest = max(re.findall(r"[^\W_]+", name.lower()), key=len, default="")
    pattern = re.compile(rf"(?<![^\W_]){letters}{ENDINGS}(?![^\W_])", re.IGNORECASE)
    return Name(pattern, longest if len(longest) >= TELLING else "")


def tells(name: Name, text: str) -> bool:
    """Tell whether a text gives a name away."""
    if name.pattern.search(text):
        return True
    return bool(name.telling and ADDRESS.search(text) and name.telling in text.lower())


def names_of_parties(profiel: Profiel) -> tuple[Name, ...]:
    """Return what finds the client and the broker of a profile: by name, short name, or postal address."""
    kind = known(profiel, "organisatie.soort") or ""
    names = [without_kind(known(profiel, f"organisatie.{field}") or "", kind) for field in ("naam", "naam_in_zin")]
    fields = ("organisatie.afkorting", "organisatie.adres.straat", "organisatie.adres.postcode", "broker.naam")
    names += [known(profiel, field) or "" for field in fields]
    return tuple(make_name(name) for name in dict.fromkeys(names) if re.search(r"[^\W_]", name))


def without_kind(name: str, kind: str) -> str:
    """Return a name without an article and the word that says what it is: "de gemeente Zoetermeer" is "Zoetermeer"."""
    words = [word for word in name.split() if word.lower() not in ("de", "het", kind.lower())]
    return " ".join(words) or name


def texts(part: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the dotted path and the text of every text in a part, however deep."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, Deel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name), f"{path}.{name}" if path else name)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from texts(item, f"{path}.{index}")

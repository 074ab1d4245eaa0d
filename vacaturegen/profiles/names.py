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
ANYWHERE = 7
"""From how many letters on a place is hardly an ordinary word that begins a sentence (Bergen, Houten, Putten)."""
GENERIC = frozenset(
    "bedrijf bureau centrum combinatie dienst diensten gemeente gemeenten groep holland midden nederland nederlandse"
    " noord organisatie provincie regio regionale samen samenwerking samenwerkingsverband stichting uitvoeringsdienst"
    " vereniging waterschap omgevingsdienst veiligheidsregio".split()
)
"""Words in the names of many organisations, which alone give none of them away."""
CAMEL = re.compile(r"[a-z][A-Z]")
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


def make_word(word: str, *, anywhere: bool = False) -> Name:
    """Return what finds a word with a capital; unless `anywhere`, not in front, where each word has one."""
    spelled = r"[\s-]+".join(map(re.escape, word.split()))
    before = r"(?<![^\W_])" if anywhere else r"(?:(?<=[\w,;:)’”] )|(?<=[(“‘-]))"
    return Name(re.compile(rf"{before}(?:{spelled}|{spelled.upper()}){ENDINGS}(?![^\W_])"), "")


def tells(name: Name, text: str) -> bool:
    """Tell whether a text gives a name away."""
    if name.pattern.search(text):
        return True
    return bool(name.telling and ADDRESS.search(text) and name.telling in text.lower())


def names_of_parties(profiel: Profiel, said: Profiel) -> tuple[Name, ...]:
    """Return what finds the client and the broker of a profile: by name, a part of it, short name, address, or place.

    `said` is the edition that keeps them to itself: the place and the region that it names are no secret.
    """
    kind = known(profiel, "organisatie.soort") or ""
    names = [without_kind(known(profiel, f"organisatie.{field}") or "", kind) for field in ("naam", "naam_in_zin")]
    fields = ("organisatie.afkorting", "organisatie.adres.straat", "organisatie.adres.postcode", "broker.naam")
    names += [known(profiel, field) or "" for field in fields]
    told = " ".join(text for _path, text in texts(known(said, "standplaats"))).lower()
    places = dict.fromkeys(known(profiel, field) or "" for field in ("organisatie.adres.plaats", "standplaats.plaats"))
    whole = [make_name(name) for name in dict.fromkeys(names) if re.search(r"[^\W_]", name)]
    parts = [*words_of(names[0], kind), *words_of(names[1], kind), *words_of(names[-1], "")]
    found = [part for part in dict.fromkeys(parts) if part.lower() not in told]
    return (
        *whole,
        *(make_name(part) if CAMEL.search(part) else make_word(part) for part in found),
        *(make_word(place, anywhere=len(place) >= ANYWHERE) for place in places if place and place.lower() not in told),
    )


def words_of(name: str, kind: str) -> Iterator[str]:
    """Yield the words of a name of several words that tell it alone: a capital, long enough, and in few names."""
    words = [word.strip("(),.&") for word in name.split()]
    for word in words if len(words) > 1 else ():
        usual = word.lower() in GENERIC or word.lower() in kind.lower().split()
        if word[:1].isupper() and len(word) >= TELLING and not usual:
            yield word


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

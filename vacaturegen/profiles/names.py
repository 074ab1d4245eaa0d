"""Whether a text tells a name that it should keep: in any spelling, with an ending, in part, or within an address.

Texts and names are compared without accents and ligatures. A short name can be an ordinary word (Best, Goes, Heel): it
is looked for as it is written, and not where a sentence begins. What is no name after all, a profile says itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from vacaturegen.model.base import Deel, known
from vacaturegen.model.places import IN_TEXT, place_of
from vacaturegen.model.profiel import Profiel

LONG = 7
"""From how many letters on a name is no ordinary word (Bergen, Houten, Putten), nor the beginning of one."""
PART = 5
"""From how many letters on a word tells the name alone that it is a part of."""
ADDRESS = re.compile(r"[^\s()<>\[\]]*(?:@|://|www\.)[^\s()<>\[\]]*")
CODE = re.compile(r"[0-9@]|\S\.\S|\A[^a-z]+\Z")
"""A number, an address, a site or an abbreviation: it is looked for as it is written."""
ASIDE = re.compile(r"\([^)]*\)|\b(?:[bnBN]\.?[vV]\.?|[vV]\.?[oO]\.?[fF]\.?)(?=\W|\Z)")
"""What stands in a name to tell it from others, or says what kind of business it is."""
GENERIC = frozenset(
    """
    aan afdeling bedrijf bij bureau centrum combinatie de den der dienst diensten en gemeente gemeenten groep het
    holding holland hoogheemraadschap in inkoop koninklijke midden nederland nederlandse noord omgevingsdienst oost op
    organisatie provincie regio regionale rijk samen samenwerking samenwerkingsverband stichting uitvoeringsdienst van
    veiligheidsregio vereniging voor waterschap west zuid
    """.split()  # noqa: SIM905 - a list of words, one a line, is no easier to read
)
"""Words in the names of many organisations, which alone give none of them away."""
TITLES = frozenset(
    {
        *("dhr", "drs", "heer", "ing", "meneer", "mevr", "mevrouw", "msc", "prof", "team"),
        *("aan", "bij", "den", "der", "het", "ten", "ter", "tot", "van", "von", "voor"),
    }
)
"""What stands with a person's name and is none of it, however it is written; shorter words are never looked for."""
PERSON = re.compile(r"(?<![^\W_])[^\W\d_]{3,}")
CAMEL = re.compile(r"[a-z][A-Z]")
"""A word with a capital within is no ordinary one: ZorgPalet."""
STEM = re.compile(r"(?:en|e|a)\Z")
ENDINGS = "(?:s|se|e|er|ers|enaar|enaren|naar|naren)?"
"""What makes of a name its people, and what belongs to it."""
ADDRESSES = ("organisatie.adres", "organisatie.postadres")
FIELDS = (
    "organisatie.adres.postcode",
    "organisatie.postadres.postcode",
    "zaaknummer",
    "kenmerk",
    "aanvraag.nummer",
)
EXACT = 4
"""From how many signs on a number or code is told by itself."""
SHORTEST = 3
"""The same for an abbreviation: shorter ones are words, or stand in many others."""


class Name(NamedTuple):
    """A name that is kept: what finds it in a text, and in an address ("" for nothing)."""

    pattern: re.Pattern[str]
    address: str = ""


def folded(text: str) -> str:
    """Return a text as names are compared: places to fill in as they read, without accents, ligatures, wide letters."""
    shown = IN_TEXT.sub(lambda found: place_of(found).label, text)
    return "".join(sign for sign in unicodedata.normalize("NFKD", shown) if not unicodedata.combining(sign))


def find_name(names: Iterable[Name], text: str, allowed: Iterable[str] = ()) -> str:
    """Return what a text tells of these names, or "" for nothing; `allowed` are words that are no name after all."""
    said = folded(text)
    for word in allowed:
        said = re.sub(rf"(?<!\w){re.escape(folded(word))}(?!\w)", " ", said)
    addresses = ADDRESS.findall(said)
    for name in names:
        if found := name.pattern.search(said):
            return found[0]
        for address in addresses if name.address else ():
            if name.address in re.sub(r"[\W_]", "", unquote(address).lower()):
                return str(address)
    return ""


def make_name(name: str) -> Name:
    """Return what finds a name of one or more words, whatever stands between them; a long one in any spelling."""
    words = re.findall(r"[^\W_]+", folded(name))
    whole = "".join(words)
    if len(whole) < LONG:
        return make_word(whole)
    letters = r"[\W_]{0,3}".join(whole)
    return Name(re.compile(rf"(?<![^\W_])(?:{letters}\w*|{inflected(whole)})", re.IGNORECASE), whole.lower())


def inflected(word: str) -> str:
    """Return an expression for a word and what comes of it: Leiden, Leidse; Amsterdam, Amsterdammers."""
    stem = STEM.sub("", word)
    shortened = "" if stem == word else f"|{re.escape(stem)}(?:se?|ers?)"
    return rf"(?:{re.escape(word)}{re.escape(word[-1])}?{ENDINGS}{shortened})(?![^\W_])"


def make_word(word: str) -> Name:
    """Return what finds a word that can be an ordinary one: as it is written, and not where a sentence begins."""
    plain = folded(word)
    pattern = re.compile(rf"(?:(?<=[\w,;:)’”] )|(?<=[(“‘/-])){inflected(plain)}")
    return Name(pattern, plain.lower() if len(plain) >= PART else "")


def make_code(code: str) -> Name:
    """Return what finds a number, an address or an abbreviation; only in an address do capitals not matter."""
    return Name(re.compile(rf"(?<!\w){re.escape(folded(code))}(?!\w)", re.IGNORECASE if "." in code else 0))


def names_of_person(name: str, told: str) -> Iterator[Name]:
    """Yield what finds each part of a person's name, unless it is `told`: a word with a capital, wherever it stands."""
    for part in PERSON.findall(folded(name)):
        if part[0].isupper() and part.lower() not in TITLES and part.lower() not in told:
            yield Name(re.compile(rf"(?<!\w){part}s?(?!\w)"))


def names_of(name: str, kind: str = "", told: str = "") -> Iterator[Name]:
    """Yield what finds a full name, without what stands aside in it: as a whole, and by each word that tells it.

    A word that is `told` anyway is no secret by itself.
    """
    usual = GENERIC.union(kind.lower().split())
    words = [word.strip("(),.&/-") for word in ASIDE.sub(" ", name).split()]
    telling = [word for word in words if word and word.lower() not in usual]
    if telling:
        yield make_name(" ".join(telling))
    longest = max(telling, key=len, default="")
    for word in telling if len(telling) > 1 else ():
        if word[:1].isupper() and len(word) >= PART and folded(word).lower() not in told:
            found = make_name(word) if CAMEL.search(word) else make_word(word)
            yield found if word == longest else found._replace(address="")


def names_of_parties(profiles: Iterable[Profiel], said: Profiel) -> tuple[Name, ...]:
    """Return what finds the client and the broker of a profile in all its editions, and what leads to them.

    `said` is the edition that keeps them to itself: the places and the contacts that it gives are no secret.
    """
    parts = ("standplaats", "contacten", "reageren")
    told = folded(" ".join(text for part in parts for _path, text in texts(known(said, part)))).lower()
    found: dict[Name, None] = {}
    for profiel in profiles:
        kind = known(profiel, "organisatie.soort") or ""
        for field in ("organisatie.naam", "organisatie.naam_in_zin", "broker.naam", "wervingsbureau"):
            found |= dict.fromkeys(names_of(known(profiel, field) or "", kind, told))
        for contact in known(profiel, "contacten") or ():
            found |= dict.fromkeys(names_of_person(known(contact, "naam") or "", told))
        addressee = " ".join(capitals(known(profiel, "reageren.ter_attentie_van") or ""))
        found |= dict.fromkeys(names_of_person(addressee, told))
        for place in known(profiel, "standplaats.andere_locaties") or ():
            found |= dict.fromkeys(names_of(" ".join(capitals(place)), kind, told))
        for text in leads(profiel):
            if folded(text).lower() not in told:
                found[make_code(text) if CODE.search(text) else make_name(text)] = None
    return tuple(found)


def capitals(text: Any) -> list[str]:
    """Return the words of a text that have a capital, and are no word of many names; none of an open text."""
    words = text.split() if isinstance(text, str) else []
    return [word for word in words if word[:1].isupper() and word.lower() not in GENERIC]


def leads(profiel: Profiel) -> Iterator[str]:
    """Yield what leads to the client or the broker: codes, addresses, telephone numbers, people, places."""
    codes = [(known(profiel, field) or "", EXACT) for field in FIELDS]
    codes.append((known(profiel, "organisatie.afkorting") or "", SHORTEST))
    codes += [(f"Postbus {box}", EXACT) for name in ADDRESSES if (box := known(profiel, f"{name}.postbus"))]
    yield from (code for code, least in codes if len(code) >= least)
    places = [known(profiel, "standplaats.plaats")]
    for address in ADDRESSES:
        places.append(re.sub(r"\s*[0-9].*", "", known(profiel, f"{address}.straat") or ""))
        places.append(known(profiel, f"{address}.plaats"))
    yield from (place for place in places if place)
    if site := known(profiel, "organisatie.website"):
        yield re.sub(r"^https?://(www\.)?|/.*", "", site)
    for party in (*(known(profiel, "contacten") or ()), known(profiel, "broker"), known(profiel, "reageren")):
        yield from (text for field in ("email", "telefoon", "whatsapp") if (text := known(party, field)))
    yield from (name for contact in known(profiel, "contacten") or () if (name := known(contact, "naam")))


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

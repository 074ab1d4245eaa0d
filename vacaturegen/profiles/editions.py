"""The editions of a profile: each is the profile with some keys of its own laid over it, validated like a profile.

Without `uitgaven` there is one, for everybody. The anonymous edition leaves out who asks before anything is laid over
it; that no text tells it after all is for `documents` to see, when the text is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from vacaturegen.errors import Problem
from vacaturegen.i18n import _
from vacaturegen.model import controle
from vacaturegen.model.base import known
from vacaturegen.model.profiel import CLOSED, UITGAVEN, Profiel
from vacaturegen.profiles.merging import EDITIONS, merge
from vacaturegen.profiles.messages import closest
from vacaturegen.profiles.shared import NOT_TAKEN, without_named
from vacaturegen.sources import Node, entries
from vacaturegen.words import uncapitalised

DEFAULT, INTERNAL, ANONYMOUS = UITGAVEN
NEVER = frozenset({"id", "functie", EDITIONS})
"""What an edition cannot say of itself."""

OF_CLIENT = ("soort", "lidwoord", "clausules", "kalender", "protocol", *controle.OF_CLIENT)
"""What an anonymous edition keeps of the organisatie."""
TELLS_BROKER = frozenset({"naam", "anoniem", "aanduiding", "email", "telefoon"})
PARTIES = {"organisatie": "organisatie: {beschrijving: ...}", "broker": "broker: {antwoorden_op: ...}"}
"""What is named at the left margin, and how an edition says something otherwise of it."""
CHOSEN = "aanduiding"
"""What a broker without a name is called: of that one it tells nothing."""
TELLS_PLACE = frozenset({"naam", "plaats", "adres", "bereikbaarheid", "andere_locaties"})
TELLS = frozenset({"contacten", "reageren", "wervingsbureau", "zaaknummer", "kenmerk", "vastgesteld_door"})
"""What an anonymous edition leaves out of the broker, the standplaats and the profile, unless it says so itself."""


def split_editions(whole: Node, problems: list[Problem]) -> tuple[Node, dict[str, Node | None]]:
    """Return a merged profile without its editions, and what each edition lays over it (None: there is only one).

    What is wrong with the editions as such is added to `problems`.
    """
    own = entries(whole)
    if EDITIONS not in own:
        return whole, {DEFAULT: None}
    asked = own.pop(EDITIONS)
    base = whole.holding(own)
    if asked.value in (None, {}):
        return base, {DEFAULT: None}
    hint = _("Write “key: value”, indented, on the lines below.")
    if not isinstance(asked.value, dict):
        problems.append(asked.problem(_("Keys with values belong here."), hint, EDITIONS))
        return base, {DEFAULT: None}
    problems.extend(wrong_keys(asked.value))
    known: dict[str, Node | None] = {}
    for name, overlay in asked.value.items():
        if not isinstance(overlay.value, dict):
            problems.append(overlay.problem(_("Keys with values belong here."), hint, f"{EDITIONS}.{name}"))
        elif name in UITGAVEN:
            named = {key: node for key, node in entries(overlay).items() if key in PARTIES and is_text(node)}
            problems.extend(names_another(name, named))
            known[name] = overlay.holding({key: node for key, node in entries(overlay).items() if key not in named})
    return base, known or {DEFAULT: None}


def lay_edition(name: str, base: Node, overlay: Node | None, problems: list[Problem]) -> Node:
    """Return the tree of one edition; what cannot be laid is added to `problems`."""
    if overlay is None:
        return base
    under = base
    if NOT_TAKEN in (own := entries(overlay)):
        under = without_named(base, own[NOT_TAKEN], problems, field=f"{EDITIONS}.{name}.{NOT_TAKEN}")
    if name == ANONYMOUS:
        under = without_names(under, overlay)
    return merge(under, overlay, problems)


def edition_problems(name: str, profiel: Profiel) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a validated edition as a whole, and the cure."""
    if known(profiel, "planning") is not None and profiel.planning.sluiting is None:
        message = _("The edition “{name}” does not say until when one can react.").format(name=name)
        yield message, _("Write “planning:” with “sluiting: ...” below it, here or in the profile.")
    if name == ANONYMOUS and profiel.soorten() != ("aanvraag",) and says_nowhere_how(profiel):
        message = _("The edition “{name}” does not say how one can react: it leaves out “reageren” and “contacten”.")
        yield (
            message.format(name=name),
            _("Write below it how one can react, such as “reageren:” with “webadres: ...”."),
        )
    if name == ANONYMOUS and any(known(profiel, f"organisatie.huisstijl.{file}") for file in HOUSE_FILES):
        message = _("The edition “anoniem” cannot have the house style of the client.")
        yield message, _("Leave “logo”, “thema” and “basis” out below it.")
    if profiel.soorten() and not kinds_of(name, profiel):
        message = _("A tender request has no internal edition.")
        yield message, _("Leave the edition out, or add “vacature:” or “advertentie:”.")


def name_editions(
    wrong: dict[str, list[Problem]], everywhere: list[Problem], overlays: dict[str, Node | None]
) -> Iterator[Problem]:
    """Yield what is wrong with the editions; what only some of them have, and not in their own lines, with their name.

    `everywhere` is what is wrong with the profile itself.
    """
    for name, found in wrong.items():
        overlay = overlays[name]
        own = set(places(overlay)) if overlay is not None else set()
        for problem in found:
            said = problem in everywhere or (problem.path, problem.line) in own
            if overlay is None or said or (len(wrong) > 1 and all(problem in others for others in wrong.values())):
                yield problem
            else:
                so = _("This is so in the edition “{name}”.").format(name=name)
                yield problem._replace(message=f"{problem.message} {so}")


def places(node: Node) -> Iterator[tuple[str, int]]:
    """Yield the file and the line of a value and of all within it."""
    yield from ((node.source.path, node.line), (node.source.path, node.key_line))
    below = node.value.values() if isinstance(node.value, dict) else node.value if isinstance(node.value, list) else ()
    for child in below:
        yield from places(child)


HOUSE_FILES = ("logo", "thema", "basis")
"""What a house style has in files, which tell whose it is."""
HOW = ("email", "webadres", "telefoon", "per_post", "toelichting")
"""What under `reageren` says how one can react."""


def says_nowhere_how(profiel: Profiel) -> bool:
    """Tell whether an edition that asks people to react says neither how, nor whom to ask."""
    asks = profiel.status not in CLOSED and profiel.soorten() and not profiel.contacten
    return bool(asks) and (profiel.reageren is None or not any(getattr(profiel.reageren, name) for name in HOW))


def kinds_of(name: str, profiel: Profiel) -> tuple[str, ...]:
    """Return the kinds of document that an edition has: a tender request is never internal."""
    return tuple(kind for kind in profiel.soorten() if name != INTERNAL or kind != "aanvraag")


def wrong_keys(asked: dict[str, Node]) -> Iterator[Problem]:
    """Yield each edition that is not known, and each key that an edition cannot have."""
    for name, overlay in asked.items():
        if name not in UITGAVEN:
            close = closest(name, UITGAVEN)
            cure = _("Did you mean “{key}”?") if close else _("Choose from: {words}.")
            hint = cure.format(key=close, words=", ".join(UITGAVEN))
            message = _("There is no edition “{name}”.").format(name=name)
            yield overlay.problem(message, hint, f"{EDITIONS}.{name}", at_key=True)
        for key in sorted(NEVER.intersection(entries(overlay))):
            message = _("The key “{key}” is the same in every edition.").format(key=key)
            yield entries(overlay)[key].problem(message, _("Leave it out here."), key, at_key=True)


def is_text(node: Node) -> bool:
    """Tell whether a value is one text."""
    return isinstance(node.value, str)


def names_another(name: str, parties: dict[str, Node]) -> Iterator[Problem]:
    """Yield that an edition cannot have another client or broker than the profile, and what can be said of this one."""
    for key, node in parties.items():
        message = _("An edition cannot name another {kind}.").format(kind=key)
        hint = _("Write what this edition says otherwise of it, as in “{example}”.").format(example=PARTIES[key])
        yield node.problem(message, hint, f"{EDITIONS}.{name}.{key}")


def says_yes(node: Node | None) -> bool:
    """Tell whether somebody wrote ja."""
    return node is not None and isinstance(node.value, str) and node.value.strip().lower() == "ja"


def without_names(base: Node, overlay: Node) -> Node:
    """Return a profile without what tells who asks; the client becomes "een gemeente", whatever its kind is."""
    own = {key: node for key, node in entries(base).items() if key not in TELLS}
    client = own.get("organisatie")
    if client is not None and client.value is not None:
        kept = {key: node for key, node in entries(client).items() if key in OF_CLIENT}
        kind = kept["soort"].value if "soort" in kept else ""
        place = overlay.source, overlay.key_line, overlay.key_column, overlay.key_line, overlay.key_column
        if isinstance(kind, str) and kind:
            word = uncapitalised(kind.strip())
            kept |= {"naam": Node(f"Een {word}", *place), "naam_in_zin": Node(f"een {word}", *place)}
        elif kind is None:  # still to be filled in, and so is what follows from it
            kept["naam"] = Node(None, *place)
        own["organisatie"] = client.holding(kept)
    for key, tells in (("broker", TELLS_BROKER), ("standplaats", TELLS_PLACE)):
        if key in own and own[key].value is not None:
            said = entries(own[key])
            nameless = key == "broker" and (said.get("naam") is None or says_yes(said.get("anoniem")))
            own[key] = own[key].holding(
                {name: node for name, node in said.items() if name not in tells or (nameless and name == CHOSEN)}
            )
    if "aanvraag" in own and own["aanvraag"].value is not None:  # its number is found in the broker's list
        request = entries(own["aanvraag"])
        own["aanvraag"] = own["aanvraag"].holding({key: node for key, node in request.items() if key != "nummer"})
    return base.holding(own)

"""What a build makes: for each profile and each kind it asks for, the paths and the bytes in every format.

The whole story of a document, top to bottom: profile and kind become tokens, and each writer turns those same tokens
into its format. Pure: nothing is read or written here.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from typing import NamedTuple

from markdown_it.token import Token

from vacaturegen.errors import InputError
from vacaturegen.i18n import _
from vacaturegen.library import Library, Soort
from vacaturegen.model.base import known
from vacaturegen.model.controle import is_for_checks
from vacaturegen.model.places import label_of
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import notation_of
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.editions import INTERNAL, kinds_of
from vacaturegen.profiles.messages import closest
from vacaturegen.profiles.names import find_name, texts
from vacaturegen.templating import Environment, render
from vacaturegen.writers import Assets, HouseStyle, Metadata

SUFFIXES = {"extern": "", "intern": "-intern", "anoniem": "-anoniem"}
"""What the name of a file says about the edition."""
UNLISTED = ("concept", "ingetrokken", "gesloten")
"""In these states, and when it is for colleagues, a page is nothing for a search engine."""

ITEM = re.compile(r"\.\d.*")
"""What in a path comes after the list that an item stands in."""

Writer = Callable[[Sequence[Token], Metadata, Assets], bytes]


class Printed(NamedTuple):
    """A document that no writer has seen yet: of which edition and kind, where it goes, its tokens, and its facts."""

    edition: Loaded
    kind: str
    path: str
    tokens: Sequence[Token]
    meta: Metadata


def make_documents(
    loaded: Loaded, formats: Sequence[str], library: Library, environment: Environment
) -> Iterator[tuple[str, bytes]]:
    """Yield the path (inside the output folder) and the bytes of every document of a profile.

    The arguments and what is raised are those of `print_documents`.
    """
    assets = Assets(library.word_base, library.page, library.stylesheet)
    for printed in print_documents(loaded, library, environment):
        for name in formats:
            yield f"{printed.path}.{name}", writer_of(name)(printed.tokens, printed.meta, assets)


def print_documents(loaded: Loaded, library: Library, environment: Environment) -> Iterator[Printed]:
    """Yield every document of a profile as tokens, which is all that writers need of it.

    `library` is that of the profile's folder, `environment` that of the library. Raises InputError for a section of the
    profile's own that has no place, for what an anonymous edition tells after all, and when a template is at fault.
    """
    for edition in (loaded, *loaded.others):
        yield from print_edition(edition, library, environment)


def refuse_unprintable(loaded: Loaded, library: Library, environment: Environment) -> None:
    """Raise what `print_documents` raises, and print only what can be at fault.

    That is an anonymous edition, and all when somebody's own templates print it; ours print every valid profile.
    """
    for edition in (loaded, *loaded.others):
        refuse_misplaced_sections(edition, library.kinds)
        if edition.hidden or library.is_own:
            deque(print_edition(edition, library, environment), maxlen=0)


def print_edition(edition: Loaded, library: Library, environment: Environment) -> Iterator[Printed]:
    """Yield the documents of one edition of a profile, as `print_documents` does."""
    refuse_misplaced_sections(edition, library.kinds)
    style = house_style(edition)
    for kind in kinds_of(edition.edition, edition.profiel):
        tokens = render(environment, edition.profiel, kind, library, edition.edition)
        meta = metadata(edition, kind, library, style)
        path = output_path(edition, kind)
        if edition.hidden:
            refuse_leaks(edition, tokens, meta, path)
        yield Printed(edition, kind, path, tokens, meta)


@cache
def writer_of(name: str) -> Writer:
    """Return the writer of a format; a writer is imported only when its format is asked for."""
    writer: Writer = import_module(f"vacaturegen.writers.{name}").write
    return writer


def output_path(loaded: Loaded, kind: str) -> str:
    """Return where a document goes, without its format: its name still says what it is when it is mailed."""
    profiel = loaded.profiel
    told = [field for field in known(profiel, "bestandsnaam") or () if isinstance(field, str)]
    said = (f"{'v' if field == 'versie' else ''}{slug(label_of(getattr(profiel, field) or ''))}" for field in told)
    parts = filter(None, [name_in_files(loaded), kind, *said])
    return f"{profiel.id}/{'-'.join(parts)}{SUFFIXES[loaded.edition]}"


def name_in_files(loaded: Loaded) -> str:
    """Return the name of a document in paths and properties: the profile's own; where that tells much, its title.

    It is empty when the title has no letters that a path can have: then the kind is all that a name says.
    """
    return slug(label_of(loaded.profiel.titel)) if loaded.hidden else loaded.profiel.id


def slug(text: str) -> str:
    """Return a text as a part of a file's name: small letters without accents, digits, points and hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.")[:60].strip("-.")


def metadata(loaded: Loaded, kind: str, library: Library, style: HouseStyle) -> Metadata:
    """Return the facts about a document that are not in its text."""
    profiel = loaded.profiel
    name, organisation = library.kinds[kind].naam, label_of(profiel.organisatie.naam)
    label = f"{name} (intern)" if loaded.edition == INTERNAL else name
    title = label_of(profiel.titel)
    return Metadata(
        title=title,
        subject=f"{label}: {title}",
        keywords=(label, title, organisation),
        organisation=organisation,
        kind=kind,
        kind_label=label,
        profile=name_in_files(loaded) or kind,
        digest=partial(digest_of_input, loaded, kind, library),
        edition=loaded.edition,
        status=profiel.status if isinstance(profiel.status, str) else "",
        version=label_of(profiel.versie) if profiel.versie else "",
        facts=facts(profiel),
        listed=loaded.edition != INTERNAL and profiel.status not in UNLISTED and profiel.voorbeeld is not True,
        style=style,
        numbers=numbers_of(profiel),
    )


def facts(profiel: Profiel) -> tuple[tuple[str, str], ...]:
    """Return what the properties of a Word file tell beside the usual: the name of each fact, and its text."""
    found = []
    for field in ("vastgesteld_door", "vastgesteld_op", "esco.code", "esco.label"):
        value = known(profiel, field)
        if value is not None:
            found.append(
                (
                    field.replace("_", " ").replace(".", " "),
                    label_of(value) if isinstance(value, str) else notation_of(value),
                )
            )
    return (*found, ("voorbeeld", "ja")) if profiel.voorbeeld is True else tuple(found)


def numbers_of(profiel: Profiel) -> tuple[tuple[str, str], ...]:
    """Return the numbers that a document goes by, each with its name."""
    said = (("zaaknummer", profiel.zaaknummer), ("kenmerk", profiel.kenmerk))
    return tuple((name, label_of(value)) for name, value in said if value is not None)


def digest_of_input(loaded: Loaded, kind: str, library: Library) -> str:
    """Return the digest of all that the text of a document follows from."""
    return hashlib.sha256(f"{loaded.resolved(kind)}\0{kind}\0{library.digest}".encode()).hexdigest()


def house_style(loaded: Loaded) -> HouseStyle:
    """Return how the organisation of a profile looks; what it does not say is as we ship it."""
    style, shipped = known(loaded.profiel, "organisatie.huisstijl"), HouseStyle()
    body = known(style, "lettertype") or shipped.body_font
    own = loaded.files.base
    stated = {name for name in ("accentkleur", "lettertype", "koplettertype") if own and known(style, name)}
    return HouseStyle(
        accent=known(style, "accentkleur") or shipped.accent,
        heading_font=known(style, "koplettertype") or body,
        body_font=body,
        logo=loaded.files.logo,
        theme=loaded.files.theme,
        base=own,
        stated=frozenset(stated),
    )


def refuse_leaks(loaded: Loaded, tokens: Sequence[Token], meta: Metadata, path: str) -> None:
    """Raise InputError for each text of an anonymous document that tells who asks, at the field that it came from."""
    file = path.rpartition("/")[2]
    facts = dict((*meta.facts, *meta.numbers)).values()
    told = {file, meta.title, meta.subject, meta.organisation, meta.profile, *meta.keywords, *facts}
    for token in tokens:
        told.add(token.content)
        told.update(str(child.attrs["href"]) for child in token.children or () if "href" in child.attrs)
    allowed = known(loaded.profiel, "geen_naam") or ()
    if not any(find_name(loaded.hidden, text, allowed) for text in told):
        return
    places = {
        field: found
        for field, text in texts(loaded.profiel)
        if field != "id"
        and not field.startswith("geen_naam")
        and not is_for_checks(field)
        and (found := find_name(loaded.hidden, text, allowed))
    }
    message = _("“{name}” stands here, but the edition “anoniem” names neither client nor broker.")
    cure = _("Say it in other words under “anoniem” in “{id}”, at “{field}”; is it no name, put it in “geen_naam”.")
    problems = [
        loaded.problem(
            field, message.format(name=said[:60]), cure.format(id=loaded.profiel.id, field=ITEM.sub("", field))
        )
        for field, said in places.items()
    ]
    if not problems:  # a template of one's own
        hint = _("Say it in other words under “anoniem”; is it no name, put it in “geen_naam”.")
        message = _("A template names the client or the broker in the edition “anoniem” of “{id}”.")
        problems = [loaded.problem("", message.format(id=loaded.profiel.id), hint)]
    raise InputError(problems)


def refuse_misplaced_sections(loaded: Loaded, kinds: Mapping[str, Soort]) -> None:
    """Raise InputError for each own section whose place is in none of the documents that it could stand in."""
    problems = []
    wanted = loaded.profiel.soorten()
    for field, homes in (("secties", wanted), *((f"{kind}.secties", (kind,)) for kind in wanted)):
        places = [part for kind in homes for part in kinds[kind].onderdelen]
        for index, section in enumerate(known(loaded.profiel, field) or ()):
            if isinstance(section.na, str) and section.na not in places:
                problems.append(loaded.problem(f"{field}.{index}.na", *misplaced(section.na, places)))
    if problems:
        raise InputError(problems)


def misplaced(name: str, places: list[str]) -> tuple[str, str]:
    """Return what is wrong with a section behind a part that is not there, and the cure."""
    close = closest(name, places)
    cure = _("Did you mean “{key}”?") if close else _("Choose from: {words}.")
    return (
        _("There is no section “{name}” to stand behind.").format(name=name),
        cure.format(key=close, words=", ".join(places)),
    )

"""What a build makes: for each profile and each kind it asks for, the paths and the bytes in every format.

The whole story of a document, top to bottom: profile and kind become tokens, and each writer turns those same tokens
into its format. Pure: nothing is read or written here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib import import_module

from markdown_it.token import Token

from vacaturegen.errors import InputError
from vacaturegen.i18n import _
from vacaturegen.library import Library, Soort
from vacaturegen.model.base import Open, known
from vacaturegen.profiles import Loaded
from vacaturegen.profiles.validation import closest
from vacaturegen.templating import Environment, render
from vacaturegen.writers import Assets, HouseStyle, Metadata

Writer = Callable[[Sequence[Token], Metadata, Assets], bytes]


def make_documents(
    loaded: Loaded, formats: Sequence[str], library: Library, environment: Environment
) -> Iterator[tuple[str, bytes]]:
    """Yield the path (inside the output folder) and the bytes of every document of a profile.

    `library` is that of the profile's folder, `environment` that of the library. Raises InputError for a section of the
    profile's own that has no place, and when a template is at fault.
    """
    refuse_misplaced_sections(loaded, library.kinds)
    assets = Assets(library.word_base, library.page, library.stylesheet)
    style = house_style(loaded)
    for kind in loaded.profiel.soorten():
        tokens = render(environment, loaded.profiel, kind, library)
        meta = metadata(loaded, kind, library, style)
        for name in formats:
            yield output_path(loaded.profiel.id, kind, name), writer_of(name)(tokens, meta, assets)


@cache
def writer_of(name: str) -> Writer:
    """Return the writer of a format; a writer is imported only when its format is asked for."""
    writer: Writer = import_module(f"vacaturegen.writers.{name}").write
    return writer


def output_path(profile: str, kind: str, name: str) -> str:
    """Return where a document goes: its name still says what it is when it is mailed."""
    return f"{profile}/{profile}-{kind}.{name}"


def metadata(loaded: Loaded, kind: str, library: Library, style: HouseStyle) -> Metadata:
    """Return the facts about a document that are not in its text."""
    profiel = loaded.profiel
    label, organisation = library.kinds[kind].naam, label_of(profiel.organisatie.naam)
    title = label_of(profiel.titel)
    return Metadata(
        title=title,
        subject=f"{label}: {title}",
        keywords=(label, title, organisation),
        organisation=organisation,
        kind=kind,
        kind_label=label,
        profile=profiel.id,
        digest=partial(digest_of_input, loaded, kind, library),
        style=style,
    )


def digest_of_input(loaded: Loaded, kind: str, library: Library) -> str:
    """Return the digest of all that the text of a document follows from."""
    return hashlib.sha256(f"{loaded.resolved(kind)}\0{kind}\0{library.digest}".encode()).hexdigest()


def label_of(value: str | Open) -> str:
    """Return a text for use outside the document; a field that is still open is named between brackets."""
    return value if isinstance(value, str) else f"[{value.label}]"


def house_style(loaded: Loaded) -> HouseStyle:
    """Return how the organisation of a profile looks; what it does not say is as we ship it."""
    style, shipped = known(loaded.profiel, "organisatie.huisstijl"), HouseStyle()
    body = known(style, "lettertype") or shipped.body_font
    return HouseStyle(
        accent=known(style, "accentkleur") or shipped.accent,
        heading_font=known(style, "koplettertype") or body,
        body_font=body,
        logo=loaded.files.logo,
        theme=loaded.files.theme,
    )


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

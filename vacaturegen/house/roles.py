"""The roles that styles play in our documents, and the names under which a Word file of another's making has them.

A table and nothing else. Which style of a file plays a role is found out in `styles`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"


class Role(NamedTuple):
    """What a style is for.

    `key` is its name in a profile (`organisatie.huisstijl.stijlen`), `style` the id of the style in the shipped base,
    `names` are other names that a file can have for it, the best first. Without a style of its own a role that is not
    `needed` is played by that of `stand_in`. A style that is added builds on that of the role `parent`.
    """

    key: str
    kind: str
    style: str
    names: tuple[str, ...]
    parent: str = ""
    stand_in: str = ""
    needed: bool = False


HEADINGS = ("kop_1", "kop_2", "kop_3", "kop_4")
LIST_ROLES = {"Bullet": "opsomming", "Number": "nummering"}
"""Kind of list, as the writer calls it -> the role of its first level; the others add _2 and _3."""


def _heading(level: int, parent: str) -> Role:
    names = (f"heading {level}", f"Kop {level}", f"Kop{level}", f"Koptekst {level}", f"Titel {level}")
    return Role(f"kop_{level}", PARAGRAPH, f"Heading{level}", names, parent, "" if level < 4 else parent, level < 4)


ROLES = (
    Role("tekst", PARAGRAPH, "Normal", ("Normal", "Standaard", "Default Paragraph Style", "Default"), needed=True),
    _heading(1, "tekst"),
    _heading(2, "kop_1"),
    _heading(3, "kop_2"),
    _heading(4, "kop_3"),
    Role("inleiding", PARAGRAPH, "Lead", ("Inleiding", "Intro", "Introductie"), "tekst", "tekst"),
    Role("aanloop", PARAGRAPH, "Aanloop", (), "tekst", "tekst"),
    Role("noot", PARAGRAPH, "Noot", ("Opmerking",), "tekst", "tekst"),
    Role("clausule", PARAGRAPH, "Clausule", ("Kader",), "tekst", "tekst"),
    Role("clausule_noot", PARAGRAPH, "ClausuleNoot", (), "clausule", "noot"),
    Role(
        "opsomming",
        PARAGRAPH,
        "ListBullet",
        (
            "List Bullet",
            "Lijst opsom.teken",
            "Opsomming",
            "Opsomming 1",
            "Opsommingsteken 1",
            "List Paragraph",
            "Lijstalinea",
        ),
        "tekst",
        needed=True,
    ),
    Role("opsomming_2", PARAGRAPH, "ListBullet2", ("Lijst opsom.teken 2", "Opsomming 2"), "opsomming", "opsomming"),
    Role("opsomming_3", PARAGRAPH, "ListBullet3", ("Lijst opsom.teken 3", "Opsomming 3"), "opsomming", "opsomming_2"),
    Role("opsomming_clausule", PARAGRAPH, "ListBulletClausule", (), "opsomming", "opsomming"),
    Role(
        "nummering",
        PARAGRAPH,
        "ListNumber",
        ("List Number", "Lijstnummering", "Nummering", "Nummering 1", "List Paragraph", "Lijstalinea"),
        "tekst",
        needed=True,
    ),
    Role("nummering_2", PARAGRAPH, "ListNumber2", ("Lijstnummering 2", "Nummering 2"), "nummering", "nummering"),
    Role("nummering_3", PARAGRAPH, "ListNumber3", ("Lijstnummering 3", "Nummering 3"), "nummering", "nummering_2"),
    Role("nummering_clausule", PARAGRAPH, "ListNumberClausule", (), "nummering", "nummering"),
    Role(
        "vervolg", PARAGRAPH, "ListContinue", ("Lijstvoortzetting", "List Paragraph", "Lijstalinea"), "tekst", "tekst"
    ),
    Role("vervolg_2", PARAGRAPH, "ListContinue2", ("Lijstvoortzetting 2",), "tekst", "vervolg"),
    Role("vervolg_3", PARAGRAPH, "ListContinue3", ("Lijstvoortzetting 3",), "tekst", "vervolg_2"),
    Role("bijschrift", PARAGRAPH, "Caption", ("caption", "Bijschrift"), "tekst", "tekst"),
    Role("tabeltekst", PARAGRAPH, "Tabeltekst", ("Tabel tekst", "Table Contents", "Tabelinhoud"), "tekst", "tekst"),
    Role("tabelgetal", PARAGRAPH, "TabeltekstGetal", (), "tabeltekst", "tabeltekst"),
    Role("tabelkop", PARAGRAPH, "Tabelkop", ("Tabel kop", "Table Heading"), "tabeltekst", "tabeltekst"),
    Role("tabelkop_getal", PARAGRAPH, "TabelkopGetal", (), "tabelkop", "tabelkop"),
    Role("koptekst", PARAGRAPH, "Header", ("header", "Koptekst"), "tekst", "tekst"),
    Role("voettekst", PARAGRAPH, "Footer", ("footer", "Voettekst"), "tekst", "tekst"),
    Role("vet", CHARACTER, "Strong", ("Zwaar", "Sterke nadruk", "Strong Emphasis", "Vet"), needed=True),
    Role("cursief", CHARACTER, "Emphasis", ("Nadruk", "Cursief"), needed=True),
    Role(
        "vet_cursief",
        CHARACTER,
        "IntenseEmphasis",
        ("Intense Emphasis", "Intensieve benadrukking"),
        stand_in="vet",
    ),
    Role("link", CHARACTER, "Hyperlink", ("Internet Link", "Internetkoppeling"), needed=True),
    Role(
        "invulplaats",
        CHARACTER,
        "PlaceholderText",
        ("Placeholder Text", "Tekst van tijdelijke aanduiding", "Tekstvan tijdelijke aanduiding", "Placeholder"),
        needed=True,
    ),
    Role(
        "tabel",
        TABLE,
        "Overzicht",
        ("Tabel", "Table Grid", "Tabelraster", "Grid Table Light", "Plain Table 1", "Grid Table 1 Light"),
        needed=True,
    ),
)
BY_KEY = {role.key: role for role in ROLES}

WORD_SHOWS = {
    "Standaard": "Normal",
    "Titel": "Title",
    "Ondertitel": "Subtitle",
    "Lijstalinea": "List Paragraph",
    "Lijst": "List",
    "Plattetekst": "Body Text",
    "Tekstblok": "Body Text",
    "Geen afstand": "No Spacing",
    "Citaat": "Quote",
    "Duidelijk citaat": "Intense Quote",
    "Subtiele benadrukking": "Subtle Emphasis",
    "Voetnoottekst": "footnote text",
    "Tabelraster": "Table Grid",
} | {f"Kop {level}": f"heading {level}" for level in range(1, 10)}
"""The name that a Dutch Word or LibreOffice shows -> the name in the file, of styles that come with both."""


def fold(name: str) -> str:
    """Return what two ways of writing the name of a style have in common."""
    return re.sub(r"[\s._-]+", "", name).casefold()


BUILT_IN = {fold(shown): role.style for role in ROLES if role.kind != TABLE for shown in role.names} | {
    fold(shown): name for shown, name in WORD_SHOWS.items()
}
"""The same for every name by which a Dutch program can show a style, folded."""

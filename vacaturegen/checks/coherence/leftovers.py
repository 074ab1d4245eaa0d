"""The rule about what was left behind in a text to be filled in later: dots, dashes, brackets, xxx."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vacaturegen.checks.reading.readers import holds, reader
from vacaturegen.checks.reading.sentences import sentences_of
from vacaturegen.checks.rule import ALL, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import _

BEFORE = (
    r"van|op|met|per|bij|tot|vóór|voor|na|uit|door|in|naar|via|namens|onder|de|het|een|onze|schaal|nummer|minimaal"
    r"|maximaal|ongeveer|circa|bijvoorbeeld|telefoonnummer|telefoon|e-mailadres|e-mail|datum|naam|gebied"
)
"""Words after which dots stand for what is not there yet, when a sentence ends behind them."""
AFTER = (
    r"uur|uren|euro|bruto|netto|fte|jaar|maand|maanden|weken|week|dagen|werkdagen|procent|punten|inwoners|medewerkers"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|20\d\d"
)
"""Words before which they do."""
DOTS = r"(?:\.{2,}|…)++"
MARKS = re.compile(
    r"(?i)(?:…|\.){6,}|…{2,}"  # a line of dots
    rf"|(?:(?<=€)|(?<=€[ \u00a0])){DOTS}"
    rf"|\b(?:{BEFORE}):? ?(?P<dots>{DOTS})(?=[ \u00a0]?(?:[.,;)]|$|\n|(?:{AFTER}|en|tot|t/m|van|of)\b))"
    rf"|(?:^|(?<=[ \u00a0(]))(?:{DOTS})[ \u00a0]?(?={AFTER})\b"
    r"|(?:\.\.[-/ ]){2}(?:20)?\.\."
    r"|[(\[](?:\.{2,}|…)[)\]]"
    r"|(?:^|(?<=\n))[\s.…–—_-]*\.[\s.…–—_-]+(?=\n|$)"
    r"|-{3,}|_{3,}|[–—]{3,}|[█■▇]{2,}"
    r"|(?<![\w/@.-])(?:0\d{1,3}-?)?\d{4,}x{2,}\b"
    r"|(?<![\w/@.-])(?:20)?x{2,}(?![\w@]|\.\w)|(?<=[-,])x{2,}\b"
    r"|(?<!\S)\?{2,}(?!\S)|(?<=€ )\?+"
    r"|\b(?:lorem ipsum|dolor sit amet|to be (?:determined|confirmed|announced)|asdf\w*|tekst volgt)\b"
    r"|\bhier kom(?:t|en) (?:nog )?(?:de|het|een|jouw|onze|alle)? ?"
    r"(?:tekst|competenties|taken|eisen|omschrijving|beschrijving|alinea|naam|logo|foto|functie-eisen|functietekst)\b"
    r"|\{\{?[^{}\n]{1,60}\}\}?"
    r"|<[a-z][a-zà-ÿ _-]{0,40}>|«[a-z_ ]{2,40}»"
)
WORDS = re.compile(r"\b(?:TBD|TODO|T\.B\.D\.)(?!\w)|\btbd\b")
"""Only so written: a small "todo" is a word of its own."""
BRACKETED = re.compile(r"(?<!\w)\\?\[([^\[\]\n\\]{1,80})\\?\](?![(\w])")
"""Words between square brackets that are no link and no part of a word."""
PROPER = re.compile(r"(?i)\s*(?:[mvx](?:[/ ]*[mvx]){1,2}|sic|red\.?|\d+|[x✓ ]|\.{3}|…|[a-z]\]?)\s*")
"""What may stand so."""
BLANK = re.compile(
    r"(?i)\((?:nog )?(?:aantal(?: uren| uur| fte| jaren| dagen| plaatsen)?|datum|startdatum|einddatum|sluitingsdatum"
    r"|naam(?: (?:van de |van het )?[a-z]+)?|functie(?:naam|titel)?|bedrag|telefoonnummer|e-mailadres|plaatsnaam"
    r"|(?:(?:aantal|naam|datum|bedrag|functie|afdeling|team|schaal|locatie|gemeente|organisatie)(?: [a-z]+){0,3} )?"
    r"(?:in te vullen|invullen|aan te vullen|aanvullen)"
    r"|(?:telefoonnummer|e-mailadres|naam|adres|link) verwijderd"
    r"|(?:[a-z]+ ){0,3}nog (?:even )?(?:(?:in|aan) te vullen|(?:in|aan)vullen|na te vragen|navragen|te checken|checken"
    r"|op te vragen|opvragen|uit te zoeken|uitzoeken|af te stemmen|afstemmen)(?: [^()\n]{1,40})?)\)"
)
"""Words between round brackets that name what should have stood there."""
ASKS = re.compile(
    r"(?i)\b(?:vermeld|noem|benoem|geef|beschrijf|toon|lever|stuur|registreer|bevat|staa[nt]|opgave|kolom|veld)\w*"
)
"""Words that ask others to fill that in: then it is no leftover."""
MORE_DOTS = re.compile("[.…]+")
BETWEEN = re.compile(r"[ \u00a0]{0,2}|[.…_–—-]{0,3}")
"""What can stand between two parts of what is to be filled in once."""
LABEL = "kerngegevens_extra.*.naam"
"""What stands beside a value, and may say between brackets what that is."""
TRACES = (
    *("..", "…", "--", "__", "––", "——", "[", "{", "<", "??", "€ ?", "█", "■", "▇", "«", "xx", "tbd", "t.b.d", "todo"),
    *("ipsum", "dolor", "to be ", "asdf", "tekst volgt", "hier kom"),
)
"""What is in every leftover but words between round brackets, in small letters."""


@reader
def leftovers_in(value: str) -> tuple[tuple[int, str], ...]:
    """Return what was left behind in a text, with its places."""
    lowered = value.lower()
    found: list[tuple[int, str]] = []
    if holds(lowered, TRACES):
        found += [(match.start(), match[0]) for match in WORDS.finditer(value)]
        found += [(match.start(match.lastgroup or 0), match[match.lastgroup or 0]) for match in MARKS.finditer(value)]
        found += [
            (match.start(), match[0])
            for match in BRACKETED.finditer(value)
            if not PROPER.fullmatch(match[1]) and any(map(str.isalpha, match[1]))
        ]
    for sentence in sentences_of(value) if "(" in value else ():
        blanks = BLANK.finditer(sentence.text)
        found += [(sentence.start + blank.start(), blank[0]) for blank in blanks if not ASKS.search(sentence.text)]
    return tuple(merged(sorted((at, at + len(words)) for at, words in found), value))


def merged(spans: list[tuple[int, int]], value: str) -> Iterator[tuple[int, str]]:
    """Yield places with their words; those with no word or sentence between them are one place to fill in."""
    begin, end = spans[0] if spans else (0, 0)
    for start, stop in spans[1:]:
        if start > end and (value[start] == "[" or not BETWEEN.fullmatch(value, end, start)):
            yield begin, whole(value, begin, end)
            begin = start
        end = max(end, stop)
    if spans:
        yield begin, whole(value, begin, end)


def whole(value: str, begin: int, end: int) -> str:
    """Return what stands at a place, with all of its dots."""
    more = MORE_DOTS.match(value, end) if value[end - 1] in ".…" else None
    return value[begin : more.end() if more else end]


@rule(
    "S01",
    "Er staat nog iets in te vullen",
    Ernst.FOUT,
    ALL,
    source="Veldkennis: puntjes, streepjes en haken die in gepubliceerde teksten bleven staan",
    why="Wat nog in te vullen was, staat anders zo in het document. In een concept kan het als `<vul in wat>`: dan"
    " noemt het document zelf wat er nog ontbreekt.",
    bad="doel: Een plan opleveren voor [naam van de wijk].",
    good="doel: Een plan opleveren voor de wijk Noord.",
)
def leftovers(subject: Subject) -> Iterator[Hit]:
    """Yield each place in a text that somebody meant to fill in."""
    for text, found in subject.read(leftovers_in):
        for at, words in found:
            if words.startswith("(") and text.pattern == LABEL:
                continue
            message = _("Something is still to be filled in here: “{words}”. Fill it in, or leave it out.")
            yield Hit(text.field, message.format(words=words[:40]), words, at)


LEFTOVER_RULES: tuple[Rule, ...] = (leftovers,)

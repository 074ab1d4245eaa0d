"""What texts say of points and of how much the price counts, beside the criteria that give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from vacaturegen.checks.coherence.claims import contradicted
from vacaturegen.checks.reading.said import Finder
from vacaturegen.checks.reading.sentences import sentence_at
from vacaturegen.checks.rule import Hit
from vacaturegen.checks.subject import Subject, Text
from vacaturegen.dutch import percent
from vacaturegen.i18n import _
from vacaturegen.model.aanvraag import Aanvraag
from vacaturegen.model.totaalscore import Part, parts_of, points_of

POINTS = "punten|pnt|pt"
OWN = re.compile(rf"(?i)\((?:max\.? |maximaal |weging:? )?(\d{{1,4}}) ?(?:{POINTS})\.?\)")
OWN_MOST = re.compile(r"(?i)\b(?:maximaal|max\.?|hoogstens|ten hoogste|in totaal) (\d{1,4}) punten\b")
ALL = re.compile(
    r"(?i)\btotaal(?: van)?(?: maximaal)? (\d{1,4}) punten\b|\b(\d{1,4}) punten in totaal\b"
    r"|\bin totaal (?:(?:kun(?:nen|t)|kan|zijn|is|er|u|je|een|kandidaat|inschrijver|maximaal|voor|deze) ){1,5}"
    r"(\d{1,4}) punten\b"
    r"|\b(?:er zijn|zijn er|kunt u|zijn) (?:maximaal |in totaal )?(\d{1,4}) punten (?:te )?(?:be)?halen\b"
)
EACH = re.compile(r"(?i)\b(?:elke?|iedere?|per|ieder|criterium|onderdeel|wens|vraag|stap|ronde|extra|minimaal)\b")
"""Words of a sentence about the points of one part."""
FOR_ONE = re.compile(r"(?i)\b(?:voor|met|op) (?:de|het|dit|deze|uw|een)\b")
"""Words that can say which part has the points that are to be had."""
CRITERION = re.compile(r"(aanvraag\.(?:gunningscriteria|wensen)\.\d+)\.(?:criterium|wens|toelichting)")
COUNTS = Finder(
    re.compile(r"(?i)\b(?:prijs|tarief) (?:telt|weegt)(?: mee)?(?: voor)? (\d{1,3}) ?(?:%|procent)"),
    needs=("prijs|tarief", "telt|weegt", "%|procent"),
)


def points_against(subject: Subject) -> Iterator[Hit]:
    """Yield points in a criterion that are not the points it has, and totals and weights that nothing makes."""
    aanvraag = subject.known("aanvraag") if subject.kind == "aanvraag" else None
    if aanvraag is None:
        return
    parts = parts_of(aanvraag)
    for text in subject.texts if "punten" in subject.lowered or "pnt" in subject.lowered else ():
        if home := CRITERION.fullmatch(text.field):
            yield from own_points(aanvraag, home[1], text)
        if text.field.startswith("aanvraag."):
            yield from all_points(subject, aanvraag, parts, text)
    if subject.read(COUNTS) and (share := share_of_price(parts)) is not None:
        for text, found in subject.read(COUNTS):
            for at, words in found:
                if Decimal(re.findall(r"\d+", words)[-1]) != round(share):
                    message = _(
                        "Here it says “{words}”, but by the points or weights it is {share}. Change one of the two."
                    )
                    yield Hit(text.field, message.format(words=words, share=percent(round(share, 1))), words, at)


def own_points(aanvraag: Aanvraag, home: str, text: Text) -> Iterator[Hit]:
    """Yield points that a criterion tells and that are not its own."""
    *_path, name, index = home.split(".")
    item = getattr(aanvraag, name)[int(index)]
    found = list(OWN.finditer(text.value)) or list(OWN_MOST.finditer(text.value))
    if isinstance(item.punten, Decimal) and item.treden == () and len(found) == 1:
        sentence = sentence_at(text.value, found[0].start()).text
        if Decimal(found[0][1]) != item.punten and (found[0].re is OWN or not EACH.search(sentence)):
            yield contradicted(text, f"{home}.punten", item.punten, found[0][0], found[0].start())


def all_points(subject: Subject, aanvraag: Aanvraag, parts: list[Part], text: Text) -> Iterator[Hit]:
    """Yield a total of points that is not the sum of all, nor of a part."""
    found = ALL.search(text.value)
    if found is None:
        return
    sentence = sentence_at(text.value, found.start()).text
    if EACH.search(sentence) or (found[4] and FOR_ONE.search(sentence)):
        return
    points: list[Any] = [part.points for part in parts]
    made = points_of(subject.known("aanvraag.gunningscriteria") or ())
    sums = [fact for fact in (aanvraag.punten_totaal, made, *points) if isinstance(fact, Decimal)]
    sums.append(sum((part for part in points if isinstance(part, Decimal)), Decimal(0)))
    if sums[0] and Decimal(next(filter(None, found.groups()))) not in sums:
        yield contradicted(text, "aanvraag.punten_totaal", sums[0], found[0], found.start())


def share_of_price(parts: list[Part]) -> Decimal | None:
    """Return for how many percent the price counts, by the weights or else by the points; None when neither tells."""
    price = next((part for part in parts if part.test == "prijs"), None)
    if price is None:
        return None
    if isinstance(price.weight, Decimal):
        return price.weight
    points = [part.points for part in parts if isinstance(part.points, Decimal)]
    if len(points) < len(parts) or not sum(points) or any(part.weight is not None for part in parts):
        return None
    return Decimal(price.points) * 100 / sum(points)

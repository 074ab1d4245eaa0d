"""With which words a tender request speaks of its rate, of a bid and of who makes it, and of a scale of judgements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from vacaturegen.model.aanvraag import Aanvraag
from vacaturegen.model.base import known
from vacaturegen.model.inschrijving import Inschrijving
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.model.totaalscore import worth_of
from vacaturegen.notation import Datum
from vacaturegen.words import capitalised

OFFERS_SOMEBODY = ("detachering", "tussenkomst")
"""In which a bidder never does the work without offering somebody for it."""
CV = re.compile(r"\bcv\b|curriculum")
LOT = re.compile(r"^perceel (?:(\w+): )?", re.IGNORECASE)
JE = re.compile(r"\b(?:je|jij|jou|jouw)\b", re.IGNORECASE)
RATE_WORDS = {"uur": "uurtarief", "dag": "dagtarief", "week": "weektarief", "maand": "maandtarief", "opdracht": "prijs"}


def words_of_request(profiel: Profiel, aanvraag: Aanvraag) -> dict[str, Any]:
    """Return what the sentences of a request hang on, by the names that the templates know."""
    rate, rate_in_sentence = words_for_rate(aanvraag)
    return {
        "perceel": lot_of(aanvraag.perceel),
        "past_bij": "het gevraagde profiel" if profiel.eisen or profiel.wensen else "deze opdracht",
        "tarief_woord": rate,
        "tarief_zin": rate_in_sentence,
        "inschrijving_telt": bool(
            known(aanvraag, "inschrijving.documenten") or known(aanvraag, "inschrijving.motivatie")
        ),
        "bestaat_uit": isinstance(bid := aanvraag.inschrijving, Inschrijving)
        and (bid.documenten != () or bid.motivatie is not None),
        "genoemd": named_among(known(aanvraag, "inschrijving.documenten") or ()),
        "alleen_kandidaat": aanvraag.zzp_toegestaan is False or aanvraag.arbeidsrelatie in OFFERS_SOMEBODY,
        "antwoorden_noemt_broker": names_somebody(profiel),
        "bereikbaarheid": in_third_person(known(profiel, "standplaats.bereikbaarheid")),
        "vaste_start": isinstance(start := known(profiel, "inzet.start"), Datum) and not start.uiterlijk,
        "schaal_woorden": words_for_scale(aanvraag) if known(aanvraag, "beoordeling.schaal") else None,
    }


def words_for_rate(aanvraag: Aanvraag) -> tuple[Any, Any]:
    """Return what the rate is called, alone and with its article; both are open while it is."""
    tarief = known(aanvraag, "tarief")
    unit = tarief.per if tarief else "uur"
    if isinstance(unit, Open):
        return unit, unit
    word = RATE_WORDS[unit]
    return word, f"{'de' if word == 'prijs' else 'het'} {word}"


def lot_of(text: Any) -> Any:
    """Return a lot as the row "Perceel" says it: without that word, and with its name behind a comma ("2, ICT")."""
    return LOT.sub(lambda found: f"{found[1]}, " if found[1] else "", text) if isinstance(text, str) else text


def named_among(documents: Sequence[Any]) -> dict[str, bool]:
    """Tell which parts of a bid its list of documents names already."""
    text = " ".join(str(document).lower() for document in documents if not isinstance(document, Open))
    return {"cv": bool(CV.search(text)), **{word: word in text for word in ("motivatie", "onderbouwing")}}


def names_somebody(profiel: Profiel) -> bool:
    """Tell whether the place of the answers says whose it is: the website van somebody, or with the broker's name."""
    place, name = known(profiel, "broker.antwoorden_op") or "", known(profiel, "broker.naam")
    return " van " in place or bool(name and name.lower() in place.lower())


def in_third_person(text: str | None) -> str | None:
    """Return a text that a vacancy shares, unless it speaks to somebody: a request says u."""
    return None if text is None or JE.search(text) else text


def words_for_scale(aanvraag: Aanvraag) -> dict[str, str]:
    """Return what a scale of judgements is for (criteria, wishes, or both), and of what it gives a part."""
    rounds = known(aanvraag, "beoordeling.rondes") or ()
    wishes = list(known(aanvraag, "wensen") or ())
    criteria = [*(known(aanvraag, "gunningscriteria") or ()), *(c for r in rounds for c in known(r, "criteria") or ())]
    names = (["elk criterium"] if criteria or not wishes else []) + (["elke wens"] if wishes else [])
    steps = any(known(item, "treden") for item in (*criteria, *wishes))
    points = any(worth_of(item) is not None for item in (*criteria, *wishes))
    what = f"{' en '.join(names)}{' zonder eigen treden' if steps else ''}"
    return {"wat": capitalised(what), "waarvan": "punten" if points else "score"}

"""The standstill of a tender: whether the law asks for it, and the day on which it ends."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from vacaturegen.calendars import Calendar
from vacaturegen.model.base import known
from vacaturegen.notation import Duur
from vacaturegen.planning.terms import day_after

FREED = re.compile(
    r"(?i)\b(?:nadere (?:overeenkomst|opdracht|offerte)|mini-?competitie|das|dynamisch"
    r"|(?:binnen|onder|op basis van|uit) (?:een|de|onze|deze) (?:\w+ ){0,3}raam\w*)\b"
)
EUROPEAN = re.compile(r"(?i)\beurope(?:es|se)\b|\bboven de drempel")
FRAMEWORK = re.compile(r"(?i)\braam\w*")
"""What a procedure says of the regime: without a standstill, or with one by law; a framework itself has one as well."""


def regime_of(aanvraag: Any) -> str:
    """Return what is known of the regime: "free" (a DAS or a framework), "european", or "" when nothing tells."""
    procedure = str(known(aanvraag, "procedure") or "")
    if known(aanvraag, "das") or FREED.search(procedure):
        return "free"
    if EUROPEAN.search(procedure):
        return "european"
    return "free" if FRAMEWORK.search(procedure) else ""


def end_of_standstill(aanvraag: Any, first: date, length: Duur, calendar: Calendar) -> date | None:
    """Return the last day of a standstill of a length from its first day on; None when that cannot be told.

    A term that a law sets and that would end on a Saturday, a Sunday or a general holiday runs on to the first day
    that is none (Algemene termijnenwet, artikel 1, lid 1); the standstill of a European procedure is such a term
    (Aanbestedingswet 2012, artikel 2.127). So 20 days from 13 October 2020 end on Monday 2 November: Gerechtshof Den
    Haag 20 April 2021, as bg.legal told it on 22 April 2021, looked at on 2026-11-23. One that only tender documents
    set is not extended. Holidays are those of that law, whatever days the organisation itself works on.
    """
    end = day_after(first - timedelta(days=1), length, calendar)
    if end is None or regime_of(aanvraag) != "european":
        return end
    try:
        return Calendar().next_working_day(end)
    except OverflowError:
        return None

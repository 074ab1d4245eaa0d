"""Varies what a shipped profile says: its facts, and by `wording` its texts. What comes out agrees with itself.

Each function takes the data of a shipped file, changes it and returns it. The same `random` gives the same data.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.wording import CRITERIA, REQUIREMENTS, TASKS, fill, relist, retell, reword

Data = dict[str, Any]

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
REGIONS = ("Gelderland", "Flevoland", "Drenthe", "Overijssel", "Utrecht", "Zeeland", "Limburg")
TITLES = (
    "Ambtelijk secretaris OR",
    "Ambtelijk secretaris ondernemingsraad",
    "Ambtelijk secretaris medezeggenschapsorgaan",
    "Secretaris medezeggenschap",
    "Ondersteuner van de ondernemingsraad",
    "Adviseur medezeggenschap",
)
LEVELS = ("junior", "medior", "senior")
EDUCATION = ("mbo", "mbo+", "hbo", "hbo+", "wo")
PLACES = (
    ("het provinciehuis", "Lelystad"),
    ("het gemeentehuis", "Dronten"),
    ("het stadhuis", "Almere"),
    ("het waterschapshuis", "Zwolle"),
)
RELATIONS = ("open", "zelfstandig", "tussenkomst", "detachering")
INCLUDED = ("reiskosten woon-werkverkeer", "reiskosten werk-werkverkeer", "parkeerkosten", "verblijfkosten")
EQUIPMENT = ("laptop", "telefoon", "bijbehorende accessoires", "beeldscherm", "koptelefoon")
DEPENDS_ON = ("ervaring", "opleiding", "competenties", "kennis")
FIRST_DAY, DAYS = date(2026, 1, 5), 900
"""When the procedures of all profiles begin."""


def vary_request(profile: Data, number: int, random: Random) -> Data:
    """Return a tender request."""
    months = random.randint(2, 12)
    low = random.randint(2, 30)
    profile["titel"] = random.choice(TITLES)
    profile["niveau"] = random.choice(LEVELS)
    profile["opleidingsniveau"] = random.choice(EDUCATION)
    profile["standplaats"]["regio"] = random.choice(REGIONS)
    asked = FIRST_DAY + timedelta(random.randrange(DAYS))
    answered = asked + timedelta(random.randint(1, 4))
    closed = answered + timedelta(random.randint(2, 10))
    profile["inzet"] |= {
        "start": random.choice(("z.s.m.", f"{closed + timedelta(random.randint(10, 60))}")),
        "duur": f"{months} maanden",
        "verlenging": f"{random.randint(1, 4)} x {months} maanden",
        "uren_per_week": f"{low} tot {low + random.randint(1, 6)}",
        "werkdagen": some(WEEKDAYS, random),
        "hybride": yes_or_no(random),
    }
    profile["planning"] |= {
        "vragen": f"{asked} {random.randint(9, 17):02}:00",
        "antwoorden": f"{answered}",
        "sluiting": f"{closed} {random.randint(9, 17):02}:00",
        "gesprekken": random.choice(("nader te bepalen", f"{closed + timedelta(random.randint(3, 9))}")),
    }
    for group in profile["taakgroepen"]:
        group["taken"] = relist(group["taken"], TASKS, random)
    vary_conditions(profile["aanvraag"], number, random)
    return profile


def vary_conditions(request: Data, number: int, random: Random) -> None:
    """Change what a tender request alone has: its number, rate, texts, criteria and conditions."""
    request |= {
        "nummer": str(20_000 + number),
        "das": yes_or_no(random),
        "arbeidsrelatie": random.choice(RELATIONS),
        "tarief": {
            "maximum": str(random.randint(60, 140)),
            "btw": "exclusief",
            "inclusief": [*some(INCLUDED, random), "fee"],
        },
        "fee_per_uur": f"{random.randint(1, 4)}.{random.randint(0, 99):02}",
        "vog": random.choice(("gevraagd", "vereist")),
        "waadi": yes_or_no(random),
    }
    for block in request["opdracht"]:
        block["tekst"] = retell(block["tekst"], random)
        if "punten" in block:
            block["punten"] = relist(block["punten"], TASKS, random)
    request["eigen_middelen"] = some(EQUIPMENT, random)
    request["knockouts"] = relist(request["knockouts"], CRITERIA, random)
    criteria = relist([criterion["criterium"] for criterion in request["gunningscriteria"]], CRITERIA, random)
    total = random.choice((100, 120, 200))
    cuts = sorted(random.sample(range(5, total, 5), len(criteria) - 1))
    points = [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]
    request["gunningscriteria"] = [
        {"criterium": criterion, "punten": str(worth)} for criterion, worth in zip(criteria, points, strict=True)
    ]
    request["punten_totaal"] = str(total)


def vary_vacancy(profile: Data, _number: int, random: Random) -> Data:
    """Return a vacancy with its advertisement."""
    published = FIRST_DAY + timedelta(random.randrange(DAYS))
    pay = random.randint(2_600, 5_200)
    profile["titel"] = random.choice(TITLES)
    profile["opleidingsniveau"] = random.choice(EDUCATION)
    place = profile["standplaats"]
    place["naam"], place["plaats"] = random.choice(PLACES)
    place["bereikbaarheid"] = f"Je werkt op {random.randint(2, 19)} minuten lopen van station {place['plaats']}."
    profile["inzet"] = {"uren_per_week": str(random.randint(16, 36)), "hybride": yes_or_no(random)}
    profile["planning"] = {
        "publicatie": f"{published}",
        "sluiting": f"uiterlijk {published + timedelta(random.randint(14, 40))}",
    }
    profile["taken"] = relist(profile["taken"], TASKS, random)
    profile["eisen"] = relist(profile["eisen"], REQUIREMENTS, random)
    profile["wensen"] = [
        fill(random.choice(REQUIREMENTS), random),
        *(reword(wish, random) for wish in profile["wensen"]),
    ]
    profile["competenties"] = [vary_competence(competence, random) for competence in profile["competenties"]]
    profile["salaris"] |= {
        "schaal": str(random.randint(6, 13)),
        "minimum": f"{pay}.{random.randint(0, 99):02}",
        "maximum": f"{pay + random.randint(700, 2_500)}.{random.randint(0, 99):02}",
        "ikb": f"{random.randint(16, 23)},{random.randint(0, 99):02}%",
        "afhankelijk_van": some(DEPENDS_ON, random),
    }
    profile["contract"] |= {"duur": f"{random.randint(1, 3)} jaar", "uitzicht_op_vast": yes_or_no(random)}
    profile["arbeidsvoorwaarden"] = [
        f"een persoonlijk budget van € {random.randint(2, 9)}.{random.randint(0, 9)}00 voor opleidingen",
        f"een reiskostenvergoeding van € 0,{random.randint(10, 40)} per kilometer voor je woon-werkverkeer",
        *(reword(condition, random) for condition in profile["arbeidsvoorwaarden"][2:]),
    ]
    profile["vacature"] = {key: retell(text, random) for key, text in profile["vacature"].items()}
    profile["advertentie"] = {key: reword(text, random) for key, text in profile["advertentie"].items()}
    return profile


def vary_role(role: Data, random: Random) -> Data:
    """Return a functie."""
    for area in role["resultaatgebieden"]:
        area["omschrijving"] = reword(area["omschrijving"], random)
    random.shuffle(role["resultaatgebieden"])
    role["taken"] = relist(role["taken"], TASKS, random)
    role["competenties"] = [vary_competence(competence, random) for competence in role["competenties"]]
    return role


def vary_competence(competence: Any, random: Random) -> Any:
    """Return a competence, a text or a text with its purpose."""
    return competence if isinstance(competence, str) else competence | {"doel": reword(competence["doel"], random)}


def vary_organisation(organisation: Data, random: Random) -> Data:
    """Return an organisatie, with an accent that can be read on white."""
    for key in ("beschrijving", "waarden"):
        organisation[key] = retell(organisation[key], random)
    organisation["huisstijl"]["accentkleur"] = "#" + "".join(f"{random.randint(0, 110):02x}" for _ in "rgb")
    return organisation


def some(words: tuple[str, ...], random: Random) -> list[str]:
    """Return some of the words, at least one, in their order."""
    chosen = set(random.sample(words, random.randint(1, len(words) - 1)))
    return [word for word in words if word in chosen]


def yes_or_no(random: Random) -> str:
    """Return ja or nee."""
    return random.choice(("ja", "nee"))

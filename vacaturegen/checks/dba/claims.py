"""Rules about the DBA clause of a request, and about what its texts claim or exclude."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vacaturegen.checks.dba.signals import any_of, find_notes, find_signals
from vacaturegen.checks.dba.texts import is_looked_at
from vacaturegen.checks.figures import on, read_data
from vacaturegen.checks.rule import TENDER, Ernst, Hit, Rule, rule
from vacaturegen.checks.subject import Subject
from vacaturegen.i18n import N_, _
from vacaturegen.model.organisatie import DBA_ELEMENTEN, Clausule

SAYS = {
    "geen-dienstbetrekking": N_("that no employment with the client arises"),
    "inrichting-door-opdrachtgever": N_("how the client has arranged the work"),
    "organisatie-door-opdrachtnemer": N_("that the contractor arranges the work"),
    "verantwoordelijkheid-kwalificatie": N_("who answers for the right qualification"),
    "onderbouwing-bij-inschrijving": N_("how a bidder substantiates it"),
    "gevolg-niet-aannemelijk": N_("what follows when it is not plausible"),
    "feitelijke-uitvoering-beslist": N_("that practice decides"),
}
"""What an element of a clause says."""
OF_DETACHERING = ("inrichting-door-opdrachtgever", "verantwoordelijkheid-kwalificatie")
"""The elements that say something of work under the client's direction; the others argue that it is none."""
IN_THE_CLAUSE = ("gezag", "inbedding", "persoonlijk")
"""The groups of signals that a clause itself must not describe."""
EXCLUDED = re.compile(r"\bzzp(?:['’]ers?)?(?: (?:toegestaan|mogelijk|welkom))?[:?] ?(?:nee\b|niet\b)", re.I)
"""A fact in a text, or in a row of key facts, that leaves out who is self-employed: ZZP toegestaan: nee."""


class Claim(NamedTuple):
    """Words that claim or exclude something: which row of the list they are of, and where they stand."""

    name: str
    hit: Hit


def clause_words(name: str) -> re.Pattern[str]:
    """Return the expression of the words of `dba-clausule` by a name."""
    return any_of(tuple(read_data("dba-clausule")[name]))


def own_clause(subject: Subject) -> tuple[str, Clausule] | None:
    """Return the organisation's own clause for this request, with its path, or None when it has none with a text."""
    relation = subject.known("aanvraag.arbeidsrelatie")
    path = f"organisatie.clausules.dba.{relation}"
    clause = subject.known(path) if relation else None
    return (path, clause) if isinstance(clause, Clausule) and subject.known(f"{path}.tekst") else None


def claims_in(subject: Subject) -> tuple[Claim, ...]:
    """Return what the texts of a request claim or exclude, its own clause included; three rules need it."""
    kept: tuple[Claim, ...] | None = subject.kept.get("claims")
    if kept is None:
        kept = subject.kept["claims"] = tuple(find_claims(subject))
    return kept


def find_claims(subject: Subject) -> Iterator[Claim]:
    """Yield what the texts of a request claim or exclude, its own clause included."""
    texts = [(text.field, text.value) for text in subject.texts if not text.field.startswith("organisatie.")]
    if (own := own_clause(subject)) is not None:
        texts.append((f"{own[0]}.tekst", own[1].tekst))
    for field, value in texts:
        for note in find_notes(value):
            if note.group == "beweringen":
                yield Claim(note.name, Hit(field, "", value[note.start : note.end], note.start))
    yield from excluding_facts(subject, texts)


def excluding_facts(subject: Subject, texts: Sequence[tuple[str, str]]) -> Iterator[Claim]:
    """Yield the facts, in a text or in a row of its own, that leave out who is self-employed."""
    if "zzp" not in subject.lowered:
        return
    for field, value in texts:
        if found := EXCLUDED.search(value):
            yield Claim("uitsluiting", Hit(field, "", found[0], found.start()))
    for index, fact in enumerate(subject.known("kerngegevens_extra") or ()):
        if EXCLUDED.fullmatch(said := f"{str(fact.naam).rstrip('?:')}: {fact.waarde}"):
            yield Claim("uitsluiting", Hit(f"kerngegevens_extra.{index}.naam", "", said))


@rule(
    "B08",
    "De DBA-clausule mist een element",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Zeven elementen uit aanvragen van gemeenten en omgevingsdiensten (2025 en 2026)",
    why="Een volledige clausule zegt wat ieder inricht, wie waarvoor verantwoordelijk is, wat een inschrijver"
    " onderbouwt. En zij zegt dat de praktijk beslist.",
    bad="organisatie: {clausules: {dba: {zelfstandig: {id: eigen, versie: '1', status: voorbeeldtekst,"
    " elementen: [geen-dienstbetrekking], tekst: Er ontstaat geen dienstbetrekking.}}}}",
    good="organisatie: {clausules: WEG}",
)
def clause_elements(subject: Subject) -> Iterator[Hit]:
    """Yield each element that the clause lacks, or lists without saying it."""
    relation = subject.known("aanvraag.arbeidsrelatie")
    own = own_clause(subject)
    clause = own[1] if own else subject.clauses.get(relation or "")
    if not isinstance(clause, Clausule) or not isinstance(clause.elementen, tuple):
        return
    posted = relation == "detachering"
    missing = [name for name in (OF_DETACHERING if posted else DBA_ELEMENTEN) if name not in clause.elementen]
    if missing:
        message = _("The clause about the arbeidsrelatie does not say: {elements}.")
        field = f"{own[0]}.elementen" if own else "aanvraag.arbeidsrelatie"
        said = message.format(elements=", ".join(_(SAYS[name]) for name in missing))
        yield Hit(field, said, ernst=Ernst.INFORMATIE if posted else None)
    if own:
        for index, name in enumerate(clause.elementen):
            if not clause_words(name).search(clause.tekst):
                message = _("The text of the clause does not seem to say {element}, though its list of elements does.")
                yield Hit(f"{own[0]}.elementen.{index}", message.format(element=_(SAYS[name])), ernst=Ernst.INFORMATIE)


@rule(
    "B09",
    "De tekst steunt op de modelovereenkomst vrije vervanging",
    Ernst.FOUT,
    TENDER,
    source="Belastingdienst: goedkeuring ingetrokken per 1-1-2024 (moore-drv.nl, countus.nl)",
    why="Wie op een ingetrokken modelovereenkomst steunt, heeft er geen zekerheid aan.",
    bad="aanvraag: {voorwaarden: [Wij werken met de modelovereenkomst vrije vervanging.]}",
    good="aanvraag: {voorwaarden: [De inkoopvoorwaarden van de gemeente gelden.]}",
)
def withdrawn_model(subject: Subject) -> Iterator[Hit]:
    """Yield words that lean on the withdrawn model contract."""
    if on(subject.figures, "dba_model_vrije_vervanging", subject.day) is None:
        return
    message = _("“{words}” has been withdrawn; describe in the request itself how the work is done.")
    for claim in claims_in(subject):
        if claim.name == "B09":
            yield claim.hit._replace(message=message.format(words=claim.hit.text))


@rule(
    "B10",
    "De tekst belooft dat er geen risico is",
    Ernst.WAARSCHUWING,
    TENDER,
    source="HR 24-3-2023, ECLI:NL:HR:2023:443 (Deliveroo): alle omstandigheden beslissen; gemeente.nu, maart 2026",
    why="Geen tekst maakt een opdracht DBA-proof. Gaat het mis, dan krijgt ook de opdrachtgever een naheffing; dat kan"
    " hij niet helemaal bij een ander neerleggen.",
    bad="aanvraag: {overig: [Deze opdracht is DBA-proof.]}",
    good="aanvraag: {overig: [De praktijk beslist hoe de arbeidsrelatie heet.]}",
)
def no_risk(subject: Subject) -> Iterator[Hit]:
    """Yield words that promise that there is no risk, and an own clause that lays all of it with the contractor.

    Who is posted is in somebody's employment, and who posts keeps the client free of claims: that promises nothing.
    """
    message = _("“{words}” promises what no text can: practice decides, and the client keeps duties of its own.")
    for claim in claims_in(subject) if subject.known("aanvraag.arbeidsrelatie") != "detachering" else ():
        if claim.name == "B10":
            yield claim.hit._replace(message=message.format(words=claim.hit.text))
    own = own_clause(subject)
    text = own[1].tekst if own else ""
    answers = clause_words("opdrachtnemer-alleen").search(text)
    if answers and own and not clause_words("opdrachtgever-blijft").search(text):
        message = _("The clause lays all risk with the contractor; say that the client keeps its own legal duties.")
        yield Hit(f"{own[0]}.tekst", message, answers[0], answers.start())


@rule(
    "B15",
    "De stukken noemen de gevraagde onderbouwing niet",
    Ernst.INFORMATIE,
    TENDER,
    source="Zeven elementen uit aanvragen van gemeenten en omgevingsdiensten (2025 en 2026)",
    why="De clausule vraagt bij de inschrijving een onderbouwing. Staat die niet bij de stukken, dan vergeet een"
    " inschrijver haar en valt een goed aanbod af.",
    bad="aanvraag: {inschrijving: {documenten: [Een cv]}}",
    good="aanvraag: {inschrijving: {documenten: [Een cv, De onderbouwing van de arbeidsrelatie]}}",
)
def substantiation_is_listed(subject: Subject) -> Iterator[Hit]:
    """Yield a list of documents without the substantiation that the clause asks for."""
    documents = subject.known("aanvraag.inschrijving.documenten") or ()
    own = own_clause(subject)
    clause = own[1] if own else subject.clauses.get(subject.known("aanvraag.arbeidsrelatie") or "")
    asks = isinstance(clause, Clausule) and "onderbouwing-bij-inschrijving" in (clause.elementen or ())
    asked = [
        str(item.eis)
        for item in subject.known("aanvraag.knockouts") or ()
        if isinstance(getattr(item, "eis", None), str)
    ]
    if (
        documents
        and asks
        and not any(map(clause_words("onderbouwing-bij-stukken").search, [*map(str, documents), *asked]))
    ):
        message = _("The clause asks for a substantiation, but it is not among the documents; add it.")
        yield Hit("aanvraag.inschrijving.documenten", message, at_key=True)


CONTRADICTS = {
    "uitsluiting": ("zelfstandig", "open", "tussenkomst"),
    "in dienst": ("zelfstandig",),
    "alleen zzp": ("detachering",),
}
"""What a text says of self-employed people, and the arbeidsrelaties that say otherwise."""


@rule(
    "B16",
    "De tekst en de arbeidsrelatie spreken elkaar tegen",
    Ernst.WAARSCHUWING,
    TENDER,
    source="Aanvragen waarin tekst en clausule niet bij elkaar pasten (2025 en 2026)",
    why="Een inschrijver moet weten in welke vorm hij mag aanbieden, en een clausule mag niet het tegendeel zeggen van"
    " wat er is gekozen.",
    bad="aanvraag: {overig: [Zzp'ers zijn uitgesloten van deze opdracht.]}",
    good="aanvraag: {overig: [De opdracht is voor zelfstandigen.]}",
)
def contradiction(subject: Subject) -> Iterator[Hit]:
    """Yield texts that exclude whom the arbeidsrelatie asks for, and a clause that describes employment."""
    relation = subject.known("aanvraag.arbeidsrelatie")
    message = _("“{words}” contradicts the arbeidsrelatie “{relation}”; change one of the two.")
    for claim in claims_in(subject):
        if relation in CONTRADICTS.get(claim.name, ()):
            yield claim.hit._replace(message=message.format(words=claim.hit.text, relation=relation))


def clause_signals(subject: Subject) -> Iterator[tuple[str, Hit]]:
    """Yield the signals that an own clause describes itself, each with its group: it must not do what it forbids."""
    own = own_clause(subject)
    if own is None or not is_looked_at(subject):
        return
    text = own[1].tekst
    message = _("The clause itself describes this: “{words}”; say what the client leaves free, for example “{better}”.")
    for signal in find_signals(text, frozenset({"werkzaamheden"})):
        if signal.group in IN_THE_CLAUSE:
            words = text[signal.start : signal.end]
            said = message.format(words=words, better=signal.better)
            yield signal.group, Hit(f"{own[0]}.tekst", said, words, signal.start, better=signal.better)


DBA_CLAIM_RULES: tuple[Rule, ...] = (clause_elements, withdrawn_model, no_risk, substantiation_is_listed, contradiction)

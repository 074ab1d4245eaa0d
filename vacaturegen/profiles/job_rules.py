"""Rules across fields about a job: its pay, its contract, and whom and where to turn to. See `rules`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from vacaturegen.i18n import _
from vacaturegen.lengths import MONTHS, in_days, in_months, is_exact, later
from vacaturegen.model.base import known
from vacaturegen.model.organisatie import Adres, Contact
from vacaturegen.model.places import Open
from vacaturegen.model.profiel import Profiel
from vacaturegen.notation import Datum, Duur, Eenheid
from vacaturegen.profiles.validation import Finding


def post_has_an_address(profiel: Profiel) -> Iterator[Finding]:
    """Yield reactions by post to an organisation without a postal address."""
    if not known(profiel, "reageren.per_post"):
        return
    addresses = [getattr(known(profiel, "organisatie"), name, None) for name in ("adres", "postadres")]
    if all(one is None or (isinstance(one, Adres) and not one.postcode) for one in addresses):
        message = _("Reactions can go by post, but the organisation has no postal address.")
        yield "reageren.per_post", message, _("Add “adres:” with “postcode” to the organisation, or leave this out.")


ARTICLES = frozenset({"de", "het", "een", "’t", "‘t", "'t", "ons", "onze"})
"""What the name of a building or a role can begin with, when it does not begin with a capital."""


PREPOSITIONS = frozenset({"op", "aan", "bij", "in", "vanuit"})
"""What it can begin with instead, when one does not work in it: op de werf."""


def place_has_an_article(profiel: Profiel) -> Iterator[Finding]:
    """Yield a building without an article: a sentence says that the work is in it."""
    name = known(profiel, "standplaats.naam")
    if name and not (name[:1].isupper() or name.split()[0] in ARTICLES | PREPOSITIONS):
        message = _("A sentence will say “in {name}”.").format(name=name[:40])
        yield "standplaats.naam", message, _("Begin with an article, such as “het gemeentehuis”.")


def contact_has_an_article(profiel: Profiel) -> Iterator[Finding]:
    """Yield a role without a name and without an article: a sentence says that one can turn to it."""
    for index, contact in enumerate(known(profiel, "contacten") or ()):
        role = known(contact, "rol")
        nameless = role and isinstance(contact, Contact) and contact.naam is None
        if nameless and not (role[:1].isupper() or role.split()[0] in ARTICLES):
            message = _("A sentence will say “contact op met {role}”.").format(role=role[:40])
            hint = _("Begin with an article, such as “het recruitmentteam”, or add “naam”.")
            yield f"contacten.{index}.rol", message, hint


def pay_rises(profiel: Profiel) -> Iterator[Finding]:
    """Yield a minimum above the maximum."""
    low, high = known(profiel, "salaris.minimum"), known(profiel, "salaris.maximum")
    if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
        yield "salaris.minimum", _("The minimum is higher than the maximum."), _("Exchange or correct the amounts.")


def starting_pay_is_lower(profiel: Profiel) -> Iterator[Finding]:
    """Yield a starting scale that is no lower one, and its pay when it is no lower pay or has no scale."""
    scale, first = known(profiel, "salaris.schaal"), known(profiel, "salaris.aanloopschaal")
    if scale and first and scale.isdigit() and first.isdigit() and int(first) >= int(scale):
        message = _("The starting scale is not lower than the scale.")
        yield "salaris.aanloopschaal", message, _("Exchange or correct the scales.")
    usual, low = known(profiel, "salaris.minimum"), known(profiel, "salaris.aanloop_minimum")
    if low and getattr(profiel.salaris, "aanloopschaal", None) is None:
        message = _("This is pay in a starting scale, but there is none.")
        yield "salaris.aanloop_minimum", message, _("Add “aanloopschaal”, or leave this out.")
    if isinstance(low, Decimal) and isinstance(usual, Decimal) and low >= usual:
        message = _("The starting scale does not begin with lower pay.")
        yield "salaris.aanloop_minimum", message, _("Exchange or correct the amounts.")


def allowances_say_how_much(profiel: Profiel) -> Iterator[Finding]:
    """Yield each allowance that says neither a percentage nor an amount, or both."""
    for home in ("salaris.toeslagen", "aanvraag.tarief.toeslagen"):
        for index, item in enumerate(known(profiel, home) or ()):
            if not isinstance(item, Open) and (item.procent is None) == (item.bedrag is None):
                message = _("An allowance is a percentage or an amount.")
                yield f"{home}.{index}", message, _("Write “procent” or “bedrag”, one of the two.")


def contract_agrees_with_itself(profiel: Profiel) -> Iterator[Finding]:
    """Yield what a permanent contract cannot have."""
    if known(profiel, "contract.soort") == "vast":
        if known(profiel, "contract.duur"):
            yield "contract.duur", _("A permanent contract has no duration."), _("Leave it out, or write “tijdelijk”.")
        if known(profiel, "contract.uitzicht_op_vast"):
            message = _("The contract is permanent already.")
            yield "contract.uitzicht_op_vast", message, _("Leave it out, or write “tijdelijk”.")


ONE_DAY = timedelta(days=1)
"""A year that begins on 1 May ends on 30 April, but some say on 1 May."""


def contract_lasts_as_long_as_the_work(profiel: Profiel) -> Iterator[Finding]:
    """Yield a duration or an end of the work that its contract contradicts; in a request it is another contract."""
    if "aanvraag" in profiel.soorten():
        return
    work, term = known(profiel, "inzet.duur"), known(profiel, "contract.duur")
    field = next((name for name in ("inzet.duur", "inzet.einde") if known(profiel, name)), None)
    if known(profiel, "contract.soort") == "vast" and field:
        yield field, _("A permanent contract does not end."), _("Leave this out, or write “soort: tijdelijk”.")
    elif work and term and in_months(work) != in_months(term):
        message = _("The work lasts longer or shorter than its contract.")
        yield "inzet.duur", message, _("Keep one of the two, here or under “contract”.")
    start, end = known(profiel, "inzet.start"), known(profiel, "inzet.einde")
    if not term or not is_exact(term) or not is_day(start) or not is_day(end):
        return
    over = later(start.dag, term)  # the day after the last one
    if over is not None and abs(over - end.dag - ONE_DAY) > ONE_DAY:
        message = _("The contract lasts until {day}.").format(day=(over - ONE_DAY).isoformat())
        yield "inzet.einde", message, _("Keep one of the two, here or “duur” under “contract”.")


def is_day(day: object) -> bool:
    """Tell whether this is one day for certain."""
    return isinstance(day, Datum) and not day.uiterlijk


TRIALS = ((6, 0), (23, 1))
"""Of a fixed-term contract of at most so many months, the months that its trial period can last; else LONGEST.

Source: article 7:652 BW, members 3, 4 and 5, looked up on 2026-11-22. Member 7 lets a cao go up to LONGEST in the
second case: whoever has one tells of it in the explanation of the contract.
"""
LONGEST = 2


def longest_trial(profiel: Profiel) -> int | None:
    """Return how many months a trial period can last by law, None when the kind of contract does not tell."""
    kind, term = (known(profiel, f"contract.{name}") for name in ("soort", "duur"))
    if kind not in ("vast", "tijdelijk"):
        return None
    if kind == "tijdelijk" and term and is_exact(term) and term.eenheid in MONTHS:
        months = in_months(term).aantal
        return next((allowed for length, allowed in TRIALS if months <= length), LONGEST)
    return LONGEST


def trial_is_lawful(profiel: Profiel) -> Iterator[Finding]:
    """Yield a trial period that is longer than the law allows, as far as the contract is known exactly."""
    trial, most = known(profiel, "contract.proeftijd"), longest_trial(profiel)
    if not trial or most is None:
        return
    if is_longer(trial, most):
        message = too_long(most)
        hint = _("Shorten it, or leave it out.")
        if most == 1:
            hint = _("Shorten it, or write under “contract.toelichting” what the cao allows.")
        yield "contract.proeftijd", message, hint


def is_longer(trial: Duur, most: int) -> bool:
    """Tell whether a trial period is longer than so many months."""
    return in_days(trial) > most * in_days(Duur(1, Eenheid.MAAND))


def too_long(most: int) -> str:
    """Return what is wrong with a trial period that is longer than so many months."""
    if not most:
        return _("The law allows no trial period in a contract of at most 6 months.")
    return _("The law allows a trial period of at most {months} here.").format(
        months="1 maand" if most == 1 else f"{most} maanden"
    )


SAYS_PAY = (
    "minimum",
    "maximum",
    "schaal",
    "cao",
    "ikb",
    "vakantiegeld",
    "eindejaarsuitkering",
    "toelichting",
    "toeslagen",
)
"""Of pay, what a sentence can be made of alone."""


def pay_says_something(profiel: Profiel) -> Iterator[Finding]:
    """Yield pay of which nothing could be printed. A request on its own prints no pay."""
    salaris = known(profiel, "salaris") if profiel.soorten() != ("aanvraag",) else None
    if salaris and all(getattr(salaris, name) in (None, ()) for name in SAYS_PAY):
        yield "salaris", _("This says nothing about the pay yet."), _("Add “minimum” and “maximum”, or “schaal”.")


JOB_RULES = (
    post_has_an_address,
    place_has_an_article,
    contact_has_an_article,
    pay_rises,
    allowances_say_how_much,
    starting_pay_is_lower,
    pay_says_something,
    contract_agrees_with_itself,
    contract_lasts_as_long_as_the_work,
    trial_is_lawful,
)

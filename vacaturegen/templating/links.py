"""Where to find somebody -> a link to it: e-mail, telephone, WhatsApp, the web; and an address for the post."""

from __future__ import annotations

import re
from typing import Any

from vacaturegen.markdown import Markdown, escape
from vacaturegen.model.organisatie import Adres
from vacaturegen.model.places import Open
from vacaturegen.templating.printing import printed

NETHERLANDS = "31"
"""What is dialled in front of a Dutch number from abroad, in place of its 0."""


def link(href: str, text: str) -> Markdown:
    """Return a link; the address was checked by its notation."""
    return Markdown(f"[{escape(text)}](<{href}>)")


def mail(address: str) -> Markdown:
    """Return an e-mail address as a link."""
    return link(f"mailto:{address}", address)


def phone(number: str) -> Markdown:
    """Return a telephone number as a link to what is dialled."""
    return link(f"tel:{re.sub('[^0-9+]', '', number)}", number)


def chat(number: str) -> Markdown:
    """Return a telephone number as a link to a talk in WhatsApp, which wants the number of the country too."""
    digits = re.sub("[^0-9]", "", number)
    if not number.startswith("+"):
        digits = digits[2:] if digits.startswith("00") else f"{NETHERLANDS}{digits.removeprefix('0')}"
    return Markdown(f"WhatsApp {link(f'https://wa.me/{digits}', number)}")


def web(address: str) -> Markdown:
    """Return a web address as a link, named without what a browser adds itself."""
    return link(address, re.sub(r"^https?://(www\.)?|/$", "", address))


def contact_links(addresses: list[Any]) -> Markdown:
    """Return an e-mail address, a telephone number and one for WhatsApp, as far as they are there."""
    pairs = zip((mail, phone, chat)[: max(2, len(addresses))], addresses, strict=True)
    links = (value if isinstance(value, Open) else as_link(value) for as_link, value in pairs if value)
    return Markdown(", ".join(map(printed, links)))


def postal(adres: Adres) -> Markdown:
    """Return an address on one line."""
    box = Markdown(f"Postbus {printed(adres.postbus)}") if adres.postbus else adres.straat
    place = " ".join(printed(part) for part in (adres.postcode, adres.plaats) if part)
    return Markdown(", ".join([*([printed(box)] if box else []), *([place] if place else [])]))

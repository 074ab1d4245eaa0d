"""Tokens -> a Word file.

Here are the parts that belong to one document: its text, links and lists, which `word_blocks` prints, and its
properties. The parts that all documents of an organisation share come finished from `house_style`.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from vacaturegen.writers import Assets, Metadata
from vacaturegen.writers.house_style import MARK, StyledBase, make_styled_base
from vacaturegen.writers.own_base import rename_styles
from vacaturegen.writers.package import compress, join_members
from vacaturegen.writers.word_blocks import Body, print_body

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
CORE = (
    XML + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
CUSTOM = XML + f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">{{}}</Properties>'
CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def write(tokens: Sequence[Token], meta: Metadata, assets: Assets) -> bytes:
    """Return the Word file of one document.

    `assets.word_base` is the shipped base, or one with the same style ids; an organisation's own file goes before it.
    """
    base = base_of(meta, assets)
    return print_package(print_body(tokens, base.text_width, base.lists), base, meta)


def base_of(meta: Metadata, assets: Assets) -> StyledBase:
    """Return what the Word file of a document is built on."""
    numbers = tuple([name for name, _value in meta.numbers])
    return make_styled_base(assets.word_base, meta.style, meta.organisation, meta.kind_label, numbers)


def print_package(body: Body, base: StyledBase, meta: Metadata) -> bytes:
    """Return the Word file with this text on this base."""
    own = {
        "word/document.xml": rename_styles(body.blocks, base.names) if base.names else body.blocks,
        "word/_rels/document.xml.rels": map(_print_relationship, body.runs.links.items()),
        "word/numbering.xml": body.numbers,
    }
    parts = {name: "".join([before, *own[name], after]) for name, (before, after) in base.open_parts.items()}
    parts |= {"docProps/core.xml": _print_core(meta), "docProps/custom.xml": _print_custom(meta)}
    parts |= {name: _fill_numbers(text, meta) for name, text in base.headers.items()}
    return join_members([*base.members, *(compress(name, text.encode()) for name, text in parts.items())])


def _print_relationship(link: tuple[str, str]) -> str:
    target, name = link
    return (
        f'<Relationship Id="{name}" Type="{OFFICE}/relationships/hyperlink" Target="{escape(target)}"'
        ' TargetMode="External"/>'
    )


def _fill_numbers(text: str, meta: Metadata) -> str:
    for name, value in meta.numbers:
        text = text.replace(MARK.format(name), escape(value))
    return text


def _print_core(meta: Metadata) -> str:
    facts = {
        "dc:title": meta.title,
        "dc:subject": meta.subject,
        "dc:creator": meta.organisation,
        "cp:keywords": "; ".join(meta.keywords),
        "dc:language": meta.language,
    }
    facts |= {name: value for name, value in (("cp:contentStatus", meta.status), ("cp:version", meta.version)) if value}
    return CORE.format("".join(f"<{name}>{escape(value)}</{name}>" for name, value in facts.items()))


def _print_custom(meta: Metadata) -> str:
    facts = {"profiel": meta.profile, "soort": meta.kind, "uitgave": meta.edition, "digest": meta.digest()}
    facts |= meta.facts
    facts |= meta.numbers
    return CUSTOM.format(
        "".join(
            f'<property fmtid="{CUSTOM_FORMAT}" pid="{number}" name="{name}">'
            f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(facts.items(), 2)
        )
    )

"""How the styles of a Word file look: their languages, fonts and the contrast of their colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from vacaturegen.colours import CONTRAST, contrast, readable_accent
from vacaturegen.house.base import SETTINGS, add_theme, shipped_file
from vacaturegen.house.findings import Finding, at_style
from vacaturegen.house.lists import NUMBERING
from vacaturegen.house.order import W
from vacaturegen.house.roles import BY_KEY
from vacaturegen.house.styles import STYLES, VALUE, effective, find_role, make_child, styles_of
from vacaturegen.house.word_file import MAIN, NAMES, WordFile, related, stories
from vacaturegen.i18n import _

DUTCH = "nl-NL"
HEX = frozenset("0123456789abcdefABCDEF")
SLOTS = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1",
    "text2": "dk2", "dark2": "dk2", "background2": "lt2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
} | {f"accent{n}": f"accent{n}" for n in range(1, 7)}  # fmt: skip
"""What styles call a colour of the theme -> what the theme calls it."""
FONTS = {"w:asciiTheme": "w:ascii", "w:hAnsiTheme": "w:hAnsi"}
OF_THEME, NAMED = tuple(f"{W}{n[2:]}" for n in FONTS), tuple(f"{W}{n[2:]}" for n in FONTS.values())


def foreign_languages(file: WordFile) -> Iterator[tuple[str, Any]]:
    """Yield the place and element of each language that is not Dutch: of all text, of styles, and of the theme."""
    root = file.trees[STYLES]
    defaults = root.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMES)
    if defaults is None or defaults.get(VALUE) != DUTCH:
        yield _("{part}, defaults").format(part=STYLES), defaults
    for style in styles_of(file):
        for lang in style.iter(f"{W}lang"):
            if lang.get(VALUE) not in (None, DUTCH):
                yield at_style(style), lang
    if SETTINGS in file.trees:
        theme = file.trees[SETTINGS].find(f"{W}themeFontLang")
        if theme is None or theme.get(VALUE) != DUTCH:
            yield SETTINGS, theme


def find_foreign_languages(file: WordFile) -> Iterator[Finding]:
    """Yield each language that is not Dutch."""
    for place, element in foreign_languages(file):
        said = element.get(VALUE) if element is not None else None
        cause = _("The language is {language}, not Dutch.").format(language=said)
        yield Finding(
            place, cause if said else _("No language is set."), _("Let --repair set it to nl-NL."), mendable=True
        )


def set_dutch(file: WordFile) -> Iterator[str]:
    """Set every language to Dutch; yield what was set."""
    for place, element in list(foreign_languages(file)):
        said = element.get(VALUE) if element is not None else None
        if place == SETTINGS:
            make_child(file.trees[SETTINGS], "themeFontLang").set(VALUE, DUTCH)
        elif element is None:
            make_child(file.trees[STYLES], "docDefaults", "rPrDefault", "rPr", "lang").set(VALUE, DUTCH)
        else:
            element.set(VALUE, DUTCH)
        yield _("{place}: language {old} became nl-NL").format(place=place, old=said or "–")


def theme_fonts(file: WordFile) -> dict[str, str]:
    """Return the fonts of the theme: minor (of text) and major (of headings)."""
    parts = related(file, MAIN, "theme")
    root = file.trees.get(parts[0]) if parts else None
    if root is None:
        return {}
    found = {name: root.find(f".//a:{name}Font/a:latin", NAMES) for name in ("minor", "major")}
    return {name: latin.get("typeface", "") for name, latin in found.items() if latin is not None}


def fonts_in(file: WordFile, *, themed: bool) -> Iterator[tuple[Any, Any]]:
    """Yield each style (None: the defaults) with the fonts that it names itself, or refers to in the theme."""
    root = file.trees[STYLES]
    of_styles = [(style, fonts) for style in styles_of(file) for fonts in style.iter(f"{W}rFonts")]
    for style, fonts in [(None, e) for e in root.iterfind("w:docDefaults//w:rFonts", NAMES)] + of_styles:
        refers = any(name in fonts.attrib for name in OF_THEME)
        if refers == themed and (themed or any(name in fonts.attrib for name in NAMED)):
            yield style, fonts


def named_font(fonts: Any) -> str:
    """Return the font that is named."""
    return str(next((fonts.get(name) for name in NAMED if fonts.get(name)), ""))


def new_theme(file: WordFile) -> dict[str, str]:
    """Return the fonts that the theme can have without a change of what is seen: those of text and of titles."""
    theme = theme_fonts(file)
    used = {
        kind for _style, fonts in fonts_in(file, themed=True) for name in OF_THEME for kind in ("minor", "major")
        if fonts.get(name, "").startswith(kind)
    }  # fmt: skip
    for kind, key in (("minor", "tekst"), ("major", "kop_1")):
        fonts = effective(file, find_role(file, BY_KEY[key]).style, "w:rPr/w:rFonts")
        if fonts is not None and kind not in used and (font := named_font(fonts)):
            theme[kind] = font
    return theme


def find_fonts(file: WordFile) -> Iterator[Finding]:
    """Yield each font that a style names itself; a fault where the theme could have it, else a note."""
    if not related(file, MAIN, "theme"):
        yield Finding(MAIN, _("There is no theme with fonts and colours."), _("Let --repair add one."), mendable=True)
    theme = new_theme(file)
    for style, fonts in fonts_in(file, themed=False):
        font = named_font(fonts)
        place = at_style(style) if style is not None else _("{part}, defaults").format(part=STYLES)
        cause = _("The font {font} is named here, and is not that of the theme.").format(font=font)
        if font in theme.values():
            yield Finding(
                place, cause, _("Let --repair refer to the theme; nothing that is seen changes."), mendable=True
            )
        else:
            cure = _("Keep it when it is meant so: a change of the theme does not change it.")
            yield Finding(place, cause, cure, note=True)


def mend_fonts(file: WordFile) -> Iterator[str]:
    """Let the theme have the fonts of text and titles, and styles refer to it; yield what was done."""
    if not related(file, MAIN, "theme"):
        add_theme(file, shipped_file())
        yield _("a theme added")
    theme, before = new_theme(file), theme_fonts(file)
    root = file.trees[related(file, MAIN, "theme")[0]]
    for kind, font in theme.items():
        if before.get(kind) != font:
            root.find(f".//a:{kind}Font/a:latin", NAMES).set("typeface", font)
            yield _("{font} became a font of the theme").format(font=font)
    count = 0
    for style, fonts in list(fonts_in(file, themed=False)):
        font = named_font(fonts)
        heading = style is not None and style.find("w:pPr/w:outlineLvl", NAMES) is not None
        kinds = [kind for kind in (("major", "minor") if heading else ("minor", "major")) if theme.get(kind) == font]
        if kinds:
            for name, by_theme in zip(NAMED, OF_THEME, strict=True):
                fonts.attrib.pop(name, None)
                fonts.set(by_theme, f"{kinds[0]}HAnsi")
            count += 1
    if count:
        yield _("styles that now refer to the fonts of the theme: {n}").format(n=count)


class Colour(NamedTuple):
    """A text that can hardly be read: where, the element whose letters it is of, its colour, ground and cure."""

    place: str
    parent: Any
    colour: str
    ground: str
    better: str


def resolve(file: WordFile, element: Any, value: str, slot: str) -> str | None:
    """Return a colour as #rrggbb: that of the theme, else what is written; None for one that the reader chooses."""
    name, written = element.get(f"{W}{slot}"), element.get(f"{W}{value}", "")
    shaded = any(element.get(f"{W}{slot}{change}") for change in ("Tint", "Shade"))
    parts = related(file, MAIN, "theme")
    if name in SLOTS and not shaded and parts and parts[0] in file.trees:
        for colour in file.trees[parts[0]].iterfind(f".//a:clrScheme/a:{SLOTS[name]}/*", NAMES):
            written = colour.get("lastClr") or colour.get("val") or written
    return f"#{written.lower()}" if len(written) == 6 and HEX.issuperset(written) else None


def hardly_readable(file: WordFile) -> Iterator[Colour]:
    """Yield each colour of styles, list markers, headers and footers without enough contrast with its ground."""
    for place, parent, color, shading in coloured_texts(file):
        text = resolve(file, color, "val", "themeColor") if color is not None else None
        ground = (resolve(file, shading, "fill", "themeFill") if shading is not None else None) or "#ffffff"
        if text and contrast(text, ground) < CONTRAST:
            better = readable_accent(text, ground, 0)
            if contrast(better, ground) < CONTRAST:
                better = readable_accent(text, ground, 1)
            yield Colour(place, parent, text, ground, better)


def coloured_texts(file: WordFile) -> Iterator[tuple[str, Any, Any, Any]]:
    """Yield the place, properties, colour and shading of each text that has a colour or ground of its own."""
    for style in styles_of(file):
        own = [style.find(path, NAMES) for path in ("w:rPr/w:color", "w:rPr/w:shd", "w:pPr/w:shd")]
        if any(element is not None for element in own) and style.get(f"{W}type") in ("paragraph", "character"):
            color = effective(file, style, "w:rPr/w:color")
            shading = effective(file, style, "w:rPr/w:shd")
            if shading is None or shading.get(f"{W}fill") in (None, "auto"):
                shading = effective(file, style, "w:pPr/w:shd")
            yield at_style(style), style, color, shading
        for part in style.findall(f"{W}tblStylePr"):
            shading = part.find("w:tcPr/w:shd", NAMES)
            color = part.find("w:rPr/w:color", NAMES)
            color = color if color is not None else style.find("w:rPr/w:color", NAMES)
            if color is not None:
                yield at_style(style), part, color, shading
    levels = file.trees[NUMBERING].iter(f"{W}lvl") if NUMBERING in file.trees else ()
    for level in levels:
        if (color := level.find("w:rPr/w:color", NAMES)) is not None:
            yield NUMBERING, level, color, None
    for part, story in stories(file, "header", "footer"):
        for color in story.iterfind(".//w:r/w:rPr/w:color", NAMES):
            letters = color.getparent()
            yield part, letters.getparent(), color, letters.find(f"{W}shd")


def find_pale(file: WordFile) -> Iterator[Finding]:
    """Yield each colour that can hardly be read."""
    for place, _parent, colour, ground, better in hardly_readable(file):
        cause = _("The colour {colour} on {ground} has a contrast of {ratio} to 1; {least} is needed.")
        cause = cause.format(colour=colour, ground=ground, ratio=f"{contrast(colour, ground):.1f}", least=CONTRAST)
        yield Finding(place, cause, _("Let --repair make it {colour}.").format(colour=better), mendable=True)


def mend_pale(file: WordFile) -> Iterator[str]:
    """Move each such colour just so far that it can be read; yield from which to which."""
    for place, parent, colour, _ground, better in list(hardly_readable(file)):
        color = make_child(parent, "rPr", "color")
        for name in list(color.attrib):
            del color.attrib[name]
        color.set(VALUE, better.removeprefix("#").upper())
        yield _("{place}: colour {old} became {new}").format(place=place, old=colour, new=better)

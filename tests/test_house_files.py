"""What an organisation's house style names: a logo is carried with its type and size, or refused at its place."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path
from threading import Thread

import pytest

from tests.support import load
from vacaturegen.errors import InputError, Problem
from vacaturegen.profiles.house_files import HouseFiles, Logo


def png(width: int, height: int) -> bytes:
    """A PNG file of one grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """The beginning of a JPEG file, which says how large the picture is, and its end."""
    application = b"JFIF\0\1\2\0\0\1\0\1\0\0"
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    parts = ((b"\xe0", application), (b"\xc0", frame), (b"\xda", b"\1\1\0\0\x3f\0"))
    return b"\xff\xd8" + b"".join(b"\xff" + mark + struct.pack(">H", len(p) + 2) + p for mark, p in parts) + b"\xff\xd9"


def gif(width: int, height: int) -> bytes:
    """A GIF file without a picture in it."""
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b";"


def svg(box: str, drawing: str = '<path d="M0 0h9v9z"/>', before: str = "") -> bytes:
    """An SVG file."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawing}</svg>'.encode()


def lay(folder: Path, style: str, files: dict[str, bytes]) -> Path:
    """Lay one profile of an organisation with this house style, and the files that it names; return the profile."""
    home = folder / "profiles" / "organisaties"
    home.mkdir(parents=True)
    (home / "voorbeeldstad.yaml").write_text(f"naam: Gemeente Voorbeeldstad\nsoort: gemeente\nhuisstijl:\n{style}")
    for name, data in files.items():
        (home / name).write_bytes(data)
    profile = folder / "profiles" / "los.yaml"
    profile.write_text("organisatie: voorbeeldstad\ntitel: Adviseur\nvacature:\n")
    return profile


@pytest.mark.parametrize(
    ("data", "media_type", "width", "height"),
    [
        pytest.param(png(30, 20), "image/png", 30, 20, id="PNG"),
        pytest.param(jpeg(300, 200), "image/jpeg", 300, 200, id="JPEG"),
        pytest.param(svg("0 0 30 20"), "image/svg+xml", 30, 20, id="SVG"),
        pytest.param(svg(" -5,-5 , 30.6  20.4 "), "image/svg+xml", 31, 20, id="fractions"),
        pytest.param(svg("0 0 0.2 0.4"), "image/svg+xml", 1, 1, id="tiny"),
        pytest.param(
            svg("0 0 9 9", "<!-- by hand --><?by hand?><path d='M0 0h9'/>"), "image/svg+xml", 9, 9, id="notes"
        ),
    ],
)
def test_a_picture_is_carried_whole(data: bytes, media_type: str, width: int, height: int, tmp_path: Path) -> None:
    """A picture is carried with its bytes, type, description and size in whole pixels, of which there is always one."""
    profile = lay(tmp_path, "  logo: {bestand: logo, beschrijving: Wapen}\n", {"logo": data})
    assert load(profile)[0].files == HouseFiles(Logo(data, media_type, "Wapen", width, height), "")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gif(30, 20), id="GIF"),
        pytest.param(png(0, 20), id="no width"),
        pytest.param(png(30, 0), id="no height"),
        pytest.param(png(30, 20)[:20], id="cut off"),
        pytest.param(svg("0 0 30 20", before="<!-- by hand -->"), id="a note in front"),
        pytest.param(svg("0 0 30"), id="half a viewBox"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another kind of picture, or one without a size, is refused where the organisation names it."""
    monkeypatch.chdir(tmp_path)
    profile = lay(tmp_path, "  logo: {bestand: logo, beschrijving: Wapen}\n", {"logo": data})
    with pytest.raises(InputError) as refused:
        load(profile.relative_to(tmp_path))
    assert refused.value.problems == (
        Problem(
            "profiles/organisaties/voorbeeldstad.yaml",
            4,
            19,
            "This is not a picture that can be used.",
            "Use a PNG or JPEG file, or an SVG file with a viewBox and nothing in it but shapes.",
            "organisatie.huisstijl.logo.bestand",
            "logo: {bestand: logo, beschrijving: Wapen}",
        ),
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_drawing_opens_no_file(tmp_path: Path) -> None:
    """A file that a drawing names as an entity is not even opened: what waits in a pipe is there afterwards."""
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=(b"x",), daemon=True)
    writer.start()  # it waits for the first who opens the pipe
    named = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{pipe.as_uri()}">]>\n'
    profile = lay(
        tmp_path,
        "  logo: {bestand: logo, beschrijving: Wapen}\n",
        {"logo": svg("0 0 9 9", "<desc>&x;</desc>", before=named)},
    )
    with pytest.raises(InputError, match="not a picture"):
        load(profile)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writer.join()
    assert os.read(reader, 1) == b"x"
    os.close(reader)


def test_a_theme_sheet_is_carried(tmp_path: Path) -> None:
    """A theme sheet is carried as its text, with the logo when there is one."""
    sheet = b"\xef\xbb\xbf.voorbeeldstad-theme {\r\n  --utrecht-link-color: green;\r\n}\r\n"
    style = "  thema: thema.css\n  logo: {bestand: logo, beschrijving: Wapen}\n"
    files = load(lay(tmp_path, style, {"thema.css": sheet, "logo": png(1, 1)}))[0].files
    assert files.theme == ".voorbeeldstad-theme {\n  --utrecht-link-color: green;\n}\n"
    assert files.logo is not None


def test_a_description_can_be_open(tmp_path: Path) -> None:
    """In a concept the logo has the name of the open field for its words, until somebody writes what is seen."""
    profile = lay(tmp_path, "  logo: {bestand: logo, beschrijving: }\n", {"logo": png(1, 1)})
    profile.write_text(f"status: concept\n{profile.read_text()}")
    logo = load(profile)[0].files.logo
    assert logo is not None
    assert logo.description == "[organisatie: huisstijl: logo: beschrijving]"


STYLES = {"logo.bestand": "  logo: {bestand: hier, beschrijving: Wapen}\n", "thema": "  thema: hier\n"}


def linked(folder: Path, style: str, target: str) -> Path:
    """Lay a profile whose organisation has a house file that is a link to this target; return the profile."""
    profile = lay(folder, style, {"daar": png(1, 1) if "logo" in style else b"a { color: green }\n"})
    home = folder / "profiles" / "organisaties"
    (folder / "daar").write_bytes((home / "daar").read_bytes())
    (home / "hier").symlink_to(target)
    return profile


OUTSIDE = "This file lies in another folder. Put the file beside the organisation's file and write its name."


@pytest.mark.parametrize(("field", "style"), STYLES.items())
@pytest.mark.parametrize(("target", "said"), [("../../daar", OUTSIDE), ("hier", "This cannot be read.")])
def test_a_link_that_leads_elsewhere_is_refused(field: str, style: str, target: str, said: str, tmp_path: Path) -> None:
    """A link to a file of another folder, or to itself, is no house file."""
    with pytest.raises(InputError) as refused:
        load(linked(tmp_path, style, target))
    (problem,) = refused.value.problems
    assert f"{problem.message} {problem.hint}".startswith(said)
    assert problem.field == f"organisatie.huisstijl.{field}"
    assert problem.path.endswith("voorbeeldstad.yaml")


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_link_to_a_file_beside_it_is_that_file(style: str, tmp_path: Path) -> None:
    """A link within the folder of the organisation is read as what it leads to."""
    files = load(linked(tmp_path, style, "daar"))[0].files
    assert files.theme == ("" if "logo" in style else "a { color: green }\n")
    assert (files.logo is not None) == ("logo" in style)

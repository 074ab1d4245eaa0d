"""`make pictures`: what the handbook shows of real documents: pages of Word, and the web page on a desk and a phone.

Made from the example profiles by LibreOffice, poppler and Chromium, which `make conform` installs; so a new picture is
made by hand when the look of a document has changed, and no test compares it.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.handbook import DOCS
from tools.handbook.snippets import BASES, EXAMPLES, ROOT
from vacaturegen import cli

PAGES = {"aanvraag-word": ("aanvraag", 1), "aanvraag-criteria": ("aanvraag", 3), "vacature-word": ("vacature", 1)}
"""Of each picture of a Word page the kind of document and the number of the page."""
SCREENS = {"vacature-web": (1100, 900), "vacature-telefoon": (390, 844)}
"""Of each picture of the web page the width and height of the screen."""
DOTS = 60
"""Dots per inch of a page: readable as a picture of a page, and small."""
SHOOT = """
const { createRequire } = require('node:module');
const { chromium } = createRequire(process.argv[1])('playwright-core');
(async () => {
  const browser = await chromium.launch({ executablePath: '/usr/lib/chromium/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: +process.argv[4], height: +process.argv[5] } });
  await page.goto('file://' + process.argv[2]);
  await page.screenshot({ path: process.argv[3] });
  await browser.close();
})();
"""


def main() -> None:
    """Write every picture."""
    home = DOCS / "beelden"
    home.mkdir(exist_ok=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        cli.main(["build", str(EXAMPLES), "--output", str(folder / "output"), "--format", "html,docx"])
        for picture, (kind, number) in PAGES.items():
            shoot_page(document(folder, kind, "docx"), number, home / f"{picture}.png")
        for picture, (width, height) in SCREENS.items():
            shoot_screen(document(folder, "vacature", "html"), width, height, home / f"{picture}.png")


def document(folder: Path, kind: str, suffix: str) -> Path:
    """Return the document of a kind of which a picture is made."""
    return folder / "output" / BASES[kind] / f"{BASES[kind]}-{kind}.{suffix}"


def shoot_page(file: Path, number: int, picture: Path) -> None:
    """Write a picture of a page of a Word file."""
    call("soffice", "--headless", "--convert-to", "pdf", "--outdir", file.parent, file)
    page = ["-f", number, "-l", number, "-singlefile"]
    call("pdftoppm", "-png", "-r", DOTS, *page, file.with_suffix(".pdf"), picture.with_suffix(""))


def shoot_screen(file: Path, width: int, height: int, picture: Path) -> None:
    """Write a picture of the first screen of a web page."""
    call("node", "-e", SHOOT, ROOT / ".conform/package.json", file, picture, width, height)


def call(*words: object) -> None:
    """Run a program and raise when it fails."""
    subprocess.run([str(word) for word in words], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()

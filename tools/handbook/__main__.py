"""`make handbook`: write the pages of the handbook that are computed."""

from tools.handbook import DOCS, make_pages

for name, text in make_pages().items():
    (DOCS / name).write_text(text, encoding="utf-8", newline="\n")

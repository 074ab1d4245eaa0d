"""Lets LibreOffice accept or reject all changes in Word files: `python3 office.py` with a JSON list on its input.

Each of the list is [file, command, page]: the page is what LibreOffice shows of the file after a command of its own, or
without any after "". Beside it comes the text, with the numbers of lists, of which a page is not sure. Run by Debian's
own Python, for which python3-uno is the bridge; nothing else is imported.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uno

PATIENCE = 60
"""Seconds in which LibreOffice must have started, and must have ended."""
WAIT = 0.2


def main() -> None:
    """Do what the input asks."""
    asked = json.load(sys.stdin)
    with office() as context:
        for file, command, page in asked:
            save(context, Path(file), command, Path(page))


@contextmanager
def office() -> Iterator[Any]:
    """Give the services of a LibreOffice with a folder of its own, which ends afterwards."""
    with TemporaryDirectory(prefix="conform-") as folder:
        pipe = f"pipe,name={Path(folder).name};urp;"
        own = f"-env:UserInstallation={Path(folder, 'office').as_uri()}"
        command = ["soffice", "--headless", "--norestore", own, f"--accept={pipe}"]
        program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            context = connect(program, pipe)
            yield context
            make(context, "com.sun.star.frame.Desktop").terminate()
            program.wait(PATIENCE)
        finally:
            program.kill()


def connect(program: subprocess.Popen[bytes], pipe: str) -> Any:
    """Return the services of a LibreOffice that was started. Raises RuntimeError when it does not answer."""
    resolver = make(uno.getComponentContext(), "com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + PATIENCE
    while program.poll() is None and time.monotonic() < until:
        try:
            return resolver.resolve(f"uno:{pipe}StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(WAIT)
    raise RuntimeError("LibreOffice does not answer")


def make(context: Any, service: str) -> Any:
    """Return a service by its name."""
    return context.ServiceManager.createInstanceWithContext(service, context)


def save(context: Any, file: Path, command: str, page: Path) -> None:
    """Save what is shown of a file after a command, as a page and as text."""
    hidden, html = setting("Hidden", True), setting("FilterName", "HTML (StarWriter)")
    text = (setting("FilterName", "Text (encoded)"), setting("FilterOptions", "UTF8,LF"))
    document = make(context, "com.sun.star.frame.Desktop").loadComponentFromURL(file.as_uri(), "_blank", 0, (hidden,))
    if command:
        frame = document.CurrentController.Frame
        make(context, "com.sun.star.frame.DispatchHelper").executeDispatch(frame, f".uno:{command}", "", 0, ())
    document.storeToURL(page.as_uri(), (html,))
    document.storeToURL(page.with_suffix(".txt").as_uri(), text)
    document.close(True)


def setting(name: str, value: object) -> Any:
    """Return a setting as LibreOffice takes it."""
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main()

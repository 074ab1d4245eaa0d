"""The wheel: it carries what it needs, and works in any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from vacaturegen.digests import digest

ROOT = Path(__file__).parents[1]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


CARRIED = {
    "vacaturegen": "vacaturegen",
    "templates": "vacaturegen/templates",
    "profiles/functies": "vacaturegen/voorbeelden/functies",
}
"""The folders of the checkout that the wheel carries, and what each is called there."""


def run(*command: str | Path, cwd: Path, target: Path | None = None) -> str:
    """Run a command in a folder, with `target` alone before the installed packages, and return what it prints."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "LANGUAGE")}
    if target:
        env["PYTHONPATH"] = str(target)
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources, with nothing fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    ignored = shutil.ignore_patterns(".*", "__pycache__", "output")
    shutil.copytree(ROOT, folder / "sources", ignore=ignored)
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", folder, folder / "sources", cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a folder of its own."""
    target = tmp_path_factory.mktemp("installed")
    options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", "install", *options, "--target", target, wheel, cwd=target)
    return target


def test_wheel_carries_what_it_needs(wheel: Path) -> None:
    """The wheel has every module, template and catalogue of the checkout, the licence, and nothing beside them."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        licence = next(name for name in archive.namelist() if name.endswith(".dist-info/licenses/LICENSE"))
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
    own = {
        f"{home}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, home in CARRIED.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == own
    assert "vacaturegen/locale/nl/LC_MESSAGES/vacaturegen.mo" in names
    assert "vacaturegen/voorbeelden/functies/ambtelijk-secretaris.yaml" in names


def test_wheel_works_in_any_folder(installed: Path, tmp_path: Path) -> None:
    """From an installed wheel, in a folder far from the checkout, the command makes what the repository holds."""
    command = installed / "bin" / "vacaturegen"
    shutil.copytree(ROOT / "profiles", tmp_path / "profiles")
    assert run(command, "--version", cwd=tmp_path, target=installed).split()[-1] == VERSION
    assert "build" in run(command, "--help", cwd=tmp_path, target=installed)
    run(command, "build", "profiles", "--output", "made", cwd=tmp_path, target=installed)
    assert contents(tmp_path / "made") == contents(ROOT / "output")


def test_wheel_begins_a_profile_with_a_functie_of_ours(installed: Path, tmp_path: Path) -> None:
    """In an empty folder an installed wheel begins a profile with a functie that it carries, and builds it at once."""
    command = installed / "bin" / "vacaturegen"
    options = ["--soort", "vacature", "--functie", "ambtelijk-secretaris", "--organisatie", "voorbeeldstad"]
    run(command, "new", "proef", *options, cwd=tmp_path, target=installed)
    name = "profiles/functies/ambtelijk-secretaris.yaml"
    assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes()
    run(command, "build", "profiles", "--format", "md", cwd=tmp_path, target=installed)
    assert "Vergaderschema's" in (tmp_path / "output/proef/proef-vacature.md").read_text(encoding="utf-8")


def test_wheel_uses_its_own_templates(installed: Path, tmp_path: Path) -> None:
    """What an installed wheel prints comes from its own templates and code, not from the checkout."""
    code = "import vacaturegen, sys; print(vacaturegen.__file__)"
    assert Path(run(sys.executable, "-c", code, cwd=tmp_path, target=installed).strip()).is_relative_to(installed)
    shutil.copytree(ROOT / "profiles", tmp_path / "profiles")
    shutil.copytree(installed, tmp_path / "broken")
    shutil.rmtree(tmp_path / "broken/vacaturegen/templates")
    command: list[str | Path] = [tmp_path / "broken/bin/vacaturegen", "build", "profiles"]
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "broken")}
    assert subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False).returncode != 0


def contents(folder: Path) -> dict[str, str]:
    """The digest of every output in a folder."""
    paths = [path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts]
    assert paths
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in paths}

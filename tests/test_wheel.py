"""The installed wheel has all it needs: its data, its pipeline and its command."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "graphs" / "match.trig"
OWN_REPORT = (
    "Ardmore beat Kilbride 1-0 at Mill Lane on Saturday.\n\n"
    "Tom Feeney scored the only goal in the 23rd minute.\n"
)


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script folder of a fresh environment with the wheel, and the libraries by a path file."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(
        *(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT),
        cwd=folder,
    )
    (wheel,) = folder.glob("football_kg-*.whl")
    home = folder / "home"
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / "python"
    run(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(run(python, "-c", code, cwd=folder).stdout.strip())
    libraries = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (own / "libraries.pth").write_text("\n".join(libraries) + "\n", encoding="utf-8")
    return scripts


def test_help(scripts: Path, tmp_path: Path) -> None:
    assert "validate" in run(scripts / "kg", "--help", cwd=tmp_path).stdout


def test_types_travel_with_the_wheel(scripts: Path, tmp_path: Path) -> None:
    code = "from kg.paths import PACKAGE; print((PACKAGE / 'py.typed').is_file())"
    assert run(scripts / "python", "-c", code, cwd=tmp_path).stdout.strip() == "True"


def test_data_is_inside_the_package(scripts: Path, tmp_path: Path) -> None:
    code = "from kg import paths; print(*(getattr(paths, f'{name}_folder')() for name in %r))"
    names = ("ontology", "shapes", "queries", "names", "model")
    told = run(scripts / "python", "-c", code % (names,), cwd=tmp_path).stdout
    folders = [Path(line) for line in told.split()]
    assert len(folders) == len(names)
    assert all(scripts.parent in folder.parents for folder in folders)
    kept = [sorted(p.name for p in folder.iterdir()) for folder in folders]
    assert all(kept)
    own = [ROOT / name for name in ("ontology", "shapes", "queries", "seeds/names")]
    assert kept[:4] == [sorted(p.name for p in folder.iterdir()) for folder in own]
    assert "meta.json" in kept[4]


def test_pages_are_inside_the_package(scripts: Path, tmp_path: Path) -> None:
    code = "from kg.serve.pages import FOLDER; print(*sorted(FOLDER.iterdir()))"
    files = [
        Path(name) for name in run(scripts / "python", "-c", code, cwd=tmp_path).stdout.split()
    ]
    assert all(scripts.parent in file.parents for file in files)
    own = (ROOT / "kg" / "serve" / "templates").iterdir()
    assert [file.name for file in files] == sorted(file.name for file in own)


def test_licences_travel_with_the_wheel(scripts: Path, tmp_path: Path) -> None:
    code = "from importlib.metadata import files; print(*(f.name for f in files('football-kg')))"
    names = run(scripts / "python", "-c", code, cwd=tmp_path).stdout.split()
    assert {"LICENSE", "LICENSE-MODEL"} <= set(names)


def test_named_question(scripts: Path, tmp_path: Path) -> None:
    rows = run(scripts / "kg", "query", "goals", SAMPLE, cwd=tmp_path).stdout.splitlines()
    assert "Cristian Romero" in "\n".join(rows[1:])


def test_shapes(scripts: Path, tmp_path: Path) -> None:
    assert "no violations" in run(scripts / "kg", "validate", SAMPLE, cwd=tmp_path).stderr


def test_own_pipeline_reads_a_report(scripts: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(OWN_REPORT, encoding="utf-8")
    run(scripts / "kg", "build", "report.txt", "-o", "match.ttl", cwd=tmp_path)
    assert "Tom Feeney" in (tmp_path / "match.ttl").read_text(encoding="utf-8")

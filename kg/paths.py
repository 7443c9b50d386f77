"""Where the data folders are: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
INSTALLED = PACKAGE / "_data"
ROOT = INSTALLED if INSTALLED.is_dir() else PACKAGE.parent


def ontology_folder() -> Path:
    """The folder of the vocabulary, one Turtle file per kind of fact."""
    return ROOT / "ontology"


def shapes_folder() -> Path:
    """The folder of the SHACL shapes, one Turtle file per kind of fact."""
    return ROOT / "shapes"


def queries_folder() -> Path:
    """The folder of the named questions, one SPARQL file each."""
    return ROOT / "queries"


def names_folder() -> Path:
    """The folder of the known names, CSV files."""
    return ROOT / "seeds" / "names"


def model_folder() -> Path:
    """The folder of the trained spaCy pipeline that ships with the package.

    Beside it lie `common_words.txt`, the recipe, the training logs and the scores.
    """
    return PACKAGE / "model" / "pipeline"

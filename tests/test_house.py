"""The rules of the house: one-way imports, modules of one job, honest exports."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest

import memcon

SOURCE = Path(memcon.__file__).parent
ORDER = [
    "model", "ontology", "coder", "times", "actors", "places", "codes", "intake", "reading", "merging", "verification", "store", "analysis",
    "charts", "exports", "web", "cli",
]  # fmt: skip
STEPS = [
    "logistic", "grammar", "repairs", "parse", "triggers", "claims", "parties", "coreference", "setting", "scene", "factuality", "encoder",
    "roles", "acts", "joining", "filling", "record", "pipeline", "relating",
]  # fmt: skip
MODULES = sorted(SOURCE.rglob("*.py"))


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module and node.module.startswith("memcon."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module == "memcon":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level >= 2:
            parents = path.relative_to(SOURCE).parts[: -node.level]
            found |= {node.module.split(".")[0]} if node.module and not parents else set()
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("memcon.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    folder = path.relative_to(SOURCE).parts[0]
    if folder not in ORDER:
        return
    later = set(ORDER[ORDER.index(folder) + 1 :])
    assert not _imports(path) & later


@pytest.mark.parametrize("path", sorted((SOURCE / "reading").rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_steps_of_reading_import_from_earlier_ones(path: Path) -> None:
    inside = path.relative_to(SOURCE / "reading")
    if inside.name == "__init__.py" and len(inside.parts) == 1:
        return
    step, depth = inside.with_suffix("").parts[0], len(inside.parts)
    used = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            used |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
    assert not (used - {step}) & set(STEPS[STEPS.index(step) :])


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_no_module_outgrows_one_job(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 350
    assert path.stem not in ("utils", "helpers", "common", "manager", "misc")


def test_only_parsing_with_its_lemmas_and_names_knows_the_parser() -> None:
    users = {
        p.name for p in (SOURCE / "reading").rglob("*.py") if "import spacy" in p.read_text("utf-8") or "from spacy" in p.read_text("utf-8")
    }
    assert users == {"parsing.py", "analysis.py", "word_vectors.py", "lemmas.py", "recogniser.py"}


@pytest.mark.parametrize("name", [m.name for m in pkgutil.iter_modules([str(SOURCE)]) if m.ispkg and m.name != "cli"])
def test_exports_are_there(name: str) -> None:
    module = importlib.import_module(f"memcon.{name}")
    for one in getattr(module, "__all__", ()):
        assert hasattr(module, one)


def test_everything_public_is_exported() -> None:
    for one in memcon.__all__:
        assert getattr(memcon, one) is not None


def test_errors_that_reach_users_are_exported() -> None:
    from memcon.store import QueryError, StoreError

    assert (memcon.QueryError, memcon.StoreError) == (QueryError, StoreError)

"""The example notebook runs, and what its cells give shows itself."""

import ast
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("altair")
ROOT = Path(__file__).parent.parent.parent
NOTEBOOK = json.loads((ROOT / "examples" / "mediation.ipynb").read_text("utf-8"))


def run(source: str, names: dict[str, Any]) -> Any:
    """A cell as a notebook runs it: the value of its last expression."""
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None


@pytest.mark.slow
def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    names: dict[str, Any] = {}
    shown = [run("".join(cell["source"]), names) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]
    assert shown[0]["reports"] == 26
    assert shown[1]._repr_html_().startswith("<div>")
    assert shown[2]._repr_html_().startswith("<svg")
    assert shown[3]
    assert {state for state, *_ in shown[4]} >= {"broken", "kept"}
    assert "Oslo" in shown[5]._repr_html_()
    assert shown[6].to_dict()["title"] == "The first week"


def test_it_holds_no_results() -> None:
    assert not any(cell.get("outputs") for cell in NOTEBOOK["cells"])

"""The README tells the truth: its transcript is what the command prints, its Python gives what its comment says."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from memcon.cli.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_transcript_is_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    block = re.search(r"<!-- transcript -->\n```\n\$ memcon (.*)\n([\s\S]*?)\n```", README)
    assert block
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(app, shlex.split(block[1]))
    assert result.exit_code == 0
    assert result.stdout.rstrip("\n") == block[2]


def test_python_example(capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"```python\n([\s\S]*?)```", README)
    assert block
    exec(compile(block[1], "README.md", "exec"), {})
    expected = [line.removeprefix("# ") for line in block[1].splitlines() if line.startswith("# ")]
    assert capsys.readouterr().out.splitlines() == expected


def test_examples_named_are_there() -> None:
    for name in re.findall(r"examples/[\w.-]+", README):
        assert (ROOT / name).exists(), name

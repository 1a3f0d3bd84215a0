"""What the tests of commands share."""

import pytest

from memcon.cli import main


@pytest.fixture
def on_a_text(tmp_path, capsys):
    """Runs a command on a text of its own file: exit code, output, messages."""

    def run(command, text, *options):
        path = tmp_path / "report.txt"
        path.write_bytes(text.encode("utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([command, str(path), *options])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run

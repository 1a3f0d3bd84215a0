"""`-o` to a device that is full: a message that says so, not a fault of memcon's own."""

from pathlib import Path

import pytest
import typer

from memcon.cli.files import write_whole

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full on this system")
def test_a_full_device_gets_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as ended:
        write_whole(FULL, "words\n")
    assert ended.value.exit_code == 2
    assert "cannot be written (No space left on device)" in capsys.readouterr().err

"""`memcon ingest FOLDER` says which files it leaves aside."""

import pytest

from memcon.cli import main


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_files_left_aside_are_counted_and_with_v_named(tmp_path, capsys, how):
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("brief.docx", "map.png", "photo.PNG"):
        (folder / name).write_bytes(b"no text")
    (folder / "talks.txt").write_text("The ministers of Peru and Chile met in Lima on Monday.", "utf-8")

    def told(*options: str) -> str:
        with pytest.raises(SystemExit):
            main(["ingest", str(folder), "--db", str(tmp_path / "a.db"), "--jobs", "1", "--model", "rules", *how, *options])
        return capsys.readouterr().err

    assert told() == "memcon: 3 files that memcon does not read were left aside: 2 .png, 1 .docx (-v names each)\n"
    each = told("-v").splitlines()
    assert [line.rpartition("/")[2] for line in each[1:]] == ["brief.docx", "map.png", "photo.PNG"]

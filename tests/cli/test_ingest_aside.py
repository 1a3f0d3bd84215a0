"""`memcon ingest FOLDER` says which files it leaves aside."""

import pytest

import memcon
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
            main(
                [
                    "ingest",
                    str(folder),
                    "--db",
                    str(tmp_path / "a.db"),
                    "--jobs",
                    "1",
                    "--published",
                    "2022-03-05",
                    "--model",
                    "rules",
                    *how,
                    *options,
                ]
            )
        return capsys.readouterr().err

    assert told() == "memcon: 3 files that memcon does not read were left aside: 2 .png, 1 .docx (-v names each)\n"
    each = told("-v").splitlines()
    assert [line.rpartition("/")[2] for line in each[1:]] == ["brief.docx", "map.png", "photo.PNG"]


def test_a_folder_that_was_empty_is_no_failure_any_more(tmp_path, capsys):
    folder = tmp_path / "news"
    folder.mkdir()
    for text in (None, "The ministers of Peru and Chile met in Lima on Monday."):
        if text:
            (folder / "talks.txt").write_text(text, "utf-8")
        with pytest.raises(SystemExit):
            main(["ingest", str(folder), "--db", str(tmp_path / "a.db"), "--jobs", "1", "--model", "rules"])
    with memcon.open(tmp_path / "a.db") as store:
        assert store.failures() == []

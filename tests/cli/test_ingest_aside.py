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


def test_reports_without_a_day_are_told_and_have_it_when_it_is_given(tmp_path, capsys):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "talks.txt").write_text("The ministers of Peru and Chile met in Lima on Monday.", "utf-8")
    (folder / "strike.txt").write_text("Chile expelled two diplomats of Peru on Tuesday.", "utf-8")
    (folder / "filed.txt").write_text("LIMA, March 4, 2022 (XYZ) -- Peru expelled two diplomats of Bolivia on Tuesday.", "utf-8")

    def told(*options: str) -> tuple[str, str]:
        with pytest.raises(SystemExit):
            main(["ingest", str(folder), "--db", str(tmp_path / "a.db"), "--jobs", "1", "--model", "rules", *options])
        return capsys.readouterr()

    _, err = told()
    assert err == (
        "memcon: 2 reports give no day of publication, so that “on Monday” is no day there: ingest them again with --published DATE, "
        "or with --column published=NAME where a table has it (-v names each)\n"
    )
    with memcon.open(tmp_path / "a.db") as store:
        before = {event.id: event.best("when") for event in store.events()}
    assert sorted(before.values(), key=str) == ["2022-03-01", None, None]
    out, err = told("--published", "2022-03-10", "-v")
    assert out.startswith("2 read (2 events), 1 there already, 0 failed. The store holds 3 reports ")
    assert err == ""
    with memcon.open(tmp_path / "a.db") as store:
        after = {event.id: event.best("when") for event in store.events()}
    assert before.keys() == after.keys()
    assert sorted(after.values()) == ["2022-03-01", "2022-03-07", "2022-03-08"]
    assert told("--published", "2022-03-10")[0].startswith("0 read (0 events), 3 there already")


def test_each_report_without_a_day_is_named_with_v(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("The ministers of Peru and Chile met in Lima on Monday.", "utf-8")
    with pytest.raises(SystemExit):
        main(["ingest", str(tmp_path / "a.txt"), "--db", str(tmp_path / "a.db"), "--jobs", "1", "--model", "rules", "-v"])
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("memcon: 1 report gives no day of publication")
    assert lines[1] == f"memcon: without a day of publication: {tmp_path / 'a.txt'}"


def test_what_failed_before_is_told_in_its_number(tmp_path, capsys):
    french = "Le président français a rencontré vendredi à Paris le Premier ministre. Les deux dirigeants ont évoqué la paix. "
    (tmp_path / "a.txt").write_text(2 * french, "utf-8")
    said = []
    for _ in range(2):
        with pytest.raises(SystemExit):
            main(["ingest", str(tmp_path / "a.txt"), "--db", str(tmp_path / "a.db"), "--jobs", "1", "--model", "rules"])
        said.append(capsys.readouterr().out)
    assert said[0].startswith("0 read (0 events), 0 there already, 1 failed. ")
    assert said[1].startswith("0 read (0 events), 0 there already, 1 failed before and was not tried again (--retry-failed), 0 failed. ")


def test_who_interrupts_is_told_what_is_kept(tmp_path, capsys, monkeypatch):
    def interrupted(*_given, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr("memcon.store.ingest.ingest", interrupted)
    (tmp_path / "a.txt").write_text("The ministers of Peru and Chile met in Lima on Monday.", "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["ingest", str(tmp_path / "a.txt"), "--db", str(tmp_path / "a.db"), "--model", "rules"])
    assert ended.value.code == 130
    assert capsys.readouterr().err.splitlines()[-1].endswith("the store holds 0 reports, and the same command goes on where it was")

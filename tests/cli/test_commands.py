"""The commands as a person meets them: what they print, where, and how they end. `memcon read` with the whole pipeline is in test_read."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from memcon import __version__
from memcon.cli import main
from memcon.model import Event, MadeBy, Record, Span
from memcon.model.schema import schema

ZENDA = Path(__file__).parents[1] / "model" / "data" / "zenda.json"


@pytest.fixture
def memcon(capsys):
    """Runs a command; gives exit code, standard output and standard error."""

    def run(*argv):
        with pytest.raises(SystemExit) as ended:
            main([str(a) for a in argv])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run


def test_version(memcon):
    assert memcon("--version") == (0, f"memcon {__version__}\n", "")


@pytest.mark.parametrize("argv", [["-h"], ["--help"], ["read", "-h"], ["verify", "--help"], ["explain", "-h"], ["schema", "-h"]])
def test_help(memcon, argv):
    code, out, _ = memcon(*argv)
    assert code == 0
    assert "Usage: memcon" in out


def test_help_names_all_commands_with_a_line_each(memcon):
    out = memcon("-h")[1]
    for command in ("read", "verify", "explain", "schema"):
        line = next(line for line in out.splitlines() if line.split()[:1] == [command])
        assert len(line.split()) > 3
        assert line.endswith(".")
        assert not line.endswith("...")


@pytest.mark.parametrize("argv", [["reed"], ["read"], ["verify"], ["explain", "a.json"], ["read", "a", "--publish", "x"]])
def test_a_wrong_command_line(memcon, argv):
    code, out, err = memcon(*argv)
    assert code == 2
    assert out == ""
    assert "Usage: memcon" in err


def test_schema(memcon):
    code, out, _ = memcon("schema")
    assert code == 0
    assert json.loads(out) == schema()


def test_verify_a_true_record(memcon):
    assert memcon("verify", ZENDA) == (0, "zenda.json: holds (6 events)\n", "")


def test_verify_standard_input(memcon, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ZENDA.read_bytes())))
    assert memcon("verify", "-") == (0, "standard input: holds (6 events)\n", "")


def test_verify_a_false_record(memcon, tmp_path):
    path = tmp_path / "false.json"
    path.write_text(ZENDA.read_text("utf-8").replace('"quote": "met"', '"quote": "saw"'), "utf-8")
    code, out, err = memcon("verify", path)
    assert code == 1
    assert out.splitlines()[0] == "events/0/triggers/1: the text at 57..60 is 'met', the record quotes 'saw'"
    assert err == ""


def test_verify_says_what_the_shape_lacks(memcon, tmp_path):
    path = tmp_path / "poor.json"
    path.write_text('{"schema": "memcon/1"}', "utf-8")
    code, out, _ = memcon("verify", path)
    assert code == 1
    assert out == "report: missing\nevents: missing\nmade_by: missing\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there is no file"),
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is not JSON that memcon can read"),
        (b"[]", "is JSON but no memcon/1 record"),
        (b'{"schema": "memcon/0"}', "is JSON but no memcon/1 record"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"\x00\x01\x02", "is not JSON"),
    ],
)
@pytest.mark.parametrize("command", [["verify"], ["explain"]])
def test_files_that_are_no_record(memcon, tmp_path, command, content, message):
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_bytes(content)
    code, out, err = memcon(*command, path, *(["e1"] if command == ["explain"] else []))
    assert code == 2
    assert out == ""
    assert message in err.splitlines()[0]
    assert len(err.splitlines()) == 2


def test_verify_a_directory(memcon, tmp_path):
    assert "is a directory" in memcon("verify", tmp_path)[2]


def test_explain(memcon):
    code, out, err = memcon("explain", ZENDA, "e1")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("e1: Ana Brandt met Karel Voss in Castle Hentzau (Zenda) on Tue 6 May 2031 for 3 hours")
    at = lines.index("status: happened")
    assert lines[at + 1] == "    by rule:tense.past, p 0.875"
    assert lines[at + 2].startswith("    57..60 “Foreign Minister Ana Brandt of Freedonia *met* President Karel Voss")
    assert "when: 2031-05-06 (the Tuesday before publication)" in lines
    assert "participants/1: recipient: Karel Voss (person)" in lines
    assert "sources/0: official asserts: Freedonia, attribution a1" in lines
    assert "duration: PT3H" in lines
    for entry in json.loads(ZENDA.read_text("utf-8"))["events"][0]["evidence"]:
        assert any(line.startswith(entry["path"][1:] + ": ") for line in lines)


def test_explain_an_event_that_is_not_there(memcon):
    code, out, err = memcon("explain", ZENDA, "e99")
    assert (code, out) == (2, "")
    assert err == "memcon: the record has no event 'e99'\n  its events are: e1, e2, e3, e4, e5, e6\n"


def test_explain_warns_of_a_record_that_does_not_verify(memcon, tmp_path):
    path = tmp_path / "false.json"
    path.write_text(ZENDA.read_text("utf-8").replace('"quote": "met"', '"quote": "saw"'), "utf-8")
    code, out, err = memcon("explain", path, "e1")
    assert code == 0
    assert out.startswith("e1: ")
    assert "does not verify" in err


def test_explain_refuses_another_text(memcon, tmp_path):
    path = tmp_path / "false.json"
    path.write_text(ZENDA.read_text("utf-8").replace("in Zenda on", "in Zendo on"), "utf-8")
    code, _, err = memcon("explain", path, "e1")
    assert code == 2
    assert "not the hash" in err


TEXT = "The ministers met in Zenda on Tuesday, and they agreed to meet again.\n"


@pytest.fixture
def pipeline(monkeypatch):
    """Stands in for the pipeline where a test is about what surrounds it: one event, `met`, with or without its evidence."""
    import types

    from memcon.model import Evidence

    def install(verifies=True, error=None):
        def read(report, model):
            if error:
                raise error
            met = Span.of(report.text, report.text.index("met"), report.text.index("met") + 3)
            proof = tuple(Evidence(path, (met,), "rule:test", 1.0) for path in ("/type", "/status")) if verifies else ()
            return Record(report, (Event("e1", "CONSULT", "", "happened", (met,), evidence=proof),), made_by=MadeBy(__version__))

        module = types.ModuleType("memcon.reading.pipeline")
        module.read = read
        parsing = types.ModuleType("memcon.reading.parse.parsing")
        parsing.DEFAULT_MODEL = "model"
        parsing.ModelMissing = type("ModelMissing", (RuntimeError,), {})
        monkeypatch.setitem(sys.modules, "memcon.reading.pipeline", module)
        monkeypatch.setitem(sys.modules, "memcon.reading.parse.parsing", parsing)

    return install


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_read_prints_json(memcon, pipeline, report):
    pipeline()
    code, out, err = memcon("read", report, "--published", "2031-05-07", "--outlet", "Courier", "--json")
    assert (code, err) == (0, "")
    record = Record.from_json(out)
    assert (record.report.text, record.report.published, record.report.outlet) == (TEXT, "2031-05-07", "Courier")


def test_read_writes_a_file(memcon, pipeline, report, tmp_path):
    pipeline()
    out = tmp_path / "talks.json"
    assert memcon("read", report, "-o", out) == (0, "", "")
    assert Record.from_json(out.read_text("utf-8")).report.text == TEXT
    memo = tmp_path / "talks.memo"
    assert memcon("read", report, "-o", memo) == (0, "", "")
    assert "● happened" in memo.read_text("utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["talks.json", "talks.memo", "talks.txt"]


def test_read_says_when_the_record_does_not_verify(memcon, pipeline, report):
    pipeline(verifies=False)
    code, out, err = memcon("read", report, "--json")
    assert code == 1
    assert Record.from_json(out).events
    assert "events/0/type: no words" in err
    assert "does not verify" in err


def test_a_fault_of_our_own_is_one_line(memcon, pipeline, report, tmp_path):
    pipeline(error=KeyError("lemma"))
    out = tmp_path / "out.json"
    code, printed, err = memcon("read", report, "-o", out)
    assert (code, printed) == (70, "")
    assert "KeyError: 'lemma'" in err
    assert not out.exists()


def test_an_interrupt_ends_quietly(memcon, pipeline, report, tmp_path):
    pipeline(error=KeyboardInterrupt())
    out = tmp_path / "out.json"
    code, printed, err = memcon("read", report, "-o", out)
    assert (code, printed, err.strip()) == (130, "", "")
    assert not out.exists()


@pytest.mark.parametrize("source", ["missing.txt", "http://127.0.0.1/talks", "http://[::1]/", "ftp://example.org/a", ".", ""])
def test_read_bad_input(memcon, source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = memcon("read", source, "-o", "out.json")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01" * 50, b"%PDF-1.4", "Le ministre est allé à Paris avec les autres pour la paix.".encode()]
)
def test_read_bad_files(memcon, report, content):
    report.write_bytes(content)
    code, out, err = memcon("read", report, "--json")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 2


def test_read_a_bad_date(memcon, report):
    code, _, err = memcon("read", report, "--published", "5.3.2022")
    assert code == 2
    assert err == "memcon: '5.3.2022' is not a date: it may mean two days\n  give the day of publication as YYYY-MM-DD, as in 2022-03-05\n"


@pytest.mark.parametrize("out", ["missing/out.json", "."])
def test_read_refuses_a_place_it_cannot_write_to_before_it_reads(memcon, out, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = memcon("read", "missing.txt", "-o", out)
    assert code == 2
    assert "directory" in err
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_whole_or_not_at_all(memcon, pipeline, report, tmp_path, monkeypatch):
    pipeline()
    out = tmp_path / "out.json"
    out.write_text("old", "utf-8")
    out.chmod(0o640)

    def full(descriptor):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        code, _, err = memcon("read", report, "-o", out)
    assert code == 2
    assert "No space left on device" in err
    assert out.read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "talks.txt"]
    assert memcon("read", report, "-o", out)[0] == 0
    assert Record.from_json(out.read_text("utf-8"))
    assert out.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(memcon, pipeline, report, tmp_path):
    pipeline()
    (tmp_path / "real.json").write_text("old", "utf-8")
    link = tmp_path / "link.json"
    link.symlink_to("real.json")
    assert memcon("read", report, "-o", link)[0] == 0
    assert link.is_symlink()
    assert Record.from_json((tmp_path / "real.json").read_text("utf-8"))


def run(*argv, **options):
    command = [sys.executable, "-c", "from memcon.cli import main; main()", *map(str, argv)]
    path = os.pathsep.join([str(Path(__file__).parents[2] / "src"), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}, **options)


def test_a_broken_pipe_ends_quietly():
    process = run("schema")
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(30) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_no_traceback():
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-c", "from memcon.cli import main; main()", "schema"]
        path = os.pathsep.join([str(Path(__file__).parents[2] / "src"), os.environ.get("PYTHONPATH", "")])
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith(b"memcon: standard output cannot be written")
    assert b"Traceback" not in done.stderr


def test_importing_memcon_loads_nothing_heavy():
    code = "import sys, memcon; print([m for m in ('spacy', 'pydantic', 'trafilatura', 'rich', 'typer') if m in sys.modules])"
    path = os.pathsep.join([str(Path(__file__).parents[2] / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env={**os.environ, "PYTHONPATH": path}, check=True, timeout=60)
    assert done.stdout.strip() == b"[]"

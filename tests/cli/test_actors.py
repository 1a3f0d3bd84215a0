"""`memcon actors`: find, show, import, check, export, on good and bad input."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest

from memcon.cli import main

TABLE = "name,wikidata,country,class,start,end\nZora Quill,Q999999001,PER,president,2020-01-01,2021-01-01\n"


@pytest.fixture
def actors(capsys, monkeypatch, tmp_path):
    """Runs `memcon actors ...` with a home of its own; gives exit code, standard output and standard error."""
    monkeypatch.setenv("MEMCON_HOME", str(tmp_path / "home"))

    def run(*argv):
        with pytest.raises(SystemExit) as ended:
            main(["actors", *(str(one) for one in argv)])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        assert "fault of memcon" not in captured.err
        assert "\x1b" not in captured.out + captured.err
        return ended.value.code or 0, captured.out, captured.err

    return run


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.mark.parametrize("argv", [(), ("find",), ("show",), ("import",), ("check",), ("export",)])
def test_help(actors, argv):
    code, out, _ = actors(*argv, "-h")
    assert code == 0
    assert f"Usage: memcon actors{' ' + argv[0] if argv else ''}" in out
    assert "..." not in "".join(line for line in out.splitlines() if line.startswith("  ") and line.split()[0] in ("find", "show", "check"))


def test_find_tells_who_held_which_office_and_why(actors):
    code, out, err = actors("find", "Prime Minister Bennett", "--at", "2022-03-05")
    assert (code, err) == (0, "")
    assert out.splitlines()[:2] == ["Naftali Bennett, prime minister, ISR", "  id       wd:Q39318"]
    assert "  sector   GOV" in out
    assert "title and surname (person.title_surname)" in out
    assert "It may also be" in out


def test_find_json(actors):
    code, out, _ = actors("find", "Clinton", "--at", "1996-05-01", "--json")
    told = json.loads(out)
    assert (code, told["known"], told["identity"]["name"], told["identity"]["office"]) == (0, True, "Bill Clinton", "president")
    assert "Hillary Clinton" in {one["name"] for one in told["others"]}


def test_find_takes_state_and_context(actors):
    assert "ISR" in actors("find", "the army", "--country", "Israel")[1]
    assert actors("find", "the army", "--country", "Ruritania")[0] == 2
    assert actors("find", "Bennett", "--at", "2022-03", "--context", "ISR", "--context", "Naftali Bennett")[1].startswith("Naftali Bennett")


def test_find_an_unknown_name_says_what_the_words_tell(actors):
    code, out, _ = actors("find", "Israeli Foreign Minister Qobo Zyzzyx", "--at", "2022-03-05")
    assert code == 1
    assert out.startswith(
        "Nobody named Qobo Zyzzyx is known on 2022-03-05; the words themselves tell: person, foreign minister, ISR, GOV.\n"
    )
    assert actors("find", "Qobo Zyzzyx") == (1, "Nothing is known of Qobo Zyzzyx.\n", "")


@pytest.mark.parametrize(
    "name", ["Кобо Зизикс", "قوبو زيزيكس", "习习习 习习", "Ὀδυσσεὺς Ζ", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", "🙂 🙂a", "a\u202eb\x1b[31m", "A" * 200]
)
def test_find_names_in_other_scripts_and_absurd_ones(actors, name):
    code, out, _ = actors("find", name, "--at", "2022-03-05")
    assert code == 1
    assert out.startswith("Nothing is known of")


def test_find_a_name_in_its_own_script(actors):
    code, out, _ = actors("find", "مشعل السلمي", "--at", "2020-01-01")
    assert (code, out.splitlines()[1]) == (0, "  id       wd:Q78476236")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("",), "there is no name"),
        (("  \t",), "there is no name"),
        (("?!",), "'?!' is no name"),
        (("x" * 201,), "a name of 201 characters"),
        (("Putin", "--at", "1815-06-18"), "'1815-06-18' is before 1900"),
        (("Putin", "--at", "2022-02-30"), "'2022-02-30' is not a date"),
        (("Putin", "--at", "soon"), "'soon' is not a date"),
        (("Putin", "--at", ""), "'' is not a date"),
        (("Putin", "--at", "20220305"), "is not a date"),
    ],
)
def test_find_bad_input_is_one_sentence_and_exit_2(actors, argv, message):
    code, out, err = actors("find", *argv)
    assert (code, out) == (2, "")
    assert message in err.splitlines()[0]
    assert len(err.splitlines()) == 2


def test_find_in_the_future_says_so(actors):
    _, out, err = actors("find", "Vladimir Putin", "--at", "2090-01-01")
    assert "2090-01-01 is in the future" in err
    assert "  office" not in out


def test_show_has_every_term_with_its_source(actors):
    for number in ("Q39318", "wd:Q39318", "q39318"):
        code, out, _ = actors("show", number)
        assert code == 0
        assert out.startswith("Naftali Bennett  ")
        assert (
            "  prime minister, ISR, GOV\n           2021-06-13 to 2022-07-01 (start to the day, end to the day)\n           source " in out
        )


def test_show_states_organisations_and_groups(actors):
    assert "capital: Moscow" in actors("show", "state:RUS")[1]
    assert "metonyms: Kremlin" in actors("show", "state:RUS")[1]
    assert "aliases: Islamic Resistance Movement" in actors("show", "org:hamas")[1]
    told = json.loads(actors("show", "org:hamas", "--json")[1])
    assert (told["name"], told["rows"][0]["table"], told["rows"][0]["own"]) == ("Hamas", "armed_groups", False)


def test_what_find_gives_show_takes(actors):
    for mention in ("the Kremlin", "Hamas", "the United Nations", "Angela Merkel", "Palestinians", "Downing Street", "Red Cross"):
        identity = json.loads(actors("find", mention, "--at", "2015-01-01", "--json")[1])["identity"]
        assert actors("show", identity["id"])[0] == 0, identity


@pytest.mark.parametrize("number", ["Q0", "wd:Q99999999999", "person:nobody", "nonsense", "group:protesters", "\x1b[31m"])
def test_show_an_unknown_id(actors, number):
    code, out, err = actors("show", number)
    assert (code, out) == (1, "")
    assert "the registry has no" in err


def test_show_without_an_id(actors):
    assert actors("show", " ")[0] == 2


def test_import_show_check_export(actors, table, tmp_path):
    code, out, err = actors("import", table)
    assert (code, err) == (0, "")
    assert out == "own.csv (csv): 1 row taken.\n        1  persons\n"
    shown = actors("show", "Q999999001")[1]
    assert "2020-01-01 to 2021-01-01" in shown
    assert "source own: own.csv (yours, persons.tsv:2)" in shown
    assert "yours 1" in actors("check")[1]
    assert "persons: memcon's 0, yours 1; unverified 0" in actors("check", "--own")[1]
    for form in ("csv", "tsv", "json"):
        code, out, _ = actors("export", "--own", "--format", form)
        assert (code, out.count("Zora Quill")) == (0, 1)
        assert actors("export", "--own", "-o", tmp_path / f"all.{form}")[0] == 0
        assert (tmp_path / f"all.{form}").read_text("utf-8") == out
        assert actors("import", tmp_path / f"all.{form}")[1].startswith(
            f"all.{form} ({'json' if form == 'json' else 'csv'}): 0 rows taken."
        )


def test_import_json_and_dry_run(actors, table, tmp_path):
    told = json.loads(actors("import", table, "--dry-run", "--json")[1])
    assert (told["format"], told["dry_run"], told["taken"], told["left_out"]) == ("csv", True, {"persons": 1}, [])
    assert not (tmp_path / "home").exists()


def test_import_from_standard_input(actors, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))
    assert actors("import", "-")[1].startswith("- (csv): 1 row taken.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--format", "excel"), "--format 'excel' is none"),
        (("--kind", "kings"), "--kind 'kings' is no table"),
        (("--seen", "2090-01-01"), "--seen is 2090-01-01, which is in the future"),
        (("--format", "json"), "own.csv:1: no list of objects"),
        (("--format", "wikidata"), "own.csv:2: no variable tells who is meant"),
        (("--format", "petrarch"), "own.csv:1: not a dictionary"),
    ],
)
def test_import_bad_options(actors, table, tmp_path, options, message):
    table.write_text(TABLE.replace("wikidata", "office").replace("Q999999001", ""), "utf-8")
    code, out, err = actors("import", table, *options)
    assert (code, out) == (2, "")
    assert message in err.splitlines()[0]
    assert not (tmp_path / "home").exists()


def test_import_of_a_bad_line_names_file_and_line_and_changes_nothing(actors, table):
    assert actors("import", table)[0] == 0
    before = actors("export", "--own")[1]
    table.write_text(TABLE + "Yara Quill,,PER,minister,1815,\n", "utf-8")
    code, out, err = actors("import", table)
    assert (code, out) == (2, "")
    assert f"{table.name}:3: start is 1815" in err
    assert "nothing was changed" in err
    assert actors("export", "--own")[1] == before


def test_a_folder_that_may_not_be_written(actors, table, tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    code, _, err = actors("import", table)
    assert code == 2
    assert "cannot be written" in err


def test_check_counts_and_is_strict_when_asked(actors):
    code, out, err = actors("check")
    assert (code, err) == (0, "")
    for part in (
        "Rows\n",
        "unverified",
        "Sources",
        "Two holders of one office",
        "Terms never closed",
        "Names that collide",
        "ordinary word",
    ):
        assert part in out
    assert actors("check", "--strict")[0] == 1
    assert actors("check", "--own", "--strict")[0] == 0
    told = json.loads(actors("check", "--json", "--older", "1")[1])
    assert set(told) == {"rows", "sources", "unverified", "findings"}
    assert set(told["findings"][0]) == {"kind", "what", "own"}


def test_an_own_table_edited_badly_is_told_by_every_command(actors, tmp_path):
    (tmp_path / "home" / "actors").mkdir(parents=True)
    (tmp_path / "home" / "actors" / "persons.tsv").write_text("name\tstart\nA B\tyesterday\n", "utf-8")
    for argv in (("check",), ("export",), ("show", "Q39318")):
        code, _, err = actors(*argv)
        assert code == 2
        assert "persons.tsv:2: start is 'yesterday'" in err


def test_export_has_all_rows_with_sources(actors):
    found = list(csv.DictReader(io.StringIO(actors("export", "--format", "csv")[1])))
    assert {row["table"] for row in found} == {"persons", "organisations", "armed_groups", "agents", "metonyms"}
    assert all(row["source"] for row in found)
    assert len(json.loads(actors("export", "--format", "json", "--table", "states")[1])) > 200


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--format", "xml"), "--format 'xml' is none"),
        (("--table", "kings"), "--table 'kings' is none"),
        (("--own", "--table", "states"), "memcon's own tables"),
        (("-o", "/no/such/folder/x.csv"), "there is no directory"),
    ],
)
def test_export_bad_options(actors, options, message):
    code, out, err = actors("export", *options)
    assert (code, out) == (2, "")
    assert message in err.splitlines()[0]


def test_an_unknown_command_is_bad_input(actors):
    assert actors("fynd", "Putin")[0] == 2


def test_nobody_need_read_it_all(tmp_path):
    script = f"{sys.executable} -c 'from memcon.cli import main; main()' actors export | head -1"
    env = {**os.environ, "MEMCON_HOME": str(tmp_path)}
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.startswith("table\tname\t")
    assert done.stderr == ""

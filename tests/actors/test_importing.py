"""Files of actors into the user's registry: each form, what is left out, and every bad file refused with file and line."""

import csv
import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from memcon.actors.importing import import_file
from memcon.actors.own import own_rows
from memcon.actors.refusals import ActorsFileError

TODAY = date(2024, 6, 1)
DICTIONARY = """\
# Generated at: Thu Jan 30 16:06:18 2014
<!-- a comment
over lines -->
AFGHANISTAN_  [AFG]
+KABUL_

HAMID_KARZAI_  ; CountryInfo.txt
+PRESIDENT_KARZAI_
\t[AFGELI 750101-000101]
\t[AFGGOV >011222]
\t[AFGELI]
OLD_KING_ ; nobody now
\t[AFGGOV 18800101-18990101]
BAD_DATE_
\t[AFGGOV 9008223-911221]
ODD_CODE_ [QQQGOV]
ABU_X_ORGANIZATION_(AXO)_ [PSEREB] # kkl
+AL-X_BRIGADES_
+GREECE_
HUMAN_RIGHTS_IN_PERU_ [NGOPERHRI]
JUAN_NADIE_ [PERGOV]
NO_CODE_AT_ALL_
OPEN_BRACKET_ [PERGOV
"""
AGENTS = """\
!PERSON! = MAN, MEN, WOMAN, WOMEN, PERSON
FISHER!PERSON! [~AGR]
TROOP {} [~MIL]
ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOVATG]
MINISTER_OF_TRANSPORT [~GOV]
MINISTERS_OF_TRANSPORT [~GOV]
MEMBER_OF_THE_LEGISLATURE [~LEG]
HUMAN_RIGHTS_BODY  [NGO~]
UNSAYABLE_THING [~JNK]
REPORTER [~JRN]
SURGEON [~MED]
"""
BINDINGS = [
    {
        "person": {"type": "uri", "value": "http://www.wikidata.org/entity/Q39318"},
        "personLabel": {"type": "literal", "xml:lang": "en", "value": "Naftali Bennett"},
        "positionLabel": {"type": "literal", "value": "Prime Minister of Israel"},
        "start": {"type": "literal", "value": "2021-06-13T00:00:00Z"},
        "end": {"type": "literal", "value": "2022-07-01T00:00:00Z"},
    },
    {
        "person": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"},
        "personLabel": {"type": "literal", "value": "Q1"},
    },
    {
        "person": {"type": "uri", "value": "http://www.wikidata.org/entity/Q7"},
        "personLabel": {"type": "literal", "value": "Ana Paz"},
        "positionLabel": {"type": "literal", "value": "Minister of Oceans of Peru"},
        "iso3": {"type": "literal", "value": "PER"},
        "start": {"type": "literal", "value": "2023-01-01T00:00:00Z"},
        "startPrecision": {"type": "literal", "value": "9"},
        "end": {"type": "literal", "value": "2031-01-01T00:00:00Z"},
    },
]


def named(table):
    return {row.get("name") or row["phrase"]: row for row in own_rows(table)}


def test_a_dictionary_of_actors(take):
    done = take(DICTIONARY)
    assert done.format == "petrarch"
    terms = [(row["country"], row["sector"], row["start"], row["end"], row["seen"], row["aliases"]) for row in own_rows("persons")]
    assert terms == [
        ("AFG", "ELI", "1975-01-01", "2000-01-01", "", "President Karzai"),
        ("AFG", "GOV", "2001-12-22", "", "2014-01-30", "President Karzai"),
    ]
    group = named("armed_groups")["Abu X Organization"]
    assert (group["aliases"], group["country"], group["sector"]) == ("AXO;Al-X Brigades", "PSE", "REB")
    assert group["source"] == "petrarch: file.txt"
    assert named("organisations")["Human Rights in Peru"]["sector"] == "NGO"
    lines = {line for found in done.lines.values() for line in found}
    assert {4, 13, 15, 16, 21, 22, 23} <= lines


def test_what_a_dictionary_leaves_open_is_taken_if_the_user_says_what_it_is(take):
    take("JUAN_NADIE_ [PERGOV]\n", kind="persons")
    row = named("persons")["Juan Nadie"]
    assert (row["country"], row["sector"], row["start"], row["seen"]) == ("PER", "GOV", "", "")


def test_a_dictionary_of_agents(take):
    take(AGENTS)
    nouns = {name: (row["kind"], row["sector"]) for name, row in named("agents").items()}
    assert nouns["fisherman"] == nouns["fisherwoman"] == ("person", "AGR")
    assert "fishermen" not in nouns
    assert nouns["attorney general"] == ("person", "GOV")
    assert nouns["attorneys general"] == ("group", "GOV")
    assert nouns["ministers of transport"] == ("group", "GOV")
    assert nouns["member of the legislature"] == ("person", "LEG")
    assert nouns["reporter"] == nouns["surgeon"] == ("person", "MED")


def test_plover_means_medicine_by_med(take):
    take(f"# for PLOVER\n{AGENTS}")
    nouns = {name: row["sector"] for name, row in named("agents").items()}
    assert (nouns["reporter"], nouns["surgeon"]) == ("MED", "NGO")


def test_sparql_json(take):
    done = take(json.dumps({"head": {"vars": ["bindings"]}, "results": {"bindings": BINDINGS}}), "query.json", seen="2024-05-01")
    assert (done.format, dict(done.taken)) == ("wikidata", {"persons": 2})
    bennett = named("persons")["Naftali Bennett"]
    assert (bennett["wikidata"], bennett["class"], bennett["country"], bennett["rank"]) == ("Q39318", "prime minister", "ISR", "1")
    assert (bennett["start"], bennett["end"]) == ("2021-06-13", "2022-07-01")
    paz = named("persons")["Ana Paz"]
    assert (paz["class"], paz["office"], paz["start"], paz["end"], paz["seen"]) == ("", "Minister of Oceans", "2023", "", "2024-05-01")


def test_the_simple_json_of_the_query_service(take):
    rows = [{key: cell["value"] for key, cell in one.items()} for one in BINDINGS]
    assert take(json.dumps(rows, indent=1), "query.json").taken["persons"] == 2


def test_query_csv_and_its_repeated_rows(take):
    text = (
        "item,itemLabel,itemAltLabel,positionLabel,countryLabel,start,end\r\n"
        'http://www.wikidata.org/entity/Q7,Ana Paz,"A. Paz, Anita Paz",President,Peru,2023-01-01T00:00:00Z,\r\n'
        "http://www.wikidata.org/entity/Q7,Анна Пас,,President,Peru,2023-01-01T00:00:00Z,\r\n"
    )
    done = take(text, "query.csv")
    (row,) = own_rows("persons")
    assert row["aliases"] == "A. Paz;Anita Paz;Анна Пас"
    assert (row["class"], row["country"], row["seen"]) == ("president", "PER", "2023-01-01")
    assert done.left_out == {"the same thing again: its names were added to the first": 1}


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_plain_table(take, mark):
    header = mark.join(("name", "country", "class", "start"))
    take(f"\ufeff{header}\r\n{mark.join(('Nomvula Dlamini', 'South Africa', 'president', '2023-02'))}\r\n", "table.csv")
    (row,) = own_rows("persons")
    assert (row["name"], row["country"], row["rank"], row["seen"]) == ("Nomvula Dlamini", "ZAF", "1", "2023-02")
    assert row["source"] == "own: table.csv"


def test_a_name_alone_needs_its_table(take, refuse):
    assert "file.csv:1: the columns do not tell" in refuse("name\nMedair\n")
    take("name\nMedair\nمنظمة الإغاثة\n", "file.csv", kind="organisations")
    assert set(named("organisations")) == {"Medair", "منظمة الإغاثة"}


def test_again_the_same_file_changes_nothing_and_other_values_need_replace(take, refuse):
    take("name,country,sector,kind\nMedair,CHE,NGO,organisation\n", "a.csv")
    assert take("name,country,sector,kind\nMedair,CHE,NGO,organisation\n", "a.csv").left_out == {"already in your registry": 1}
    other = "name,country,sector,kind\nNew One,CHE,NGO,organisation\nMedair,CHE,INT,organisation\n"
    assert "a.csv:3: your registry has this (Medair)" in refuse(other, "a.csv")
    done = take(other, "a.csv", replace=True)
    assert (done.taken["organisations"], done.replaced["organisations"]) == (2, 1)
    assert named("organisations")["Medair"]["sector"] == "INT"


def test_a_dry_run_writes_nothing(take, home):
    assert take(DICTIONARY, dry_run=True).taken["persons"] == 2
    assert not home.exists()


@pytest.mark.parametrize("packed", ["gzip", "zip"])
def test_packed_files(take, packed):
    if packed == "gzip":
        content = gzip.compress(DICTIONARY.encode())
    else:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("folder/", "")
            archive.writestr("folder/actors.txt", DICTIONARY)
        content = stream.getvalue()
    assert take(content, "actors.bin").taken["persons"] == 2


REAL = Path(__file__).parents[3] / "shared" / "data" / "actors"


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("dictionaries/Phoenix.Countries.actors.txt", {"persons": 25_000}),
        ("dictionaries/Phoenix.International.actors.txt", {"organisations": 6_000, "persons": 300}),
        ("dictionaries/Phoenix.MilNonState.actors.txt", {"armed_groups": 850}),
        ("dictionaries/Phoenix.agents.txt", {"agents": 2_000}),
        ("dictionaries/PLOVER_agents.txt", {"agents": 2_000}),
        ("dictionaries/CAMEO.ReligiousGroups.actors.txt", {"organisations": 300}),
        ("dictionaries/CAMEO.EthnicGroups.actors.txt", {}),
        ("peppercat_world_sources_foreign_wikidata.csv", {"persons": 200}),
        ("peppercat_holders21.csv", {"persons": 30_000}),
        ("dictionaries/CAMEO.2.0.txt", None),
        ("dictionaries/CAMEO.verbpatterns.txt", None),
        ("dictionaries/Phoenix.IssueCoding.txt", None),
        ("dictionaries/Phoenix.discards.txt", None),
        ("dictionaries/README.md", None),
        ("countries.csv", None),
    ],
)
def test_real_files(home, name, taken):
    if not (REAL / name).exists():
        pytest.skip("the reference data is not here")
    if taken is None:
        with pytest.raises(ActorsFileError):
            import_file(REAL / name, TODAY, dry_run=True)
        return
    done = import_file(REAL / name, TODAY, dry_run=True)
    assert all(done.taken[table] >= least for table, least in taken.items())


def test_the_longest_cell_that_csv_allows_is_left_as_it_was(take):
    before = csv.field_size_limit()
    take("name,office,country,start\nA B,minister,PER,2020\n")
    assert csv.field_size_limit() == before

"""The tables: coverage, form, size."""

from importlib.resources import files

import pytest

from memcon.actors import registry
from memcon.actors.tables import rows

DATA = files("memcon.actors") / "data"
TABLES = sorted(one.name.removesuffix(".tsv") for one in DATA.iterdir() if one.name.endswith(".tsv"))
SECTORS = set("GOV MIL COP SPY JUD LEG ELI OPP PTY REB UAF CVL BUS LAB MED EDU REL REF CRM AGR NGO INT IGO".split()) | {""}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_its_source(table):
    assert all(row["source"] for row in rows(table))


@pytest.mark.parametrize("table", TABLES)
def test_sectors_are_those_of_the_codebook(table):
    assert {row.get("sector", "") for row in rows(table)} <= SECTORS


def test_all_members_of_the_united_nations_have_people_and_capital():
    members = [one for one in registry().states.by_iso.values() if one.status == "un"]
    assert len(members) == 193
    for state in members:
        assert state.adjectives, state.name
        assert state.capital, state.name
        assert registry().capital(state.capital) == state.iso3, state.name
        assert registry().state(state.name).iso3 == state.iso3
        assert any(registry().demonym(word) == state.iso3 for word in state.demonyms), state.name


@pytest.mark.parametrize(
    ("name", "iso3"),
    [("Kiev", "UKR"), ("Burma", "MMR"), ("Great Britain", "GBR"), ("UAE", "ARE"), ("Türkiye", "TUR"), ("Swaziland", "SWZ"), ("DRC", "COD"),
     ("South Sudan", "SSD"), ("Holy See", "VAT"), ("Ivory Coast", "CIV"), ("DPRK", "PRK"), ("America", "USA"), ("the Netherlands", "NLD")],
)  # fmt: skip
def test_names_of_states(name, iso3):
    found = registry().state(name)
    assert (found.iso3 if found else registry().capital(name)) == iso3


def test_look_alikes_stay_apart():
    assert (registry().demonym("Nigerien"), registry().demonym("Nigerian")) == ("NER", "NGA")
    assert (registry().demonym("Dominican"), registry().state("Dominica").iso3) == ("DOM", "DMA")
    assert (registry().state("Guinea").iso3, registry().state("Guinea-Bissau").iso3, registry().state("Papua New Guinea").iso3) == (
        "GIN",
        "GNB",
        "PNG",
    )


def test_a_metonym_knows_its_place():
    found = registry().metonym("the White House")
    assert (found.target.country, found.place) == ("USA", "Washington")
    assert registry().metonym("Geneva") is None


def test_title_words():
    assert {"minister", "president", "mr.", "spokeswoman", "ambassador"} <= registry().title_words


def test_the_tables_stay_small():
    assert sum(len((DATA / f"{name}.tsv").read_bytes()) for name in TABLES) < 4_000_000
    assert sum(1 for _ in rows("persons")) < 20_000

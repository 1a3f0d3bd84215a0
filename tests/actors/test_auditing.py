"""What `actors check` finds, in tables that hold one fault each."""

from datetime import date

import pytest

from memcon.actors.auditing import audit, first_day, last_day
from memcon.actors.importing import import_file
from memcon.actors.row_form import COLUMNS

TODAY = date(2024, 6, 1)
HEADER = "table\tname\taliases\tcountry\tclass\toffice\tstart\tend\tseen\tkind\tsource\tphrase\tsector\n"


def person(name, country="FRA", start="2010-01-01", end="2012-01-01", *, aliases="", held="president", seen="", source="own"):
    return f"persons\t{name}\t{aliases}\t{country}\t{held}\t{held}\t{start}\t{end}\t{seen}\t\t{source}\n"


def organisation(name, aliases="", country=""):
    return f"organisations\t{name}\t{aliases}\t{country}\t\t\t\t\t\torganisation\town\n"


@pytest.fixture
def findings(home, tmp_path):
    """The findings in own rows, as pairs of kind and words."""

    def run(*lines, **options):
        path = tmp_path / "own.tsv"
        path.write_text(HEADER + "".join(lines), "utf-8")
        import_file(path, TODAY)
        return [(one.kind, one.words) for one in audit(TODAY, own_only=True, **options).findings]

    return run


def test_sound_rows_give_no_finding(findings):
    assert (
        findings(person("Ann Lee"), person("Bo Ek", start="2012-01-01", end="2014"), organisation("Medair", "MA"), person("Cy Dee", "ESP"))
        == []
    )


def test_two_holders_of_one_office(findings):
    ((kind, words),) = findings(person("Ann Lee"), person("Bo Ek", start="2011-11-01", end="2014"))
    assert kind == "overlap"
    assert words == (
        "FRA president: Ann Lee (FRA president 2010-01-01/2012-01-01, your persons.tsv:2) and "
        "Bo Ek (FRA president 2011-11-01/2014, your persons.tsv:3) overlap by 61 days"
    )


@pytest.mark.parametrize(
    "other",
    [
        person("Bo Ek", start="2011-12-02", end="2014"),
        person("Bo Ek", start="2011", end="2014"),
        person("Bo Ek", "ESP", start="2011-01-01", end="2014"),
        person("Ann  Lee", start="2011-01-01", end="2014"),
        person("Bo Ek", start="2011-01-01", end="2014", held="minister"),
    ],
    ids=["31 days", "some day of the year", "another state", "the same person", "an office of many"],
)
def test_no_overlap(findings, other):
    assert not [one for one in findings(person("Ann Lee"), other) if one[0] == "overlap"]


def test_terms_never_closed(findings):
    lines = (person("Ann Lee", end="", seen="2020-03"), person("Bo Ek", "ESP", start="2023-01-01", end=""))
    assert [words for _, words in findings(*lines)] == [
        "Ann Lee (FRA president 2010-01-01/.., your persons.tsv:2): open, last vouched for in 2020-03"
    ]
    assert len([one for one in audit(TODAY, own_only=True, stale=0).findings if one.kind == "open"]) == 2


def test_names_that_collide_on_a_day(findings):
    namesake = person("Ann Lee", "ESP", start="2011-05-01")
    later = person("Ann Lee", "PRT", start="2013-01-01", end="2014")
    by_alias = person("Annabel Li", "IRL", aliases="Anne-Marie Li;Ann Lee")
    assert [kind for kind, _ in findings(person("Ann Lee"), namesake, later)] == ["collision"]
    assert [kind for kind, _ in findings(by_alias)].count("collision") == 3


def test_organisations_of_one_name(findings):
    lines = (organisation("National Guard", "NG", "PAN"), organisation("Guard of the Nation", "National Guard"))
    assert [kind for kind, _ in findings(*lines, organisation("New Guard", "NG", "ESP"))] == ["collision"]


def test_names_that_are_other_words(findings):
    lines = (organisation("Peace Watch", "Watch;Army"), organisation("Hellas Group", "Greece"), person("A May", aliases="May"))
    assert [words.rpartition("): ")[2] for kind, words in findings(*lines) if kind == "ordinary"] == [
        "May is an ordinary word too", "Army is an ordinary word too", "Greece is a state too",
    ]  # fmt: skip


def test_unverified_rows_and_sources_are_counted(findings):
    findings(person("Ann Lee", source="unverified"), person("Bo Ek", "ESP", source="https://example.org/a;own (p. 3)"))
    done = audit(TODAY, own_only=True)
    assert done.unverified["persons"] == 1
    assert done.sources == {"unverified": 1, "web page": 1, "own": 1}
    assert done.rows["persons"] == {"memcon": 0, "own": 2}


def test_our_tables_can_be_looked_through(home):
    done = audit(TODAY)
    assert set(done.rows) == set(COLUMNS)
    assert all(counts["memcon"] and not counts["own"] for counts in done.rows.values())
    assert not any(one.own for one in done.findings)


def test_days_of_months_and_years():
    assert [first_day(day) for day in ("2020-02-03", "2020-02", "2020", "")] == ["2020-02-03", "2020-02-01", "2020-01-01", ""]
    assert [last_day(day) for day in ("2020-02-03", "2021-02", "2020", "")] == ["2020-02-03", "2021-02-28", "2020-12-31", ""]

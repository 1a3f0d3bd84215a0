"""Tables of ICEWS, POLECAT and GDELT become events; what we write we can read."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from export_sample import BENNETT, PUTIN, events, meeting

from memcon.exports import FORMATS, export, polecat, read_gdelt2, read_icews, read_polecat
from memcon.merging import Merged, Telling, Witness
from memcon.merging.settled import settle
from memcon.ontology.codebook import codebook

SAMPLE = Path("/work/shared/data/formats/icews_2018_sample.tab")


def written(name: str) -> bytes:
    out = io.BytesIO()
    form = FORMATS[name].to_file
    assert form is not None
    form(events(), out)
    return out.getvalue()


@pytest.mark.parametrize(("name", "read"), [("icews", read_icews), ("polecat", read_polecat), ("gdelt2", read_gdelt2)])
def test_what_we_write_we_read(name: str, read: object) -> None:
    found = list(read(written(name)))  # type: ignore[operator]
    met = settle(found[0]).event
    assert met.type == "CONSULT"
    assert met.when is not None
    assert met.when.edtf == "2022-03-05"
    assert [p.name.title() for p in met.participants] == ["Naftali Bennett", "Vladimir Putin"]
    assert [p.country for p in met.participants] == ["ISR", "RUS"]
    assert [p.sector for p in met.participants] == ["GOV", "GOV"]
    assert met.where is not None
    assert (met.where.country, met.where.lat) == ("RUS", 55.75222)
    assert not met.triggers
    assert met.evidence[0].by.startswith("given:")
    assert met.codes[0].value in ("040", "CONSULT")


def test_all_pairs_of_parties_of_a_polecat_event_are_read() -> None:
    both = replace(meeting(), participants=(BENNETT, replace(PUTIN, role="actor")))
    three = replace(
        meeting(), type="ASSAULT", mode="aerial", participants=(BENNETT, PUTIN, replace(PUTIN, name="Sergei Lavrov", wikidata="Q58217"))
    )
    out = io.BytesIO()
    polecat.write([Merged(f"m{number}", (Telling(Witness("r"), one),)) for number, one in enumerate((both, three))], out)
    found = list(read_polecat(out.getvalue()))
    assert [one.id for one in found] == ["polecat:m0", "polecat:m1"]
    parties = [[(p.role, p.name) for p in one.tellings[0].event.participants] for one in found]
    assert parties[0] == [("actor", "Naftali Bennett"), ("actor", "Vladimir Putin")]
    assert parties[1] == [("actor", "Naftali Bennett"), ("recipient", "Vladimir Putin"), ("recipient", "Sergei Lavrov")]


def test_their_types_and_modes_are_ours() -> None:
    types = codebook().types
    for one in [*read_icews(written("icews")), *read_polecat(written("polecat")), *read_gdelt2(written("gdelt2"))]:
        event = one.tellings[0].event
        assert event.mode in ("", *types[event.type])


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of ICEWS is not here")
def test_a_sample_of_icews_is_read_whole(tmp_path: Path) -> None:
    data = SAMPLE.read_bytes()
    found = list(read_icews(data))
    assert len(found) == data.count(b"\n") - 1
    types = codebook().types
    assert all(one.tellings[0].event.mode in ("", *types[one.tellings[0].event.type]) for one in found)
    known = [p.country for one in found for p in one.tellings[0].event.participants]
    assert sum(country is None for country in known) < len(known) / 5
    for name in FORMATS:
        if FORMATS[name].needs is None:
            export(name, found[:300], tmp_path / name)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of ICEWS is not here")
def test_icews_goes_out_as_it_came_in() -> None:
    found = list(read_icews(SAMPLE.read_bytes()))[:200]
    out = io.BytesIO()
    form = FORMATS["icews"].to_file
    assert form is not None
    form(found, out)
    again = list(read_icews(out.getvalue()))
    assert [one.tellings[0].event.codes for one in again] == [one.tellings[0].event.codes for one in found]
    assert [[p.name for p in one.tellings[0].event.participants] for one in again] == [
        [p.name for p in one.tellings[0].event.participants] for one in found
    ]


def test_another_table_is_refused() -> None:
    with pytest.raises(ValueError, match="column 'Event ID' is missing"):
        list(read_icews(b"a\tb\n1\t2\n"))
    with pytest.raises(ValueError, match="61 columns are wanted, this has 2"):
        list(read_gdelt2(b"1\t2\n"))


def test_the_same_events_give_the_same_bytes(tmp_path: Path) -> None:
    for name, form in FORMATS.items():
        if form.to_file is not None:
            assert written(name) == written(name)
        elif form.needs is None:
            for folder in ("one", "two"):
                export(name, events(), tmp_path / name / folder)
            one, two = ({p.name: p.read_bytes() for p in (tmp_path / name / folder).rglob("*") if p.is_file()} for folder in ("one", "two"))
            assert one == two


def test_no_events_give_an_empty_export(tmp_path: Path) -> None:
    for name, form in FORMATS.items():
        if form.needs is None:
            assert export(name, [], tmp_path / name).events == 0


def test_no_such_format(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such format"):
        export("xls", [], tmp_path)

"""The mediator's ledgers: contacts with what came of them, votes, sanctions, aid, positions with their changes."""

import pytest
from hypothesis import given, settings
from tests.analysis.reported import REPORTS, Line, met, opened, report, store_of

from memcon.analysis import LEDGERS, LedgerError
from memcon.analysis.ledger import columns, table


def test_a_contact_with_all_that_is_told_of_it() -> None:
    talks = met(
        "Niinisto", "Solberg", "2019-09-04", place=("Oslo", "NOR"), duration="PT2H",
        roles={
            "companion": ("Haavisto",), "interpreter": ("Ann Lee",), "requested_by": ("Iceland",),
            "coordinated_with": ("Sweden", "Denmark"),
        },
    )  # fmt: skip
    agreed = Line("Norway agreed to let an observer in.", "agreed", "AGREE", "", "happened", ("Norway",), ("Finland",), "2019-09-05")
    later = Line("Norway agreed to other things.", "agreed", "AGREE", "", "happened", ("Norway",), ("Finland",), "2019-09-09")
    with opened() as store:
        report(store, "2019-09-10", "Wire", talks, agreed, later)
        (row,) = store.ledger("contacts", "Norway")
    assert (row.host, row.visitors) == (("Erna Solberg",), ("Sauli Niinisto",))
    assert (row.delegation, row.interpreter, row.requested_by) == (("Pekka Haavisto",), ("Ann Lee",), ("Iceland",))
    assert (row.coordinated_with, row.duration, row.medium) == (("Sweden", "Denmark"), ("PT2H",), "meeting")
    assert [one.words for one in row.outcome] == ["Norway agreed with Finland on Thu 5 Sep 2019."]
    assert row.quotes[0].words == "Niinisto met Solberg."


@pytest.mark.parametrize(
    ("talks", "status", "outcomes"),
    [
        (met("Niinisto", "Solberg", "2019-09-04"), "happened", 1),
        (met("Niinisto", "Solberg", "2019-09-04"), "denied", 0),
        (met("Niinisto", "Solberg", "2019-09-04", status="planned"), "happened", 0),
        (Line("Solberg travelled to Bodø.", "travelled", "CONSULT", "visit", "happened", ("Solberg",), (), "2019-09-04"), "happened", 0),
    ],
    ids=["agreed at talks", "said not to be agreed", "talks that are to be", "a journey"],
)
def test_only_what_was_done_comes_of_what_took_place_between_two(talks: Line, status: str, outcomes: int) -> None:
    agreed = Line("Norway agreed to let an observer in.", "agreed", "AGREE", "", status, ("Norway",), ("Finland",), "2019-09-05")
    with opened() as store:
        report(store, "2019-09-04", "Wire", talks, agreed)
        rows = store.ledger("contacts", "Norway")
    assert [len(row.outcome) for row in rows] == [outcomes]


def test_votes_in_a_body() -> None:
    lines = [
        Line("The Nordic Council adopted a resolution.", "adopted", "VOTE", "", actors=("The Nordic Council",), position="for"),
        Line("Norway voted against the text.", "voted", "VOTE", "", actors=("Norway",), position="against"),
        Line("Denmark and Sweden abstained.", "abstained", "VOTE", "", actors=("Denmark", "Sweden"), position="abstain"),
    ]
    with opened() as store:
        report(store, "2019-09-10", "Wire", *lines)
        rows = store.ledger("votes")
    assert [(row.voter, row.position) for row in rows if row.body == row.voter or row.voter != "The Nordic Council"] == [
        (row.voter, row.position) for row in rows if row.voter != "The Nordic Council"
    ]
    assert {row.voter: row.position for row in rows} == {
        "The Nordic Council": "for", "Norway": "against", "Denmark": "abstain", "Sweden": "abstain",
    }  # fmt: skip


def test_a_sanction_and_its_easing() -> None:
    lines = [
        Line(
            "Norway banned fishing boats of Iceland.",
            "banned",
            "SANCTION",
            "discontinue",
            "happened",
            ("Norway",),
            ("Iceland",),
            "2019-09-06",
        ),
        Line("Norway will lift the ban on fishing boats.", "lift", "CONCEDE", "", "planned", ("Norway",), (), "2019-09-16"),
        Line("Iceland will lift the ban on fishing boats.", "lift", "CONCEDE", "", "planned", ("Iceland",), (), "2019-09-16"),
    ]
    with opened() as store:
        report(store, "2019-09-10", "Wire", *lines)
        (row,) = store.ledger("sanctions")
    assert (row.by, row.against, row.measure) == (("Norway",), ("Iceland",), "discontinue")
    assert [(one.status, one.words[:6]) for one in row.eased] == [("planned", "Norway")]


def test_aid_with_who_asked() -> None:
    sent = Line(
        "Denmark sent a hospital ship to Iceland.", "sent", "AID", "humanitarian", "happened", ("Denmark",), ("Iceland",), "2019-09-13",
        roles={"requested_by": ("Sweden",)},
    )  # fmt: skip
    with opened() as store:
        report(store, "2019-09-14", "Wire", sent)
        (row,) = store.ledger("aid", "Denmark")
    assert (row.donors, row.recipients, row.kind, row.requested_by) == (("Denmark",), ("Iceland",), "humanitarian", ("Sweden",))
    assert row.what == "a hospital ship to Iceland"


def _says(
    words: str, trigger: str, kind: str, day: str, status: str = "happened", who: str = "Norway", whom: tuple[str, ...] = ("Iceland",)
):
    return Line(words, trigger, kind, "", status, (who,), whom, day)


def test_positions_by_party_and_issue_latest_first() -> None:
    lines = [
        _says("Norway demanded that Iceland withdraw patrol ships from the waters.", "demanded", "REQUEST", "2019-09-02"),
        _says("Norway demanded that Iceland withdraw patrol ships from the waters.", "demanded", "REQUEST", "2019-09-03"),
        _says("Norway demanded that Iceland withdraw 2 patrol ships from the waters.", "demanded", "REQUEST", "2019-09-05"),
        _says("Norway accepted that patrol ships stay in the waters.", "accepted", "AGREE", "2019-09-09"),
        _says("Iceland offered to share the mackerel quota.", "share", "COOPERATE", "2019-09-04", "offered", "Iceland", ("Norway",)),
        _says("Iceland denied a demand.", "demand", "REQUEST", "2019-09-04", "denied", "Iceland", ("Norway",)),
    ]
    with opened() as store:
        report(store, "2019-09-10", "Wire", *lines)
        rows = store.ledger("positions", "Norway", "Iceland")
    assert [(row.party, row.kind, row.when, row.change) for row in rows] == [
        ("Iceland", "offer", "2019-09-04", "first"),
        ("Norway", "acceptance", "2019-09-09", "turned"),
        ("Norway", "demand", "2019-09-05", "changed"),
        ("Norway", "demand", "2019-09-03", "repeated"),
        ("Norway", "demand", "2019-09-02", "first"),
    ]
    assert [row.before for row in rows[1:]] == [row.id for row in rows[2:]] + [None]
    assert len({row.issue for row in rows[1:]}) == 1
    assert rows[0].says == "share the mackerel quota"


def test_what_a_dyad_takes_in() -> None:
    lines = [
        met("Solberg", "Jakobsdottir", "2019-09-10"),
        _says("Norway refused to lift the ban.", "refused", "REJECT", "2019-09-10", whom=()),
        _says("Norway refused to pay Russia.", "refused", "REJECT", "2019-09-10", whom=("Russia",)),
    ]
    elsewhere = _says("Norway refused to raise taxes.", "refused", "REJECT", "2019-09-10", whom=())
    with opened() as store:
        report(store, "2019-09-11", "Wire", *lines)
        report(store, "2019-09-11", "Other", elsewhere)
        assert [row.says for row in store.ledger("positions", "Norway", "Iceland")] == ["to lift the ban"]
        assert len(store.ledger("positions", "Norway")) == 3


def test_there_is_no_such_ledger() -> None:
    with opened() as store, pytest.raises(LedgerError, match="no ledger of 'weather'; there are contacts, positions"):
        store.ledger("weather")


@settings(max_examples=15, deadline=None)
@given(REPORTS)
def test_ledgers_are_tables(reports) -> None:
    with store_of(reports) as store:
        for kind in LEDGERS:
            rows = store.ledger(kind)
            cells = table(kind, rows)
            assert len(cells) == len(rows)
            assert all(len(row) == len(columns(kind)) for row in cells)
            assert all(cell is None or isinstance(cell, (str, int, float)) for row in cells for cell in row)
            assert all(row.to_dict().keys() == set(columns(kind)) for row in rows)

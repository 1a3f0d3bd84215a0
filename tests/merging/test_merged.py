"""Values that differ stand side by side with their reports."""

from dataclasses import replace

from tests.merging.merging_cases import span, tells

from memcon.merging import Merged, Telling, Witness
from memcon.merging.settled import settle, told_as
from memcon.model import When

DAY = "2022-03-05 | CONSULT/meeting happened"


def _merged(*tellings) -> Merged:
    return Merged("m", tuple(Telling(t.witness, t.event) for t in tellings))


def test_one_party_under_three_spellings_is_one_value() -> None:
    merged = _merged(
        tells(f"m r1 {DAY} | Bennett > Putin | | "),
        tells(f"m r2 {DAY} | bennett (surname) > putin (surname) | | "),
        tells(f"m r3 {DAY} | Bennett > Putin | | "),
    )
    assert [(v.value, v.support) for v in merged.values["actor"]] == [("Naftali Bennett", 3)]
    assert [(v.value, v.reports) for v in merged.values["recipient"]] == [("Vladimir Putin", ("r1", "r2", "r3"))]


def test_the_best_supported_day_comes_first_and_copies_count_once() -> None:
    one = tells(f"m r1 {DAY} | Bennett > Putin | 2022-03-04 | ")
    copy = tells(f"m r2 {DAY} | Bennett > Putin | 2022-03-04 | ", copy_of="r1")
    others = [tells(f"m r{n} {DAY} | Bennett > Putin | 2022-03-05 | ") for n in (3, 4)]
    days = _merged(one, copy, *others).values["when"]
    assert [(v.value, v.support) for v in days] == [("2022-03-05", 2), ("2022-03-04", 1)]


def test_a_denial_stands_beside_the_claim_and_not_before_it() -> None:
    claim = tells("m r1 2021-01-05 | ASSAULT happened | France > Mali | 2021-01-03 | Bounti")
    denials = [tells(f"m r{n} 2021-01-06 | ASSAULT denied | France > Mali | 2021-01-03 | Bounti", denies="France") for n in (2, 3)]
    merged = _merged(claim, *denials)
    assert [v.value for v in merged.values["status"]] == ["happened", "denied"]
    assert [v.value for v in merged.values["source"]] == ["France (denies)"]


def test_what_was_announced_and_is_told_as_done_was_done() -> None:
    announced = [tells(f"m r{n} 2022-03-04 | CONSULT/meeting planned | Bennett > Putin | 2022-03-05 | ") for n in (1, 2, 3)]
    done = tells("m r4 2022-03-06 | CONSULT/meeting happened | Bennett > Putin | 2022-03-05 | ")
    assert [(v.value, v.support) for v in _merged(*announced, done).values["status"]] == [("happened", 1), ("planned", 3)]
    off = tells("m r5 2022-03-05 | CONSULT/meeting denied | Bennett > Putin | 2022-03-05 | ")
    assert _merged(*announced, off).best("status") == "denied"


def test_another_account_of_the_day_in_one_report_is_a_value_too() -> None:
    telling = tells(f"m r1 {DAY} | Bennett > Putin | 2022-03-05 | ")
    event = replace(telling.event, when_other=(When("2022-03-04", span("Friday"), contradicts=True),))
    merged = Merged("m", (Telling(Witness("r1"), event),))
    assert [v.value for v in merged.values["when"]] == ["2022-03-05", "2022-03-04"]


def test_a_persons_correction_comes_first() -> None:
    telling = tells(f"m r1 {DAY} | Bennett > Putin | 2022-03-05 | ")
    merged = replace(_merged(telling), corrected={"when": "2022-03-06"})
    assert merged.best("when") == "2022-03-06"
    assert merged.best("position") is None


def test_what_was_announced_by_many_is_worded_as_it_was_done() -> None:
    announced = [tells(f"m r{n} 2022-03-04 | CONSULT/meeting planned | Bennett > Putin | 2022-03-05 | Moscow") for n in (1, 2, 3)]
    done = tells("m r4 2022-03-06 | CONSULT/meeting happened | Bennett > Putin | 2022-03-05 | ")
    merged = _merged(*announced, done)
    assert merged.lead.witness.id == "r4"
    assert told_as(merged).summary == "Naftali Bennett met Vladimir Putin in Moscow on Sat 5 Mar 2022."
    assert settle(merged).event.summary == told_as(merged).summary


def test_a_denial_beside_the_claim_does_not_word_it() -> None:
    claims = [tells(f"m r{n} 2021-01-05 | ASSAULT happened | France > Mali | 2021-01-03 | ") for n in (1, 2)]
    denial = tells("m r3 2021-01-06 | ASSAULT denied | France > Mali | 2021-01-03 | Bounti", denies="France")
    assert "denied" not in told_as(_merged(*claims, denial)).summary


def test_a_report_s_own_words_stand_where_they_say_what_stands() -> None:
    telling = tells(f"m r1 {DAY} | Bennett > Putin | 2022-03-05 | ")
    merged = Merged("m", (Telling(Witness("r1"), replace(telling.event, summary="The two had tea.")),))
    assert told_as(merged).summary == "The two had tea."
    put_right = replace(merged, corrected={"when": "2022-03-06", "actor": "Yair Lapid"})
    assert told_as(put_right).summary == "Yair Lapid met Vladimir Putin on Sun 6 Mar 2022."


def test_by_whom_one_report_alone_tells_is_not_called_unsaid() -> None:
    silent = [tells(f"m r{n} 2021-01-05 | ASSAULT happened | > Mali | 2021-01-03 | Bounti") for n in (1, 2)]
    merged = _merged(*silent, tells("m r3 2021-01-06 | ASSAULT happened | France > | 2021-01-03 | Bounti"))
    assert merged.lead.witness.id != "r3"
    assert told_as(merged).summary == "France attacked Mali in Bounti on Sun 3 Jan 2021."
    denied = _merged(*silent, tells("m r3 2021-01-06 | ASSAULT denied | France > Mali | 2021-01-03 | Bounti", denies="France"))
    assert "by whom is not said" in told_as(denied).summary
    assert "by whom is not said" in told_as(replace(merged, corrected={"actor": ""})).summary

"""A question as a query: what it asks for, whom, and of which of its words nothing was made."""

import pytest

from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, MadeBy, Party, Record, Report, Span, When
from memcon.store import Store
from memcon.store.asking import Question, answer, understand
from memcon.store.decisions import decide
from memcon.store.tellings import each_its_own


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Who visited Moscow?", "type:consult mode:visit place:Moscow"),
        ("Who travelled to Moscow?", "type:consult mode:visit place:Moscow"),
        ("When did Niinisto visit Oslo?", "type:consult mode:visit with:Niinisto place:Oslo"),
        ("Who accused China?", "type:accuse whom:China"),
        ("Did Zelenskyy accuse China?", "type:accuse who:Zelenskyy whom:China"),
        ("Which countries abstained?", "type:vote position:abstain"),
        ("Who was arrested in Quito?", "type:coerce mode:arrest place:Quito"),
        ("Who was arrested in Ecuador?", "type:coerce mode:arrest country:ECU"),
        ("Who sanctioned Belarus?", "type:sanction mode:discontinue whom:Belarus"),
        ("Who attacked Gaza?", "type:assault whom:Gaza"),
        ("Who offered to mediate?", "type:consult mode:mediation status:offered"),
        ("Who voted in favour?", "type:vote position:for"),
        ("Who visited Russia?", "type:consult mode:visit country:RUS"),
        ("Whom did Putin meet?", "type:consult mode:meeting with:Putin"),
    ],
)
def test_all_that_a_question_says_is_in_its_query(question: str, query: str) -> None:
    asked = understand(question)
    assert (asked.query, asked.unused, asked.unanswerable) == (query, (), "")


@pytest.mark.parametrize(
    ("question", "unused", "relative"),
    [
        ("Who sanctioned Belarus last year?", ("last year",), ("last year",)),
        ("Who voted against the resolution?", ("resolution",), ()),
        ("What did Iran promise?", ("promise",), ()),
        ("Who detained the eleven fishermen in Bergen?", ("eleven fishermen",), ()),
    ],
)
def test_words_of_which_nothing_is_made_are_told(question: str, unused: tuple[str, ...], relative: tuple[str, ...]) -> None:
    asked = understand(question)
    assert (asked.unused, asked.relative) == (unused, relative)


def test_a_year_that_counts_from_a_day_is_used_where_the_day_is_given() -> None:
    asked = understand("Who sanctioned Belarus last year?", "2024-05-01")
    assert "2023" in asked.query
    assert asked.unused == ()


@pytest.mark.parametrize("question", ["Who has not met Putin?", "Who never visited Kyiv?", "Which states didn't vote?"])
def test_who_did_not_do_a_thing_is_not_told(question: str) -> None:
    assert understand(question).unanswerable


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("Who attacked Gaza?", ("actor",)),
        ("Who imposed sanctions on Japan?", ("actor",)),
        ("Which countries recognized Palestine?", ("actor",)),
        ("Who was arrested in Quito?", ("recipient",)),
        ("Whom did Russia sanction?", ("recipient",)),
        ("Who met Putin?", ("actor", "recipient")),
    ],
)
def test_who_is_asked_for_in_which_role(question: str, roles: tuple[str, ...]) -> None:
    assert understand(question).roles == roles


def _told(kind: str, by: str, to: str, **more: str) -> Merged:
    word = Span(0, 3, "hit")
    parties = (Party("actor", by, "state", word), Party("recipient", to, "group", word))
    return Merged("m", (Telling(Witness("r"), Event("e1", kind, "", "happened", (word,), parties)),), corrected=more)


def test_an_answer_names_whom_was_asked_for_and_what_a_person_put_right() -> None:
    asked = Question("type:assault whom:Gaza", "who", ("actor",))
    assert answer(asked, [_told("ASSAULT", "Israel", "two children")]) == [("Israel", 1)]
    assert answer(asked, [_told("ASSAULT", "Israel", "two children", actor="Egypt")]) == [("Egypt", 1)]
    assert answer(asked, [_told("ASSAULT", "Israel", "two children", actor="")]) == []
    met = Question("type:consult with:Putin", "who", ("actor", "recipient"))
    assert answer(met, [_told("CONSULT", "Putin", "Xi"), _told("CONSULT", "Modi", "Putin")]) == [("Xi", 1), ("Modi", 1)]


def test_votes_are_found_by_how_they_were_cast() -> None:
    text = "Norway abstained. Sweden voted in favour."
    votes = []
    for number, (name, word, position) in enumerate((("Norway", "abstained", "abstain"), ("Sweden", "voted", "for")), 1):
        start = text.index(word)
        span, named = Span(start, start + len(word), word), Span(text.index(name), text.index(name) + len(name), name)
        when = When("2022-03-05", named)
        votes.append(Event(f"e{number}", "VOTE", "", "happened", (span,), (Party("actor", name, "state", named),), when, position=position))
    with Store.open(None, place=each_its_own) as store:
        store.save(store.begin_run(MadeBy("0")), Record(Report("r", text), tuple(votes), made_by=MadeBy("0")))
        (one,) = store.events("position:abstain")
        assert one.best("actor") == "Norway"
        assert [other.best("actor") for other in store.events("-position:abstain")] == ["Sweden"]
        decide(store, "correct", one.id, "position", "for", who="ann")
        assert len(store.events("type:vote position:for")) == 2

"""A question as a query: what it asks for, whom, and of which of its words nothing was made."""

import pytest

from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, MadeBy, Party, Record, Report, Span, When, Where
from memcon.store import Store
from memcon.store.answering import looked_up, understood, wider
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


@pytest.mark.parametrize("question", ["How many people were killed in Gaza?", "How many engineers did Azerbaijan release?"])
def test_people_are_not_counted(question: str) -> None:
    """Nor is a number of events given for one of people."""
    assert "counts events, not " in understand(question).unanswerable
    assert not understand("How many meetings were held in Oslo?").unanswerable
    assert not understand("How many countries voted for it?").unanswerable


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


def _store_with_an_attack(store: Store) -> None:
    text = "Israel denied that it had bombed Gaza on 17 March."
    at = text.index("bombed"), text.index("Gaza")
    bombed, gaza = Span(at[0], at[0] + 6, "bombed"), Span(at[1], at[1] + 4, "Gaza")
    told = Event("e1", "ASSAULT", "drone", "denied", (bombed,), (Party("actor", "Israel", "state", Span(0, 6, "Israel")),),
                 When("2022-03-17", Span(36, 49, "on 17 March")), where=Where("Gaza", gaza))  # fmt: skip
    store.save(store.begin_run(MadeBy("0")), Record(Report("r", text, published="2022-03-18"), (told,), made_by=MadeBy("0")))


@pytest.mark.parametrize("question", ["Did Israel bomb Gaza?", "Who attacked Gaza?", "Who denied bombing Gaza?"])
def test_what_nothing_answers_is_looked_up_wider_and_told_to_be_so(question: str) -> None:
    with Store.open(None, place=each_its_own) as store:
        _store_with_an_attack(store)
        answered = looked_up(store, understand(question))
        assert [one.best("status") for one in answered.found] == ["denied"]
        assert answered.wider


def test_a_call_is_not_looked_up_as_a_meeting() -> None:
    assert list(wider("type:consult mode:call with:Putin")) == []
    assert list(wider("type:consult mode:meeting with:Council")) == ["type:consult mode:meeting,multilateral,mediation with:Council"]
    assert list(wider("type:consult mode:multilateral")) == ["type:consult mode:meeting,multilateral,mediation"]


@pytest.mark.parametrize("question", ["What happened in Gaza on 17 March?", "What happened on Thursday?"])
def test_days_count_from_the_latest_report_where_no_day_is_given(question: str) -> None:
    with Store.open(None, place=each_its_own) as store:
        _store_with_an_attack(store)
        asked, day = understood(store, question)
        assert (day, asked.relative, len(looked_up(store, asked).found)) == ("2022-03-18", (), 1)
        assert understood(store, question, "2022-06-01")[1] == "2022-06-01"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("What is planned?", "status:planned"),
        ("What did Israel offer?", "status:offered with:Israel"),
        ("What is Norway planning?", "status:planned with:Norway"),
        ("What did Russia deny?", "status:denied with:Russia"),
    ],
)
def test_a_question_may_ask_for_a_status_alone(question: str, query: str) -> None:
    assert understand(question).query == query


def test_who_mediates_is_not_who_is_mediated_between() -> None:
    assert understand("Who mediates between Somalia and Ethiopia?").roles == ("actor",)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("What did Somalia demand from Ethiopia?", "type:request with:Somalia whom:Ethiopia"),
        ("Whom did Erdogan call?", "type:consult mode:call with:Erdogan"),
        ("When did the Security Council meet?", 'type:consult mode:meeting with:"Security Council"'),
    ],
)
def test_questions_that_turn_the_order_of_words(question: str, query: str) -> None:
    asked = understand(question)
    assert (asked.query, asked.unused) == (query, ())


_ANY = "type:consult mode:meeting,multilateral,mediation"


@pytest.mark.parametrize(
    ("question", "query", "wanted"),
    [
        ("Which summits has Putin attended?", "type:consult mode:multilateral with:Putin", "what"),
        ("Which leaders attended the summit?", "type:consult mode:multilateral", "who"),
        ("Who will attend the talks in Geneva?", f"{_ANY} status:planned place:Geneva", "who"),
        ("Who took part in the talks?", _ANY, "who"),
        ("Where did the talks take place?", _ANY, "where"),
        ("When were the talks held?", _ANY, "when"),
        ("With whom did Putin speak?", "type:consult with:Putin", "who"),
        ("Who did Macron speak to?", "type:consult with:Macron", "who"),
        ("Who did Erdogan receive?", "type:consult mode:meeting with:Erdogan", "who"),
        ("Who is Putin going to meet?", "type:consult mode:meeting status:planned with:Putin", "who"),
        ("Where did Niinisto go?", "type:consult mode:visit with:Niinisto", "where"),
        ("What has Russia threatened?", "type:threaten who:Russia", "what"),
        ("What did Ruto say about Sudan?", "type:statement who:Ruto Sudan", "what"),
        ("When did Norway last talk to Iceland?", "type:consult with:Norway with:Iceland sort:-time", "when"),
        ("Please tell me about the talks between Norway and Iceland.", "type:consult mode:meeting with:Norway with:Iceland", "what"),
        ("Will Ruto host Abiy?", "type:consult mode:visit status:planned with:Ruto with:Abiy", "what"),
        ("Did anyone attack Gaza?", "type:assault whom:Gaza", "what"),
        ("Where was the summit held?", "type:consult mode:multilateral", "where"),
        ("What happened in Kharkiv?", "place:Kharkiv", "what"),
        ("How many times did Putin call Macron?", "type:consult mode:call with:Putin with:Macron", "how many"),
    ],
)
def test_questions_as_researchers_put_them(question: str, query: str, wanted: str) -> None:
    asked = understand(question)
    assert (asked.query, asked.wanted, asked.unused) == (query, wanted, ())


@pytest.mark.parametrize(
    ("question", "query", "unused"),
    [
        ("Which meetings did Ruto host?", f"{_ANY} with:Ruto", "host"),
        ("Has Ruto hosted any talks?", f"{_ANY} with:Ruto", "hosted"),
        ("What talks did Kenya host in 2023?", f"{_ANY} with:Kenya on:2023", "host"),
        ("What meetings has the UN convened?", f"{_ANY} with:UN", "convened"),
        ("Who chaired the meeting?", _ANY, "chaired"),
        ("Who convened the meeting?", _ANY, "convened"),
        ("Who is hosting the summit?", "type:consult mode:multilateral", "hosting"),
    ],
)
def test_who_hosts_talks_is_told_not_to_be_asked_for(question: str, query: str, unused: str) -> None:
    asked = understand(question)
    assert (asked.query, asked.wanted, asked.unused) == (query, "what", (unused,))


def test_talks_that_somebody_hosted_are_found_by_the_words_of_the_report() -> None:
    text = "Ruto hosted talks of Chad and Sudan in Nairobi on Monday."
    with Store.open(None, place=each_its_own) as store:
        talks, chad = Span(12, 17, "talks"), Span(21, 25, "Chad")
        told = Event("e1", "CONSULT", "meeting", "happened", (talks,), (Party("actor", "Chad", "state", chad),))
        store.save(store.begin_run(MadeBy("0")), Record(Report("r", text), (told,), made_by=MadeBy("0")))
        answered = looked_up(store, understand("Which meetings did Ruto host?"))
        assert (len(answered.found), answered.query) == (1, "type:consult text:Ruto text:host,hosts,hosted,hosting")
        assert looked_up(store, understand("Which meetings did Abiy host?")).found == []


def test_words_of_which_nothing_is_made_narrow_what_is_found_where_events_hold_them() -> None:
    with Store.open(None, place=each_its_own) as store:
        for number, what in enumerate(("embassy", "market")):
            text = f"Peru bombed the {what}."
            party = Party("recipient", f"the {what}", "group", Span(12, 12 + len(what), what))
            told = Event("e1", "ASSAULT", "explosives", "happened", (Span(5, 11, "bombed"),), (party,), summary=text)
            store.save(store.begin_run(MadeBy("0")), Record(Report(f"r{number}", text), (told,), made_by=MadeBy("0")))
        answered = looked_up(store, understand("Who bombed the market?"))
        assert (len(answered.found), answered.narrowed, answered.query) == (1, True, "type:assault mode:explosives market")
        answered = looked_up(store, understand("Who bombed the harbour?"))
        assert (len(answered.found), answered.narrowed, answered.query) == (2, False, "type:assault mode:explosives")


def test_names_without_capitals_are_the_names_that_the_store_knows() -> None:
    text = "Anton Kerimov met the police in Zenda."
    met = Span(text.index("met"), text.index("met") + 3, "met")
    parties = (
        Party("actor", "Anton Kerimov", "person", Span(0, 13, "Anton Kerimov")),
        Party("recipient", "the police", "organisation", met),
    )
    with Store.open(None, place=each_its_own) as store:
        record = Record(Report("r", text), (Event("e1", "CONSULT", "meeting", "happened", (met,), parties),), made_by=MadeBy("0"))
        store.save(store.begin_run(MadeBy("0")), record)
        assert understood(store, "who met kerimov in paris")[0].query == "type:consult mode:meeting with:Kerimov place:Paris"
        assert understood(store, "Did anton kerimov meet russia?")[0].query == 'type:consult mode:meeting with:"Anton Kerimov" with:Russia'
        assert "Police" not in understood(store, "who met the police")[0].query

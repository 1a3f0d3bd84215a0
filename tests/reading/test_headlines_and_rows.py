"""Headlines tell in the past what was done to somebody; names in a row are several; "the two countries" are those told of."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import Event, Report
from memcon.reading.parse.parsing import DEFAULT_MODEL, RULES, parser
from memcon.reading.pipeline import read
from memcon.reading.repairs.putting_right import unwind

BELOW = "\n\nThe mayor spoke on Monday. It was quiet. The inquiry goes on."


def _events(text: str, model: str = RULES) -> list[Event]:
    return list(read(Report("r", text, published="2024-03-05"), model).events)


def _who(event: Event, role: str) -> list[str]:
    return [one.name for one in event.parties(role)]


@pytest.mark.parametrize(
    ("headline", "kind", "actors", "recipients"),
    [
        ("Four soldiers shot dead near border", "ASSAULT", [], ["Four soldiers"]),
        ("Aid convoy attacked in Togo", "ASSAULT", [], ["Aid convoy"]),
        ("Hostages freed after talks in Chad", "RETREAT", [], ["Hostages"]),
        ("Journalist kidnapped in northern Chad", "ASSAULT", [], ["Journalist"]),
        ("Protesters killed as troops fire on crowd", "ASSAULT", ["troops"], ["Protesters", "crowd"]),
        ("Two killed in Lima blast", "ASSAULT", [], ["Two"]),
        ("Troops arrest mayor in Togo", "COERCE", ["Troops"], ["mayor"]),
        ("Rebels attack aid convoy in Togo", "ASSAULT", ["Rebels"], ["aid convoy"]),
        ("KING'S CONVOY FIRED ON NEAR ABALA", "ASSAULT", [], ["KING'S CONVOY"]),
        # two with a comma between them, whatever the tagger makes of their verb
        ("Rebels, army clash in northern Chad", "ASSAULT", ["Rebels", "army"], []),
        ("Togo, Chad agree truce", "AGREE", ["Togo", "Chad"], []),
        ("Prime minister, rebel chief meet in Lima", "CONSULT", ["Prime minister", "rebel chief"], []),
        ("Peru, Chad sign border treaty", "SUPPORT", ["Peru", "Chad"], []),
        ("Chad, Togo to sign border treaty", "SUPPORT", ["Chad", "Togo"], []),
        ("Trump, Rey meet in Lima", "CONSULT", ["Donald Trump", "Rey"], []),
        ("Trump, Rey agree to truce in Mali", "AGREE", ["Donald Trump", "Rey"], []),
        ("Chad and Togo discuss a canal", "CONSULT", ["Chad", "Togo"], []),
        # "free" is what they do
        ("Rebels free hostages in Gao", "RETREAT", ["Rebels"], ["hostages"]),
        ("Taliban free aid worker", "RETREAT", ["Taliban"], ["aid worker"]),
    ],
)
def test_a_headline_tells_in_the_past_what_was_done(headline: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    """And nobody of the text below is a party to it for want of another."""
    (event,) = [e for e in _events(headline + BELOW, DEFAULT_MODEL) if e.type == kind]
    assert (_who(event, "actor"), _who(event, "recipient")) == (actors, recipients)


@pytest.mark.parametrize(
    ("headline", "kind", "actors", "day"),
    [
        ("Chad to expel envoy on Friday", "SANCTION", ["Chad"], "2024-03-08"),
        ("Chad, Togo to hold talks on Monday", "CONSULT", ["Chad", "Togo"], "2024-03-11"),
        ("Peru to expel Chadian envoy, officials say", "SANCTION", ["Peru"], None),
        ("Envoys to visit Gao", "CONSULT", ["Envoys"], None),
        ("Rey in Lima to meet Fox", "CONSULT", ["Rey"], None),
    ],
)
def test_an_infinitive_tells_what_is_to_be(headline: str, kind: str, actors: list[str], day: str | None) -> None:
    (event,) = _events(headline, DEFAULT_MODEL)
    assert (event.type, event.status, _who(event, "actor")) == (kind, "planned", actors)
    assert (event.when.edtf if event.when else None) == day


def test_who_is_somewhere_for_talks_takes_part() -> None:
    (talks,) = _events("Rey in Lima for talks with Fox", DEFAULT_MODEL)
    assert (_who(talks, "actor"), _who(talks, "recipient")) == (["Rey"], ["Fox"])


def test_what_is_planned_by_nobody_is_no_headline_of_what_is_to_be() -> None:
    assert not _events("Plan to expel envoys stalls", DEFAULT_MODEL)


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Ann Lee Says Chad's Troops Left Kolo, Calls Attack Troubling", "Ann Lee says Chad 's troops left Kolo , calls attack troubling"),
        ("CHAD'S TROOPS LEAVE KOLO AS NATO STRIKES FAIL", "Chad 's troops leave Kolo as NATO strikes fail"),
        ("Lima Doesn't Envisage Talks With North Korea", "Lima does n't envisage talks with North Korea"),
        ("Arabs Angry Over Turkey's Raid On Monday", "Arabs angry over Turkey 's raid on Monday"),
        ("Ann Lee met Bo Fox in Lima", "Ann Lee met Bo Fox in Lima"),
        ("Bo Fox and Ann Lee Left Kolo", "Bo Fox and Ann Lee left Kolo"),
    ],
)
def test_headlines_in_title_case_are_parsed_as_sentences(headline: str, told: str) -> None:
    """By what the text below writes small, by known names and common words; the text itself stays as it is."""
    text = headline + "\n\nAs troops left Kolo on Monday, an envoy of NATO met Ann Lee and Bo Fox. It was quiet."
    p = parser().parse(text)
    assert " ".join(p.words[slice(*p.sentences[0])]) == told
    assert p.text == text


def test_a_sentence_with_a_stop_is_no_headline() -> None:
    (event,) = [e for e in _events("Rebels attacked in Togo on Monday. It was quiet after dusk.") if e.type == "ASSAULT"]
    assert _who(event, "actor") == ["Rebels"]


def test_a_people_is_not_named_with_a_word_of_the_next_paragraph() -> None:
    text = "Suspects' parents questioned in Togo\n\nOfficials said on Monday that they had met the family. It was quiet. It rained."
    assert not any("\n" in one.name for one in read(Report("r", text, published="2024-03-05")).entities)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ann Lee, Bo Fox and Ivan Rey met in Lima on Monday.", ["Ann Lee", "Bo Fox", "Ivan Rey"]),
        (
            "Prime Minister Ann Lee, Foreign Minister Bo Fox and Defence Minister Ivan Rey met the envoy of Chad.",
            ["Ann Lee", "Bo Fox", "Ivan Rey"],
        ),
        ("Ann Lee, the Chadian envoy, and Bo Fox met in Lima.", ["Ann Lee", "Bo Fox"]),
        ("Director-General of the World Trade Organization (WTO) Ivan Rey urged Chad to free the men.", ["Ivan Rey"]),
        ("Director of the Chadian Office of Water (COW) Ann Lee met Bo Fox on Friday.", ["Ann Lee"]),
    ],
)
def test_names_in_a_row_are_several_and_an_office_is_its_holders(text: str, actors: list[str]) -> None:
    (event,) = _events(text)
    assert _who(event, "actor") == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Togolese President Bo Fox spoke in Lome, the capital of Togo. Fox's words answered those of Chad, which hopes to hold talks "
            "on fishing between the two countries.",
            ["Togo", "Chad"],
        ),
        ("Ann Lee, Bo Fox and Ivan Rey left for Lima. The leaders will discuss the war on Friday.", ["Ann Lee", "Bo Fox", "Ivan Rey"]),
        ("Gulf leaders left for Lima with Ann Lee and Bo Fox. The leaders will discuss the war on Friday.", ["Gulf leaders"]),
    ],
)
def test_those_told_of_together_are_meant_together(text: str, actors: list[str]) -> None:
    assert [_who(e, "actor") for e in _events(text) if e.type == "CONSULT" and e.status in ("planned", "possible")] == [actors]


@pytest.mark.parametrize(
    ("text", "mode", "actors"),
    [
        ("After their talks in Lima, Ann Lee and Bo Fox condemned Chad.", "meeting", ["Ann Lee", "Bo Fox"]),
        ("Ivan Rey wrote to Ann Lee. At their meeting in Lima, the Gulf group agreed to send troops.", "meeting", ["the Gulf group"]),
        ("Lucas van den Rey left. Later van den Rey met Bo Fox.", "meeting", ["Lucas van den Rey"]),
        ("Ursula von der Rey met Bo Fox in Lima.", "meeting", ["Ursula von der Rey"]),
    ],
)
def test_who_stands_behind_an_opening_and_whose_name_goes_on(text: str, mode: str, actors: list[str]) -> None:
    assert [_who(e, "actor") for e in _events(text) if e.mode == mode] == [actors]


def test_the_country_is_the_speakers() -> None:
    text = "Officials said Chad and Togo were ready. Peru's foreign minister said the country had expelled two diplomats."
    (event,) = [e for e in _events(text) if e.type == "SANCTION"]
    assert _who(event, "actor") == ["Peru"]


def test_an_office_is_that_of_who_is_named_with_its_words() -> None:
    text = "Ann Lee met Kenya's trade minister on Monday. On Friday Lee, Trade Minister Joseph Kolo and others gave a news conference."
    (event,) = [e for e in _events(text) if e.mode == "meeting"]
    assert _who(event, "recipient") == ["Joseph Kolo"]


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, 9 June 2000 (ITAR-TASS) - President Ann Lee on Friday met Bo Fox.",
        "Talks (Guinea-Bissau) - Ann Lee met Bo Fox.",
    ],
)
def test_two_names_of_one_hyphen_do_not_hang_on_each_other(text: str) -> None:
    """It made a reader of the tree go round for ever."""
    p = parser().parse(text)
    assert all(len(list(islice(p.ancestors(token), len(p) + 1))) <= len(p) for token in range(len(p)))
    assert [_who(e, "actor") for e in _events(text)] == [["Ann Lee"]]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=31))
def test_no_word_hangs_on_itself_by_way_of_others(numbers: list[int]) -> None:
    heads = [number % len(numbers) for number in numbers]
    before = list(heads)
    unwind(heads, ["conj"] * len(heads))
    for token in range(len(heads)):
        at, steps = token, 0
        while heads[at] != at:
            at, steps = heads[at], steps + 1
            assert steps <= len(heads)
    assert all(one in (other, token) for token, (one, other) in enumerate(zip(heads, before, strict=True)))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("09:45 Togo's frigate fired on a Chadian boat.", ["Togo's frigate"]),
        ("14:12 GMT Togo's army shot two rebels.", ["Togo's army"]),
        ("At 10:30 Peruvian troops shot two rebels.", ["Peruvian troops"]),
    ],
)
def test_the_time_of_day_is_no_part_of_a_name(text: str, actors: list[str]) -> None:
    (event,) = [e for e in _events(text) if e.type == "ASSAULT"]
    assert _who(event, "actor") == actors


@pytest.mark.parametrize("headline", ["Rwanda, DR Congo presidents meet in Doha", "DR Congo and Rwanda leaders in Doha talks"])
def test_states_of_several_words_bear_the_noun_behind_them(headline: str) -> None:
    lead = "Rwandan President Paul Kagame and his Congolese counterpart Felix Tshisekedi met in Doha on Tuesday."
    (event,) = read(Report("t", f"{headline}\n\n{lead}", published="2025-03-19")).events
    assert {p.name for p in event.participants} == {"Paul Kagame", "Felix Tshisekedi"}


def test_two_deeds_of_one_stand_in_a_row() -> None:
    """And what one calls for is no day of the call."""
    condemned, called = (e for e in _events("ECOWAS condemns attempted coup, calls emergency summit for Thursday", DEFAULT_MODEL))
    assert [(e.status, e.when) for e in (condemned, called)] == [("happened", None)] * 2
    phoned, offered = _events("AU chair phones president, offers mediation", DEFAULT_MODEL)
    assert (_who(phoned, "actor"), _who(phoned, "recipient")) == (["AU chair"], ["president"])
    assert (offered.status, _who(offered, "actor")) == ("offered", ["AU chair"])

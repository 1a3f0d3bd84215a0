"""Missions, calls and read-outs: who travels, who only arranges, on whose word, when what is agreed runs out."""

import pytest
from tests.reading.events_told import events_of, of_role, one_of, trigger_words

from memcon.model import Report
from memcon.reading.pipeline import read


def _sources(text: str, kind: str) -> list[str | None]:
    return [s.source.quote if s.source else None for s in one_of(text, kind).sources]


def test_a_month_like_a_modal_stands_in_a_speech_tag() -> None:
    text = "Li Hui met Dmytro Kuleba in Kyiv and will travel to Warsaw, the foreign ministry announced on May 17."
    events = read(Report("r", text, published="2023-05-17")).events
    assert [[s.source.quote for s in e.sources if s.source] for e in events] == [["the foreign ministry"]] * 2


def test_a_prime_minister_with_the_name_of_a_month_speaks() -> None:
    assert _sources("Britain will send tents to Nepal, Prime Minister Theresa May said.", "AID") == ["Prime Minister Theresa May"]


def test_hours_after_another_act_is_another_place() -> None:
    text = "The envoy Ann Rey flew to Doha on Wednesday, hours after Prime Minister Bo Lind spoke by phone with President Eva Kral."
    assert one_of(text, "CONSULT", "call").where is None


def test_a_town_before_a_part_of_the_day_is_no_time() -> None:
    event = one_of("Russia fired 18 missiles at Kyiv overnight, six of them Kinzhals, the Air Force said.", "ASSAULT")
    assert of_role(event, "recipient") == ["Ukraine"]
    assert event.where is not None
    assert event.where.name == "Kyiv"


def test_whose_release_a_threat_is_about_is_not_threatened() -> None:
    text = 'Trump warned that "all hell will break out" if the hostages were not back by the time he takes office.'
    assert of_role(one_of(text, "THREATEN"), "recipient") == []


def test_who_fights_alongside_is_not_fought() -> None:
    text = "Experts estimated in July that 3,000 to 4,000 were fighting alongside the M23 rebels."
    assert [of_role(e, "recipient") for e in events_of(text) if e.type == "ASSAULT"] == [[]]


def test_what_a_paper_is_told_by_telephone_is_no_call() -> None:
    text = "Chad's minister, Oumar Diallo, disputed that account. He told Reuters by telephone that Togo had accepted the plan in May."
    assert not [e for e in events_of(text) if e.type == "CONSULT"]


def test_a_verb_before_an_office_and_a_name_is_a_second_verb() -> None:
    text = (
        "Lind later briefed Uhuru Kenyatta, who leads another process, and informed U.S. Secretary of State Antony Blinken of the outcome."
    )
    assert ["Antony Blinken"] in [of_role(e, "recipient") for e in events_of(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The junta claimed to have retaken the town of Lashio.", "The junta"),
        ("Rebels claimed to have killed ten soldiers in Djibo.", "Rebels"),
    ],
)
def test_who_claims_to_have_done_it_is_the_source(text: str, source: str) -> None:
    assert _sources(text, "ASSAULT") == [source]


@pytest.mark.parametrize(
    "text", ["The ceasefire is due to expire on Sunday.", "The truce expires on Sunday.", "The truce will run out on Sunday."]
)
def test_the_day_on_which_a_truce_runs_out_is_not_its_own(text: str) -> None:
    event = one_of(text, "RETREAT")
    assert (event.status, event.when) == ("happened", None)


def test_who_arranges_a_trip_does_not_travel() -> None:
    assert of_role(one_of("The trip was arranged by the banker Jean Ollivier, two officials said.", "CONSULT"), "actor") == []


def test_where_he_met_somebody_is_of_who_was_sent_there() -> None:
    text = "Ann Barak flew to Doha. David Noor was received there by an aide. Hamas sent Khalil Hayya to Cairo, where he met Hassan Rashad."
    assert ["Khalil Hayya"] in [of_role(e, "actor") for e in events_of(text) if e.mode == "meeting"]


def test_a_tag_behind_a_semicolon_tells_only_what_stands_behind_it() -> None:
    text = "Cyril Ramaphosa told parliament that the force would stay; Malawi is withdrawing its troops, the Nation newspaper reported."
    assert all(e.type == "RETREAT" or not e.sources for e in events_of(text))
    assert _sources(text, "RETREAT") == ["the Nation newspaper"]


def test_a_tag_with_a_time_and_a_clause_behind_it_is_a_tag() -> None:
    text = "The presidents will meet on Thursday, the island's prime minister announced over the weekend, after Brazil pressed both sides."
    assert _sources(text, "CONSULT") == ["the island's prime minister"]


def test_what_stands_in_the_past_behind_an_infinitive_is_of_the_speaker() -> None:
    events = events_of("The ministry said Rubio had asked Kigali to withdraw its troops and thanked Angola for its mediation.")
    assert [of_role(e, "actor") for e in events if e.type in ("REQUEST", "SUPPORT")] == [["Marco Rubio"]] * 2


def test_strikes_that_are_launched_are_told_once() -> None:
    assert [e.type for e in events_of("India launched missile strikes on nine sites in Punjab.")] == ["ASSAULT"]


def test_a_helicopter_that_crashes_is_no_attack() -> None:
    assert not events_of("A Guyanese army helicopter crashed near the border on Wednesday, killing five soldiers.")


def test_who_is_told_in_a_tag_is_not_it() -> None:
    text = "The team held talks with the army, sources told PREMIUM TIMES. It was received at the airport by Prime Minister Ali Zeine."
    assert all("PREMIUM TIMES" not in of_role(e, "actor") for e in events_of(text))


def test_what_its_own_official_says_is_not_against_a_body() -> None:
    text = 'ECOWAS rejected the timetable on Sunday. Its commissioner, Abdel-Fatau Musah, told the BBC the offer was "a smokescreen".'
    assert of_role(one_of(text, "ACCUSE"), "recipient") == []


@pytest.mark.parametrize(
    "text",
    [
        "Envoys will meet in Cairo on Monday to extend the ceasefire that took effect in January.",
        "The two armies will talk on Monday to consolidate the ceasefire announced on Saturday.",
        "Diplomats are trying to save the ceasefire that Angola brokered in August.",
    ],
)
def test_a_truce_that_is_to_be_kept_up_was_made(text: str) -> None:
    assert one_of(text, "RETREAT").status == "happened"


def test_a_letter_is_no_call() -> None:
    text = (
        "Prime Minister Ralph Gonsalves said he had spoken by telephone with Irfaan Ali. Venezuela rejected a letter from Ali to Gonsalves."
    )
    assert [t.quote for t in one_of(text, "CONSULT", "call").triggers] == ["spoken by telephone"]


@pytest.mark.parametrize(
    "line", ["BOGOTÁ / CARACAS — ", "PHNOM PENH/KUALA LUMPUR -- ", "ISLAMABAD / KABUL: ", "PORT VILA / SUVA (Agency): "]
)
def test_where_a_report_was_filed_is_no_party(line: str) -> None:
    text = (
        "Representatives of the government and of the rebels resumed peace talks in Caracas on Monday after nearly four years of silence."
    )
    (event,) = events_of(line + text)
    assert [p.mention.quote for p in event.parties("actor")] == ["the government", "the rebels"]


def test_where_somebody_comes_from_is_not_where_it_was() -> None:
    events = events_of("The foreign minister flew in from Ankara on Tuesday and met the president.")
    assert [e.where for e in events] == [None, None]


@pytest.mark.parametrize("role", ["guarantors", "mediators", "observers"])
def test_who_is_at_the_talks_of_others_is_company(role: str) -> None:
    text = f"The government and the rebels resumed peace talks in Caracas on Monday, with Norway and Cuba as {role}."
    event = next(e for e in events_of(text) if e.mode != "mediation")
    assert of_role(event, "companion") == ["Norway", "Cuba"]
    assert not of_role(event, "recipient")


def test_between_whom_a_deal_was_struck() -> None:
    text = "A deal was struck on Friday between Prime Minister Abiy Ahmed and Somalia's president, Hassan Mohamud, with Bo Lind mediating."
    assert of_role(one_of(text, "AGREE"), "actor") == ["Abiy Ahmed", "Hassan Mohamud"]


def test_what_is_warned_of_as_it_is_is_no_threat() -> None:
    text = 'Former president Álvaro Uribe, who met Petro for three hours in September, warned that negotiating now "rewards crime".'
    assert "THREATEN" not in [e.type for e in events_of(text)]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Togo rejected allegations by Chad that it had bombed a camp.", {"Togo": "denies", "Chad": "asserts"}),
        (
            "Togo rejected allegations by nuns and two aid workers that it had bombed a camp.",
            {"Togo": "denies", "nuns and two aid workers": "asserts"},
        ),
    ],
)
def test_what_others_allege_is_the_deed_of_who_rejects_it(text: str, sources: dict[str, str]) -> None:
    event = one_of(text, "ASSAULT")
    assert (event.status, of_role(event, "actor")) == ("happened", ["Togo"])
    assert {s.source.quote: s.stance for s in event.sources if s.source} == sources


def test_whom_a_clause_with_which_accuses_is_accused_by_its_source() -> None:
    text = "Ankara offered to mediate with the United Arab Emirates, which Khartoum accuses of arming the Rapid Support Forces."
    assert _sources(text, "AID") == ["Khartoum"]


def test_a_strike_on_a_site_befalls_those_whom_it_killed() -> None:
    event = one_of("An Israeli strike on a school in Jabaliya killed 11 people on Wednesday.", "ASSAULT")
    assert "11 people" in of_role(event, "recipient")


def test_who_calls_on_a_person_visits() -> None:
    assert one_of("The envoy called on President Ana Rey on Monday, her office said.", "CONSULT").mode == "meeting"


def test_a_tag_tells_the_last_of_two_sentences_with_a_semicolon() -> None:
    text = "Two soldiers were shot dead near Kano; President Ilham Aliyev apologized to Vladimir Putin by phone, the Kremlin said."
    assert [e.sources for e in events_of(text) if e.type == "ASSAULT"] == [()]


def test_nobody_was_at_the_meeting_on_whose_sidelines_others_met() -> None:
    text = "Dussey conferred with Diop on the sidelines of a meeting in Luanda last Friday."
    assert [trigger_words(e) for e in events_of(text)] == [["conferred"]]


def test_a_summit_on_whose_sidelines_two_met_is_told_of() -> None:
    assert len(events_of("Zelensky and Erdogan met on the margins of a NATO summit in Vilnius.")) == 1


def test_who_protests_and_recalls_its_envoy_has_nothing_against_him() -> None:
    assert of_role(one_of("Serbia protested and recalled its ambassador in Strasbourg for consultations.", "ACCUSE"), "recipient") == []


def test_whose_concern_is_relayed_is_not_whom_it_is_relayed_to() -> None:
    event = one_of("The ambassador said that he had relayed the concern of the Quint countries to Albin Kurti.", "CONSULT")
    assert of_role(event, "recipient") == ["Albin Kurti"]


def test_a_tag_behind_a_sentence_that_opens_with_its_day() -> None:
    text = "On Thursday they abducted three Egyptians and demanded five million dollars, two relatives and a mediator told AFP."
    assert _sources(text, "REQUEST") == ["two relatives and a mediator"]


def test_what_was_said_before_gives_its_day_to_nothing_said_later() -> None:
    text = (
        "Vučić warned that Serbia could leave the body if the committee endorsed it, though diplomats said he had privately ruled that out "
        'in a conversation with President Ana Lind on 8 November. A shopkeeper was shot in Leposavić on Friday night. Vučić blamed "Kurti".'
    )
    assert all(e.when is None for e in events_of(text) if trigger_words(e)[0] in ("warned", "blamed"))

"""Which acts a source's words put forward, with which stance, and which they only speak of (CODEBOOK 1.6, Sources)."""

from __future__ import annotations

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read


def events(text: str) -> list[Event]:
    return list(read(Report("r", text, published="2024-03-05")).events)


def told(text: str, kind: str) -> Event:
    """The event of this type."""
    (found,) = [e for e in events(text) if e.type == kind]
    return found


def words_of(event: Event) -> list[tuple[str | None, str]]:
    return [(s.name, s.stance) for s in event.sources]


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Police said a strong explosion wrecked the embassy of Peru in Lima.", "ASSAULT", "Police"),
        ("The ministry said Ann Lee led her team on a tour of three bases in Chad.", "CONSULT", "The ministry"),
        ("The military confirmed Monday that rebels in Chad were behind the killings in Lima.", "ASSAULT", "The military"),
        ("Police believe that Bo Fox is the man who bombed the market in Lima.", "ASSAULT", "Police"),
        ("The army said the shelling of Kolo would continue.", "ASSAULT", "The army"),
        ("The officials said the van was parked by a bridge when it blew up.", "ASSAULT", "The officials"),
        ("The ministry said the offer of talks with Togo still stands.", "CONSULT", "The ministry"),
        ("Local media confirmed the attack on the Peruvian embassy in Chad.", "ASSAULT", "Local media"),
        ("The council chief insisted the next round of talks would go ahead.", "CONSULT", "The council chief"),
        ("Blast kills 20 in Lima - police\n\nIt hit a market. The market was full. Nobody knew why.", "ASSAULT", "police"),
        ("Officials reported the arrest of Bo Fox in Lima.", "COERCE", "Officials"),
        ("Ana Rey was walking home when she was shot, according to police in Lome.", "ASSAULT", "police in Lome"),
        ("Chad agreed in principle but demanded that the army lift its blockade, according to a diplomat.", "AGREE", "a diplomat"),
        ("Chad expelled two envoys but demanded that the army lift its blockade, according to a diplomat.", "SANCTION", "a diplomat"),
        ("Ana Rey was in a shop in Lome when she was shot, police said.", "ASSAULT", "police"),
        ("Hours after witnesses say Bo Fox bombed a school, the town was empty.", "ASSAULT", "witnesses"),
        ("The ministers say rebel leaders are responsible for the recent bombing in Kano.", "ASSAULT", "The ministers"),
        ("Police concluded that the rebels were responsible for the attack in Kano.", "ASSAULT", "Police"),
        ("The rebels issued a statement saying that they bombed the port.", "ASSAULT", "The rebels"),
        ("Bo Fox told reporters he had resigned.", "RETREAT", "Bo Fox"),
        (
            "The premier of Chad said that there was strong suspicion that agents of Togo had bombed the depot.",
            "ASSAULT",
            "The premier of Chad",
        ),
    ],
)
def test_a_source_tells_the_act(text: str, kind: str, source: str) -> None:
    assert source in [s.source.quote for s in told(text, kind).sources if s.source]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee said her country would stop its flights if the shelling does not end.", "ASSAULT"),
        ("The group said it would investigate the genocide in Togo.", "ASSAULT"),
        ("Chad called on Togo to end the shelling of its villages.", "ASSAULT"),
        ("The envoy said Togo would keep the minutes of the talks it had held with Chad.", "CONSULT"),
        ("The ministry did not say whether rebels had captured the town.", "ASSAULT"),
        ("Police said the arrests were not linked to the flood.", "COERCE"),
        ("Ana Rey said no group had claimed responsibility for the explosion in Kano.", "ASSAULT"),
        ("Rebels killed ten men, the army said, in the worst breach of a five-month-old truce.", "RETREAT"),
        ("Chad bombed two villages, according to the army, sent troops to Togo and closed the border.", "MOBILIZE"),
        ("Jets bombed Kolo, two witnesses say. • The Chadian ambassador has met Bo Fox in Lima.", "CONSULT"),
        ("The minister, announcing the sanctions, said the time had come to talk.", "SANCTION"),
        ("The offer stands, according to officials, although Ann Lee threatened Togo with war.", "THREATEN"),
        ("The ministry said that it would send doctors to Togo, and closed the border to eight Chadians.", "COERCE"),
    ],
)
def test_a_source_only_speaks_of_the_act(text: str, kind: str) -> None:
    assert all(e.sources == () for e in events(text) if e.type == kind)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels claimed responsibility for the attack on a bus in Lima.",
        "Responsibility for the attack on a bus in Lima was claimed by the rebels.",
        "The rebels took credit for bombing a bus in Lima.",
        "An attack on a bus in Lima was claimed by the rebels.",
        "The rebels claimed the attack on a bus in Lima.",
        "The bombing, claimed by the rebels, killed ten people in Lima.",
    ],
)
def test_who_claims_a_deed_vouches_for_it(text: str) -> None:
    assert [(s.source.quote.lower(), s.stance) for s in told(text, "ASSAULT").sources if s.source] == [("the rebels", "asserts")]


def test_what_is_reported_of_somebody_is_not_doubted() -> None:
    event = told("The envoy is reported to have met both rebels.", "CONSULT")
    assert (event.status, words_of(event)) == ("happened", [(None, "asserts")])


def test_nobody_claims_it() -> None:
    assert told("No group has claimed responsibility for the attack on a bus in Lima.", "ASSAULT").sources == ()


def test_inquiries_are_no_utterance() -> None:
    """Who says that it looks into something is a source of that; who says that it demands something demands it."""
    assert words_of(told("The Peruvian police announced that it had begun an inquiry into the blast.", "ACCUSE"))
    assert not told("Chad said it demands an apology from Togo.", "REQUEST").sources


@pytest.mark.parametrize("helper", ["has", "had"])
def test_words_said_before_are_recalled(helper: str) -> None:
    assert words_of(told(f"Ann Lee said she {helper} threatened Togo with sanctions.", "THREATEN")) == [("Ann Lee", "asserts")]


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("The mayor of Lima said that the talks had not taken place.", "denied", [("The mayor of Lima", "denies")]),
        ("Chad's army denied reports that its jets had bombed a village in Togo.", "denied", [("Chad's army", "denies")]),
        (
            "The rebels said that they did not kill the hostages, but Chad said they had shot them.",
            "happened",
            [("The rebels", "denies"), ("Chad", "asserts")],
        ),
    ],
)
def test_words_that_tell_that_it_is_not_so_deny_it(text: str, status: str, words: list[tuple[str, str]]) -> None:
    event = next(e for e in events(text) if e.sources)
    assert (event.status, words_of(event)) == (status, words)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Chad has withdrawn its troops from Togo, Ann Lee said on Monday, the Tiden newspaper reported.",
            ["Ann Lee", "the Tiden newspaper"],
        ),
        ("“We have withdrawn our troops from Togo,” the Tiden newspaper quoted Ann Lee as saying.", ["the Tiden newspaper", "Ann Lee"]),
        (
            "“We have withdrawn our troops from Togo,” Ann Lee was quoted as saying by the Tiden newspaper.",
            ["the Tiden newspaper", "Ann Lee"],
        ),
        ("Ann Lee was quoted by the Tiden newspaper as saying that Chad withdrew its troops.", ["the Tiden newspaper", "Ann Lee"]),
    ],
)
def test_the_medium_that_quotes_somebody_is_a_source_too(text: str, sources: list[str]) -> None:
    assert [s.source.quote for s in told(text, "RETREAT").sources if s.source] == sources


def test_each_attribution_is_a_source() -> None:
    """Codebook 2: an event's sources are the attributions that assert it, each with its own words."""
    event = told("Ann Lee said Chad had expelled two envoys of Togo. Lee added that Chad expelled the two envoys on Monday.", "SANCTION")
    assert [(s.name, s.cue.quote if s.cue else "") for s in event.sources] == [("Ann Lee", "said"), ("Ann Lee", "added")]


def test_whose_claim_it_is_stands_behind_by() -> None:
    text = "Gunmen killed 30 villagers, the governor said, in an attack claimed by al-Shabab."
    assert words_of(told(text, "ASSAULT")) == [("the governor", "asserts"), ("al-Shabab", "asserts")]


def test_what_stands_behind_the_tag_is_told_on_the_same_word() -> None:
    found = events("Rebels bombed a school in Kano, police said, and killed ten children.")
    assert [words_of(e) for e in found] == [[("police", "asserts")], [("police", "asserts")]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels bombed a market in Kano, according to a statement today by Minister Ana Rey.", "Ana Rey"),
        ("Rebels bombed a market in Kano, according to a statement from the Foreign Ministry of Chad.", "Foreign Ministry of Chad"),
        ("A letter from police reached Lima. Rebels bombed a market in Kano, the letter said.", "police"),
    ],
)
def test_whose_a_text_is_speaks_in_it(text: str, name: str) -> None:
    event = told(text, "ASSAULT")
    assert words_of(event) == [(name, "asserts")]
    assert event.when is None


def test_a_spokesman_does_not_accuse_those_for_whom_he_speaks() -> None:
    (found,) = events("Bo Fox, a spokesman for the rebels, claimed they were responsible for the attack in Kano.")
    assert (found.type, [s.name for s in found.sources]) == ("ASSAULT", ["Bo Fox"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police say Bo Fox told them he shot the guard.", ["Police", "Bo Fox"]),
        ("Reuters quoted Bo Fox as saying that rebels bombed the port.", ["Reuters", "Bo Fox"]),
        ("The ministry said it had told Peru that rebels shot ten men.", ["The ministry"]),
    ],
)
def test_words_within_words_have_both_speakers_once(text: str, names: list[str]) -> None:
    assert [s.name for s in told(text, "ASSAULT").sources] == names


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ('"I thank Chad for the help that it has provided," Ana Rey said.', "SUPPORT", []),
        ("Ana Rey said Chad had signed the treaty.", "SUPPORT", ["Ana Rey"]),
    ],
)
def test_thanks_are_no_news_of_who_thanks(text: str, kind: str, found: list[str]) -> None:
    assert [s.name for s in told(text, kind).sources] == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Chadian warrant says Bo Fox shot ten men.", "institution"),
        ("Satellite images showed that the army shelled Kano.", "unknown"),
    ],
)
def test_texts_and_pictures_are_no_persons(text: str, kind: str) -> None:
    assert [s.kind for s in told(text, "ASSAULT").sources] == [kind]


def test_the_cue_of_a_statement_begins_where_it_is_issued() -> None:
    record = read(Report("r", "The Moreno campaign issued a statement saying that Chad had bombed the town.", published="2024-03-05"))
    assert [[c.quote for c in a.cue] for a in record.attributions] == [["issued a statement saying"]]
    assert [[s.quote for s in a.source] for a in record.attributions] == [["The Moreno campaign"]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad's foreign minister, Ana Rey, said on Monday that Chad would not return to the talks with Togo.", "REJECT"),
        ("The minister, Ana Rey, said the government had been played for fools.", "ACCUSE"),
    ],
)
def test_words_that_are_the_act_itself_have_no_source(text: str, kind: str) -> None:
    assert words_of(told(text, kind)) == []


def test_words_of_others_have_one() -> None:
    assert words_of(told("Ana Rey, Chad's foreign minister, said that Chad had rejected the plan of Togo.", "REJECT")) == [
        ("Ana Rey", "asserts")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("Envoys of Chad and Togo failed on Monday to agree a truce, four diplomats said.", "AGREE", "asserts"),
        ("The talks between Chad and Togo in Lima have been called off, an aide said.", "REJECT", "asserts"),
        ("Bo Fox said that he had never met Ana Rey.", "CONSULT", "denies"),
    ],
)
def test_who_tells_that_an_act_came_to_nothing_denies_nothing(text: str, kind: str, stance: str) -> None:
    assert [stance for _, stance in words_of(told(text, kind))] == [stance]


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Two farmers died when rebels bombed a market in Chad, police said.", "ASSAULT", "police"),
        ("The families fled the town under shelling by Togo, an aide said.", "ASSAULT", "an aide"),
        (
            'Ana Rey told Bo Fox that troops should leave "all at once or not at all," and that she would meet the king in Lima.',
            "CONSULT",
            "Ana Rey",
        ),
        ("The Lima Post reported today that a bridge was closed, and that police had arrested a man.", "COERCE", "Lima Post"),
    ],
)
def test_acts_told_in_passing_and_in_a_second_clause_have_a_source(text: str, kind: str, source: str) -> None:
    found = [e for e in events(text) if e.type == kind]
    assert any(words_of(e) == [(source, "asserts")] for e in found)


def test_what_the_report_itself_tells_is_nobodys_word_in_passing() -> None:
    later = "Rey was in tears after a meeting with Fox, an aide said."
    assert words_of(told(f"Ana Rey met Bo Fox in Lima on Monday. {later}", "CONSULT")) == []
    assert words_of(told(later, "CONSULT")) == [("an aide", "asserts")]


def test_what_a_clause_with_when_only_recalls_beside_a_wish_is_on_nobodys_word() -> None:
    text = "Chad invaded Togo in May. Ivan Rey said he expected Peru to be more supportive when Togo was invaded by Chad."
    (war,) = [e for e in read(Report("r", text)).events if e.type == "ASSAULT"]
    assert war.sources == ()


def test_what_somebody_elses_man_is_accused_of_is_told_by_the_accuser() -> None:
    text = "Peacekeepers accused a commander of Rey's rebels of ambushing a convoy."
    attack = next(e for e in read(Report("r", text, published="2024-03-05")).events if e.type == "ASSAULT")
    assert [(s.name, s.stance) for s in attack.sources] == [("Peacekeepers", "asserts")]


def test_who_says_what_an_attack_did_and_who_counts_its_dead_did_not_do_it() -> None:
    raid = told("Last year, Malian jets bombed huts in Kidal in a raid that the rebels said killed 46 people.", "ASSAULT")
    assert [p.name for p in raid.participants if p.role == "actor"] == ["Malian jets"]
    text = "At least nine people were killed in a drone strike in Kidal on Monday. The U.N. mission put the death toll at 11."
    assert not [p for p in told(text, "ASSAULT").participants if p.role == "actor"]


def test_who_adds_something_is_who_spoke_last() -> None:
    text = "President Bo Fox called General Ivan Rey on Friday, his office said. Fox will brief the bloc at a summit in Lima, it added."
    events = read(Report("r", text, published="2024-05-14")).events
    assert [[s.name for s in e.sources] for e in events if e.type == "CONSULT"] == [["Bo Fox's office"]] * 2


@pytest.mark.parametrize("text", ["Neither Chad nor Togo has confirmed the meeting.", "No official has confirmed the meeting."])
def test_what_nobody_confirms_is_on_nobodys_word(text: str) -> None:
    event = next(
        e for e in events(f"Ivan Rey of Chad met Bo Fox of Togo in Lome on Monday, an official said. {text}") if e.type == "CONSULT"
    )
    assert words_of(event) == [("an official", "asserts")]


def test_a_text_may_end_with_nobody() -> None:
    (attack,) = events("Rebels attacked a base in Gao, according to nobody")
    assert attack.sources == ()

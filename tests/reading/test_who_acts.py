"""Who does what to whom, where the parser errs, where the words around the act tell, and where a description comes before the name."""

import pytest

from memcon.model import Report
from memcon.reading.parse.parsing import RULES
from memcon.reading.pipeline import read


def _told(text: str, word: str) -> tuple[list[str], list[str]]:
    """The actors and recipients of the event that a word is a trigger of."""
    record = read(Report("r", text, published="2016-05-04"), RULES)
    event = next(e for e in record.events if any(word in t.quote for t in e.triggers))
    actors, recipients = ([p.name for p in event.parties(role)] for role in ("actor", "recipient"))
    return actors, recipients


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        # participles and coordination that a small parser reads otherwise
        ("Togo's envoy met the families of two nuns shot dead there in May.", "shot dead", [], ["two nuns"]),
        ("Rebels killed a nurse they took hostage and police found her car.", "took hostage", ["Rebels"], ["a nurse"]),
        ("The bishop met the sister of a nurse held captive in Chad.", "held", [], ["a nurse"]),
        ("It was a truce brokered by the Coptic Church and by Ann Lee.", "brokered", ["Coptic Church", "Ann Lee"], []),
        ("The story was told by Ann Lee, then envoy of the bloc, who praised Chad.", "praised", ["Ann Lee"], ["Chad"]),
        ("The foreign ministers of Peru, Chile and Cuba met on Friday.", "met", ["The foreign ministers of Peru, Chile and Cuba"], []),
        ("The mayor had invited the miners; Ann Lee turned down the offer.", "invited", ["The mayor"], ["the miners"]),
        ("Riot police were posted outside the mint on Friday.", "posted", ["Riot police"], []),
        ("Chad's paratroopers were sent to the airport.", "sent", ["Chad"], []),
        ("Rebels freed nearly 4,000 inmates from a camp.", "freed", ["Rebels"], ["4,000 inmates"]),
        ("Peru's envoy Ann Lee and Chile's president Ivan Petrov will meet in Lima.", "meet", ["Ann Lee", "Ivan Petrov"], []),
        ("Soldiers shot dead six men in Lima.", "shot dead", ["Soldiers"], ["six men"]),
        ("The soldiers buried dead men. Rebels killed dead men's sons.", "killed", ["Rebels"], ["dead men's sons"]),
        # a number alone counts those whom something befell
        ("Police arrested 30 in Lima.", "arrested", ["Police"], ["30"]),
        ("Rebels struck a camp in Chad on Monday, killing at least nine.", "killing", ["Rebels"], ["nine"]),
        ("At least 12 were killed in Chad on Monday.", "killed", [], ["12"]),
        ("Rebels killed one of the miners.", "killed", ["Rebels"], ["one of the miners"]),
        # what is done to people befell those whose it is said to be, unless others stand behind "of"
        ("Ivan Rey's murder shocked Lima.", "murder", [], ["Ivan Rey"]),
        ("Bo Lind's arrest by Togo was expected.", "arrest", ["Togo"], ["Bo Lind"]),
        ("The Ivan Rey assassination was planned in Lima.", "assassination", [], ["Ivan Rey"]),
        ("Ann Lee's abduction of two nuns shocked Lima.", "abduction", ["Ann Lee"], ["two nuns"]),
        ("Togo's arrest of Bo Lind was expected.", "arrest", ["Togo"], ["Bo Lind"]),
        # relative clauses
        ("Pirates freed Danish welders, two of whom were wounded by soldiers.", "wounded", ["soldiers"], ["Danish welders"]),
        ("Ann Lee met Ivan Rey, envoy of the ministry of Peru, who had visited Chad.", "visited", ["Ivan Rey"], ["Chad"]),
        ("Chad welcomed Ivan Rey, to whom Ann Lee had sent a letter.", "sent", ["Ann Lee"], ["Ivan Rey"]),
        # groups and pairs
        ("Aid workers urged both camps to stop fighting.", "urged", ["Aid workers"], ["both camps"]),
        (
            "Several ministers, including Ann Lee and Ivan Rey, condemned Chad.",
            "condemned",
            ["Several ministers", "Ann Lee", "Ivan Rey"],
            ["Chad"],
        ),
        ("A string of former rebels condemned Chad.", "condemned", ["A string of former rebels"], ["Chad"]),
        ("Norway thanked Peru and Chile. The sides agreed to meet.", "meet", ["Peru", "Chile"], []),
        ("Peru, Chile and Cuba said they backed Chad.", "backed", ["Peru", "Chile", "Cuba"], ["Chad"]),
        # what an act is of and on
        ("A judge ordered a year of detention for the mayor, Ann Lee.", "detention", ["A judge"], ["Ann Lee"]),
        ("Chad accepted Togo's offer to mediate.", "accepted", ["Chad"], ["Togo"]),
        ("The lifting of the Danish embargo on Chad was delayed.", "lifting", ["Denmark"], ["Chad"]),
        ("Togo's removal of tariffs against Chad came on Monday.", "removal", ["Togo"], ["Chad"]),
        ("Togo expelled five Chadians and a Peruvian who were questioned by police.", "questioned", ["police"], ["Chadians", "a Peruvian"]),
        ("Ann Lee and Bo Fox, who has accused Peru of fraud, met on Monday.", "accused", ["Bo Fox"], ["Peru"]),
        ("Ann Lee and Bo Fox, who have accused Peru of fraud, met on Monday.", "accused", ["Ann Lee", "Bo Fox"], ["Peru"]),
        ("Chad sought Ann Lee's extradition.", "sought", ["Chad"], []),
        ("Chad sought Togo's help in talks with Ghana.", "sought", ["Chad"], ["Togo"]),
        ("Chad refused to release the sailors.", "refused", ["Chad"], []),
        ("Chad turned down Togo's request to use the port.", "request", ["Togo"], ["Chad"]),
        ("The nun walked free on Monday.", "walked free", [], ["The nun"]),
        ("The union complained to the mayor about the behaviour of the soldiers.", "complained", ["The union"], ["the soldiers"]),
        ("The pope deplored the killing in daylight of nine nurses.", "deplored", ["The pope"], []),
        # contacts
        ("The envoy is expected in Lima on Monday.", "expected", ["The envoy"], []),
        ("Chad dispatched an envoy to Togo.", "dispatched", ["an envoy"], []),
        ("Ann Lee cut short a visit to Doha.", "visit", ["Ann Lee"], []),
        ("The bloc paused the raids after Chad informed it of the losses.", "informed", ["Chad"], ["The bloc"]),
        ("The mayor repeated an offer to host talks between Peru and Chile.", "host", ["The mayor"], ["Peru", "Chile"]),
        ("Cardinal Ann Lee had travelled to Lima at the Pope's request.", "request", ["the Pope"], ["Ann Lee"]),
        ("Peru praised Chile's bill, and Togo called it unacceptable.", "called", ["Togo"], []),
        ("The envoy flew to Lima after talks in Quito.", "talks", ["The envoy"], []),
        ("Talks between North and South Korea resumed on Monday.", "Talks", ["North Korea", "South Korea"], []),
        ("Chad thanked Ann Lee and Peruvian President Ivan Rey.", "thanked", ["Chad"], ["Ann Lee", "Ivan Rey"]),
        ("The Chadian army repelled a FARC attack on Monday.", "attack", ["Revolutionary Armed Forces of Colombia"], ["The Chadian army"]),
        # who is meant
        ("President Ann Lee invited the commander to the palace.", "invited", ["Ann Lee"], ["the commander"]),
        ("Togo's president met the president of Bavaria.", "met", ["Faure Gnassingbe"], ["the president of Bavaria"]),
        ("The mayor freed the chief of customs, Ann Lee.", "freed", ["The mayor"], ["Ann Lee"]),
        ("Peru refused to receive the envoy, Jean-Luc Berrat, whom Chad had sent.", "refused", ["Peru"], ["Jean-Luc Berrat"]),
        ("Mayor Ann Lee said the gunman had wept before he was shot by police.", "shot", ["police"], ["the gunman"]),
        ("North Korea and South Korea are at odds. Japan urged the North to free the crew.", "urged", ["Japan"], ["North Korea"]),
    ],
)
def test_who_acts_on_whom(text: str, word: str, actors: list[str], recipients: list[str]) -> None:
    assert _told(text, word) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Peru's deputy foreign minister left for Rome on Monday.\n\nAnn Lee urged Chile to wait.", "left", "Ann Lee"),
        (
            "The special envoy for Yemen flew to Aden on Monday. Deputy minister Ivan Rey met him. Ann Lee urged Chile to wait.",
            "flew",
            "Ann Lee",
        ),
        ("A commander condemned Chad on Monday. The commander, Ann Lee, left.", "condemned", "Ann Lee"),
        ("Foreign Minister Somsak Thongpan met Ann Lee. Somsak condemned Chad.", "condemned", "Somsak Thongpan"),
        ("Bishop Ann Lee went to Lima. The bishop condemned Chad.", "condemned", "Ann Lee"),
    ],
)
def test_who_is_told_before_or_after_the_name(text: str, word: str, actor: str) -> None:
    assert _told(text, word)[0] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's former envoy left for Rome on Monday.\n\nAnn Lee urged Chile to wait.",
        "Peru's envoy left for Rome. Ivan Rey condemned Chad. Ann Lee urged Chile to wait.",
        "Peru's envoy left for Rome. Ann Lee, a miner, urged Chile to wait.",
        "Peru's envoy left for Rome. Senator Ann Lee urged Chile to wait.",
    ],
)
def test_somebody_else_comes_after(text: str) -> None:
    assert _told(text, "left")[0] != ["Ann Lee"]


def test_a_headline_is_of_the_one_named_below() -> None:
    text = (
        "Peruvian minister flies to Lima after talks\n\nPeru's foreign minister, Ann Lee, flew to Lima on Monday. "
        "She was silent. Nobody met her. It rained."
    )
    (event,) = (e for e in read(Report("r", text, published="2016-05-04"), RULES).events if e.mode == "visit")
    assert (event.status, event.when.edtf if event.when else None) == ("happened", "2016-05-02")
    assert [t.quote for t in event.triggers] == ["flies", "flew"]


def test_a_source_goes_without_what_is_said_of_it() -> None:
    text = "Rebels attacked a clinic in Chad, an elder who hid there said."
    (event,) = read(Report("r", text, published="2016-05-04"), RULES).events
    assert [s.name for s in event.sources] == ["an elder"]


def test_what_something_is_called_has_not_happened() -> None:
    record = read(Report("r", "The opposition called the vote a coup.", published="2016-05-04"), RULES)
    assert [e.type for e in record.events] == ["ACCUSE"]


def test_a_source_goes_by_its_name() -> None:
    text = "Britain's prime minister David Cameron said rebels had attacked a clinic in Chad."
    (event,) = read(Report("r", text, published="2016-05-04"), RULES).events
    assert [s.name for s in event.sources] == ["David Cameron"]


def test_two_nouns_for_one_truce() -> None:
    record = read(Report("r", "The rebels agreed to a truce and ceasefire with the army.", published="2016-05-04"), RULES)
    assert [e.mode for e in record.events] == ["ceasefire"]


def test_what_killed_them_is_the_same_event() -> None:
    record = read(Report("r", "Ten nurses were killed when a drone struck a clinic in Chad.", published="2016-05-04"), RULES)
    assert [[t.quote for t in e.triggers] for e in record.events] == [["killed", "struck"]]


def test_what_is_fired_is_no_second_attack() -> None:
    record = read(Report("r", "Soldiers fired tear gas at miners in Lima.", published="2016-05-04"), RULES)
    assert [[t.quote for t in e.triggers] for e in record.events] == [["fired", "tear gas"]]


def test_negotiations_told_again_are_the_mediation() -> None:
    text = "Peru is brokering talks between Chad and Togo in Lima, an envoy close to the negotiations said."
    assert [e.mode for e in read(Report("r", text, published="2016-05-04"), RULES).events] == ["mediation"]


@pytest.mark.parametrize(
    ("text", "actor", "source"),
    [
        ("Chad denied involvement in the raid on the village.", "Chad", "Chad"),
        ("Rebels denied responsibility for the raid on the village.", "Rebels", "Rebels"),
        ("The ministry denied Togo's role in the raid on the village.", "Togo", "The ministry"),
        ("The general denied that he was involved in the raid on the village.", "The general", "The general"),
        ("The union denied that miners took part in the raid on the village.", "miners", "The union"),
        ("Chad denied any hand in the raid on the village.", "Chad", "Chad"),
    ],
)
def test_whose_part_in_a_deed_is_denied(text: str, actor: str, source: str) -> None:
    (event,) = read(Report("r", text, published="2016-05-04"), RULES).events
    assert (event.status, [p.name for p in event.parties("actor")]) == ("denied", [actor])
    assert [(s.name, s.stance) for s in event.sources] == [(source, "denies")]


@pytest.mark.parametrize(
    ("text", "caller", "called"),
    [
        ("Fox telephoned the minister, Ann Lee, to brief her.", "Fox", "Ann Lee"),
        ("Ivan Rey visited Ann Lee to brief her.", "Ivan Rey", "Ann Lee"),
    ],
)
def test_who_calls_to_tell_is_who_tells(text: str, caller: str, called: str) -> None:
    for event in read(Report("r", text, published="2016-05-04"), RULES).events:
        assert [p.name for p in event.parties("actor")] == [caller]
        assert [p.name for p in event.parties("recipient")] == [called]


def test_an_ambassador_who_is_summoned_over_a_killing_is_no_killer() -> None:
    text = "Chad's ambassador was summoned over the killing of two fishermen."
    (killing,) = [e for e in read(Report("r", text, published="2016-05-04"), RULES).events if e.type == "ASSAULT"]
    assert not killing.parties("actor")


@pytest.mark.parametrize("teller", ["lawyer", "spokesman"])
def test_who_speaks_for_somebody_speaks_of_her(teller: str) -> None:
    text = f"Ann Lee left Lima. Her {teller} said she had condemned Chad."
    assert _told(text, "condemned")[0] == ["Ann Lee"]


def test_the_two_are_those_of_the_main_line() -> None:
    text = "Ivan Rey, who took over from Bo Fox, met Ann Lee in Lima. The two condemned Chad."
    assert _told(text, "condemned")[0] == ["Ivan Rey", "Ann Lee"]


def test_sides_are_states_before_persons() -> None:
    text = "Peru and Chile are at odds. Ann Lee said Ivan Rey had left. Japan urged both sides to wait."
    assert _told(text, "urged")[1] == ["Peru", "Chile"]


def test_whose_release_is_announced_is_who_is_named_behind_the_noun() -> None:
    text = "Ann Lee surprised all when she announced the release of the tycoon Ivan Rey."
    assert _told(text, "release") == (["Ann Lee"], ["Ivan Rey"])


def test_who_announces_an_act_does_it() -> None:
    text = "Peru announced sanctions on Togo."
    assert _told(text, "sanctions") == (["Peru"], ["Togo"])


def test_where_a_report_was_filed_is_nobody_whom_a_pronoun_means() -> None:
    text = "BAKU -- Russia, which brokered a truce, urged both neighbours to pull back their guns."
    assert _told(text, "urged")[1] == ["both neighbours"]
    two = "LIMA (XYZ) – The envoy of Chad left. The two countries condemned Togo."
    for text in ("LIMA / QUITO – They condemned Chad.", "LIMA, Peru (XYZ) – It condemned Chad.", two):
        assert "Peru" not in [p.name for e in read(Report("r", text), RULES).events for p in e.participants]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Thousands staged an anti-Chinese protest in Hanoi.", ["China"]),
        ("Anti-Chadian protests broke out in Lima.", ["Chad"]),
        ("A pro-Peruvian protest was staged in Lima against Togo.", ["Togo"]),
    ],
)
def test_whom_a_rally_is_against(text: str, recipients: list[str]) -> None:
    (event,) = [e for e in read(Report("r", text), RULES).events if e.type == "PROTEST"]
    assert [party.name for party in event.parties("recipient")] == recipients


def test_a_bracket_in_a_name_is_whole() -> None:
    assert _told("The tents, blankets and stoves (TBS) movement condemned Chad.", "condemned")[0] == ["(TBS) movement"]


def test_a_common_noun_is_no_name_whatever_the_recogniser_takes_it_for() -> None:
    assert _told("Peru's navy seized a trawler and detained nine sailors.", "detained")[0] == ["Peru's navy"]


def test_who_demands_behind_an_aside_is_the_subject() -> None:
    text = "The Security Council adopted the text, with Peru and Chad abstaining, demanding that Togo withdraw its forces."
    assert _told(text, "demanding") == (["Security Council"], ["Togo"])


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Peru sent men when the camp was shelled from the hills of Togo. Japan called on both sides to wait.", {"both sides"}),
        ("Ivan Rey said Bo Fox had left the town before the rains came. Japan called on the two leaders to meet.", {"the two leaders"}),
        ("Ivan Rey met Bo Fox on Monday. Japan called on the two leaders to meet again.", {"Ivan Rey", "Bo Fox"}),
        ("Ivan Rey and Bo Fox were ill. Japan called on the two leaders to meet again.", {"Ivan Rey", "Bo Fox"}),
    ],
)
def test_two_are_those_who_are_told_together_or_else_nobody_known(text: str, recipients: set[str]) -> None:
    assert set(_told(text, "called on")[1]) == recipients


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        # who did it stands in what is said of the deed
        ("The sanctions imposed by Peru on Chad hurt the poor.", "sanctions", ["Peru"], ["Chad"]),
        ("An attack, which was carried out by rebels, shook Lima.", "attack", ["rebels"], []),
        ("Ann Lee will return a visit paid by Ivan Rey in May.", "visit", ["Ivan Rey"], []),
        ("The demonstration organised by the Green Front drew hundreds.", "demonstration", ["Green Front"], []),
        # what is said by those of whom it is told to be
        ("The complaint of Peru against Chad was heard on Monday.", "complaint", ["Peru"], ["Chad"]),
        ("The criticism of Peru by Chad grew.", "criticism", ["Chad"], ["Peru"]),
        # whose a deed is said to be
        ("An airstrike attributed to Chad killed six in Kolo.", "airstrike", ["Chad"], ["six"]),
        ("Peru attributed the killings to rebels.", "killings", ["rebels"], []),
        # who is sent does it; of two behind "between" the second stands beside the first
        ("Chad sent Foreign Minister Ann Lee to meet Ivan Rey in Lima.", "meet", ["Ann Lee"], ["Ivan Rey"]),
        ("A ceasefire between the army of Chad and the Desert Front holds.", "ceasefire", ["the army of Chad", "Desert Front"], []),
        ("Chad sent planes to bomb Togo.", "bomb", ["Chad"], ["Togo"]),
        ("Talks between the envoy of Peru and rebels began.", "Talks", ["the envoy of Peru", "rebels"], []),
        # who fights a war repels nobody
        ("Peru and Chad have fought two wars over the hills.", "wars", ["Peru", "Chad"], []),
        ("The army repelled an attack in Lima.", "attack", [], ["The army"]),
        # what is shot at is not whose it is said to be
        ("Togo's army shot down drones launched by Peru.", "shot", ["Togo's army"], ["drones"]),
    ],
)
def test_deeds_carried_out_by_somebody(text: str, word: str, actors: list[str], recipients: list[str]) -> None:
    assert _told(text, word) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Chadian missiles hit the city of Kano.", "hit", "Chad"),
        ("Chad's missiles hit a port on Monday.", "hit", "Chad"),
        ("Chadian drones struck Kano.", "struck", "Chad"),
        ("Chadian jets bombed Kano.", "bombed", "Chadian jets"),
    ],
)
def test_who_strikes_with_arms_that_nobody_rides_is_whose_they_are(text: str, word: str, actor: str) -> None:
    assert [p.name for e in read(Report("r", text)).events if word in e.triggers[0].quote for p in e.parties("actor")] == [actor]


def test_who_attacks_alongside_somebody_is_who_attacks() -> None:
    (event,) = read(Report("r", "Experts said that between 3,000 and 4,000 Chadian soldiers were fighting alongside the rebels.")).events
    assert ["soldiers" in p.name for p in event.parties("actor")] == [True]
    assert event.parties("recipient") == ()
    assert [p.name for p in event.parties("companion")] == ["the rebels"]


def test_a_bodys_policy_chief_is_no_president_named_before() -> None:
    text = "Talks of Chadian President Ivan Rey and Bo Fox broke up, with the European Union's foreign policy chief blaming Fox."
    (blame,) = [e for e in read(Report("r", text)).events if e.type == "ACCUSE"]
    assert [p.name for p in blame.parties("actor")] == ["the European Union's foreign policy chief"]


def test_who_speaks_for_a_state_asks_nothing_of_it() -> None:
    text = "Xi said that China and Fiji should deepen cooperation and jointly oppose protectionism."
    asked = [e for e in read(Report("r", text)).events if e.type == "REQUEST"]
    assert [[p.name for p in e.parties("recipient")] for e in asked] == [["Fiji"]]


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("Chad's parliament passed a resolution condemning Togo.", "condemning", ["Chad's parliament"]),
        ("A resolution was passed by the rebels urging Togo to withdraw.", "urging", ["the rebels"]),
        ("President Ivan Rey and Togolese President Bo Fox issued a joint statement vowing to continue the fight against Mali.", "fight",
         ["Ivan Rey", "Bo Fox"]),
    ],
)  # fmt: skip
def test_who_gives_out_a_text_does_what_it_does(text: str, word: str, actors: list[str]) -> None:
    events = read(Report("r", text, published="2016-05-04")).events
    assert [p.name for e in events if any(word in t.quote for t in e.triggers) for p in e.parties("actor")] == actors


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("President Bo Fox, whose amnesty for Islamists is to be put to a referendum, met Ana Rey.", "CONCEDE"),
        ("President Bo Fox, whose attack on Chad killed ten people, met Ana Rey.", "ASSAULT"),
    ],
)
def test_whose_deed_it_is(text: str, kind: str) -> None:
    events = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == kind]
    assert [[p.name for p in e.participants if p.role == "actor"] for e in events] == [["Bo Fox"]]


def test_a_decision_of_somebody_is_his() -> None:
    assert _told("The ministers welcomed the decision of Togo to withdraw its forces from Chad.", "withdraw") == (["Togo"], [])

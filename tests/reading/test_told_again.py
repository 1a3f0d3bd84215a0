"""Whom a description means: offices in other words, counterparts, general nouns, bodies, numbers told again."""

import pytest
from tests.reading.parties_meant import meant

from memcon.model import Report
from memcon.reading.pipeline import read


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        # whom the report itself says to hold an office, whoever else is known to
        ("Ann Lee, Peru's president, left. The president said her troops won.", "president", 1, ["Ann Lee"]),
        ("Prime Minister Ivan Rey received an Indian envoy. The Prime Minister urged calm.", "Minister", 1, ["Ivan Rey"]),
        # the same office in other words
        ("Bishop Ivan Rey met Ann Lee, the Swedish prime minister. The premier urged calm.", "premier", 0, ["Ann Lee"]),
        ("Chadian President Ivan Rey called the pact void. The head of state urged Togo to leave.", "head", 0, ["Ivan Rey"]),
        ("Chad's foreign minister Ivan Rey met Ann Lee. The top diplomat urged calm.", "diplomat", 0, ["Ivan Rey"]),
        ("King Ivan Rey received Ann Lee, the Togolese premier. The monarch spoke.", "monarch", 0, ["Ivan Rey"]),
        ("Togo's Foreign Minister Ann Lee arrived in Lima. The visiting minister thanked Peru.", "minister", 0, ["Ann Lee"]),
        # deputies hold another office
        # by one's past, age or birth, in the sentence behind
        ("Envoy Ivan Rey landed in Lima. The retired general met Ann Lee.", "general", 0, ["Ivan Rey"]),
        ("Envoy Ivan Rey landed in Lima with General Bo Fox. The retired general met Ann Lee.", "general", 0, ["Bo Fox"]),
        ("Chad sent its envoy Ivan Rey. The former ambassador to Peru met Ann Lee.", "ambassador", 0, ["Ivan Rey"]),
        ("Mediator Ivan Rey landed in Lima. The former minister, who stays two days, met Ann Lee.", "minister", 0, ["Ivan Rey"]),
        ("UN envoy Ivan Rey met rebel leaders. The veteran Swedish diplomat urged calm.", "diplomat", 0, ["Ivan Rey"]),
        ("Envoy Ivan Rey met President Ann Lee. The Peruvian-born businessman urged calm.", "businessman", 0, ["Ivan Rey"]),
        (
            "Peru's deputy prime minister met Prime Minister Ann Lee. The deputy prime minister left.",
            "minister",
            1,
            ["Peru's deputy prime minister"],
        ),
        # a counterpart holds the same office
        (
            "Omani Foreign Minister Ann Lee and her Malian counterpart Ivan Rey will meet. The Malian minister will visit Chile.",
            "minister",
            0,
            ["Ivan Rey"],
        ),
        (
            "President Ann Lee spoke with her Togolese counterpart. The Togolese president thanked Peru.",
            "president",
            0,
            ["her Togolese counterpart"],
        ),
        # an office without a name, told again
        (
            "Peru summoned the Chilean charge d'affaires. The envoy rejected the protest.",
            "envoy",
            0,
            ["the Chilean charge d'affaires"],
        ),
        # people without an office told again
        ("A Togolese baker was shot in Lima. Peru said the man had thrown a stone.", "man", 0, ["A Togolese baker"]),
        ("A Togolese waitress was shot in Lima. Peru said the man had fled.", "man", 0, ["the man"]),
        ("Gunmen attacked a bus near Tete. The attackers abducted five nuns.", "attackers", 0, ["Gunmen"]),
        ("Ministers condemned the raid. The attackers fled.", "attackers", 0, ["The attackers"]),
        ("Rebels seized two drivers near Tete. Chad demanded the release of the hostages.", "hostages", 0, ["two drivers"]),
        ("Ten envoys flew to Lima. Peru thanked the visitors.", "visitors", 0, ["Ten envoys"]),
        # bodies told again by a word of their names, or as organisations that are no organ of a state
        ("The Green Star Foundation fed Tete. The foundation accused the army of theft.", "foundation", 0, ["Green Star Foundation"]),
        (
            "Amnesty International met the army. The organisation called on Peru to free ten men.",
            "organisation",
            0,
            ["Amnesty International"],
        ),
        ("The Peruvian Navy met the army. The organisation urged calm.", "organisation", 0, ["The organisation"]),
        # as many as were told
        ("Three Norwegian nurses were arrested in Lima. The three were freed.", "three", 0, ["Three Norwegian nurses"]),
        ("Ivan Rey met Ann Lee. Police held two sailors. The two were freed.", "two", 1, ["two sailors"]),
        ("Police held two sailors. Ivan Rey met Ann Lee. The two will meet again.", "two", 1, ["Ivan Rey", "Ann Lee"]),
    ],
)
def test_descriptions_mean_who_was_told_of(text: str, word: str, nth: int, names: list[str]) -> None:
    assert meant(text, word, nth) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (
            "Prosecutors charged Ivan Rey on Monday. They accused the Chadian-born U.S. citizen of planting a bomb.",
            "citizen",
            ["Ivan Rey"],
        ),
        ("Prosecutors charged Ivan Rey on Monday. They accused the former soldier of setting off a bomb.", "soldier", ["Ivan Rey"]),
        ("Ann Rey met envoys on Monday. The former secretary of state accused Bo Fox of lying.", "secretary", ["Ann Rey"]),
        ("Secretary of State Ann Rey criticized Chad. The secretary of state said Togo had lied.", "state", []),
        ("President Ivan Rey met Bo Fox on Monday. The former mayor of Lima praised Togo.", "mayor", ["The former mayor"]),
    ],
)
def test_what_somebody_was_or_whose_citizen_tells_him_again(text: str, word: str, names: list[str]) -> None:
    assert meant(text, word) == names


def test_those_counted_otherwise_are_others() -> None:
    text = "Some 300 people came to the hall. Songs were sung for the nine people killed in the raid."
    assert meant(text, "people", 0) != meant(text, "people", 1)
    text = "Twelve soldiers were killed in Chad. The 12 soldiers were attacked by rebels."
    assert meant(text, "soldiers", 0) == meant(text, "soldiers", 1)


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        (
            "Chad ordered the repatriation of Elian Rey to Cuba. An agency said the child would be sent home in May.",
            "child",
            0,
            ["Elian Rey"],
        ),
        ("Chad arrested Ivan Rey on Monday. Bo Fox said the man had attacked a nurse.", "man", 0, ["Ivan Rey"]),
        ("The gunman was Ivan Rey. Rey was arrested on Monday.", "gunman", 0, ["Ivan Rey"]),
        ("A gunman killed two nurses in Lima. The attacker turned out to be Ivan Rey.", "gunman", 0, ["Ivan Rey"]),
        ("Jeff Fox and Ann Fox were arrested on Monday. The Foxes were charged with fraud.", "Foxes", 0, ["Jeff Fox", "Ann Fox"]),
        ("Maria Luz Fernandez was arrested. Luz Fernandez was never tried.", "Fernandez", 1, ["Maria Luz Fernandez"]),
    ],
)
def test_whom_another_word_tells_again(text: str, word: str, nth: int, names: list[str]) -> None:
    assert meant(text, word, nth) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Twitter suspended accounts of rebels on Monday. The company urged Chad to leave.", ["Twitter"]),
        ("Amnesty International condemned the raid on Monday. The group urged Chad to leave.", ["Amnesty International"]),
        ("The Labour Party rejected the plan. The party urged Chad to leave.", ["Labour Party"]),
        ("Twitter met envoys of a Chadian company on Monday. The company urged Chad to leave.", ["The company"]),
    ],
)
def test_a_company_a_party_or_a_group_is_the_known_one_told_of_last(text: str, names: list[str]) -> None:
    (event,) = [e for e in read(Report("r", text, published="2024-05-14")).events if e.type == "REQUEST"]
    assert [p.name for p in event.parties("actor")] == names


def test_one_brought_in_by_a_word_is_told_again_by_it() -> None:
    text = "Ana Rey met Ivan Poe. The talks failed, said a Chilean diplomat. According to the diplomat, Poe refused to sign."
    (event,) = [e for e in read(Report("r", text)).events if e.type == "REJECT"]
    assert [s.name or (s.source and s.source.quote) for s in event.sources] == ["the diplomat"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UN envoy Bo Fox met rebels. The Chadian envoy urged calm.", ["The Chadian envoy"]),
        ("The US envoy, Bo Fox, met rebels. The American envoy urged calm.", ["Bo Fox"]),
    ],
)
def test_who_speaks_for_a_body_is_no_state_s_envoy(text: str, names: list[str]) -> None:
    (event,) = [e for e in read(Report("r", text)).events if e.type == "REQUEST"]
    assert [p.name for p in event.parties("actor")] == names


def test_whose_minister_is_sent_is_not_another_state_s() -> None:
    text = "Qatar sent its minister of state to Lima on Wednesday. Ali Khulaifi arrived with a note. The Saudi minister, Bo Fox, left."
    event = read(Report("r", text)).events[0]
    assert [p.name for p in event.parties("actor")] == ["Ali Khulaifi"]


def test_an_administration_s_president_is_none_of_both_leaders() -> None:
    text = (
        "Presidents Bo Fox and Leo Poe met in Lima. The Biden administration eased sanctions after Poe's envoys left. "
        "President Ana Rey telephoned both leaders on Wednesday."
    )
    (event,) = [e for e in read(Report("r", text)).events if e.mode == "call"]
    assert [p.name for p in event.parties("recipient")] == ["Bo Fox", "Leo Poe"]


def test_ministers_of_other_fields_are_two() -> None:
    text = "The Saudi energy minister welcomed the envoy. Chad protested. The information minister, Attaullah Tarar, left."
    (event,) = [e for e in read(Report("r", text)).events if e.type == "SUPPORT"]
    assert [p.name for p in event.parties("actor")] == ["The Saudi energy minister"]


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        # states by what they are or where they lie
        ("Sudan blamed Qatar for the raid. The Gulf state rejected the charge.", "state", 0, ["Qatar"]),
        ("France and Morocco signed a pact. The kingdom expelled two envoys.", "kingdom", 0, ["Morocco"]),
        ("Poland and Lithuania met in Sejny. The Baltic nation asked for tanks.", "nation", 0, ["Lithuania"]),
        ("Chad thanked Taiwan. The island accused China of lying.", "island", 0, ["Taiwan"]),
        ("Taiwan left. Chad landed troops on the island.", "island", 0, []),
        # companies, courts and agencies by what they are called or known for
        ("Rey Energy met Libya's premier. The firm suspended all work in Chad.", "firm", 0, ["Rey Energy"]),
        ("Lufthansa and Kenya Airways left. The German airline sued Chad.", "airline", 0, ["Lufthansa"]),
        ("The Supreme Court of Chad sat. The judges rejected the appeal.", "judges", 0, ["Supreme Court of Chad"]),
        ("The World Health Organization sent a team. The agency accused Chad.", "agency", 0, ["World Health Organization"]),
        # several for a group of whom all know whose it is
        ("Wagner sent 200 men. The Russian mercenaries killed a herder.", "mercenaries", 0, ["Wagner"]),
        ("Al-Shabaab seized eleven teachers. The captors asked for money.", "captors", 0, ["Al-Shabaab"]),
        ("A Norwegian delegation arrived in Lima. The visitors met Rey.", "visitors", 0, ["A Norwegian delegation"]),
        # what is told behind a comma, or by "of" and a deed, does not tell which one is meant
        ("Togo freed three sailors. The men, seized in May, were flown to Lima.", "men", 0, ["three sailors"]),
        ("Togo freed three sailors. The men seized in May were flown to Lima.", "men", 0, ["The men"]),
        ("Police arrested Milan Rey. Chad accused the politician of leading the raid.", "politician", 0, ["Milan Rey"]),
        ("The Russian company Gazprom left. Chad accused Gazprom. Togo accused the company of blackmail.", "company", 1, ["Gazprom"]),
        ("UNICEF ran a school. Chad accused the agency of smuggling.", "agency", 0, ["UNICEF"]),
        # neighbours and allies that are named
        ("Chad accused its neighbour Togo of a raid.", "neighbour", 0, ["Togo"]),
    ],
)
def test_descriptions_by_the_kind_of_party(text: str, word: str, nth: int, names: list[str]) -> None:
    assert meant(text, word, nth) == names

"""Each act's own time: from its words, its clause, its occasion, its distance from another act; never a guess."""

import pytest

from memcon.model import Event, Report
from memcon.reading.pipeline import read
from memcon.verification import verify

THURSDAY = "2018-04-05"


def _events(text: str, published: str | None = THURSDAY) -> tuple[Event, ...]:
    return read(Report("r", text, published=published)).events


def _when(text: str, trigger: str, published: str | None = THURSDAY) -> str | None:
    event = next(e for e in _events(text, published) if any(trigger in t.quote for t in e.triggers))
    return event.when.edtf if event.when else None


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        # in its own clause, wherever the words of time stand
        ("Police arrested 12 activists on the day of the summit, April 3.", "arrested", "2018-04-03"),
        ("An envoy of Chile met the rebels at a hotel on Monday.", "met", "2018-04-02"),
        ("On Saturday Poland expelled ten Russian diplomats.", "expelled", "2018-03-31"),
        ("This year the customs office has started to levy tariffs on timber from Peru.", "tariffs", "2018"),
        ("During the 2008 war, Russia bombed the Georgian town of Gori.", "bombed", "2008"),
        ("Calm returned after the 2016 peace accord between Colombia and the FARC.", "accord", "2016"),
        ("Israel has bombed targets in Syria more than 100 times since 2012.", "bombed", "2012/.."),
        # a part of a day that the report has told of
        ("Merkel flew to Rome on Tuesday. In the evening she met Mario Draghi.", "met", "2018-04-03"),
        # the night that ends on the day of the report
        ("Overnight, a drone hit a bus near Lima, killing two men.", "hit", "2018-04-04/2018-04-05"),
        ("Four miners were abducted overnight, police said on Thursday.", "abducted", "2018-04-04/2018-04-05"),
        ("The army imposed an overnight curfew in Lima on Tuesday.", "curfew", "2018-04-03"),
        # a month to come of a year before, where it tells of what was done
        ("Norway imposed tariffs on Chile in May.", "imposed", "2017-05"),
        ("Peace has held since 2014, when Norway attacked Chile.", "attacked", "2014"),
        ("Norway has imposed tariffs on Chile since May.", "imposed", "2017-05/.."),
        ("Norway bombed Chile on May 5.", "bombed", "2017-05-05"),
        ("Norway announced a summit in May.", "summit", "2018-05"),
        # of a clause above, below or beside it
        ("Turkey expelled two Greek diplomats on Monday, accusing Athens of lying.", "accusing", "2018-04-02"),
        ("The army seized the town in January, killing 30 villagers.", "killing", "2018-01"),
        ("Guterres flew to Ankara on Monday, where he met Erdogan.", "met", "2018-04-02"),
        ("Trump will travel to Poland on Friday, where he will meet President Andrzej Duda.", "meet", "2018-04-06"),
        ("Israel bombed Gaza on Tuesday while Egyptian envoys met Hamas leaders in Cairo.", "met", "2018-04-03"),
        ("As he met Merkel in Berlin on Friday, Poroshenko thanked Germany for its support.", "thanked", "2018-03-30"),
        ("Speaking in Ankara on Wednesday, Putin praised the Syrian army.", "praised", "2018-04-04"),
        ("Netanyahu will meet Trump when he arrives in Israel later this month.", "meet", "2018-04"),
        ("Erdogan was hoarse last week after he refused to apologize to Israel.", "refused", "2018-03-26/2018-04-01"),
        # told after it in one sentence
        ("Sweden condemned the attack on Monday and summoned the Russian ambassador.", "summoned", "2018-04-02"),
        ("On Saturday Poland expelled ten Russian diplomats; Bulgaria expelled two.", "expelled", "2018-03-31"),
        ("As of Saturday, police had shut down eight events and arrested 20 people.", "arrested", "2018-03-31"),
        # of one occasion
        ("Speaking at a summit in Brussels on Tuesday, Stoltenberg accused Moscow of lying.", "accused", "2018-04-03"),
        (
            "Peru condemned the attack on Monday. President Vizcarra of Peru called for calm. Peru also thanked Chile.",
            "thanked",
            "2018-04-02",
        ),
        (
            "Chile supports Peru, said Sebastian Pinera, the president of Chile. He made the remark at a reception in Lima on Monday.",
            "supports",
            "2018-04-02",
        ),
        # at the same time as another
        ("Lavrov's call with Kerry on Monday coincided with a vote in the Security Council.", "vote", "2018-04-02"),
        ("Merkel's talks with Macron on Monday took place at the same time as a meeting of Abe and Trump.", "meeting", "2018-04-02"),
        # at a distance from another
        ("Joe Biden met Xi Jinping in Lima a day after the United States bombed Peru on March 3.", "met", "2018-03-04"),
        ("A day after Putin called Macron, Merkel flew to Kyiv on Sunday.", "called", "2018-03-31"),
        ("Bennett called Zelensky hours after meeting Putin on Saturday.", "called", "2018-03-31"),
        ("Bo Fox called Ann Lee at 7:19 p.m. on March 14, three hours after Chad attacked a camp.", "attacked", "2018-03-14"),
        ("May expelled 23 diplomats on March 14, ten days after Sergei Skripal was poisoned in Salisbury.", "poisoned", "2018-03-04"),
        ("Macron has called Putin several times since Russia attacked Ukraine on February 24.", "called", "2018-02-24/.."),
        ("On the eve of the vote, which took place on March 2, Lavrov called Wang Yi.", "called", "2018-03-01"),
        ("Three days before the referendum on March 20, Kyiv asked the United Nations for observers.", "asked", "2018-03-17"),
        ("Pakistan's army chief visited Kabul in October, a month after a bomber killed 30 people there.", "killed", "2017-09"),
        ("Blinken met Lavrov in Geneva on January 21. Two weeks later Lavrov spoke by phone with Blinken.", "spoke", "2018-02-04"),
    ],
)
def test_when(text: str, trigger: str, edtf: str) -> None:
    assert _when(text, trigger) == edtf


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Merkel met Macron, who had visited Moscow on Monday.", "met"),
        ("Rebels held the priest for two days before they freed him on Monday.", "held"),
        ("Putin flew to Sochi on Monday. Macron met Merkel.", "met"),
        ("Macron has met Putin, and on Monday Merkel called him.", "met"),
        ("Lavrov called Wang Yi a day after the vote.", "called"),
        ("Clinton, the nominee for the November election, met Merkel.", "met"),
        ("Critics of the 2015 deal met Pompeo in Washington.", "met"),
    ],
)
def test_no_day_of_another_act(text: str, trigger: str) -> None:
    assert _when(text, trigger) is None


def test_the_day_of_what_was_signed_is_not_that_of_the_words_about_it() -> None:
    assert _when("Peru urged Chile to honour the treaty they signed on July 30.", "urged") is None


def test_what_somebody_was_convicted_of_is_not_of_that_day() -> None:
    assert _when("On April 3 Peru freed two miners convicted over a coup.", "convicted") is None


def test_no_publication_date_no_guess() -> None:
    assert _when("Bennett called Zelensky hours after meeting Putin on Saturday.", "called", published=None) is None


def test_a_day_counted_from_a_month_takes_no_other_day_s_place() -> None:
    """It had become "2010-01-20-19", and the report could not be read."""
    text = (
        "Lima, Jan. 20, 2010 - President Rey received the envoy on Wednesday. He said Chile and Peru had been close to direct talks "
        "in December 2008. Fox visited Lima on December 19."
    )
    assert _when(text, "visited", published="2010-01-20") == "2009-12-19"
    assert _when(text, "visited", published=None) == "2008-12-19"


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("Macron met Putin on Monday, the Kremlin said. The Elysee said the meeting took place on Sunday.", "2018-04-02", "2018-04-01"),
        ("Turkey said that Erdogan called Putin on Monday. The Kremlin said the call took place on Tuesday.", "2018-04-02", "2018-04-03"),
    ],
)
def test_two_accounts_of_one_day_are_both_kept(text: str, first: str, other: str) -> None:
    (event,) = _events(text)
    assert event.when is not None
    assert event.when.edtf == first
    assert not event.when.contradicts
    assert [(w.edtf, w.contradicts) for w in event.when_other] == [(other, True)]
    assert len(event.sources) == 2


def test_a_further_meeting_is_no_other_account() -> None:
    text = "Macron met Putin in Paris on Monday, the Kremlin said. The Elysee said the meeting on Thursday will be about gas."
    assert all(not e.when_other for e in _events(text))


def test_a_flagged_record_verifies() -> None:
    record = read(
        Report("r", "Macron met Putin on Monday, the Kremlin said. Paris said the meeting took place on Sunday.", published=THURSDAY)
    )
    assert not list(verify(record))


_COLD = " The hall in the old town was cold, and few had come."


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Merkel criticised Peru on Saturday. She praised Chile.", "praised", "2018-03-31"),
        ("Merkel criticised Peru on Saturday. For four years she praised Chile.", "praised", None),
        ("Merkel criticised Peru on Saturday. She often praised Chile.", "praised", None),
        # a day is passed on once, not from one to the next
        (
            f"Merkel criticised Peru on Saturday.{_COLD * 3} Merkel praised Chile's parliament.{_COLD * 3} Merkel condemned Bolivia.",
            "condemned",
            None,
        ),
    ],
)
def test_what_is_said_often_or_far_from_a_day_is_not_of_its_occasion(text: str, trigger: str, edtf: str | None) -> None:
    assert _when(text, trigger) == edtf


def test_what_is_to_come_is_not_of_a_year_before() -> None:
    text = "The United Nations will investigate the massacre of 300 villagers in 1994."
    (planned,) = (e for e in _events(text) if e.status == "planned")
    assert planned.when is None


def test_an_accusation_is_not_of_the_day_of_what_it_tells() -> None:
    assert _when("Peru repeated its accusation that Chad had shelled Togo in 2014.", "accusation") is None


def test_a_charge_is_not_of_the_day_of_what_it_is_over() -> None:
    assert (
        _when("Prosecutors accuse Ivan Rey of terrorism over the unrest that drove Ann Lee from office in November 2017.", "accuse") is None
    )


def test_a_month_after_something_is_not_of_the_month_of_what_followed() -> None:
    assert _when("Chad resumed flights in December, a month after its president threatened to attack Togo.", "threatened") != "2017-12"


def test_an_inquiry_is_no_word_of_the_occasion() -> None:
    assert _when("Ann Lee criticised Chad on Monday. She is investigating Togo over fraud.", "investigating") is None


def test_what_goes_on_has_no_end_yet() -> None:
    """ "The shelling began on Monday" tells when it began, and of talks that are over when they were."""
    assert _when("Chad is still shelling the town of Kolo. The shelling began on April 2.", "shelling") == "2018-04-02/.."
    assert _when("Talks began on Monday in Lima between Chad and Togo.", "Talks") == "2018-04-02"
    assert _when("The fighting began on Monday, when a Chadian air strike killed Bo Fox.", "fighting") == "2018-04-02"
    assert _when("Chad shelled Togo on Monday. Chad is still shelling Togo.", "shelling") == "2018-04-02/.."


def test_a_day_between_said_and_a_subject_is_the_day_of_the_saying() -> None:
    assert _when("The president said on Tuesday he had met Rey the day before.", "met") == "2018-04-02"
    assert _when("The president said that on Tuesday he had met Rey.", "met") == "2018-04-03"


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Police arrested Bo Fox shortly after 7 a.m. Tuesday.", "arrested", "2018-04-03T07"),
        ("Police closed the road after 9 p.m. on Tuesday.", "closed", "2018-04-03"),
        ("Police arrested Bo Fox just before midnight on Tuesday.", "arrested", "2018-04-03"),
        ("Police arrested Bo Fox hours after Tuesday's attack.", "arrested", "2018-04-03"),
        ("Police arrested Bo Fox two days after April 15, 2015.", "arrested", "2015-04-17"),
        ("Police arrested Bo Fox two days after the April 15, 2015, bombing in Kano.", "arrested", "2015-04-17"),
        ("Police arrested Bo Fox two days after the April 15, 2015, bombing in Kano.", "bombing", "2015-04-15"),
        ("Bo Fox was last seen Feb. 3, the day before police arrested his brother in Kano.", "arrested", "2018-02-04"),
        ("In 1974 rebels attacked Lima.", "attacked", "1974"),
        ("They bombed a cafe on a Friday in 1974.", "bombed", "1974"),
        ("They bombed a cafe on a Friday afternoon.", "bombed", None),
        ("Police hunted a man after a Friday blast in Lima.", "blast", "2018-03-30"),
        ("Ana Rey accused the rebels of the May 4 attack on Kano.", "attack", "2017-05-04"),
        ("Rebels bombed a market in Kano, according to a statement on Tuesday by the army.", "bombed", None),
    ],
)
def test_clocks_distances_and_dates_beside_nouns(text: str, trigger: str, edtf: str | None) -> None:
    assert _when(text, trigger) == edtf


def test_what_is_to_come_is_not_of_the_day_of_words_told_beside_it() -> None:
    text = "Bo Fox, who spoke by phone with Ana Rey on Wednesday, will travel to Lima next week for the signing of an agreement."
    (signing,) = [e for e in read(Report("r", text, published="2016-03-05")).events if e.type == "SUPPORT"]
    assert signing.when is not None
    assert signing.when.edtf == "2016-03-07/2016-03-13"


def test_what_somebody_is_known_for_is_not_of_the_day_of_what_is_done_to_them() -> None:
    for text in ("Chad on Friday released ten jailed Peruvian citizens.", "Chad released a detained American on Monday."):
        whens = {e.type: e.when for e in read(Report("r", text, published="2016-03-05")).events}
        assert whens["RETREAT"] is not None, text
        assert whens["COERCE"] is None, text


@pytest.mark.parametrize(
    "text",
    [
        "Togo announced on Thursday that it would reopen its embassy. The announcement came two days after Bo Rey met Leo Fox in Geneva.",
        "Minister Ana Lee rejected the plan on Thursday. Lee made the remarks two days after she met Leo Fox in Geneva.",
    ],
)
def test_words_that_point_to_what_was_said_before_have_its_day(text: str) -> None:
    met = next(e for e in read(Report("r", text, published="2024-11-10")).events if e.type == "CONSULT")
    assert met.when is not None
    assert met.when.edtf == "2024-11-05"


def test_less_than_a_week_is_no_week() -> None:
    text = "Rebels raided Kano on Wednesday, {} a week after the presidents signed an accord in Lima."
    assert _when(text.format("less than"), "signed") is None
    assert _when(text.format("exactly"), "signed") is not None


def test_the_year_of_what_is_undermined_is_not_that_of_how() -> None:
    text = "Ana Rey accused Chad of undermining the 2018 agreement by detaining ten Togolese officers."
    event = next(e for e in read(Report("r", text, published="2024-11-10")).events if e.type == "COERCE")
    assert event.when is None

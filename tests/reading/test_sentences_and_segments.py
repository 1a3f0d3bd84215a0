"""Where sentences end, which words are a speech tag, what stands in quotation marks; and texts that are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import memcon
from memcon.model import Report
from memcon.reading.grammar.parsed import unbroken
from memcon.reading.grammar.quotations import paragraphs, quotations
from memcon.reading.parse.parsing import parser
from memcon.reading.parse.segments import speech_tags
from memcon.reading.parse.sentences import sentences
from memcon.reading.pipeline import read
from memcon.verification import verify


def _split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met. They left.", ["They met.", "They left."]),
        ("Mr. Lou met Gen. Dostum. He left.", ["Mr. Lou met Gen. Dostum.", "He left."]),
        ("He said so in a post on X. He left.", ["He said so in a post on X.", "He left."]),
        ("She wrote on X. Rey replied.", ["She wrote on X.", "Rey replied."]),
        ("They chose Plan B. The army left.", ["They chose Plan B.", "The army left."]),
        ("Speech by J. A. Rey. He left.", ["Speech by J. A. Rey.", "He left."]),
        ("The U.S. The envoy left.", ["The U.S.", "The envoy left."]),
        ("The U.S. envoy left.", ["The U.S. envoy left."]),
        ('"Will they go?" he asked. They went.', ['"Will they go?" he asked.', "They went."]),
        ("“Will they go?” Mr. Lou said. They went.", ["“Will they go?” Mr. Lou said.", "They went."]),
        ("“It will hold!” Lou said that day by day it grew.", ["“It will hold!”", "Lou said that day by day it grew."]),
        ('He said: "No." They left.', ['He said: "No."', "They left."]),
        ("No. 3 on the list left. No. They stayed.", ["No. 3 on the list left.", "No.", "They stayed."]),
        ("KYIV, Ukraine (AP) — They met.", ["KYIV, Ukraine (AP) —", "They met."]),
        ("Hanoi (VNA) – They met.", ["Hanoi (VNA) –", "They met."]),
        ("LIMA, 9 June 2000 (ITAR-TASS) - They met.", ["LIMA, 9 June 2000 (ITAR-TASS) -", "They met."]),
        ("NORTH KOLO, Nov. 3 (KNA) — They met. They left.", ["NORTH KOLO, Nov. 3 (KNA) —", "They met.", "They left."]),
        ("MOSCOW, March 5 (Reuters) - They met.", ["MOSCOW, March 5 (Reuters) -", "They met."]),
        ("LIMA, Aug 3: They met.", ["LIMA, Aug 3:", "They met."]),
        ("Lima (6 February) - They met.", ["Lima (6 February) -", "They met."]),
        ("LIMA, Oct. 19, 2023, Agence - They met.", ["LIMA, Oct. 19, 2023, Agence -", "They met."]),
        ("Lima, Feb 19 (Agencia Lima) They met.", ["Lima, Feb 19 (Agencia Lima)", "They met."]),
        ("Lima met on May 6: They left.", ["Lima met on May 6: They left."]),
        ("NATO met. The talks - long and hard - went on.", ["NATO met.", "The talks - long and hard - went on."]),
        ("Headline without a stop\n\nThey met.", ["Headline without a stop", "They met."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _split(text) == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Israel will help , the ministry said .", "the ministry said ."),
        ("Israel will help , said the ministry .", "said the ministry ."),
        ("Israel will help , the ministry said on Monday .", "the ministry said on Monday ."),
        ("Israel will help , the ministry said in a statement on its website .", "the ministry said in a statement on its website ."),
        ("Trump , Sexton said , has left the town .", "Sexton said"),
        ('" We go , " former Gov. Jeb Bush said on Twitter .', "former Gov. Jeb Bush said on Twitter ."),
        ('" We go , " his top aide , Tad Devine , told The Post in 2013 .', "his top aide , Tad Devine , told The Post in 2013 ."),
        ("They failed to agree , digital consultant Phil Musser says .", "digital consultant Phil Musser says ."),
        ('" We go , " said Mr. Lou , who called it " a crime " and left .', 'said Mr. Lou , who called it " a crime " and left .'),
        ('" We go , " said Mr. Lou , " and soon . "', "said Mr. Lou ,"),
        ("They left , an aide to the king said , this time for good .", "an aide to the king said"),
        ("They left , aides to both men said .", "aides to both men said ."),
        ("They left , a source close to the talks said .", "a source close to the talks said ."),
    ],
)
def test_speech_tag(text: str, tag: str) -> None:
    words = text.split()
    assert [" ".join(words[a:b]) for a, b in speech_tags(words)] == [tag]


@pytest.mark.parametrize(
    "text",
    [
        "After the raid , the ministry said the plan failed .",
        "On Thursday , Donald Trump told the crowd that he had won .",
        "Dick Dever , who was on the list , told Politico that he liked it .",
        "The army , in a statement , said its troops returned fire .",
        "The ministry said the plan failed .",
        "Last week , spokeswoman Hua Chunying said her country was watching .",
        "Chad sent troops in May , and Ann Rey said at a summit in Lima , Peru , in June that Togo would pay .",
    ],
)
def test_no_speech_tag(text: str) -> None:
    assert speech_tags(text.split()) == []


def test_a_hyphen_within_a_name_is_no_dash() -> None:
    words = "It was not the money , Ms. Shanklin - Hawkins said .".split()
    assert speech_tags(words, glued={8, 9}) == [(6, 12)]
    assert speech_tags(words)[0][0] == 9


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["said", "told", ",", '"', ".", "he", "the", "Lou", "that", "-", "", "in", ":"]), max_size=25))
def test_speech_tags_are_ranges_in_order(words: list[str]) -> None:
    last = 0
    for a, b in speech_tags(words):
        assert last <= a < b <= len(words)
        last = b


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("He said “no ‘never’ no” twice.", ["“no ‘never’ no”"]),
        ("''We go,'' he said.", ["''We go,''"]),
        ('He said: "We go."\n\n"They stay."', ['"We go."', '"They stay."']),
        ("“We go.\n\n“They stay,” he said.", ["“We go.", "“They stay,”"]),
        ("The states’ claim is the rebels' claim.", []),
        ('"We go,” he said.', ['"We go,”']),
        ("He said “we go and never close it.", ["“we go and never close it."]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    parsed = parser().parse(text)
    assert [parsed.phrase(a, b) for a, b in quotations(parsed)] == expected


def test_paragraphs_hold_all_tokens() -> None:
    parsed = parser().parse("They met. They left.\n\nThey met again.")
    assert paragraphs(parsed) == ((0, 6), (6, 10))


def test_a_sentence_of_ten_thousand_words_is_read_in_pieces() -> None:
    parsed = parser().parse("the minister said that " * 2500)
    assert len(parsed) == 10_000
    assert max(b - a for a, b in parsed.sentences) <= 160
    assert all(a <= head < b for a, b in parsed.sentences for head in parsed.heads[a:b])


def test_a_letter_that_ends_a_sentence_is_parted_from_its_stop() -> None:
    parsed = parser().parse("Ana Rey said so in a post on X. He met J. Fox.")
    assert [parsed.words[b - 2 : b] for _, b in parsed.sentences] == [("X", "."), ("Fox", ".")]


def test_an_agency_glued_to_the_last_stop_is_cut_off() -> None:
    parsed = parser().parse("The talks will resume, he said.-VNA")
    assert [parsed.phrase(a, b) for a, b in parsed.sentences] == ["The talks will resume, he said.", "VNA"]


def test_unseen_characters_part_words_and_keep_offsets() -> None:
    text = "\ufeff\u202eNorway\u202c \x00said\x07 it\u200b would go.\u2066"
    parsed = parser().parse(text)
    assert parsed.words == ("Norway", "said", "it", "would", "go", ".")
    assert all(text[a:b] == word for a, b, word in zip(parsed.starts, parsed.ends, parsed.words, strict=True))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("BERLIN There is no reason to wait, Rey said.", "BERLIN"),
        ("BEIRUT / GENEVA Rebels attacked a convoy.", "BEIRUT / GENEVA"),
        ("VLADIMIR Rey met Fox.", "VLADIMIR Rey met Fox."),
        ("NATO Secretary General Bo Fox met Rey.", "NATO Secretary General Bo Fox met Rey."),
        ("NEW YORK Times reporters were arrested.", "NEW YORK Times reporters were arrested."),
    ],
)
def test_a_town_in_capitals_opens_a_report_without_a_dash(text: str, first: str) -> None:
    assert next(text[a:b] for a, b in sentences(text)) == first


def test_soft_hyphens_are_no_part_of_words() -> None:
    parsed = parser().parse("It will \u00addeploy troops and con\u00addemned the raid last \u00adMay.")
    assert [parsed.lemmas[parsed.words.index(word)] for word in ("deploy", "con\u00addemned", "May")] == ["deploy", "condemn", "may"]


def test_words_that_a_line_breaks_are_whole() -> None:
    text = (
        "Bulgarian Foreign Minister Daniel Mi-\ntov travelled to Ankara on Friday and met Turk-\n"
        "ish Foreign Minister Hakan Fidan, of-\nficials said. The two dis-\ncussed a pipeline.\n"
    )
    event = next(one for one in memcon.read(text, published="2024-03-05").events if one.mode == "meeting")
    assert {party.name for party in event.participants} >= {"Hakan Fidan"}
    assert any("Mitov" in party.name for party in event.participants)
    assert all(text[span.start : span.end] == span.quote for span in event.triggers)
    assert "discussed" in parser().parse(text).words


def test_descriptions_and_sources_that_a_line_breaks_are_named_whole() -> None:
    text = "Guerrilla figh-\nters killed ten sol-\ndiers near Lome on Friday, a provin-\ncial official said."
    (event,) = memcon.read(text, published="2024-03-05").events
    assert [party.name for party in event.participants] == ["Guerrilla fighters", "ten soldiers"]
    assert [source.name for source in event.sources] == ["a provincial official"]


def test_a_name_that_a_line_breaks_is_proved_by_its_words() -> None:
    record = memcon.read("Tasha Mal-\nikov attacked two nurses near Lome on Friday.", published="2024-03-05")
    assert "Tasha Malikov" in {party.name for event in record.events for party in event.participants}
    assert not list(verify(record))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_covered(text: str) -> None:
    parsed = parser().parse(text)
    assert [a for a, _ in parsed.sentences] == [0, *(b for _, b in parsed.sentences[:-1])][: len(parsed.sentences)]
    assert not parsed.sentences or parsed.sentences[-1][1] == len(parsed)
    told = zip(parsed.starts, parsed.ends, parsed.words, strict=True)
    assert all(unbroken(text[a:b]).upper() == word.upper() for a, b, word in told)  # headlines have other letters, as sentences are


@pytest.mark.parametrize(
    "line",
    [
        "THE HAGUE, Netherlands (AP)_",
        "LIMA, Peru (AP) _",
        "LIMA, May 6 (AP) __",
        "TEHRAN, August 8 (Xinhua) --",
        "Hanoi (VNA) –",
        "EL ALTO, Bolivia —",
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(line: str) -> None:
    text = f"{line} The court rejected it."
    assert [text[a:b] for a, b in sentences(text)] == [line, "The court rejected it."]


def test_a_name_ends_with_its_line() -> None:
    text = "Post: Bo Fox had a call with President of Iran Masoud Pezeshkian\n\nUPDATE: The Houthis claim that they fired missiles."
    parsed = parser().parse(text)
    assert not [name for name in parsed.names if "UPDATE" in parsed.words[name[0] : name[1]]]


def test_pictures_in_posts_are_no_words() -> None:
    parsed = parser().parse("⚡️Ukrainian drones hit a refinery overnight ✅")
    assert parsed.words[0] == "Ukrainian"
    assert parsed.text[parsed.starts[0] : parsed.ends[0]] == "Ukrainian"


def test_no_name_runs_on_from_a_headline_into_the_text() -> None:
    text = "Phone call with President of Turkiye Recep Tayyip Erdogan\n\nVladimir Putin had a phone call with Recep Tayyip Erdogan."
    (event,) = read(Report("r", text, published="2024-05-14")).events
    assert [(p.role, p.name) for p in event.participants] == [("actor", "Vladimir Putin"), ("recipient", "Recep Tayyip Erdogan")]


def test_a_dateline_may_have_a_stop_before_its_dash() -> None:
    text = "LIMA, July 7 (XYZ).- The police rescued nine men."
    assert [text[a:b] for a, b in sentences(text)] == ["LIMA, July 7 (XYZ).-", "The police rescued nine men."]

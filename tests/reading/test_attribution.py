"""Who claims what: every form of attribution, the kinds of source, quotations that go on, and odd input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.ontology.codebook import codebook
from memcon.reading.claims.attribution import Claim, claims
from memcon.reading.grammar.parsed import Parsed
from memcon.reading.parse.parsing import parser


def _read(text: str) -> tuple[Parsed, tuple[Claim, ...]]:
    parsed = parser().parse(text)
    return parsed, claims(parsed)


def _words(parsed: Parsed, ranges: tuple[tuple[int, int], ...]) -> str:
    return " | ".join(parsed.phrase(a, b) for a, b in ranges)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Norway said that it would leave the treaty.", "Norway", "said", "that it would leave the treaty"),
        ("Norway said it would leave the treaty.", "Norway", "said", "it would leave the treaty"),
        ("Chile has not yet confirmed that it signed.", "Chile", "has not yet confirmed", "that it signed"),
        ("The envoy flew to Oslo, the ministry said.", "the ministry", "said", "The envoy flew to Oslo"),
        ("The envoy flew to Oslo, said the ministry.", "the ministry", "said", "The envoy flew to Oslo"),
        ("The envoy, the ministry said, flew to Oslo.", "the ministry", "said", "The envoy | flew to Oslo"),
        ("“We will leave,” the minister said.", "the minister", "said", "“We will leave,”"),
        ("''We will leave,'' the minister said.", "the minister", "said", "''We will leave,''"),
        ('"We will leave," the minister said. "We will not return."', "the minister", "said", '"We will leave," | "We will not return."'),
        ('"If they fire," warned General Lind, "we will answer."', "General Lind", "warned", '"If they fire," | "we will answer."'),
        ('A source close to the talks said: "There is no deal yet."', "A source close to the talks", "said", '"There is no deal yet."'),
        ("Troops crossed the border, according to two officials.", "two officials", "according to", "Troops crossed the border"),
        ("According to the ministry, five people died.", "the ministry", "According to", "five people died"),
        ("The minister told reporters in Oslo on Monday that talks had failed.", "The minister", "told", "that talks had failed"),
        ("Norway urged Chile to withdraw its troops.", "Norway", "urged", "Chile to withdraw its troops"),
        ("Norway accused Chile of breaking the truce.", "Norway", "accused", "Chile of breaking the truce"),
        ("Chile threatened to close the strait.", "Chile", "threatened", "to close the strait"),
        ("Norway called for an immediate ceasefire.", "Norway", "called for", "an immediate ceasefire"),
        ("It is assumed that the talks will resume.", "", "is assumed", "that the talks will resume"),
        ("The king is expected to visit Ankara.", "", "is expected", "The king | to visit Ankara"),
        ("He is believed to be hiding in Yemen.", "", "is believed", "He | to be hiding in Yemen"),
        ("The strike reportedly killed twelve people.", "", "reportedly", "The strike | killed twelve people"),
        ("Norway's claim that it won is disputed by all.", "Norway's", "claim", "that it won"),
        ("They deplored bombardments that residents say destroyed the town.", "residents", "say", "bombardments | destroyed the town"),
        ("Officials: talks to resume next week", "Officials", ":", "talks to resume next week"),
        ("After the raid, the ministry said the plan failed.", "the ministry", "said", "the plan failed"),
        ("Norway's army said on Monday it had shot down nine drones.", "Norway's army", "said", "it had shot down nine drones"),
    ],
)
def test_forms(text: str, source: str, cue: str, content: str) -> None:
    parsed, read = _read(text)
    assert (source, cue, content) in [(_words(parsed, c.source), _words(parsed, c.cue), _words(parsed, c.content)) for c in read]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chancellor Olaf Scholz said the talks failed.", "person"),
        ("The prime minister said the talks failed.", "person"),
        ("Residents said the talks failed.", "person"),
        ("Talks failed, rescuers said.", "person"),
        ("The spokesperson for the Chilean leader said the talks failed.", "spokesperson"),
        ("State Department spokesman Ned Price said the talks failed.", "spokesperson"),
        ("The Kremlin's press secretary said the talks failed.", "spokesperson"),
        ("A Norwegian official said the talks failed.", "official"),
        ("Two diplomats said the talks failed.", "official"),
        ("The health ministry said the talks failed.", "institution"),
        ("The rebels said the talks failed.", "institution"),
        ("The White House said the talks failed.", "institution"),
        ("Norway said the talks failed.", "institution"),
        ("Reuters reported that the talks failed.", "media"),
        ("State television said the talks failed.", "media"),
        ("Israeli media said the talks failed.", "media"),
        ("Ynet has learned that the talks failed.", "outlet"),
        ("This newspaper understands that the talks failed.", "outlet"),
        ("It is believed that the talks failed.", "unknown"),
    ],
)
def test_source_kinds(text: str, kind: str) -> None:
    _, read = _read(text)
    assert [c.kind for c in read] == [kind]
    assert kind in codebook().source_kinds


def test_a_pronoun_carries_on_its_speaker() -> None:
    _, read = _read("A Norwegian official said the talks failed. He said they would resume.")
    assert [c.kind for c in read] == ["official", "official"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway denied that its ships had fired.", "denies"),
        ("Norway rejected claims that its ships had fired.", "denies"),
        ("Norway dismissed reports of a raid.", "denies"),
        ("Norway refuted the accusation.", "denies"),
        ("Norway dismissed the report.", "denies"),
        ("Norway opposed the report.", "asserts"),
        ("Norway did not deny that its ships had fired.", "asserts"),
        ("Norway said that its ships had fired.", "asserts"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    _, read = _read(text)
    assert read[0].stance == stance


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("It is assumed that the talks failed.", "possible"),
        ("The talks are expected to fail.", "possible"),
        ("The talks reportedly failed.", None),
        ("The talks supposedly failed.", "possible"),
        ("Norway said the talks failed.", None),
        ("He is said to have fled.", None),
        ("Norway did not say whether the talks had failed.", "unsaid"),
    ],
)
def test_hedge(text: str, hedge: str | None) -> None:
    _, read = _read(text)
    assert read[0].hedge == hedge


def test_nested_claims_keep_the_chain() -> None:
    parsed, read = _read("Officials in Oslo told Reuters that Chile had warned Peru that it would cut supplies.")
    assert [(c.lemma, c.parent) for c in read] == [("tell", None), ("warn", 0)]
    assert _words(parsed, read[1].source) == "Chile"


def test_a_tag_holds_the_claim_before_it() -> None:
    _, read = _read("The king told the envoy that Norway was ready to mediate, the palace said.")
    assert [(c.lemma, c.parent) for c in read] == [("tell", 1), ("say", None)]


def test_what_another_says_behind_a_semicolon_is_not_the_first_speaker_s() -> None:
    parsed, read = _read("The boat sank, the ministry said; Chile denied it.")
    assert [_words(parsed, c.content) for c in read] == ["The boat sank", "it"]


def test_a_tag_between_two_halves_holds_both() -> None:
    parsed, read = _read('"The boat sank," the ministry said; "it was old."')
    assert _words(parsed, read[0].content) == '"The boat sank," | "it was old."'


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chile saw the report, which Peru denies.", "which"),
        ("Chile said Peru had sent boats across the lake, a charge Peru denies.", "a charge"),
        ("Chile sent boats, a step Peru likes.", None),
    ],
)
def test_what_a_relative_clause_denies(text: str, content: str | None) -> None:
    parsed, read = _read(text)
    assert next((_words(parsed, c.content) for c in read if c.stance == "denies"), None) == content


def test_quoted_as_saying_has_two_sources() -> None:
    parsed, read = _read("The minister was quoted by Tass as saying that the talks would go on.")
    assert [(c.kind, _words(parsed, c.source), c.parent) for c in read] == [("media", "Tass", None), ("person", "The minister", 0)]


def test_citing_stands_in_the_report_that_cites() -> None:
    parsed, read = _read("A deal is near, Reuters reported, citing two diplomats.")
    assert [(c.kind, c.parent) for c in read] == [("media", None), ("official", 0)]
    assert _words(parsed, read[1].content) == "A deal is near"


def test_a_second_cue_of_the_same_speaker_is_no_content_of_the_first() -> None:
    parsed, read = _read("The rebels deny they are negotiating and say talks aim at peace.")
    assert [(c.stance, _words(parsed, c.source), _words(parsed, c.content)) for c in read] == [
        ("denies", "The rebels", "they are negotiating"),
        ("asserts", "The rebels", "talks aim at peace"),
    ]


def test_speech_goes_on_over_paragraphs() -> None:
    parsed, read = _read('"We want peace," the king said. "We will not wait."\n\n"And we will act."')
    assert [_words(parsed, c.content) for c in read] == ['"We want peace," | "We will not wait." | "And we will act."']


def test_nothing_within_direct_speech_is_a_claim_of_its_own() -> None:
    _, read = _read('"I believe that they told us that peace is near," the king said.')
    assert [c.lemma for c in read] == ["say"]


def test_a_content_that_is_but_named_is_not_put_forward() -> None:
    _, named = _read("Norway condemned the attack.")
    _, stated = _read("Norway said that Chile had attacked.")
    assert ([c.clausal for c in named], [c.clausal for c in stated]) == ([False], [True])


@pytest.mark.parametrize("text", ["", "\n\n", "Norway and Chile.", "The envoy met the king.", "It is too soon to say who will win."])
def test_no_claim(text: str) -> None:
    assert _read(text)[1] == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Norway",
                "said",
                "that",
                '"',
                "“",
                "”",
                "''",
                "'",
                ",",
                ".",
                ":",
                "\n\n",
                "he",
                "according",
                "to",
                "the",
                "(",
                ")",
                "-",
                "—",
                "denied",
                "\u202e",
                "\x00",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_gives_sound_claims(words: list[str]) -> None:
    parsed, read = _read(" ".join(words))
    for number, claim in enumerate(read):
        for a, b in (*claim.source, *claim.cue, *claim.content):
            assert 0 <= a < b <= len(parsed)
        assert claim.content
        assert claim.cue
        assert claim.kind in codebook().source_kinds
        assert claim.parent != number
        assert claim.parent is None or 0 <= claim.parent < len(read)


def test_what_is_said_in_a_text_goes_on_behind_a_second_that() -> None:
    text = "Chadian spokesman Bo Rey said in a post on X that Togolese troops had fired on the town, and that his own had left."
    parsed, (claim,) = _read(text)
    said = _words(parsed, claim.content)
    assert "had fired" in said
    assert "had left" in said

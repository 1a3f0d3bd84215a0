"""The encoder's word beside the rules': acts that go, that come, that are named anew; modes and statuses."""

from dataclasses import replace

import pytest
from tests.reading.encoder_stand_in import Encoder, parties_of, told

import memcon.reading.pipeline as pipeline
from memcon.actors import registry
from memcon.coder import Attribution, Happening, Piece
from memcon.coder.labels import labels
from memcon.model import Event, Report
from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import lexicon
from memcon.places import gazetteer
from memcon.reading.encoder.coding import judged, revised
from memcon.reading.factuality.status import Status
from memcon.reading.parse.parsing import RULES, parser
from memcon.reading.parties.mentions import Mentions
from memcon.reading.triggers.triggers import Surroundings, Trigger, matched, triggers

TEXT = "Peru courted Chile on Monday. Angela Merkel met Barack Obama in Berlin."


def _happening(
    words: str, kind: str = "CONSULT", p: float = 0.95, status: str = "happened", arguments: tuple[tuple[str, str], ...] = ()
) -> Happening:
    at = TEXT.index(words)
    types = tuple(float(one == kind) for one in labels().types)
    given = tuple(Piece(TEXT.index(w), TEXT.index(w) + len(w), role, 0.99) for role, w in arguments)
    return Happening(Piece(at, at + len(words), kind, p), kind, "", status, p, 0.9, 0.99, given, types)


def _both(*said: Happening) -> list[Trigger]:
    p = parser().parse(TEXT)
    mentions = Mentions(p, registry(), None, gazetteer().is_place)
    found = triggers(p, lexicon(), Surroundings(mentions.kind, mentions.party_class))
    assert [p.words[t.head] for t in found] == ["met"]
    return revised(p, found, said)


def _words(found: list[Trigger]) -> list[tuple[str, str]]:
    return [(parser().parse(TEXT).words[t.head], t.entry.type) for t in found]


def test_an_act_of_the_rules_goes_where_the_encoder_sees_none() -> None:
    assert _words(_both()) == []
    assert _words(_both(_happening("Berlin", p=0.2))) == []
    assert _words(_both(_happening("met", p=0.2))) == []
    assert _words(_both(_happening("met", p=0.35))) == [("met", "CONSULT")]


def _of(text: str, *said: tuple[str, float, dict[str, float]]) -> list[tuple[str, str]]:
    """The acts of a text by the rules, where the encoder says of words how likely an act of each type is."""
    p = parser().parse(text)
    mentions = Mentions(p, registry(), None, gazetteer().is_place)
    heard = []
    for word, sure, kinds in said:
        best = max(kinds, key=lambda kind: kinds[kind])
        types = tuple(sure * kinds.get(kind, 0.0) for kind in labels().types)
        at, shares = text.index(word), tuple(kinds.get(kind, 0.0) for kind in labels().types)
        assert max(types) == sure * kinds[best]
        heard.append(Happening(Piece(at, at + len(word), best, sure), best, "", "happened", max(types), 0.9, 0.9, (), shares))
    named = matched(p, lexicon(), Surroundings(mentions.kind, mentions.party_class))
    return [(" ".join(p.words[n] for n in t.tokens), t.entry.type) for t in revised(p, named, heard)]


@pytest.mark.parametrize(
    ("text", "words", "sure", "told"),
    [
        ("Peru condemned Chile.", "condemned", 0.25, False),
        ("Peru condemned Chile.", "condemned", 0.35, True),
        ("Peru spoke highly of Chile.", "spoke highly", 0.15, True),
        ("Peru said that Chile was poor.", "said", 0.05, False),
        ("Peru said that Chile was poor.", "said", 0.15, True),
    ],
)
def test_the_encoder_vetoes_single_words_rather_than_phrases_and_cues(text: str, words: str, sure: float, told: bool) -> None:
    p = parser().parse(text)
    (rule,) = matched(p, lexicon(), Surroundings(lambda token: "state" if p.labels[token] == "GPE" else ""))
    assert bool(_of(text, (words, sure, {rule.entry.type: 1.0}))) == told


@pytest.mark.parametrize(
    ("text", "words", "kinds", "told"),
    [
        ("Peru condemned Chile.", "condemned", {"REJECT": 0.9, "ACCUSE": 0.05}, "REJECT"),
        ("Peru condemned Chile.", "condemned", {"REJECT": 0.6, "ACCUSE": 0.05}, "ACCUSE"),
        ("Peru condemned Chile.", "condemned", {"REJECT": 0.7, "ACCUSE": 0.25}, "ACCUSE"),
        ("Peru warned that it would shell Chile.", "warned", {"THREATEN": 0.9, "STATEMENT": 0.05}, "THREATEN"),
        ("Peru warned that the war could reach Chile.", "warned", {"THREATEN": 0.9, "STATEMENT": 0.05}, "STATEMENT"),
        ("Peru insisted on Monday that Chile was lying.", "insisted", {"ACCUSE": 0.5, "STATEMENT": 0.3}, "ACCUSE"),
        ("Peru insisted on Monday that Chile was lying.", "insisted", {"ACCUSE": 0.4, "STATEMENT": 0.3}, "STATEMENT"),
        ("Peru vowed that its long arm would reach Chile.", "vowed", {"THREATEN": 0.5, "STATEMENT": 0.3}, "THREATEN"),
        ("Peru cautioned that its patience would end.", "cautioned", {"THREATEN": 0.5, "STATEMENT": 0.3}, "STATEMENT"),
    ],
)
def test_a_line_s_type_gives_way_to_a_sure_one_alone(text: str, words: str, kinds: dict[str, float], told: str) -> None:
    assert [kind for _, kind in _of(text, (words, 0.95, kinds))] == [told]


def test_a_verb_stands_where_the_encoder_sees_its_act_in_what_completes_it() -> None:
    text = "Peru called the plan dangerous."
    assert _of(text, ("called", 0.2, {"ACCUSE": 1.0}), ("dangerous", 0.9, {"ACCUSE": 1.0})) == [("called", "ACCUSE")]
    assert _of(text, ("called", 0.2, {"ACCUSE": 1.0})) == []
    text = "Peru described the plan as a provocation."
    assert _of(text, ("described", 0.2, {"ACCUSE": 1.0}), ("provocation", 0.9, {"ACCUSE": 1.0})) == [("described", "ACCUSE")]


def test_what_is_told_beside_a_verb_is_not_carried_by_it() -> None:
    text = "Peru hosted 30 refugees after Chile shelled a town."
    found = _of(text, ("shelled", 0.99, {"ASSAULT": 1.0}), ("hosted", 0.99, {"AID": 1.0}))
    assert found == [("hosted", "AID"), ("shelled", "ASSAULT")]


def test_a_sure_act_of_a_doubtful_type_comes() -> None:
    assert _of("Peru courted Chile.", ("courted", 0.95, {"SUPPORT": 0.45, "CONSULT": 0.3})) == [("courted", "SUPPORT")]
    assert _of("Peru courted Chile.", ("courted", 0.95, {"SUPPORT": 0.4, "CONSULT": 0.3})) == []
    assert _of("Peru courted Chile.", ("courted", 0.55, {"SUPPORT": 1.0})) == []


def test_where_the_encoder_wavers_a_type_that_the_lexicon_has_for_the_word_counts_more() -> None:
    text = "Peru scrambled the eggs."
    assert _of(text, ("scrambled", 0.95, {"SUPPORT": 0.5, "MOBILIZE": 0.4})) == [("scrambled", "MOBILIZE")]
    assert _of(text, ("scrambled", 0.95, {"SUPPORT": 0.6, "MOBILIZE": 0.1})) == [("scrambled", "SUPPORT")]
    assert _of(text, ("scrambled", 0.95, {"SUPPORT": 0.8, "MOBILIZE": 0.2})) == [("scrambled", "SUPPORT")]


def test_an_act_that_the_rules_lack_comes_where_the_encoder_is_sure() -> None:
    sure, unsure = _happening("courted", "SUPPORT"), _happening("courted", "SUPPORT", 0.2)
    assert _words(_both(sure, _happening("met"))) == [("courted", "SUPPORT"), ("met", "CONSULT")]
    assert _words(_both(unsure, _happening("met"))) == [("met", "CONSULT")]


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        ("The meeting was coordinated with Berlin.", {"meeting": 0.99, "coordinated": 0.8}, ["meeting"]),
        ("The meeting was coordinated with Berlin.", {"meeting": 0.99, "coordinated": 0.9}, ["meeting"]),
        ("The vessel sailed in violation of the rules.", {"violation": 0.99}, []),
        ("Peru and Chile agreed to resume talks.", {"agreed": 0.99, "talks": 0.99}, ["talks"]),
        ("Peru set up a hotline.", {"hotline": 0.75}, ["hotline"]),
        ("Peru set up a hotline.", {"hotline": 0.65}, []),
        ("Peru and Chile signed a protocol.", {"protocol": 0.9}, ["protocol"]),
        ("Peru and Chile signed a protocol.", {"protocol": 0.75}, []),
    ],
)
def test_what_the_lexicon_takes_for_no_act_is_one_if_the_encoder_is_sure(text: str, said: dict[str, float], told: list[str]) -> None:
    """But not what tells how another act is done, nor what carries one."""
    p = parser().parse(text)
    mentions = Mentions(p, registry(), None, gazetteer().is_place)
    named = matched(p, lexicon(), Surroundings(mentions.kind, mentions.party_class))
    types = tuple(float(one == "AGREE") for one in labels().types)
    heard = [
        Happening(Piece(at, at + len(word), "AGREE", sure), "AGREE", "", "happened", sure, 0.9, 0.9, (), types)
        for word, sure in said.items()
        for at in (text.index(word),)
    ]
    assert [text[p.starts[t.head] : p.ends[t.head]] for t in revised(p, named, heard)] == told


def test_an_act_has_the_mode_of_which_the_encoder_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the record says so."""
    for sure, mode, by in ((0.9, "visit", "model:mode"), (0.6, "meeting", "lexicon:contact:meet")):
        (event,) = _read(monkeypatch, replace(_happening("met"), mode="visit", p_mode=sure))
        assert event.mode == mode
        assert [one.by for one in event.evidence if one.path == "/mode"] == [by]


@pytest.mark.parametrize(("word", "kind", "sure"), [("bombing", "ASSAULT", (0.95, 0.7)), ("talks", "CONSULT", (0.75, 0.65))])
def test_an_act_of_nobody_stands_where_the_encoder_is_sure(
    monkeypatch: pytest.MonkeyPatch, word: str, kind: str, sure: tuple[float, float]
) -> None:
    for likely, count in zip(sure, (1, 0), strict=True):
        said = replace(_happening("courted", kind, likely), trigger=Piece(24, 24 + len(word), kind, likely))
        text = f"It was quiet before the {word} in Lima."
        monkeypatch.setattr(pipeline, "available", lambda: True)
        monkeypatch.setattr(pipeline, "coder", lambda said=said: Encoder(said))
        events = pipeline.read(Report("r", text, published="2015-03-05")).events
        assert [(one.quote, e.participants) for e in events for one in e.triggers] == [(word, ())] * count


def test_what_is_asked_for_is_an_act_where_the_encoder_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Peru urged Chile to withdraw."
    asked = ("urged", "REQUEST", "yield", ())
    assert [e.type for e in told(monkeypatch, text, asked)] == ["REQUEST"]
    assert [e.type for e in told(monkeypatch, text, asked, ("withdraw", "RETREAT", "", ()))] == ["REQUEST", "RETREAT"]


def test_words_outside_the_parse_bring_nothing() -> None:
    far = Happening(Piece(500, 503, "CONSULT", 0.99), "CONSULT", "", "happened", 0.99, 0.9, 0.9, (), (1.0,))
    assert _words(_both(far)) == []


def _read(monkeypatch: pytest.MonkeyPatch, *said: Happening) -> tuple[Event, ...]:
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", lambda: Encoder(*said))
    record = pipeline.read(Report("r", TEXT, published="2015-03-05"))
    assert ("coder", Encoder.sha256) in record.made_by.models
    return record.events


def test_an_added_act_has_the_parties_of_its_slots(monkeypatch: pytest.MonkeyPatch) -> None:
    (event,) = _read(monkeypatch, _happening("courted", "SUPPORT"))
    assert [(one.role, one.name) for one in event.participants] == [("actor", "Peru"), ("recipient", "Chile")]
    assert next(one.by for one in event.evidence if one.path == "/type") == "model:trigger"
    assert next(one.p for one in event.evidence if one.path == "/type") == event.confidence > 0.5


def test_the_rules_alone_are_not_asked_of_the_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _read(monkeypatch) == ()
    rules = pipeline.read(Report("r", TEXT, published="2015-03-05"), RULES)
    assert [event.type for event in rules.events] == ["CONSULT"]
    assert "coder" not in dict(rules.made_by.models)


def test_a_source_that_only_the_encoder_hears_is_told_with_its_probability(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel, so the ministry has it, met Barack Obama in Berlin."

    def piece(words: str, label: str) -> Piece:
        return Piece(text.index(words), text.index(words) + len(words), label, 0.9)

    claim = Attribution(piece("has it", "cue"), (piece("the ministry", "source"),), (piece("met Barack Obama in Berlin", "content"),), 0.9)
    start = text.index("met")
    types = tuple(float(one == "CONSULT") for one in labels().types)
    met = Happening(Piece(start, start + 3, "CONSULT", 0.9), "CONSULT", "meeting", "happened", 0.9, 0.9, 0.9, (), types)
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", lambda: Encoder(met, claims=(claim,)))
    (event,) = pipeline.read(Report("r", text, published="2015-03-05")).events
    assert [one.name for one in event.sources] == ["the ministry"]
    assert [(one.by, one.p) for one in event.evidence if one.path == "/sources/0"] == [("model:attribution", 0.9)]


def test_the_words_before_an_act_s_noun_are_no_act_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel and Barack Obama spoke twice; the last call was on Monday."
    parties = (("actor", "Angela Merkel", 0.9), ("recipient", "Barack Obama", 0.9))
    events = told(monkeypatch, text, ("last", "CONSULT", "call", parties), ("call", "CONSULT", "call", parties))
    assert [[one.quote for one in event.triggers] for event in events] == [["call"]]


def test_what_only_tells_of_a_place_is_no_act(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel met Barack Obama in Riga, a stop on his tour."
    parties = (("actor", "Angela Merkel", 0.9),)
    events = told(monkeypatch, text, ("met", "CONSULT", "meeting", ()), ("stop", "CONSULT", "visit", parties))
    assert [[one.quote for one in event.triggers] for event in events] == [["met"]]


@pytest.mark.parametrize("clause", ["to nourish refugees", "that will nourish refugees"])
def test_what_an_act_is_for_is_no_act_of_the_same_type_beside_it(monkeypatch: pytest.MonkeyPatch, clause: str) -> None:
    text = f"Peru built a kitchen {clause} in Chile."
    parties = (("actor", "Peru", 0.9),)
    events = told(monkeypatch, text, ("built", "AID", "humanitarian", parties), ("nourish", "AID", "humanitarian", parties))
    assert [[one.quote for one in event.triggers] for event in events] == [["built"]]


def test_who_is_attacked_stands_behind_into_too(monkeypatch: pytest.MonkeyPatch) -> None:
    (event,) = told(monkeypatch, "The army of Chad poured into Togo on Monday.", ("poured", "ASSAULT", "", ()))
    assert [one.name for one in event.parties("recipient")] == ["Togo"]


def test_a_call_has_a_word_that_speaks_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    parties = (("actor", "Angela Merkel", 0.9), ("recipient", "Barack Obama", 0.9))
    for text, mode in (
        ("Angela Merkel reconnected with Barack Obama on Monday.", ""),
        ("Angela Merkel reconnected with Barack Obama on the phone on Monday.", "call"),
    ):
        (event,) = told(monkeypatch, text, ("reconnected", "CONSULT", "call", parties))
        assert event.mode == mode


def test_an_act_told_by_a_phrase_has_the_slots_of_its_noun(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel was on the line with Barack Obama on Monday."
    (event,) = told(monkeypatch, text, ("on the line", "CONSULT", "call", (("actor", "Angela Merkel", 0.9),)))
    assert parties_of(event) == {("actor", "Angela Merkel"), ("recipient", "Barack Obama")}


@pytest.mark.parametrize(("p", "types"), [(0.9, ["STATEMENT", "ASSAULT"]), (0.4, ["ASSAULT"])])
def test_a_statement_stands_beside_what_it_tells_where_the_encoder_says_so(
    monkeypatch: pytest.MonkeyPatch, p: float, types: list[str]
) -> None:
    text = "Angela Merkel said that Chile attacked Bolivia."
    kinds = tuple(float(one == "STATEMENT") for one in labels().types)
    said = Happening(Piece(14, 18, "STATEMENT", p), "STATEMENT", "", "happened", p, 0.9, 0.9, (), kinds)
    at = text.index("attacked")
    kinds = tuple(float(one == "ASSAULT") for one in labels().types)
    attacked = Happening(Piece(at, at + 8, "ASSAULT", 0.9), "ASSAULT", "", "happened", 0.9, 0.9, 0.9, (), kinds)
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", lambda: Encoder(said, attacked))
    assert [event.type for event in pipeline.read(Report("r", text, published="2015-03-05")).events] == types


@pytest.mark.parametrize(
    ("text", "cue", "p", "found"),
    [
        ("Angela Merkel said the road would be long.", "said", 0.25, True),
        ("Angela Merkel said the road would be long.", "said", 0.15, False),
        ("Angela Merkel left, saying the road would be long.", "saying", 0.25, False),
        ("Angela Merkel left, saying the road would be long.", "saying", 0.6, True),
    ],
)
def test_a_bare_cue_is_a_statement_only_where_the_encoder_hears_one(
    monkeypatch: pytest.MonkeyPatch, text: str, cue: str, p: float, found: bool
) -> None:
    at, kinds = text.index(cue), tuple(float(one == "STATEMENT") for one in labels().types)
    said = Happening(Piece(at, at + len(cue), "STATEMENT", p), "STATEMENT", "", "happened", p, 0.9, 0.9, (), kinds)
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", lambda: Encoder(said))
    assert ("STATEMENT" in [event.type for event in pipeline.read(Report("r", text, published="2015-03-05")).events]) == found


@pytest.mark.parametrize(
    ("kind", "rule", "sure", "value"),
    [
        ("ACCUSE", "modal.would", 0.95, "happened"),  # words as well as deeds
        ("CONSULT", "infinitive.to", 0.95, "happened"),
        ("ACCUSE", "modal.would", 0.75, "planned"),
        ("ACCUSE", "aspect.repeated", 0.95, "planned"),
        ("REQUEST", "modal.would", 0.95, "planned"),  # of another act
    ],
)
def test_a_status_of_which_the_encoder_is_very_sure_is_the_act_s(kind: str, rule: str, sure: float, value: str) -> None:
    heard = replace(_happening("met", kind), type="ACCUSE" if kind == "REQUEST" else kind, p_status=sure)
    heard = replace(heard, statuses=tuple(sure if one == heard.status else (1 - sure) / 5 for one in codebook().statuses))
    trigger = next(iter(_both(_happening("met"))))
    trigger = replace(trigger, entry=replace(trigger.entry, type=kind))
    assert judged(replace(trigger, coded=heard), Status("planned", rule, ())).value == value


def test_words_that_help_a_verb_are_no_act_beside_it() -> None:
    text = "Togo's minister, Bo Fox, said Lome would not accept any arrangement that gave Chadian warships the right to enter Kano."
    assert [e.type for e in pipeline.read(Report("r", text)).events] == ["REJECT"]


def test_who_would_hold_their_fire_do_not_threaten() -> None:
    text = "Ivan Rey told Bo Fox that his fighters would hold their fire for 14 days if the army did the same."
    assert [(e.type, e.mode, e.status) for e in pipeline.read(Report("r", text)).events] == [("RETREAT", "ceasefire", "possible")]


def test_half_a_word_is_no_act(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Angela Merkel met Barack Obama and did another about-face."
    events = told(
        monkeypatch, text, ("met", "CONSULT", "meeting", ()), ("about-", "CONSULT", "meeting", (("actor", "Angela Merkel", 0.9),))
    )
    assert [[one.quote for one in event.triggers] for event in events] == [["met"]]


@pytest.mark.parametrize(
    ("text", "p", "kinds", "found"),
    [
        ("Peru offered Bo Fox two seats in the cabinet.", 0.6, {"AID": 0.4, "CONSULT": 0.3, "CONCEDE": 0.1}, ["CONCEDE"]),
        ("Peru offered Bo Fox a task force.", 0.5, {"AID": 0.7, "CONSULT": 0.1}, ["AID"]),
        ("Peru offered Bo Fox a different account.", 0.3, {"AID": 0.7, "CONSULT": 0.1}, []),
    ],
)
def test_what_no_other_word_names_is_offered(
    monkeypatch: pytest.MonkeyPatch, text: str, p: float, kinds: dict[str, float], found: list[str]
) -> None:
    types = tuple(kinds.get(one, 0.0) for one in labels().types)
    best = max(kinds, key=lambda kind: kinds[kind])
    statuses = tuple(float(one == "offered") for one in labels().statuses)
    said = Happening(Piece(5, 12, best, p), best, "", "offered", p * kinds[best], 0.9, 0.9, (), types, statuses)
    monkeypatch.setattr(pipeline, "available", lambda: True)
    monkeypatch.setattr(pipeline, "coder", lambda: Encoder(said))
    events = pipeline.read(Report("r", text, published="2015-03-05")).events
    assert [(event.type, event.status) for event in events] == [(kind, "offered") for kind in found]
    parties = [("actor", "Peru"), ("recipient", "Bo Fox")] if found else []
    assert [(q.role, q.name) for event in events for q in event.participants] == parties

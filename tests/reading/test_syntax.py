"""Deep subjects, objects and prepositions, whatever the surface."""

import pytest

from memcon.reading.grammar import syntax
from memcon.reading.parse.parsing import parser
from memcon.reading.triggers import slots


def _words(text: str, word: str, slot: str) -> list[str]:
    p = parser().parse(text)
    return [p.words[t] for t in slots.fill(p, p.words.index(word), slot)]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Norway condemned the raid.", "condemned", ["Norway"]),
        ("The raid was condemned by Norway.", "condemned", ["Norway"]),
        ("Norway and Chile condemned the raid.", "condemned", ["Norway", "Chile"]),
        ("Norway offered to mediate.", "mediate", ["Norway"]),
        ("Norway urged Chile to withdraw.", "withdraw", ["Chile"]),
        ("The minister who visited Oslo resigned.", "visited", ["minister"]),
        ("The general said IS attacked the town.", "attacked", ["IS"]),
        ("Theresa May flew home. May urged her to wait.", "urged", ["May"]),
        ("The minister flew home and met reporters.", "met", ["minister"]),
        ("Delegations of Norway and Chile, which have met twice, left.", "met", ["Delegations"]),
        ("Fears about Chile, which has tested a bomb, grew.", "tested", ["Chile"]),
        ("Before meeting the king, the minister flew to Oslo.", "meeting", ["minister"]),
    ],
)
def test_deep_subject(text: str, verb: str, subject: list[str]) -> None:
    assert _words(text, verb, "subj") == subject


@pytest.mark.parametrize(
    ("text", "word", "slot", "fillers"),
    [
        ("The raid was condemned by Norway.", "condemned", "obj", ["raid"]),
        ("The envoy spoke with France, Germany and Italy.", "spoke", "with", ["France", "Germany", "Italy"]),
        ("The envoy discussed the war with Chile.", "discussed", "with", ["Chile"]),
        ("Norway held talks with Chile.", "talks", "with", ["Chile"]),
        ("Norway held talks with Chile.", "talks", "support", ["Norway"]),
        ("Moscow's offensive against Chile began.", "offensive", "poss", ["Moscow"]),
        ("Moscow's offensive against Chile began.", "offensive", "against", ["Chile"]),
        ("The Russian attack on Chile began.", "attack", "mod", ["Russian"]),
        ("The man they detained was freed.", "detained", "obj", ["man"]),
    ],
)
def test_slots(text: str, word: str, slot: str, fillers: list[str]) -> None:
    assert _words(text, word, slot) == fillers


def test_support_climbs_over_quantities() -> None:
    p = parser().parse("Norway held a round of talks.")
    verb, how = syntax.support(p, p.words.index("talks"))
    assert verb is not None
    assert (p.words[verb], how) == ("held", "obj")

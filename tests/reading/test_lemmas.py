"""Lemmas asked once: the same as by the pipeline's own parts, whatever was asked before."""

import pytest
import spacy

from memcon.reading.parse.lemmas import RULED, Key, Lemmas
from memcon.reading.parse.parsing import DEFAULT_MODEL, _loaded

TEXTS = [
    "The two presidents' men were meeting; talks had broken down, and better ones were held.",
    "He's said they'd been shelling the towns. Their leaders left, leaving leaves.",
    "U.S. forces struck; the striking workers met.",
]


def _parsed(text: str) -> tuple[list[Key], list[str]]:
    """The words of a text as its pipeline tags and parses them, and the lemmas that it gives."""
    whole = _loaded(DEFAULT_MODEL)._nlp(text)
    return [(token.text, token.tag_, token.dep_) for token in whole], [token.lemma_ for token in whole]


def test_the_lemmas_of_the_pipeline() -> None:
    nlp = _loaded(DEFAULT_MODEL)._nlp
    ours = Lemmas(nlp)
    for text in [*TEXTS, *reversed(TEXTS)]:
        whole, lemmas = _parsed(text)
        assert ours(whole) == lemmas


def test_what_was_asked_before_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = _loaded(DEFAULT_MODEL)._nlp
    fresh, used = Lemmas(nlp), Lemmas(nlp)
    for text in TEXTS:
        used(_parsed(text)[0])
    assert used(_parsed(TEXTS[2])[0]) == fresh(_parsed(TEXTS[2])[0])
    monkeypatch.setattr("memcon.reading.parse.lemmas._MOST", 3)  # forgets each time
    assert used(_parsed(TEXTS[0])[0]) == fresh(_parsed(TEXTS[0])[0])


def test_a_pipeline_without_such_parts_keeps_its_own() -> None:
    blank = spacy.blank("en")
    assert Lemmas.of(blank) is None
    assert not set(RULED) & set(blank.pipe_names)

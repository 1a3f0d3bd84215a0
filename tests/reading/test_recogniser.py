"""Names told at once: the same as by the pipeline's own search, for words in any order."""

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from memcon.reading.parse.parsing import DEFAULT_MODEL, Parser, _loaded
from memcon.reading.parse.recogniser import Recogniser

WORDS = "the Ann Lee of United Nations General Assembly in Lima , Peru on Monday 5 March and $ 3 million U.S. Army May \n said".split(" ")


def _both(sentences: list[list[str]]) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, str]]]:
    """The names by our search and by the pipeline's own."""
    nlp = _loaded(DEFAULT_MODEL)._nlp
    ours = Recogniser.of(nlp)
    assert ours is not None
    words = [word for sentence in sentences for word in sentence]
    starts: list[bool | int | None] = [not at for sentence in sentences for at in range(len(sentence))]
    found = ours(words, frozenset(at for at, opens in enumerate(starts) if opens))
    theirs = nlp.get_pipe("ner")(Doc(nlp.vocab, words=words, sent_starts=starts)).ents
    return found, [(one.start, one.end, one.label_) for one in theirs]


def test_names_of_several_words() -> None:
    text = "Ann Lee of the United Nations Development Programme met the Togolese on Monday, 5 March 2012. Bo Fox stayed in New South Wales."
    found, theirs = _both([[token.text for token in sentence] for sentence in _loaded(DEFAULT_MODEL)._nlp(text).sents])
    assert found == theirs
    assert any(end - first > 2 for first, end, _ in found)


@settings(deadline=None)  # the parser is slow on a busy machine
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), min_size=1, max_size=4))
def test_as_the_pipeline_finds_them(sentences: list[list[str]]) -> None:
    found, theirs = _both(sentences)
    assert found == theirs


def test_no_words() -> None:
    assert _both([]) == ([], [])


def test_another_search_is_left_to_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = _loaded(DEFAULT_MODEL)._nlp
    pipe: Any = nlp.get_pipe("ner")
    monkeypatch.setitem(pipe.cfg, "beam_width", 4)
    assert Recogniser.of(nlp) is None
    assert Recogniser.of(spacy.blank("en")) is None


def test_names_by_other_means_are_read_too() -> None:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Bo Fox"}])
    assert Recogniser.of(nlp) is None
    assert Parser(nlp).parse("The envoy Bo Fox left.").names == ((2, 4, "PERSON"),)

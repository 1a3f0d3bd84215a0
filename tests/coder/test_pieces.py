"""Words as pieces: offsets, sentences, letter case, windows."""

from pathlib import Path

import pytest

from memcon.coder.pieces import LIMIT, Tokeniser, letter_case, quoted, windows

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "putin", "met", "be", "##nne", "##tt", ".", '"', "in", "a", "##a", "moscow"]


@pytest.fixture
def tokeniser(tmp_path: Path) -> Tokeniser:
    path = tmp_path / "vocab.txt"
    path.write_text("\n".join(WORDS) + "\n", "utf-8")
    return Tokeniser(path)


def test_offsets_are_code_points_and_words_begin_where_they_begin(tokeniser: Tokeniser) -> None:
    text = "🕊 Bennett met Putin."
    pieces = tokeniser.pieces(text, [(0, len(text))])
    words = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert words == ["🕊", "Be", "nne", "tt", "met", "Putin", "."]
    assert pieces.words.tolist() == [True, True, False, False, True, True, True]
    assert pieces.shapes.tolist() == [0, 2, 2, 2, 1, 2, 0]


def test_what_stands_in_no_sentence_is_left_out(tokeniser: Tokeniser) -> None:
    pieces = tokeniser.pieces("Putin met. Moscow. Met", [(0, 10), (19, 22)])
    assert pieces.sentences.tolist() == [0, 0, 0, 1]
    assert len(tokeniser.pieces("Putin", [])) == 0


def test_windows_hold_whole_sentences_and_cut_only_what_is_too_long(tokeniser: Tokeniser) -> None:
    text = "met " * 100
    cut = [(i * 40, i * 40 + 39) for i in range(10)]
    pieces = tokeniser.pieces(text, cut)
    found = windows(pieces, 32)
    assert found == [(0, 30), (30, 60), (60, 90), (90, 100)]
    assert windows(pieces, 32, first=14) == [(0, 10), (10, 40), (40, 70), (70, 100)]
    assert windows(tokeniser.pieces("", []), 32) == []
    long = tokeniser.pieces("a" * 50 + " met", [(0, 54)])
    assert [b - a for a, b in windows(long, 32)] == [30, 21]


def test_a_sentence_of_two_thousand_words_is_cut(tokeniser: Tokeniser) -> None:
    text = "met " * 2000
    pieces = tokeniser.pieces(text, [(0, len(text))])
    found = windows(pieces)
    assert found[0] == (0, LIMIT - 2)
    assert [a for a, _ in found[1:]] == [b for _, b in found[:-1]]
    assert found[-1][1] == 2000


def test_no_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "vocab.txt").write_text("met\n", "utf-8")
    with pytest.raises(ValueError, match="vocabulary"):
        Tokeniser(tmp_path / "vocab.txt")


@pytest.mark.parametrize(("word", "case"), [("", 0), ("5", 0), ("a", 1), ("A", 2), ("U.S.", 3), ("iPhone", 4), ("Élysée", 2), ("中国", 4)])
def test_letter_case(word: str, case: int) -> None:
    assert letter_case(word) == case


def test_quotation_marks_close_at_the_end_of_a_line() -> None:
    assert quoted('"a\nb" c') == [(0, 2), (4, 7)]
    assert quoted("no ” marks “ here") == [(11, 17)]

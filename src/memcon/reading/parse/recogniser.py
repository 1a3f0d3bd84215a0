"""Names by a spaCy pipeline's own recogniser, its decisions taken for all words at once.

spaCy 3.8 walks from word to word and asks each time for all 74 actions whether they are allowed, which takes more than all its network
does. Outside a name an action hangs on its word alone (its features are the word, the first word of the name that is open, and the last
one; https://spacy.io/api/architectures#TransitionBasedParser), so that all these are told in one product; only words inside a name are
looked at one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .word_vectors import WordVectors

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "ner"
_FEATURES = 3  # a word, the first word of the open name, the word before within it
Span = tuple[int, int, str]


class Recogniser:
    """The weights of a pipeline's recogniser; a call gives the names among words as spaCy's own greedy search does."""

    def __init__(self, nlp: Language, words: WordVectors) -> None:
        pipe: Any = nlp.get_pipe(NAME)
        self._words = words
        lower, upper = pipe.model.get_ref("lower"), pipe.model.get_ref("upper")
        self._lower = lower.get_param("W").reshape(-1, lower.get_dim("nI"))
        self._pieces = lower.get_dim("nP")
        self._bias = lower.get_param("b").reshape(-1)
        self._absent = lower.get_param("pad").reshape(_FEATURES, -1)
        self._upper, self._upper_bias = upper.get_param("W"), upper.get_param("b")
        moves = _moves(pipe)
        self._moves = moves
        self._begins = np.array([move == "B" for move, _ in moves])
        self._opens = np.array([move in "BU" for move, _ in moves])
        self._never = np.array([move in "IL" or move + label == "U" for move, label in moves])  # outside a name
        at = {move: n for n, move in enumerate(moves)}
        self._inside = {label: (at["I", label], at["L", label]) for move, label in moves if move == "B"}

    @staticmethod
    def of(nlp: Language) -> Recogniser | None:
        """For a pipeline whose recogniser is spaCy's usual network and search; None for another, or none."""
        if NAME not in nlp.pipe_names:
            return None
        pipe: Any = nlp.get_pipe(NAME)
        model: Any = getattr(pipe, "model", None)
        refs = getattr(model, "ref_names", ())
        if not {"tok2vec", "lower", "upper"} <= set(refs) or pipe.cfg.get("beam_width") != 1 or model.attrs.get("unseen_classes"):
            return None
        lower, moves = model.get_ref("lower"), _moves(pipe)
        labels = {label for move, label in moves if move == "B"}
        words = WordVectors.of(nlp.vocab, model.get_ref("tok2vec"))
        usual = {("O", ""), ("U", ""), *((move, label) for move in "BILU" for label in labels)} == set(moves)  # U alone: no name by decree
        usual = usual and lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") >= 2
        return Recogniser(nlp, words) if usual and words is not None else None

    def __call__(self, words: list[str], openings: frozenset[int]) -> list[Span]:
        """The names among words, of which some open a sentence: first word, end, label."""
        if not words:
            return []
        parts = (self._words(words) @ self._lower.T).reshape(len(words), _FEATURES, -1)
        scores = self._scores(parts[:, 0] + self._absent[1] + self._absent[2])
        scores[:, self._never] = -np.inf
        last = np.array([at in openings for at in range(1, len(words))] + [True])  # nothing goes on behind these
        scores[np.ix_(last, self._begins)] = -np.inf
        scores[np.ix_(np.array([word.isspace() for word in words]), self._opens)] = -np.inf
        chosen = scores.argmax(axis=1).tolist()
        found: list[Span] = []
        at = 0
        while at < len(words):
            move, label = self._moves[chosen[at]]
            end = at + 1
            if move == "B":
                while not self._ends(parts, at, end, label, last):
                    end += 1
                end += 1
            if move != "O":
                found.append((at, end, label))
            at = end
        return found

    def _ends(self, parts: Any, first: int, at: int, label: str, last: Any) -> bool:
        """Whether the name that begins at `first` ends with the word `at`."""
        goes_on, ends = self._inside[label]
        if last[at]:
            return True
        scores = self._scores((parts[at, 0] + parts[first, 1] + parts[at - 1, 2])[None])[0]
        return bool(scores[ends] > scores[goes_on])

    def _scores(self, sums: Any) -> Any:
        hidden = (sums + self._bias).reshape(len(sums), -1, self._pieces).max(axis=2)
        return hidden @ self._upper.T + self._upper_bias


def _moves(pipe: Any) -> list[tuple[str, str]]:
    """The actions in the order of their scores: begin, in, last, unit or out, and the label."""
    names = [pipe.moves.get_class_name(number) for number in range(pipe.moves.n_moves)]
    return [(name[:1], name[2:]) for name in names]

"""Lemmas by a spaCy pipeline's own rules, each word asked once: the same form, tag and dependency have the same lemma."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

RULED = ("attribute_ruler", "lemmatizer")
"""The parts of a pipeline that look at one word, its tag and its dependency, and make its lemma of them."""
_BETWEEN = "."  # stands between the words asked, so that no rule for two words in a row meets them
_MOST = 200_000  # words remembered; a form with its tag and dependency each

Key = tuple[str, str, str]


class Lemmas:
    """What the `RULED` parts of a pipeline make of words."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._pipes = [nlp.get_pipe(name) for name in RULED]
        self._known: dict[Key, str] = {}

    @staticmethod
    def of(nlp: Language) -> Lemmas | None:
        """For a pipeline that ends its lemmas in such rules; None for one that learnt them, or has none."""
        ruled = all(name in nlp.pipe_names for name in RULED)
        return Lemmas(nlp) if ruled and getattr(nlp.get_pipe(RULED[1]), "mode", "") == "rule" else None

    def __call__(self, doc: Any) -> list[str]:
        """The lemma of each token of a tagged and parsed document."""
        keys = [(token.text, token.tag_, token.dep_) for token in doc]
        missing = list(dict.fromkeys(key for key in keys if key not in self._known))
        if missing:
            if len(self._known) + len(missing) > _MOST:
                self._known.clear()
                missing = list(dict.fromkeys(keys))
            self._ask(missing)
        return [self._known[key] for key in keys]

    def _ask(self, keys: list[Key]) -> None:
        from spacy.tokens import Doc

        words = [word for key in keys for word in (key[0], _BETWEEN)]
        tags = [tag for key in keys for tag in (key[1], ".")]
        deps = [dep for key in keys for dep in (key[2], "punct")]
        asked = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=[i - i % 2 for i in range(len(words))])
        for pipe in self._pipes:
            asked = pipe(asked)
        for key, token in zip(keys, list(asked)[::2], strict=True):
            self._known[key] = token.lemma_

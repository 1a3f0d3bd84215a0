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
"""A word, its tag and its dependency."""


class Lemmas:
    """What the `RULED` parts of a pipeline make of words."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._pipes = [nlp.get_pipe(name) for name in RULED]
        _as_sets(self._pipes[-1])
        self._known: dict[Key, str] = {}
        self._listed: tuple[frozenset[str], frozenset[str]] | None = None

    @staticmethod
    def of(nlp: Language) -> Lemmas | None:
        """For a pipeline that ends its lemmas in such rules; None for one that learnt them, or has none."""
        ruled = all(name in nlp.pipe_names for name in RULED)
        return Lemmas(nlp) if ruled and getattr(nlp.get_pipe(RULED[1]), "mode", "") == "rule" else None

    def __call__(self, keys: list[Key]) -> list[str]:
        """The lemma of each word with its tag and dependency."""
        missing = list(dict.fromkeys(key for key in keys if key not in self._known))
        if missing:
            if len(self._known) + len(missing) > _MOST:
                self._known.clear()
                missing = list(dict.fromkeys(keys))
            self._ask(missing)
        return [self._known[key] for key in keys]

    def listed_as(self, word: str) -> str:
        """What a small word, or one that it is a form of, is by the pipeline's lists: "noun" if that alone, else "word"; "" if none."""
        if self._listed is None:
            self._listed = self._lists()
        endings = ("s", "es", "ed", "d", "ing", "er")
        bare = {word, *(word.removesuffix(end) for end in endings), *(word.removesuffix(end) + "e" for end in ("ed", "ing"))}
        bare |= {word.removesuffix("ies") + "y"} if word.endswith("ies") else set()
        nouns, others = self._listed
        return "word" if bare & others else "noun" if bare & nouns else ""

    def _lists(self) -> tuple[frozenset[str], frozenset[str]]:
        """The nouns, and all other words, of the pipeline's lists, with their irregular forms."""
        tables: Any = self._pipes[-1]
        found: dict[bool, set[str]] = {True: set(), False: set()}
        for name in ("lemma_index", "lemma_exc"):
            table = tables.lookups.get_table(name)
            for part in ("noun", "verb", "adj", "adv"):
                found[part == "noun"].update(table.get(part, ()))
        return frozenset(found[True]), frozenset(found[False])

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


def _as_sets(lemmatizer: Any) -> None:
    """The words of each part of speech, which the rules look every new form up in, as sets in place of lists of thousands."""
    table = lemmatizer.lookups.get_table("lemma_index", {})
    for part, listed in table.items():
        if isinstance(listed, list):
            table.set(part, frozenset(listed))

"""Which act an expression of time or place belongs to: the nearest trigger above it in the tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from memcon.ontology.lexicon import lexicon
from memcon.ontology.words import words

from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import governor, support
from .triggers import Trigger

_CLIMB = 14
_ONLY_TOLD = words("vouching_verbs") - {"report"}
_CARRIES = ("obj", "subj", "attr", "in", "at", "for", "during", "to", "into")


class Hosts:
    """Triggers by the tokens that stand for them: their own words, and the verb that carries a noun of action."""

    def __init__(self, p: Parsed, triggers: Sequence[Trigger]) -> None:
        self._p = p
        self._own: dict[int, list[int]] = defaultdict(list)
        self._heads = [t.head for t in triggers]
        self._carried: dict[int, list[int]] = defaultdict(list)
        for number, trigger in enumerate(triggers):
            for token in trigger.tokens:
                self._own[token].append(number)
            if not is_verb(p, trigger.head):
                verb, how = support(p, trigger.head)
                if verb is not None and how in _CARRIES:
                    self._carried[verb].append(number)

    def of(self, first: int, end: int, *, time: bool = False, near: bool = False) -> tuple[int, ...]:
        """The triggers that the words `first` up to `end` belong to (numbers in the sequence given), nearest first; empty if none.

        A clause that reports speech is not left upwards: a day that stands with "said" is the day of the saying. A `time` that only
        describes a noun ("the nominee for the November election") belongs to no act; a place may ("the town of X"). `near` stays in the
        innermost clause ("where he sat with X for three hours").
        """
        p = self._p
        at = head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
        for _ in range(_CLIMB):
            if at in self._own and not first <= at < end:
                return tuple(self._own[at])
            if at in self._carried and is_verb(p, at):
                if time and p.lemmas[at] in _ONLY_TOLD and p.lower[p.heads[head]] != "for":
                    return ()  # "her death was confirmed on Tuesday", but "was announced for May"
                return (min(self._carried[at], key=lambda n: (abs(self._heads[n] - first), n)),)
            if p.heads[at] == at:
                return ()
            if time and governor(p, at) == p.heads[at] and self._inside_a_name(at, first, end):
                return ()
            if near and is_verb(p, at):
                return ()
            if time and p.deps[at] == "prep" and p.lower[at] == "according":  # "according to a statement on Monday by X"
                return ()
            if is_verb(p, at) and p.deps[at] in ("ccomp", "advcl", "parataxis", "pcomp"):
                return ()
            if is_verb(p, at) and p.deps[at] in ("xcomp", "conj") and self._finite(at):
                return ()
            if (
                time and is_verb(p, at) and p.deps[at] in ("relcl", "acl")
            ):  # "the man, who lived there until 1968, said": no day of the saying
                return tuple(self._own.get(p.heads[at], ()))
            at = governor(p, at)
        return ()

    def _inside_a_name(self, token: int, first: int, end: int) -> bool:
        """Whether the words only describe a noun that is no act: "the nominee for the November election", "the 2010 report"."""
        p, head = self._p, self._p.heads[token]
        if head in self._own or is_verb(p, head) or not p.tags[head].startswith("N"):
            return False
        if p.deps[token] in ("compound", "nmod", "amod", "poss", "nummod"):
            during = ("during", "at") if p.deps[token] == "poss" else ("during",)  # "captured during the 1967 war", "at Friday's dinner"
            lasted = p.deps[head] == "pobj" and p.lower[p.heads[head]] in during
            return not first <= head < end and not lasted
        if p.deps[token] != "prep" or p.heads[head] in self._own:
            return False
        if p.deps[head] == "pobj" and p.lower[token] == "on" and p.labels[first] == "DATE":  # "gave it to a court on Monday"
            return p.lemmas[head] in lexicon().nouns or p.lemmas[head] in words("dated_nouns")
        return p.deps[head] in ("nsubj", "nsubjpass", "pobj")

    def _finite(self, verb: int) -> bool:
        return self._p.tags[verb] in ("VBD", "VBZ", "VBP")

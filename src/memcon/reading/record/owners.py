"""Whose army "his army" is: who is told of by an owner's pronoun bears the owner's name, since a pronoun says nothing elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from memcon.model import Source, Span

from ..coreference.cast import Cast
from ..coreference.identities import Identified
from ..grammar.parsed import Parsed, unbroken
from ..parties.entity import Entity

BY = "rule:name.owner"
SURE = 0.7  # F1 of pronouns on GAP: `python -m benchmarks.coreference`, benchmarks/results/coreference.json

_LONGEST = 5  # words of an owner's name: more are a description that would hide what it owns
_AT_MOST = 3  # owners of one thing: "Chad, Togo and Peru's foreign ministers"
_DEEPEST = 2  # "his envoy's car": the envoy of him


class Owners:
    """The names of a report's parties with those of their owners in place of pronouns.

    >>> from memcon import read
    >>> record = read("Idriss Deby met Faure Gnassingbe in Lome on Monday. His army attacked the rebels.", published="2014-05-07")
    >>> [party.name for party in record.events[1].participants]
    ["Idriss Deby's army", 'the rebels']
    """

    def __init__(self, p: Parsed, cast: Cast, identities: Mapping[int, Identified]) -> None:
        self._p, self._cast, self._identities = p, cast, identities

    def told(self, name: str, span: Span, deep: int = 0) -> tuple[str, tuple[Span, ...]]:
        """The name with its owner's, and the words that tell the owner; the name as it is and no words where no pronoun stands in it."""
        p = self._p
        first = bisect_left(p.starts, span.start)
        token = next((t for t in range(first, bisect_left(p.starts, span.end)) if self._is_owner(t, name)), None)
        if token is None or deep >= _DEEPEST:
            return name, ()
        owners = [self._cast.entities[n] for n in self._cast.of(token)]
        named = [self._name(one, token, deep + 1) for one in owners if first not in {m.first for m in one.mentions if m.form != "pronoun"}]
        alone = len(owners) == 1 and (owners[0].kind == "state" or (owners[0].kind == "person" and owners[0].named))
        if alone and p.lower[token] == "their":  # of a row that nobody has found, rather than of a state
            return name, ()
        if not named or len(named) < len(owners) or len(named) > _AT_MOST or not all(told for told, _ in named):
            return name, ()
        *others, last = (told for told, _ in named)
        whole = f"{', '.join(others)} and {last}" if others else last
        genitive = whole + ("'" if whole.endswith("s") else "'s")
        with_own = re.compile(rf"\b(?:(?:the|a|an)\s+)?{re.escape(p.words[token])}\b(?:\s+own\b)?", re.IGNORECASE)
        return with_own.sub(lambda _: genitive, name, count=1), tuple(where for _, where in named)

    def of_source(self, source: Source) -> Source:
        """A source that is told of with a pronoun ("his office") by its owner's name."""
        if source.name is None or source.source is None:
            return source
        start = self._p.text.rfind(source.name, 0, source.source.end)  # "his office said ... it added"
        words = source.source if source.name in source.source.quote or start < 0 else Span.of(self._p.text, start, start + len(source.name))
        name, _ = self.told(source.name, words)
        return source if name == source.name else Source(source.kind, name, source.attribution, source.source, source.cue, source.stance)

    def _is_owner(self, token: int, name: str) -> bool:
        """Whether a pronoun tells an owner within a name."""
        p = self._p
        return p.tags[token] == "PRP$" and re.search(rf"\b{re.escape(p.words[token])}\b", name, re.IGNORECASE) is not None

    def _name(self, owner: Entity, token: int, deep: int) -> tuple[str, Span]:
        """An owner's name and its words; "" where it has none that is short enough."""
        p = self._p
        mention = owner.best if owner.named else owner.before(token)
        span = p.span(mention.first, mention.end - 1)
        if mention.form == "pronoun":
            return "", span
        if owner.named:
            return self._identities[owner.number].name, span
        name, _ = self.told(unbroken(span.quote), span, deep)
        name = re.sub(r"^(?:an?|this|that|these|those)\s", "the ", name, flags=re.IGNORECASE)
        open_still = any(self._is_owner(t, name) for t in range(mention.first, mention.end))
        return ("" if open_still or len(name.split()) > _LONGEST else name), span

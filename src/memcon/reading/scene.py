"""What the earlier steps found in a report, handed together to those that put acts and parties together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from memcon.ontology.lexicon import Lexicon

from .claims.attribution import Claim
from .coreference.cast import Cast
from .grammar.parsed import Parsed
from .triggers.triggers import Trigger


@dataclass(frozen=True)
class Scene:
    """The parse, the lexicon, the parties, the claims and the triggers of one report; `heads` gives the trigger at a head token."""

    p: Parsed
    lexicon: Lexicon
    cast: Cast
    claims: Sequence[Claim]
    triggers: Sequence[Trigger]
    heads: Mapping[int, Trigger] = field(init=False)
    _claims_at: Mapping[int, list[int]] = field(init=False)
    _claims_by: Mapping[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "heads", {t.head: t for t in self.triggers})
        at: dict[int, list[int]] = {}
        for number, claim in enumerate(self.claims):
            for token in sorted({t for first, end in claim.content for t in range(first, end)}):
                at.setdefault(token, []).append(number)
        by: dict[int, list[int]] = {}
        for number, claim in enumerate(self.claims):
            for token in (t for first, end in claim.cue for t in range(first, end)):
                by.setdefault(token, []).append(number)
        object.__setattr__(self, "_claims_at", at)
        object.__setattr__(self, "_claims_by", by)

    def claims_over(self, token: int) -> tuple[int, ...]:
        """Numbers of the claims whose content holds a token, in the order of their cues."""
        return tuple(self._claims_at.get(token, ()))

    def claims_by(self, token: int) -> tuple[int, ...]:
        """Numbers of the claims whose cue holds a token."""
        return tuple(self._claims_by.get(token, ()))

"""Means of one's own: who threatens to send its navy, or refuses to withdraw its troops, does nothing to that navy and those troops."""

from __future__ import annotations

from collections.abc import Collection

from ..coreference.cast import Cast
from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..triggers.retaliation import is_apart
from ..triggers.slots import fill
from .own_side import is_home

_TURNING = frozenset("deploy despatch dispatch mobilise mobilize move pull redeploy rush send station use withdraw".split())


def is_no_target(p: Parsed, verb: int, token: int, actors: Collection[int], cast: Cast) -> bool:
    """Whether a party below a verb of threat or refusal is no target: what the speaker would do it with ("its navy"), or would avenge."""
    below = child(p, verb, "xcomp", "ccomp")
    if is_apart(p, verb, token):  # "vowed to avenge his murder"
        return True
    if below is None or token not in fill(p, verb, "comp-obj"):
        return False
    whose = next((c for c in p.children[token] if p.tags[c] == "PRP$"), None)
    if whose is not None:
        return any(number in actors or is_home(cast, number, actors) for number in cast.of(whose))
    mention = cast.mention(token)
    if mention is None or mention.form != "noun" or mention.definite or mention.kind == "person" or p.heads[token] != below:
        return False
    stated = mention.identity is not None and mention.identity.country is not None and not mention.identity.how.endswith("+focus")
    return p.lemmas[below] in _TURNING and not stated


def turned_on(p: Parsed, verb: int, cast: Cast) -> list[int]:
    """Where the verb below one of threat or refusal would send something: "threatened to send troops to Chad"."""
    below = child(p, verb, "xcomp", "ccomp")
    if below is None or p.lemmas[below] not in _TURNING:
        return []
    return [t for word in ("to", "into") for t in fill(p, below, word) if (at := cast.mention(t)) is not None and at.kind == "state"]

"""Means of one's own: who threatens to send its navy, or refuses to withdraw its troops, does nothing to that navy and those troops."""

from __future__ import annotations

from collections.abc import Collection

from memcon.ontology.words import words

from .cast import Cast
from .dependents import child
from .parsed import Parsed
from .retaliation import is_apart
from .slots import fill
from .triggers import Trigger

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
        return any(number in actors or _is_home(cast, number, actors) for number in cast.of(whose))
    mention = cast.mention(token)
    if mention is None or mention.form != "noun" or mention.definite or mention.kind == "person" or p.heads[token] != below:
        return False
    stated = mention.identity is not None and mention.identity.country is not None and not mention.identity.how.endswith("+focus")
    return p.lemmas[below] in _TURNING and not stated


def threatens_itself(p: Parsed, verb: int, token: int, actors: Collection[int], cast: Cast) -> bool:
    """Whether the state that is to do what is threatened is the threatener's own: "Peru's minister warned that Peru would respond"."""
    below = child(p, verb, "ccomp")
    does = below is not None and p.heads[token] == below and p.deps[token] == "nsubj"
    return does and any(_is_home(cast, number, actors) for number in cast.of(token))


def is_own_state(p: Parsed, trigger: Trigger, token: int, actors: Collection[int], cast: Cast) -> bool:
    """Whether a state is that of an official who speaks, who says nothing against it: "Peru's minister insisted that Peru had paid".

    Not so where another speaks ("critics", "the opposition"), or a government is told of by that word.
    """
    if trigger.entry.type == "THREATEN" and threatens_itself(p, trigger.head, token, actors, cast):
        return True
    official = [n for n in actors if cast.entities[n].titles & words("office_nouns") or cast.entities[n].kind == "state"]
    told = cast.lemma(token) in words("government_nouns") or p.deps[token] == "dobj"
    return not told and len(official) == len(actors) and any(_is_home(cast, number, official) for number in cast.of(token))


def _is_home(cast: Cast, number: int, actors: Collection[int]) -> bool:
    """Whether an entity is the state that some are of."""
    entity = cast.entities[number]
    return entity.kind == "state" and entity.country in {cast.entities[n].country for n in actors} - {None}


def turned_on(p: Parsed, verb: int, cast: Cast) -> list[int]:
    """Where the verb below one of threat or refusal would send something: "threatened to send troops to Chad"."""
    below = child(p, verb, "xcomp", "ccomp")
    if below is None or p.lemmas[below] not in _TURNING:
        return []
    return [t for word in ("to", "into") for t in fill(p, below, word) if (at := cast.mention(t)) is not None and at.kind == "state"]

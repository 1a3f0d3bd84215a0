"""The encoder beside the rules: acts that it takes for none are let go, acts that the rules lack are added, doubtful ones are named anew.

How sure it must be was chosen on texts that it was not made from (docs/decisions/0011-the-encoder-beside-the-rules.md, 0013, 0014).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from memcon.coder import Coder, Happening, Sight
from memcon.coder.labels import labels
from memcon.ontology.codebook import codebook
from memcon.ontology.lexicon import Entry, lexicon

from .cast import Cast
from .parsed import Parsed
from .roles import Filled, tellers
from .slots import fill
from .status import Status
from .syntax import is_verb
from .triggers import Trigger

LEAST = 0.1
"""What the encoder gives less than this is no act to it at all, and none to the record."""
ADD, ADD_TYPE = 0.8, 0.5  # how sure of an act, and of its type, the encoder adds one
RETYPE, RIVAL = 0.8, 0.1  # how sure of another type it names an act anew, and how little the rules' type may have
SURE, DEFAULT = 0.9, 0.7  # how often the rules' status is taken for right, where a rule says so and where it is a noun's default
PARTY = 0.5  # how sure of a party it fills a role that the rules leave empty
BELIEVED = 0.5  # how sure of an act it fills its roles at all
BY, JUDGED = "model:trigger", "model:status"


def seen(p: Parsed, encoder: Coder) -> Sight:
    """The encoder's one pass over a parsed text."""
    return encoder.see(p.text, [(p.starts[first], p.ends[end - 1]) for first, end in p.sentences if end > first])


def coded(p: Parsed, sight: Sight, found: Iterable[Trigger]) -> list[Happening]:
    """What may be an act to the encoder, in the order of the text, with the parties of those that it or a rule takes for one."""
    return sight.acts(LEAST, [(p.starts[t], p.ends[t]) for one in found for t in one.tokens])


def revised(p: Parsed, found: Iterable[Trigger], said: Sequence[Happening]) -> list[Trigger]:
    """The triggers of both, each with what the encoder says of it, in the order of the text.

    Words of which the lexicon says that they are no act here bring none, whatever the encoder thinks ("coordinated the trip with Berlin").
    """
    kept: list[Trigger] = []
    taken: set[int] = set()
    for one in found:
        heard = _heard(p, one, said)
        if heard is not None and not one.entry.stops:
            kept.append(_named(p, one, heard))
        taken.update(one.tokens)
    for heard in said:
        tokens = _tokens(p, heard.trigger.start, heard.trigger.end)
        if tokens and not taken.intersection(tokens) and _act(heard) >= ADD and heard.p_type >= ADD_TYPE:
            taken.update(tokens)
            head = next((t for t in tokens if p.heads[t] not in tokens or p.heads[t] == t), tokens[0])
            if not _to_be(p, head):
                kept.append(Trigger(head, tokens, _entry(p, head, heard), heard))
    return sorted(kept, key=lambda one: one.head)


def is_cue(trigger: Trigger) -> bool:
    """Whether a trigger is a mere cue ("said"), which makes a statement only when nothing else is said."""
    return any(c.test == "cue" for c in trigger.entry.conditions)


def _to_be(p: Parsed, head: int) -> bool:
    """Whether an adjective tells what somebody is only to be: "expected him to be more supportive"."""
    return p.tags[head].startswith("JJ") and any(p.tags[c] == "TO" for c in p.children[p.heads[head]])


def _heard(p: Parsed, one: Trigger, said: Sequence[Happening]) -> Happening | None:
    """What the encoder says of a trigger's words: the surest act that it finds in them."""
    own = [e for e in said if any(p.starts[t] < e.trigger.end and e.trigger.start < p.ends[t] for t in one.tokens)]
    return max(own, key=_act, default=None)


def _act(heard: Happening) -> float:
    """The probability that the words name an act of any type."""
    return heard.p_type / max(heard.types, default=1.0)


def _named(p: Parsed, one: Trigger, heard: Happening) -> Trigger:
    ours = heard.types[labels().types.index(one.entry.type)]
    if heard.type != one.entry.type and heard.p_type >= RETYPE and ours <= RIVAL:
        return Trigger(one.head, one.tokens, _entry(p, one.head, heard), heard)
    return Trigger(one.head, one.tokens, one.entry, heard)


def _tokens(p: Parsed, start: int, end: int) -> tuple[int, ...]:
    """The tokens of a stretch of text."""
    return tuple(range(bisect_right(p.ends, start), bisect_left(p.starts, end)))


def _entry(p: Parsed, head: int, heard: Happening) -> Entry:
    """A line as the lexicon would have it: the encoder's type and mode, the frame that most words of this type have."""
    pos = "v" if is_verb(p, head) else "n"
    return Entry((p.lemmas[head],), pos, heard.type, heard.mode, _frames().get((heard.type, pos), "none"), (), "", BY)


@cache
def _frames() -> dict[tuple[str, str], str]:
    """The commonest frame of each type's verbs and nouns."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for entry in lexicon().entries:
        if entry.type:
            counts.setdefault((entry.type, entry.pos), Counter())[entry.frame] += 1
    return {key: max(sorted(count), key=lambda frame: count[frame]) for key, count in counts.items()}


def judged(trigger: Trigger, ours: Status) -> Status:
    """The status of an act: the likeliest by the rules (right so often where a rule says so, and by default) and the encoder together."""
    heard = trigger.coded
    if heard is None or not heard.statuses or trigger.entry.type in codebook().speech:
        return ours
    known = labels().statuses
    sure = SURE if ours.firm else DEFAULT
    both = [p * (sure if name == ours.value else (1 - sure) / (len(known) - 1)) for name, p in zip(known, heard.statuses, strict=True)]
    best = known[both.index(max(both))]
    return ours if best == ours.value else Status(best, JUDGED, trigger.tokens)


def filled_up(p: Parsed, trigger: Trigger, cast: Cast, parties: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The parties of an act; where the rules know no actor or no recipient, those that the encoder is sure of."""
    if trigger.coded is None or _act(trigger.coded) < BELIEVED:
        return parties
    found = list(parties)
    silent = {n for t in tellers(p, trigger) for n in cast.of(t)} if trigger.entry.type == "CONSULT" else set()
    moved = _objects_apart(p, trigger)
    for role in ("actor", "recipient"):
        if any(f.role == role for f in found) or (role == "recipient" and _among_themselves(trigger, found)):
            continue
        plain = role == "recipient" and trigger.entry.type not in _TARGETED
        for piece in trigger.coded.arguments:
            if piece.label == role and piece.p >= PARTY:
                for number, token in _party(p, cast, piece.start, piece.end, plain=plain):
                    if number not in silent and token not in moved and all(f.entity != number for f in found):
                        found.append(Filled(role, number, token, "model"))
    return tuple(found)


def _objects_apart(p: Parsed, trigger: Trigger) -> frozenset[int]:
    """The objects of a verb whose frame gives them no role: what is withdrawn from somebody is not whom it befalls."""
    choices = lexicon().frames.get(trigger.entry.frame, {}).get("recipient", ())
    if not is_verb(p, trigger.head) or not choices or any(slot == "obj" for choice in choices for slot in choice):
        return frozenset()
    return frozenset(fill(p, trigger.head, "obj", trigger.tokens))


def _among_themselves(trigger: Trigger, found: Sequence[Filled]) -> bool:
    """Whether those who had contact are all told already: "X and Y discussed the release of Z"."""
    return trigger.entry.type == "CONSULT" and len({f.entity for f in found if f.role == "actor"}) > 1


def _party(p: Parsed, cast: Cast, start: int, end: int, *, plain: bool) -> list[tuple[int, int]]:
    """The parties (entity, token) that a stretch of text names: those of its head word, or `plain` what that word itself names."""
    tokens = _tokens(p, start, end)
    heads = [t for t in tokens if p.heads[t] not in tokens or p.heads[t] == t]
    known = [(number, t) for t in heads for number in cast.of(t)]
    if known or not plain:
        return known
    common = [t for t in heads[:1] if p.tags[t] in ("NN", "NNS")]
    return [(number, t) for t in common if (number := cast.plain(t)) is not None]


# Acts that befall things as well: these are looked for last (targets.py).
_TARGETED = frozenset(("ASSAULT", "COERCE", "PROTEST"))

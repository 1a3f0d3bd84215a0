"""What tells whether words of time or place are those of an event: where they stand from its mentions, what they are, whose they are else.

Properties by name, each 0 or 1 if nothing else is said, for the linear models of `likely_setting`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from memcon.ontology.words import words
from memcon.times import Timex

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..encoder.coding import tokens_of
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..logistic import log_odds
from ..setting.dating import specificity
from ..setting.place_phrases import Spot, head_of
from ..setting.unlisted_places import WORDS_ALONE
from ..triggers.settling import token_range
from .possible_places import LISTS

Told = dict[str, float]
AROUND = 3
"""How many sentences from its mentions an event's day and place are looked for."""
_UP, _DOWN = 3, 4  # how many steps of the tree are told by name
_CLAUSES = frozenset("ccomp advcl relcl acl conj parataxis xcomp pcomp csubj".split())
_SAYING = frozenset("say tell report announce add".split())
_DISTANCES, _GAPS = (2, 3, 5, 8, 12, 20), (2, 4, 8, 15)
_FIRST, _LAST, _SENTENCES = (1, 2, 4), (2, 4, 8), (1, 2, 4, 8)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of time or place: their tokens (`first` up to `end`), where they begin, and the acts that have them, with their events."""

    first: int
    end: int
    start: int
    of: tuple[tuple[int, Act], ...]


def of_time(p: Parsed, groups: Sequence[Group], found: Iterable[Timex]) -> list[tuple[Timex, Stretch]]:
    """The expressions of time that have a day, month or year, with their words."""
    have = [(d.start, n, a) for n, g in enumerate(groups) for a in g.acts for d in a.dates]
    some = ((t, *token_range(p, t.start, t.end)) for t in found if t.edtf is not None)
    return [
        (t, Stretch(first, end, t.start, tuple((n, a) for at, n, a in have if at == t.start))) for t, first, end in some if first < len(p)
    ]


def of_place(groups: Sequence[Group], spots: Iterable[Spot]) -> list[tuple[Spot, Stretch]]:
    """The places, with their words."""
    have = [(s.first, n, a) for n, g in enumerate(groups) for a in g.acts for s in a.spots]
    return [(s, Stretch(s.first, s.end, s.first, tuple((n, a) for at, n, a in have if at == s.first))) for s in spots]


def nearest(p: Parsed, group: Group, stretch: Stretch) -> Act:
    """The mention of an event that stands nearest to words: by sentences, then in the tree, then by words."""
    if len(group.acts) == 1:
        return group.acts[0]
    at = head_of(p, stretch.first, stretch.end)

    def far(act: Act) -> tuple[int, int, int]:
        head = act.trigger.head
        apart = abs(p.sentence_of[at] - p.sentence_of[head])
        up, down = _path(p, head, at) if not apart else ((), ())
        return apart, len(up) + len(down), abs(head - at)

    return min(group.acts, key=far)


def properties(p: Parsed, groups: Sequence[Group], number: int, stretch: Stretch, label: str) -> Told:
    """What tells of words and of the event with that number in `groups`, be they of its day (`when`) or place (`where`).

    `heard`: the log odds that the encoder gives the words in that part of a mention, and `elsewhere` to others. `up` and `down`: the steps
    of the tree from the nearest mention to the words; `on`, `as`, `behind`: what they hang on, how, and the word before them. `shared` and
    the like: of the other events that have the words as theirs.
    """
    group, act = groups[number], nearest(p, groups[number], stretch)
    at, head = head_of(p, stretch.first, stretch.end), act.trigger.head
    sentence = p.sentence_of[at]
    start, end = p.sentences[sentence]
    told = _of_the_event(p, group, act) | _heard(p, group, stretch, label) | _of_others(p, number, act, stretch)
    told[f"sentence:{max(-AROUND, min(AROUND, sentence - p.sentence_of[head]))}"] = 1.0
    told[f"behind:{p.lower[stretch.first - 1] if stretch.first > start else ''}"] = 1.0
    told[f"as:{p.deps[at]}"] = 1.0
    told[f"on:{p.tags[p.heads[at]][:2]}"] = 1.0
    if sentence != p.sentence_of[head]:
        told[f"opens apart:{bisect_right(_FIRST, stretch.first - start)}"] = 1.0
        return told
    told[f"opens:{bisect_right(_FIRST, stretch.first - start)}"] = 1.0
    told[f"closes:{bisect_right(_LAST, end - stretch.end)}"] = 1.0
    return told | _of_the_tree(p, head, at)


def of_timex(timex: Timex, group: Group, published: str | None) -> Told:
    """What tells of an expression of time: how fine it is, how it is told, whether it is over by the day of the report."""
    edtf = timex.edtf or ""
    some = next((end for end in edtf.split("/") if end not in ("", "..")), "")[:10]
    day = (published or "")[: len(some)]
    runs = "unknown" if not day or not some else "over" if some < day else "to come" if some > day else "now"
    names = (f"fine:{specificity(edtf)}", f"sort:{timex.type}", f"rule:{timex.rule}", f"runs:{runs}", f"runs:{runs}:{group.status}")
    return dict.fromkeys(names, 1.0)


def of_spot(p: Parsed, spot: Spot, group: Group, cast: Cast) -> Told:
    """What tells of a place: its kind and the preposition before it, whether it is a party too; of words alone which noun they have."""
    entities = set(cast.of(spot.end - 1))
    party = bool(entities & {e for a in group.acts for e in a.principals})
    kind, link = spot.place.kind or "", spot.preposition
    names = (f"kind:{kind}", f"link:{link}", f"link:{link}:{kind}", f"link:{link}:{group.mode}", f"link:{link}:{group.type}")
    told = dict.fromkeys((*names, f"party:{party}:{group.type}"), 1.0) | {"party": float(party), "entity": float(bool(entities))}
    if spot.place.how == WORDS_ALONE:
        noun = p.lemmas[spot.end - 1].lower()
        told |= {f"noun:{noun}": 1.0, "name": float(p.tags[spot.end - 1].startswith("NNP")), f"label:{p.labels[spot.end - 1]}": 1.0}
        told |= {f"list:{some}": 1.0 for some in LISTS if noun in words(some)}
    return told


def _of_the_event(p: Parsed, group: Group, act: Act) -> Told:
    head = act.trigger.head
    names = (
        f"type:{group.type}",
        f"mode:{group.mode}",
        f"status:{group.status}",
        f"word:{p.tags[head]}",
        f"stands:{p.deps[head]}",
        f"mentions:{min(4, len(group.acts))}",
        f"below:{bisect_right(_SENTENCES, p.sentence_of[head])}",
    )
    return dict.fromkeys(names, 1.0) | {"cue": float(act.bare), "claimed": float(bool(act.claims)), "known": float(act.definite)}


def _heard(p: Parsed, group: Group, stretch: Stretch, label: str) -> Told:
    """What the encoder says of the words, and at most of others, where the event has its word at all."""
    own, other, inside = 0.0, 0.0, range(stretch.first, stretch.end)
    heard = [a.trigger.coded for a in group.acts if a.trigger.coded is not None]
    for piece in (one for coded in heard for one in coded.arguments if one.label == label):
        if any(t in inside for t in tokens_of(p, piece.start, piece.end)):
            own = max(own, piece.p)
        else:
            other = max(other, piece.p)
    if not heard:
        return {}
    told = {"heard": log_odds(own), "elsewhere": log_odds(other)}
    return told | {"unheard": float(not own), "nothing elsewhere": float(not other), "surest": float(0 < own >= other)}


def _of_others(p: Parsed, number: int, act: Act, stretch: Stretch) -> Told:
    """What tells of the other events that have the words: whether they share parties with the mention, and how they stand to it."""
    others = [other for n, other in stretch.of if n != number]
    told: Told = {f"others:{min(3, len({n for n, _ in stretch.of if n != number}))}": 1.0}
    if not others:
        return told
    head, above = act.trigger.head, set(p.ancestors(act.trigger.head))

    def any_of(holds: Callable[[Act], bool]) -> float:
        return float(any(holds(other) for other in others))

    told["shared"] = any_of(lambda o: bool(act.principals & o.principals))
    told["by one"] = any_of(lambda o: bool(act.of_role("actor") & o.of_role("actor")))
    told["above"] = any_of(lambda o: o.trigger.head == head or o.trigger.head in above)
    told["under"] = any_of(lambda o: o.trigger.head == head or head in p.ancestors(o.trigger.head))
    told["beside"] = any_of(lambda o: p.sentence_of[o.trigger.head] == p.sentence_of[head])
    told["nearer"] = any_of(lambda o: abs(o.trigger.head - stretch.first) < abs(head - stretch.first))
    told[f"gap:{bisect_right(_GAPS, min(abs(o.trigger.head - head) for o in others))}"] = 1.0
    return told


def _path(p: Parsed, one: int, other: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps of the tree up from one token to what holds both, and up from the other."""
    ours, theirs = [one, *p.ancestors(one)], [other, *p.ancestors(other)]
    both = next((t for t in ours if t in theirs), None)
    if both is None:
        return (), ()
    return tuple(p.deps[t] for t in ours[: ours.index(both)]), tuple(p.deps[t] for t in theirs[: theirs.index(both)])


def _of_the_tree(p: Parsed, head: int, at: int) -> Told:
    up, down = _path(p, head, at)
    low, high = sorted((head, at))
    between = range(low + 1, high)
    clauses = [min(2, sum(step in _CLAUSES for step in steps)) for steps in (up, down)]
    top = head
    for _ in up:
        top = p.heads[top]
    names = (
        f"up:{'>'.join(up[:_UP])}",
        f"down:{'>'.join(down[-_DOWN:])}",
        f"leaves by:{'>'.join(down[:2])}",
        f"clauses:{clauses[0]}:{clauses[1]}",
        f"steps up:{min(5, len(up))}",
        f"steps down:{min(6, len(down))}",
        f"away:{'-' if at < head else '+'}{bisect_right(_DISTANCES, high - low)}",
        f"verbs:{min(4, sum(p.tags[t].startswith('VB') for t in between))}",
        f"commas:{min(3, sum(p.words[t] == ',' for t in between))}",
    )
    return dict.fromkeys(names, 1.0) | {"own": float(not up), "said": float(p.lemmas[top] in _SAYING)}

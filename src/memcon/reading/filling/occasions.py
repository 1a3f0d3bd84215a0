"""Words of one occasion carry its day and place where the report gives them once (CODEBOOK 1.6, "One or several")."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from memcon.ontology.words import words
from memcon.places import Place

from ..claims.attribution import claim_heads
from ..coreference.cast import Cast
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..scene import Scene
from ..setting.dating import Dated, Doing, specificity
from ..setting.occasion_places import WORDS
from ..setting.place_phrases import Spot

_SENTENCES_APART = 5
_LEAD = 6
_RECALLED = 3
_TO_COME = frozenset(("planned", "offered", "possible"))


@dataclass(frozen=True, slots=True)
class _Words:
    """Words said, as an event: by whom (entities), in which sentences, whether only a headline tells of them."""

    group: Group
    speakers: frozenset[int]
    sentences: tuple[int, ...]
    headline: bool


def on_one_occasion(scene: Scene, groups: Sequence[Group], doings: Sequence[Doing], lasting: Container[int] = ()) -> list[Group]:
    """The events; words without a day take that of the same speaker's dated words or doings nearby, if these have one day only.

    `doings` are clauses that tell of a party's doing on a day ("sought on Wednesday to ease worries"). A headline's words are those of the
    lead, a state's there those of its people. Words that somebody says often are of no occasion, nor are those of `lasting` sentences,
    which tell of a longer time ("for four years"), and what is to come ("will sign").
    """
    p = scene.p
    told = [_words(scene, g) for g in groups if g.type in WORDS and g.mode != "investigate"]
    stated = {id(one): [] if _was_before(p, one) else _days(one.group) for one in told}  # before any is passed on
    for one in told:
        if one.group.status in _TO_COME or any(d for a in one.group.acts for d in a.dates) or _of_no_occasion(p, one, lasting):
            continue
        near = [o for o in told if o is not one and o.speakers & one.speakers and _near(one, o)]
        days = {d.edtf: d for o in near for d in stated[id(o)]}
        days.update({d.day.edtf: d.day for d in doings if d.entity in one.speakers and _follows(one, d)})
        if len(days) == 1:
            day = next(iter(days.values()))
            lead = one.group.acts[0]
            one.group.acts[0] = replace(lead, dates=(replace(day, how=f"{day.how}, of one occasion"),))
    for one, spot in [(one, spot) for one in told if (spot := _place_of_the_day(p, one, told, groups)) is not None]:
        lead = one.group.acts[0]
        one.group.acts[0] = replace(lead, spots=(replace(spot, how=f"{spot.how}, of one occasion"),))
    return list(groups)


def _place_of_the_day(p: Parsed, one: _Words, told: Sequence[_Words], groups: Sequence[Group]) -> Spot | None:
    """The place of the same speaker's words of that day nearby, for words without one, if nothing nearby puts the speaker elsewhere."""
    day = {d.edtf for d in _days(one.group)}
    if not day or any(a.spots for a in one.group.acts):
        return None
    others_then = (o for o in told if o is not one and o.speakers & one.speakers and _near(one, o) and not _was_before(p, o))
    near = [o for o in others_then if day & {d.edtf for d in _days(o.group)}]
    spots = {s.place.place or s.place.name: s for o in near for a in o.group.acts for s in a.spots[:1]}
    if len(spots) != 1:
        return None
    found = next(iter(spots.values()))
    theirs = [g for g in groups if g.of_role("actor") & one.speakers and any(_by(p, a.trigger.head, one) for a in g.acts)]
    others = [spot for g in theirs if (spot := next((s for a in g.acts for s in a.spots), None)) is not None]
    return found if all(_agree(s.place, found.place) for s in others) else None


def _was_before(p: Parsed, one: _Words) -> bool:
    """Whether words are told to have been said before: "diplomats said he had ruled that out on April 8"."""
    heads = [a.trigger.head for a in one.group.acts]
    return all(p.tags[h] == "VBN" and any(p.lower[c] == "had" for c in p.children[h]) for h in heads)


def _by(p: Parsed, token: int, one: _Words) -> bool:
    return any(abs(p.sentence_of[token] - here) <= _SENTENCES_APART for here in one.sentences)


def _agree(one: Place, other: Place) -> bool:
    """Whether two places can be one: a city and its country, not two cities."""
    return one.country == other.country and (one.place is None or other.place is None or one.place == other.place)


def _words(scene: Scene, group: Group) -> _Words:
    speakers = group.of_role("actor") | _voices(scene, group)
    sentences = tuple(sorted({scene.p.sentence_of[a.trigger.head] for a in group.acts}))
    headline = all(a.headline for a in group.acts)
    if headline:
        states = {e.country for n in speakers if (e := scene.cast.entities[n]).kind == "state"}
        speakers |= {e.number for e in scene.cast.entities if e.kind == "person" and e.country in states}
    return _Words(group, frozenset(speakers), sentences, headline)


def _voices(scene: Scene, group: Group) -> set[int]:
    """Those in whose mouth a party's stand is put: "Peru backs Chile, said its president" is said when he says it."""
    p, cast = scene.p, scene.cast
    found: set[int] = set()
    actors = group.of_role("actor")
    for act in group.acts:
        over = [n for n in scene.claims_over(act.trigger.head) if scene.claims[n].clausal]
        if not over or _pluperfect(p, act.trigger.head):
            continue
        for head in claim_heads(p, scene.claims[over[-1]]):
            found.update(n for n in cast.of(head) if any(_speaks_for(cast, n, a) for a in actors))
    return found


def _speaks_for(cast: Cast, person: int, party: int) -> bool:
    one, other = cast.entities[person], cast.entities[party]
    bodies = ("state", "organisation", "group")
    return other.kind in bodies and (one.country == other.country or other.country is None)


def _pluperfect(p: Parsed, token: int) -> bool:
    return p.tags[token] == "VBD" or any(p.lower[c] in ("had", "'d", "was", "were", "did") for c in p.children[token])


def _of_no_occasion(p: Parsed, one: _Words, lasting: Container[int]) -> bool:
    """Whether the words were said on an earlier occasion ("had previously warned"), often, or over a longer time."""
    marks = words("earlier_marks") | words("habit_adverbs")
    beside = {p.lower[c] for a in one.group.acts for t in (a.trigger.head, _top(p, a.trigger.head)) for c in p.children[t]}
    return bool(marks & beside) or all(n in lasting for n in one.sentences)


def _top(p: Parsed, token: int) -> int:
    """The main verb of the sentence around a token."""
    return next((t for t in p.ancestors(token) if p.heads[t] == t), token)


def _days(group: Group) -> list[Dated]:
    return [d for a in group.acts for d in a.dates if specificity(d.edtf) >= 4 and a.status.value == "happened"]


def _apart(one: _Words, other: _Words) -> int:
    return min(abs(a - b) for a in one.sentences for b in other.sentences)


def _near(one: _Words, other: _Words) -> bool:
    return _apart(one, other) <= (_LEAD if one.headline else _SENTENCES_APART)


def _follows(one: _Words, doing: Doing) -> bool:
    if one.headline:
        return doing.sentence <= _LEAD
    return any(-_RECALLED * doing.recalls <= here - doing.sentence <= _SENTENCES_APART for here in one.sentences)

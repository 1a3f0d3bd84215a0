"""How likely a mention tells of an event told before, where no rule of `joining` says so: a linear model over what both say.

What it weighs is how alike the encoder finds their words, which words these are, who takes part, when, where, and what stands between. The
weights are learned from our own annotations (`training/same_event.py`, docs/decisions/0019-mentions-the-rules-leave-apart.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from memcon.ontology.codebook import codebook
from memcon.ontology.words import words

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..coreference.genders import noun_gender
from ..encoder.coding import Alike
from ..grammar.dependents import is_verb
from ..grammar.figures import in_figures
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..logistic import probability, weights
from ..roles.filled import HEARD
from ..roles.roles import undirected
from .comparing import cover, days_contradict, like, places_contradict, statuses_contradict
from .group import Group

LEAST = 0.5
"""How likely it must be that a mention is of an event."""
BY = "model:same-event"
TABLE = "same_event"
_LATEST = 24  # mentions whose words are looked at
# What hangs on an act and tells of another one.
_APART = frozenset("conj advcl relcl ccomp acl parataxis cc punct csubj xcomp".split())
_SIDES = ("actor", "recipient")


def likeliest(p: Parsed, act: Act, groups: Sequence[Group], cast: Cast, alike: Alike) -> tuple[float, Group] | None:
    """The event of the act's type that a mention most likely tells of, and how likely; None where there is none to think of."""
    rivals = [g for g in groups if g.type == act.type]
    found = [
        (probability(properties(p, act, g, rivals, cast, alike), weights(TABLE)), -n)
        for n, g in enumerate(rivals)
        if _may_be(p, act, g, cast)
    ]
    best = max(found, default=None)
    return (best[0], rivals[-best[1]]) if best is not None else None


def _may_be(p: Parsed, act: Act, group: Group, cast: Cast) -> bool:
    """Whether neither days, countries nor named parties tell the acts apart; of a vote any two voters do, of a noun no named actors."""
    if days_contradict(act, group) or places_contradict(act, group):
        return False
    if act.type == "VOTE" and act.of_role("actor") != group.of_role("actor"):
        return False
    if act.type != "ASSAULT" and _befalls_others(p, act, group, cast):
        return False
    if is_verb(p, act.trigger.head) and _with_others(act, group, cast):
        return False
    if act.type in codebook().speech and _said_by_one_of_them(act, group, cast):
        return False
    speaks = act.type in codebook().speech and any(f.role == "actor" and f.slot != HEARD for f in act.parties)  # "repeated its call"
    told_of = ("recipient",) if not is_verb(p, act.trigger.head) and not speaks else _SIDES  # "the Togolese embargo" may be Chad's
    return all(_relation(act.of_role(role), group.of_role(role), cast) != "named_apart" for role in told_of)


def _with_others(act: Act, group: Group, cast: Cast) -> bool:
    """Whether of two contacts each has somebody whom the other has not: "Rey may meet Fox ... denied that Rey would meet rebels"."""
    ours, theirs = act.principals, group.of_role("actor", "recipient")
    alike = ours <= theirs or theirs <= ours or cover(ours, theirs, cast)
    return undirected(act.type, act.mode or group.mode) and len(ours) > 1 and len(theirs) > 1 and not alike


def _said_by_one_of_them(act: Act, group: Group, cast: Cast) -> bool:
    """Whether somebody by name says what a crowd said before: "politicians deplored it ... 'A disgrace,' said Rey"."""
    ours = [cast.entities[f.entity] for f in act.parties if f.role == "actor" and act.claims]
    theirs = [cast.entities[n] for n in group.of_role("actor")]
    return bool(ours and theirs) and all(e.kind == "person" and e.named for e in ours) and all(e.kind == "group" for e in theirs)


def _befalls_others(p: Parsed, act: Act, group: Group, cast: Cast) -> bool:
    """Whether both tell of people without a name for the first time, in one sentence or of another gender: "two men ... two women"."""

    def new(some: Act) -> dict[int, int]:
        parties = (f for f in some.parties if f.role == "recipient" and not cast.entities[f.entity].named)
        return {
            f.entity: f.token
            for f in parties
            if (m := cast.mention(f.token)) and not m.definite and m is cast.entities[f.entity].mentions[0]
        }

    ours = new(act)
    for other in group.acts:
        for one, there in new(other).items():
            near = p.sentence_of[there] == p.sentence_of[act.trigger.head] and p.heads[there] != p.heads[act.trigger.head]
            for whom, here in ours.items():
                genders = {noun_gender(p.lemmas[t]) for t in (here, there)}
                if whom != one and (genders == {"male", "female"} or (near and is_verb(p, act.trigger.head))):
                    return True
    return False


def properties(p: Parsed, act: Act, group: Group, rivals: Sequence[Group], cast: Cast, alike: Alike) -> dict[str, float]:
    """What speaks for and against an act being a mention of an event, each 0 or 1 if nothing else is said. `rivals` are all of its type."""
    told = {
        **_of_the_words(p, act, group, alike),
        **_of_the_parties(act, group, cast),
        **_of_time_and_place(act, group),
        **_of_the_distance(p, act, group, rivals),
    }
    for kind, some in (("said", _WITH_SPEECH), ("attack", _WITH_ATTACKS)):
        if act.type == "ASSAULT" if kind == "attack" else act.type in codebook().speech:
            told |= {f"{kind}:{name}": told[name] for name in some if name in told}
    return {**told, f"type:{act.type}": 1.0}


_WITH_SPEECH = ("alike", "actor:same", "actor:apart", "recipient:same", "recipient:apart", "recipient:theirs", "lemma", "noun", "sentences")
_WITH_ATTACKS = (
    "actor:same",
    "actor:apart",
    "recipient:same",
    "recipient:apart",
    "lemma",
    "noun",
    "definite",
    "harm",
    "harm_before",
    "only",
)


def _of_the_words(p: Parsed, act: Act, group: Group, alike: Alike) -> dict[str, float]:
    """`alike`, `alike_all`: the greatest and the mean likeness to a mention of the event, of its latest ones."""
    head, heads = act.trigger.head, [a.trigger.head for a in group.acts[-_LATEST:]]
    noun, nouns = not is_verb(p, head), [h for h in heads if not is_verb(p, h)]
    lemmas = {p.lemmas[h] for h in heads}
    same = p.lemmas[head] in lemmas
    likeness = [alike(head, h) for h in heads]
    names, theirs = _marks(p, [head], "NNP"), _marks(p, heads, "NNP")
    numbers, counted = _marks(p, [head], "CD"), _marks(p, heads, "CD")
    dead, died = _dead(p, [head]), _dead(p, heads)
    beside = p.sentence_of[head] == p.sentence_of[heads[-1]]
    told = {
        "lemma": same,
        "lemma_of_verb": same and not noun,
        "noun": noun,
        "nouns": noun and bool(nouns),
        "noun_of_verb": noun and not nouns,
        "verbs": not noun and len(nouns) < len(heads),
        "verbs_of_a_sentence": not noun and len(nouns) < len(heads) and beside and not same,
        "definite": act.definite,
        "definite_noun": act.definite and noun,
        "introduced": act.introduced,
        "number_differs": noun and bool(nouns) and (p.tags[head] == "NNS") != any(p.tags[h] == "NNS" for h in nouns),
        "harm": p.lemmas[head] in words("harm_verbs"),
        "harm_before": bool(lemmas & words("harm_verbs")),
        "another": _is_another(p, head),
        "other_dead": bool(dead and died) and not dead & died,
        "new_name": bool(names) and not names & theirs,
        "other_name": bool(names and theirs) and not names & theirs,
        "same_count": bool(numbers & counted),
        "other_count": bool(numbers and counted) and not numbers & counted,
    }
    return {"alike": max(likeness), "alike_all": sum(likeness) / len(likeness), **_as_numbers(told)}


_ANOTHER = frozenset("another other second third new more further again separate next also later earlier previous".split())


def _is_another(p: Parsed, head: int) -> bool:
    """Whether words bring up another act: "another raid", "rebels also launched an attack"; "also wounded" does not."""
    verb = head if is_verb(p, head) else support(p, head)[0]
    other = _ANOTHER - {"also"} if p.lemmas[head] in words("harm_verbs") else _ANOTHER
    said = {p.lower[c] for at in (head, verb) if at is not None for c in p.children[at]}
    return bool(said & (other | words("apart_adverbs")))


def _dead(p: Parsed, heads: Sequence[int]) -> set[str]:
    """How many an act is said to have killed, in numbers as they stand: by "killed" itself or by what follows from it ("killing six")."""
    behind = [c for head in heads for c in p.children[head] if p.deps[c] in ("advcl", "xcomp")]
    verbs = [verb for verb in (*heads, *behind) if p.lemmas[verb] == "kill"]
    return _marks(p, verbs, "CD")


def _marks(p: Parsed, heads: Iterable[int], tag: str) -> set[str]:
    """The names (NNP) or numbers (CD) among the words that hang on acts, not on others beside them."""
    found: set[str] = set()
    for head in heads:
        open_ = [head]
        while open_:
            token = open_.pop()
            if token != head and p.tags[token].startswith(tag):
                found.add(in_figures(p, token))
            open_ += [c for c in p.children[token] if p.deps[c] not in _APART]
    return found


def _of_the_parties(act: Act, group: Group, cast: Cast) -> dict[str, float]:
    """How those of each role compare (`_relation`), and the share of all principals that both have."""
    told = {f"{role}:{_relation(act.of_role(role), group.of_role(role), cast)}": True for role in _SIDES}
    mine, theirs = act.principals, group.of_role(*_SIDES)
    told |= {"nobody": not mine, "nobody_before": not theirs}
    told |= {"same_parties": bool(mine) and mine == theirs, "some_parties": bool(mine) and (mine < theirs or theirs < mine)}
    return {"shared_parties": len(mine & theirs) / max(1, len(mine | theirs)), **_as_numbers(told)}


def _relation(mine: set[int], theirs: set[int], cast: Cast) -> str:
    """How two sets of parties compare: the same, some in common, of one state, perhaps the same, apart, or one or both empty."""
    if not mine or not theirs:
        return "mine" if mine else "theirs" if theirs else "none"
    if mine & theirs:
        return "same" if mine == theirs else "some"
    if cover(mine, theirs, cast):
        return "of_one_land"
    if all(cast.entities[n].named for n in mine | theirs):
        return "named_apart"
    return "perhaps" if any(like(x, y, cast) for x in mine for y in theirs) else "apart"


def _of_time_and_place(act: Act, group: Group) -> dict[str, float]:
    mine, theirs = bool(act.dates), any(a.dates for a in group.acts)
    apart = days_contradict(act, group)
    places, known = ({s.place.name for a in some for s in a.spots} for some in ([act], group.acts))
    return _as_numbers(
        {
            "other_day": apart,
            "same_day": mine and theirs and not apart,
            "day_before": theirs and not mine,
            "same_place": bool(places & known),
            "other_place": bool(places and known) and not places & known,
            "status_differs": statuses_contradict(act, group),
            "same_status": act.status.value == group.status,
            "same_mode": bool(act.mode) and act.mode == group.mode,
            "one_mode": bool(act.mode) != bool(group.mode),
            "other_mode": bool(act.mode and group.mode) and act.mode != group.mode,
        }
    )


def _of_the_distance(p: Parsed, act: Act, group: Group, rivals: Sequence[Group]) -> dict[str, float]:
    """`sentences` between, `rivals` of the event and its `mentions` so far as logarithms."""
    head, heads = act.trigger.head, [a.trigger.head for a in group.acts]
    back = abs(p.sentence_of[head] - p.sentence_of[heads[-1]])
    told = {
        "same_sentence": back == 0,
        "next_sentence": back == 1,
        "only": len(rivals) == 1,
        "last": all(g.acts[-1].trigger.head <= heads[-1] for g in rivals),
        "most_told": len(heads) > 1 and all(len(g.acts) <= len(heads) for g in rivals),
        "below": bool(set(heads) & set(p.ancestors(head))),
        "above": any(head in p.ancestors(h) for h in heads),
        "clause_of_it": p.deps[head] in ("advcl", "acl", "xcomp") and p.heads[head] in heads,
        "beside_it": p.deps[head] == "conj" and p.heads[head] in heads,
        "headline": all(a.headline for a in group.acts) and not act.headline,
        "cue": act.bare,
    }
    return {"sentences": math.log1p(back), "rivals": math.log(len(rivals)), "mentions": math.log(len(heads)), **_as_numbers(told)}


def _as_numbers(told: Mapping[str, bool]) -> dict[str, float]:
    return {name: float(value) for name, value in told.items()}

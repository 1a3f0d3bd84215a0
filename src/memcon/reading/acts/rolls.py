"""How single members of a body voted, told without a clause of their own: "with Kenya voting against and Brazil abstaining", "with twelve
votes in favour, Chad against", "3 abstentions (Chad, Peru, Togo)"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.lexicon import Entry

from ..coreference.cast import Cast
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed
from ..roles.filled import Filled
from ..triggers.triggers import Trigger

_STANDS = frozenset("against opposed abstaining abstained abstentions abstention favour favor".split())
_VOTING = frozenset("vote voting ballot resolution motion draft amendment bill".split())
_BESIDE = frozenset("and or , the both member members other others states countries with".split())
_RULE = "rule:roll"


def with_rolls(p: Parsed, found: Sequence[Trigger], cast: Cast) -> list[Trigger]:
    """The triggers, with the words of a stance that nobody's verb tells, and without counts of votes beside the verb of the vote."""
    heads = {one.head for one in found if one.entry.type == "VOTE"}
    kept = [one for one in found if not (one.entry.type == "VOTE" and _is_count(p, one.head) and p.heads[p.heads[one.head]] in heads)]
    taken = {t for one in kept for t in one.tokens}
    entry = Entry(("vote",), "n", "VOTE", "", "none", (), "", _RULE)
    more = [
        Trigger(token, (token,), entry)
        for first, end in p.sentences
        if any(p.lemmas[t] in _VOTING for t in range(first, end))
        for token in range(first, end)
        if p.lower[token] in _STANDS and token not in taken and roll(p, token, cast)
    ]
    return sorted([*kept, *more], key=lambda one: one.head) if more else kept


def roll(p: Parsed, token: int, cast: Cast) -> tuple[Filled, ...]:
    """The parties right before a word of a stance ("Chad and Togo against"), or in brackets behind it ("2 abstentions (Chad, Togo)")."""
    if p.lower[token] == "voting" or p.lower[token] not in _STANDS:
        return _row(p, token, cast) if p.lower[token] == "voting" else ()
    if p.lower[token] in ("favour", "favor") and p.lower[token - 1] != "in":
        return ()
    opened = token + 1
    if opened < len(p) and p.words[opened] == "(":
        closed = next((t for t in range(opened, p.sentences[p.sentence_of[token]][1]) if p.words[t] == ")"), opened)
        return tuple(Filled("actor", n, t, "roll") for t in range(opened, closed) for n in cast.of(t))
    return _row(p, token - 1 if p.lower[token] in ("favour", "favor") else token, cast)


def _row(p: Parsed, token: int, cast: Cast) -> tuple[Filled, ...]:
    start = p.sentences[p.sentence_of[token]][0]
    found: list[Filled] = []
    at = token - 1
    while at >= start:
        mention = cast.mention(at)
        inside = mention is not None or p.deps[at] in ("compound", "nmod", "amod", "nummod") or p.tags[at] == "CD"
        if p.lower[at] in _STANDS or not (inside or p.lower[at] in _BESIDE):
            break
        if p.lower[at] == "with":
            return tuple(reversed(found))
        found += [Filled("actor", n, at, "roll") for n in cast.of(at) if mention is not None and mention.head == at]
        at -= 1
    # behind another stance: "in favour, Chad against"
    return tuple(reversed(found)) if at >= start and p.lower[at] in _STANDS else ()


def _is_count(p: Parsed, noun: int) -> bool:
    """ "By 12 votes"."""
    counted = any(p.deps[c] == "nummod" for c in p.children[noun])
    return (
        not is_verb(p, noun)
        and p.lemmas[noun] == "vote"
        and counted
        and p.deps[noun] == "pobj"
        and p.lower[p.heads[noun]] in ("by", "with")
    )

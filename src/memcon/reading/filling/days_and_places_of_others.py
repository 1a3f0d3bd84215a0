"""Whether a day or a place, however likely, is another act's: that of a relative clause, of what others did, of a thing named by it."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.times import Timex

from ..acts.acts import Act
from ..grammar.dependents import child
from ..grammar.parsed import Parsed
from ..parse.sentences import is_dateline
from ..setting.dating import is_of_the_last_one, modified
from ..setting.place_phrases import Spot, preposition_token
from ..setting.placing import before_or_after
from ..setting.topics import is_of_a_topic
from ..triggers.settling import token_range

_OTHER_TIMES = frozenset("before after until since following".split())
_COMING = frozenset("arrive come fly drive sail travel".split())
_APART = _OTHER_TIMES | {"over", "for", "about", "ahead"}


def is_day_of_another(p: Parsed, act: Act, timex: Timex, others: Iterable[Act]) -> bool:
    """Whether a day is not an act's: of the dateline, of what it is only the date of ("the 2015 deal"), of the one before ("the first
    since 1980"); or of one of the `others` whose it is."""
    first, end = token_range(p, timex.start, timex.end)
    head = act.trigger.head
    named = modified(p, first, end) if not first or p.tags[first - 1] != "IN" else None
    if is_of_the_last_one(p, first, head) or (named is not None and named not in act.trigger.tokens) or _is_of_who(p, act, first):
        return True
    start, stop = p.sentences[p.sentence_of[first]]
    return is_dateline(p.text, p.starts[start], p.ends[stop - 1]) or any(_is_apart(p, act, o, timex) for o in others)


def _is_of_who(p: Parsed, act: Act, word: int) -> bool:
    """Whether a word tells when somebody did something else: "Rey, who took office on Monday, condemned it"."""
    clauses = (t for t in _below(p, act, word) if p.deps[t] == "relcl" and p.deps[p.heads[t]] in ("nsubj", "nsubjpass"))
    return any(p.lower[c] == "who" for t in clauses for c in p.children[t])


def is_place_of_another(p: Parsed, act: Act, spot: Spot, others: Iterable[Act]) -> bool:
    """Whether a place is not an act's: of what was before or after, of what was only spoken of, or of one of the `others` below it."""
    if _came_from_there(p, act, spot) or before_or_after(p, spot, act.trigger):
        return True
    return (act.type == "CONSULT" and is_of_a_topic(p, spot, act.trigger.head)) or any(_is_told_below(p, act, o) for o in others)


def _came_from_there(p: Parsed, act: Act, spot: Spot) -> bool:
    """Whether a place is where somebody set out from: "flew in from Havana and met Rey"; who returned from there had been there."""
    link = preposition_token(p, spot)
    goes = act.type == "CONSULT" and spot.preposition == "from" and link is not None
    above = list(p.ancestors(link))[:2] if goes and link is not None else []
    return any(p.lemmas[t] in _COMING for t in above)


def is_of_another_time(p: Parsed, act: Act, word: int) -> bool:
    """Whether a word stands in a clause of what was before or after an act: "spoke to her before he flew to Lima on Monday"."""
    clauses = (t for t in _below(p, act, word) if p.deps[t] == "advcl")
    return any(mark is not None and p.lower[mark] in _OTHER_TIMES for mark in (child(p, t, "mark") for t in clauses))


def _below(p: Parsed, act: Act, word: int) -> list[int]:
    """The tokens from a word up to an act above it; none where the act is not above it."""
    path = [word, *p.ancestors(word)]
    return path[: next((n for n, t in enumerate(path) if t in act.trigger.tokens), 0)]


def _is_apart(p: Parsed, act: Act, dated: Act, day: Timex) -> bool:
    """Whether an act is not of the day of another one.

    So are those that others did in a later sentence that opens with it, those above a clause about somebody or a thing ("met X, who had
    arrived on Monday", "shelled it in breach of a truce signed on Monday"), those told by the same word ("flew to X on Monday and then to
    Y"), and what somebody only is known for ("freed on Monday two men convicted of theft", "two jailed men").
    """
    one, other = act.trigger.head, dated.trigger.head
    if p.sentence_of[one] != p.sentence_of[other]:
        opens = p.sentence_of[one] < p.sentence_of[other] and _opens_with(p, day, other)
        return opens and not act.principals & dated.principals
    known_for = p.deps[one] in ("acl", "amod") and p.tags[one] == "VBN" and other in p.ancestors(one)
    below = _below(p, act, other)
    described = (t for t in below if (p.deps[t], p.tags[t]) == ("acl", "VBN"))
    of_a_thing = any(p.heads[t] not in act.trigger.tokens for t in described)
    return one == other or known_for or of_a_thing or any(p.deps[t] == "relcl" for t in below)


def _opens_with(p: Parsed, day: Timex, act: int) -> bool:
    """Whether the sentence of an act begins with words of time, or with a preposition before them: "Last week Fox left"."""
    first = p.starts[p.sentences[p.sentence_of[act]][0]]
    before = p.text[first : day.start].strip()
    return first <= day.start and (not before or before.isalpha())


def _is_told_below(p: Parsed, act: Act, other: Act) -> bool:
    """Whether the other is only told of below an act: "met X, who had visited Peru", "expelled X over, or after, a raid in Peru"."""
    below = _below(p, act, other.trigger.head)
    return any(p.deps[t] == "relcl" or (p.deps[t] == "prep" and p.lower[t] in _APART) for t in below)

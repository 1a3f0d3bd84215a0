"""How like two mentions are, why, and what keeps them apart (codebook 4).

Evidence is added up: principals, time, place, medium, words, numbers; each part says itself in `reasons`. A contradiction is no
low score but a bar: no amount of likeness overrules another day, another medium, other principals.
The clues are those of work on events across documents (Cybulska & Vossen 2014, LREC: action, participants, time, place).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.times import Interval

from .acts import PHYSICAL, SPEECH
from .alike import NEAR, OTHER, SAME, UNSURE, Who, alike, described, paired
from .context import tells
from .contradictions import accounts, close, contradiction, sides, undirected
from .hours import one_by_the_hour
from .statuses import REAL
from .told import Told
from .words import content

THRESHOLD = 0.6
"""From this score on two mentions are one event."""
_CONTACT = {"principals": 0.5, "day": 0.3, "settlement": 0.15, "words": 0.15, "story": 0.1, "stories": 0.15}
_SPEECH = {"principals": 0.4, "day": 0.15, "settlement": 0.05, "words": 0.45, "story": 0.25, "stories": 0.35}
_PHYSICAL = {"principals": 0.35, "day": 0.2, "settlement": 0.25, "words": 0.25, "story": 0.15, "stories": 0.45}
_OTHER = {"principals": 0.45, "day": 0.2, "settlement": 0.1, "words": 0.3, "story": 0.15, "stories": 0.25}
"""What each part says at most; `story` is for reports that tell one, `stories` against those that tell different ones."""
_OTHER_WORDS = -0.3
"""An act of a kind that a day has many of, each report naming what the other does not: a station here, a power plant there."""
_BY_THE_HOUR = 0.5
"""What days that the hour makes one say, of what the same day says; where nothing tells when one was, so much speaks against it."""
_PREVENTED = -0.3
"""An attack that was foiled, against one that was carried out."""
_MERE_VERB = 0.25
"""What the same verb of speech says where one report or both tell nothing of what was said, of what the same words say."""
_PLAINLY, _SURE = 0.5, 0.95
_AGREEING = content("agree agreement accord deal promise pledge vow accept commit commitment")
_WEEK, _MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair's score (0 to 1), the reasons for it, and what contradicts (None where nothing does)."""

    score: float
    reasons: tuple[str, ...] = ()
    contradiction: str | None = None

    @property
    def one(self) -> bool:
        """Whether the two are one event by this pair alone."""
        return self.contradiction is None and self.score >= THRESHOLD


def weigh(a: Told, b: Told) -> Weighed:
    """The likeness of two mentions.

    >>> from memcon.times import interval
    >>> russia, israel = Who("actor", "state:RUS", "Russia", "state", "RUS"), Who("actor", "state:ISR", "Israel", "state", "ISR")
    >>> one = Told("1", "r1", "CONSULT", "meeting", when=interval("2022-03-05"), parties=(russia, israel))
    >>> weigh(one, Told("2", "r2", "CONSULT", "", when=interval("2022-03"), parties=(israel, russia))).reasons
    ('same principals', 'the days agree, one coarser')
    >>> weigh(one, Told("2", "r2", "CONSULT", "call", when=interval("2022-03-05"), parties=(israel, russia))).contradiction
    'another medium: meeting, call'
    """
    bar = contradiction(a, b)
    if bar is not None:
        return Weighed(0.0, (), bar)
    weights = _weights(a, b)
    parts = [_principals(a, b, weights["principals"]), _time(a, b, weights["day"]), _place(a, b, weights["settlement"])]
    parts += [_words(a, b, weights["words"]), *_details(a, b)]
    parts.append(_context(a, b, weights, sum(value for value, _ in parts)))
    score = sum(value for value, _ in parts)
    reasons = tuple(reason for _, reason in parts if reason)
    return Weighed(round(min(max(score, 0.0), 1.0), 3), reasons)


def _weights(a: Told, b: Told) -> dict[str, float]:
    if a.type == b.type == "CONSULT" or {a.type, b.type} == {"AGREE", "CONSULT"}:
        return _CONTACT
    if a.type in SPEECH and b.type in SPEECH:
        return _SPEECH
    return _PHYSICAL if a.type in PHYSICAL or b.type in PHYSICAL else _OTHER


def _principals(a: Told, b: Told, weight: float) -> tuple[float, str]:
    if not a.principals or not b.principals:
        return 0.4 * weight, ""
    if undirected(a, b):
        share = _share(a.principals, b.principals)
    else:
        (actors, recipients), (actors_b, recipients_b) = sides(a), sides(b)
        pairs = [(x, y) for x, y in ((actors, actors_b), (recipients, recipients_b)) if x and y]
        # who does it tells more of an act than to whom; a side that only one report gives tells a little less
        shares = [_share(x, y) for x, y in pairs]
        share = (0.6 * shares[0] + 0.4 * shares[1]) if len(shares) > 1 else 0.9 * shares[0] if shares else 0.3
    if share >= 0.85:
        return weight * share, "same principals"
    return weight * share, "principals in part" if share > 0.3 else ""


def _share(ours: tuple[Who, ...], theirs: tuple[Who, ...]) -> float:
    """Of the shorter list nearly all that counts; a lone party on one side against several leaves the others open."""
    total, _, _ = paired(ours, theirs)
    if not total and _open(ours, theirs):
        return UNSURE
    few, many = sorted((len(ours), len(theirs)))
    return 0.75 * min(total / few, SAME) + 0.25 * min(total / many, SAME)


def _open(ours: tuple[Who, ...], theirs: tuple[Who, ...]) -> bool:
    """Whether some are told of by a description alone, and nobody is surely another: "a former employee", "Bo Fox"."""
    return any(map(described, (*ours, *theirs))) and all(alike(a, b) > OTHER for a in ours for b in theirs)


def _time(a: Told, b: Told, weight: float) -> tuple[float, str]:
    ours, theirs = accounts(a), accounts(b)
    if ours and theirs:
        best = max((_agree(x, y) for x in ours for y in theirs), default=0.0)
        if not best:
            return _BY_THE_HOUR * weight, one_by_the_hour(a, b) or ""
        reason = "same day" if best == 1 else "the days agree, one coarser" if best > 0.3 else "the times allow it"
        return weight * best, reason
    days = _distance(a, b)
    if days is None:  # any time at all
        return -_BY_THE_HOUR * weight, ""
    if days <= 1:
        return 0.45 * weight, "told within a day of each other"
    if days <= 3:
        return 0.3 * weight, "told within three days"
    return (0.0 if days <= _WEEK else -0.1 if days <= _MONTH else -0.3), f"told {days} days apart"


def _agree(x: Interval, y: Interval) -> float:
    if not x.overlaps(y):
        return 0.0
    small, large = sorted((x.days or 10_000, y.days or 10_000))
    if large == 1 or (x == y and large <= _WEEK):
        return 1.0
    return 0.7 if large <= _WEEK else 0.5 if large <= _MONTH and small <= _WEEK else 0.35 if large <= _MONTH else 0.2


def _distance(a: Told, b: Told) -> int | None:
    """Days between a known time and the other's publication, or between the two publications."""
    near: list[tuple[date, date]] = []
    for told in (a, b):
        known = accounts(told)
        if known:
            first, last = known[0].first or known[0].last, known[0].last or known[0].first
        else:
            first = last = told.published
        if first is None or last is None:
            return None
        near.append((first, last))
    (first, last), (first_b, last_b) = near
    gap = max(first - last_b, first_b - last, timedelta(0))
    return gap.days


def _place(a: Told, b: Told, weight: float) -> tuple[float, str]:
    if a.place and b.place and (a.place == b.place or close(a, b)):
        return weight, "same place"
    if a.site and a.site == b.site:
        return weight, "same place"
    return (weight / 3, "same country") if a.country and a.country == b.country else (0.0, "")


def _words(a: Told, b: Told, weight: float) -> tuple[float, str]:
    if not a.words or not b.words:
        return 0.0, ""
    ours, theirs = a.words - a.acts - b.acts, b.words - b.acts - a.acts
    if a.type == b.type == "CONSULT":  # that they met is the type and the medium: what it was about tells more
        return (weight * min(1.0, 1.5 * _cosine(ours, theirs)), f"words: {_listed(ours & theirs)}") if ours & theirs else (0.0, "")
    if a.type in SPEECH and b.type in SPEECH and not (ours and theirs):  # that they "criticised": what is it that they said?
        acts = a.acts & b.acts & a.words & b.words
        return (_MERE_VERB * weight, f"words: {_listed(acts)}") if acts else (0.0, "")
    if (a.type in PHYSICAL or b.type in PHYSICAL) and ours and theirs and not ours & theirs:
        return _OTHER_WORDS * (0.5 if _story(a, b) > 0 else 1.0), "told of in other words"
    if a.type == b.type == "AGREE" and min(len(a.principals), len(b.principals)) < 2:  # one's word on its own: what it is given on
        ours, theirs = ours - _AGREEING, theirs - _AGREEING
        if not ours & theirs:
            return (_OTHER_WORDS, "another thing promised") if ours and theirs else (0.0, "")
        return weight * min(1.0, 1.5 * _cosine(ours, theirs)), f"words: {_listed(ours & theirs)}"
    common = a.words & b.words
    return weight * min(1.0, 1.5 * _cosine(a.words, b.words)), f"words: {_listed(common)}" if common else ""


def _story(a: Told, b: Told) -> float:
    """What their reports as wholes say of whether they tell one story (`context.tells`); 0 where they are not known, or one."""
    return 0.0 if a.context is None or b.context is None or a.report == b.report else tells(a.context, b.context)


def _context(a: Told, b: Told, weights: dict[str, float], others: float) -> tuple[float, str]:
    """What the reports as wholes say: for one event no more than up to `_SURE`, with what all `others` say."""
    said = _story(a, b)
    if said >= 0:
        if a.type in SPEECH and b.type in SPEECH:  # who speaks of one matter for weeks is in many reports that are somewhat alike
            said **= 2
        return min(weights["story"] * said, max(0.0, _SURE - others)), "reports of one story" if said >= _PLAINLY else ""
    return weights["stories"] * said, "reports of different stories" if said <= -_PLAINLY else ""


def _cosine(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return float(len(ours & theirs) / math.sqrt(len(ours) * len(theirs)))


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)[:5])


def _details(a: Told, b: Told) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if a.type != b.type:
        found.append((-0.1, f"types {a.type} and {b.type}"))
    elif a.mode and a.mode == b.mode:
        found.append((0.05, f"both {a.mode}"))
    elif a.mode and b.mode:
        found.append((-0.05, ""))
    if a.prevented != b.prevented and (a.type in PHYSICAL or b.type in PHYSICAL) and {a.status, b.status} & set(REAL):
        found.append((_PREVENTED, "one was prevented"))
    if a.numbers & b.numbers:
        found.append((0.05, f"same number: {', '.join(sorted(a.numbers & b.numbers)[:3])}"))
    companions = [[p for p in t.parties if p.role not in ("actor", "recipient")] for t in (a, b)]
    if paired(*companions)[0] >= NEAR:
        found.append((0.03, "same companions"))
    if a.report != b.report and (a.copy_of or a.report) == (b.copy_of or b.report):
        found.append((0.15, "one report repeats the other"))
    return found

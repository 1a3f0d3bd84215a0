"""Where the parties stand: demands, offers, refusals and the like by party and issue, the latest first, changes marked.

An issue is what several positions share in words: a position joins the issue with which it shares most of its words (at least `LIKE` of the
fewer, and two words or all), else it opens one. Words are families of words ("withdraw", "withdrawal"), taken from what the reports'
sentences say after the word for the act. A position is `repeated` where it is of the kind of the party's last one on the issue and says
nearly the same; `changed` where it is of that kind and differs; `turned` where it is of another kind (a demand that became an offer, a
refusal an acceptance).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from memcon.merging import Merged, Telling, party_key
from memcon.merging.words import content
from memcon.store import Store

from .acts import Act, Part, in_time
from .clauses import about_words, spelt
from .plain import Plain
from .quotes import Quote, events_of, quotes
from .remembered import remembered
from .subjects import Subject, acts_about
from .timeline import title
from .who import Actors, actors
from .windows import Window, days_of

KINDS = ("demand", "offer", "refusal", "acceptance", "concession", "threat", "line")
LIKE, SAME = 0.5, 0.6
_OF_TYPE = {
    "REQUEST": "demand", "REJECT": "refusal", "AGREE": "acceptance", "CONCEDE": "concession", "THREATEN": "threat", "STATEMENT": "line",
}  # fmt: skip
_WORDS_OF_AN_ISSUE = 3
_PROMISES = content("promise promised promises promising pledge pledged vow vowed commit committed commitment assure assured")
"""Words for promises, which stand in the ledger of commitments."""
_NUMBER = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundred|thousand|million)\b"
)


@dataclass(frozen=True, slots=True)
class Position(Plain):
    """What a party asked for, offered or refused. `party` is the side, `speakers` who said so; `change` is first, repeated, changed or
    turned, against `before`, the id of the party's position on the issue before this one."""

    id: str
    party: str
    speakers: tuple[str, ...]
    to: tuple[str, ...]
    kind: str
    issue: str
    says: str
    when: str | None
    told: date | None
    change: str
    before: str | None
    denied: bool
    support: int
    words: str
    quotes: tuple[Quote, ...]


def position_ledger(
    store: Store, about: Subject | None = None, window: Window | None = None, *, lines: bool = False
) -> tuple[Position, ...]:
    """The positions about a subject: by party and issue, the latest first. With `lines`, statements of policy too.

    >>> with Store.open(None) as store:
    ...     position_ledger(store)
    ()
    """
    about, window = about or Subject(), window or Window()

    def work() -> tuple[Position, ...]:
        kinds = [(one, kind_of(one)) for one in acts_about(store, about, window, wide=True)]
        acts = [(one, kind) for one, kind in kinds if kind and (lines or kind != "line") and one.of("actor")]
        events = events_of(store, [one.id for one, _ in acts])
        said = quotes(store, events.values())
        known = actors(store)
        found = [
            Stance(part, kind, words, title(part, events[one.id]), about_words(words, part.parts))
            for one, kind in acts
            for part, words in _apart(one, events[one.id], said[one.id], known)
            if kind != "acceptance" or not all(content(quote.trigger) & _PROMISES for quote in words)
        ]
        return positions_of(found, known)

    return remembered(store, ("position ledger", about, window, lines), work)


def kind_of(act: Act) -> str | None:
    """Which kind of position an act is; None for one that is none. What is denied was no position.

    >>> from .acts import Act
    >>> kind_of(Act("m", "AID", "", "offered", None, None, None, None, None, None, (), (), 1))
    'offer'
    """
    if act.status == "denied":
        return None
    if act.status == "offered":
        return "offer"
    return _OF_TYPE.get(act.type) if act.status in ("happened", "ongoing") else None


@dataclass(frozen=True, slots=True)
class Stance:
    """An act as a position: its kind, the words of the reports, the act in a sentence, and the families of words that say what it is
    about."""

    act: Act
    kind: str
    said: tuple[Quote, ...]
    title: str
    about: frozenset[str]


def _apart(act: Act, event: Merged, said: tuple[Quote, ...], known: Actors) -> list[tuple[Act, tuple[Quote, ...]]]:
    """The act by what its reports say: tellings that share no word on what was asked for are positions of their own."""
    groups: list[list[int]] = []
    words = [about_words([quote], act.parts) for quote in said]
    for number, mine in enumerate(words):
        fits = next((group for group in groups if not mine or any(mine & words[other] or not words[other] for other in group)), None)
        if fits is None:
            groups.append([number])
        else:
            fits.append(number)
    if len(groups) < 2:
        return [(act, said)]
    return [(_part(act, [event.tellings[one] for one in group], known), tuple(said[one] for one in group)) for group in groups]


def _part(act: Act, tellings: Sequence[Telling], known: Actors) -> Act:
    """The act as some of its reports tell it."""
    whens = [telling.event.when.edtf for telling in tellings if telling.event.when]
    first, last = days_of(whens[0] if whens else None)
    parties = [(p.role, known.named(party_key(p), t.witness.id)) for t in tellings for p in t.event.participants]
    told = [day for telling in tellings if (day := (telling.witness.published or "")[:10])]
    witnesses = {telling.witness.copy_of or telling.witness.id for telling in tellings}
    return replace(
        act, when=whens[0] if whens else None, first=first, last=last, told=date.fromisoformat(min(told)) if told else act.told,
        parts=tuple(dict.fromkeys(Part(role, who) for role, who in parties if who)) or act.parts,
        reports=tuple(dict.fromkeys(telling.witness.id for telling in tellings)), support=len(witnesses),
    )  # fmt: skip


def positions_of(found: Sequence[Stance], known: Actors) -> tuple[Position, ...]:
    """The positions that acts are, with issues and changes."""
    ordered = sorted(found, key=lambda one: in_time(one.act))
    issues = issues_of([one.about for one in ordered], spelt(quote for one in ordered for quote in one.said))
    last: dict[tuple[str, str], Stance] = {}
    rows: list[tuple[int, Position]] = []
    for number, (one, issue) in enumerate(zip(ordered, issues, strict=True)):
        act = one.act
        for side in dict.fromkeys(who.side for who in act.of("actor")):
            before = last.get((side, issue))
            last[side, issue] = one
            row = Position(
                act.id, known.label(side), tuple(who.name for who in act.of("actor") if who.side == side),
                tuple(who.name for who in act.of("recipient")), one.kind, issue, _says(one.said, one.kind), act.when, act.told,
                "first" if before is None else _change(before, one), before.act.id if before else None, act.denied, act.support, one.title,
                one.said,
            )  # fmt: skip
            rows.append((number, row))
    newest = {(row.party, row.issue): number for number, row in rows}
    rows.sort(key=lambda one: (one[1].party, -newest[one[1].party, one[1].issue], one[1].issue, -one[0]))
    return tuple(row for _, row in rows)


def issues_of(ordered: Iterable[frozenset[str]], shown: Mapping[str, str] | None = None) -> list[str]:
    """The name of each position's issue, the commonest words of what is said on it; `shown` is how a family of words is spelt.

    >>> issues_of([frozenset(("crew", "free")), frozenset(("quota",)), frozenset(("crew", "free", "ship"))])
    ['crew, free, ship', 'quota', 'crew, free, ship']
    """
    groups: list[tuple[list[int], Counter[str]]] = []
    count = 0
    for count, mine in enumerate(ordered, 1):
        best = max(groups, key=lambda group: _likeness(mine, group[1]), default=None)
        if best is not None and _likeness(mine, best[1]) >= LIKE:
            best[0].append(count - 1)
            best[1].update(mine)
        else:
            groups.append(([count - 1], Counter(mine)))
    named = [""] * count
    for members, counts in groups:
        top = sorted(counts, key=lambda word: (-counts[word], word))[:_WORDS_OF_AN_ISSUE]
        for one in members:
            named[one] = ", ".join((shown or {}).get(word, word) for word in top) or "not said"
    return named


def _says(quoted: Sequence[Quote], kind: str) -> str:
    """What was asked for, offered or refused, in a report's words; the whole sentence where little stands after the trigger."""
    best = max(quoted, key=lambda quote: len(quote.after))
    after = f"{best.trigger} {best.after}" if kind == "offer" else best.after
    return after if len(content(best.after)) > 1 else best.words


def _likeness(mine: frozenset[str], group: Counter[str]) -> float:
    """How much of a position's words an issue shares; words that most of the issue's positions have count in full."""
    shared = mine & set(group)
    if not mine or len(shared) < min(2, len(mine)):
        return 0.0
    common = {word for word in group if group[word] * 2 >= max(group.values())}
    return len(shared & common) / max(1, min(len(mine), len(common)))


def _change(before: Stance, now: Stance) -> str:
    if before.kind != now.kind:
        return "turned"
    alike = len(now.about & before.about) / max(1, len(now.about | before.about))
    return "repeated" if alike >= SAME and _numbers(now) == _numbers(before) else "changed"


def _numbers(stance: Stance) -> frozenset[str]:
    return frozenset(one for quote in stance.said for one in _NUMBER.findall(quote.after.lower()))

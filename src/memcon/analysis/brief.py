"""One page on an actor, a dyad or a process that can be read in two minutes; every sentence stands on words of reports.

What is said, in this order: contacts and who went between, what reports tell most of lately, where the parties stand, what was promised and
what became of it, what is to come, what is contested, who fell silent. Sections without anything to say are left out. What is told by most
independent reports comes first where room is short; as a whole it has at most `WORDS` words before its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.merging.statuses import REAL
from memcon.merging.words import content
from memcon.reading.parties.naming import listed
from memcon.reading.record.date_words import date_words
from memcon.store import Store

from .acts import Act, acts
from .brokers import go_betweens
from .commitments import Commitment, commitment_ledger
from .contacts import CONTACT, contacts, media_words
from .network import network
from .plain import Plain
from .positions import Position, position_ledger
from .quotes import Quote, events_of, quotes
from .remembered import remembered
from .shuttles import Leg, shuttles
from .silence import latest, silences
from .subjects import Subject, acts_about
from .timeline import title
from .who import actors
from .windows import Window

WORDS = 420
"""Two minutes at 210 words a minute."""
_SOURCES = 2
_LEGS = 8
_LATEST, _POSITIONS, _COMMITMENTS, _NEXT, _CONTESTED = 5, 6, 6, 3, 3
_VERBS = {
    "demand": "demanded", "offer": "offered", "refusal": "refused", "acceptance": "accepted", "concession": "gave way on",
    "threat": "threatened", "line": "said",
}  # fmt: skip
_BREACH = content("break breaking broke broken breach breached breaching violate violated violating reneged")
_SPOKEN = ("REQUEST", "REJECT", "THREATEN", "STATEMENT", "ACCUSE", "CONCEDE")


@dataclass(frozen=True, slots=True)
class Sentence(Plain):
    """A sentence and the words of reports that it stands on; `events` are the ids of the events that it tells of."""

    text: str
    sources: tuple[Quote, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section(Plain):
    """Sentences under a heading."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Brief(Plain):
    """A brief as of a day: `reports` were drawn on, of so many `outlets`."""

    subject: str
    first: date | None
    last: date | None
    on: date | None
    reports: int
    outlets: int
    sections: tuple[Section, ...]

    @property
    def words(self) -> int:
        """How many words its sentences have."""
        return sum(len(one.text.split()) for section in self.sections for one in section.sentences)

    def to_text(self) -> str:
        """The page as plain text, with numbered sources at its end."""
        from .pages import as_text

        return as_text(self)

    def to_markdown(self) -> str:
        """The page as Markdown, in which nothing of a report is mark-up."""
        from .pages import as_markdown

        return as_markdown(self)


def brief(store: Store, about: Subject | None = None, window: Window | None = None) -> Brief:
    """The brief on a subject within a window.

    >>> with Store.open(None) as store:
    ...     brief(store).sections
    ()
    """
    about, window = about or Subject(), window or Window()
    return remembered(store, ("brief", about, window), lambda: _brief(store, about, window))


def _brief(store: Store, about: Subject, window: Window) -> Brief:
    on = window.last or latest(store)
    found = acts_about(store, about, window, wide=True)
    events = events_of(store, [one.id for one in found])
    every = quotes(store, events.values())
    said = {one.id: agreeing(one, every[one.id]) for one in found}
    titles = {one.id: title(one, events[one.id]) for one in found}
    promises = commitment_ledger(store, about, window)
    gone = frozenset(one.id for one in promises if one.state in ("broken", "disputed", "overdue"))
    drafts = [
        ("Contacts", list(_contacts(store, about, window, said))),
        ("Latest", list(_latest(found, said, titles, on))),
        ("Where they stand", list(_positions(position_ledger(store, about, window), about))),
        ("Promises", list(_commitments(promises))),
        ("To come", list(_to_come(found, said, titles, on, gone))),
        ("Contested", list(_contested(found, every))),
        ("Silence", list(_silent(store, about, window))),
    ]
    sections = tuple(Section(heading, tuple(kept)) for heading, kept in _fitting(drafts) if kept)
    read = {quote.report: quote.outlet for one in found for quote in every[one.id]}
    return Brief(about.title, window.first, window.last, on, len(read), len({outlet for outlet in read.values() if outlet}), sections)


def _fitting(drafts: Sequence[tuple[str, list[Sentence]]]) -> list[tuple[str, list[Sentence]]]:
    """As many sentences as there is room for: the first of every section, then the second, and so on."""
    room = WORDS
    kept: dict[str, list[Sentence]] = {heading: [] for heading, _ in drafts}
    for rank in range(max((len(found) for _, found in drafts), default=0)):
        for heading, found in drafts:
            if rank < len(found) and len(found[rank].text.split()) <= room:
                kept[heading].append(found[rank])
                room -= len(found[rank].text.split())
    return list(kept.items())


def _contacts(store: Store, about: Subject, window: Window, said: dict[str, tuple[Quote, ...]]) -> Iterator[Sentence]:
    if len(about.sides) == 2:
        a, b = about.sides
        every, known = acts(store, about.query, window), actors(store)
        direct = [one for one in contacts(every) if about.holds(one) and _between(one, about)]
        if direct:
            yield Sentence(
                f"{a.name} and {b.name} were in direct contact {_times(len(direct))}, last{_on(direct[-1])}.",
                _of(said[direct[-1].id], said[direct[0].id]), tuple(one.id for one in direct),
            )  # fmt: skip
        for go in go_betweens(every, known, a, b)[:2]:
            if min(go.with_a, go.with_b) < 2:
                continue
            its = [one for one in contacts(every) if any(go.id == who.id for who in one.principals)]
            of_its = [one for one in its if any(side.has(who) for side in about.sides for who in one.principals)]
            words = quotes(store, events_of(store, [one.id for one in of_its]).values())
            words = {one.id: agreeing(one, words[one.id]) for one in of_its}
            text = f"{go.name} had {go.with_a} contacts with {a.name} and {go.with_b} with {b.name}"
            text += f", {go.before} of them before the two first spoke." if direct and go.before else "."
            yield Sentence(text, _of(*(words[one.id] for one in (*of_its[:1], *of_its[-1:]))), tuple(one.id for one in of_its))
        return
    for chain in shuttles(store, about.sides[0], window, query=about.query)[:1] if about.sides else ():
        if chain.passes > 1:
            link, stops = chain.links[0], [event for leg in chain.legs for event in leg.events]
            words = quotes(store, events_of(store, [stops[0], stops[-1]]).values())
            text = (
                f"{chain.name} passed between {link.a} and {link.b} {_times(link.passes)} from {_day(chain.first)} to {_day(chain.last)}: "
            )
            text += f"{', '.join(_stop(leg) for leg in chain.legs[:_LEGS])}{' ...' if len(chain.legs) > _LEGS else ''}."
            yield Sentence(text, _of(words[stops[0]], words[stops[-1]]), tuple(stops))
    of = network(store, about, window)
    ties = [tie for tie in of.ties if not about.sides or any(side.id in _ids(of, one) for side in about.sides for one in (tie.a, tie.b))]
    told = {one.id: one for one in acts(store, about.query, window)} if ties else {}
    for tie in ties[:3]:
        media = listed(media_words(tie.media).split(", "))
        dated = [told[one] for one in tie.events if one in told and told[one].when]
        when = f", last{_on(dated[-1])}" if dated else ""
        last = dated[-1].id if dated else tie.events[-1]
        yield Sentence(f"{of.name(tie.a)} and {of.name(tie.b)}: {media}{when}.", _of(said[last]), tie.events)


def _stop(leg: Leg) -> str:
    """A leg in a few words: where, or with whom."""
    where = f"{listed(leg.media)} in {leg.places[0]}" if leg.places else f"{listed(leg.media)} with {listed(leg.names)}"
    return f"{where} on {leg.day.day} {date_words(leg.day.isoformat()[:7]).split()[0]}"


def _ids(of: object, node: str) -> tuple[str, ...]:
    """The ids under which a node may be asked for: its own, and its state's."""
    nodes = {one.id: one for one in getattr(of, "nodes", ())}
    return (node, nodes[node].country or "") if node in nodes else (node,)


def _between(act: Act, about: Subject) -> bool:
    """Whether nobody but the two took part in a contact."""
    return all(any(side.has(who) for side in about.sides) for who in act.principals)


def _latest(found: Sequence[Act], said: dict[str, tuple[Quote, ...]], titles: dict[str, str], on: date | None) -> Iterator[Sentence]:
    real = [
        one
        for one in found
        if one.real and one.type not in _SPOKEN and len(one.parts) > 1 and one.first and (on is None or one.first <= on)
    ]
    real.sort(key=lambda one: (one.first or date.min, one.support, one.id), reverse=True)
    newest = real[: 3 * _LATEST]
    newest.sort(key=lambda one: (-one.support, -(one.first or date.min).toordinal(), one.id))
    for one in sorted(newest[:_LATEST], key=lambda one: (one.first or date.min, one.id), reverse=True):
        yield _told(one, said[one.id], titles[one.id])


def _told(act: Act, words: tuple[Quote, ...], shown: str) -> Sentence:
    """An act in a sentence: a contact by who, when and where, anything else in the words of a report, which say what it was about."""
    sources = _of(words)
    if act.type == CONTACT or not sources:
        return Sentence(shown, sources, (act.id,))
    day = f"{date_words(act.when)}: " if act.when else f"Reported {_day(act.told)}: " if act.told else ""
    return Sentence(f"{day}“{sources[0].words}”", sources, (act.id,))


def _positions(rows: Sequence[Position], about: Subject) -> Iterator[Sentence]:
    newest: dict[tuple[str, str], Position] = {}
    for row in rows:
        newest.setdefault((row.party, row.issue), row)
    own = {one.name for one in about.sides}

    def rank(row: Position) -> tuple[bool, bool, int, int, str]:
        return row.party not in own, row.change == "first", -row.support, -(row.told or date.min).toordinal(), row.id

    by_id = {row.id: row for row in rows}
    for row in sorted(newest.values(), key=rank)[:_POSITIONS]:
        when = date_words(row.when) if row.when else f"reported {_day(row.told)}" if row.told else "undated"
        before = by_id.get(row.before or "")
        turn = f", after {_noun(before.kind)} on the same issue" if before is not None and row.change == "turned" else ""
        yield Sentence(f"{row.party} {_verb(row)}: “{row.says}” ({when}{turn}).", _of(row.quotes), (row.id,))


def _verb(row: Position) -> str:
    """What a party did; who is said to break its word by others did not say so itself."""
    breach = row.kind == "refusal" and all(content(quote.trigger) & _BREACH for quote in row.quotes)
    return "is said to have broken" if breach else _VERBS[row.kind]


def _commitments(rows: Sequence[Commitment]) -> Iterator[Sentence]:
    verdicts = {
        "broken": "broken",
        "disputed": "reports differ on whether it was kept",
        "overdue": "overdue, nothing told of it",
        "open": "open",
    }
    shown = [row for row in rows if row.kind != "appointment" or row.state not in ("open", "kept")]
    for row in shown[:_COMMITMENTS]:
        verdict = verdicts.get(row.state, "kept, late" if row.late else "kept")
        due = f", due {date_words(row.due)}" if row.due else ""
        to = f" to {listed(row.to)}" if row.to else ""
        word = "agreed" if row.kind == "agreement" else "promised"
        made = f"{word}{to} {_day(row.made)}" if row.made else f"{word}{to}"
        text = f"{listed(row.by)}: “{row.what}” ({made}{due}): {verdict}."
        yield Sentence(text, _of(row.promised[-1:], row.broken[-1:] or row.kept[-1:]), (row.id,))


def _to_come(
    found: Sequence[Act], said: dict[str, tuple[Quote, ...]], titles: dict[str, str], on: date | None, gone: frozenset[str]
) -> Iterator[Sentence]:
    planned = [one for one in found if one.status == "planned" and one.last and (on is None or one.last >= on) and one.id not in gone]
    for one in sorted(planned, key=lambda one: (one.last or date.max, -one.support, one.id))[:_NEXT]:
        yield _told(one, said[one.id], titles[one.id])


def _contested(found: Sequence[Act], said: dict[str, tuple[Quote, ...]]) -> Iterator[Sentence]:
    contested = []
    for one in found:
        denying = [quote for quote in said[one.id] if quote.status == "denied"]
        asserting = [quote for quote in said[one.id] if quote.status in REAL]
        hedged = len(denying) + len(asserting) < len(said[one.id])
        if one.type not in _SPOKEN and denying and (asserting or not hedged):
            contested.append((one, asserting, denying))
    contested.sort(key=lambda found: (not found[1], -found[0].support, found[0].told or date.max, found[0].id))
    for one, asserting, denying in contested[:_CONTESTED]:
        if asserting:
            text = f"“{asserting[0].words}” Denied: “{denying[0].words}”"
        else:
            text = f"“{denying[0].words}”"
        yield Sentence(text, _of(asserting[:1], denying[:1]), (one.id,))


def _silent(store: Store, about: Subject, window: Window) -> Iterator[Sentence]:
    for one in silences(store, about, window)[:2]:
        words = quotes(store, events_of(store, [one.event]).values())
        text = f"No contact of {one.a_name} and {one.b_name} is told of since {_day(one.last)}: "
        text += f"{one.days} days, the longest earlier gap was {one.longest}."
        yield Sentence(text, _of(words[one.event]), (one.event,))


def agreeing(act: Act, words: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The words that tell an act as it stands; all where none does."""
    return tuple(quote for quote in words if (quote.status in REAL) == act.real and (act.real or quote.status == act.status)) or words


def _of(*groups: Iterable[Quote]) -> tuple[Quote, ...]:
    """Some words of each group, of reports that are no copies first; at most `_SOURCES` a group, no sentence twice."""
    found: dict[tuple[str, str], Quote] = {}
    for group in groups:
        ordered = sorted(group, key=lambda quote: quote.copy_of is not None)
        for quote in ordered[: _SOURCES if len(groups) == 1 else 1]:
            found.setdefault((quote.report, quote.words), quote)
    return tuple(found.values())


def _noun(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _on(act: Act) -> str:
    return f" {date_words(act.when, True)}" if act.when else ""


def _day(day: date | None) -> str:
    return date_words(day.isoformat()) if day else ""


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")

"""Stores built of told events, without reading: each line of a report is a sentence and what it tells."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from memcon.analysis import OpenStore
from memcon.model import Event, MadeBy, Order, Party, Record, Report, Span, When, Where
from memcon.store.tellings import each_its_own

COUNTRIES = {"Finland": "FIN", "Iceland": "ISL", "Norway": "NOR", "Sweden": "SWE", "Denmark": "DNK", "Russia": "RUS"}
PEOPLE = {
    "Niinistö": ("Niinistö", None, None),
    "Niinisto": ("Sauli Niinisto", "FIN", "Q29207"), "Solberg": ("Erna Solberg", "NOR", "Q291644"),
    "Jakobsdottir": ("Katrin Jakobsdottir", "ISL", "Q467464"), "Haavisto": ("Pekka Haavisto", "FIN", "Q317485"),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """`words` holds `trigger`; parties are names of COUNTRIES or PEOPLE."""

    words: str
    trigger: str
    kind: str = "CONSULT"
    mode: str = "meeting"
    status: str = "happened"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    when: str | None = None
    place: tuple[str, str] | None = None
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    after: str | None = None
    position: str | None = None
    duration: str | None = None


def party(role: str, name: str, mention: Span) -> Party:
    if name in COUNTRIES:
        return Party(role, name, "state", mention, country=COUNTRIES[name], sector="GOV")
    if name in PEOPLE:
        full, country, wikidata = PEOPLE[name]
        return Party(role, full, "person", mention, wikidata=wikidata, country=country, sector="GOV")
    return Party(role, name, "group", mention)


def report(store, day: str | None, outlet: str, *lines: Line) -> str:
    """Keep a report of these lines, one sentence each; the event of the n-th line is `e{n}`."""
    text = "\n\n".join(line.words for line in lines)
    events, at = [], 0
    for number, line in enumerate(lines, 1):
        start = text.index(line.trigger, at)
        span = Span(start, start + len(line.trigger), line.trigger)
        roles = {"actor": line.actors, "recipient": line.recipients, **line.roles}
        parties = tuple(party(role, name, span) for role, names in roles.items() for name in names)
        where = Where(line.place[0], span, line.place[0], line.place[1]) if line.place else None
        events.append(
            Event(
                f"e{number}", line.kind, line.mode, line.status, (span,), parties, When(line.when, span) if line.when else None,
                order=(Order("after", line.after),) if line.after else (), where=where, position=line.position, duration=line.duration,
                summary=line.words, confidence=0.8,
            )
        )  # fmt: skip
        at += len(line.words) + 2
    run = store.begin_run(MadeBy("0"))
    return store.save(run, Record(Report(f"{outlet}-{day}", text, published=day, outlet=outlet), tuple(events), made_by=MadeBy("0")))


def opened(merge: bool = False) -> OpenStore:
    """An empty store in memory; without `merge` each telling is an event of its own."""
    return OpenStore.open(None) if merge else OpenStore.open(None, place=each_its_own)


def met(actor: str, recipient: str, day: str | None, mode: str = "meeting", **more) -> Line:
    word = {"meeting": "met", "call": "called", "visit": "visited", "message": "wrote to"}[mode]
    return Line(f"{actor} {word} {recipient}.", word, "CONSULT", mode, more.pop("status", "happened"), (actor,), (recipient,), day, **more)


DAYS = st.sampled_from([f"2019-09-{day:02}" for day in range(1, 20)] + [None, "2019-09-02/2019-09-08", "2019-09", "2019-09-05/.."])
_NAMES = [*COUNTRIES, "Niinisto", "Solberg", "Jakobsdottir", "Haavisto"]
LINES = st.builds(
    lambda a, b, day, mode, status: met(a, b, day, mode, status=status),
    st.sampled_from(_NAMES), st.sampled_from(_NAMES), DAYS,
    st.sampled_from(["meeting", "call", "visit", "message"]), st.sampled_from(["happened", "happened", "ongoing", "planned", "denied"]),
).filter(lambda line: line.actors != line.recipients)  # fmt: skip
REPORTS = st.lists(st.lists(LINES, min_size=1, max_size=4), max_size=4)


def store_of(reports: list[list[Line]]) -> OpenStore:
    store = opened()
    for number, lines in enumerate(reports):
        report(store, f"2019-09-{10 + number:02}", f"Outlet {number}", *lines)
    return store

"""Reports for the tests of the site: made by hand, so that no parser is needed."""

from memcon.model import Event, MadeBy, Party, Record, Report, Source, Span, When, Where
from memcon.store import Store

HOSTILE = (
    "Foreign Minister <script>alert(1)</script> Mallory met \u202eEve\u202c in Oslo on Monday. "
    '<img src=x onerror=alert(2)> "quoted" & {{ 7*7 }} said the spokesman\x1b[31m. \u2066hidden\u2069 '
    "https://example.org/ javascript:alert(3)"
)
LONG = "Maximilian " + "von und zu " * 43 + "Hohenfels"
TEXTS = {
    "Wire": "Sauli Niinisto met Erna Solberg in Oslo on Monday. Iceland threatened to close its ports on Tuesday.",
    "Ledger": "Erna Solberg will receive Sauli Niinisto in Oslo on Monday, her office said.",
    "Courier": "Katrin Jakobsdottir called Sauli Niinisto on Wednesday. Finland offered to host talks in Helsinki.",
    "Gazette": f"{LONG} visited Reykjavik on Wednesday.",
    "=Evil\u202e": HOSTILE,
}
DAYS = {"Monday": "2019-09-02", "Tuesday": "2019-09-03", "Wednesday": "2019-09-04"}
PLACES = {"Oslo": ("NOR", 59.91, 10.75), "Helsinki": ("FIN", 60.17, 24.94), "Reykjavik": ("ISL", 64.15, -21.95)}
PEOPLE = {"Sauli Niinisto": ("Q10706", "FIN"), "Erna Solberg": ("Q57652", "NOR"), "Katrin Jakobsdottir": ("Q439903", "ISL")}


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words), words)


def party(text: str, role: str, name: str) -> Party:
    if name in PEOPLE:
        wikidata, country = PEOPLE[name]
        return Party(role, name, "person", span(text, name), f"n-{name}", wikidata, country, "GOV", "head of government")
    states = {"Finland": "FIN", "Iceland": "ISL", "Norway": "NOR"}
    if name in states:
        return Party(role, name, "state", span(text, name), f"n-{name}", None, states[name])
    return Party(role, name, "person", span(text, name), f"n-{name[:20]}")


def event(
    outlet: str,
    local: str,
    kind: str,
    mode: str,
    status: str,
    word: str,
    who: str,
    whom: str = "",
    when: str = "",
    where: str = "",
    **more: object,
) -> Event:
    text = TEXTS[outlet]
    country, lat, lon = PLACES.get(where, (None, None, None))
    return Event(
        local,
        kind,
        mode,
        status,
        (span(text, word),),
        tuple(party(text, role, name) for role, name in (("actor", who), ("recipient", whom)) if name),
        When(DAYS[when], span(text, when), "weekday") if when else None,
        where=Where(where, span(text, where), where, country, lat, lon) if where else None,
        confidence=0.8,
        **more,
    )


def records() -> list[Record]:
    told = {
        "Wire": (
            event("Wire", "e1", "CONSULT", "meeting", "happened", "met", "Sauli Niinisto", "Erna Solberg", "Monday", "Oslo"),
            event("Wire", "e2", "THREATEN", "", "happened", "threatened", "Iceland", when="Tuesday"),
        ),
        "Ledger": (
            event(
                "Ledger",
                "e1",
                "CONSULT",
                "meeting",
                "planned",
                "receive",
                "Erna Solberg",
                "Sauli Niinisto",
                "Monday",
                "Oslo",
                sources=(Source("official", "her office", None, span(TEXTS["Ledger"], "her office"), span(TEXTS["Ledger"], "said")),),
            ),
        ),
        "Courier": (
            event("Courier", "e1", "CONSULT", "call", "happened", "called", "Katrin Jakobsdottir", "Sauli Niinisto", "Wednesday"),
            event("Courier", "e2", "CONSULT", "meeting", "offered", "talks", "Finland", where="Helsinki"),
        ),
        "Gazette": (event("Gazette", "e1", "CONSULT", "visit", "happened", "visited", LONG, when="Wednesday", where="Reykjavik"),),
        "=Evil\u202e": (
            event(
                "=Evil\u202e",
                "e1",
                "CONSULT",
                "meeting",
                "denied",
                "met",
                "<script>alert(1)</script> Mallory",
                "\u202eEve\u202c",
                "Monday",
                "Oslo",
            ),
        ),
    }
    urls = {"=Evil\u202e": "javascript:alert(document.cookie)", "Wire": "https://example.org/a"}
    titles = {"=Evil\u202e": "=cmd|'/c calc'!A1 <b>\u202etitle"}
    return [
        Record(
            Report(f"file-{number}", TEXTS[outlet], titles.get(outlet), f"2019-09-0{number + 3}", outlet, urls.get(outlet), "en"),
            found,
            made_by=MadeBy("0.1.0"),
        )
        for number, (outlet, found) in enumerate(told.items())
    ]


def fill(store: Store) -> None:
    run = store.begin_run(MadeBy("0.1.0"))
    for one in records():
        store.save(run, one)
    store.fail(run, "broken<i>.txt", "it is not UTF-8")
    store.end_run(run)

"""Own cases of merging: what several reports tell, each telling marked with the event of the world that it tells of."""

from dataclasses import dataclass

from memcon.merging import Told, Witness
from memcon.model import Event, Party, Source, Span, When, Where

PARTIES = {
    "Bennett": ("Naftali Bennett", "person", "ISR", "Q1000001"),
    "bennett (surname)": ("Bennett", "person", "ISR", None),
    "the Israeli prime minister": ("the Israeli prime minister", "person", "ISR", None),
    "Putin": ("Vladimir Putin", "person", "RUS", "Q7747"),
    "putin (surname)": ("Putin", "person", None, None),
    "Lavrov": ("Sergey Lavrov", "person", "RUS", "Q58217"),
    "Lapid": ("Yair Lapid", "person", "ISR", "Q1000002"),
    "Scholz": ("Olaf Scholz", "person", "DEU", "Q61053"),
    "Zelensky": ("Volodymyr Zelensky", "person", "UKR", "Q3874799"),
    "Kuleba": ("Dmytro Kuleba", "person", "UKR", "Q1000003"),
    "Cavusoglu": ("Mevlut Cavusoglu", "person", "TUR", "Q1000004"),
    "Blinken": ("Antony Blinken", "person", "USA", "Q7821917"),
    "Israel": ("Israel", "state", "ISR", None),
    "Russia": ("Russia", "state", "RUS", None),
    "Ukraine": ("Ukraine", "state", "UKR", None),
    "Turkey": ("Turkey", "state", "TUR", None),
    "France": ("France", "state", "FRA", None),
    "Mali": ("Mali", "state", "MLI", None),
    "USA": ("the United States", "state", "USA", None),
    "China": ("China", "state", "CHN", None),
    "India": ("India", "state", "IND", None),
    "Iran": ("Iran", "state", "IRN", None),
    "the Kremlin": ("the Kremlin", "organisation", "RUS", None),
    "Russian forces": ("Russian forces", "group", "RUS", None),
    "Russian army": ("Russian army", "organisation", "RUS", None),
    "Ukrainian forces": ("Ukrainian forces", "group", "UKR", None),
    "civilians": ("civilians", "group", None, None),
    "Ukrainian civilians": ("civilians", "group", "UKR", None),
    "protesters": ("protesters", "group", "FRA", None),
    "teachers": ("teachers", "group", "FRA", None),
    "UN": ("United Nations", "organisation", None, "Q1065"),
    "Red Cross": ("Red Cross", "organisation", None, None),
    "Red Cross (long)": ("International Committee of the Red Cross", "organisation", None, None),
    "Council": ("UN Security Council", "organisation", None, "Q37470"),
    "Taliban": ("Taliban", "organisation", "AFG", None),
}
PLACES = {
    "Moscow": ("Moscow", "Moscow", "RUS", (55.75, 37.62)),
    "the Kremlin": ("the Kremlin", "Moscow", "RUS", (55.75, 37.62)),
    "Sochi": ("Sochi", "Sochi", "RUS", (43.6, 39.73)),
    "Russia": ("Russia", None, "RUS", None),
    "Kyiv": ("Kyiv", "Kyiv", "UKR", (50.45, 30.52)),
    "Bucha": ("Bucha", "Bucha", "UKR", (50.55, 30.21)),
    "Odesa": ("Odesa", "Odesa", "UKR", (46.48, 30.73)),
    "Kharkiv": ("Kharkiv", "Kharkiv", "UKR", (49.99, 36.23)),
    "Ukraine": ("Ukraine", None, "UKR", None),
    "Antalya": ("Antalya", "Antalya", "TUR", (36.9, 30.7)),
    "Berlin": ("Berlin", "Berlin", "DEU", (52.52, 13.4)),
    "Paris": ("Paris", "Paris", "FRA", (48.85, 2.35)),
    "Lyon": ("Lyon", "Lyon", "FRA", (45.76, 4.83)),
    "Jerusalem": ("Jerusalem", "Jerusalem", "ISR", (31.77, 35.21)),
    "Bounti": ("Bounti", "Bounti", "MLI", (15.0, -3.1)),
}


@dataclass(frozen=True)
class Tells:
    """One telling: the event of the world it is of, and the event as told by a report."""

    world: str
    report: str
    published: str
    event: Event
    copy_of: str | None = None

    @property
    def witness(self) -> Witness:
        return Witness(self.report, published=self.published or None, copy_of=self.copy_of)

    def told(self, number: int) -> Told:
        return Told.of(f"{number:02d}", self.event, self.witness)


@dataclass(frozen=True)
class Case:
    """Tellings that belong together or, in a trap, look as if they did."""

    name: str
    trap: bool
    tellings: tuple[Tells, ...]


def span(words: str) -> Span:
    return Span(0, len(words), words)


def party(role: str, name: str) -> Party:
    full, kind, country, wikidata = PARTIES[name]
    return Party(role, full, kind, span(full), country=country, wikidata=wikidata)


def tells(line: str, words: str = "", *, denies: str = "", copy_of: str | None = None, position: str | None = None) -> Tells:
    """A telling from one line: `world report published | TYPE/mode status | actors > recipients | when | place`."""
    head, act, who, when, where = (part.strip() for part in line.split("|"))
    world, report, published = head.split()
    kind, status = act.split()
    sort, _, mode = kind.partition("/")
    parties = []
    for role, names in zip(("actor", "recipient"), who.split(">"), strict=False):
        parties += [party(role, n.strip()) for n in names.split(",") if n.strip()]
    name, place, country, point = PLACES.get(where, ("", None, None, None))
    event = Event(
        id="e", type=sort, mode=mode, status=status, triggers=(span(words.split(";", maxsplit=1)[0] or "act"),),
        participants=tuple(parties), when=When(when, span(when)) if when else None,
        where=Where(name, span(name), place, country, *(point or (None, None))) if name else None,
        about=(span(words),) if words else (), position=position, confidence=0.8,
        sources=(Source("institution", denies, stance="denies"),) if denies else (),
    )  # fmt: skip
    return Tells(world, report, "" if published == "-" else published, event, copy_of)


def one(name: str, *tellings: Tells) -> Case:
    return Case(name, False, tellings)


def trap(name: str, *tellings: Tells) -> Case:
    return Case(name, True, tellings)

"""Events to export: a meeting told by three reports, a planned visit, a strike, a vote, a denied act, and names that mean harm."""

from memcon.merging import Merged, Telling, Witness
from memcon.model import Code, Event, Evidence, Party, Source, Span, When, Where

HOSTILE = '=HYPERLINK("http://evil.example","x")'
SCRIPT = "<script>alert('x')</script>"


def span(words: str, start: int = 0) -> Span:
    return Span(start, start + len(words), words)


BENNETT = Party("actor", "Naftali Bennett", "person", span("Bennett", 5), "n1", "Q41209", "ISR", "GOV", "prime minister of Israel")
PUTIN = Party("recipient", "Vladimir Putin", "person", span("Putin", 20), "n2", "Q7747", "RUS", "GOV", "president of Russia")
MOSCOW = Where("the Kremlin", span("the Kremlin", 30), "Moscow", "RUS", 55.75222, 37.61556, 524901)


def meeting(status: str = "happened", when: str = "2022-03-05", sure: float = 0.9) -> Event:
    return Event(
        "e1",
        "CONSULT",
        "meeting",
        status,
        (span("met", 13),),
        (BENNETT, PUTIN),
        When(when, span("on Saturday", 45), "deictic.weekday"),
        where=MOSCOW,
        summary="Bennett met Putin, in Moscow; they talked",
        duration="PT3H",
        about=(span("the war", 60),),
        sources=(Source("spokesperson", "Bennett's office", "a1", span("his office", 70), span("said", 81)),),
        evidence=(
            Evidence("/type", (span("met", 13),), "rule:lexicon.meet", 0.95),
            Evidence("/codes/plover", (), "table:plover.same", 1.0),
        ),
        confidence=sure,
        codes=(Code("cameo", "040"), Code("plover", "CONSULT", "", ("diplomatic",))),
    )


def events() -> list[Merged]:
    ynet, copy, tass = (
        Witness("r1", "Ynet", "2022-03-06", "https://example.org/a?b=1&c=2", "Bennett in the Kremlin"),
        Witness("r2", "Copyist", "2022-03-06", None, "Bennett in the Kremlin", "r1"),
        Witness("r3", "TASS", "2022-03-07"),
    )
    visit = Event(
        "e1",
        "CONSULT",
        "visit",
        "planned",
        (span("will travel"),),
        (BENNETT, Party("recipient", "Germany", "state", span("Berlin", 9), country="DEU", sector="GOV")),
        When("2022-03", span("this month", 40)),
        where=Where("Berlin", span("Berlin", 20), "Berlin", "DEU", 52.52437, 13.41053, 2950159),
        confidence=0.5,
    )
    strike = Event(
        "e2",
        "ASSAULT",
        "drone",
        "happened",
        (span("struck"),),
        (
            Party("actor", HOSTILE, "armed_group", span(HOSTILE, 50), country="YEM", sector="REB"),
            Party("recipient", SCRIPT, "state", span("Abu Dhabi", 9), country="ARE", sector="GOV"),
        ),
        When("2022-01-17/2022-01-18", span("Monday", 2)),
        where=Where("Abu Dhabi\tport\nside", span("Abu Dhabi", 9), None, "ARE", 24.45118, 54.39696),
        summary=f"@SUM(1) {SCRIPT} [[x]] \ud800 \x00 end",
    )
    vote = Event("e3", "VOTE", "", "happened", (span("voted"),), (Party("actor", "Ghana", "state", span("Ghana")),), position="for")
    denied = Event(
        "e4", "ASSAULT", "aerial", "denied", (span("bombed"),), (Party("actor", "France", "state", span("France"), country="FRA"),)
    )
    hostile = Witness("../../r4", "-2+3", "2022-01-18", "javascript:alert(1)", SCRIPT)
    return [
        Merged(
            "m1",
            (
                Telling(ynet, meeting()),
                Telling(copy, meeting(when="2022-03-05", sure=0.8)),
                Telling(tass, meeting(when="2022-03", sure=0.7)),
            ),
            ("m0",),
        ),
        Merged("m2", (Telling(ynet, visit),), corrected={"mode": "visit"}),
        Merged("m3", (Telling(hostile, strike),)),
        Merged("m4", (Telling(tass, vote),)),
        Merged("m5", (Telling(tass, denied),)),
        Merged("m6", (Telling(tass, meeting()),), judgement="rejected"),
        Merged("m7", (), judgement="forgotten"),
    ]


def talks() -> Merged:
    """A contact of three that nobody is named the recipient of."""
    parties = (
        Party("actor", "Norway", "state", span("Norway"), country="NOR", sector="GOV"),
        Party("actor", "Iceland", "state", span("Iceland", 11), country="ISL", sector="GOV"),
        Party("actor", "Finland", "state", span("Finland", 23), country="FIN", sector="GOV"),
    )
    met = Event("e1", "CONSULT", "meeting", "happened", (span("met", 31),), parties, When("2022-03-09", span("on Wednesday", 35)))
    return Merged("m8", (Telling(Witness("r5", "Wire", "2022-03-10"), met),))

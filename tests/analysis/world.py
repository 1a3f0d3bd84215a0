"""Events of the world for the tests of counts and samples."""

from hypothesis import strategies as st

from memcon.merging import Merged, Telling, Witness
from memcon.model import Event, Party, Source, Span, When, Where
from memcon.ontology.codebook import codebook

WORD = Span(0, 3, "met")


def state(role: str, code: str) -> Party:
    return Party(role, code, "state", WORD, country=code)


def person(role: str, name: str, country: str | None, sector: str | None) -> Party:
    return Party(role, name, "person", WORD, country=country, sector=sector)


def told(number: str, kind: str = "CONSULT", mode: str = "", status: str = "happened", *parties: Party, when=None, country=None) -> Merged:
    where = Where("there", WORD, country=country) if country else None
    event = Event(
        "e1", kind, mode, status, (WORD,), parties, When(when, WORD) if when else None, where=where, summary=f"{kind} of {number}.",
        sources=(Source("official"),),
    )  # fmt: skip
    return Merged(number, (Telling(Witness("r1", "Ynet", "2022-03-06"), event),))


WHENS = st.sampled_from(
    [
        None,
        "2022-03-05",
        "2022-03-06",
        "2022-02-27",
        "2022-03",
        "2022",
        "2022-02-24/..",
        "../2022-03-01",
        "2022-02-28/2022-03-02",
        "2021-24",
    ]
)
PARTIES = st.builds(
    lambda role, who: state(role, who) if len(who) == 3 else Party(role, who, "group", WORD),
    st.sampled_from(["actor", "recipient", "companion"]),
    st.sampled_from(["RUS", "UKR", "ISR", "medics", "rebels"]),
)


@st.composite
def worlds(draw, most: int = 12) -> list[Merged]:
    made = []
    for number in range(draw(st.integers(0, most))):
        kind = draw(st.sampled_from(sorted(codebook().types)))
        mode = draw(st.sampled_from(["", *codebook().types[kind]]))
        status = draw(st.sampled_from(codebook().statuses))
        parties = draw(st.lists(PARTIES, max_size=4))
        country = draw(st.sampled_from([None, "RUS", "UKR"]))
        made.append(told(f"m{number}", kind, mode, status, *parties, when=draw(WHENS), country=country))
    return made

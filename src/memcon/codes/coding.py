"""All codes of an event."""

from __future__ import annotations

from memcon.model import Event

from .cameo import cameo
from .coded import Coded
from .contexts import contexts
from .plover import plover
from .quad import quad, quad_of_cameo
from .scores import goldstein, plover_score


def codes_of(event: Event, around: str = "", known: Coded | None = None) -> tuple[Coded, ...]:
    """The event in PLOVER and CAMEO, with quad class, PLOVER score and Goldstein value, each with its rule.

    A scheme that has no word for the event is left out. `around` is more text to look for words in, such as the sentence; `known` a CAMEO
    code that is given.

    >>> from memcon.model import Span
    >>> [(c.scheme, c.value) for c in codes_of(Event("e1", "ASSAULT", "drone", "happened", (Span(0, 6, "struck"),)))]
    [('plover', 'ASSAULT'), ('cameo', '195'), ('quad', '4'), ('plover_score', '-9.5'), ('goldstein', '-10')]
    """
    found = []
    own = plover(event.type, event.mode, event.status)
    if own is not None:
        found.append(Coded("plover", own.type, own.rule, own.mode, contexts(event, around)))
    other = known or cameo(event, around)
    if other is not None:
        found.append(other)
    of_cameo = quad_of_cameo(other.value) if other else None
    number, rule = (quad(own.type), "quad.plover") if own else (of_cameo, "quad.cameo")
    if number is not None:
        found.append(Coded("quad", str(number), rule))
    score = plover_score(own.type, own.mode) if own else None
    if score is not None:
        found.append(Coded("plover_score", f"{score.value:g}", score.rule))
    value = goldstein(other.value) if other else None
    if value is not None:
        found.append(Coded("goldstein", f"{value:g}", "score.goldstein"))
    return tuple(found)

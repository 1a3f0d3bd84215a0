"""Whom words of a text mean, for tests of the cast."""

from memcon.actors import registry
from memcon.places import gazetteer
from memcon.reading.coreference.cast import Cast
from memcon.reading.parse.parsing import parser
from memcon.reading.parties.mentions import Mentions


def meant(text: str, word: str, nth: int = 0) -> list[str]:
    """The names of the parties that the nth occurrence of a word speaks of."""
    p = parser().parse(text)
    cast = Cast(p, Mentions(p, registry(), "2022-03-05", gazetteer().is_place), lambda token: ())
    token = [i for i, w in enumerate(p.words) if w == word][nth]
    return [p.phrase(*cast.entities[n].best.name) for n in cast.of(token)]

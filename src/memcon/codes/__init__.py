"""Codes of other data sets from an event, each with the rule that gave it; countries in those data sets' codes. Usable alone."""

from .cameo import Meaning, cameo, meaning, mirrored
from .coded import Coded
from .coding import codes_of
from .contexts import contexts
from .countries import Country, by_cameo, by_fips, by_name, country
from .plover import Plover, plover, sides
from .quad import NAMES, quad, quad_of_cameo
from .scores import Score, goldstein, icews_intensity, plover_score

__all__ = [
    "NAMES",
    "Coded",
    "Country",
    "Meaning",
    "Plover",
    "Score",
    "by_cameo",
    "by_fips",
    "by_name",
    "cameo",
    "codes_of",
    "contexts",
    "country",
    "goldstein",
    "icews_intensity",
    "meaning",
    "mirrored",
    "plover",
    "plover_score",
    "quad",
    "quad_of_cameo",
    "sides",
]

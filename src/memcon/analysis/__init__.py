"""What researchers make of a record: counts, samples to check by hand, scores against annotations, records without texts."""

from .aggregate import AggregateError, Panel, Published, aggregate, reports_of
from .annotations import AnnotationError
from .sampling import Drawn, SampleError, sample
from .scoring import Score, evaluate, kappa
from .sides import dyads, side
from .standoff import DetachError, attach, detach
from .texts import text_of_hash

__all__ = [
    "AggregateError",
    "AnnotationError",
    "DetachError",
    "Drawn",
    "Panel",
    "Published",
    "SampleError",
    "Score",
    "aggregate",
    "attach",
    "detach",
    "dyads",
    "evaluate",
    "kappa",
    "reports_of",
    "sample",
    "side",
    "text_of_hash",
]

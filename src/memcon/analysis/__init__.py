"""What people make of a record: what happened when, who is in touch with whom, the mediator's ledgers and a brief; counts, samples,
scores."""

from .aggregate import AggregateError, Panel, Published, aggregate, reports_of
from .annotations import AnnotationError
from .brief import Brief, brief
from .brokers import Broker, GoBetween, brokerage, brokers, go_betweens
from .ledger import LEDGERS, LedgerError, ledger
from .network import Network, network
from .opened import OpenStore
from .reach import Reached, reach
from .sampling import Drawn, SampleError, sample
from .scoring import Score, evaluate, kappa
from .shuttles import Chain, shuttles
from .sides import dyads, side
from .silence import Silence, silences
from .standoff import DetachError, attach, detach
from .subjects import Subject, SubjectError, subject
from .texts import text_of_hash
from .timeline import Entry, Timeline, timeline
from .windows import Window, WindowError

__all__ = [
    "LEDGERS",
    "AggregateError",
    "AnnotationError",
    "Brief",
    "Broker",
    "Chain",
    "DetachError",
    "Drawn",
    "Entry",
    "GoBetween",
    "LedgerError",
    "Network",
    "OpenStore",
    "Panel",
    "Published",
    "Reached",
    "SampleError",
    "Score",
    "Silence",
    "Subject",
    "SubjectError",
    "Timeline",
    "Window",
    "WindowError",
    "aggregate",
    "attach",
    "brief",
    "brokerage",
    "brokers",
    "detach",
    "dyads",
    "evaluate",
    "go_betweens",
    "kappa",
    "ledger",
    "network",
    "reach",
    "reports_of",
    "sample",
    "shuttles",
    "side",
    "silences",
    "subject",
    "text_of_hash",
    "timeline",
]

"""What one party does to another in a sentence: the act of the rules that fits both best, and the encoder's word on its type.

The roots are PLOVER's: giving way in words or deeds is one (YIELD), and what is only planned or offered of a contact, of support,
cooperation or aid is an agreement (PLOVER manual, AGREE). A type stands for its root, YIELD for CONCEDE or RETREAT.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memcon.coder import available, coder
from memcon.coder.decoding import Floats
from memcon.coder.labels import ROOTS
from memcon.model import Event, Record, Report, Span

from .parse.parsing import DEFAULT_MODEL, RULES
from .parse.sentences import sentences
from .pipeline import read

PROMISED = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
VOTES = {"for": "SUPPORT", "against": "REJECT"}
TOLD = 2 * len(ROOTS) + 6
Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a source does to a target.

    `type` and `mode` as the codebook has them, but AGREE for what is only promised; `status` of the act; `root` among `labels.ROOTS`, or
    STATEMENT or empty where nothing else was found; `by` the rule or head that decided, `p` how sure it is.
    """

    type: str
    mode: str
    status: str
    root: str
    by: str
    p: float


def relate(text: str, source: Words, target: Words, model: str = DEFAULT_MODEL) -> Relation:
    """What the party at `source` does to what stands at `target`, both (start, end) in one sentence.

    ValueError where a span is empty or not in the text. `model` as in `pipeline.read`: "rules" leaves the encoder out.

    >>> text = "France condemned Syria over the attack."
    >>> relate(text, (0, 6), (17, 22), model="rules").type
    'ACCUSE'
    """
    for start, end in (source, target):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"({start}, {end}) is no span of a text of {len(text)} characters")
    record = read(Report(id="sentence", text=text), model)
    ranked = fitting(record, source, target)
    encoder = coder() if model != RULES and available() else None
    sure = encoder.relation(text, sentences(text), source, target, told(ranked)) if encoder is not None else None
    if sure is None:
        return _of_rules(ranked)
    root = ROOTS[int(sure.argmax())]
    known = next((event for _, event in ranked if root_of(event) == root), None)
    p = round(float(sure.max()), 3)
    if known is not None:
        kind = known.type if root in (known.type, "YIELD") else root
        return Relation(kind, known.mode if kind == known.type else "", known.status, root, "model:relation", p)
    kind = "CONCEDE" if root == "YIELD" else root  # no act of the rules says whether it was given up in words or in deeds
    return Relation(kind, "", "planned" if root == "AGREE" else "happened", root, "model:relation", p)


def _of_rules(ranked: list[tuple[float, Event]]) -> Relation:
    if not ranked:
        return Relation("", "", "", "", "rule:none", 0.0)
    event = ranked[0][1]
    root = root_of(event)
    by = next((e for e in event.evidence if e.path == "/type"), None)
    kind = event.type if root in (event.type, "YIELD") else root
    mode = event.mode if kind == event.type else ""
    return Relation(kind, mode, event.status, root, by.by if by else "rule:type", by.p if by else 0.0)


def root_of(event: Event) -> str:
    """The root of an act of the record.

    >>> root_of(Event("e1", "AID", "", "planned", ())), root_of(Event("e1", "RETREAT", "", "happened", ()))
    ('AGREE', 'YIELD')
    """
    if event.type in PROMISED and event.status in ("planned", "offered"):
        return "AGREE"
    if event.type in ("CONCEDE", "RETREAT"):
        return "YIELD"
    if event.type == "VOTE":
        return VOTES.get(event.position or "", "SUPPORT")
    return event.type


def fitting(record: Record, source: Words, target: Words) -> list[tuple[float, Event]]:
    """The acts of a record with how well each fits what `source` does to `target`, the best first.

    The source is its actor (3), the target its recipient (2) or some other party of it (1/2); its trigger stands between both (1) or is in
    the target (0.7); a character between source and trigger takes 1/300 off.
    """
    mentions = {entity.id: entity.mentions for entity in record.entities}

    def meets(role: str | None, event: Event, words: Words) -> bool:
        own = (p for p in event.participants if role is None or p.role == role)
        return any(_overlap(span, words) for p in own for span in ((p.mention,) if p.mention else ()) + mentions.get(p.entity or "", ()))

    def fit(event: Event) -> float:
        first = event.triggers[0].start
        between = source[1] <= first <= target[0] or target[1] <= first <= source[0]
        inside = any(_overlap(span, target) for span in event.triggers)
        parties = 3.0 * meets("actor", event, source) + 2.0 * meets("recipient", event, target) + 0.5 * meets(None, event, target)
        return parties + 1.0 * between + 0.7 * inside - abs(first - source[1]) / 300

    ranked = [(fit(event), event) for event in record.events if event.triggers]
    return sorted(ranked, key=lambda one: -one[0])


def _overlap(span: Span, words: Words) -> bool:
    return span.start < words[1] and words[0] < span.end


def told(ranked: list[tuple[float, Event]]) -> Floats:
    """What the rules say, for the encoder's head: the best act's root, whether it fits, its status, and every root that occurs."""
    found = np.zeros(TOLD, dtype=np.float32)
    size = len(ROOTS)
    if not ranked:
        found[size] = 1
        return found
    fit, best = ranked[0]
    root = root_of(best)
    found[ROOTS.index(root) if root in ROOTS else size + 1] = 1
    found[size + 2 : size + 6] = (fit >= 3, fit >= 4, best.status in ("planned", "offered"), best.status in ("denied", "possible"))
    for _, event in ranked:
        if (one := root_of(event)) in ROOTS:
            found[size + 6 + ROOTS.index(one)] = 1
    return found

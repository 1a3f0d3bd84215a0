"""How likely values of an event are right, if the event and its type are: its mode, its status, each party in its role.

Linear models over what tells of a value, as `confidence` is for the event; the weights are learned by `training/sureness.py` (table
`data/sureness.tsv`: a column for each value, by rules and encoder together and by the rules alone).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from memcon.coder.labels import labels
from memcon.ontology.codebook import codebook

from ..acts.acts import Act
from ..coreference.cast import Cast
from ..encoder.coding import likelihood, tokens_of
from ..filling.confidence import column
from ..grammar.parsed import Parsed
from ..joining.group import Group
from ..logistic import log_odds, probability, weights
from ..roles.filled import Filled

TABLE = "sureness"
VALUES = ("mode", "status", "role")
_PRINCIPALS = ("actor", "recipient")


def sureness(value: str, told: Mapping[str, float], group: Group) -> float:
    """The probability that a value (one of VALUES) of an event is right, by what tells of it; to three places."""
    return round(probability(told, weights(TABLE, f"{value}.{column(group)}")), 3)


def of_mode(group: Group, act: Act, rule: str) -> dict[str, float]:
    """What tells of a mode that a rule or the encoder read from an act.

    `heard`: the log odds of the mode by the encoder; `agrees`: it has the same; `conditions`: of the line of the lexicon.
    """
    heard = act.trigger.coded
    told = {f"type:{group.type}": 1.0, "conditions": float(len(act.trigger.entry.conditions))}
    told["modes"] = float(len({a.mode for a in group.acts if a.mode}) > 1)
    told["by_encoder"] = float(rule.startswith("model:"))
    if heard is not None:
        same = heard.mode == group.mode
        told |= {"agrees": float(same), "heard": log_odds(heard.p_mode if same else 0.0)}
    return told


def of_status(group: Group, value: str, rule: str) -> dict[str, float]:
    """What tells of a status that a rule gave: `firm`: not the default of a noun; `heard`: its log odds by the encoder, at most."""
    lead = group.lead
    told = {f"status:{value}": 1.0, f"rule:{rule.split('.', maxsplit=1)[0]}": 1.0, "firm": float(lead.status.firm)}
    told["speech"] = float(group.type in codebook().speech)
    told["statuses"] = float(len({a.status.value for a in group.acts}) > 1)
    heard = [a.trigger.coded for a in group.acts if a.trigger.coded is not None]
    if heard and not rule.startswith("date."):  # the encoder does not know the day of the report
        number = labels().statuses.index(value) if value in labels().statuses else None
        likely = [one.statuses[number] for one in heard if one.statuses] if number is not None else []
        told["heard"] = log_odds(max(likely, default=0.0))
        told["act"] = log_odds(max(likelihood(one) for one in heard))
    return told


def of_role(p: Parsed, group: Group, cast: Cast, filled: Filled) -> dict[str, float]:
    """What tells of a party in a role.

    `slot:...`: where it stands; `heard`, `other`: the log odds that the encoder finds one of its mentions in the role, or in that of the
    other side; `told` in how many acts and `beside` how many others in the role, as logarithms.
    """
    role, entity = filled.role, cast.entities[filled.entity]
    others = len(group.of_role(role))
    times = sum(any(f.role == role and f.entity == filled.entity for f in a.parties) for a in group.acts)
    told = {
        f"role:{role}": 1.0,
        f"slot:{role}:{filled.slot}": 1.0,
        f"type:{group.type}": 1.0,
        "named": float(entity.named),
        "told": math.log(max(1, times)),
        "beside": math.log(max(1, others)),
    }
    if all(a.trigger.coded is None for a in group.acts):
        return told
    mentioned = {t for m in entity.mentions for t in range(m.first, m.end)}
    heard = dict.fromkeys(_PRINCIPALS, 0.0)
    for act in group.acts:
        for piece in act.trigger.coded.arguments if act.trigger.coded is not None else ():
            if piece.label in heard and mentioned & set(tokens_of(p, piece.start, piece.end)):
                heard[piece.label] = max(heard[piece.label], piece.p)
    other = "actor" if role == "recipient" else "recipient"
    return {**told, "heard": log_odds(heard.get(role, 0.0)), "other": log_odds(heard[other])}

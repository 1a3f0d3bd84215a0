"""The mentions of one event, gathered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..acts.acts import Act
from ..grammar.asked import ONLY_ASKED

_CALLED_OFF = frozenset(f"governor.{word}" for word in ("cancel", "call_off", "scrap", "abort", "shelve", "drop"))


@dataclass
class Group:
    """The acts that are one event, in text order."""

    acts: list[Act] = field(default_factory=list)
    likely: dict[int, float] = field(default_factory=dict)
    """Of mentions that no rule joined: the head token, and how likely it is that they are of this event."""
    denied_by: list[int] = field(default_factory=list)
    """Numbers of the claims that deny it in words which are no mention of it: "the army denied any strike"."""

    def add_likely(self, act: Act, p: float) -> None:
        """Join a mention that is of this event with that probability; of its principals it adds those of roles that nobody has yet."""
        everyone = self.of_role("actor", "recipient")
        filled = {role for role in ("actor", "recipient") if self.of_role(role)}
        self.acts.append(replace(act, parties=tuple(f for f in act.parties if f.role not in filled and f.entity not in everyone)))
        self.likely[act.trigger.head] = p

    @property
    def type(self) -> str:
        """The type of the first act."""
        return self.acts[0].type

    @property
    def mode(self) -> str:
        """The first mode that is stated; of aid what it is rather than what it costs ("two million dollars in military aid").

        Talks that are mediated are a mediation.
        """
        modes = [a.mode for a in self.acts if a.mode]
        if "meeting" in modes[:1] and "mediation" in modes:
            return "mediation"
        return next((m for m in modes if m != "economic"), modes[0] if modes else "")

    def of_role(self, *names: str) -> set[int]:
        """Numbers of the entities that any of the acts has in these roles."""
        return set().union(*(a.of_role(*names) for a in self.acts))

    @property
    def status(self) -> str:
        """The status of the act that says it most firmly."""
        return self.lead.status.value

    @property
    def lead(self) -> Act:
        """The act that says the status most firmly: what is told as done and as going on goes on ("has begun")."""
        firm = [a for a in self.acts if a.status.firm]
        lead = firm[0] if firm else self.acts[0]
        if lead.status.value == "denied":  # what another asserts is as that one has it
            lead = next((a for a in self.acts if a.claims and a.status.value in ("happened", "ongoing")), lead)
        if lead.status.rule == ONLY_ASKED:  # what is asked first and told then is as it is told
            lead = next((a for a in firm if a.status.rule != ONLY_ASKED), lead)
        if lead.status.value in ("planned", "offered", "possible"):  # "was due to meet Rey. ... The meeting was cancelled"
            lead = next((a for a in firm if a.status.rule in _CALLED_OFF and a.trigger.head > lead.trigger.head), lead)
        begun = next((a for a in firm if a.status.rule.startswith(("aspect.", "governor.")) and a.status.value == "ongoing"), lead)
        return begun if lead.status.value == "happened" else lead

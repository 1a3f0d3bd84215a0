"""One party of a report while its mentions are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from .mention import Mention


@dataclass
class Entity:
    """One party while it is gathered. `titles` holds the lower-case words that the report gives it besides its name.

    `gender` is what a pronoun that speaks of the party has told, "" before one does; `was` the office that the registry knows somebody to
    have held last, in small letters, "" where it knows none.
    """

    number: int
    kind: str
    name: str
    key: str
    mentions: list[Mention] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    country: str | None = None
    named: bool = False
    gender: str = ""
    was: str = ""

    def before(self, token: int) -> Mention:
        """The last mention by name or noun before a token; the first one if there is none. Datelines count where there is nothing else."""
        own = [m for m in self.mentions if m.form != "pronoun"] or self.mentions
        own = [m for m in own if not m.filed] or own
        return max((m for m in own if m.head < token), key=lambda m: m.head, default=own[0])

    @property
    def best(self) -> Mention:
        """The mention with the fullest name (the first of equals); for a party without a name the longest phrase, its article apart.

        Of a state it is its own, and no more than that: "Chad" rather than "northern Chad" or its capital.
        """
        own = [m for m in self.mentions if m.form != "pronoun" and not m.filed] or [m for m in self.mentions if m.form != "pronoun"]
        names = [m for m in own if m.form == "name" and (self.kind != "person" or m.kind == "person")]
        names = names or [m for m in own if m.form == "name"] or own or self.mentions
        if not self.named:
            return max(names, key=lambda m: (m.name[1] - m.name[0] - m.definite, m.end - m.first - m.definite, -m.first))
        names = ([m for m in names if not m.capital] or names) if self.kind == "state" else names
        more = -1 if self.kind == "state" else 1
        return max(names, key=lambda m: (m.name[1] - m.name[0], more * (m.end - m.first), -m.first))

"""Which states belonged to which alliance or body of states on a day."""

from __future__ import annotations

from dataclasses import dataclass

from .tables import rows


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's time in a body; dates are ISO, to the precision known, empty where there is none. The last day counts."""

    organisation: str
    country: str
    start: str
    end: str

    def holds(self, on: str | None) -> bool:
        """Whether it held on an ISO day; today's members where none is asked for.

        >>> brexit = Membership("European Union", "GBR", "1973", "2020-01-31")
        >>> brexit.holds("2016-06-23"), brexit.holds("2020-02-01"), brexit.holds(None)
        (True, False, False)
        """
        if on is None:
            return not self.end
        return on[: len(self.start)] >= self.start and (not self.end or on[: len(self.end)] <= self.end)


def load_memberships() -> tuple[Membership, ...]:
    """The table `memberships`."""
    return tuple(Membership(row["organisation"], row["country"], row["start"], row["end"]) for row in rows("memberships"))

"""What stands before a person's name: office, state, institution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .genders import given_name_gender
from .identity import Office
from .names import fold
from .phrases import COLOURS, DETERMINERS, FORMER, LOWER_IN_NAMES, Word, text_of

if TYPE_CHECKING:
    from .registry import Registry

_LINKS = frozenset(("of", "the", "for", "and", "in", "to"))
_OPEN = frozenset(("of", "for", "to", "in"))
_LONGEST_NAME = 5
_LONGEST_SURNAME = 2  # words, or an initial and one
COURTESY = "courtesy"


@dataclass(slots=True)
class Titled:
    """The words of a mention, read from the left; filled word by word, then left alone.

    `firm` says that the state is named by an adjective or possessive ("Israeli", "Israel's"), so that it is the person's own; a bare
    name may be the subject of the office ("Syria envoy"). `sector` is what institutions tell; `name` what is left; `unknown` says that
    unknown capitals stand before the office ("Judicial Watch president").
    """

    country: str | None = None
    firm: bool = False
    office: Office | None = None
    title: str = ""
    former: bool = False
    sector: str | None = None
    name: tuple[Word, ...] = ()
    unknown: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The class of office that the title names, if it names one."""
        return (self.office.kind,) if self.office and self.office.kind else ()

    @property
    def bare(self) -> bool:
        """Whether nothing but the name (and a "Mr.") is there."""
        titled = self.office is not None and self.office.office != COURTESY
        return not titled and self.country is None and self.sector is None and not self.former


def read_title(registry: Registry, words: Sequence[Word]) -> Titled:
    """Titles, states, institutions and links from the left; what is left is the name."""
    read = Titled()
    at = 0
    while at < len(words):
        taken = _next(registry, words[at:], read)
        if not taken:
            break
        at += taken
    if at < len(words) and read.office is None and words[at].capital:
        later = _office_later(registry, words[at:])
        if later:
            read = read_title(registry, words[at + later :])
            read.unknown = True
            return read
    if at and read.office and _complement(words[:at]):
        return read  # "a spokesman for YouTube": what follows is whom it is for
    read.name = tuple(words[at:])
    return read


def _complement(before: Sequence[Word]) -> bool:
    """Whether the words end in a preposition (and an article): what follows belongs to them."""
    last = before[-2] if len(before) > 1 and before[-1].low in DETERMINERS else before[-1]
    return last.low in _OPEN or (len(before) > 1 and before[-1].low.rstrip(".") in ("mr", "mrs", "ms") and before[-2].low in _OPEN)


def _next(registry: Registry, words: Sequence[Word], read: Titled) -> int:
    """How many words the next thing takes (0: the name begins); what it tells is added to `read`."""
    word = words[0]
    if word.low in FORMER or word.low.startswith("ex-"):
        read.former = True
        return 1
    found = registry.nouns.office([one.low for one in words])
    if found:
        office, taken = found
        better = read.office is None or read.office.office == COURTESY or (office.kind and not read.office.kind)
        if better and not (office.office == COURTESY and read.office):
            read.office, read.title = office, office.office if not office.kind else text_of(words[:taken]).lower()
        return taken
    for size in range(min(registry.states.longest(word.low, _LONGEST_NAME), len(words)), 0, -1):
        part = text_of(words[:size])
        if size == 1 and _begins_name(registry, words):
            break
        country = registry.states.any_country(part)
        metonym = registry.states.metonyms.get(fold(part))
        if country or metonym:
            country = country or (metonym.target.country if metonym else None)
            firm = words[size - 1].possessive or registry.states.demonym(part) is not None
            read.country, read.firm = read.country or country, read.firm or firm
            return size
    taken, sector = _institution(registry, words)
    if taken:
        read.sector = read.sector or sector
        return taken
    if word.low in registry.nouns.modifiers:
        read.sector = read.sector or registry.nouns.modifiers[word.low]
        return 1
    lower = not word.capital and word.low not in LOWER_IN_NAMES and len(words) > 1
    return int(lower or word.low in _LINKS or word.low in DETERMINERS or word.low in COLOURS)


def _begins_name(registry: Registry, words: Sequence[Word]) -> bool:
    """Whether a place's name is a given name with nothing but a surname behind it: "Douglas Rey", and not "Paris Mayor Ann Rey"."""
    rest = words[1:]
    if not 0 < len(rest) <= _LONGEST_SURNAME or words[0].possessive or not given_name_gender(words[0].text):
        return False
    if registry.states.demonym(words[0].text) is not None and registry.states.iso3(words[0].text) is None:
        return False
    lows = [one.low for one in rest]
    plain = registry.nouns.office(lows) is None and not any(one in registry.nouns.modifiers for one in lows)
    return plain and all(one.capital for one in rest) and registry.nouns.agent(lows) is None and not _institution(registry, rest)[0]


def _institution(registry: Registry, words: Sequence[Word]) -> tuple[int, str | None]:
    """How many words at the front are an organisation ("Communist Party", "Hamas", "army"), and its sector."""
    named = registry.organisations.longest(words[0].text, _LONGEST_NAME)
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        part = words[:size]
        known = registry.organisations.find(text_of(part)) if size <= named else None
        if known:
            return size, known.sector
        agent = registry.nouns.agent([one.low for one in part])
        if agent and agent[1] == size and agent[0].kind != "person":
            return size, agent[0].sector
    return 0, None


def _office_later(registry: Registry, words: Sequence[Word]) -> int:
    """Where, after unknown capitals ("Ruritanian Minister ..."), an office stands with a name behind it; 0 for nowhere."""
    for at in range(1, min(4, len(words) - 1)):
        found = registry.nouns.office([one.low for one in words[at:]])
        if found and found[0].office != COURTESY and at + found[1] < len(words) and words[at + found[1]].capital:
            return at
    return 0

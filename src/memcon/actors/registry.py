"""The registry: any mention of a party -> identity at a date."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import cache, cached_property, lru_cache

from .alternatives import ranked
from .groups import read_group
from .identity import Asked, Identity, Metonym, State
from .memberships import Membership, load_memberships
from .names import fold
from .nouns import Nouns, load_nouns
from .offices import Leaders
from .organisations import Organisations, key, load_organisations
from .people import People, load_people
from .persons import read_person
from .phrases import PRONOUNS, Word, split_words, without_determiner
from .states import States, load_states
from .tables import rows

_LONGEST = 200
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
# How U.S. reports name a legislator's party and state: "(D-Calif.)", ", R-Ariz."
_PARTY_AND_STATE = re.compile(r"\s*(?:\(|,\s)\s*[RDI]-[A-Z][\w.]*(?:\s[A-Z][\w.]*)?\s*\)?")


class Registry:
    """All tables, loaded when first asked for; look-ups never change them.

    >>> registry().resolve("Prime Minister Naftali Bennett", "2022-03-05").wikidata
    'Q39318'
    """

    @cached_property
    def states(self) -> States:
        """States, peoples, capitals, regions and metonyms."""
        return load_states()

    @cached_property
    def organisations(self) -> Organisations:
        """Organisations, armed groups and alliances."""
        return load_organisations()

    @cached_property
    def nouns(self) -> Nouns:
        """Common nouns for actors, and titles."""
        return load_nouns()

    @cached_property
    def people(self) -> People:
        """Persons with their terms of office."""
        return load_people()

    @cached_property
    def leaders(self) -> Leaders:
        """Which office leads which state when."""
        return Leaders(self.people, list(rows("leaders")))

    @cached_property
    def _memberships(self) -> tuple[tuple[str, Membership], ...]:
        """Each membership with the id of its body."""
        found = {name: self.organisations.find(name) for name in {one.organisation for one in load_memberships()}}
        return tuple((body.id, one) for one in load_memberships() if (body := found[one.organisation]) is not None)

    def members(self, organisation: str, on: date | str | None = None) -> frozenset[str]:
        """ISO3 codes of the states in an alliance or body of states on a day (now where none is given); empty where none are known.

        >>> "FIN" in registry().members("NATO", "2022-03-05"), "FIN" in registry().members("NATO", "2023-05-01")
        (False, True)
        """
        body, day = self.organisations.find(organisation) or self.organisations.find(_bare(organisation)), _iso(on)
        return frozenset(one.country for number, one in self._memberships if body and number == body.id and one.holds(day))

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Every word that titles and offices are made of, lower case."""
        return frozenset(word for title in self.nouns.offices for word in title.split())

    def demonym(self, word: str) -> str | None:
        """ISO3 of an adjective or noun for a people ("Israeli", "Russians", "U.S.").

        >>> registry().demonym("Danes"), registry().demonym("cat")
        ('DNK', None)
        """
        return self.states.demonym(word.strip())

    def state(self, name: str) -> State | None:
        """The state or territory of that name or alias.

        >>> registry().state("Burma").iso3
        'MMR'
        """
        iso3 = self.states.iso3(_bare(name))
        return self.states.by_iso[iso3] if iso3 else None

    def of_code(self, iso3: str) -> Identity | None:
        """The state with an ISO 3166-1 alpha-3 code.

        >>> registry().of_code("PER").name, registry().of_code("XXX")
        ('Peru', None)
        """
        found = self.states.by_iso.get(iso3)
        return _state(found, "state.code", 0.9) if found is not None else None

    def country(self, name: str) -> str | None:
        """ISO3 of the state whose name, people, capital or region that is, as written.

        >>> registry().country("Ohio"), registry().country("Kyiv"), registry().country("Danes"), registry().country("Elsinore")
        ('USA', 'UKR', 'DNK', None)
        """
        return self.states.any_country(name.strip())

    def is_shared(self, name: str) -> bool:
        """Whether bodies of many states go by a name, though one state's is the best known by it.

        >>> registry().is_shared("the Senate"), registry().is_shared("Knesset")
        (True, False)
        """
        return key(_bare(name)) in self.organisations.shared

    def capital(self, name: str) -> str | None:
        """ISO3 of the state whose capital (or seat of government) has that name.

        >>> registry().capital("Kiev"), registry().capital("Geneva")
        ('UKR', None)
        """
        key = fold(name.strip())
        return self.states.capitals.get(key) or self.states.seats.get(key)

    def metonym(self, name: str) -> Metonym | None:
        """What a place or building stands for when it acts.

        >>> found = registry().metonym("the Kremlin")
        >>> found.target.country, found.target.sector, found.place
        ('RUS', 'GOV', 'Moscow')
        """
        return self.states.metonyms.get(fold(name.strip())) or self.states.metonyms.get(fold(_bare(name)))

    def agent(self, phrase: str | Collection[str]) -> tuple[str, str | None] | None:
        """Kind and sector of a common noun phrase, given as text or lemmas.

        >>> registry().agent("riot police"), registry().agent(["rebel", "fighter"]), registry().agent("cat")
        (('organisation', 'COP'), ('person', 'REB'), None)
        """
        words = phrase.split() if isinstance(phrase, str) else list(phrase)
        found = self.nouns.agent([fold(word) for word in words])
        return (found[0].kind, found[0].sector) if found else None

    def office_holder(self, office: str, country: str | None, on: date | str | None) -> Identity | None:
        """Who held an office ("leader", "prime minister", "Russian president") of a state on a day; None if unknown or not single.

        >>> registry().office_holder("president", "FRA", "2018-01-01").name
        'Emmanuel Macron'
        """
        words = without_determiner(split_words(office))
        while len(words) > 1 and (found := self.states.any_country(words[0].text)):
            country, words = country or found, words[1:]
        office_found = self.nouns.office([word.low for word in words])
        if not office_found or office_found[1] != len(words) or country is None:
            return None
        return self.leaders.holder(office_found[0].kind, country, _iso(on))

    def resolve(
        self, mention: str, on: date | str | None = None, country: str | None = None, context: Collection[str] = ()
    ) -> Identity | None:
        """Who a mention of a party is, as of a day; None where nothing is known.

        `country` (ISO3) is the state in focus where the mention itself names none ("the army"); `context` holds names and ISO3
        codes met elsewhere in the report, used to choose between persons of one name. `on` is a date or ISO string; ValueError
        where it is neither.

        >>> registry().resolve("the Israeli Health Ministry").sector
        'GOV'
        >>> registry().resolve("Pompeo", "2018-05-02").office
        'secretary of state'
        >>> registry().resolve("a cat named Frank") is None
        True
        """
        return self._resolve(" ".join(mention.split()), _iso(on), country, frozenset(context))

    def candidates(
        self, mention: str, on: date | str | None = None, country: str | None = None, context: Collection[str] = ()
    ) -> list[Identity]:
        """Everyone whom a mention can mean on a day, what `resolve` says first; `how` and `score` say why and how sure.

        Where `resolve` cannot choose, the bearers of the name all the same. Arguments and errors as in `resolve`.

        >>> [(one.name, one.office) for one in registry().candidates("Clinton", "1996-05-01")][:2]
        [('Bill Clinton', 'president'), ('Hillary Clinton', None)]
        """
        return ranked(self, " ".join(mention.split())[:_LONGEST], Asked(_iso(on), country, frozenset(context)))

    def _of_context(self, acronym: str, on: str | None, context: frozenset[str]) -> Identity | None:
        """The one body of a state met in the report that goes by an acronym: "the RSF" in a report on Sudan."""
        own = {one.id: one for state in context if state.isupper() and (one := self.organisations.of_state(acronym, state)) is not None}
        return self.organisations.at(next(iter(own.values())), on) if len(own) == 1 else None

    # Two layers, as most of an answer does not hang on the context, and the context of every report is another. The registry lives as
    # long as the process.
    @lru_cache(maxsize=8192)  # noqa: B019
    def _resolve(self, mention: str, on: str | None, country: str | None, context: frozenset[str]) -> Identity | None:
        bare, american = _trimmed(mention)
        if not bare or len(bare) > _LONGEST:
            return None
        country = "USA" if american else country
        found, words = self._by_words(bare, on, country)
        if found and found.country is None and found.kind == "organisation" and bare.isupper():
            return self._of_context(bare, on, context) or found
        if found and found.how == "metonym.table" and found.kind == "organisation" and found.name not in context:
            capital = self.capital(bare)  # "Brussels" in a report that tells of Belgium and not of the European Union
            return _state(self.states.by_iso[capital], "metonym.capital", 0.6) if capital is not None and capital in context else found
        if found or not words:
            return found
        return read_person(self, words, Asked(on, country, context)) or self._group(words, on, country)

    @lru_cache(maxsize=16384)  # noqa: B019
    def _by_words(self, mention: str, on: str | None, country: str | None) -> tuple[Identity | None, tuple[Word, ...]]:
        """What is called just this, else the words to read; neither for a pronoun."""
        words = tuple(split_words(mention))
        if not words or (len(words) == 1 and words[0].low in PRONOUNS and not mention.isupper()):
            return None, ()
        return self.by_name(mention, on, country), words

    @lru_cache(maxsize=16384)  # noqa: B019
    def _group(self, words: tuple[Word, ...], on: str | None, country: str | None) -> Identity | None:
        return read_group(self, words, on, country)

    def by_name(self, mention: str, on: str | None, country: str | None) -> Identity | None:
        """A state, people, metonym or organisation that is called just this."""
        bare = _bare(mention)
        if bare.islower():
            return self.organisations.find(bare, country)
        iso3 = self.states.iso3(mention) or self.states.iso3(bare)
        if iso3:
            return _state(self.states.by_iso[iso3], "state.name", 0.98)
        found = self.organisations.find(mention, country) or self.organisations.find(bare, country)
        metonym = self.metonym(mention)
        if metonym and (found is None or metonym.target.how == "metonym.table"):
            return metonym.target
        if found is None and (owner := self.states.any_country(bare.rpartition(" ")[2])):  # "the PRI Mexico"
            found = self.organisations.of_state(bare.rpartition(" ")[0], owner)
        if found:
            return self.organisations.at(found, on)
        iso3 = self.states.demonym(mention) or self.states.demonym(bare)
        if iso3:
            state = self.states.by_iso[iso3]
            if iso3 == "PSE":
                return Identity("people:PSE", "Palestinians", "group", None, iso3, None, None, "people.name", 0.9)
            return _state(state, "state.demonym", 0.9)
        region = self.states.polities.get(fold(bare))
        if region:
            return Identity(f"region:{fold(bare).replace(' ', '-')}", bare, "group", None, region, None, None, "region.name", 0.5)
        return None


def _state(state: State, how: str, score: float) -> Identity:
    return Identity(f"state:{state.iso3}", state.name, "state", state.wikidata, state.iso3, None, None, how, score)


def _trimmed(mention: str) -> tuple[str, bool]:
    """A mention without marks around it, genitive and parentheses; whether it had the party and state of a U.S. legislator."""
    american = 0
    if "(" in mention or "-" in mention:
        mention, american = _PARTY_AND_STATE.subn("", mention)
    marks = ' "“”,;:()' if mention.endswith(("U.S.", "U.K.", "U.N.", "Jr.", "D.C.")) else " \"“”'‘’.,;:()"
    mention = mention.strip(marks)
    if mention.endswith(("'s", "’s")):
        mention = mention[:-2]
    return _PARENTHESIS.sub("", mention) if "(" in mention else mention, bool(american)


def _bare(name: str) -> str:
    """A name without its article."""
    name = name.strip()
    return name[4:] if name[:4].lower() == "the " else name


def _iso(on: date | str | None) -> str | None:
    """A day as an ISO string; coarser dates count as their first day."""
    if on is None or on == "":
        return None
    if isinstance(on, date):
        return on.isoformat()[:10]
    try:
        return date.fromisoformat((on + "-01-01")[:10] if len(on) < 10 and len(on) != 7 else (on + "-01")[:10]).isoformat()
    except ValueError as error:
        raise ValueError(f"not a date: {on!r} (expected YYYY-MM-DD, YYYY-MM or YYYY)") from error


@cache
def registry() -> Registry:
    """The registry of this process.

    >>> registry() is registry()
    True
    """
    return Registry()

"""Names of places to places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from .affixes import bare_forms
from .compiled import Finder, everything
from .joint import Asked, weigh_together
from .names import LONGEST, capitalised, fold, sound
from .offices import office
from .place import Candidate, Place
from .surroundings import Told, cues, surroundings
from .tables import common_words, demonyms, english_names, own_places, spellings
from .weighing import Neighbour, before_their_regions, context, hint, kilometres, neighbour, prominence, shares, within

KNOWN_FROM = 15_000
"""`is_place` takes a settlement for a place by its name alone if it has at least so many inhabitants."""
INSIDE_KM = 60.0
"""A place that lies this near a settlement or district is taken to lie in it."""
AREA_KM = 350.0
TWIN_KM = 100.0
"""A settlement of our tables and one of GeoNames with the same name and country are one if they lie no farther apart."""
TELLING = 0.3
"""A neighbour is named as a reason if it adds so much to a place's weight: it then counts twice as likely."""
SHORTEST_HEARD = 4
SHORTEST_LOWER = 4
GREAT = 1_000_000
"""A name without a capital is looked up only if it has so many letters, and means a place of so many inhabitants."""
LESS_SURE = {":direction": 0.9, ":area": 0.95, ":demonym": 0.9, ":office": 0.95, ":sound": 0.7, ":elsewhere": 0.4}
"""What reading a name in another form costs its score."""


_WHOLES = frozenset(("country", "region", "district", "land"))
"""Kinds of place that may hold the place named before them."""


class Gazetteer:
    """All places known: our own tables, the compiled GeoNames extract, what a user has imported. One serves everything: `gazetteer()`."""

    def __init__(self, compiled: Finder) -> None:
        self._compiled = compiled
        self._remembered = lru_cache(maxsize=8192)(self._look_up)
        self._by_key = lru_cache(maxsize=8192)(self._find)
        self._context = lru_cache(maxsize=64)(self._neighbours)

    def resolve(self, name: str, countries: Collection[str] = (), others: Collection[str] = ()) -> Place | None:
        """The place that a name means in a report, or None if no place of that name is known.

        `countries`: ISO 3166-1 alpha-3 codes of the report's countries, the most important first. `others`: the other toponyms of the
        report, its dateline among them. Takes any string. A hint changes which place is chosen, never whether one is.

        >>> gazetteer().resolve("Georgia").country, gazetteer().resolve("Georgia", others=["Atlanta", "Macon"]).country
        ('GEO', 'USA')
        >>> gazetteer().resolve("the Kremlin").place
        'Moscow'
        """
        return self._choose(name, tuple(dict.fromkeys(countries)), self._context(_distinct(others)))

    def resolve_all(self, names: Sequence[str], countries: Collection[str] = ()) -> list[Place | None]:
        """The places of all toponyms of one report, each in the light of the others.

        >>> [place.country for place in gazetteer().resolve_all(["Paris", "Lamar County", "Texas"])]
        ['USA', 'USA', 'USA']
        """
        return [self.resolve(name, countries, names) for name in names]

    def resolve_spans(self, text: str, spans: Sequence[tuple[int, int]], countries: Collection[str] = ()) -> list[Place | None]:
        """The places of all toponyms of one report, given as (start, end) in its text: each in the light of the others and of the words
        around it, such as "Belgrade, Minn.", "the Syrian town of Tripoli", "Anderson and Cherokee counties", "the Athens sheriff".

        >>> text = "A fire in Belgrade, Minn., killed two. Belgrade police said so."
        >>> [place.country for place in gazetteer().resolve_spans(text, [(10, 18), (39, 47)])]
        ['USA', 'USA']
        """
        names = [text[start:end] for start, end in spans]
        said = surroundings(text, spans, self._is_area)
        asked: dict[str, Asked] = {}
        for name, one in zip(names, said, strict=True):
            new = self._ask(name, one)
            old = asked.setdefault(new.key, new)
            # one name has one meaning in a report: the occurrence of which the text says most decides
            if len(new.how) > len(old.how) and new.how.startswith(":container"):
                asked[new.key] = new
            elif new.kind and not old.kind:
                old.kind = new.kind
        known = [one for one in asked.values() if one.found]
        weigh_together(known, tuple(dict.fromkeys(countries)), cues(text))
        chosen = {one.key: _chosen(one) for one in known}
        return [chosen.get(fold(name)) for name in names]

    def _is_area(self, name: str) -> bool:
        return any(c.kind in _WHOLES for c in self._meanings(name)[0])

    def _ask(self, name: str, said: Told) -> Asked:
        found, how = self._meanings(name)
        if said.kind == "district" and not any(c.kind == "district" for c in found):
            county, _ = self._meanings(f"{name} County")
            found = (*(c for c in county if c.kind == "district"), *found)
        for container in said.containers:
            wholes = [c for c in self._meanings(container)[0] if c.kind in _WHOLES]
            held = tuple(part for part in found if any(self._holds(whole, part) for whole in wholes))
            if held:
                return Asked(fold(name), held, ":container" + how, said.kind)
        return Asked(fold(name), found, how, said.kind)

    def resolve_pair(self, name: str, container: str, countries: Collection[str] = (), others: Collection[str] = ()) -> Place | None:
        """The place of "name, container" as in "Paris, Texas" or "Aden, Yemen"; if none is known to lie there, what `resolve` says.

        >>> gazetteer().resolve_pair("Paris", "Texas").country
        'USA'
        """
        wholes = self._meanings(container)[0]
        parts, how = self._meanings(name)
        held = tuple(part for part in parts if any(self._holds(whole, part) for whole in wholes))
        context_of = self._context(_distinct([*others, container]))
        if held:
            return self._weigh(held, ":container" + how, tuple(dict.fromkeys(countries)), context_of, fold(name))
        return self._choose(name, tuple(dict.fromkeys(countries)), context_of)

    def candidates(self, name: str, countries: Collection[str] = (), others: Collection[str] = ()) -> list[Place]:
        """All places that a name can mean, the likeliest first, each with its share as score; context as for `resolve`.

        >>> [place.country for place in gazetteer().candidates("Tripoli")][:2]
        ['LBY', 'LBN']
        >>> gazetteer().candidates("Tripoli", ["LBN"])[0].country
        'LBN'
        """
        return [_place(candidate, how, score) for candidate, how, score in self.ranked(name, countries, others)]

    def ranked(self, name: str, countries: Collection[str] = (), others: Collection[str] = ()) -> list[tuple[Candidate, str, float]]:
        """What `candidates` tells, with what speaks for each: the candidate, why ("candidate", how its form was changed, then "country" and
        "neighbours" where the context adds to it), and its share of one.

        >>> gazetteer().ranked("Tripoli", ["LBN"])[0][1]
        'candidate+country'
        """
        found, how = self._meanings(name)
        order = tuple(dict.fromkeys(countries))
        beside = [n for n in self._context(_distinct(others)) if n.key != fold(name)]
        told = [(hint(c, order), context(c, beside)) for c in found]
        total = [prominence(c) + country + near for c, (country, near) in zip(found, told, strict=True)]
        rows = []
        for at, score in sorted(enumerate(shares(total)), key=lambda one: -total[one[0]]):
            country, near = told[at]
            why = "candidate" + how + ("+country" if country > 0 else "") + ("+neighbours" if near >= TELLING else "")
            rows.append((found[at], why, score))
        return rows

    def of_state(self, country: str, *, capital: bool = False) -> Place | None:
        """A state by its ISO 3166-1 alpha-3 code, or its capital; None where there is none of that code, or the gazetteer knows no capital.

        >>> gazetteer().of_state("ETH").name, gazetteer().of_state("ETH", capital=True).name
        ('Ethiopia', 'Addis Ababa')
        """
        if capital:
            seat = next((_in_english(c, "") for c in self._compiled.find(f"={country.lower()}")), None)
            return _place(seat, "table:capitals", 1.0) if seat is not None else None
        own = next((c for found in own_places().values() for c in found if c.kind == "country" and c.country == country), None)
        return _place(own, "table:countries", 1.0) if own is not None else None

    def is_place(self, name: str, least: int | None = KNOWN_FROM) -> bool:
        """Whether a capitalised name is a place's, known from our own tables, or a country, region or settlement of `least` inhabitants.

        With None our own tables alone tell.

        >>> gazetteer().is_place("Damascus"), gazetteer().is_place("reading"), gazetteer().is_place("Naftali")
        (True, False, False)
        """
        if not capitalised(name) or ("." not in name and fold(name) in common_words()):
            return False
        found, how = self._meanings(name)
        if how in (":demonym", ":sound", ":office"):
            return False
        return any(c.match in ("table", "spelling") or (least is not None and c.match == "main" and c.population >= least) for c in found)

    def _meanings(self, name: str) -> tuple[tuple[Candidate, ...], str]:
        if len(name) > LONGEST:
            return (), ""
        if not capitalised(name):
            # "the region", "home" and "us" are words first; "moscow" can only be a great city or a name of our own tables
            if len(name) < SHORTEST_LOWER:
                return (), ""
            found = self._by_key(fold(name))
            return tuple(c for c in found if c.match in ("table", "spelling") or (c.match == "main" and c.population >= GREAT)), ""
        return self._remembered(name)

    def _look_up(self, name: str) -> tuple[tuple[Candidate, ...], str]:
        """The candidates for a name, and how its form was changed to find them (`:area`, `:direction`...; empty for as it stands)."""
        key = fold(name)
        if key not in own_places() and (found := self._of_people(key)):
            # before villages that are called Spanish or Canadian
            return found, ":demonym"
        if found := self._by_key(key):
            return found, ""
        if found := self._of_office(name):
            return found, ":office"
        if "," in name:
            first, _, rest = name.partition(",")
            wholes = self._by_key(fold(rest)) or self._by_key(fold(rest.partition(",")[0]))
            parts = self._by_key(fold(first))
            held = tuple(part for part in parts if any(self._holds(whole, part) for whole in wholes))
            if parts:
                return (held, ":comma") if held else (parts, ":elsewhere")
        for form in bare_forms(name):
            inner = fold(form.name)
            if found := self._by_key(inner) or self._of_people(inner):
                fit = tuple(c for c in found if c.kind in form.kinds)
                if form.kinds and not fit:
                    # "Kiev region": the area goes by the city's present name only
                    fit = tuple(c for c in self._by_key(fold(found[0].name)) if c.kind in form.kinds and c.country == found[0].country)
                fit = fit or found
                if form.how == "direction":
                    fit = tuple(replace(c, name=" ".join(name.split()), geonames=None, kind="region") for c in fit)
                return fit, f":{form.how}"
        if len(heard := sound(name)) >= SHORTEST_HEARD and (found := self._compiled.find("~" + heard)):
            return tuple(replace(_in_english(c, ""), match="other") for c in found), ":sound"
        return (), ""

    def _of_office(self, name: str) -> tuple[Candidate, ...]:
        """The office as a place, for each city that it may lie in."""
        said = office(name)
        if said is None:
            return ()
        if said.city:
            cities = [c for c in self._look_up(said.city)[0] if c.kind == "city"]
        else:
            key = fold(said.country)
            country = next((c.country for c in self._by_key(key) or self._of_people(key) if c.kind == "country"), None)
            cities = [_in_english(c, "") for c in self._compiled.find(f"={country.lower()}")] if country else []
        shown = " ".join(name.split())
        return tuple(replace(c, name=shown, place=c.place, kind="landmark", geonames=None, match="main", table="") for c in cities)

    def _of_people(self, key: str) -> tuple[Candidate, ...]:
        """The place that "Syrian" or "Syrians" tells of."""
        known = demonyms()
        return self._by_key(known.get(key) or known.get(key.removesuffix("s")) or "")

    def _find(self, key: str) -> tuple[Candidate, ...]:
        rest = [_in_english(candidate, key) for candidate in self._compiled.find(key)]
        own = []
        for place in own_places().get(key, ()):
            # our own row and GeoNames' row of the same place become one: our name and position, its people and region
            twin = next((c for c in rest if _same(place, c)), None)
            rest = [c for c in rest if not _same(place, c)]
            if twin:
                place = replace(place, geonames=place.geonames or twin.geonames, region=twin.region, population=twin.population)  # noqa: PLW2901
            own.append(place)
        for spelling in spellings().get(key, ()):
            fits = [c for c in self._compiled.find(fold(spelling.name)) if c.country == spelling.country and c.kind == spelling.kind]
            for best in sorted(fits, key=lambda c: (c.match != "main", -c.population))[:1]:
                if any(c.geonames == best.geonames for c in own):
                    continue
                rest = [c for c in rest if c.geonames != best.geonames]
                own.append(_in_english(replace(best, match="spelling"), key))
        return before_their_regions((*own, *rest))

    def _neighbours(self, names: tuple[str, ...]) -> tuple[Neighbour, ...]:
        keyed = {fold(name): name for name in names}
        return tuple(neighbour(key, found) for key, name in keyed.items() if (found := self._meanings(name)[0]))

    def _choose(self, name: str, countries: tuple[str, ...], near: Iterable[Neighbour]) -> Place | None:
        found, how = self._meanings(name)
        return self._weigh(found, how, countries, near, fold(name)) if found else None

    def _weigh(self, found: tuple[Candidate, ...], how: str, countries: tuple[str, ...], near: Iterable[Neighbour], key: str) -> Place:
        beside = [n for n in near if n.key != key]
        base = [prominence(candidate) for candidate in found]
        hints = [hint(candidate, countries) for candidate in found]
        nearby = [context(candidate, beside) for candidate in found]
        total = [a + b + c for a, b, c in zip(base, hints, nearby, strict=True)]
        best = max(range(len(found)), key=lambda i: (total[i], -i))
        winner = found[best]
        if winner.table:
            rule = f"table:{winner.table}"
        elif len(found) == 1:
            rule = "gazetteer:only"
        elif best == max(range(len(found)), key=lambda i: (base[i], -i)):
            rule = "gazetteer:population"
        elif nearby[best] >= hints[best]:
            rule = "gazetteer:neighbours"
        else:
            rule = "gazetteer:country"
        return _place(winner, rule + how, shares(total)[best] * LESS_SURE.get(how, 1.0))

    def _holds(self, whole: Candidate, part: Candidate) -> bool:
        if within(part, whole):
            return True
        if whole.kind in ("world", "water", "country") or None in (whole.lat, whole.lon, part.lat, part.lon) or whole == part:
            return False
        assert whole.lat is not None and whole.lon is not None and part.lat is not None and part.lon is not None  # noqa: PT018
        reach = INSIDE_KM if whole.kind in ("city", "district") else 0.0 if whole.region else AREA_KM
        return kilometres(whole.lat, whole.lon, part.lat, part.lon) <= reach


def _chosen(one: Asked) -> Place:
    best = max(range(len(one.found)), key=lambda i: (one.total[i], -i))
    winner = one.found[best]
    if winner.table:
        rule = f"table:{winner.table}"
    elif len(one.found) == 1:
        rule = "gazetteer:only"
    elif best == max(range(len(one.found)), key=lambda i: (one.base[i], -i)):
        rule = "gazetteer:population"
    elif one.nearby[best] >= max(one.hints[best], one.focus[best]):
        rule = "gazetteer:neighbours"
    else:
        rule = "gazetteer:country"
    return _place(winner, rule + one.how, shares(one.total)[best] * LESS_SURE.get(one.how, 1.0))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if len(name) <= LONGEST))


def _in_english(candidate: Candidate, key: str) -> Candidate:
    name = english_names().get((candidate.name, candidate.country or "", candidate.kind))
    if not name:
        return candidate
    match = "main" if candidate.match == "other" and fold(name) == key else candidate.match
    return replace(candidate, name=name, place=name if candidate.kind == "city" else None, match=match)


def _same(own: Candidate, other: Candidate) -> bool:
    if own.kind == "country" and own.place and other.kind == "city":
        return own.country == other.country and other.match == "main"
    if own.geonames is not None:
        return own.geonames == other.geonames or (own.kind == other.kind == "country" and own.country == other.country)
    if other.country != own.country or other.match != "main" or own.kind != other.kind:
        return False
    if own.kind != "city" or own.lat is None or own.lon is None or other.lat is None or other.lon is None:
        return True
    return kilometres(own.lat, own.lon, other.lat, other.lon) < TWIN_KM


def _place(candidate: Candidate, how: str, score: float) -> Place:
    c = candidate
    return Place(c.name, c.place, c.country, c.lat, c.lon, c.geonames, c.kind, how, round(score, 3), c.note)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this installation, loaded once. FileNotFoundError says how to build it where a source checkout lacks it.

    >>> gazetteer() is gazetteer()
    True
    """
    return Gazetteer(everything())

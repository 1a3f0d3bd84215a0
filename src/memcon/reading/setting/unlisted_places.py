"""Places that no gazetteer has, told by their words alone ("in the village of Kofo"), and states told by a noun ("the kingdom")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from memcon.ontology.words import words
from memcon.places import Gazetteer, Place

from ..grammar.parsed import Parsed
from ..parties.mentions import Mentions
from ..triggers.places_taken import is_taken

Range = tuple[int, int]
WORDS_ALONE = "words"
_SCORE = 0.5
_MEASURE = 5  # words
_SEVERAL, _NEARLY_ALL = 3, 0.8
_LARGER = ("country", "world", "water")
_BACK = 2  # sentences to the state that "the kingdom" means
_HOLDS = ("in", "of")
_PARTS = ("district", "neighborhood", "neighbourhood", "quarter", "suburb", "borough", "ward", "area")
_WITHIN = ("in",)
_HOLDERS = ("country", "region")
_LABELS = ("GPE", "LOC")


def is_told_as_place(p: Parsed, first: int, end: int, label: str, link: str) -> bool:
    """Whether a name that no gazetteer has stands for one: "the village of X", "X village", "shelled X", or behind "in"."""
    if not p.tags[end - 1].startswith("NNP") and p.lemmas[end - 1] not in words("place_nouns"):
        return False
    head = next((t for t in range(first, end) if not first <= p.heads[t] < end), first)
    above = p.heads[head]
    of = p.deps[head] == "pobj" and p.lower[above] == "of" and p.lemmas[p.heads[above]] in words("settlement_nouns")
    called = p.deps[head] == "compound" and p.lemmas[above] in words("settlement_nouns") and p.words[above].islower()
    taken = label in (*_LABELS, "PERSON") and is_taken(p, head)
    return of or called or taken or _is_measured(p, end) or (bool(link) and label in _LABELS)


def _is_measured(p: Parsed, end: int) -> bool:
    """Whether a name is told by how far it is from another: "Kofo, 30 miles (50 km) south of X", "Kofo, about 9 km from X"."""
    behind = p.lower[end : end + _MEASURE]
    if len(behind) < _MEASURE or behind[0] != ",":
        return False
    count = next((n for n in (1, 2) if p.tags[end + n] == "CD"), None)
    far = count is not None and behind[count + 1] in ("miles", "kilometers", "kilometres", "km")
    return far and any(word in words("compass") or word == "from" for word in p.lower[end + 3 : end + 2 * _MEASURE])


def unlisted(p: Parsed, names: Iterable[Range], told: Sequence[tuple[Range, Place]], mentions: Mentions) -> Iterator[tuple[Range, Place]]:
    """The places of names that no gazetteer has, each in the country that the words around it tell, else in the only one of the report, or
    in that of nearly all towns that it tells of."""
    only = only_country(mentions, (place for _, place in told)) or _country_of_towns(place for _, place in told)
    for first, end in names:
        town = _town_around(p, end, told)
        country = _holder(p, end, told) or _nationality(p, first, mentions) or only
        yield (first, end), _part_of(p, first, end, town) if town is not None else _by_words(p, first, end, country)


def _by_words(p: Parsed, first: int, end: int, country: str | None) -> Place:
    return Place(p.phrase(first, end), None, country, None, None, None, "city", WORDS_ALONE, _SCORE)


def _part_of(p: Parsed, first: int, end: int, town: Place) -> Place:
    return Place(p.phrase(first, end), town.place, town.country, town.lat, town.lon, None, "landmark", WORDS_ALONE, _SCORE)


def _town_around(p: Parsed, end: int, told: Sequence[tuple[Range, Place]]) -> Place | None:
    """The town that a name is told to be a part of: "the Kofo district of X"."""
    if end + 2 >= len(p) or p.lemmas[end] not in _PARTS or p.lower[end + 1] not in _HOLDS:
        return None
    return next((place for (first, _), place in told if first == end + 2 and place.kind == "city"), None)


def in_its_country(p: Parsed, told: Sequence[tuple[Range, Place]], mentions: Mentions) -> list[tuple[Range, Place]]:
    """The places; a town of a country that its words do not tell is another of that name: "the Chadian village of Lyon", "Lyon in Chad",
    "the Lyon district of Moundou"."""
    found: list[tuple[Range, Place]] = []
    for (first, end), place in told:
        around = _town_around(p, end, told)
        if around is not None and around.country != place.country:
            found.append(((first, end), _part_of(p, first, end, around)))
            continue
        country = None
        if place.kind == "city":
            country = _nationality(p, first, mentions)
        if place.kind in ("city", "landmark"):
            town = place.kind == "city" and p.words[end - 1] in place.name.split()
            holders = _HOLDERS if town else (*_HOLDERS, "city")  # "the Peace Palace in Hanoi"
            country = country or _holder(p, end, [one for one in told if one[1].kind in holders], _WITHIN)
        if country is None or country == place.country or place.country is None:
            found.append(((first, end), place))
        else:
            found.append(((first, end), _by_words(p, first, end, country)))
    return found


def only_country(mentions: Mentions, places: Iterable[Place]) -> str | None:
    """The country of a report that tells of parties and places of one only."""
    told = {m.identity.country for m in mentions.all() if m.identity is not None and m.identity.country}
    told |= {place.country for place in places if place.country}
    return next(iter(told)) if len(told) == 1 else None


def _country_of_towns(places: Iterable[Place]) -> str | None:
    """The country of nearly all towns and provinces that a report tells of, if they are several."""
    towns = {place.place or place.name: place.country for place in places if place.country and place.kind not in _LARGER}
    ranked = Counter(towns.values()).most_common(1)
    country, count = ranked[0] if ranked else (None, 0)
    return country if count >= _SEVERAL and count >= _NEARLY_ALL * len(towns) else None


def _holder(p: Parsed, end: int, told: Sequence[tuple[Range, Place]], links: Sequence[str] = ()) -> str | None:
    """The country of the place that is told to hold a name: "Kofo, Chad", "Kofo in northern Chad"; with one of some links, if given."""
    for (first, _), place in told:
        if end <= first <= end + 5 and p.sentence_of[first] == p.sentence_of[end - 1]:
            between = [p.lower[t] for t in range(end, first) if p.tags[t] not in ("DT", "JJ", "NN", "NNP", "POS")]
            if all(word in (",", *_HOLDS) for word in between) and (not links or any(word in links for word in between)):
                return place.country
    return None


def _nationality(p: Parsed, first: int, mentions: Mentions) -> str | None:
    """The state of "the Chadian town of Kofo"."""
    for token in range(max(first - 4, p.sentences[p.sentence_of[first]][0]), first):
        beside = p.deps[token] in ("amod", "compound", "nmod") and p.lemmas[p.heads[token]] in words("settlement_nouns")
        mention = mentions.at(token) if beside else None
        if mention is not None and mention.kind == "state" and mention.identity is not None:
            return mention.identity.country
    return None


def states_by_nouns(p: Parsed, mentions: Mentions, gazetteer: Gazetteer) -> Iterator[tuple[Range, Place]]:
    """The state that "the kingdom" or "the country" means behind "in": the only one told in this sentence and the two before."""
    for noun, lemma in enumerate(p.lemmas):
        if lemma not in words("states_again") or p.deps[noun] != "pobj" or p.lower[p.heads[noun]] not in ("in", "inside", "across"):
            continue
        kin = p.children[noun]
        if not any(p.lower[c] in ("the", "this") for c in kin) or any(p.deps[c] not in ("det", "punct") for c in kin if c != noun):
            continue
        start = p.sentences[max(p.sentence_of[noun] - _BACK, 0)][0]
        near = [m for t in range(start, p.sentences[p.sentence_of[noun]][1]) if (m := mentions.at(t)) is not None and m.kind == "state"]
        countries = {m.identity.country for m in near if m.identity is not None and m.identity.country}
        place = gazetteer.of_state(next(iter(countries))) if len(countries) == 1 else None
        if place is not None:
            yield (noun, noun + 1), place

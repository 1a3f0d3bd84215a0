"""Words that tell of a place: names, and phrases such as "the Ethiopian capital"; each resolved in the light of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.ontology.words import words
from memcon.places import Gazetteer, Place

from ..grammar.parsed import Parsed
from ..grammar.quotations import quotations
from ..grammar.syntax import prepositional
from ..parties.mentions import Mentions
from ..parties.names_of_one_word import named_as_scenes
from ..triggers.places_taken import is_taken
from .unlisted_places import in_its_country, is_told_as_place, states_by_nouns, unlisted

AT = frozenset("in at near inside outside around across throughout within over off".split())
TOWARDS = frozenset("to into for towards toward".split())
_PLACES = ("GPE", "LOC", "FAC")
# What the name recogniser takes for something else, and is a place after "in" or "the town of".
_PERHAPS = ("ORG", "PERSON", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART")
_CLIMB = 4
_SETTLEMENTS = frozenset("city town village port".split())
_AREAS = frozenset("province region".split())
_LARGE = 300_000  # inhabitants of a town that is meant rather than somebody of its name
TOWN = 10_000  # inhabitants of a town that a name where places stand is taken for, whatever the recogniser takes it for
_DATELINE = 12  # words
_DASHES = frozenset(("--", "-", "—", "–", "_"))
_BACK = 4  # sentences to a place that is told again
_THERE_BACK = 1  # sentences to the place that "there" means


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text: its tokens, what it is, the preposition before it ("" if none), and by which rule an act has it.

    `p` is how sure the encoder is that alone gives it to an act; `meant` are the tokens of the name that "there" stands for; `row` are the
    names of all places that are told in one breath, from this one on, and the end of their tokens.
    """

    first: int
    end: int
    place: Place
    preposition: str
    how: str = ""
    p: float | None = None
    meant: tuple[int, int] | None = None
    row: tuple[str, int] | None = None


def spots(p: Parsed, mentions: Mentions, gazetteer: Gazetteer) -> list[Spot]:
    """All places that the report tells of, resolved together."""
    strange = sorted(_strange(p, mentions))
    known_ones = (one for one in strange if gazetteer.is_place(p.phrase(*one), least=TOWN))  # "the port of Hodeidah"
    named = sorted({*_names(p, mentions, gazetteer), *known_ones})
    countries = Counter(
        m.identity.country
        for m in mentions.all()
        if m.identity is not None and m.identity.country and m.kind in ("state", "organisation", "person")
    )
    hints = [c for c, _ in countries.most_common()]
    spans = [p.span(a, b - 1) for a, b in named]
    found = gazetteer.resolve_spans(p.text, [(span.start, span.end) for span in spans], hints)
    known = [(span, place) for span, place in zip(named, found, strict=True) if place is not None]
    known = in_its_country(p, known, mentions)
    strange = [span for span in strange if all(span != other for other, _ in known)]
    told = [*known, *unlisted(p, strange, known, mentions), *states_by_nouns(p, mentions, gazetteer)]
    places = [Spot(a, b, place, preposition(p, a, b)) for (a, b), place in told]
    places = sorted([*places, *_of_states(p, mentions, gazetteer)], key=lambda spot: spot.first)
    return sorted([*places, *_told_again(p, mentions, places), *_here(p, places), *_there(p, places)], key=lambda spot: spot.first)


def _here(p: Parsed, told: list[Spot]) -> Iterator[Spot]:
    """ "Here" in the report's own words: the place that its dateline names, "LIMA, March 4 (Agency) -- ... said here"."""
    line = next((s for s in told[:1] if s.end <= _DATELINE and p.words[s.first].isupper() and len(p.words[s.first]) > 2), None)
    if line is None or not any(w in _DASHES for w in p.words[line.end : line.end + _DATELINE]):
        return
    for token, word in enumerate(p.words):
        if word.lower() == "here" and p.deps[token] == "advmod" and not any(a <= token < b for a, b in quotations(p)):
            yield Spot(token, token + 1, replace(line.place, how=f"{line.place.how}, of the dateline"), "in")


def _there(p: Parsed, told: list[Spot]) -> Iterator[Spot]:
    """ "There": the last place, in this sentence or the one before, at which something was or to which someone went."""
    for token, word in enumerate(p.words):
        if word.lower() != "there" or p.deps[token] != "advmod":
            continue
        near = [s for s in told if s.end <= token and p.sentence_of[token] - p.sentence_of[s.first] <= _THERE_BACK and _is_reached(p, s)]
        if near:
            place = replace(near[-1].place, how=f"{near[-1].place.how}, told again")
            yield Spot(token, token + 1, place, "in", meant=near[-1].meant or (near[-1].first, near[-1].end))


def _is_reached(p: Parsed, spot: Spot) -> bool:
    """Whether a place is where something is or goes to, and does not only say whose something is."""
    head = head_of(p, spot.first, spot.end)
    reached = p.deps[head] == "dobj" and p.lemmas[p.heads[head]] in {*words("travel_verbs"), "visit", "reach", "tour"}
    return spot.place.kind != "water" and (reached or (spot.preposition in AT | TOWARDS and p.deps[head] not in ("poss", "compound")))


def _told_again(p: Parsed, mentions: Mentions, told: list[Spot]) -> Iterator[Spot]:
    """Nouns that point to a place just told: "in the city", "in the same town", "in the Saudi city"; the last one of that sort."""
    for noun, lemma in enumerate(p.lemmas):
        kind = "city" if lemma in _SETTLEMENTS else "region" if lemma in _AREAS else ""
        if not kind or p.tags[noun] != "NN" or p.deps[noun] in ("compound", "poss", "nmod", "appos", "attr"):
            continue
        kin = p.children[noun]
        points = any(p.lower[c] in ("the", "that", "this") for c in kin if p.deps[c] == "det")
        known = [c for c in kin if p.deps[c] == "amod" and p.lower[c] != "same"]
        lands = {m.identity.country for c in known if (m := mentions.at(c)) is not None and m.identity is not None and m.kind == "state"}
        own = any(p.deps[c] in ("compound", "appos", "nmod", "poss", "relcl") or p.lower[c] == "of" for c in kin)
        if not points or own or len(lands) < len(known):
            continue
        near = [s for s in told if s.end <= noun and p.sentence_of[noun] - p.sentence_of[s.first] <= _BACK and s.place.kind == kind]
        near = [s for s in near if not lands or s.place.country in lands]
        if near:
            first = noun - 1 if noun and p.deps[noun - 1] == "amod" and p.heads[noun - 1] == noun else noun
            place = replace(near[-1].place, how=f"{near[-1].place.how}, told again")
            yield Spot(first, noun + 1, place, preposition(p, first, noun + 1))


def _of_states(p: Parsed, mentions: Mentions, gazetteer: Gazetteer) -> Iterator[Spot]:
    """Places that are told by whose they are: "the Ethiopian capital", "off the Libyan coast"; whose they are the registry knows."""
    for start, end, _ in p.names:
        noun = p.heads[end - 1]
        if p.deps[end - 1] != "amod" or not end <= noun < end + 2 or p.lemmas[noun] not in words("whose_places"):
            continue
        if p.deps[noun] == "compound" or any(p.deps[c] == "appos" or (p.deps[c] == "compound" and c >= end) for c in p.children[noun]):
            continue
        people = mentions.at(end - 1)
        state = people.identity.country if people is not None and people.kind == "state" and people.identity is not None else None
        first = start + (p.tags[start] == "DT")
        place = gazetteer.of_state(state, capital=p.lemmas[noun] == "capital") if state else None
        if place is not None:
            told = replace(place, name=p.phrase(first, noun + 1)) if p.lemmas[noun] == "capital" else place
            yield Spot(first, noun + 1, told, preposition(p, first, noun + 1))


def _names(p: Parsed, mentions: Mentions, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    for start, end, label in p.names:
        first = next((t for t in range(start, end - 1) if p.tags[t] not in ("DT", "RB", "IN")), end - 1)
        if label in _PLACES or (label in _PERHAPS and not _is_body(p, mentions, end - 1) and _stands_as_place(p, first, end, gazetteer)):
            yield _whole(p, first, end, gazetteer), end
    if (end := _dateline(p)) and not any(p.labels[t] in _PLACES for t in range(end)) and gazetteer.is_place(p.phrase(0, end).title()):
        yield 0, end
    for token, above in enumerate(p.heads):  # a name that the recogniser missed
        missed = p.tags[token] == "NNP" and not p.labels[token]
        leads = p.deps[token] == "pobj" and token == above + 1 and _leads(p, above)
        sure = leads or is_taken(p, token)
        if (
            missed
            and (sure or is_taken(p, token, known=True))
            and (gazetteer.is_place(p.words[token]) if sure else gazetteer.is_place(p.words[token], least=_LARGE))
            and not any(p.deps[c] == "compound" for c in p.children[token])
        ):
            yield token, token + 1


def _is_body(p: Parsed, mentions: Mentions, token: int) -> bool:
    """Whether letters are those of a body that the registry knows: "in a UN helicopter", though a town is called Un."""
    body = mentions.at(token) if len(p.words[token]) > 1 and p.words[token].isupper() else None
    return body is not None and body.kind == "organisation" and body.identity is not None


def _whole(p: Parsed, first: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name begins of which the recogniser has the last words alone, where a gazetteer has the whole."""
    before = first - 1
    missed = before > p.sentences[p.sentence_of[first]][0] and p.tags[before] in ("NNP", "JJ") and p.words[before][0].isupper()
    return before if missed and not p.labels[before] and gazetteer.is_place(p.phrase(before, end)) else first


def _strange(p: Parsed, mentions: Mentions) -> Iterator[tuple[int, int]]:
    """Names that stand as places, whether a gazetteer has them or not, and where they are told again: "in Curwen ... the Curwen raid"."""
    scenes, told = named_as_scenes(p), set[str]()
    for start, end, label in p.names:
        first = next((t for t in range(start, end - 1) if p.tags[t] not in ("DT", "RB", "IN")), end - 1)
        link = preposition(p, first, end)
        word = p.words[first] if end - first == 1 else None
        scene = word in scenes and label == "ORG" and mentions.kind(first) == "place"
        if is_told_as_place(p, first, end, label, link if link in AT else ""):
            told.add(p.phrase(first, end))
            yield first, end
        elif scene or (word in told and p.deps[first] == "compound"):
            yield first, end
    for token, tag in enumerate(p.tags):  # a name that the recogniser missed
        if tag == "NNP" and not p.labels[token] and p.deps[token] == "pobj" and is_told_as_place(p, token, token + 1, "", ""):
            yield token, token + 1


def _dateline(p: Parsed) -> int:
    """The end of the capitals that a report begins with before a comma, bracket or dash: "ACCRA, March 4 (Agency) --"; 0 if it does not."""
    end = next((t for t, word in enumerate(p.words[:_DATELINE]) if not (word.isupper() and len(word) > 2)), 0)
    opened = 0 < end < len(p) and (p.words[end] in (",", "(") or p.words[end] in _DASHES)
    return end if opened and any(w in _DASHES for w in p.words[end : end + _DATELINE]) else 0


def _leads(p: Parsed, link: int) -> bool:
    """Whether a preposition leads to where something is, or to where someone goes."""
    word = p.lower[link]
    inside = ("in", "near", "into", "inside", "outside")
    return word in inside or (word in TOWARDS and p.lemmas[p.heads[link]] in {*words("travel_verbs"), "come"})


def _stands_as_place(p: Parsed, first: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a name that a place has stands where places do: behind "in" or "to", taken or shelled, or in "the town of X", be it ever so
    small."""
    head = head_of(p, first, end)
    above = p.heads[head]
    if p.deps[head] == "pobj" and p.lower[above] == "of" and _is_place_noun(p, p.heads[above]):
        return gazetteer.is_place(p.phrase(first, end), least=0)
    if not is_taken(p, head) and is_taken(p, head, known=True):  # "captured Sanaa", a person's name to the recogniser
        return gazetteer.is_place(p.phrase(first, end), least=_LARGE)
    if is_taken(p, head):
        people = p.labels[first] == "NORP" and p.tags[end - 1] != "NNP"
        return not people and gazetteer.is_place(p.phrase(first, end))
    if p.labels[first] == "NORP" and preposition(p, first, end) not in AT | {"into"}:  # "support to Kurds"
        return False
    return preposition(p, first, end) in AT | TOWARDS | {"from"} and gazetteer.is_place(p.phrase(first, end))


def head_of(p: Parsed, first: int, end: int) -> int:
    """The token of a stretch that hangs on a word outside of it (the first token where none does)."""
    return next((t for t in range(first, end) if not first <= p.heads[t] < end), first)


def _is_place_noun(p: Parsed, token: int) -> bool:
    return p.lemmas[token] in words("place_nouns")


def preposition_token(p: Parsed, spot: Spot) -> int | None:
    """The token of the preposition before a place; None where there is none."""
    at = head_of(p, spot.first, spot.end)
    for _ in range(_CLIMB):
        above = p.heads[at]
        if above == at:
            return None
        if p.deps[at] == "pobj" and p.lower[above] == spot.preposition:
            return above
        at = above
    return None


def _holds_place(p: Parsed, noun: int) -> bool:
    """Whether a noun behind a place's name is a place too, or what stands at one: "in a Baghdad suburb", "at Kabul airport"."""
    return (
        p.labels[noun] in _PLACES
        or p.lemmas[noun].lower() in {*words("place_nouns"), *words("targets")}
        or not p.tags[noun].startswith("NN")
    )


def _is_of_a_place(p: Parsed, noun: int) -> bool:
    """Whether a word for a place is that of another name behind it: "the resort of Sochi"."""
    return _is_place_noun(p, noun) and any(p.labels[held] in _PLACES for held in prepositional(p, noun, "of"))


def preposition(p: Parsed, first: int, end: int) -> str:
    """The preposition before a place ("" if none), through "the town of X" and "the capital, X"."""
    head = head_of(p, first, end)
    for _ in range(_CLIMB):
        above = p.heads[head]
        if p.deps[head] in ("pobj", "pcomp"):
            noun = p.heads[above]
            if p.lower[above] == "of" and _is_place_noun(p, noun):
                head = noun
                continue
            if p.lower[above] == "for" and p.lemmas[noun].lower() in words("office_nouns"):
                return ""  # "the Minister for Europe"
            nouns = (noun, *(c for c in p.children[noun] if p.deps[c] == "dobj"))  # the parser may hang "in" on "lost trust"
            return "" if p.lower[above] == "in" and any(p.lemmas[t] in words("trusting_nouns") for t in nouns) else p.lower[above]
        if p.deps[head] not in ("conj", "appos", "compound", "poss", "nmod") or above == head:
            break
        if p.deps[head] in ("compound", "nmod") and (not _holds_place(p, above) or _is_of_a_place(p, above)):
            break  # "according to a Kremlin readout", "in the Black Sea resort of Sochi"
        if p.deps[head] == "conj" and not _holds_place(p, above):
            break  # "with twelve in favour and China against"
        head = above
    noun = first - 2  # "in the capital, X", with the name hung elsewhere
    if noun > 1 and p.words[first - 1] == "," and _is_place_noun(p, noun) and p.deps[noun] == "pobj":
        return p.lower[p.heads[noun]]
    return ""

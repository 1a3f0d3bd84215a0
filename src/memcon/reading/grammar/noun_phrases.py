"""Where the words of a noun phrase begin and end: from its determiner to what it is of."""

from __future__ import annotations

from collections.abc import Callable

from memcon.ontology.words import words

from .dependents import child, counted_with
from .parsed import Parsed
from .syntax import prepositional

_LEFT = ("det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod", "case", "npadvmod", "punct", "preconj")
_LIST = ("NNP", "NNPS", ",", "CC", "DT")
_OF_FIELDS = frozenset(("minister", "secretary", "undersecretary", "commissioner"))
_LONGEST = 9  # tokens from a noun to the last word of what it is of
_DETERMINERS = frozenset("the a an this that these those his her its their our my both some any other".split())
_INDEFINITE = frozenset(("a", "an", "another", "any", "every", "each", "no", "some", "one"))


def bare(phrase: str) -> str:
    """Words without a determiner or possessive before them.

    >>> bare("The Israeli leader")
    'Israeli leader'
    """
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in _DETERMINERS else phrase


def asked_of_the_registry(phrase: str) -> str:
    """Words without a determiner, but with "a" where they point to nobody in particular: "a Chilean president" is not the one in office.

    >>> asked_of_the_registry("The Chilean president"), asked_of_the_registry("No Chilean president")
    ('Chilean president', 'a Chilean president')
    """
    first, _, rest = phrase.partition(" ")
    return f"a {rest}" if rest and first.lower() in _INDEFINITE else bare(phrase)


def stands_as_noun(p: Parsed, token: int) -> bool:
    """Whether an adjective stands where a noun does ("the wounded", "Syrians")."""
    return p.deps[token] in ("nsubj", "dobj", "pobj", "nsubjpass", "conj", "appos", "poss")


def undetermined(p: Parsed, first: int, token: int) -> int:
    """The first token of a noun phrase after its determiner."""
    return first + 1 if first < token and p.tags[first] in ("DT", "PRP$") else first


def left_edge(p: Parsed, token: int) -> int:
    """The first token of the noun phrase that ends at its head.

    >>> from memcon.reading.parse.parsing import parser
    >>> left_edge(parser().parse("Ann Lee met the two old envoys."), 6)
    3
    """
    first = token
    start = p.sentences[p.sentence_of[token]][0]
    grown = True
    while grown:
        grown = False
        for c in p.children[token]:
            if c < first and p.deps[c] in _LEFT and p.words[c] not in (",", ";", '"', "“", "''", "``", ":", "—", "–"):
                low = min((i for i in p.subtree(c) if i >= start), default=c)
                if low < first and first - low <= 25 and not _has_an_aside(p, low, first):
                    first, grown = low, True
    if p.lower[first] == "as" and p.words[first + 2 : first + 3] == ("as",):  # "as many as four people"
        first = min(first + 3, token)
    while first < token and (p.tags[first] in (",", ":", "``", "''", "RB", "WRB", "IN", "TO", "CC") or p.deps[first] == "punct"):
        first += 1
    while first < token and p.lower[first] in ("no", "least", "most", "than", "as", '"', "“", "'"):  # "at least four people"
        first += 1
    if first < token and p.lower[first] in ("a", "an") and p.tags[token] == "NNS" and p.deps[token] == "poss":
        first += 1  # "a leaders' summit": one summit
    return first - 1 if first and p.words[first - 1] == "(" and ")" in p.words[first:token] else first


def _has_an_aside(p: Parsed, first: int, end: int) -> bool:
    """Whether words have something in brackets, as datelines do ("May 14 (Reuters)"); the letters of a body are none ("(WHO)")."""
    return any(
        p.words[t] == "("
        and not (t > first and t + 2 < end and p.words[t + 2] == ")" and p.heads[t + 1] in range(first, t) and _is_letters(p, t + 1))
        for t in range(first, end)
    )


def _is_letters(p: Parsed, token: int) -> bool:
    return p.words[token].isupper() and p.deps[token] == "appos" and p.tags[token - 2].startswith("NNP")


def inner_words(p: Parsed, noun: int, kind: Callable[[int], str], *labels: str) -> list[int]:
    """The words that hang on a noun with such labels and are no party: "foreign" of "the Peruvian foreign minister"."""
    return [c for c in p.children[noun] if p.deps[c] in labels and not kind(c)]


def commemorated(p: Parsed, noun: int) -> bool:
    """Whether a noun tells what is only remembered: "the anniversary of the coup".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad marked the anniversary of the coup on Monday.")
    >>> commemorated(p, p.words.index("coup")), commemorated(p, p.words.index("anniversary"))
    (True, False)
    """
    link = p.heads[noun]
    return p.deps[noun] == "pobj" and p.lower[link] == "of" and p.lemmas[p.heads[link]] in ("anniversary", "commemoration", "remembrance")


def end_of_owner(p: Parsed, token: int, label: Callable[[int], str]) -> int:
    """The token after a noun and what it is of: "envoys of Peru and Chad", "parents of the boy", "aides to Ann Lee".

    `label` tells the name recogniser's label of a token.

    >>> from memcon.reading.parse.parsing import parser
    >>> end_of_owner(parser().parse("Parents of the victims left on Monday."), 0, lambda token: "")
    4
    """
    both = counted_with(p, token)
    end = token + 1 if both is None else both + 1
    link = p.lower[end] if end < len(p) and p.heads[end] == token and p.deps[end] == "prep" else ""
    held = child(p, end, "pobj") if link in ("of", "from", "to") or (link == "for" and p.lemmas[token].lower() in _OF_FIELDS) else None
    field = held is not None and link == "for" and label(held) not in ("GPE", "PERSON", "NORP", "DATE")  # "Minister for Foreign Affairs"
    named = field or (held is not None and (link == "of" or (link != "for" and label(held) in ("GPE", "ORG", "NORP", "PERSON"))))
    verb = p.heads[token]
    if link == "of" and p.deps[token] in ("dobj", "nsubjpass") and p.lemmas[verb] in words("verbs_with_of"):
        return end  # "accused the army of lies"
    if held is None or not named or (link == "to" and p.lemmas[token] not in words("servants")):
        return end
    last = max(set(p.subtree(held)) - _where_met(p, held) - _told_of_them(p, held))
    while p.tags[last] in (",", "CC"):
        last -= 1
    names = all(p.tags[i] in _LIST for i in range(end + 1, last + 1))
    if last - token <= _LONGEST and (names or not any(p.tags[i].startswith("V") or p.tags[i] == "," for i in range(end, last + 1))):
        return last + 1
    return held + 1 if held - token <= _LONGEST and not any(p.tags[i] in (",", "``", "''") for i in range(end, held)) else end


def names_a_thing(p: Parsed, noun: int) -> bool:
    """Whether a word that can be for a body is for a text, for what carries somebody ("came by helicopter"), or tells what people and goods
    do: "the free movement of people"."""
    carries = p.tags[noun] == "NN" and p.heads[noun] == noun - 1 and p.lower[noun - 1] == "by" and p.lemmas[noun] in words("armament")
    if carries or p.lemmas[noun] in words("documents"):
        return True
    moved = any(p.deps[c] == "prep" and p.lower[c] == "of" and _moved(p, c) for c in p.children[noun])
    return p.lemmas[noun] == "movement" and (moved or any(p.lower[c] == "free" for c in p.children[noun]))


def _moved(p: Parsed, of: int) -> bool:
    return any(p.lemmas[c] in _MOVED for c in p.children[of])


_MOVED = frozenset("people person good capital service vehicle troop force cargo trade population traffic labour labor".split())


def _told_of_them(p: Parsed, held: int) -> set[int]:
    """What a relative clause tells of those whose states are named: "the envoys of Peru and Chad, whom he thanked"."""
    row = [held, *(t for t in p.subtree(held) if p.deps[t] == "conj")]
    return {i for t in row for c in p.children[t] if p.deps[c] == "relcl" for i in p.subtree(c)}


def _where_met(p: Parsed, noun: int) -> set[int]:
    """Words behind known states that cannot be where these are: "met ministers of the three states in Lima", "at the talks"."""
    if p.lemmas[noun] not in _NOT_IN_A_TOWN or not any(p.deps[c] in ("det", "nummod") for c in p.children[noun]):
        return set()
    towns = [c for c in p.children[noun] if p.lower[c] == "at" or (p.lower[c] == "in" and any(p.labels[w] == "GPE" for w in p.children[c]))]
    return {i for c in towns for i in p.subtree(c)}


_NOT_IN_A_TOWN = frozenset("bloc country member nation neighbor neighbour power side state".split())


def as_the_first(p: Parsed, token: int, left: int) -> bool:
    """Whether an office has the article of the one that it is listed with: "the president and prime minister"."""
    first = token
    while p.deps[first] == "conj" and p.heads[first] < first:
        first = p.heads[first]
    article = p.lower[left_edge(p, first)] == "the"
    return article and p.tags[left] != "DT" and {p.lemmas[first], p.lemmas[token]} <= words("office_nouns")


def of_several(p: Parsed, noun: int) -> bool:
    """Whether a plural's people are of several states: "ambassadors of Peru, Chad and Togo" are not all Peru's.

    >>> from memcon.reading.parse.parsing import parser
    >>> of_several(parser().parse("The ambassadors of Peru, Chad and Togo left."), 1)
    True
    """
    return len([t for t in prepositional(p, noun, "of") if p.labels[t] in ("GPE", "NORP")]) > 1


def names_no_party(p: Parsed, first: int, end: int) -> bool:
    """Whether a name, a range of tokens, is a text's ("the Paris Agreement", "the Convention on Torture"), or half a word ("inter-Arab").

    >>> from memcon.reading.parse.parsing import parser
    >>> names_no_party(parser().parse("They left the Paris Agreement."), 2, 5)
    True
    """
    last = p.lower[end - 1]
    convention = next((t for t in range(first, end) if p.lower[t] == "convention"), None)
    agreed = convention is not None and (convention < end - 1 or p.lower[end : end + 1] in (("on",), ("against",), ("for",)))
    half = p.words[first].islower() and p.words[first + 1 : first + 2] == ("-",) and p.words[end - 1][:1].isupper()
    return half or agreed or (last in words("documents") and end - first > 1)


def is_only_a_flag(p: Parsed, token: int) -> bool:
    """Whether a state's name only tells where a thing is registered, whose it is or where it was made: "a Liberian-flagged tanker".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Rebels hit a Liberian-flagged tanker.")
    >>> is_only_a_flag(p, 3), is_only_a_flag(p, 0)
    (True, False)
    """
    return _behind_hyphen(p, token) in _FLAGGED | _MADE


def is_only_of_make(p: Parsed, token: int) -> bool:
    """Whether a state's name only tells where a thing was made, or somebody trained or born: "a Chinese-made drone".

    >>> from memcon.reading.parse.parsing import parser
    >>> is_only_of_make(parser().parse("Rebels flew a Chinese-made drone."), 3)
    True
    """
    return _behind_hyphen(p, token) in _MADE


def _behind_hyphen(p: Parsed, token: int) -> str:
    """The word behind a word and a hyphen, "" where none stands so."""
    return p.lower[token + 2] if token + 2 < len(p) and p.words[token + 1] in ("-", "‑") else ""


_FLAGGED = frozenset("flagged registered owned operated".split())
_MADE = frozenset("made built manufactured designed produced supplied donated trained educated born".split())

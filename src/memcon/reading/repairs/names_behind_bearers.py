"""Who is named right behind an office or a word for one person, whatever a small parser hangs the name on, put right on its arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

from ..grammar.above import hangs_on
from ..grammar.paired_names import Name

_HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady sheikh shri hajji monsignor rev rev. father sister "
    "ambassador judge justice prince princess".split()
)
_LINKS = frozenset("of for to from in at on".split())
_CLOSING = frozenset((",", ".", ";", ")", "—", "–", "--", "?", "!"))
_BEFORE_CLAUSES = frozenset(("that", "after", "before", "since", "until", "as", "than"))
_FAR = 14  # tokens of an office and what it is of
_SUBJECTS = ("nsubj", "nsubjpass")
_NAMED = ("NNP", "NNPS")
_VERBAL = ("VB", "MD")


def names_behind_bearers(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name], person: Callable[[int], bool]
) -> None:
    """A person named between commas behind a word for one is that one, in place: "phoned the minister, Mr Fox, and the two agreed".

    `person` tells of a token whether it is for one person. A verb whose subject the name was read as gets who is told of, or the next one.

    >>> words, tags = "phoned the minister , Fox , and two agreed".split(), "VBD DT NN , NNP , CC CD VBD".split()
    >>> deps, heads = "ROOT det dobj punct nsubj punct cc conj conj".split(), [0, 2, 0, 2, 8, 4, 4, 4, 0]
    >>> names_behind_bearers(words, tags, deps, heads, [(4, 5, "PERSON")], lambda token: token == 2)
    >>> deps[4], heads[4], deps[7], heads[7]
    ('appos', 2, 'nsubj', 8)
    """
    persons = {t: one for one in names if one[2] == "PERSON" for t in range(one[0], one[1])}
    for name in names:
        first, end, label = name
        start = _with_honorifics(words, tags, first)
        if label != "PERSON" or start < 2:
            continue
        if words[start - 1] == ",":
            bearer = _before_comma(words, tags, start - 1, persons, person)
            fits = bearer is not None and _stands_apart(words, tags, deps, end, persons)
        else:
            bearer, fits = start - 1, tags[start - 1] == "NN" and start - 1 not in persons and person(start - 1)
            fits = fits and deps[end - 1] in _SUBJECTS and deps[start - 1] in _SUBJECTS  # "the judge Ann Lee ruled", both as the subject
        if not fits or bearer is None or hangs_on(bearer, end - 1, heads):
            continue
        _make_one(words, tags, deps, heads, bearer, end - 1)


def titles_right_before_names(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """A capitalised office right before a name is its title where each was read as a party, in place: "unions and Minister Ann Lee met".

    >>> words, tags = "between unions and Minister Lee".split(), "IN NNS CC NNP NNP".split()
    >>> deps, heads = "ROOT pobj cc conj pobj".split(), [0, 0, 1, 1, 0]
    >>> titles_right_before_names(words, tags, deps, heads, [(4, 5, "PERSON")])
    >>> deps, heads
    (['ROOT', 'pobj', 'cc', 'compound', 'conj'], [0, 0, 1, 4, 1])
    """
    offices = word_list("office_nouns")
    taken = {t for first, end, label in names if label == "PERSON" for t in range(first, end)}
    for first, end, label in names:
        title, name = first - 1, end - 1
        if label != "PERSON" or title < 1 or title in taken or tags[title] not in _NAMED or words[title].lower() not in offices:
            continue
        if heads[title] == name or hangs_on(title, name, heads) or deps[title] in ("compound", "nmod") or not words[title][:1].isupper():
            continue
        if heads[name] == title or deps[name] not in (*_SUBJECTS, "dobj", "pobj", "appos"):
            continue
        if any(deps[t] == "prep" and heads[t] == title for t in range(title, first)):
            continue
        deps[name], heads[name] = deps[title], heads[title] if heads[title] != title else name
        for token in range(title):
            if heads[token] == title:
                heads[token] = name
        deps[title], heads[title] = "compound", name


def hosts_before_guests(
    words: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name], bearer: Callable[[int], bool]
) -> None:
    """Who invites, named between commas, and not who comes, bears the office before him, in place: "At the invitation of the President of
    Chad, Bo Rey, the President of Togo, Ana Fox, came".

    >>> words = "At the invitation of the envoy , Rey , the chief , Fox , came".split()
    >>> deps = "prep det pobj prep det pobj punct nsubj punct det appos punct appos punct ROOT".split()
    >>> heads = [14, 2, 0, 2, 5, 3, 14, 14, 7, 10, 7, 10, 10, 7, 14]
    >>> hosts_before_guests(words, deps, heads, [(7, 8, "PERSON"), (12, 13, "PERSON")], lambda token: words[token] in ("envoy", "chief"))
    >>> deps[7], heads[7], deps[10], heads[10]
    ('appos', 5, 'nsubj', 14)
    """
    behests = [t for t, word in enumerate(words) if word.lower() in _BEHESTS]
    for first, end, label in names if behests else ():
        if label != "PERSON" or behests[0] >= first or end == len(words) or words[end] != ",":
            continue
        host, opens = end - 1, behests[0]
        guest = next((t for t in range(end, len(words)) if heads[t] == host and deps[t] == "appos" and bearer(t)), None)
        if guest is None:
            continue
        named = next((one for one in names if one[0] > guest and one[2] == "PERSON"), None)
        if named is None or words[named[0] - 1] != "," or named[1] >= len(words) or words[named[1]] != ",":
            continue
        if deps[host] in _SUBJECTS and words[first - 1] == ",":
            office = next((t for t in range(opens + 1, first) if deps[t] == "pobj" and bearer(t)), None)
            if office is not None:
                deps[guest], heads[guest], deps[host], heads[host] = deps[host], heads[host], "appos", office
        elif deps[host] == "pobj" and hangs_on(host, opens, heads) and deps[opens] == "pobj":
            deps[guest], heads[guest] = "nsubj", heads[heads[opens]]
        else:
            continue
        deps[named[1] - 1], heads[named[1] - 1] = "appos", guest


_BEHESTS = ("invitation", "request", "initiative")


def offices_of_two_words(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Offices of two words are one, in place: "the secretary-general", "Under Secretary Ann Lee".

    >>> words, tags = "asked the secretary - general to go".split(), "VBD DT NN HYPH JJ TO VB".split()
    >>> deps, heads = "ROOT det dobj punct amod aux xcomp".split(), [0, 2, 0, 2, 2, 6, 0]
    >>> offices_of_two_words(words, tags, deps, heads)
    >>> deps[4], heads[4]
    ('dobj', 0)
    """
    _hyphened(words, tags, deps, heads)
    _under_secretaries(words, tags, deps, heads)


def _under_secretaries(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Under Secretary" is an office, and nothing under somebody, in place: "U.S. Under Secretary Ann Lee met Rey".

    >>> words, tags = "U.S. Under Secretary Ann Lee met Rey".split(), "NNP IN NNP NNP NNP VBD NNP".split()
    >>> deps, heads = "npadvmod prep compound compound pobj ROOT dobj".split(), [5, 5, 4, 4, 1, 5, 5]
    >>> _under_secretaries(words, tags, deps, heads)
    >>> deps[4], heads[4], heads[:2]
    ('nsubj', 5, [4, 4])
    """
    for under in range(len(words) - 1):
        if words[under] != "Under" or tags[under] != "IN" or not words[under + 1].startswith("Secretar"):
            continue
        verb = heads[under]
        one = next((t for t in range(under + 1, len(words)) if heads[t] == under and deps[t] == "pobj"), None)
        if one is None or deps[under] != "prep" or verb == under:
            continue
        taken = {deps[t] for t, head in enumerate(heads) if head == verb and t != verb}
        label = "nsubj" if one < verb else "dobj"
        if label in taken and not (under and heads[under - 1] == verb and deps[under - 1] == label):
            continue
        tags[under], deps[under], heads[under], deps[one], heads[one] = "NNP", "compound", one, label, verb
        if under and tags[under - 1] == "NNP" and heads[under - 1] == verb:
            deps[under - 1], heads[under - 1] = "compound", one


def _hyphened(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """An office of two words with a hyphen, read as one word said of the other, is one whose second word leads, in place.

    >>> words, tags = "asked the secretary - general to go".split(), "VBD DT NN HYPH JJ TO VB".split()
    >>> deps, heads = "ROOT det dobj punct amod aux xcomp".split(), [0, 2, 0, 2, 2, 6, 0]
    >>> _hyphened(words, tags, deps, heads)
    >>> deps[4], heads[4], deps[2], heads[2], heads[1], tags[4]
    ('dobj', 0, 'compound', 4, 4, 'NN')
    """
    for first in range(len(words) - 2):
        last = first + 2
        pair = (words[first].lower(), words[last].lower())
        prefixed = pair[0] in _PREFIXES and tags[last] in ("NN", "NNS")
        if words[first + 1] not in ("-", "‑") or not (pair in _TWO_WORDS or prefixed) or not words[last].islower():
            continue
        if heads[first] != last:
            deps[last], heads[last] = deps[first], heads[first] if heads[first] != first else last
        for token, head in enumerate(heads):
            if head == first and token != last:
                heads[token] = last
        deps[first], heads[first], tags[last] = "compound", last, "NNS" if tags[last] == "NNS" else "NN"


_PREFIXES = ("co", "ex", "vice")
_TWO_WORDS = frozenset((("secretary", "general"),))


def _with_honorifics(words: Sequence[str], tags: Sequence[str], first: int) -> int:
    """Where a name begins with what only honours it or tells a rank: "Mr", "Gen."."""
    while first > 0 and tags[first - 1] in _NAMED and words[first - 1].lower() in _HONORIFICS | word_list("ranks"):
        first -= 1
    return first


def _before_comma(
    words: Sequence[str], tags: Sequence[str], comma: int, persons: dict[int, Name], person: Callable[[int], bool]
) -> int | None:
    """The word for one person that ends at a comma, with what that one is of behind it: "head" of "the head of the bank in Lima,".

    Of two it is the first: "the envoy of the president,".
    """
    found, linked = None, True  # nothing but what stands behind a preposition is between the word and the comma
    for at in range(comma - 1, max(-1, comma - _FAR), -1):
        if at in persons or tags[at][:2] in _VERBAL or words[at] in (",", ".", ";", ":", "(", ")", '"', "“", "”"):
            break
        if linked and tags[at] in ("NN", "NNP", "JJ") and person(at):
            if at > 1 and words[at - 1] == "-" and words[at - 2].lower() == "co":  # "co-leader", which no party is called by
                break
            found = at
        linked = words[at].lower() in (_LINKS if found is None else ("of", "for", "to"))
        if not linked and not tags[at].startswith(("NN", "JJ", "DT", "PRP$", "POS", "HYPH", "CD", "CC")):
            break
        if tags[at] == "CC" and not (words[at - 1][:1].isupper() and words[at + 1][:1].isupper()):
            break
    return found


def _stands_apart(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], end: int, persons: dict[int, Name]) -> bool:
    """Whether a name ends between commas, or the sentence with it, as what only tells who somebody is does.

    It does not where it is the first of a row ("the mayor, Bo Fox, Ann Lee and others") or the subject of what follows, of whom
    something is told himself: "in a letter to the mayor, Bo Fox, the envoy, said".
    """
    if end >= len(words):
        return True
    if words[end] not in _CLOSING:
        return False
    if words[end] != "," or end + 1 >= len(words):
        return True
    behind = end + 1
    if behind in persons or _with_honorifics(words, tags, behind + 1) <= behind:
        return False
    if deps[end - 1] not in _SUBJECTS:
        return True
    behind += tags[behind] == "RB" and words[behind].lower() not in ("then", "now", "once", "formerly")
    return behind < len(words) and (tags[behind][:2] in _VERBAL or words[end + 1].lower() == "and")


def _make_one(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], bearer: int, name: int) -> None:
    """Hang a name on who bears it; what hung on the name as another party hangs on its bearer."""
    role, above = deps[name], heads[name]
    deps[name], heads[name] = "appos", bearer
    others = [t for t in range(name + 1, len(deps)) if heads[t] == name and deps[t] in ("conj", "cc")]
    for token in others:
        heads[token] = bearer
    if role not in _SUBJECTS or heads[bearer] == above:
        return
    if others and (other := next((t for t in others if deps[t] == "conj" and t < above), None)) is not None:
        deps[other], heads[other] = role, above
        for token in others:
            if deps[token] == "cc" and token < other:
                heads[token] = heads[above]
    elif _is_clause_behind(words, deps, heads, heads[bearer], name, above):  # "said that the envoy, Ann Lee, left"
        link = heads[bearer]
        deps[link], heads[link] = "mark", above
        deps[above] = "advcl" if deps[above] == "conj" else deps[above]
        deps[bearer], heads[bearer] = role, above
    elif deps[bearer] in (*_SUBJECTS, "npadvmod", "dep") and tags[above].startswith("VB") and above > name:
        deps[bearer], heads[bearer] = role, above


def _is_clause_behind(words: Sequence[str], deps: Sequence[str], heads: Sequence[int], link: int, name: int, verb: int) -> bool:
    """Whether a word read as a preposition leads on to the verb right behind a name: "after the mayor, Ann Lee, walked in"."""
    leads = deps[link] == "prep" and words[link].lower() in _BEFORE_CLAUSES
    return leads and heads[link] in (verb, heads[verb]) and name < verb and words[min(name + 2, verb)].lower() != "and"

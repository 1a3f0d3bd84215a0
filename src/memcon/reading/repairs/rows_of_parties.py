"""Parties in a row that a small parser hangs apart, put right on its arrays: "clerks, students and two families ended a sit-in"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..grammar.paired_names import Name

_SUBJECTS = ("nsubj", "nsubjpass")
_LINKS = ("and", "or", "&")
_WITHIN = ("compound", "amod", "det", "nummod", "poss", "case", "punct", "nmod", "quantmod", "advmod")
_LONGEST = 12  # tokens of one party of a row, at most


def first_of_subjects(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """A subject, or a name read as beside the verb, right before one that goes on with "and" is the first of a row, in place.

    >>> words, tags = "Clerks , students and families left".split(), "NNS , NNS CC NNS VBD".split()
    >>> deps, heads = "nsubj punct nsubj cc conj ROOT".split(), [5, 0, 5, 2, 2, 5]
    >>> first_of_subjects(words, tags, deps, heads, [])
    >>> deps[2], heads[2]
    ('conj', 0)
    """
    named = {end - 1 for _, end, label in names if label in ("GPE", "ORG", "PERSON", "NORP")}
    for second, label in enumerate(deps):
        if label not in _SUBJECTS or not tags[second].startswith("NN") or not _goes_on(second, words, deps, heads):
            continue
        comma = _first_of(second, heads, deps) - 1
        if comma < 1 or words[comma] != ",":
            continue
        one = _head_before(comma, tags, deps, heads)
        if one is not None and heads[one] == one and one in named:  # "Peru, the United States, Chad and Togo signed"
            before = _first_of(one, heads, deps) - 1
            zero = _head_before(before, tags, deps, heads) if before > 0 and words[before] == "," else None
            if zero in named and zero is not None and heads[zero] == heads[second] and deps[zero] in (label, "npadvmod", "dep"):
                deps[zero], deps[one], heads[one], deps[second], heads[second] = label, "conj", zero, "conj", one
            continue
        if one is None or heads[one] != heads[second]:
            continue
        if deps[one] == label or (deps[one] in ("npadvmod", "dep") and one in named):
            deps[one], deps[second], heads[second] = label, "conj", one


def names_as_a_row(
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    names: Sequence[Name],
    country: Callable[[str], str | None],
) -> None:
    """A name read as what another is called, that goes on with "and", is one of several, in place: "Chad, Togo and Peru left".

    So for states and bodies; of a town its state is no further one ("Lima, Peru and Quito").

    >>> words, tags = "Chad , Togo and Peru left".split(), "NNP , NNP CC NNP VBD".split()
    >>> deps, heads = "nsubj punct appos cc conj ROOT".split(), [5, 0, 0, 2, 2, 5]
    >>> names = [(0, 1, "GPE"), (2, 3, "GPE"), (4, 5, "GPE")]
    >>> names_as_a_row(words, tags, deps, heads, names, {"Chad": "TCD", "Togo": "TGO"}.get)
    >>> deps[2]
    'conj'
    """
    spans = {end - 1: (first, end, label) for first, end, label in names}
    for second, label in enumerate(deps):
        one = heads[second]
        if label != "appos" or one not in spans or second not in spans or not _leads_on(second, words, deps, heads):
            continue
        a, b = spans[one], spans[second]
        lands = [country(" ".join(words[first:end])) for first, end, _ in (a, b)]
        states = all(lands) and lands[0] != lands[1] and "PERSON" not in (a[2], b[2])
        bodies = a[2] == b[2] == "ORG" and not tags[one].endswith("S")
        mixed = bool(lands[0]) and not lands[1] and a[2] == "GPE" and b[2] == "ORG" and not tags[second].endswith("S")
        if (states or bodies or mixed) and words[b[0] - 1] in (",", "the"):
            deps[second] = "conj"
    _states_left_alone(words, deps, heads, spans, country)


def _states_left_alone(
    words: Sequence[str],
    deps: list[str],
    heads: list[int],
    spans: Mapping[int, Name],
    country: Callable[[str], str | None],
) -> None:
    """States within a row that are read as sentences of their own are of the row: "Britain, the United States, Togo and Chad offered"."""
    for name, (first, end, _) in spans.items():
        start = first - 1 if first and words[first - 1] == "the" else first
        before = start - 1
        if deps[name] != "ROOT" or before < 1 or words[before] != "," or end >= len(words) or words[end] != ",":
            continue
        one = heads[before]
        goes_on = any(heads[t] == one and deps[t] == "conj" and t > end for t in range(end, len(words)))
        own = first + (words[first] == "the")
        if one == before - 1 and one in spans and heads[end] == one and goes_on and country(" ".join(words[own:end])):
            deps[name], heads[name] = "conj", one


def nouns_beside_verbs(words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """A noun behind "and", read as beside the verb, stands beside the noun right before, in place: "wrote to the mayor and the bishop".

    >>> words, tags = "wrote to the mayor and the bishop".split(), "VBD IN DT NN CC DT NN".split()
    >>> deps, heads = "ROOT prep det pobj cc det conj".split(), [0, 0, 3, 1, 0, 6, 0]
    >>> nouns_beside_verbs(words, tags, deps, heads)
    >>> heads[6], heads[4]
    (3, 3)

    Behind a comma it stands beside the object: "thanked the jury for its work, and the court".
    """
    for other, label in enumerate(deps):
        verb = heads[other]
        if label != "conj" or not tags[other].startswith("NN") or not tags[verb].startswith("VB") or verb > other:
            continue
        link = _first_of(other, heads, deps) - 1
        if words[link].lower() not in _LINKS or heads[link] != verb or _is_gapped(other, tags, deps, heads):
            continue
        if words[link - 1] == ",":
            one = next((t for t in range(link, verb, -1) if deps[t] == "dobj" and heads[t] == verb), None)
        else:
            one = _head_before(link, tags, deps, heads)
        if one is not None and one > verb and deps[one] in ("dobj", "pobj"):
            heads[other] = heads[link] = one


def bodies_beside_people(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """A body read as what people behind its "and" are of stands beside these, in place: "with the Red Cross and local leaders".

    >>> words, tags = "with the Board and local leaders".split(), "IN DT NNP CC JJ NNS".split()
    >>> deps, heads = "ROOT det nmod cc conj pobj".split(), [0, 5, 5, 2, 2, 0]
    >>> bodies_beside_people(words, tags, deps, heads, [(2, 3, "ORG")])
    >>> deps[2], heads[2], deps[5], heads[5], heads[1]
    ('pobj', 0, 'conj', 2, 2)
    """
    for first, end, label in names:
        body, told = end - 1, end + 1
        people = heads[body]
        if label != "ORG" or deps[body] != "nmod" or told >= len(words) or words[end].lower() not in _LINKS:
            continue
        known = first > 0 and words[first - 1].lower() == "the"
        if not known or deps[told] != "conj" or heads[told] != body or tags[told] != "JJ":
            continue
        if people < told or tags[people] != "NNS" or any(heads[t] not in range(told, people + 1) for t in range(told + 1, people)):
            continue
        deps[body], heads[body] = deps[people], heads[people]
        deps[people], heads[people], deps[told], heads[told] = "conj", body, "amod", people
        for t in range(max(0, first - 2), body):
            if heads[t] == people:
                heads[t] = body


def people_beside_places(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: list[int], person: Callable[[str], bool]
) -> None:
    """People read as told beside the place that others are of stand beside these, in place: "the mayor of Lima and two clerks".

    >>> words, tags = "held the mayor of Lima and two clerks".split(), "VBD DT NN IN NNP CC CD NNS".split()
    >>> deps, heads = "ROOT det dobj prep pobj cc nummod conj".split(), [0, 2, 0, 2, 3, 4, 7, 4]
    >>> people_beside_places(words, tags, deps, heads, lambda word: word in ("mayor", "clerks"))
    >>> heads[7], heads[5]
    (2, 2)

    What comes from somewhere, told with the same preposition, comes from there: "envoys from Chad and rebels from Togo".

    >>> words, tags = "envoys from Chad and rebels from Togo met".split(), "NNS IN NNP CC NNS IN NNP VBD".split()
    >>> deps, heads = "nsubj prep pobj cc conj prep pobj ROOT".split(), [7, 0, 1, 2, 2, 0, 5, 7]
    >>> people_beside_places(words, tags, deps, heads, lambda word: word in ("envoys", "rebels"))
    >>> heads[4], heads[5]
    (0, 4)
    """
    for other, label in enumerate(deps):
        place = heads[other]
        if label != "conj" or deps[place] != "pobj" or not tags[place].startswith("NNP") or tags[other] not in ("NN", "NNS"):
            continue
        of = heads[place]
        one = heads[of]
        if one > of or tags[one] not in ("NN", "NNS") or not (person(words[one].lower()) and person(words[other].lower())):
            continue
        again = other + 1 < len(words) and words[other + 1].lower() == words[of].lower() and deps[other + 1] == "prep"
        told = tags[one] == "NN" and any(heads[c] == other and deps[c] in ("det", "nummod", "poss") for c in range(place, other))
        if not (again or told):
            continue
        for link in range(place, other):
            if heads[link] == place and deps[link] == "cc":
                heads[link] = one
        heads[other] = one
        if again and heads[other + 1] == one:
            heads[other + 1] = other


def subjects_behind_rows(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A second noun behind one preposition, right before a verb without a subject, is that, in place: "after talks with Chad, rebels left".

    >>> words, tags = "after talks with Chad , rebels left".split(), "IN NNS IN NNP , NNS VBD".split()
    >>> deps, heads = "prep pobj prep pobj punct pobj ROOT".split(), [6, 0, 1, 2, 5, 2, 6]
    >>> subjects_behind_rows(words, tags, deps, heads)
    >>> deps[5], heads[5]
    ('nsubj', 6)
    """
    for one, label in enumerate(deps):
        verb = one + 1
        if label != "pobj" or verb >= len(deps) or tags[verb] not in ("VBD", "VBZ", "VBP") or not tags[one].startswith("NN"):
            continue
        comma = _first_of(one, heads, deps)
        comma -= words[comma] != ","
        before = any(deps[t] == "pobj" and heads[t] == heads[one] for t in range(heads[one], comma))
        if words[comma] != "," or not before or any(heads[t] == verb and deps[t] in _SUBJECTS for t in range(max(0, verb - 40), one)):
            continue
        deps[one], heads[one] = "nsubj", verb


def _goes_on(token: int, words: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Whether a row goes on behind a word: "and" without a comma before it, and another."""
    behind = range(token + 1, min(len(deps), token + 2 * _LONGEST))
    link = next((t for t in behind if deps[t] == "cc" and heads[t] == token), None)
    if link is None or words[link].lower() not in _LINKS or words[link - 1] == ",":
        return False
    return any(deps[t] == "conj" and heads[t] == token for t in range(link, behind.stop))


def _leads_on(token: int, words: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Whether a row goes on behind a word, at once or behind the next of it."""
    behind = range(token + 1, min(len(deps), token + _LONGEST))
    told = (t for t in behind if deps[t] == "conj" and heads[t] == token)
    return _goes_on(token, words, deps, heads) or any(_goes_on(t, words, deps, heads) for t in told)


def _first_of(token: int, heads: Sequence[int], deps: Sequence[str]) -> int:
    """Where the words of a noun begin, as they stand right before it."""
    first = token
    while first > 0 and token - first < _LONGEST and first <= heads[first - 1] <= token and deps[first - 1] in _WITHIN:
        first -= 1
    return first


def _head_before(end: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> int | None:
    """The noun whose words end right before a token."""
    at = end - 1
    while deps[at] in _WITHIN and at < heads[at] < end:
        at = heads[at]
    return at if at == end - 1 and tags[at].startswith("NN") else None


def _is_gapped(token: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]) -> bool:
    """Whether a noun stands for a clause, with its verb or without: "Mali expelled two envoys and Niger three", "and its envoy left"."""
    behind = token + 1
    if behind >= len(tags):
        return False
    return tags[behind] in ("CD", "MD") or tags[behind].startswith("VB") or (deps[behind] == "prep" and heads[behind] != token)

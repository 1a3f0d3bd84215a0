"""Holders named right behind what their office is of, without a comma, as ministries write: put right on a small parser's arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from memcon.ontology.words import words as word_list

from ..grammar.paired_names import Name
from ..grammar.personal_names import PARTICLES, is_personal, of_a_body

_LINKS = frozenset("of for to the and on in at & -".split())
_OPENING = ("of", "for", "to")
_ROLES = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "attr", "appos")
_LONGEST = 4  # tokens of a person's name
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_OF_BODIES = frozenset(
    "affairs agency alliance assembly authority bank board bureau central chamber community conference congress cooperation corps council "
    "court defence defense development directorate economic elections electoral energy executive federal federation foreign forum general "
    "guard health house human initiative intelligence international joint justice mission national network organisation organization "
    "parliament party people police programme project provincial region regional relations resources rights security senate service staff "
    "standing supreme trade trust university".split()
)
_ENDS_OF_BODIES = frozenset(
    "agency alliance army assembly association authority bank board bureau chamber commission committee congress council court federation "
    "front league ministry movement parliament party senate union".split()
)


def holders_behind_bodies(
    words: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    names: Sequence[Name],
    is_state: Callable[[str], bool],
    is_body: Callable[[str], bool],
) -> list[Name]:
    """The names, who holds an office parted from what it is of and in the office's place: "Chairman of the Roads Council Anna Rey".

    >>> words, tags = "Chairman of the Roads Council Anna Rey spoke".split(), "NNP IN DT NNP NNP NNP NNP VBD".split()
    >>> deps, heads = "nsubj prep det compound compound compound pobj ROOT".split(), [7, 0, 6, 4, 6, 6, 1, 7]
    >>> holders_behind_bodies(words, tags, deps, heads, [(2, 7, "ORG")], lambda name: False, lambda name: False)
    [(2, 5, 'ORG'), (5, 7, 'PERSON')]
    >>> deps[0], heads[0], deps[4], heads[4], deps[6], heads[6]
    ('nmod', 6, 'pobj', 1, 'nsubj', 7)
    """
    found = list(names)
    offices = word_list("office_nouns")
    for office in range(len(words) - 3):
        if not words[office][:1].isupper() or words[office].lower() not in offices or words[office + 1] not in _OPENING:
            continue
        name = _holder(words, tags, heads, office, found, lambda name: is_state(name) or is_body(name))
        if name is None or (heads[office] == name[1] - 1 and (*name, "PERSON") in found):
            continue
        _hang(words, deps, heads, office, *name)
        found = _parted(words, found, *name, is_state)
    return found


def _holder(
    words: Sequence[str],
    tags: Sequence[str],
    heads: Sequence[int],
    office: int,
    names: Sequence[Name],
    is_known: Callable[[str], bool],
) -> tuple[int, int] | None:
    """The words of a person's name that end the run of capitalised words behind an office, where something stands between the two."""
    at, offices = office + 1, word_list("office_nouns")
    while at < len(words):
        while at < len(words) and words[at] in _LINKS:
            at += 1
        first = at
        while at < len(words) and (words[at][:1].isupper() or (words[at] in PARTICLES and at > first) or (words[at] == "-" and at > first)):
            if at > first and heads[at] == at and heads[at - 1] != at:  # a line behind one without a stop
                break
            at += 1
        if (
            at == first
            or any(words[t].lower() in offices for t in range(first, at))
            or not all(_is_name(tags[t]) for t in range(first, at))
        ):
            return None
        whole = office + 3 if words[office + 2] == "the" else office + 2
        if is_known(" ".join(words[first:at])) or is_known(" ".join(words[whole:at])):
            return None
        for start in range(first + 1, at - 1):
            name = words[start:at]
            told = any(label == "PERSON" and start == a and b == at for a, b, label in names)
            if (at - start > _LONGEST and not (told and "bin" in name)) or any(of_a_body(word) for word in name):
                continue
            if told or is_personal([w for w in name if w != "-"]):
                return start, at
            behind = is_known(" ".join(words[first:start])) or is_known(" ".join(words[whole:start]))
            behind = behind or (words[start - 1].lower() in _ENDS_OF_BODIES and not is_known(" ".join(name)))
            if behind and _can_be_a_name(words, tags, start, at):
                return start, at
    return None


def _can_be_a_name(words: Sequence[str], tags: Sequence[str], start: int, end: int) -> bool:
    """Whether words can be a person's name that nobody knows: two or three with capitals, or with a hyphen between two of them."""
    named = [words[t] for t in range(start, end) if words[t] != "-"]
    plain = all(w.istitle() and w.isalpha() and w.lower() not in _OF_BODIES for w in named) and words[start + 1] != "-"
    return 1 < len(named) <= _LONGEST - 1 and plain and all(tags[t] in ("NNP", "HYPH") for t in range(start, end))


def _is_name(tag: str) -> bool:
    return tag.startswith(("NN", "JJ", "HYPH", "FW", "IN", "DT"))


def _hang(words: Sequence[str], deps: list[str], heads: list[int], office: int, start: int, end: int) -> None:
    """Give the name the office's place in the sentence, and the office and what it is of their places below it, in place."""
    opening = office
    while opening > 0 and heads[opening - 1] in range(opening, end) and words[opening - 1] not in _LINKS - {"the"} | _DAYS:
        opening -= 1
    inside, name = range(opening, end), end - 1
    outer = [t for t in inside if heads[t] not in inside or heads[t] == t]
    best = min(outer, key=lambda t: (_ROLES.index(deps[t]) if deps[t] in _ROLES else len(_ROLES), t), default=name)
    role, above = deps[best], heads[best] if heads[best] != best else name
    for token in range(len(words)):
        if token not in inside and heads[token] in inside and words[token] in _DAYS:
            deps[token], heads[token] = "npadvmod", above
        elif token not in inside and heads[token] in inside and heads[token] != name:
            heads[token] = name
    for token in range(opening, office):
        if heads[token] not in range(opening, office + 1):
            heads[token] = office
    link = office
    for token in range(office + 1, start):
        behind = token + 1 == start or words[token + 1] in _LINKS
        if words[token] in ("of", "for", "to", "on", "in", "at"):
            deps[token], heads[token], link = "prep", _noun_before(words, token), token
        elif words[token] not in _LINKS and behind:
            above_and = words[token - 1] in ("and", "&") or _after_and(words, token, link)
            deps[token], heads[token] = ("conj", _noun_before(words, token)) if above_and else ("pobj", link)
        else:
            deps[token] = "cc" if words[token] in ("and", "&") else "det" if words[token] == "the" else "compound"
            heads[token] = _noun_before(words, token) if deps[token] == "cc" else _noun_behind(words, token, start)
    for token in range(start, name):
        deps[token], heads[token] = "punct" if words[token] == "-" else "compound", name
    deps[office], heads[office] = "nmod", name
    deps[name], heads[name] = role, above


def _after_and(words: Sequence[str], token: int, link: int) -> bool:
    return any(words[t] in ("and", "&") for t in range(link + 1, token))


def _noun_before(words: Sequence[str], token: int) -> int:
    """The last word of the capitalised run before a link."""
    before = token - 1
    while words[before] in _LINKS:
        before -= 1
    return before


def _noun_behind(words: Sequence[str], token: int, end: int) -> int:
    """The last word of the capitalised run that a word is of or stands before."""
    at = token
    while at + 1 < end and (words[at] in _LINKS or words[at + 1] not in _LINKS):
        at += 1
    return at


def _parted(words: Sequence[str], names: Sequence[Name], start: int, end: int, is_state: Callable[[str], bool]) -> list[Name]:
    """The names with a person's among them, others cut where it begins."""
    parted: list[Name] = []
    for a, b, label in names:
        if b <= start or a >= end:
            parted.append((a, b, label))
        elif a < start:
            kind = "GPE" if is_state(" ".join(words[a:start])) else "ORG" if label == "PERSON" else label
            parted.append((a, start, kind))
    return sorted([*parted, (start, end, "PERSON")])


def offices_before_bodies(words: Sequence[str], deps: list[str], heads: list[int], names: Sequence[Name]) -> None:
    """An office that is read as part of the body whose it is stands above it, in place: "the Chief of Defence Forces left".

    >>> words, deps = "Chief of Defence Forces left".split(), "nmod prep pobj nsubj ROOT".split()
    >>> heads = [3, 0, 1, 4, 4]
    >>> offices_before_bodies(words, deps, heads, [(2, 4, "ORG")])
    >>> deps, heads
    (['nsubj', 'prep', 'compound', 'pobj', 'ROOT'], [4, 0, 3, 1, 4])
    """
    for first, end, label in names:
        body = end - 1
        link = heads[first]
        office = heads[link]
        apart = label == "ORG" and end - first > 1 and deps[first] == "pobj" and words[link].lower() == "of" and office < link < first
        if not apart or heads[office] != body or deps[office] not in ("nmod", "compound"):
            continue
        if words[office].lower() not in word_list("office_nouns") or body in (heads[body], office):
            continue
        for t in range(office):
            heads[t] = office if heads[t] == body else heads[t]
        deps[office], heads[office] = deps[body], heads[body]
        deps[body], heads[body] = "pobj", link
        deps[first], heads[first] = "compound", body

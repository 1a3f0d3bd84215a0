"""What hangs on a word of a parse: its dependents, what is coordinated with it, what a number or a noun of quantity counts."""

from __future__ import annotations

from memcon.ontology.words import words

from .parsed import Parsed, remembered

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
CLIMB = 12  # steps upwards from a word, at most


def is_verb(p: Parsed, token: int) -> bool:
    """Whether the token is a verb form that is used as a verb."""
    return p.tags[token].startswith("VB")


def child(p: Parsed, token: int, *labels: str) -> int | None:
    """The first dependent with one of the labels."""
    return next((c for c in p.children[token] if p.deps[c] in labels), None)


def _left_out(p: Parsed, token: int) -> bool:
    """Whether the last of a row is told not to be of it: "a deal with Chad and not Togo"."""
    first = p.edges[token][0]
    return any(p.lower[t] == "not" for t in range(max(0, first - 1), token)) and p.lower[first - 1] in ("and", "but", "not", ",")


@remembered
def coordinated(p: Parsed, token: int) -> list[int]:
    """The token and what is coordinated with it, in text order: "France, Germany and Italy"."""
    found, todo = [token], [token]
    while todo:
        at = todo.pop()
        more = [c for c in p.children[at] if p.deps[c] == "conj" and not is_verb(p, c) and not gapped(p, c) and not _left_out(p, c)]
        if p.tags[at] in ("NN", "NNP"):  # "minister Ann Lee and president Bo Fox"
            office = p.lemmas[at] in words("office_nouns")
            names = [c for c in p.children[at] if p.deps[c] == "appos" and (office or p.edges[c][0] == at + 1)]
            more += [c for name in names for c in p.children[name] if p.deps[c] == "conj" and not is_verb(p, c)]
        more = [c for c in more if c not in found and c != counted_with(p, at)]
        found += more
        todo += more
    return sorted(found)


def counted_with(p: Parsed, token: int) -> int | None:
    """The noun that one number counts together with a noun: "227 women and children" are one party.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Chad freed 227 women and children. It met women and three children.")
    >>> [p.words[t] for t in range(len(p)) if counted_with(p, t) is not None]
    ['women']
    """
    other = token + 2
    pair = p.tags[token] == "NNS" and p.tags[other : other + 1] == ("NNS",) and p.lower[token + 1] in ("and", "or")
    joined = pair and p.deps[other] == "conj" and p.heads[other] == token and child(p, token, "nummod") is not None
    return other if joined and child(p, other, "conj") is None else None


def gapped(p: Parsed, token: int) -> bool:
    """Whether a name stands for a clause without its verb: "Niger" in "Mali expelled two envoys and Niger three"."""
    at = token + 1
    if at + 1 < len(p) and p.deps[at] == "prep" and p.heads[at] == token and p.tags[at + 1] == "CD" and p.deps[at + 1] == "pobj":
        behind = True  # "sanctions on two firms, and Peru on three"
    else:
        behind = at < len(p) and p.tags[at] == "CD" and p.heads[at] == token and p.deps[at] == "nummod"
    return behind and p.deps[token] == "conj" and p.tags[token] in ("NNP", "NNPS")


def counted(p: Parsed, token: int) -> int:
    """What a noun of quantity counts ("hundreds of rebels" -> rebels); the token itself when it is none."""
    if p.lower[token] == "member":  # one of them, and not they
        return token
    if p.lemmas[token] in words("quantities") or p.lower[token] in words("quantities"):
        for c in p.children[token]:
            if p.deps[c] == "prep" and p.lower[c] == "of":
                held = child(p, c, "pobj")
                return token if held is None else held
    return token


def counts_people(p: Parsed, token: int) -> bool:
    """Whether a bare number stands for those whom something befell: "killed 12", "two killed in blast", "left ten dead"."""
    verb, label = p.heads[token], p.deps[token]
    behind = [c for c in p.children[token] if p.deps[c] == "acl" and p.tags[c] == "VBN"]
    if any(p.lemmas[c] in words("harm_verbs") | words("verbs_of_people") for c in behind):
        return True
    told = label in ("dobj", "nsubjpass") or (label == "nsubj" and (p.tags[verb] == "VBN" or p.lemmas[verb] == "die"))
    counts_out = any(p.lower[c] == "of" for c in p.children[token])
    fates = [p.lower[c] for c in p.children[verb] if p.deps[c] in ("oprd", "acomp", "ccomp")] if p.lemmas[verb] == "leave" else []
    harmed = p.lemmas[verb] in words("harm_verbs") | words("verbs_of_people") or any(one in words("fates") for one in fates)
    return told and not counts_out and is_verb(p, verb) and harmed


def leaves_open(p: Parsed, verb: int) -> bool:
    """Whether words are only left open: "would neither confirm nor deny it"."""
    first = p.heads[verb] if p.deps[verb] == "conj" else verb
    both = (first, *(c for c in p.children[first] if p.deps[c] == "conj"))
    either = any(p.lower[c] in ("or", "nor") for c in p.children[first] if p.deps[c] == "cc")
    return either and verb in both and {p.lemmas[t] for t in both} == {"confirm", "deny"}

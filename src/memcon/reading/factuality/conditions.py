"""Acts that others wait for: "will reopen the embassy as soon as Chad frees the crew", "will not talk before the army leaves", "is to raise
it when he visits Chad in May", "will come provided that Chad frees the crew"."""

from __future__ import annotations

from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import grammatical_subject, support

_WAITING = frozenset(("before", "after", "once", "as", "when"))
_BY_TENSE = frozenset(("before", "once", "as"))  # "would free him once they paid"; what stands behind "after" may have been
_MOMENTS = frozenset(("moment", "minute", "instant", "second", "day"))
_WISHED = frozenset(("can", "could", "may", "might", "must", "should"))
_PRONOUNS = frozenset(("it", "he", "she", "they", "we", "i"))
_PRESENT = ("VBZ", "VBP")


def awaited(p: Parsed, token: int) -> tuple[str, int] | None:
    """What an act is that a clause of time tells of, of one that is to come, with the verb of the latter; None elsewhere.

    "terms" where others are to do it first, with no day given; "planned" where the same do one thing and then the other.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Peru will lift the siege as soon as Chad frees the crew.")
    >>> awaited(p, p.words.index("frees"))
    ('terms', 2)
    """
    verb = token if is_verb(p, token) else support(p, token)[0]
    if verb is None or not is_verb(p, verb):
        return None
    while p.deps[verb] == "conj" and is_verb(p, p.heads[verb]):
        verb = p.heads[verb]
    if _is_term(p, verb):
        return "terms", p.heads[verb]
    found = _main(p, verb)
    if found is None:
        return None
    link, main = found
    helpers = [c for c in p.children[main] if p.deps[c] == "aux"]
    if p.tags[main] != "VB" or not any(p.tags[c] in ("MD", "TO") for c in helpers):
        return None
    dated = any(p.labels[t] == "DATE" for t in p.subtree(verb))
    if link == "when" and not dated and any(p.lower[c] in _WISHED for c in helpers):  # "should be careful when they visit Chad"
        return None
    if p.deps[main] == "acl":  # "rejects a request to leave after Chad blames rebels": the time of the rejection
        return None
    finite = [verb, *(c for c in p.children[verb] if p.deps[c] in ("aux", "auxpass"))]
    if any(p.tags[c] == "MD" for c in finite):
        return None
    shifted = link in _BY_TENSE and any(p.lower[c] in ("would", "'d", "’d", "could") for c in helpers)
    if not any(p.tags[c] in _PRESENT or (shifted and p.tags[c] == "VBD") for c in finite):
        return None
    refused = child(p, main, "neg") is not None
    return ("planned" if not refused and (dated or _same(p, verb, main)) else "terms"), main


def only_if(p: Parsed, token: int) -> bool:
    """Whether a verb tells only on what terms others would do something: "would grant him asylum if he asked for it".

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Peru would grant him asylum if he asked for it.")
    >>> only_if(p, p.words.index("asked")), only_if(p, p.words.index("grant"))
    (True, False)
    """
    mark = child(p, token, "mark")
    main = p.heads[token]
    under = is_verb(p, token) and p.deps[token] == "advcl" and mark is not None and p.lower[mark] == "if"
    return under and any(p.tags[c] == "MD" for c in p.children[main]) and p.tags[token] in ("VBD", *_PRESENT)


def unreal(p: Parsed, token: int) -> bool:
    """Whether a verb, or the one that it completes, tells what would have been and was not ("would never have proposed banning them"), what
    is wished to be otherwise or what need not be.

    Of 82 such words in the annotated windows, passages and reports, test part left out, two are of an act that is annotated.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Peru would never have signed it, and Chad has signed it.")
    >>> unreal(p, p.words.index("signed")), unreal(p, len(p.words) - 3)
    (True, False)
    """
    verb = p.heads[token] if p.deps[token] in ("xcomp", "pcomp") and is_verb(p, p.heads[token]) else token
    helpers = [p.lower[c] for c in p.children[verb] if p.deps[c] == "aux"] if is_verb(p, verb) else []
    return ("would" in helpers and "have" in helpers) or _is_no_need(p, token) or _is_regretted(p, token)


def _is_no_need(p: Parsed, verb: int) -> bool:
    """ "Did not need to visit Chad", "does not have to free them"."""
    over = p.heads[verb]
    needed = p.deps[verb] == "xcomp" and p.tags[verb] == "VB" and p.lemmas[over] in ("need", "have") and is_verb(p, over)
    return needed and child(p, over, "neg") is not None and child(p, over, "dobj") is None


def _is_regretted(p: Parsed, verb: int) -> bool:
    """ "Wishes that Chad had signed"."""
    wished = p.deps[verb] == "ccomp" and p.lemmas[p.heads[verb]] == "wish" and is_verb(p, p.heads[verb])
    return wished and any(p.deps[c] in ("aux", "auxpass") and p.tags[c] in ("VBD", "MD") for c in p.children[verb])


def _is_term(p: Parsed, verb: int) -> bool:
    """Whether a clause is what words for a condition lead to: "provided that Chad leaves", "on condition that it leave"."""
    over = p.heads[verb]
    if p.deps[verb] in ("ccomp", "pcomp") and p.lower[over] in ("provided", "providing"):
        return child(p, over, "nsubj", "nsubjpass", "dobj", "agent", "aux", "auxpass") is None
    return p.deps[verb] in ("acl", "ccomp") and p.lower[over] == "condition" and p.deps[over] == "pobj" and p.lower[p.heads[over]] == "on"


def _main(p: Parsed, verb: int) -> tuple[str, int] | None:
    """The word that joins a clause of time to another, and that other's verb."""
    above = p.heads[verb]
    if p.deps[verb] == "relcl" and p.lemmas[above] in _MOMENTS and p.deps[above] == "npadvmod" and is_verb(p, p.heads[above]):
        return "once", p.heads[above]
    mark = child(p, verb, "mark", "advmod")
    if p.deps[verb] != "advcl" or mark is None or p.lower[mark] not in _WAITING:
        return None
    if p.lower[mark] == "as":  # "as soon as", "as long as"
        soon = mark - 1
        if soon < 1 or p.lower[soon] not in ("soon", "long"):
            return None
        above = p.heads[soon] if above == soon else above
    return (p.lower[mark], above) if is_verb(p, above) else None


def _same(p: Parsed, verb: int, main: int) -> bool:
    """Whether those who act in a clause are those of the main one, or a pronoun for them."""
    ours, theirs = grammatical_subject(p, verb), grammatical_subject(p, main)
    return any(p.lower[o] in _PRONOUNS or p.lemmas[o] in {p.lemmas[t] for t in theirs} for o in ours)

"""What is said not to be so: "claims that Chad shelled it are false", "it is not true that ...", "there is no sign that ..."."""

from __future__ import annotations

from memcon.ontology.words import words

from ..claims.attribution import Claim
from ..grammar.dependents import child, is_verb
from ..grammar.parsed import Parsed
from ..grammar.syntax import support
from ..scene import Scene

_ABOUT = ("of", "about", "on")
_IS = ("be", "remain", "prove", "seem", "appear")
_PREDICATE = ("acomp", "attr", "oprd")
_WITHIN = ("obj", "subj", "in", "during", "by", "at")
_CLIMB = 4
_TELLING = frozenset("statement information news story suggestion footage".split())


def called_untrue(p: Parsed, token: int) -> tuple[int, ...]:
    """The words that tell that an act at a token did not take place, as what reports it is untrue; () where no words say so.

    >>> from memcon.reading.parse.parsing import parser
    >>> p = parser().parse("Reports that Chad shelled the camp are false. Claims of a raid in Togo are true.")
    >>> [[p.words[t] for t in called_untrue(p, p.words.index(w))] for w in ("shelled", "raid")]
    [['false'], []]
    """
    verb, how = (token, "") if is_verb(p, token) else support(p, token)
    tops = [token] if verb is None or verb == token or how not in _WITHIN else [token, verb]
    return next((found for top in tops if (found := _of_clause(p, top) or _of_report(p, top) or _corrected(p, top))), ())


def names_untruth(p: Parsed, token: int) -> bool:
    """Whether a word only calls a report untrue, of which the act that is reported tells already: "said no such meeting took place"."""
    if p.lemmas[token] not in words("untrue"):
        return False
    start, end = p.sentences[p.sentence_of[token]]
    return any(token in called_untrue(p, t) for t in range(start, end) if t != token and p.tags[t][:1] in "VN")


def is_no_such(p: Parsed, noun: int) -> bool:
    """Whether a noun stands behind "no such", which points to what was told before."""
    return noun > 1 and p.lower[noun - 1] == "such" and p.lower[noun - 2] == "no" and p.tags[noun] in ("NN", "NNS")


def beside_denial(scene: Scene, covering: tuple[int, ...], untrue: tuple[int, ...]) -> tuple[tuple[int, ...], bool]:
    """The claims of an act whose report is called untrue, those that deny it among them; and whether somebody is named for the report."""
    denials = {n for n, claim in enumerate(scene.claims) if claim.source and denies_report(scene.p, claim, untrue)}
    told = {n for n in covering if n not in denials and scene.claims[n].source and scene.claims[n].stance == "asserts"}
    return tuple(sorted({*denials, *told})), bool(told)


def denies_report(p: Parsed, claim: Claim, untrue: tuple[int, ...]) -> bool:
    """Whether a claim is what calls a report untrue: its words hold those that do, or its cue has them below it."""
    above = {t if p.lemmas[t] in words("dismissing_verbs") else next((a for a in p.ancestors(t) if is_verb(p, a)), t) for t in untrue}
    said = claim.clausal and any(first <= t < end for t in untrue for first, end in claim.content)
    return said or any(first <= t < end for t in above for first, end in claim.cue)


def _of_clause(p: Parsed, top: int) -> tuple[int, ...]:
    """ "It is not true that Chad shelled the camp", "it is pure invention that it did"."""
    above = p.heads[top]
    if p.deps[top] in ("relcl", "acl") and p.deps[above] == "attr" and _is_content(p, top):  # "it was an invention that she met him"
        it = child(p, p.heads[above], "nsubj", "expl")
        told = it is not None and p.lower[it] == "it" and p.lemmas[p.heads[above]] == "be" and p.lemmas[above] in words("untrue")
        return (above,) if told and child(p, p.heads[above], "neg") is None else ()
    if p.deps[top] == "acomp" or p.lemmas[above] != "be" or p.deps[top] not in ("ccomp", "csubj", "advcl") or not is_verb(p, top):
        return ()
    it = child(p, above, "nsubj", "expl")
    if p.deps[top] != "csubj" and (it is None or p.lower[it] != "it"):
        return ()
    found = _judgement(p, above)
    return () if any(p.lemmas[t] == "wrong" for t in found) else found  # "it was wrong that Chad shelled it": it did


def _of_report(p: Parsed, top: int) -> tuple[int, ...]:
    """What is said of the report that tells of an act: of "claims that X", "reports of X"."""
    at = top
    for _ in range(_CLIMB):
        label, above = p.deps[at], p.heads[at]
        if label in ("acl", "relcl", "ccomp") and is_verb(p, at) and (_is_content(p, at) or p.lemmas[above] in words("evidence")):
            return _of_noun(p, above)
        if label in ("pobj", "pcomp") and p.lower[above] in _ABOUT:
            return _of_noun(p, p.heads[above])
        if label not in ("conj", "xcomp", "ccomp") or above == at:
            return ()
        at = above
    return ()


def _corrected(p: Parsed, top: int) -> tuple[int, ...]:
    """The verb by which an earlier text, which is put right, told of an act: "Correction: an earlier version said that Chad had left"."""
    for verb in p.ancestors(top):
        nouns = [c for c in p.children[verb] if p.deps[c] == "nsubj" and p.lemmas[c] in _TEXTS]
        if not is_verb(p, verb) or not any(p.lower[c] in _BEFORE for noun in nouns for c in p.children[noun]):
            continue
        first, end = p.sentences[p.sentence_of[verb]]
        before = p.sentences[p.sentence_of[verb] - 1][0] if p.sentence_of[verb] else first
        if any(p.lower[t].startswith(_WRONG) for t in (*range(first, end), *range(before, min(first, before + 3)))):
            return (verb,)
    return ()


_TEXTS = frozenset("article caption dispatch edition entry headline item post report story tweet version".split())
_BEFORE = ("earlier", "previous", "prior")
_WRONG = ("correct", "incorrect", "mistake", "erroneous", "wrong")


def _is_content(p: Parsed, verb: int) -> bool:
    """Whether a clause behind a noun tells what it says: "claims that Chad did it", not "the claims that Chad made"."""
    return any(p.deps[c] == "mark" for c in p.children[verb])


def _of_noun(p: Parsed, noun: int) -> tuple[int, ...]:
    if p.lemmas[noun] in words("evidence"):
        return _lacking(p, noun)
    if p.lemmas[noun] not in words("accusations") | _TELLING:
        return ()
    before = tuple(c for c in p.children[noun] if p.deps[c] == "amod" and p.lemmas[c] in words("untrue"))
    above = p.heads[noun]
    if before or not is_verb(p, above):
        return before
    if p.deps[noun] in ("dobj", "nsubjpass") and p.lemmas[above] in words("dismissing_verbs"):  # "rejected reports of a raid"
        return () if child(p, above, "neg") is not None else (above,)
    if p.deps[noun] == "nsubjpass":
        return (above,) if p.lemmas[above] in words("untrue") else _called(p, above)
    if p.deps[noun] == "nsubj":
        if p.lemmas[above] in _IS:
            return _judgement(p, above)
        if p.tags[above] == "VBN" and p.lemmas[above] in words("untrue"):  # "called the claim fabricated"
            return (above,)
        if p.lemmas[above] == "correspond" and (negation := child(p, above, "neg")) is not None:  # "do not correspond to reality"
            return (negation, above)
        return _called(p, above)  # "called the report a lie": the parser takes it for a small clause
    return _called(p, above) if p.deps[noun] == "dobj" else ()


def _lacking(p: Parsed, noun: int) -> tuple[int, ...]:
    """The words that tell that there is no evidence of an act: "no sign that", "did not see any sign of"."""
    none = tuple(c for c in p.children[noun] if p.deps[c] in ("det", "amod") and p.lower[c] in ("no", "little"))
    any_ = any(p.lower[c] == "any" for c in p.children[noun])
    negation = child(p, p.heads[noun], "neg") if any_ and p.deps[noun] in ("dobj", "attr", "nsubj") else None
    return none if negation is None else (negation,)


def _judgement(p: Parsed, verb: int) -> tuple[int, ...]:
    """The words behind a verb of being that deny: "false", "not true"."""
    negation = child(p, verb, "neg")
    for c in p.children[verb]:
        if p.deps[c] not in _PREDICATE:
            continue
        held = (c, *(k for k in p.children[c] if p.deps[k] in ("amod", "compound")))
        if any(p.lemmas[h] in words("untrue") for h in held):
            return () if negation is not None else (c,)
        if p.lemmas[c] in words("true") and negation is not None:
            return (negation, c)
    return ()


def _called(p: Parsed, verb: int) -> tuple[int, ...]:
    """What somebody calls a report: "called it fake news", "described it as false"."""
    behind = [c for c in p.children[verb] if p.deps[c] in _PREDICATE]
    for link in p.children[verb]:
        if p.deps[link] == "prep" and p.lower[link] == "as":
            behind += [c for c in p.children[link] if p.deps[c] in ("pobj", "amod", "acomp", "advcl")]
    held = [k for c in behind for k in (c, *(k for k in p.children[c] if p.deps[k] in ("amod", "compound")))]
    found = next((k for k in held if p.lemmas[k] in words("untrue")), None)
    return () if found is None else (found,)

"""Whether an act happened, goes on, is planned, offered, possible or denied (CODEBOOK 1.2).

Read from tense, auxiliaries, negation, conditionals and the words that govern the act (ontology/data/lexicon/governors.tsv), after the
events' factuality profiles of Saurí and Pustejovsky (2012, Computational Linguistics 38:261-299).
"""

from __future__ import annotations

from dataclasses import dataclass

from memcon.ontology.lexicon import Lexicon
from memcon.ontology.words import words

from ..grammar.asked import ONLY_ASKED, asked_whether
from ..grammar.dependents import SUBJECTS, child, is_verb, leaves_open
from ..grammar.noun_phrases import commemorated
from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import RANKS, of_the_first
from ..grammar.syntax import is_passive, support, tense
from ..triggers.absences import absence, stays_away
from ..triggers.deferrals import defers, put_off
from ..triggers.lasting import counted_on, lasting, stands
from ..triggers.retaliation import avenged
from ..triggers.run_out import made_before
from ..triggers.triggers import Trigger
from .at_no_time import at_no_time
from .governors import governed_by_its_clause, governing
from .refusals import refusing

BY_ENCODER = "model:trigger"
"""The rule of an act that the encoder alone has named."""
_POSSIBLE_MODALS = frozenset("may might could can should must ought would 'd ’d".split())
_FUTURE_MODALS = frozenset("will shall 'll ’ll wo".split())
_NARROWING = frozenset("limit confine restrict stop halt deter excuse justify".split())
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Status:
    """A status, the named rule that gave it, the tokens it was read from; `firm` is false when it is only the default of a bare noun."""

    value: str
    rule: str
    tokens: tuple[int, ...]
    firm: bool = True


def status(p: Parsed, trigger: Trigger, lexicon: Lexicon, speech: bool) -> Status:
    """The status of the act that a trigger names; `speech` says that it is an act of words, which happens when it is uttered."""
    if (refusal := refusing(p, trigger, trigger.entry.rule == BY_ENCODER)) is not None:
        return Status("happened", "refusal.not", (refusal,))
    if is_verb(p, trigger.head):
        if trigger.entry.type == "CONSULT" and stays_away(p, trigger.head):
            return _missed(p, (trigger.head,), lexicon)
        found = _verb(p, trigger.head, lexicon, speech and trigger.entry.mode != "investigate", 0)  # inquiries go on, words do not
        own = governing(p, trigger.head, "obj", lexicon) if trigger.entry.type in ("AID", "COOPERATE", "CONSULT") else None
        offers = own is not None and own.status in ("planned", "offered") and trigger.entry.type != "CONSULT"
        undoes = own is not None and own.status == "denied" and trigger.entry.rule == BY_ENCODER  # "cancelled her trip", "called it off"
        if own is not None and (offers or undoes) and found.value in ("happened", "ongoing"):
            return Status(own.status, f"act.{own.words[0]}", (trigger.head,))  # "pledged a million" to be paid
        deferring = trigger.entry.type == "CONSULT" and trigger.entry.rule == BY_ENCODER and defers(p, trigger.head)
        if deferring and found.value == "happened":  # "postponed her trip"
            later = put_off(p, trigger.head)
            return Status("denied", "deferred", (trigger.head,)) if later is None else Status("planned", "deferred", later)
        asked = asked_whether(p, trigger.head) if found.value in ("happened", "ongoing") else None
        return Status("possible", ONLY_ASKED, (asked,)) if asked is not None else found
    if not speech and avenged(p, trigger.head) is not None:
        return Status("happened", "noun.answered", (trigger.head,))  # "vowed to avenge the raid"
    if (trigger.entry.type == "AGREE" or trigger.entry.mode == "ceasefire") and (made := made_before(p, trigger.head)) is not None:
        return Status("happened", "noun.made_before", (made,))
    return _noun(p, trigger, lexicon, speech)


def _verb(p: Parsed, verb: int, lexicon: Lexicon, speech: bool, depth: int) -> Status:
    negation = child(p, verb, "neg")
    if negation is not None and p.lower[negation] in ("not", "n't", "n’t", "never"):
        return Status("denied", "negation.never" if p.lower[negation] == "never" else "negation", (negation,))
    if (never := at_no_time(p, verb)) is not None:
        return Status("denied", "negation.never", (never,))
    if (other := _passed_over(p, verb)) is not None:
        return Status("denied", "negation.instead", other)
    subjects = (s for s in p.children[verb] if p.deps[s] in SUBJECTS)
    if (neither := next((c for s in subjects for c in p.children[s] if p.lower[c] == "neither"), None)) is not None:
        return Status("denied", "negation.neither", (neither,))
    if (nobody := _nobody(p, verb)) is not None:
        return Status("denied", "nobody", (nobody,))
    governed = _governed(p, verb, lexicon, depth)
    if governed is not None:
        return governed
    if _conditional(p, verb):
        mark = child(p, verb, "mark")
        unless = mark is not None and p.lower[mark] == "unless"
        return Status("possible", "conditional.unless" if unless else "conditional.if", (mark or verb,))
    modal = next((c for c in p.children[verb] if p.deps[c] == "aux" and p.tags[c] == "MD"), None)
    if modal is not None:
        word = p.lower[modal]
        if word in _FUTURE_MODALS:
            return Status("planned", "modal.will", (modal,))
        if word in ("would", "'d", "’d") and not _has_if(p, verb):
            have = next((c for c in p.children[verb] if p.deps[c] == "aux" and c > modal and p.lemmas[c] == "have"), None)
            return Status("planned", "modal.would", (modal,)) if have is None else Status("possible", "modal.would_have", (modal, have))
        if word == "should" and p.deps[verb] == "ccomp" and p.lemmas[p.heads[verb]] in ("agree", "decide", "resolve"):
            return Status("planned", "modal.agreed", (p.heads[verb], modal))
        if word in _POSSIBLE_MODALS:
            return Status("possible", f"modal.{word.strip(chr(39))}", (modal,))
    label, head, tag = p.deps[verb], p.heads[verb], p.tags[verb]
    if label == "ccomp" and tag == "VB" and p.lemmas[head] in words("wishing_verbs") and _is_subjunctive(p, verb):
        return Status("offered" if p.lemmas[head] in _PROPOSING else "possible", "mood.subjunctive", (head,))
    auxiliaries = [c for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")]
    to = any(p.tags[c] == "TO" for c in auxiliaries)
    if to and label in ("xcomp", "ROOT", "conj") and p.lemmas[head] == "be" and p.tags[head] in ("VBZ", "VBP", "VBD"):
        return Status("planned", "is_to", (head, verb))
    if to and (first := of_the_first(p, verb)) is not None and depth < _DEPTH:
        upper = _verb(p, first, lexicon, True, depth + 1)
        return upper if upper.value != "happened" else Status("happened", "purpose.reached", (first,))
    if to and label in ("advcl", "acl", "relcl", "xcomp", "ccomp", "ROOT", "conj") and depth < _DEPTH:
        if label in ("xcomp", "ccomp", "conj") and is_verb(p, head):
            return _verb(p, head, lexicon, False, depth + 1)
        if label == "advcl" and is_verb(p, head) and (p.tags[head] in ("VBD", "VBN") or _came_then(p, head)):
            reached = _reached(p, verb, head)
            if reached is not None:
                return Status("happened", "purpose.reached", (reached,))
            if speech and p.lemmas[head] not in {*words("travel_verbs"), "send", "dispatch", "come"}:
                return Status("happened", "purpose.said", (head,))  # "rallied to demand talks", "took the floor to accuse X"
            return Status("planned", "purpose.to", (verb,), firm=False)
        return Status("planned", "infinitive.main" if label == "ROOT" and child(p, verb, "nsubj") else "infinitive.to", (verb,))
    alike = tag in ("VB", "VBN", "VBG") or (tag == "VBD" and _shares_auxiliaries(p, verb, head))
    if label == "conj" and is_verb(p, head) and not auxiliaries and alike and depth < _DEPTH:
        return _verb(p, head, lexicon, speech, depth + 1)
    if (going_on := lasting(p, verb, auxiliaries, speech)) is not None:
        return Status("ongoing", *going_on)
    if tag == "VBG":
        being = next((p.lemmas[c] for c in auxiliaries), "")
        if being == "be" and not speech:
            past = any(p.tags[c] == "VBD" for c in auxiliaries)
            return Status("ongoing" if not past else "happened", "tense.progressive", tuple(auxiliaries))
        if label == "ROOT" and not auxiliaries and child(p, verb, "nsubj") is not None and not speech:
            return Status("ongoing", "tense.headline", (verb,))  # "Syria pressing Cyprus over arms ship"
        if label in ("advcl", "xcomp", "acl", "ccomp") and is_verb(p, head) and depth < _DEPTH and not speech:
            return _verb(p, head, lexicon, speech, depth + 1)
        if label == "pcomp" and p.lower[head] in ("before", "without") and is_verb(p, p.heads[head]) and depth < _DEPTH and not speech:
            upper = _verb(p, p.heads[head], lexicon, speech, depth + 1)  # "is to ask parliament before attacking Chad"
            return upper if upper.value in ("planned", "possible", "offered") else Status("happened", "tense.participle", (verb,))
        return Status("happened", "tense.participle", (verb,))
    counted = counted_on(p, verb) if not speech else None
    if counted is not None:
        return Status("ongoing", "aspect.counted", (counted,))
    now = verb if tag in ("VBZ", "VBP") else stands(p, verb)
    if now is not None and not speech and p.lemmas[verb] in words("lasting_verbs"):
        return Status("ongoing", "tense.present", (now,))
    return Status("happened", f"tense.{tag}", (verb,))


def _nobody(p: Parsed, verb: int) -> int | None:
    """The word by which nobody does or undergoes what a verb tells: "no Peruvian soldier crossed it", "none of its aircraft bombed it"."""
    for s in (c for c in p.children[verb] if p.deps[c] in SUBJECTS):
        if p.lower[s] in ("none", "nobody", "neither"):
            return s
        signed = p.lemmas[s] in ("deal", "agreement") and p.lemmas[verb] in words("signing_verbs")
        if (no := _no(p, s)) is not None and (p.lemmas[s] not in words("what_is_not_there") or signed):
            return no
    return None


def _no(p: Parsed, noun: int) -> int | None:
    return next((c for c in p.children[noun] if p.deps[c] == "det" and p.lower[c] == "no"), None)


def _missed(p: Parsed, words_of_absence: tuple[int, ...], lexicon: Lexicon) -> Status:
    """The status of an occasion for those who are not there: denied, or open where that is open ("may skip the summit")."""
    verb = words_of_absence[0]
    upper = _verb(p, verb, lexicon, False, 1) if len(words_of_absence) == 1 else None
    return Status("possible" if upper is not None and upper.value == "possible" else "denied", "absent", words_of_absence)


def _passed_over(p: Parsed, verb: int) -> tuple[int, int] | None:
    """The words that tell of what was not done as something else was: "went home instead of meeting him", "wrote rather than call"."""
    first = min((c for c in p.children[verb] if c < verb and p.deps[c] in ("aux", "advmod", "neg")), default=verb)
    before = tuple(w.lower() for w in p.words[max(0, first - 2) : first])
    return (first - 2, first - 1) if before in (("instead", "of"), ("rather", "than")) else None


def _came_then(p: Parsed, verb: int) -> bool:
    """Whether a participle tells what came next or before: "met Rey before flying to Lima to meet Fox"."""
    link = p.heads[verb]
    return p.tags[verb] == "VBG" and p.deps[verb] == "pcomp" and p.lower[link] in ("before", "after") and p.tags[p.heads[link]] == "VBD"


def _shares_auxiliaries(p: Parsed, verb: int, first: int) -> bool:
    """Whether a form that looks like a past stands behind another's auxiliaries: "would have shelled Togo and killed ten men"."""
    own = any(p.deps[c] in ("nsubj", "nsubjpass") for c in p.children[verb])
    return not own and p.tags[first] == "VBN" and any(p.tags[c] == "MD" for c in p.children[first] if p.deps[c] == "aux")


_PROPOSING = frozenset(("propose", "suggest", "recommend"))


def _is_subjunctive(p: Parsed, verb: int) -> bool:
    """Whether a clause tells what someone wants: "suggested that Chile host the talks"."""
    kin = p.children[verb]
    return any(p.deps[c] == "nsubj" for c in kin) and not any(p.deps[c] == "aux" for c in kin)


def _has_if(p: Parsed, verb: int) -> bool:
    clauses = [c for c in p.children[verb] if p.deps[c] == "advcl"]
    return any(p.lower[g] in ("if", "unless") for c in clauses for g in p.children[c] if p.deps[g] == "mark")


def _conditional(p: Parsed, verb: int) -> bool:
    """Whether the verb stands inside an "if" clause."""
    at = verb
    for _ in range(4):
        mark = child(p, at, "mark")
        if mark is not None and p.lower[mark] in ("if", "unless", "whether"):
            return p.deps[at] == "advcl" or p.lower[mark] == "whether"
        if p.deps[at] not in ("conj", "xcomp", "ccomp") or p.heads[at] == at:
            return False
        at = p.heads[at]
    return False


def _governed(p: Parsed, token: int, lexicon: Lexicon, depth: int) -> Status | None:
    """The status that a governing verb, noun or adjective gives to what hangs on it."""
    if depth >= _DEPTH:
        return None
    above = _above(p, token, lexicon, depth)
    if above is not None and above.value == "denied":
        return above
    for c in p.children[token]:  # "reportedly", "possibly", "likely to"
        if p.deps[c] in ("advmod", "amod", "det"):
            for governor in lexicon.governors.get(p.lower[c], ()):
                if governor.construction in ("mod", "any") and governor.pos == "a" and governor.status not in ("same", "happened"):
                    return Status(governor.status, f"governor.{governor.words[0]}", (c,))
    return above


def _above(p: Parsed, token: int, lexicon: Lexicon, depth: int) -> Status | None:
    """What the word above an act says of it ("plans to visit", "cancelled the visit", "an offer to mediate")."""
    label, head = p.deps[token], p.heads[token]
    construction = {"xcomp": "xcomp", "ccomp": "ccomp", "dobj": "obj", "nsubjpass": "obj", "acl": "xcomp", "advcl": "xcomp"}.get(label)
    above, infinitive = head, any(p.tags[c] == "TO" for c in p.children[token])
    if label == "relcl" and p.tags[token] == "VB" and infinitive:
        construction = "xcomp"  # "no reason to withdraw"
    if label in ("pobj", "pcomp"):
        construction, above = f"prep:{p.lower[head]}", p.heads[head]
    if construction is None or above == token or (label == "advcl" and not infinitive):
        return None
    if (governor := governing(p, above, construction, lexicon)) is None:
        return None
    if p.lower[above] in ("able", "unable") and tense(p, p.heads[above]) in ("past", "perfect", "pluperfect"):
        missed = p.lower[above] == "unable" or child(p, p.heads[above], "neg") is not None
        return Status("denied" if missed else "happened", f"governor.was_{p.lower[above]}", (above,))  # "were able to leave"
    value = governor.status
    if p.lower[above] in ("allowed", "permitted") and is_passive(p, above) and _is_past(p, above) and child(p, above, "neg") is None:
        return Status("happened", f"governor.was_{p.lower[above]}", (above,))  # "was allowed to see the prisoner"
    if is_verb(p, token) and is_verb(p, above) and leaves_open(p, above):
        return Status("possible", "governor.open", (above,))  # "neither confirmed nor denied that Rey had left"
    if is_verb(p, above):
        negation = child(p, above, "neg")
        if negation is not None and value in ("planned", "offered", "possible", "happened", "ongoing"):
            goes_on = p.lemmas[above] in ("stop", "cease", "quit")  # "did not stop shelling it"
            return Status("happened" if goes_on else "denied", f"governor.not_{governor.words[0]}", (negation, above))
        if negation is not None and value == "denied":  # "did not rule out talks"
            return Status("possible", f"governor.open_{governor.words[0]}", (negation, above))
        if value in ("happened", "ongoing", "same"):
            upper = _verb(p, above, lexicon, False, depth + 1)
            if upper.value != "happened" or value == "same":
                return upper
        if value == "denied":
            upper = _verb(p, above, lexicon, False, depth + 1)
            if upper.value in ("planned", "possible", "denied"):  # "declined to rule it out"
                return Status("possible", upper.rule, upper.tokens)
    elif value == "same":
        return _governed(p, above, lexicon, depth + 1)
    elif value in ("planned", "possible", "offered") and (no := _no(p, above)) is not None:  # "there are no plans to lift it"
        return Status("denied", "governor.no", (no, above))
    return Status(value, f"governor.{'_'.join(governor.words)}", (above,))


def _is_past(p: Parsed, verb: int) -> bool:
    """Whether a passive is told of the past: "was allowed", "had been allowed"; not "will be allowed", "has asked to be allowed"."""
    helpers = [p.lower[c] for c in p.children[verb] if p.deps[c] in ("aux", "auxpass")]
    return bool(helpers) and helpers[0] in ("was", "were", "had") and not any(p.lower[c] in ("would", "to") for c in p.children[verb])


def _noun(p: Parsed, trigger: Trigger, lexicon: Lexicon, speech: bool) -> Status:
    noun = trigger.head
    if trigger.entry.type == "CONSULT" and (away := absence(p, noun)) is not None:
        return _missed(p, away, lexicon)
    if commemorated(p, noun):
        return Status("happened", "remembered", (p.heads[p.heads[noun]],))
    if (later := put_off(p, noun)) is not None:
        return Status("planned", "deferred", later)
    if (no := _no(p, noun)) is not None:
        return Status("denied", "negation.never" if p.lower[no + 1] == "such" and not speech else "negation.no", (no,))
    governed = _governed(p, noun, lexicon, 0)
    if governed is not None and speech and (governed.value == "denied" or governed.rule == "governor.accept"):  # what is answered was said
        return Status("happened", "presupposed", governed.tokens)
    if governed is not None:
        return governed
    if not speech and (open_ := governed_by_its_clause(p, noun, lexicon)) is not None:
        return Status(open_[0].status, f"governor.{'_'.join(open_[0].words)}", (open_[1],))
    verb, how = support(p, noun)
    if verb is not None and is_verb(p, verb) and how in ("obj", "subj", "attr", "for", "in", "into", "to"):
        upper = _verb(p, verb, lexicon, speech, 1)
        if how in ("for", "to") and upper.value == "happened" and p.lemmas[verb] in words("travel_verbs"):
            return Status("planned", "destination.for", (verb,))
        if (
            how == "subj"
            and p.lemmas[noun] in words("lasting_nouns")
            and p.lemmas[verb] in words("beginnings")
            and upper.value == "happened"
            and not any(p.deps[c] == "advcl" and any(p.lower[g] == "when" for g in p.children[c]) for c in p.children[verb])
        ):  # not "fighting erupted when a patrol came upon rebels"
            return Status("ongoing", "aspect.begun", (verb,))
        if upper.rule == "nobody" and how == "obj" and p.deps[noun] == "pobj":  # "nobody claimed responsibility for the raid"
            upper = Status("happened", "noun.bare", (noun,), firm=False)
        if upper.rule.startswith("negation") and how == "obj" and p.lemmas[verb] in _NARROWING:  # "did not limit its raids to the border"
            upper = Status("happened", "noun.bare", (noun,), firm=False)
        done = words("looking_back_verbs") | (words("lifting_verbs") if trigger.entry.type in ("COERCE", "SANCTION") else frozenset())
        if how == "obj" and p.lemmas[verb] in done and upper.value in ("planned", "possible", "offered"):
            upper = Status("happened", "noun.bare", (noun,), firm=False)  # "will investigate the raids", "is to lift the ban"
        nobody = how == "in" and p.lemmas[verb] in ("take", "participate") and upper.rule == "nobody"  # "no troops took part in the raid"
        tells = nobody or how in ("obj", "attr", "into") or (how == "subj" and p.lemmas[verb] in words("occurrences"))
        if upper.value != "happened" and tells:
            return upper
        if how == "obj" and p.lemmas[verb] in words("light_verbs"):
            return upper
    if verb is not None and is_verb(p, verb) and how in ("during", "at"):  # "will discuss trade during its visit"
        upper = _verb(p, verb, lexicon, False, 1)
        if upper.value == "planned" and upper.rule in ("modal.will", "modal.would", "is_to"):
            return Status("planned", "occasion.planned", upper.tokens, firm=False)
    if p.lemmas[noun] in words("lasting_nouns") and not speech and not p.tags[noun].startswith("NNP"):  # not "the Vietnam War"
        return Status("ongoing", "aspect.lasting", (noun,), firm=False)
    return Status("happened", "noun.bare", (noun,), firm=False)


def _reached(p: Parsed, verb: int, above: int) -> int | None:
    """The word that shows that an aim was reached: what was done there ("to fly to X, where he sat ..."), or "became the first to"."""
    start, end = p.edges[verb]
    for token in range(start, end):
        if p.deps[token] == "relcl" and p.tags[token] == "VBD" and any(p.lower[c] == "where" for c in p.children[token]):
            return token
    if p.lemmas[above] == "emerge" and p.tags[above] == "VBD":  # "emerged after an hour to sign a declaration"
        return above
    if p.lemmas[above] in ("become", "be"):
        for noun in (c for c in p.children[above] if p.deps[c] == "attr"):
            return next((c for c in p.children[noun] if p.lemmas[c] in RANKS), None)
    return None

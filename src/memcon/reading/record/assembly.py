"""Joined mentions -> events of the record, each value with its span or its entry in the evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from memcon import times
from memcon.codes import codes_of
from memcon.model import Event, Evidence, Order, Party, Source, Span, When, Where
from memcon.ontology.codebook import codebook
from memcon.ontology.words import words
from memcon.times import Timex

from ..acts.acts import Act
from ..acts.kinds_of_aid import kind_of_aid
from ..coreference.cast import Cast
from ..coreference.identities import Identified
from ..coreference.offices import OfficeThen
from ..encoder.coding import BY_MODE, JUDGED
from ..filling.confidence import confidence
from ..filling.likely_setting import BY as BY_SETTING
from ..grammar.dependents import is_verb
from ..grammar.parsed import Parsed, unbroken
from ..grammar.syntax import support
from ..joining.group import Group
from ..joining.same_event import BY as SAME_EVENT
from ..parties.entity import Entity
from ..parties.mention import Mention
from ..roles.filled import BY_AROUND, HEARD, Filled
from ..setting.dated_entries import OF_ENTRY
from ..setting.dating import Dated, specificity
from ..setting.place_phrases import Spot
from ..setting.placing import span, within_the_first
from ..triggers.called import called
from .details import position, purposes, topics
from .owners import BY as BY_OWNER
from .owners import SURE as SURE_OF_OWNER
from .owners import Owners
from .party_words import party_words, whole_name
from .summary import summary
from .sureness import of_mode, of_role, of_status, sureness

_ROLE_ORDER = ("actor", "recipient", "companion", "interpreter", "requested_by", "coordinated_with", "beneficiary")


def event(
    p: Parsed,
    number: int,
    group: Group,
    cast: Cast,
    identities: Mapping[int, Identified],
    office_then: OfficeThen,
    told_by: tuple[tuple[Source, ...], list[Evidence]],
    orders: Sequence[tuple[str, int]],
    duration: Timex | None,
    published: str | None,
) -> Event:
    """One event of the record. `orders` holds (relation, number of the other event)."""
    owners = Owners(p, cast, identities)
    sources, told = tuple(owners.of_source(one) for one in told_by[0]), told_by[1]
    lead = group.lead
    triggers = tuple(sorted({span for a in group.acts for span in _all_words(p, a)}))
    done = lead.status.value in ("happened", "ongoing")
    said = lead.status.rule in _DONE or (group.type in codebook().speech and lead.status.rule in _TOLD)  # "calls a summit for Friday"
    whens = [d for d in _whens(p, group) if not (_is_later(d, published) and (said or (done and d.p is not None)))]
    if lead.status.value in _TO_COME:  # "will investigate who shot down the plane in 1994"
        whens = [d for d in whens if not _is_over(d.edtf, published)]
    when = _when(p, whens[0]) if whens else None
    parties, evidence = _parties(p, group, cast, owners, identities, lambda who: office_then(who, when.edtf) if when else who)
    of_it = [a for a in group.acts if a.mode == group.mode]
    first = next((a for a in of_it if a.trigger.entry.mode == a.mode), of_it[0] if of_it else group.acts[0])
    sure_of_it = round(confidence(p, group), 3)
    evidence.insert(0, Evidence("/type", (_words(p, group.acts[0]),), group.acts[0].rule, sure_of_it))
    for act in group.acts:
        if (sure := group.likely.get(act.trigger.head)) is not None:
            evidence.append(Evidence(f"/triggers/{triggers.index(_words(p, act))}", (_words(p, act),), SAME_EVENT, round(sure, 3)))
    if group.mode:
        evidence.insert(1, _of_the_mode(p, group, first))
    status, rule, spans = _status(p, group, sources, when, published)
    by = rule if rule == JUDGED else f"rule:{rule}"
    evidence.append(Evidence("/status", spans, by, sureness("status", of_status(group, status, rule), group)))
    stand = next((found for a in group.acts if (found := position(p, a.trigger))), None) if group.type == "VOTE" else None
    if stand is not None:
        evidence.append(Evidence("/position", tuple(p.span(t, t) for t in stand[1]), "rule:position", 0.8))
    spots = [s for a in group.acts for s in a.spots]
    if group.mode == "arrest":  # "was held in the county jail after her arrest in X"
        spots.sort(key=lambda s: p.lemmas[s.end - 1].lower() in words("jails"))
    spots = within_the_first(spots)
    where = _where(p, spots[0]) if spots else None
    if where is not None and spots:
        how = spots[0].place.how
        by = how if ":" in how else f"rule:place.{how}"  # the gazetteer says itself by which of its rules
        evidence.append(Evidence("/where", (where.span,), by, round(spots[0].place.score, 3)))
    setting = (("/when", when, whens[0].p if whens else None), ("/where", where, spots[0].p if spots else None))
    evidence += [Evidence(at, (one.span,), BY_SETTING, round(sure, 3)) for at, one, sure in setting if one is not None and sure is not None]
    if duration is not None:
        evidence.append(Evidence("/duration", (Span.of(p.text, duration.start, duration.end),), f"times:{duration.rule}", 0.9))
    one = Event(
        id=f"e{number + 1}",
        type=group.type,
        mode=group.mode,
        status=status,
        triggers=triggers,
        participants=tuple(parties),
        when=when,
        when_other=tuple(replace(_when(p, d), contradicts=not _share_a_day(d, whens[0])) for d in whens[1:]),
        order=tuple(Order(relation, f"e{other + 1}") for relation, other in orders),
        where=where,
        position=stand[0] if stand else None,
        duration=duration.value if duration is not None else None,
        about=topics(p, group),
        purpose=purposes(p, group),
        sources=sources,
        evidence=(*evidence, *told),
        confidence=sure_of_it,
    )
    coded = codes_of(one, _sentence(p, group))
    ruled = tuple(Evidence(f"/codes/{c.scheme}", (), f"table:{c.rule}", 1.0) for c in coded)
    return replace(one, summary=summary(one), codes=tuple(c.code for c in coded), evidence=(*one.evidence, *ruled))


def _sentence(p: Parsed, group: Group) -> str:
    """The sentence of the first mention, in which other schemes look for words that they tell apart."""
    start, end = p.sentences[p.sentence_of[group.acts[0].trigger.head]]
    return p.span(start, end - 1).quote


def _adjacent(act: Act) -> bool:
    tokens = act.trigger.tokens
    return tokens[-1] - tokens[0] < len(tokens) + 2


def _words(p: Parsed, act: Act) -> Span:
    tokens = act.trigger.tokens
    return p.span(tokens[0], tokens[-1]) if _adjacent(act) else p.span(act.trigger.head, act.trigger.head)


def _all_words(p: Parsed, act: Act) -> tuple[Span, ...]:
    """The words of an act, with what a verb of naming calls its object: "called" and "war crime"."""
    named = called(p, act.trigger.head) if act.type in codebook().speech | {"SUPPORT"} else None
    return (_words(p, act), *((p.span(*named),) if named is not None else ()))


def _of_the_mode(p: Parsed, group: Group, act: Act) -> Evidence:
    """What the event's mode was read from: the encoder, or what gave its type."""
    kind, words_for_it = kind_of_aid(p, act.trigger)
    spans, by = (_words(p, act),), act.rule
    if words_for_it and kind == act.mode:
        spans, by = (p.span(words_for_it[0], words_for_it[-1]),), "rule:aid.kind"
    elif act.trigger.coded is not None and act.trigger.remoded and act.mode == act.trigger.entry.mode:
        by = BY_MODE
    return Evidence("/mode", spans, by, sureness("mode", of_mode(group, act, by), group))


def _begun(p: Parsed, act: Act, lead: Act) -> list[Dated]:
    """The times of an act that goes on, open where they only tell when it began: "the shelling began on Monday".

    Of a war without a day of its own that is the day of what was done in it: "troops crossed the border on Monday".
    """
    head = act.trigger.head
    verb = p.heads[head] if p.deps[head] == "xcomp" else None if is_verb(p, head) else support(p, head)[0]
    opens = verb is not None and p.lemmas[verb] in ("begin", "start") and p.tags[verb] == "VBD"
    opens = opens or (not lead.dates and act.status.value == "happened" and act.status.firm)
    return [replace(d, edtf=f"{d.edtf}/..") if opens and "/" not in d.edtf else d for d in act.dates]


def _whens(p: Parsed, group: Group) -> list[Dated]:
    """The distinct times, the most specific first; coarser ones that hold it are not stated again."""
    found: list[Dated] = []
    over = any(a.status.value == "happened" for a in group.acts if a.status.firm)  # "fighting began when a strike killed him"
    going_on = group.status == "ongoing" and not (over and group.lead.dates)
    told = [d for a in group.acts for d in (_begun(p, a, group.lead) if going_on else a.dates)]
    for one in sorted(told, key=lambda d: (-specificity(d.edtf), d.start)):
        if all(one.edtf != f.edtf and not f.edtf.startswith(one.edtf) for f in found):
            found.append(one)
    still = next((f for f in found if f.edtf.endswith("/..")), None)
    if still is not None and group.status == "ongoing":  # what goes on has a start and no end
        found = [still, *(f for f in found if f is not still)]
    if found and specificity(found[0].edtf) >= 3:
        found = [found[0], *(f for f in found[1:] if specificity(f.edtf) >= 3)]
    return found


# What a verb in the past tells is done; a later day beside it is another act's.
_DONE = ("tense.VBD", "tense.VBN")
_TOLD = ("tense.VBZ", "tense.VBP")  # of words, which are said when they are told of
_TO_COME = ("planned", "offered")


def _is_later(dated: Dated, published: str | None) -> bool:
    start = dated.edtf.split("/")[0]
    return published is not None and start not in ("", "..") and start[:10] > published[: len(start[:10])]


_BESIDE = 12  # characters: "the 2003 war", "the war of 2003"; not "the war, launched in 2015"


def _is_long(when: When) -> bool:
    """Whether a time is a year or a stretch, and not a day on which something may have begun."""
    return "/" in when.edtf or len(when.edtf) == len("2022")


def _is_over(edtf: str, published: str | None) -> bool:
    """Whether a time ended in a year before publication."""
    end = edtf.rsplit("/", maxsplit=1)[-1]
    return published is not None and end not in ("", "..") and end[:4] < published[:4]


def _ends_before(edtf: str, published: str | None) -> bool:
    """Whether a day was over when the report was published."""
    return published is not None and edtf[:10] < published[: len(edtf[:10])]


def _share_a_day(one: Dated, other: Dated) -> bool:
    try:
        return times.interval(one.edtf).overlaps(times.interval(other.edtf))
    except ValueError:
        return True


def _when(p: Parsed, dated: Dated) -> When:
    return When(dated.edtf, Span.of(p.text, dated.start, dated.end), dated.how)


def _where(p: Parsed, spot: Spot) -> Where:
    place = spot.place
    if spot.row is not None:  # of no one place but of the first
        return Where(spot.row[0], span(p, spot), place.place, place.country, place.lat, place.lon)
    return Where(place.name, span(p, spot), place.place, place.country, place.lat, place.lon, place.geonames)


def _status(
    p: Parsed, group: Group, sources: tuple[Source, ...], when: When | None, published: str | None
) -> tuple[str, str, tuple[Span, ...]]:
    """The event's status, its rule and words. A day after publication cannot have happened; a claim that all sources deny did not."""
    lead = group.lead
    value, rule, tokens = lead.status.value, lead.status.rule, lead.status.tokens
    spans = tuple(p.span(t, t) for t in tokens)
    told = lead.asserted and not lead.claims and lead.status.firm  # by the report: "an attack killed ten. The rebels denied a part"
    told = told or (bool(group.denied_by) and not lead.claims)
    if sources and not told and all(s.stance == "denies" for s in sources) and value in ("happened", "ongoing", "planned", "offered"):
        return "denied", "source.denies", tuple(s.cue for s in sources if s.cue is not None)[:1] or spans
    if when is not None and value in ("happened", "ongoing") and _is_later(Dated(when.edtf, 0, 0, ""), published):
        return "planned", "date.after_publication", (when.span,)
    noun = p.span(lead.trigger.head, lead.trigger.head)
    shown = rule == JUDGED and value == "planned" and p.tags[lead.trigger.head] in ("VBZ", "VBP")
    if shown and when is not None and when.how.endswith(OF_ENTRY) and _ends_before(when.edtf, published):
        return "happened", "date.over", (when.span,)  # a chronicle tells what was done as if it was being done
    if (
        when is not None
        and rule == "aspect.lasting"
        and abs(when.span.start - noun.start) <= _BESIDE
        and _is_long(when)
        and _is_over(when.edtf, published)
    ):
        return "happened", "date.over", (when.span,)
    return value, rule, spans


def _parties(
    p: Parsed, group: Group, cast: Cast, owners: Owners, identities: Mapping[int, Identified], then: Callable[[Identified], Identified]
) -> tuple[list[Party], list[Evidence]]:
    chosen: dict[tuple[str, int], Filled] = {}
    for act in group.acts:
        for filled in act.parties:
            if act.bare and act is not group.acts[0] and filled.role == "recipient":
                continue  # "..., he told reporters" adds no addressee to what is said better before
            chosen.setdefault((filled.role, filled.entity), filled)
    for one in [k for k in chosen if _told_closer(group, cast, identities, *k)]:
        del chosen[one]
    undergoes = {e for r, e in chosen if r == "recipient"}
    for one in [k for k, f in chosen.items() if k[0] == "actor" and f.slot in ("between", "among") and k[1] in undergoes]:
        del chosen[one]  # "the war between X and Y" does not say who attacked; another mention does
    principal = {e for r, e in chosen if r == "actor"}
    parties: list[Party] = []
    evidence: list[Evidence] = []
    for role in _ROLE_ORDER:
        for (r, number), filled in chosen.items():
            if r != role or (role == "recipient" and number in principal):
                continue
            at = f"/participants/{len(parties)}"
            mention = _mention_span(p, cast, filled)
            known = then(identities[number])
            entity = cast.entities[number]
            told = entity.named or any(m.head == filled.token and m.form == "pronoun" for m in entity.mentions)
            name = whole_name(p, entity, known) if told else unbroken(mention.quote)
            name, whose = (name, ()) if entity.named else owners.told(name, mention)
            government = _stands_for_government(cast, filled)
            sector = "GOV" if entity.kind == "state" and government else known.sector
            parties.append(Party(role, name, known.kind, mention, f"x{number + 1}", known.wikidata, known.country, sector, known.office))
            by = BY_AROUND if filled.slot == HEARD else f"rule:role.{filled.slot}"
            evidence.append(Evidence(f"{at}/role", (mention,), by, sureness("role", of_role(p, group, cast, filled), group)))
            if known.wikidata or known.country or sector or known.office or not entity.named:
                evidence.append(Evidence(at, (mention,), known.by, known.p))
            if whose:
                evidence.append(Evidence(f"{at}/name", whose, BY_OWNER, SURE_OF_OWNER))
    return parties, evidence


def _told_closer(group: Group, cast: Cast, identities: Mapping[int, Identified], role: str, number: int) -> bool:
    """Whether a state is in a role for those of it whom another mention tells of: "talks with Peru" that were "with Peruvian officials"."""
    if cast.entities[number].kind != "state" or role not in ("actor", "recipient"):
        return False
    others = {n for n in group.of_role(role) if n != number and cast.entities[n].kind in ("group", "organisation")}
    land = identities[number].country
    closer = {n for n in others if not cast.entities[n].named and land is not None and identities[n].country == land}
    beside = {n for a in group.acts if number in a.of_role(role) for n in a.of_role(role)}
    return bool(closer - beside)


def _stands_for_government(cast: Cast, filled: Filled) -> bool:
    """Whether a state is told by its government or its capital: "the Peruvian government", "Lima said"."""
    mention = cast.mention(filled.token)
    noun = mention is not None and mention.form == "noun" and cast.lemma(mention.head) in words("government_nouns")
    return noun or bool(mention and mention.capital)


def _has_name(p: Parsed, mention: Mention) -> bool:
    """Whether a proper name stands in the words of a mention."""
    return any(p.tags[i] in ("NNP", "NNPS") for i in range(mention.first, mention.end))


def _mention_span(p: Parsed, cast: Cast, filled: Filled) -> Span:
    """The words of a party: those here, if they name it; the fullest name in the report for a pronoun, or a noun that says less."""
    mention = cast.mention(filled.token)
    entity: Entity = cast.entities[filled.entity]
    if mention is None or mention.form == "pronoun":
        mention = entity.best if entity.named else entity.before(filled.token)
    elif len(cast.of(filled.token)) > 1:  # "Chilean and Peruvian officials": of each its own word
        below = set(p.subtree(mention.head))
        own = (m for m in entity.mentions if m.head in below and m.head != mention.head and m.form != "pronoun")
        mention = next(own, mention)
    elif not entity.named and not _has_name(p, mention) and _has_name(p, entity.best):
        mention = entity.best  # "police" after "Jerusalem police"
    return party_words(p, mention)

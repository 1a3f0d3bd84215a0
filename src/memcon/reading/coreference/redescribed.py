"""Who is told again by his past, his age or where he was born: "Envoy Ivan Rey landed in Lima. The retired general met Ann Lee"."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ontology.words import words

from ..grammar.parsed import Parsed
from ..grammar.relative_clauses import told_apart
from ..parties.entity import Entity
from ..parties.mention import Mention
from .genders import gender_of, noun_gender

_PASTS = frozenset(("former", "retired", "veteran", "career", "seasoned", "longtime", "one-time", "onetime", "born", "turned"))
_SUBJECTS = ("nsubj", "nsubjpass")
_AT_THE_TOP = frozenset("president premier prime king queen emir sultan chancellor pope".split())


def redescribed(p: Parsed, entities: Sequence[Entity], mention: Mention) -> Entity | None:
    """The person told of in the sentence before whom the subject of a sentence describes in new words; None where it may be another.

    That is who bears the office that they name, or its subject, or the only one of those named there who is in no highest office.

    >>> from memcon.reading.pipeline import Report, read
    >>> record = read(Report("r", "Envoy Ivan Rey landed in Lima. The retired general met Ann Lee.", published="2022-03-05"))
    >>> [p.name for e in record.events for p in e.participants]
    ['Ivan Rey', 'Ivan Rey', 'Ann Lee']
    """
    head = mention.head
    if mention.kind != "person" or mention.plural or p.lower[mention.first] != "the" or p.deps[head] not in _SUBJECTS:
        return None
    inside = range(mention.first + 1, head + 1)
    aged = any(p.lower[t] == "old" and p.lower[t - 1] == "-" for t in inside)
    here = p.sentence_of[head]
    if not here or not (aged or any(p.lower[t] in _PASTS for t in inside)) or told_apart(p, head, "relcl", "acl", "appos", "conj"):
        return None
    if any(p.tags[t] == "POS" for t in inside) or mention.first > p.sentences[here][0] + 1:
        return None
    told: dict[int, list[Mention]] = {}
    for entity in entities:
        for m in entity.mentions if entity.kind == "person" and entity.named else ():
            if p.sentence_of[m.head] == here - 1:
                told.setdefault(entity.number, []).append(m)
    if len(told) > 1 and told_apart(p, head, "prep"):
        return None  # "the former mayor of Lima" may be another
    fit = [n for n in told if _can_be(p, entities[n], mention)]
    fit = [n for n in fit if p.lemmas[head] in entities[n].titles] or fit
    doing = [n for n in fit if any(p.deps[m.head] == "nsubj" and p.deps[p.heads[m.head]] == "ROOT" for m in told[n])]
    chosen = doing if len(doing) == 1 else fit
    return entities[chosen[0]] if len(chosen) == 1 else None


def _can_be(p: Parsed, entity: Entity, mention: Mention) -> bool:
    """Whether nothing known of somebody speaks against new words for him: a high office he holds, gender, an office he did not hold."""
    noun = p.lemmas[mention.head]
    asked, gender = noun_gender(noun), entity.gender or gender_of(p, entity).gender
    if (asked and gender and asked != gender) or (entity.titles & _AT_THE_TOP and "former" not in entity.titles):
        return False
    known = any(m.identity and m.identity.wikidata and not m.identity.how.endswith("unverified") for m in entity.mentions)
    return not known or noun not in words("office_nouns") - words("ranks") or noun in entity.was.split()

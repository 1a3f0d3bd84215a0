"""Report -> Record: the order of the steps, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from memcon import times
from memcon._version import __version__
from memcon.actors import registry
from memcon.coder import available, coder
from memcon.model import MadeBy, Record, Report
from memcon.ontology.lexicon import lexicon
from memcon.places import gazetteer

from .acts.acts import acts
from .acts.attendance import with_those_present
from .acts.captors import with_captors
from .acts.company import with_company
from .acts.consistency import consistent
from .acts.each_other import both_ways
from .acts.exercises import with_joint_exercises
from .acts.own_victims import to_the_nearest
from .acts.rolls import with_rolls
from .acts.signed_truces import with_signed_truces
from .claims.attribution import claim_heads, claims
from .coreference.cast import Cast
from .coreference.identities import identities
from .coreference.offices import office_then
from .encoder.coding import alike, coded, revised, seen
from .encoder.strikes_of_workers import with_strikes_of_workers
from .filling.aid_received import with_those_aided
from .filling.confidence import confident
from .filling.days_of_what_is_spoken_of import with_days_of_deeds
from .filling.distances import distant
from .filling.heard_recipients import with_heard_recipients
from .filling.inner_parties import without_inner_parties
from .filling.likely_setting import with_likely_setting
from .filling.occasions import on_one_occasion
from .filling.one_sentence import with_those_of_one_sentence
from .filling.possible_places import possible_places
from .filling.released_by import with_captors_letting_go
from .filling.sharing import shared, shared_by_events
from .filling.simultaneity import simultaneous
from .filling.sites_hit import with_sites, without_counts_of_wounded, without_inmates
from .filling.targets import with_targets
from .filling.those_blamed import with_those_blamed
from .filling.those_harmed import with_those_harmed
from .filling.unnamed_places import with_unnamed_places
from .joining.answers import answered, of_the_same, said_to_whom
from .joining.denials import with_denials
from .joining.joining import join
from .joining.mediated import with_sides_of_mediation, with_sides_of_what_was_brokered
from .joining.own_warnings import with_own_warnings
from .joining.responses import responding
from .joining.second_deeds import told_for_two, with_second_deeds
from .joining.sourcing import sources
from .joining.statements import statements, with_cues_of_threats
from .joining.threats_on_terms import with_those_threatened, with_threats_on_terms
from .joining.waves import parts_of_waves
from .parse.headline_lists import headline_list
from .parse.parsing import DEFAULT_MODEL, RULES, parser
from .parties.mentions import Mentions
from .record.assembly import event
from .record.configuration import configuration
from .record.details import durations, orders
from .record.put_together import put_together
from .record.tables import attribution_table, entity_table, place_table, time_table
from .scene import Scene
from .setting.dating import clause_days, date, doings, long_times
from .setting.occasion_places import WORDS
from .setting.place_phrases import spots
from .setting.placing import place
from .setting.rows_of_places import in_rows
from .triggers.hosts import Hosts
from .triggers.left_open import without_left_open
from .triggers.settling import settled
from .triggers.triggers import Surroundings, matched


def read(report: Report, model: str = DEFAULT_MODEL) -> Record:
    """Read one report. The same report, version and model give the same record.

    `model` names a spaCy pipeline; RULES stands for the usual one without the encoder, should its weights be there.

    >>> record = read(Report("r", "Naftali Bennett met Vladimir Putin in Moscow on Saturday.", published="2022-03-05"))
    >>> [(e.type, e.mode, e.status, e.when.edtf) for e in record.events]
    [('CONSULT', 'meeting', 'happened', '2022-03-05')]
    """
    if lines := headline_list(report.text):  # each is of a report of its own
        told = [(start, _read(replace(report, text=report.text[start:end]), model)) for start, end in lines]
        return put_together(report, told)
    return _read(report, model)


def _read(report: Report, model: str) -> Record:
    engine = parser(DEFAULT_MODEL if model == RULES else model)
    words = lexicon()
    parsed = engine.parse(report.text)
    sight = seen(parsed, coder()) if model != RULES and available() else None
    said = claims(parsed, sight.heard() if sight is not None else None)
    mentions = Mentions(parsed, registry(), report.published, gazetteer().is_place)
    cast = Cast(
        parsed, mentions, lambda token: tuple(h for c in said if any(a <= token < b for a, b in c.content) for h in claim_heads(parsed, c))
    )
    named = matched(parsed, words, Surroundings(mentions.kind, mentions.party_class, mentions.country))
    found = [t for t in named if not t.entry.stops] if sight is None else revised(parsed, named, coded(parsed, sight, named))
    found = with_cues_of_threats(parsed, named, with_strikes_of_workers(parsed, found), said, cast)
    found = with_own_warnings(parsed, found, said, cast)
    found = with_threats_on_terms(parsed, found, said, cast)
    found = with_rolls(parsed, without_left_open(parsed, found), cast)
    hosts = Hosts(parsed, found)
    timexes = settled(parsed, times.find(report.text, report.published), report.published)
    places = in_rows(parsed, spots(parsed, mentions, gazetteer()))
    scene = Scene(parsed, words, cast, said, found)
    candidates = acts(scene, date(parsed, timexes, found, hosts), place(parsed, places, found, hosts), clause_days(parsed, timexes))
    candidates = with_signed_truces(parsed, with_joint_exercises(parsed, with_captors(candidates, cast), cast))
    candidates = with_those_present(parsed, with_company(parsed, candidates, cast), cast)
    candidates = to_the_nearest(parsed, consistent(parsed, candidates, cast))
    told = statements(scene, with_those_threatened(parsed, candidates, cast))
    links = [*simultaneous(parsed, told), *distant(parsed, told, timexes)]
    told, second = told_for_two(parsed, shared(told, links), cast, places)
    told, back = both_ways(parsed, told, cast)
    events_told = join(parsed, told, cast, alike(parsed, sight, found) if sight is not None else None)
    events_told = with_second_deeds(with_sides_of_what_was_brokered(parsed, with_sides_of_mediation(events_told)), [*second, *back])
    groups = on_one_occasion(
        scene,
        answered(parsed, parts_of_waves(parsed, shared_by_events(events_told, links))),
        doings(parsed, timexes, cast, {t.head for t in found if t.entry.type not in WORDS and t.entry.type != "CONSULT"}),
        long_times(parsed, timexes),
    )
    groups = with_unnamed_places(parsed, groups, places, mentions)
    groups = with_those_aided(scene, of_the_same(scene, responding(scene, said_to_whom(scene, groups))))
    groups = without_counts_of_wounded(scene, without_inmates(scene, groups))
    groups = with_those_blamed(scene, with_sites(scene, with_those_harmed(scene, with_targets(scene, groups))))
    groups = with_denials(scene, with_heard_recipients(scene, groups))
    groups = with_those_of_one_sentence(parsed, groups, cast)
    groups = confident(parsed, with_captors_letting_go(parsed, without_inner_parties(scene, groups)))
    somewhere = [*places, *possible_places(parsed, groups, places, mentions)]
    groups = with_likely_setting(parsed, groups, timexes, somewhere, cast, report.published)
    groups = with_days_of_deeds(parsed, groups)
    who = identities(parsed, cast)
    then = office_then(registry(), report.published)
    order = orders(parsed, groups)
    lasted = durations(parsed, timexes, hosts)
    number_of = {t.head: n for n, t in enumerate(found)}
    events = tuple(
        event(
            parsed,
            n,
            group,
            cast,
            who,
            then,
            sources(parsed, group, said, cast),
            order.get(n, ()),
            next((lasted[number_of[a.trigger.head]] for a in group.acts if number_of[a.trigger.head] in lasted), None),
            report.published,
        )
        for n, group in enumerate(groups)
    )
    models = ((engine.model_name, engine.model_hash), *([("coder", sight.coder.sha256)] if sight is not None else []))
    return Record(
        report=report,
        events=events,
        attributions=attribution_table(parsed, said, groups),
        times=time_table(timexes),
        places=place_table(parsed, places),
        entities=entity_table(parsed, cast, who),
        made_by=MadeBy(__version__, tuple(sorted(models)), configuration(model)),
    )

"""JSON-LD and FollowTheMoney: rdflib and followthemoney find the events, parties and words in them."""

import io
import json

import pytest
from export_sample import events

from memcon.exports import FORMATS


def written(name: str) -> bytes:
    out = io.BytesIO()
    form = FORMATS[name].to_file
    assert form is not None
    form(events(), out)
    return out.getvalue()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_the_json_ld() -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    graph = rdflib.Graph().parse(data=written("jsonld").decode(), format="json-ld")
    schema, oa, prov = (rdflib.Namespace(one) for one in ("https://schema.org/", "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#"))
    met = rdflib.URIRef("urn:memcon:event:m1")
    assert len(list(graph.subjects(rdflib.RDF.type, schema.Event))) == 5
    assert len(list(graph.objects(met, prov.wasDerivedFrom))) == 3
    assert [day.toPython().isoformat() for day in graph.objects(met, schema.startDate)] == ["2022-03-05"]
    (actor,) = graph.objects(met, schema.actor)
    assert str(graph.value(actor, schema.name)) == "Naftali Bennett"
    assert str(graph.value(actor, schema.sameAs)) == "http://www.wikidata.org/entity/Q41209"
    rows = set()
    for annotation in graph.subjects(oa.hasBody, met):
        target = graph.value(annotation, oa.hasTarget)
        if graph.value(target, oa.hasSource) == rdflib.URIRef("urn:memcon:report:r1"):
            selectors = {graph.value(one, rdflib.RDF.type): one for one in graph.objects(target, oa.hasSelector)}
            quote, position = selectors[oa.TextQuoteSelector], selectors[oa.TextPositionSelector]
            rows.add((str(graph.value(quote, oa.exact)), *(graph.value(position, one).toPython() for one in (oa.start, oa.end))))
    assert ("met", 13, 16) in rows
    assert all(end - start == len(exact) for exact, start, end in rows)


def test_json_ld_needs_no_network_for_its_context() -> None:
    context = json.loads(written("jsonld"))["@context"]
    assert isinstance(context, dict)


@pytest.mark.filterwarnings("ignore")
def test_followthemoney_reads_the_entities() -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    entities = {}
    for line in written("ftm").decode().splitlines():
        data = json.loads(line)
        proxy = ftm.model.get_proxy(data)
        for name, values in data["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values), name
        proxy.schema.validate(data)
        assert data["id"] not in entities
        entities[data["id"]] = proxy
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert entities[value].schema.is_a(prop.range.name)
    assert {proxy.schema.name for proxy in entities.values()} == {
        "Event",
        "Person",
        "PublicBody",
        "Organization",
        "Article",
        "Documentation",
    }
    assert sum(proxy.schema.name == "Event" for proxy in entities.values()) == 5

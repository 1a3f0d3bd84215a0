"""Who is not named where a store is published: private persons, and no place, outlet or minister that is read as one."""

import pytest

from memcon.model import Entity, Event, MadeBy, Record, Report, Span, Where
from memcon.store import Store
from memcon.web.private import private_persons

TEXT = (
    "Anna Virtanen and Somalia's information minister, Daud Aweis, told the Herald that Beledweyne was shelled. "
    "Its ambassador to Zenda left."
)


def _span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words), words)


def _entity(name: str, *mentions: str) -> Entity:
    return Entity(f"x-{name}", name, "person", tuple(_span(words) for words in (mentions or (name,))))


@pytest.mark.parametrize("outlet", ["Mogadishu Herald", "The Herald"])
def test_places_outlets_and_ministers_stay(outlet: str) -> None:
    people = (
        _entity("Anna Virtanen"),
        _entity("Daud Aweis", "Somalia's information minister", "Daud Aweis"),
        _entity("Herald", "the Herald"),
        _entity("Beledweyne"),
        _entity("its ambassador to Zenda", "Its ambassador to Zenda"),
    )
    shelled = Event("e1", "ASSAULT", "", "happened", (_span("shelled"),), where=Where("Beledweyne", _span("Beledweyne")))
    with Store.open(None) as store:
        store.save(store.begin_run(MadeBy("0")), Record(Report("r", TEXT, outlet=outlet), (shelled,), entities=people, made_by=MadeBy("0")))
        assert [name for _, name in private_persons(store)] == ["Anna Virtanen"]

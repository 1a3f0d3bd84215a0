"""Reports that come again with the day of publication that they lacked."""

from dataclasses import replace

from tests.store.small_store import TEXTS, event, ids, record_of

from memcon.model import Record
from memcon.store import Store

_ONE, _TWO, _THREE = TEXTS.values()


def _told(outlet: str, text: str, word: str, when: str | None) -> Record:
    return record_of(outlet, text, event(text, "e1", "CONSULT", word, "Scholz", "Olaf Scholz", when))


def _save(store: Store, record: Record) -> str:
    return store.save(store.begin_run(record.made_by), record, once=True)


def test_a_day_that_comes_later_joins_what_is_one() -> None:
    dated = _told("Two", _TWO, "received", "Tuesday")
    bare = replace(_told("Two", _TWO, "received", None), report=replace(dated.report, published=None))
    with Store.open(None) as store:
        kept = _save(store, _told("Zeit", f"{_TWO} It rained.", "received", "Tuesday"))
        number = _save(store, bare)
        assert len(store.events()) == 2
        lone = next(one.id for one in store.events() if one.tellings[0].witness.id == number)
        assert store.known(bare.report) == number
        assert store.known(dated.report) is None
        assert _save(store, dated) == number
        (whole,) = store.events()
        assert {one.witness.id for one in whole.tellings} == {kept, number}
        assert {one.witness.published for one in whole.tellings} == {"2022-03-08"}
        assert store.event(lone).id == whole.id  # type: ignore[union-attr]
        assert store.known(bare.report) == store.known(dated.report) == number


def test_a_day_that_comes_later_keeps_the_id_of_what_stays_alone() -> None:
    dated = _told("One", _ONE, "met", "Monday")
    bare = replace(_told("One", _ONE, "met", None), report=replace(dated.report, published=None))
    with Store.open(None) as store:
        _save(store, bare)
        before = ids(store)
        _save(store, dated)
        assert ids(store) == before
        assert [one.best("when") for one in store.events()] == ["2022-03-07"]
        other = replace(dated, report=replace(dated.report, published="2022-03-15"))
        assert store.known(other.report) is None  # another day, another report

"""Every rule's own examples, as its file gives them."""

import pytest

from memcon.times import find
from memcon.times.actions import ACTIONS
from memcon.times.rules import Example, Rule, grammar

CASES = [(rule, example) for rule in grammar().rules for example in rule.examples]


def unbracketed(example: Example) -> tuple[str, str]:
    """The sentence without its brackets and the words that stood in them."""
    before, rest = example.text.split("[", 1)
    inside, after = rest.split("]", 1)
    return (before + inside + after).replace(" .", ".").replace(" ,", ","), inside


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.name}-{n}" for n, (rule, _) in enumerate(CASES)])
def test_an_example_is_read_by_its_rule(rule: Rule, example: Example) -> None:
    text, quote = unbracketed(example)
    found = {t.quote: t for t in find(text, example.published)}
    assert quote in found, f"found {sorted(found)}"
    timex = found[quote]
    assert (timex.value, timex.edtf, timex.rule) == (example.value, example.edtf, rule.name)


def test_every_rule_has_an_example_unless_it_reads_nothing() -> None:
    assert [rule.name for rule in grammar().rules if not rule.examples and rule.action != "nothing"] == []


def test_every_rule_names_an_action_that_is_there() -> None:
    assert {rule.action for rule in grammar().rules} == set(ACTIONS)


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in grammar().rules]
    assert len(names) == len(set(names))

"""factcheck why: finds the two claims, prints every gate."""

import json

import make
import pytest

from factcheck import cli, pipeline
from factcheck.commands.why import find_claim
from factcheck.errors import FactcheckError


@pytest.fixture
def result():
    return make.result()


def test_a_claim_is_found_by_id_or_place(result):
    total = result.claims[0]
    references = [
        total.id,
        f"spring.txt:{total.start}",
        f"some/where/spring.txt:{total.end - 1}",
        f"spring.txt:{total.start}-9",
    ]
    assert {find_claim(reference, result).id for reference in references} == {total.id}


def test_the_nearest_claim_of_the_sentence_is_taken(result):
    total = result.claims[0]
    assert find_claim(f"spring.txt:{total.sentence_start}", result).id == total.id


NOT_FOUND = [
    ("nothing", "no claim has this id"),
    ("winter.txt:5", "no claim in this article"),
    ("spring.txt:99999", "no claim stands here"),
]


@pytest.mark.parametrize(("reference", "message"), NOT_FOUND)
def test_what_is_not_there_is_said(result, reference, message):
    with pytest.raises(FactcheckError, match=message) as caught:
        find_claim(reference, result)
    assert caught.value.problem.hint


@pytest.mark.parametrize("form", ["terminal", "json"])
def test_the_gates_are_printed(result, form, monkeypatch, capsys):
    monkeypatch.setattr(pipeline, "run_check", lambda paths, options, **_: result)
    a, b = result.claims[0], result.claims[3]
    assert cli.main(["why", a.id, f"summer.txt:{b.start}", "articles", "--format", form]) == 0
    out = capsys.readouterr().out
    assert "entity" in out
    assert "running-total-fell" in out
    assert form == "terminal" or json.loads(out)["gates"][0]["name"] == "entity"


def test_a_pair_that_was_not_compared_says_at_which_gate(result, monkeypatch, capsys):
    monkeypatch.setattr(pipeline, "run_check", lambda paths, options, **_: result)
    assert cli.main(["why", result.claims[0].id, result.claims[1].id, "articles"]) == 0
    assert "Not compared: metric" in capsys.readouterr().out


def test_a_pair_with_weak_evidence_says_what_there_is(monkeypatch, capsys):
    text = "Harbour Line had 6.5 million visitors.\n\nThe yard opened. Harbour Line counted 900,000 visitors.\n"
    document = make.document("a.txt", text)
    first = make.claim("6.5 million", document, 6.5e6, metric="visitors")
    second = make.claim("900,000", document, 9e5, metric="visitors", frame=("counte",))
    monkeypatch.setattr(
        pipeline, "run_check", lambda paths, options, **_: make.result(documents=[document], claims=[first, second],
                                                                       findings=[])
    )  # fmt: skip
    assert cli.main(["why", first.id, second.id, "articles"]) == 0
    assert "Too little says that both state one fact: 0." in capsys.readouterr().out


def test_a_pair_that_its_own_words_set_apart_is_not_said_to_be_doubtful(tmp_path, capsys):
    article = tmp_path / "a.txt"
    article.write_text("Police say that about 500 people were arrested in Orlin, while the harbour union says 1,000.")
    text = article.read_text()
    assert cli.main(["why", f"a.txt:{text.index('500')}", f"a.txt:{text.index('1,000')}", str(article)]) == 0
    shown = capsys.readouterr().out
    assert "The words around them set the two against each other" in shown
    assert "Too little says" not in shown


def test_without_paths_there_is_nothing_to_read(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["why", "a", "b"]) == 2
    assert "nothing to read" in capsys.readouterr().err

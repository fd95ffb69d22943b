import base64
import hashlib
import re
import time
from html.parser import HTMLParser

import make
import pytest

from factcheck.model import Result
from factcheck.report import html
from factcheck.report.articles import web_address

VOID = {"meta", "input", "link", "br", "rect", "circle"}


class Page(HTMLParser):
    """The tags, ids and links of a page; an element closed out of turn is an error."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.attributes, self._open = [], [], [], [], []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self._open.pop() == tag


@pytest.fixture(scope="module")
def text():
    return html.render(make.result())


def test_tags_are_balanced_ids_unique_and_links_lead_somewhere(text):
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_page_asks_the_network_for_nothing(text):
    page = Page(text)
    assert not {"link", "img", "iframe", "object", "embed"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name == "src" or name.startswith("on") or name == "style"]
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp", text)


@pytest.mark.parametrize("kind", ["style", "script"])
def test_the_policy_allows_this_style_and_script_alone(text, kind):
    (content,) = re.findall(f"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    assert f"{kind}-src &#39;sha256-{digest}&#39;" in text
    assert "default-src &#39;none&#39;" in text
    assert "unsafe" not in text


def test_each_passage_links_to_its_number_in_the_article(text):
    anchors = re.findall(r'<figcaption><a href="#(c\d+)"', text)
    assert anchors
    for anchor in anchors:
        assert re.search(f'class="claim [a-z]+" id="{anchor}"', text)


def test_the_article_is_shown_in_full(text):
    body = text.partition('id="articles"')[2]
    shown = re.sub(r"<[^>]+>", "", body.partition('<div class="text"')[2].partition("</div>")[0].partition(">")[2])
    assert shown == make.SPRING


def test_claims_inside_one_another_keep_their_anchors():
    source = make.document(text="Harbour Line carried 12 million to 13 million people.")
    both = [make.claim("12 million to 13 million", source), make.claim("13 million", source, 13e6)]
    page = Page(html.render(Result(documents=[source], claims=both, findings=[make.finding(*both)])))
    assert {"c0", "c1"} <= set(page.ids)


def test_a_page_too_large_leaves_things_out_and_says_so(monkeypatch):
    monkeypatch.setattr(html, "_FINDINGS", 1)
    monkeypatch.setattr(html, "_ARTICLE_CHARACTERS", len(make.SUMMER) + 10)
    findings = [make.finding(make.result().claims[3], id=f"f{number}") for number in range(3)]
    text = html.render(make.result(findings=findings))
    page = Page(text)
    assert "And 2 more, in the JSON report." in text
    assert "1 more left out of this page" in text
    assert "d1" in page.ids
    assert "d0" not in page.ids
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_findings_of_one_id_have_different_anchors():
    findings = [make.finding(make.claim(), severity=severity) for severity in ("conflict", "tension")]
    page = Page(html.render(make.result(findings=findings)))
    assert {"f-f1", "f-f1-2"} <= set(page.ids)


def test_a_claim_from_an_article_that_is_not_at_hand_is_shown_without_a_link():
    other = make.claim("11.2 million", make.document("old.txt", make.SUMMER), 11.2e6)
    text = html.render(make.result(findings=[make.finding(make.claim(), other)]))
    assert "<bdi>old.txt</bdi>" in text


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://quay.example/a?b=1", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://quay.example/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("https://quay.example/\u202e", False),
        ("//quay.example", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url, link):
    assert (web_address(url) is not None) == link


def test_an_empty_run_has_a_page_too():
    assert "Nothing to compare" in html.render(Result())


def test_two_thousand_findings_are_rendered_in_seconds():
    result = make.result()
    conflict = next(finding for finding in result.findings if finding.severity == "conflict")
    findings = [make.finding(*(m.claim for m in conflict.members), id=f"f{number}") for number in range(2000)]
    started = time.perf_counter()
    text = html.render(make.result(findings=findings))
    assert time.perf_counter() - started < 10
    assert len(text) < 20_000_000


def test_the_same_result_gives_the_same_bytes(text):
    assert html.render(make.result()) == text


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tone", ["ink", "soft", "conflict", "tension", "note", "good"])
def test_every_tone_is_legible_on_paper_and_card(text, tone, theme):
    palette = {name: pair for name, *pair in re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", text)}
    side = ["light", "dark"].index(theme)
    for ground in ("paper", "card"):
        low, high = sorted(luminance(palette[name][side]) for name in (tone, ground))
        assert (high + 0.05) / (low + 0.05) >= 4.5

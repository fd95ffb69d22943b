"""The HTML report in a real browser: filters, theme, links, widths, and what its policy lets through."""

import make
import pytest

from factcheck.report import html

api = pytest.importorskip("playwright.sync_api", reason="needs playwright")


@pytest.fixture
def page(browser, tmp_path):
    file = tmp_path / "report.html"
    total, ships, *_ = make.result().claims
    tension = make.finding(total, ships, id="f9", severity="tension", message="Twelve ships or fourteen.")
    file.write_text(html.render(make.result(findings=[*make.result().findings, tension])), encoding="utf-8")
    page, complaints = browser.new_page(viewport={"width": 1280, "height": 900}), []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    yield page
    page.close()
    assert complaints == []


def count(page, text):
    api.expect(page.locator("#count")).to_have_text(text)


def test_search_severity_and_article_narrow_the_list_and_reset_widens_it(page):
    count(page, "2 findings")
    page.fill("#search", "ships fourteen")
    count(page, "1 of 2 findings")
    api.expect(page.locator("#conflict")).to_be_hidden()
    page.get_by_role("button", name="Reset").click()
    count(page, "2 findings")
    page.get_by_role("checkbox", name="Tensions").uncheck(force=True)
    count(page, "1 of 2 findings")
    page.get_by_role("button", name="Reset").click()
    page.select_option("#document", label="Fewer aboard than thought")
    count(page, "1 of 2 findings")
    page.fill("#search", "no such words")
    api.expect(page.locator("#nothing")).to_be_visible()


def test_a_passage_leads_to_its_number_in_the_article_and_back(page):
    page.locator("figcaption a").first.click()
    api.expect(page.locator(".claim:target")).to_be_in_viewport()
    api.expect(page.locator(".claim:target")).to_have_text("12 million")
    page.locator(".claim:target").click()
    api.expect(page.locator(".finding:target")).to_be_in_viewport()


def test_the_theme_changes_the_paper(page):
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


@pytest.mark.parametrize("width", [320, 390, 768, 1920])
def test_nothing_is_wider_than_the_window(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_filter_is_reached_by_keyboard(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(16):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id"))
    assert {"theme", "search", "rule", "document"} <= reached

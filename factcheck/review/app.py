"""The review page as a web application."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from factcheck.archive.decision_log import StaleDecision
from factcheck.errors import FactcheckError
from factcheck.report.html import TEMPLATES, environment
from factcheck.report.phrases import rule_name
from factcheck.review import exports, links, views
from factcheck.review.actions import ACTIONS, again, filter_of, next_page
from factcheck.review.desk import Contradiction, Desk
from factcheck.review.guard import Guard, cookie_name
from factcheck.review.queue import Filter

_HERE = Path(__file__).parent
_LONGEST_NAME = 60


def make_app(desk: Desk, token: str) -> Starlette:
    """The application for a desk; every request needs the token."""
    pages = Pages(desk, token)
    routes = [
        Route("/", pages.queue),
        Route("/article", pages.article),
        Route("/desk", pages.desk_page),
        Route("/correction", pages.correction),
        Route("/pulse", pages.pulse),
        Route("/export/{name}", pages.export),
        Route("/static/{name}", pages.static),
        Route("/me", pages.me, methods=["POST"]),
        Route("/import", pages.take_in, methods=["POST"]),
        *(Route(f"/{verb}", pages.act, methods=["POST"]) for verb in ACTIONS),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, token=token)])


class Pages:
    """The answers to requests, made by templates from what the desk knows."""

    def __init__(self, desk: Desk, token: str) -> None:
        self.desk, self.token = desk, token
        self.templates = environment(_HERE / "templates", TEMPLATES)
        self.templates.globals.update(
            queue_link=links.queue_link,
            article_link=links.article_link,
            note_link=links.note_link,
            export_link=links.export_link,
            Filter=Filter,
            alert=None,
        )
        self.templates.filters["moment"] = links.moment
        self.templates.filters["rule_name"] = rule_name
        for name in self.templates.list_templates(["j2"]):
            self.templates.get_template(name)  # so that the first visit does not wait for it

    async def queue(self, request: Request) -> Response:
        """The queue and the finding at hand; the first visit leaves the token in a cookie."""
        if "token" in request.query_params:
            return self._welcome(request)
        by, at = Filter.of(request.query_params), request.query_params.get("at", "")
        return await self._queue(request, by, at)

    async def article(self, request: Request) -> Response:
        """An article with every claim marked."""
        given = request.query_params
        back = Filter.of(dict(parse_qsl(given.get("back", ""))))
        doc = self.desk.docs.get(given.get("doc", ""))
        if doc is None:
            return PlainTextResponse("There is no such article.\n", 404)
        return await self._page(
            "article", lambda: views.article_view(self.desk, doc, given.get("at", ""), back, _who(request))
        )

    async def desk_page(self, request: Request) -> Response:
        """The rules, suppressions and the log."""
        return await self._page("desk", lambda: views.desk_view(self.desk, _who(request)))

    async def correction(self, request: Request) -> Response:
        """A draft that asks for a correction."""
        id, doc = request.query_params.get("at", ""), request.query_params.get("doc", "")
        text = await run_in_threadpool(exports.correction, self.desk, id, doc)
        if text is None:
            return PlainTextResponse("A note is drafted once a finding is confirmed.\n", 404)
        return PlainTextResponse(text)

    async def pulse(self, request: Request) -> Response:
        """The number of the last decision, for pages that wait for news."""
        await run_in_threadpool(self.desk.refresh)
        return JSONResponse({"number": self.desk.ledger.number})

    async def export(self, request: Request) -> Response:
        """A file to take away: decisions, the spreadsheet, claim reviews."""
        name = request.path_params["name"]
        if name not in exports.EXPORTS:
            return PlainTextResponse("There is no such file.\n", 404)
        make, kind = exports.EXPORTS[name]
        content = await run_in_threadpool(make, self.desk)
        return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})

    async def static(self, request: Request) -> Response:
        """The style sheet or the script."""
        name = request.path_params["name"]
        if name == "review.css":
            style = (TEMPLATES / "report.css").read_text("utf-8") + (_HERE / "static/review.css").read_text("utf-8")
            return Response(style, media_type="text/css")
        if name == "icon.svg":
            return Response((_HERE / "static/icon.svg").read_text("utf-8"), media_type="image/svg+xml")
        if name == "review.js":
            return Response((_HERE / "static/review.js").read_text("utf-8"), media_type="text/javascript")
        return PlainTextResponse("There is no such file.\n", 404)

    async def me(self, request: Request) -> Response:
        """Takes a person's name."""
        async with request.form() as form:
            response = RedirectResponse(links.queue_link(filter_of(form), str(form.get("at", ""))), 303)
            name = " ".join(str(form.get("name", "")).split())[:_LONGEST_NAME]
            _set_cookie(response, request, "name", quote(name, errors="replace"))
        return response

    async def act(self, request: Request) -> Response:
        """Does what a form asks for, then shows the next finding; or says why not."""
        async with request.form() as form:
            by, at, who = filter_of(form), str(form.get("at", "")), _who(request)
            verb = request.url.path.strip("/")
            if not who:
                return await self._queue(request, by, at, {"kind": "name"}, 403)
            try:
                following = await run_in_threadpool(ACTIONS[verb], self.desk, who, form)
            except StaleDecision as stale:
                return await self._queue(request, by, at, {"kind": "stale", "now": stale.now}, 409)
            except Contradiction as against:
                alert = {"kind": "contradiction", "earlier": against.earlier, "form": again(form), "verb": verb}
                return await self._queue(request, by, at, alert, 409)
            except FactcheckError as error:
                return await self._queue(request, by, at, {"kind": "error", "text": error.problem.message}, 400)
            return RedirectResponse(next_page(form, by, following), 303)

    async def take_in(self, request: Request) -> Response:
        """Takes decisions from a file: JSON Lines, or the spreadsheet with its drop-downs."""
        async with request.form(max_part_size=64_000_000) as form:
            file = form.get("file")
            content = await file.read() if isinstance(file, UploadFile) else b""
            name = (file.filename or "file") if isinstance(file, UploadFile) else "file"
        try:
            said = await run_in_threadpool(exports.take_in, self.desk, name, content, _who(request))
            alert, status = {"kind": "imported", "lines": said}, 200
        except FactcheckError as error:
            alert, status = {"kind": "error", "text": str(error)}, 400
        return await self._page("desk", lambda: {**views.desk_view(self.desk, _who(request)), "alert": alert}, status)

    async def _queue(
        self, request: Request, by: Filter, at: str, alert: Mapping[str, Any] | None = None, status: int = 200
    ) -> Response:
        return await self._page(
            "queue", lambda: {**views.queue_view(self.desk, by, at, _who(request)), "alert": alert}, status
        )

    async def _page(self, name: str, context: Callable[[], Mapping[str, Any]], status: int = 200) -> Response:
        def render() -> str:
            with self.desk.lock:
                self.desk.refresh()
                return self.templates.get_template(f"{name}.html.j2").render(context())

        text = await run_in_threadpool(render)
        return Response(text.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")

    def _welcome(self, request: Request) -> Response:
        """Leaves the token in a cookie; a page between, since a redirect from another site would lose it."""
        text = self.templates.get_template("welcome.html.j2").render()
        response = Response(text, media_type="text/html; charset=utf-8")
        _set_cookie(response, request, "token", self.token)
        if name := request.query_params.get("name"):
            _set_cookie(response, request, "name", quote(name[:_LONGEST_NAME], errors="replace"))
        return response


def _set_cookie(response: Response, request: Request, kind: str, value: str) -> None:
    name = cookie_name(kind, request.headers["host"])
    response.set_cookie(name, value, httponly=True, samesite="strict", max_age=None if kind == "token" else 31_536_000)


def _who(request: Request) -> str:
    return unquote(request.cookies.get(cookie_name("name", request.headers["host"]), ""))[:_LONGEST_NAME]

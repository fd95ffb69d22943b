"""Who is let in: requests to this machine's own name, with the token, from this page; and what a page may load."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_NO_TOKEN = "This page needs the link that `factcheck review` printed when it was started."
_LARGEST = 64_000_000  # bytes of a request


class Guard:
    """Refuses what was not sent by this page, and gives every answer its policy."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or passes it on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        answer = self.app if refusal is None else PlainTextResponse(f"{refusal}\n", 403)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await answer(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.getlist("host")
        if len(host) != 1 or _name(host[0]) not in LOOPBACK:
            return "Wrong host: this page answers on this machine only."
        origin = headers.get("origin")
        changes = scope["method"] not in ("GET", "HEAD")
        if (changes or origin) and origin != f"http://{host[0]}":
            return "Wrong origin: decisions are taken from this page only."
        if changes and headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return "Wrong origin: decisions are taken from this page only."
        size = headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > _LARGEST:
            return "Too large."
        cookies = cookie_parser(headers.get("cookie", ""))
        given = (cookies.get(cookie_name("token", host[0]), ""), QueryParams(scope["query_string"]).get("token", ""))
        return None if any(self._fits(token) for token in given) else _NO_TOKEN

    def _fits(self, token: str) -> bool:
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())


def cookie_name(kind: str, host: str) -> str:
    """The name of a cookie of this page; cookies are shared between the ports of a host, so the port is in it."""
    return f"factcheck-{kind}-{host.rpartition(':')[2]}"


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""

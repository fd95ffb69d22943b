"""Serves the review page on this machine, and opens it."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import threading
import webbrowser
from urllib.parse import urlencode

from factcheck.errors import FactcheckError, Problem
from factcheck.review.desk import Desk

HOST = "127.0.0.1"


def serve(desk: Desk, port: int = 0, *, browser: bool = True, who: str = "") -> None:
    """Answers until it is stopped; a port of 0 takes a free one."""
    try:
        import uvicorn

        from factcheck.review.app import make_app
    except ImportError as error:
        hint = "pip install 'factcheck[review]'"
        raise FactcheckError(Problem("review", f"{error.name} is not installed", hint=hint, stage="config")) from error
    token = secrets.token_urlsafe(24)
    listening = listen(port)
    page = f"http://{HOST}:{listening.getsockname()[1]}/"
    link = f"{page}?{urlencode({'token': token})}"
    print(f"factcheck: {len(desk.findings):,} findings of {desk.source.name} to review at\n{link}", file=sys.stderr)
    print("factcheck: whoever has the link may decide; stop with Ctrl+C", file=sys.stderr)
    if browser:
        own = f"{page}?{urlencode({'token': token, 'name': who})}" if who else link
        threading.Timer(0.3, webbrowser.open, [own]).start()
    config = uvicorn.Config(make_app(desk, token), log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def listen(port: int = 0) -> socket.socket:
    """A socket on loopback; taken here, so that the port is known before the page is served."""
    # Named as TCP, since asyncio else leaves Nagle's algorithm on, and each answer waits 40 ms.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name == "posix")
    try:
        listening.bind((HOST, port))
        listening.listen()
    except (OSError, OverflowError) as error:
        listening.close()
        hint = "choose another --port, or leave it out for a free one"
        problem = Problem("--port", f"port {port} cannot be used: {error}", hint=hint, stage="config")
        raise FactcheckError(problem) from error
    return listening

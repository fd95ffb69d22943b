"""The text of a law, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from factcheck.compare.findings.say import FIELDS as SAY_FIELDS
from factcheck.compare.findings.say import unknown_fields
from factcheck.compare.laws.expression import Expression, roles_of
from factcheck.compare.laws.language import parse
from factcheck.compare.laws.law import EXAMPLES, KEYS, REQUIRED, SAME, SELECTORS, SEVERITIES, STATUSES, Law
from factcheck.compare.laws.scanner import LanguageError
from factcheck.errors import Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Invalid(Exception):
    def __init__(self, node: yaml.Node, message: str, hint: str = "", offset: int = 0) -> None:
        super().__init__(message)
        mark = node.start_mark
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        folded = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        self.line, self.column = mark.line + 1, mark.column + 1 + (0 if folded else offset + quoted)
        self.message, self.hint = message, hint


def read_law(path: Path, text: str, comparisons: Iterable[str] = ()) -> tuple[Law | None, Problem | None]:
    """The law in `text`, or the problem that makes it unusable; `comparisons` are the names that `expect` may call."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
        if not isinstance(node, yaml.MappingNode):
            raise ValueError("not a mapping")
        return _law(path, node, frozenset(comparisons)), None
    except _Invalid as error:
        return None, Problem(str(path), error.message, error.line, error.column, error.hint, "rules")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        return None, Problem(str(path), str(error.problem), line, column, "write valid YAML", "rules")
    except (yaml.YAMLError, ValueError, RecursionError):
        return None, Problem(str(path), "no law in this file", 1, 1, "see rules/README.md", "rules")


def _law(path: Path, root: yaml.MappingNode, comparisons: frozenset[str]) -> Law:
    nodes: dict[str, yaml.Node] = {}
    for key, value in root.value:
        if key.value not in KEYS:
            raise _Invalid(key, f"unknown key {key.value!r}", f"a law has the keys {', '.join(KEYS)}")
        if key.value in nodes:
            raise _Invalid(key, f"{key.value} stands twice", "keep one")
        nodes[key.value] = value
    for name in REQUIRED:
        if name not in nodes:
            raise _Invalid(root, f"{name} is missing", f"add {name}: …")
    roles = _roles(nodes["claims"])
    status = _word(nodes.get("status"), STATUSES, "live")
    law = Law(
        id=path.stem,
        path=str(path),
        title=_text(nodes["title"]),
        why=" ".join(_text(nodes["why"]).split()),
        severity=_word(nodes["severity"], SEVERITIES, ""),  # type: ignore[arg-type]
        status=status,
        claims=roles,
        same=_same(nodes["same"]),
        where=_condition(nodes["where"], roles) if "where" in nodes else None,
        expect=_expect(nodes["expect"], roles, comparisons),
        say=_say(nodes["say"], roles),
        examples=_examples(nodes.get("examples")),
        tags=_strings(nodes["tags"]) if "tags" in nodes else (),
    )
    if status == "live" and not (law.examples.get("conflict") and law.examples.get("fine")):
        place, hint = nodes.get("examples", root), "add examples: {conflict: […], fine: […]}"
        raise _Invalid(place, "a live law needs a conflict and a fine example", hint)
    return law


def _text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise _Invalid(node, "a text was expected", "write it in one line, or after > on the next lines")
    return str(node.value).strip()


def _word(node: yaml.Node | None, known: tuple[str, ...], default: str) -> str:
    if node is None:
        return default
    word = _text(node)
    if word not in known:
        raise _Invalid(node, f"{word!r} is not known here", f"write {', '.join(known)}")
    return word


def _strings(node: yaml.Node) -> tuple[str, ...]:
    if isinstance(node, yaml.ScalarNode):
        return (_text(node),)
    if not isinstance(node, yaml.SequenceNode):
        raise _Invalid(node, "a list was expected", "write [a, b]")
    return tuple(_text(item) for item in node.value)


def _same(node: yaml.Node) -> tuple[str, ...]:
    names = _strings(node)
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for name, item in zip(names, items, strict=True):
        if name not in SAME:
            raise _Invalid(item, f"{name!r} cannot be the same", f"write {', '.join(SAME)}")
    return names


def _roles(node: yaml.Node) -> dict[str, dict[str, tuple[str, ...]]]:
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise _Invalid(node, "claims gives each role its name", "write {earlier: {kind: stock}, later: {kind: stock}}")
    roles: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, value in node.value:
        if not str(key.value).isidentifier():
            raise _Invalid(key, f"{key.value!r} is not a name", "use letters, digits and _")
        roles[str(key.value)] = _selector(value)
    return roles


def _selector(node: yaml.Node) -> dict[str, tuple[str, ...]]:
    if isinstance(node, yaml.ScalarNode) and not node.value.strip():
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise _Invalid(node, "a role says which claims may play it", "write {kind: stock}, or {} for any")
    found: dict[str, tuple[str, ...]] = {}
    for key, value in node.value:
        if key.value not in SELECTORS:
            raise _Invalid(key, f"unknown slot {key.value!r}", f"write {', '.join(SELECTORS)}")
        accepted = _strings(value)
        known = SELECTORS[key.value]
        for word in accepted if known else ():
            if known and word not in known:
                raise _Invalid(value, f"{word!r} is not a {key.value}", f"write {', '.join(known)}")
        found[str(key.value)] = accepted
    return found


def _condition(node: yaml.Node, roles: Mapping[str, Any]) -> Expression:
    text = _text(node)
    try:
        return parse(text, tuple(roles))
    except LanguageError as error:
        raise _Invalid(node, error.message, error.hint, error.offset) from error


def _expect(node: yaml.Node, roles: Mapping[str, Any], comparisons: frozenset[str]) -> Expression | str:
    text = _text(node)
    if text in comparisons:
        return text
    if text.isidentifier():
        known = ", ".join(sorted(comparisons)) or "none"
        raise _Invalid(node, f"no comparison is called {text!r}", f"known are {known}; or write a condition")
    expression = _condition(node, roles)
    for role in roles:
        if role not in roles_of(expression):
            raise _Invalid(node, f"{role!r} is not spoken of", f"use {role}.value in expect, or leave it out of claims")
    return expression


def _say(node: yaml.Node, roles: Mapping[str, Any]) -> str:
    text = " ".join(_text(node).split())
    for name in unknown_fields(text, tuple(roles)):
        hint = f"write {{role.field}} with one of {', '.join(SAY_FIELDS)}"
        raise _Invalid(node, f"{{{name}}} cannot be filled in", hint)
    return text


def _examples(node: yaml.Node | None) -> dict[str, tuple[tuple[str, ...], ...]]:
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise _Invalid(node, "examples has the keys conflict, fine, todo", "write - [2024-05-02: …] below conflict:")
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for key, value in node.value:
        if key.value not in EXAMPLES:
            raise _Invalid(key, f"unknown key {key.value!r}", f"write {', '.join(EXAMPLES)}")
        items = value.value if isinstance(value, yaml.SequenceNode) else []
        found[str(key.value)] = tuple(_strings(item) for item in items)
    return found

"""Imports go one way: along the flow from reading to reporting, with the command line on top."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "factcheck"
# Each layer may import from those before it, and from itself.
LAYERS = [
    {"errors", "period", "interval", "languages", "kept", "yamlfile", "yamlloader", "units", "__init__"},
    {"model", "plugins"},
    {"rulebook", "config", "parallel"},
    {"read"},
    {"extract"},
    {"compare"},
    {"archive"},
    {"report"},
    {"review"},
    {"extraction", "pipeline", "against", "revise", "slots", "score"},
    {"api"},
    {"cli", "commands"},
    {"__main__"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
CORE = {"errors": set(), "period": set(), "interval": set(), "model": {"errors", "period", "interval"}}


def part(module: str) -> str:
    """The layer's part of a dotted module name: factcheck.read.text -> read."""
    names = module.split(".")
    return names[1] if len(names) > 1 else "__init__"


def imports(path: Path) -> set[str]:
    """The parts of factcheck that a module imports, inside functions too; imports for types alone do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    typing_only = {id(child) for node in ast.walk(tree) if _is_type_checking(node) for child in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "factcheck":
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "factcheck" else [node.module]
            )
            found |= {part(name) for name in names}
        elif isinstance(node, ast.Import):
            found |= {part(alias.name) for alias in node.names if alias.name.split(".")[0] == "factcheck"}
    return {name for name in found if name in LEVEL}


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


MODULES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_one_way(name):
    own = name.removesuffix(".py").split("/")[0]
    assert own in LEVEL, f"{name} has no layer: add it to LAYERS"
    upward = {other for other in imports(ROOT / name) if LEVEL[other] > LEVEL[own]}
    assert not upward, f"{name} imports from {upward}, which lie after it in the flow"


@pytest.mark.parametrize("name", CORE)
def test_the_core_imports_nothing_else_of_ours(name):
    assert imports(ROOT / f"{name}.py") <= CORE[name]


def test_no_import_is_relative():
    for name in MODULES:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level], name


def test_the_public_names_are_there():
    import factcheck

    assert all(getattr(factcheck, name) for name in factcheck.__all__)
    assert set(factcheck.__all__) <= set(dir(factcheck))

"""How YAML is read by the rules of YAML 1.2, in which only true and false are truth values.

By those of YAML 1.1 the words no, on, y and off in a list would be lost, and with them Norway's code.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

import yaml
from yaml.constructor import ConstructorError

_BOOL = "tag:yaml.org,2002:bool"


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader, with the truth values of YAML 1.2 and a short way to text, lists and maps."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> Any:
        """The tag of a node; that a word is no number, date or truth value is told by its first character."""
        if kind is yaml.ScalarNode and implicit[0] and value[:1] not in self.yaml_implicit_resolvers:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)

    def construct_document(self, node: yaml.Node) -> Any:
        """The data of a document."""
        return self._data(node, {})

    def _data(self, node: yaml.Node, made: dict[yaml.Node, Any]) -> Any:
        """The data of a node; `made` are the lists and maps so far, since a node may be met again by an alias."""
        if node.tag == self.DEFAULT_SCALAR_TAG and isinstance(node, yaml.ScalarNode):
            return node.value
        if node in made:
            return made[node]
        if node.tag == self.DEFAULT_SEQUENCE_TAG and isinstance(node, yaml.SequenceNode):
            items = made[node] = []
            items.extend(self._data(item, made) for item in node.value)
            return items
        if node.tag == self.DEFAULT_MAPPING_TAG and isinstance(node, yaml.MappingNode):
            return self._map(node, made)
        return self.construct_object(node, deep=True)

    def _map(self, node: yaml.MappingNode, made: dict[yaml.Node, Any]) -> dict[Any, Any]:
        own = {key for key, _ in node.value}  # what it takes over from another map it may say anew
        self.flatten_mapping(node)
        found = made[node] = {}
        said = set()
        for key, value in node.value:
            name = self._data(key, made)
            if not isinstance(name, Hashable):
                raise ConstructorError(None, None, "a key is a list or a map", key.start_mark)
            if name in said:
                raise ConstructorError(None, None, f"the key {name} stands twice; keep one of them", key.start_mark)
            if key in own:
                said.add(name)
            found[name] = self._data(value, made)
        return found


Loader.add_implicit_resolver(_BOOL, re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF"))

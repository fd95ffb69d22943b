"""factcheck completion bash|zsh|fish: a script that completes commands, options and paths."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from factcheck.cli import parser

_BASH = """\
_factcheck() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} command=${{COMP_WORDS[1]}} words
  case $COMP_CWORD:$command in
    1:*) words="{commands}" ;;
{cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word"))
}}
complete -o filenames -F _factcheck factcheck
"""


def run(arguments: argparse.Namespace) -> int:
    """Prints the script; the exit code."""
    commands = dict(_commands(parser()))
    print(_fish(commands) if arguments.shell == "fish" else _bash(commands, arguments.shell), end="")
    return 0


def _commands(top: argparse.ArgumentParser) -> Iterator[tuple[str, list[str]]]:
    """Each command with the words that may follow it."""
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name, list(_words(command))


def _words(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        yield from action.option_strings or (str(choice) for choice in action.choices or ())


def _bash(commands: dict[str, list[str]], shell: str) -> str:
    cases = "\n".join(f'    *:{name}) words="{" ".join(words)}" ;;' for name, words in commands.items())
    script = _BASH.format(commands=" ".join(commands), cases=cases)
    return script if shell == "bash" else f"autoload -U +X bashcompinit && bashcompinit\n{script}"


def _fish(commands: dict[str, list[str]]) -> str:
    lines = [f"complete -c factcheck -n __fish_use_subcommand -f -a '{' '.join(commands)}'"]
    for name, words in commands.items():
        seen = f"complete -c factcheck -n '__fish_seen_subcommand_from {name}'"
        lines.append(f"{seen} -a '{' '.join(words)}'")
    return "\n".join(lines) + "\n"

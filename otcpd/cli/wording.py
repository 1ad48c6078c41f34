"""What the command line says when it was typed wrongly: one plain paragraph instead of click's terms."""

from __future__ import annotations

import difflib

import click


def usage_paragraph(wrong: click.ClickException) -> str:
    """One paragraph: what is wrong with the line that was typed, and where to look."""
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    path = context.command_path if context else "otcpd"
    return f"{_what_is_wrong(wrong)} See ‘{path} --help’."


def _what_is_wrong(wrong: click.ClickException) -> str:
    match wrong:
        case click.NoSuchOption():
            near = difflib.get_close_matches(wrong.option_name, wrong.possibilities or (), n=1)
            return f"There is no option {wrong.option_name}." + (f" Did you mean {near[0]}?" if near else "")
        case click.MissingParameter():
            return f"{_name(wrong.param)} is missing."
        case click.BadOptionUsage():
            return f"{wrong.option_name} wants something after it."
        case click.BadParameter():
            return _what_it_takes(wrong)
    return _sentence(wrong.format_message())


def _what_it_takes(wrong: click.BadParameter) -> str:
    parameter = wrong.param
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        *most, last = kind.choices
        return f"{_name(parameter)} is {', '.join(most)} or {last}."
    if isinstance(kind, click.IntRange):
        return f"{_name(parameter)} is a whole number from {kind.min} to {kind.max}."
    return f"{_name(parameter)} cannot be that: {_sentence(wrong.message)}"


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "Something"
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    shown = parameter.make_metavar(click.Context(click.Command("otcpd"))).strip("[].…")
    return "What to list" if "|" in shown else shown


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?")) else f"{text}."

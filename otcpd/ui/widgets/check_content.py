"""Lines of a list that a person types during a meeting, as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from otcpd.domain.dates import plain_day

NO_DAY = "No date"
"""By when, where no day is set."""
ALL_OF_US = "All of you"
"""Who does it, where nobody is named."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line. `who` is the key of a person, empty for all; `aside` is a fact about it: "carried twice". With `fixed`
    it can be ticked but not be typed in, as what comes from an earlier session. `leads_on` gives it a button to what it
    is about.
    """

    key: str
    text: str
    ticked: bool = False
    who: str = ""
    due: dt.date | None = None
    aside: str = ""
    fixed: bool = False
    leads_on: bool = False


@dataclass(frozen=True, slots=True)
class CheckWords:
    """What lines are called. `one` is "Topic", `add` what stands in the empty one at the end; `done` is what a tick
    says ("Talked about"), empty where lines have none; `onward` names the button to what a line is about."""

    one: str
    add: str
    done: str = ""
    onward: str = ""


TOPICS = CheckWords("Topic", "Add a topic", "Talked about", "Open it in the log")
TOPICS_BEFORE = CheckWords("Topic", "Add a topic", onward="Open it in the log")
"""Before a session nothing has been talked about yet."""
DECISIONS = CheckWords("Decision", "Add a decision")
ACTIONS = CheckWords("Action", "Add an action", "Done")
STEPS = CheckWords("Step", "Add a step", "Done")
"""Of a goal."""


@dataclass(frozen=True, slots=True)
class Assigning:
    """Who may do something and how days are read: pairs of key and name ("" stands for all of them), and what a date
    field needs. Without people there is a day alone."""

    people: tuple[tuple[str, str], ...]
    parse: Callable[[str], dt.date]
    show: Callable[[dt.date], str]
    today: Callable[[], dt.date]

    def told(self, line: CheckLine) -> str:
        """ "You, by 26 Nov"; without people "By 26 Nov"."""
        if not self.people:
            return f"By {plain_day(line.due, self.today(), brief=True)}" if line.due is not None else NO_DAY
        name = dict(self.people).get(line.who, ALL_OF_US)
        return f"{name}, by {plain_day(line.due, self.today(), brief=True)}" if line.due is not None else name

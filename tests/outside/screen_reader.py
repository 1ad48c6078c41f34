"""What a screen reader does: asks over AT-SPI, the bus for accessibility, what is on the screen, and acts on it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.outside.waiting import PATIENCE, NotThere, Seen, seen

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"
_TEXT = "org.a11y.atspi.Text"
_EDITABLE = "org.a11y.atspi.EditableText"
_COMPONENT = "org.a11y.atspi.Component"
_COLLECTION = "org.a11y.atspi.Collection"
_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

_LABELLED_BY = 2
"""The number of the relation."""

ACTIVE, ENABLED, FOCUSABLE, FOCUSED, SHOWING, VISIBLE = 1, 8, 11, 12, 25, 30
"""Numbers of states, from the AT-SPI interface."""
ROLES = {"combo box": 11, "list item": 32, "push button": 43, "radio button": 44, "text": 61, "heading": 83}
"""Numbers of the roles that are looked for, from there too."""
_ALL, _ANY, _IN_ORDER = 1, 2, 1
_RULE = "(aiia{ss}iaiiasib)"
"""How a rule for what is looked for is written on the bus: states, attributes, roles, interfaces, and "not so"."""

_WINDOWS = ("frame", "window", "dialog")

Found = tuple[str, str]
"""A bus name and an object path."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the screen, as a screen reader tells of it."""

    reader: Reader
    place: Found

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.reader.property(self.place, _ACCESSIBLE, "Name"))

    @property
    def description(self) -> str:
        """What is said after its name."""
        return str(self.reader.property(self.place, _ACCESSIBLE, "Description"))

    @property
    def role(self) -> str:
        """What it is: "push button", "text"."""
        return str(self.reader.call(self.place, _ACCESSIBLE, "GetRoleName")[0])

    @property
    def states(self) -> frozenset[int]:
        """The numbers of its states."""
        low, high = self.reader.call(self.place, _ACCESSIBLE, "GetState")[0]
        both = low | high << 32
        return frozenset(number for number in range(64) if both >> number & 1)

    @property
    def children(self) -> list[Thing]:
        """What is in it."""
        return [Thing(self.reader, tuple(one)) for one in self.reader.call(self.place, _ACCESSIBLE, "GetChildren")[0]]

    @property
    def actions(self) -> list[str]:
        """What can be done with it."""
        return [str(one[0]) for one in self.reader.call(self.place, _ACTION, "GetActions")[0]]

    @property
    def text(self) -> str:
        """What stands in it."""
        return str(self.reader.call(self.place, _TEXT, "GetText", "ii", (0, -1))[0])

    @property
    def labels(self) -> list[str]:
        """The labels that belong to it."""
        relations = self.reader.call(self.place, _ACCESSIBLE, "GetRelationSet")[0]
        targets = [tuple(one) for kind, things in relations if kind == _LABELLED_BY for one in things]
        return [Thing(self.reader, target).name for target in targets]

    @property
    def called(self) -> str:
        """What is heard: of a drop-down, its label, since Qt tells its choice as name."""
        labels = self.labels if self.role == "combo box" else []
        return labels[0] if labels else self.name

    def press(self) -> None:
        """Do what it is there for."""
        number = next(place for place, name in enumerate(self.actions) if name in ("Press", "Toggle", "Check"))
        assert self.reader.call(self.place, _ACTION, "DoAction", "i", (number,))[0]

    def take_focus(self) -> None:
        """Put the focus there."""
        self.reader.call(self.place, _COMPONENT, "GrabFocus")

    def write(self, words: str) -> None:
        """Have these words stand in it."""
        assert self.reader.call(self.place, _EDITABLE, "SetTextContents", "s", (words,))[0]

    def within(self, states: Iterable[int], roles: Iterable[str] = ()) -> list[Thing]:
        """What in it has all of these states and, if roles are given, one of them, in reading order."""
        numbers = [ROLES[role] for role in roles]
        attributes: dict[str, str] = {}
        interfaces: list[str] = []
        match = _ANY if numbers else _ALL
        rule = (_bits(states, 2), _ALL, attributes, _ALL, _bits(numbers, 4), match, interfaces, _ALL, False)
        body = (rule, _IN_ORDER, 0, True)
        there = self.reader.call(self.place, _COLLECTION, "GetMatches", f"{_RULE}uib", body)[0]
        return [Thing(self.reader, tuple(one)) for one in there]


def _bits(numbers: Iterable[int], words: int) -> list[int]:
    """Numbers as bits in so many words of 32 bits, which the bus takes for signed."""
    both = sum(1 << number for number in set(numbers))
    low = (both >> 32 * word & 0xFFFFFFFF for word in range(words))
    return [word - (1 << 32) if word >> 31 else word for word in low]


class Reader:
    """Reads one program."""

    def __init__(self, session_bus: str) -> None:
        """`session_bus` is the address of the bus on which the program is to be started."""
        with open_dbus_connection(session_bus) as session:
            bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=PATIENCE).body[0]
        self._bus: DBusConnection = open_dbus_connection(address)
        self._program: subprocess.Popen[bytes] | None = None

    def follow(self, program: subprocess.Popen[bytes]) -> None:
        """Wait for nothing once this program has ended."""
        self._program = program

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def call(
        self, place: Found, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """Ask a thing. Raises NotThere if it has gone."""
        message = new_method_call(DBusAddress(place[1], place[0], interface), method, signature or None, body)
        return self._send(message, place)

    def property(self, place: Found, interface: str, name: str) -> Any:
        """Ask for a property of a thing."""
        message = Properties(DBusAddress(place[1], place[0], interface)).get(name)
        return self._send(message, place)[0][1]

    def windows(self) -> list[Thing]:
        """The windows on the screen, the topmost last. Raises NotThere when one goes just then."""
        code = self._program.poll() if self._program else None
        assert code is None, f"the program has ended, with {code}"
        programs = [Thing(self, tuple(one)) for one in self.call(_REGISTRY, _ACCESSIBLE, "GetChildren")[0]]
        return [window for program in programs for window in program.children if SHOWING in window.states]

    def everything(self, *roles: str, states: Iterable[int] = (SHOWING,)) -> Iterator[Thing]:
        """All that is in these states and, if roles are given, of one of them; in the topmost window first."""
        for window in reversed(self.windows()):
            yield from window.within(states, roles)

    def find(self, name: str, role: str = "", *, begins: bool = False) -> Thing:
        """The thing of this name, once it is on the screen. Raises NotThere if it does not come."""

        def fits(thing: Thing) -> bool:
            return thing.name.startswith(name) if begins else thing.name == name

        return self.first(fits, f"{role or 'something'} ‘{name}’", *([role] if role else []))

    def field(self, label: str) -> Thing:
        """What takes a value under this label."""

        def fits(thing: Thing) -> bool:
            return thing.called == label

        return self.first(fits, f"a field ‘{label}’", "text", "combo box")

    def first(
        self, fits: Callable[[Thing], bool], wanted: str, *roles: str, states: Iterable[int] = (SHOWING,)
    ) -> Thing:
        """The first thing that fits, once there is one."""

        def look() -> Thing | None:
            return next(filter(fits, self.everything(*roles, states=states)), None)

        return seen(unless_it_goes(look), wanted)

    def gone(self, name: str, role: str) -> None:
        """Wait until nothing with a name that begins so is on the screen."""

        def has_gone() -> bool | None:
            return not any(one.name.startswith(name) for one in self.everything(role)) or None

        seen(unless_it_goes(has_gone), f"a screen without ‘{name}’")

    def press(self, name: str, role: str = "push button", *, begins: bool = False) -> None:
        """Do what the thing of this name is there for, once it is there and can be pressed."""

        def fits(thing: Thing) -> bool:
            return thing.name.startswith(name) if begins else thing.name == name

        def look() -> bool | None:
            there = next(filter(fits, self.everything(role, states=(SHOWING, ENABLED))), None)
            if there:
                there.press()
            return True if there else None

        seen(unless_it_goes(look), f"{role} ‘{name}’, to be pressed")

    def write(self, label: str, words: str) -> None:
        """Have these words stand in the field of this label."""

        def stands() -> bool | None:
            field = self.field(label)
            if field.text != words:
                field.write(words)
            return field.text == words or None

        seen(unless_it_goes(stands), f"‘{words}’ in ‘{label}’")

    def focused(self) -> Thing:
        """What has the focus, once something has it."""
        return seen(unless_it_goes(self.focus), "the focus")

    def focus(self) -> Thing | None:
        """What has the focus, if anything. The present row of a list says that it has it even while it has not."""
        found = [one for one in self.everything(states=(FOCUSED, FOCUSABLE)) if one.role not in _WINDOWS]
        return next((one for one in found if not one.role.endswith(("item", "cell"))), found[0] if found else None)

    def _send(self, message: Message, place: Found) -> tuple[Any, ...]:
        reply = self._bus.send_and_get_reply(message, timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise NotThere(f"{place}: {reply.body}")
        return tuple(reply.body)


def unless_it_goes(look: Callable[[], Seen | None]) -> Callable[[], Seen | None]:
    """The same look, which sees nothing where a thing goes while it is looked at."""

    def careful() -> Seen | None:
        try:
            return look()
        except NotThere:
            return None

    return careful

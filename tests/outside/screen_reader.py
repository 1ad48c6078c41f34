"""What a screen reader does: asks over AT-SPI, the bus for accessibility, what is on the screen, and acts on it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE = 30.0
"""Seconds after which something that is waited for will not come."""
SOON = 1.0
"""Seconds within which the focus moves if it moves at all."""
REST = 0.05
"""Seconds between two looks: the bus tells of changes too, but looking again needs no order of events."""

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"
_TEXT = "org.a11y.atspi.Text"
_EDITABLE = "org.a11y.atspi.EditableText"
_COMPONENT = "org.a11y.atspi.Component"
_REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

_LABELLED_BY = 2
"""The number of the relation."""

FOCUSABLE, FOCUSED, SHOWING = 11, 12, 25
"""Numbers of states, from the AT-SPI interface."""

Found = tuple[str, str]
"""A bus name and an object path."""


class NotThere(AssertionError):
    """What was looked for is not on the screen; the message says what is."""


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

    def within(self) -> Iterator[Thing]:
        """Itself and all in it that is on the screen."""
        try:
            showing = SHOWING in self.states
        except NotThere:
            return  # it has gone meanwhile
        if showing:
            yield self
            for child in self.children:
                yield from child.within()


class Reader:
    """Reads one program."""

    def __init__(self, session_bus: str) -> None:
        """`session_bus` is the address of the bus on which the program was started."""
        with open_dbus_connection(session_bus) as session:
            bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = session.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=PATIENCE).body[0]
        self._bus: DBusConnection = open_dbus_connection(address)
        self._told: deque[Message] = deque()
        self._listening = ExitStack()
        self._listen()

    def close(self) -> None:
        """Leave the bus."""
        self._listening.close()
        self._bus.close()

    def _listen(self) -> None:
        """Be told where the focus goes."""
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged")
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        self._bus.send_and_get_reply(new_method_call(bus, "AddMatch", "s", (rule.serialise(),)), timeout=PATIENCE)
        self._listening.enter_context(self._bus.filter(rule, queue=self._told))
        registry = (_REGISTRY[0], "/org/a11y/atspi/registry")
        event: tuple[Any, ...] = ("object:state-changed:focused", [], "")
        self.call(registry, "org.a11y.atspi.Registry", "RegisterEvent", "sass", event)

    def focus_after(self, do: Callable[[], None]) -> Thing:
        """What gets the focus when this is done; what has it, if nothing else gets it soon."""
        self._told.clear()
        do()
        end = time.monotonic() + SOON
        while time.monotonic() < end:
            with suppress(TimeoutError):
                message = self._bus.recv_until_filtered(self._told, timeout=SOON)
                if tuple(message.body[:2]) == ("focused", 1):
                    return Thing(
                        self, (message.header.fields[HeaderFields.sender], message.header.fields[HeaderFields.path])
                    )
        return self.focused()

    def call(
        self, place: Found, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """Ask a thing. Raises NotThere if it does not answer."""
        message = new_method_call(DBusAddress(place[1], place[0], interface), method, signature or None, body)
        return self._send(message, place)

    def property(self, place: Found, interface: str, name: str) -> Any:
        """Ask for a property of a thing."""
        message = Properties(DBusAddress(place[1], place[0], interface)).get(name)
        return self._send(message, place)[0][1]

    def programs(self) -> list[Thing]:
        """The programs that can be read."""
        return [Thing(self, tuple(one)) for one in self.call(_REGISTRY, _ACCESSIBLE, "GetChildren")[0]]

    def everything(self) -> Iterator[Thing]:
        """All that is on the screen."""
        for program in self.programs():
            for window in program.children:
                yield from window.within()

    def find(self, name: str, role: str = "", *, begins: bool = False) -> Thing:
        """The thing of this name, once it is there. Raises NotThere if it does not come."""

        def fits(thing: Thing) -> bool:
            called = thing.name
            return (called.startswith(name) if begins else called == name) and role in ("", thing.role)

        return self.first(fits, f"“{name}” {role}")

    def field(self, label: str) -> Thing:
        """What takes a value under this label. Of a drop-down Qt tells its choice as name, and its label beside it."""

        def fits(thing: Thing) -> bool:
            role = thing.role
            return (role == "text" and thing.name == label) or (role == "combo box" and label in thing.labels)

        return self.first(fits, f"a field “{label}”")

    def first(self, fits: Callable[[Thing], bool], wanted: str) -> Thing:
        """The first thing that fits, once there is one."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(NotThere, StopIteration):  # things go while they are looked at
                return next(filter(fits, self.everything()))
            time.sleep(REST)
        there = ", ".join(sorted({f"{one.role} “{one.name}”" for one in self.everything()}))
        raise NotThere(f"{wanted} is not on the screen, but {there}")

    def gone(self, name: str, role: str) -> None:
        """Wait until nothing with a name that begins so is on the screen."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(NotThere):
                if not any(one.name.startswith(name) and one.role == role for one in self.everything()):
                    return
            time.sleep(REST)
        raise AssertionError(f"“{name}” does not go")

    def focused(self) -> Thing:
        """What has the focus. The present row of a list says that it has it even while the list has not."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(NotThere):
                found = [one for one in self.everything() if _has_focus(one)]
                if found:
                    return next((one for one in found if not one.role.endswith(("item", "cell"))), found[0])
            time.sleep(REST)
        raise NotThere("nothing has the focus")

    def _send(self, message: Message, place: Found) -> tuple[Any, ...]:
        reply = self._bus.send_and_get_reply(message, timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise NotThere(f"{place}: {reply.body}")
        return tuple(reply.body)


def _has_focus(thing: Thing) -> bool:
    return {FOCUSED, FOCUSABLE} <= thing.states and thing.role not in ("frame", "window", "dialog")

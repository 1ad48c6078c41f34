"""All frameworks of a CPD file together, those that ship with the app and the person's own: who looks up an item asks
here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, LinkKind
from otcpd.domain.framework_ref import parse_edition, parse_ref


@dataclass(frozen=True)
class Frameworks:
    """Every edition there is. `all` holds those in the bin too: what is linked to them stays readable."""

    all: tuple[Framework, ...] = ()
    links: tuple[FrameworkLink, ...] = ()

    @cached_property
    def _by_ref(self) -> Mapping[str, Framework]:
        """By "framework@edition"; one that is not in the bin before one that is, the person's own before ours."""
        ordered = sorted(self.all, key=_standing)
        return {str(one.ref): one for one in ordered}

    @cached_property
    def offered(self) -> tuple[Framework, ...]:
        """Those to choose from: in force and not in the bin, in the order of `all`."""
        return tuple(one for one in self.all if one.in_force and one.deleted is None)

    def edition(self, ref: str) -> Framework | None:
        """The edition called "framework@edition", in force or not, in the bin or not."""
        return self._by_ref.get(ref)

    def of_item(self, ref: str) -> Framework | None:
        """The edition that an item is of."""
        parsed = parse_ref(ref)
        return self.edition(str(parsed.edition)) if parsed is not None else None

    def item(self, ref: str) -> FrameworkItem | None:
        """The item called "framework@edition:code", retired or not."""
        parsed, framework = parse_ref(ref), self.of_item(ref)
        return framework.by_code.get(parsed.code) if framework is not None and parsed is not None else None

    def label(self, ref: str) -> str:
        """What an item is called; of one that nobody knows its code, so that an old link is never an empty line."""
        found = self.item(ref)
        if found is not None:
            return found.label
        parsed = parse_ref(ref)
        return parsed.code if parsed is not None else ref

    def framework_name(self, ref: str) -> str:
        """The name of the framework of an item or an edition; of one that nobody knows its code."""
        found = self.edition(ref) or self.of_item(ref)
        if found is not None:
            return found.name
        parsed = parse_edition(ref.partition(":")[0])
        return parsed.framework if parsed is not None else ref

    @cached_property
    def _same(self) -> Mapping[str, frozenset[str]]:
        """What counts for what: links that say the same, and newer editions, whichever way they point."""
        found: dict[str, set[str]] = {}
        for link in self.links:
            if link.kind is not LinkKind.RELATED:
                found.setdefault(link.source, set()).add(link.target)
                found.setdefault(link.target, set()).add(link.source)
        return {ref: frozenset(others) for ref, others in found.items()}

    def alike(self, ref: str) -> frozenset[str]:
        """An item and those that say the same in other frameworks and editions; one step away and no further."""
        return self._same.get(ref, frozenset()) | {ref}

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        return {}

    def within(self, ref: str) -> frozenset[str]:
        """An item and everything below it in its framework: what is linked to a theme counts for its pillar."""
        if ref not in self._below:
            self._below[ref] = frozenset(self._walk(ref))
        return self._below[ref]

    def _walk(self, ref: str) -> Iterable[str]:
        yield ref
        parsed, framework = parse_ref(ref), self.of_item(ref)
        if parsed is None or framework is None:
            return
        waiting, seen = [parsed.code], {parsed.code}
        while waiting:
            for item in framework.children.get(waiting.pop(), ()):
                if item.code not in seen:
                    seen.add(item.code)
                    waiting.append(item.code)
                    yield framework.ref.item(item.code)

    def counting_for(self, ref: str) -> frozenset[str]:
        """Every reference that counts as one to this item: it, what is below it, and what says the same as any of
        these."""
        return frozenset(other for one in self.within(ref) for other in self.alike(one))


def _standing(framework: Framework) -> tuple[bool, bool]:
    return framework.deleted is None, framework.own

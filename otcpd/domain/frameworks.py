"""All frameworks of a CPD file together, those that ship with the app and the person's own: who looks up an item asks
here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
        """Items that say the same, whichever way the link points."""
        return _by_end(self.links, LinkKind.SAME, both=True)

    @cached_property
    def _newer(self) -> Mapping[str, frozenset[str]]:
        return _by_end(self.links, LinkKind.REPLACED_BY)

    @cached_property
    def _older(self) -> Mapping[str, frozenset[str]]:
        turned = (replace(link, source=link.target, target=link.source) for link in self.links)
        return _by_end(turned, LinkKind.REPLACED_BY)

    @cached_property
    def _alike(self) -> dict[str, frozenset[str]]:
        return {}

    def alike(self, ref: str) -> frozenset[str]:
        """An item, what stands for it in older and newer editions however many there are, and what says the same as
        any of these, in its editions. What in turn says the same as that is none of them: little by little it would
        say something else."""
        found = self._alike.get(ref)
        if found is None:
            editions = self._editions(ref)
            said = (other for one in editions for other in self._same.get(one, ()))
            self._alike[ref] = found = editions.union(*map(self._editions, said))
        return found

    def _editions(self, ref: str) -> frozenset[str]:
        """An item through the editions: what it became, and what became it. Two items that one became stand side by
        side, and neither is the other."""
        return frozenset((ref, *_walk(self._newer, ref), *_walk(self._older, ref)))

    def above(self, ref: str) -> Iterator[str]:
        """The items above one in its framework, the nearest first. Parents that come round to themselves end there."""
        seen = {ref}
        while (ref := self._parent.get(ref, "")) and ref not in seen:
            seen.add(ref)
            yield ref

    def _just_above(self, ref: str) -> Sequence[str]:
        above = self._parent.get(ref)
        return (above,) if above is not None else ()

    @cached_property
    def _parent(self) -> Mapping[str, str]:
        """What stands right above each item that does not stand at the top."""
        return {
            framework.ref.item(item.code): framework.ref.item(item.parent)
            for framework in self._by_ref.values()
            for item in framework.by_code.values()
            if item.parent in framework.by_code
        }

    def _just_below(self, ref: str) -> Sequence[str]:
        item, framework = self.item(ref), self.of_item(ref)
        if item is None or framework is None:
            return ()
        return [framework.ref.item(one.code) for one in framework.children.get(item.code, ())]

    def _reached(self, ref: str, lead: Callable[[str], Sequence[str]]) -> frozenset[str]:
        """An item and all to which `lead` leads on from it, through the editions of each."""
        seen: set[tuple[str, bool]] = set()
        waiting = [(ref, False)]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                item, of_other_edition = one
                waiting += [(other, False) for other in lead(item)]
                if not of_other_edition:  # once is through all of them, and twice might come to what stands beside it
                    waiting += [(other, True) for other in self._editions(item)]
        return frozenset(item for item, _ in seen)

    def _counting(self, ref: str, lead: Callable[[str], Sequence[str]]) -> frozenset[str]:
        reached = self._reached(ref, lead)
        said = {other for one in reached for other in self._same.get(one, ())}
        return reached.union(*(self._reached(one, lead) for one in said))

    @cached_property
    def _counting_for(self) -> dict[str, frozenset[str]]:
        return {}

    def counting_for(self, ref: str) -> frozenset[str]:
        """Every reference that counts as one to this item: it, what is below it, what says the same as any of these,
        and what is below that, each in all its editions. What shows a theme shows its pillar, and so the pillar that
        took its place, and the one that says the same elsewhere.

        This is the one rule of what counts for what, here from above and in `counts_for` from below.
        """
        if ref not in self._counting_for:
            self._counting_for[ref] = self._counting(ref, self._just_below)
        return self._counting_for[ref]

    @cached_property
    def _counts_for(self) -> dict[str, frozenset[str]]:
        return {}

    def counts_for(self, ref: str) -> frozenset[str]:
        """Every item for which a reference counts: those whose `counting_for` has it. Of many links it is far quicker
        to ask this of each than to ask that of every item; looked up as they come and kept."""
        found = self._counts_for.get(ref)
        if found is None:
            plain = frozenset((ref, *self.above(ref)))
            linked = not self._linked.isdisjoint(plain)
            self._counts_for[ref] = found = self._counting(ref, self._just_above) if linked else plain
        return found

    @cached_property
    def _linked(self) -> frozenset[str]:
        """All that has something that says the same, or another edition."""
        return frozenset((*self._same, *self._newer, *self._older))


def _by_end(links: Iterable[FrameworkLink], kind: LinkKind, *, both: bool = False) -> Mapping[str, frozenset[str]]:
    """The targets of the links of a kind by their sources, and with `both` the other way round as well."""
    found: dict[str, set[str]] = {}
    for link in links:
        if link.kind is kind:
            found.setdefault(link.source, set()).add(link.target)
            if both:
                found.setdefault(link.target, set()).add(link.source)
    return {ref: frozenset(others) for ref, others in found.items()}


def _walk(ways: Mapping[str, frozenset[str]], ref: str) -> Iterator[str]:
    """Everything that leads on from a reference, however many steps away, itself left out."""
    waiting, seen = [ref], {ref}
    while waiting:
        for one in ways.get(waiting.pop(), ()):
            if one not in seen:
                seen.add(one)
                waiting.append(one)
                yield one


def _standing(framework: Framework) -> tuple[bool, bool]:
    return framework.deleted is None, framework.own

"""The confidentiality check: what in a text can tell who a service user is.

It points out and leaves the rest to the person: nothing is blocked, changed or sent. (HCPC, Confidentiality:
guidance for registrants.)
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import chain

from otcpd.domain.check_digits import passes_modulus_10, passes_modulus_11
from otcpd.domain.identifier_rules import FoundIdentifier, IdentifierKind, IdentifierRules

Judge = Callable[[re.Match[str]], bool | None]
"""Whether a match is surely what it looks like; None for what is not that at all."""

_ALONE = r"(?<![0-9A-Za-z])(?<![0-9][-.])", r"(?![0-9A-Za-z])(?![-.][0-9])"
"""A number that is no part of a longer one: not of an ISBN, an amount, a version."""
_DAY = (
    r"[0-9]{1,2}(?:[/.-][0-9]{1,2}[/.-]|(?:st|nd|rd|th)?\s(?:of\s)?(?:"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,?\s)(?:[0-9]{4}|[0-9]{2})(?![0-9])"
)
_NEAR = 12
"""Letters between "born" and the date: "born on the", "DOB is"."""
_MOST_TITLE_WORDS = 2
"""Words of a name after a title: "Mrs Rowan Alder"."""


class IdentifierCheck:
    """Looks for what the rules name. Made once, for its patterns take longer to make than to use."""

    def __init__(self, rules: IdentifierRules) -> None:
        self._rules = rules
        self._finders = tuple((kind, re.compile(pattern, flags), judge) for kind, pattern, flags, judge in self._made())

    def find(self, text: str, own: Collection[str] = ()) -> list[FoundIdentifier]:
        """What was seen, in the order of the text, each place once.

        `own` are the person's own details (registration number, phone, e-mail, name, postcode at work), which
        give nobody away. Spaces and case do not count in them.
        """
        mine = {_bare(one) for one in own}
        seen = chain.from_iterable(self._of(kind, pattern, judge, text) for kind, pattern, judge in self._finders)
        kept: list[FoundIdentifier] = []
        for one in seen:
            if _bare(one.text) not in mine and not any(_overlap(one, other) for other in kept):
                kept.append(one)
        return sorted(kept, key=_place)

    def _of(self, kind: IdentifierKind, pattern: re.Pattern[str], judge: Judge, text: str) -> Iterator[FoundIdentifier]:
        for match in pattern.finditer(text):
            sure = judge(match)
            if sure is not None:
                start, end = match.span("it")
                yield FoundIdentifier(kind, start, end, match["it"], sure)

    def _made(self) -> Iterator[tuple[IdentifierKind, str, int, Judge]]:
        """Kind, pattern with a group "it", flags and judge, in the order in which kinds win."""
        rules, (before, after) = self._rules, _ALONE
        streets = _either(rules.streets)
        yield IdentifierKind.EMAIL, r"(?<![\w.+'-])(?P<it>[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)", 0, _surely
        yield IdentifierKind.CHI, rf"{before}(?P<it>[0-9]{{6}}[ -]?[0-9]{{4}}){after}", 0, _is_chi
        yield (
            IdentifierKind.NHS_NUMBER,
            rf"{before}(?P<it>[0-9]{{3}}([ -]?)[0-9]{{3}}\2[0-9]{{4}}){after}",
            0,
            self._is_nhs_number,
        )
        yield IdentifierKind.NI_NUMBER, self._ni_pattern(), 0, self._is_ni_number
        yield (
            IdentifierKind.BIRTH_DATE,
            rf"\b{_either(rules.birth_words)}[^0-9\n]{{0,{_NEAR}}}?(?P<it>{_DAY})",
            re.I,
            _surely,
        )
        yield (
            IdentifierKind.CASE_NUMBER,
            rf"\b(?P<it>(?:{_either(rules.case_systems)}(?i:\s+{_either(rules.case_words)})?"
            rf"|(?i:{_either(rules.case_words)}))(?i:\s*(?:no|number))?[\s.:#-]*[0-9]{{5,9}})(?![0-9])",
            0,
            _surely,
        )
        yield IdentifierKind.PHONE, r"(?<![0-9A-Za-z+])(?P<it>(?:\+44|\(?0)[0-9 ()-]{8,16}[0-9])(?![0-9])", 0, _is_phone
        yield (
            IdentifierKind.ADDRESS,
            rf"\b(?P<it>(?:(?i:flat)\s[0-9]{{1,3}}(?:/[0-9]{{1,2}}|[A-Z])?\b|[0-9]{{1,2}}F[0-9]\b"
            rf"|[0-9]{{1,4}}[A-Za-z]?,?\s(?:[A-Z][\w’'-]*\s){{1,3}}{streets}\b))",
            0,
            _perhaps,
        )
        yield IdentifierKind.POSTCODE, self._postcode_pattern(), 0, _perhaps
        yield IdentifierKind.NAME, self._name_pattern(), 0, _perhaps

    def _is_nhs_number(self, match: re.Match[str]) -> bool | None:
        digits = _digits(match["it"])
        if not passes_modulus_11(digits):
            return None
        stem = int(digits[:9])
        return bool(match[2]) or any(least <= stem <= most for least, most in self._rules.nhs_ranges)

    def _ni_pattern(self) -> str:
        letters = _letters(self._rules.ni_never)
        second = _letters(self._rules.ni_never + self._rules.ni_never_second)
        prefix = rf"[{letters}{letters.lower()}][{second}{second.lower()}]"
        suffix = f"[{self._rules.ni_suffixes}{self._rules.ni_suffixes.lower()}]"
        # In one piece or in pairs, but not "OT123456 a", which is a registration number and a word.
        return rf"\b(?P<it>{prefix}(?:[0-9]{{6}}{suffix}|(?: [0-9]{{2}}){{3}} ?{suffix}))\b"

    def _is_ni_number(self, match: re.Match[str]) -> bool | None:
        return None if match["it"][:2].upper() in self._rules.ni_unused else True

    def _postcode_pattern(self) -> str:
        rules = self._rules
        forms = chain(map(self._postcode_form, rules.postcode_forms), map(_spaced, rules.postcode_others))
        # The longest first, or "EC1A 1BB" would be looked for as "C1A 1BB" where no word begins.
        return rf"\b(?P<it>{'|'.join(sorted(forms, key=len, reverse=True))})\b"

    def _postcode_form(self, form: str) -> str:
        """ "AA9 9AA" as a pattern; in capitals alone, or half of all English would be postcodes."""
        rules, outward = self._rules, form.split()[0]
        made = []
        for place, sign in enumerate(outward):
            barred = (rules.postcode_never_first, rules.postcode_never_second, "")[min(place, 2)]
            made.append("[0-9]" if sign == "9" else f"[{_letters(barred)}]")
        return "".join(made) + rf" ?[0-9][{_letters(rules.postcode_never_last)}]{{2}}"

    def _name_pattern(self) -> str:
        rules, name = self._rules, r"[A-Z][\w’'-]*[^\W\d_]"
        titled = rf"{_either(rules.titles)}\.?\s{name}(?:\s{name}){{0,{_MOST_TITLE_WORDS - 1}}}"
        return rf"\b(?P<it>{titled}|(?i:{_either(rules.relations)})\s{name})"


def _surely(_: re.Match[str]) -> bool:
    return True


def _perhaps(_: re.Match[str]) -> bool:
    return False


def _is_chi(match: re.Match[str]) -> bool | None:
    """Ten digits that begin with a day; surely a CHI number if either check digit is right."""
    digits = _digits(match["it"])
    if not _begins_with_a_day(digits):
        return None
    return passes_modulus_11(digits) or passes_modulus_10(digits)


def _begins_with_a_day(digits: str) -> bool:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    return any(_is_day(century + year, month, day) for century in (1900, 2000))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_phone(match: re.Match[str]) -> bool | None:
    """Ten or eleven digits, the first 0; +44 stands for that 0."""
    words = match["it"].replace("(0)", "") if match["it"].startswith("+") else match["it"]
    digits = _digits(words)
    national = f"0{digits[2:]}" if words.startswith("+") else digits
    return True if len(national) in (10, 11) and national[1] != "0" else None


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _letters(barred: str) -> str:
    return "".join(letter for letter in string.ascii_uppercase if letter not in barred)


def _either(words: Iterable[str]) -> str:
    """Any of the words, the longest first; a word does not end in the middle of another."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) + (r"\b" if word[-1].isalnum() else "") for word in ordered) + ")"


def _spaced(form: str) -> str:
    return form.replace(" ", " ?")


def _bare(text: str) -> str:
    """As details are compared: "+44 131 …" is "0131 …"."""
    bare = re.sub(r"[\s()-]", "", text).casefold()
    return re.sub(r"^\+440?", "0", bare)


def _overlap(one: FoundIdentifier, other: FoundIdentifier) -> bool:
    return one.start < other.end and other.start < one.end


def _place(one: FoundIdentifier) -> int:
    return one.start

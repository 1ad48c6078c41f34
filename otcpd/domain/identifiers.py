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

SLICE = 4_000
"""Letters looked at in one go: about two milliseconds of work."""
_LONGEST = 400
"""No match is longer: so far a slice looks past its end."""
_GAP = r"[ \u00a0-]"
"""What stands between groups of digits; the space that does not break comes from other programs."""
_BEFORE, _AFTER = (
    r"(?:(?<![0-9A-Za-z])|(?<=[Cc][Hh][Ii])|(?<=[Nn][Hh][Ss]))(?<![0-9][-.])",
    r"(?![0-9A-Za-z])(?![-.][0-9])",
)
"""A number that is no part of a longer one: not of an ISBN, an amount, a version. "CHI" may touch it."""
_DAY = (
    r"(?:(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{1,2}(?:[/.-][0-9]{1,2}[/.-]|(?:st|nd|rd|th)?\s(?:of\s)?(?:"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,7},?\s)(?:[0-9]{4}|[0-9]{2}))(?![0-9])"
)
_NEAR = 18
"""Letters between "born" and the date: "born on the", "DOB is", "born on a Wednesday,"; no end of a sentence."""
_PHONE_SPACE = r"[ \u00a0()\u2011\u2013-]"
_PHONE_DIGIT = rf"(?:{_PHONE_SPACE}{{0,3}}[0-9])"
_UK_PHONE = rf"(?:\+|00)44{_PHONE_DIGIT}{{9,11}}|\(?0{_PHONE_DIGIT}{{9,10}}"
_PHONE = rf"(?<![0-9A-Za-z+])(?<![0-9]-)(?P<it>{_UK_PHONE})(?![0-9])"
_DATE_AND_MORE = re.compile(r"[0-3][0-9]([ -])[01][0-9]\1(?:19|20)[0-9]{2}[^0-9]")
_CITED = re.compile(r"(?:\b(?:isbn|issn|doi|pmid)(?:-1[03])?\W{0,3}|\b10\.[0-9]{4,9}/\S{0,40})\Z", re.I)
"""What stands before a number that leads to a book or a paper."""
_BEFORE_CITED = 60
_NUMBER_AND_WORD = re.compile(r"OT[0-9]{6} [A-D]")
"""An HCPC registration number and the first word of what follows: "OT123456 A colleague"."""
_RANK = {kind: rank for rank, kind in enumerate(IdentifierKind)}
_MOST_TITLE_WORDS = 2
"""Words of a name after a title: "Mrs Rowan Alder"."""
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"{_CAPITAL}(?:[\w-]|[’'](?!s\b)){{0,40}}[^\W\d_]"
"""A capital and at least one letter: "Mr A" names nobody. The "’s" behind a name is no part of it."""
_INITIALS = rf"(?:{_CAPITAL}[ \u00a0]|{_CAPITAL}\.(?={_CAPITAL})){{1,3}}(?![A-Z]+s?\b)"
_BEFORE_SURNAME = rf"(?:{_INITIALS})?(?:(?:van|von|de|der|den|du|la|le|al|el)[ \u00a0]){{0,2}}"
"""What may stand between a title and a name: "Mr R Alder", "Mrs van der Birch". An initial with a full stop and a space
is none: "Mrs A. She" is how people write who name nobody; nor is one before capitals alone: "Mrs A OT visit"."""


class IdentifierCheck:
    """Looks for what the rules name. Made once, for its patterns take longer to make than to use."""

    def __init__(self, rules: IdentifierRules) -> None:
        self._rules = rules
        self._titles = frozenset(rules.titles)
        self._finders = tuple((kind, re.compile(pattern, flags), judge) for kind, pattern, flags, judge in self._made())

    def find(self, text: str, own: Collection[str] = ()) -> list[FoundIdentifier]:
        """What was seen, in the order of the text, each place once.

        `own` are the person's own details (registration number, phone, e-mail, name, postcode at work), which
        give nobody away. Spaces and case do not count in them.
        """
        return self.settle([one for part in self.look(text) for one in part], own)

    def look(self, text: str, letters: int = SLICE) -> Iterator[list[FoundIdentifier]]:
        """All that any pattern sees, a slice of so many letters at a time, so that a long text holds nothing up.

        For `settle`. Where the slices end makes no difference.
        """
        ends = [0] * len(self._finders)
        for start in range(0, len(text), letters):
            seen: list[FoundIdentifier] = []
            for place, finder in enumerate(self._finders):
                found, ends[place] = self._seen(finder, text, max(start, ends[place]), start + letters)
                seen += found
            yield seen

    def settle(self, seen: Iterable[FoundIdentifier], own: Collection[str] = ()) -> list[FoundIdentifier]:
        """Of all that was seen what counts, in the order of the text: each place once, by the kind that wins there,
        and nothing of the person's own."""
        mine = {_bare(one) for one in own}
        my_words = [frozenset(one.casefold().split()) for one in own]
        taken = bytearray()
        kept: list[FoundIdentifier] = []
        for one in sorted(seen, key=_precedence):
            taken.extend(bytes(max(0, one.end - len(taken))))
            if any(taken[one.start : one.end]):
                continue
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            if _bare(one.text) not in mine and not self._names_one_of(one, my_words):
                kept.append(one)
        return sorted(kept, key=_place)

    def _names_one_of(self, one: FoundIdentifier, names: Collection[frozenset[str]]) -> bool:
        """Whether it is a title before words of one of the names: "Ms Rowan" where the person is called so."""
        title, *name = one.text.replace(".", " ").split()
        if one.kind is not IdentifierKind.NAME or title not in self._titles:
            return False
        said = frozenset(word.casefold() for word in name)
        return any(said <= words for words in names)

    def _seen(
        self, finder: tuple[IdentifierKind, re.Pattern[str], Judge], text: str, start: int, end: int
    ) -> tuple[list[FoundIdentifier], int]:
        """What one pattern sees that begins between `start` and `end`, and where the last match ended."""
        kind, pattern, judge = finder
        found, last = [], start
        for match in pattern.finditer(text, start, end + _LONGEST):
            if match.start() >= end:
                break
            last = match.end()
            sure = judge(match)
            if sure is not None:
                found.append(FoundIdentifier(kind, *match.span("it"), match["it"], sure))
        return found, last

    def _made(self) -> Iterator[tuple[IdentifierKind, str, int, Judge]]:
        """Kind, pattern with a group "it", flags and judge, in the order in which kinds win."""
        rules = self._rules
        email = r"(?<![\w.+'-])(?P<it>[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
        yield IdentifierKind.EMAIL, email, 0, _surely
        chi = rf"[0-9]{{6}}{_GAP}?[0-9]{{4}}|[0-9]{{3}}({_GAP})[0-9]{{3}}\2[0-9]{{4}}"
        yield IdentifierKind.CHI, rf"{_BEFORE}(?P<it>{chi}){_AFTER}", 0, _is_chi
        nhs = rf"[0-9]{{3}}({_GAP}?)[0-9]{{3}}\2[0-9]{{4}}"
        yield IdentifierKind.NHS_NUMBER, rf"{_BEFORE}(?P<it>{nhs}){_AFTER}", 0, self._is_nhs_number
        yield IdentifierKind.NI_NUMBER, self._ni_pattern(), 0, self._is_ni_number
        between = rf"(?:(?!\.\s[A-Z])[^0-9\n]){{0,{_NEAR}}}?"
        born = rf"\b{_either(rules.birth_words)}{between}(?P<it>{_DAY})"
        yield IdentifierKind.BIRTH_DATE, born, re.I, _surely
        yield IdentifierKind.CASE_NUMBER, self._case_pattern(), 0, _is_of_a_system
        yield IdentifierKind.PHONE, _PHONE, 0, _is_phone
        yield IdentifierKind.ADDRESS, self._address_pattern(), 0, _perhaps
        yield IdentifierKind.POSTCODE, self._postcode_pattern(), 0, _perhaps
        yield IdentifierKind.NAME, self._name_pattern(), 0, _perhaps

    def _case_pattern(self) -> str:
        systems, words = _either(self._rules.case_systems), _either(self._rules.case_words)
        named = rf"(?P<system>{systems})(?i:\s{{1,3}}{words})?|(?i:{words})"
        return rf"\b(?P<it>(?:{named})(?i:\s{{0,3}}(?:no|number)\b)?[\s.:#-]{{0,4}}[0-9]{{5,9}})(?![0-9])"

    def _address_pattern(self) -> str:
        flat = r"(?i:flat)\s[0-9]{1,3}(?:/[0-9]{1,2}|[A-Z])\b|Flat\s[0-9]{1,3}\b|[0-9]{1,2}F[0-9]\b"
        number = r"(?:[0-9]{1,2}/)?[0-9]{1,4}[A-Za-z]?,?"
        words = rf"(?:{_CAPITAL}[\w’'-]{{0,40}}[ \u00a0]){{1,3}}"
        return rf"(?<![\w/])(?P<it>{flat}|{number}\s{words}{_either(self._rules.streets)})"

    def _is_nhs_number(self, match: re.Match[str]) -> bool | None:
        digits = _digits(match["it"])
        if not passes_modulus_11(digits) or _is_cited(match):
            return None
        stem = int(digits[:9])
        return bool(match[2]) or any(least <= stem <= most for least, most in self._rules.nhs_ranges)

    def _ni_pattern(self) -> str:
        letters = _letters(self._rules.ni_never)
        second = _letters(self._rules.ni_never + self._rules.ni_never_second)
        prefix, suffix = f"[{letters}][{second}]", f"[{self._rules.ni_suffixes}]"
        spaced = rf"[{letters}][{second}] ?[0-9]{{2}} ?[0-9]{{2}} ?[0-9]{{2}} ?[{self._rules.ni_suffixes}]"
        whole = rf"(?i:{prefix}[0-9]{{6}}{suffix}|{prefix}(?: [0-9]{{2}}){{3}} ?{suffix})"
        return rf"\b(?P<it>{whole}|{spaced})\b"

    def _is_ni_number(self, match: re.Match[str]) -> bool | None:
        if match["it"][:2].upper() in self._rules.ni_unused or _NUMBER_AND_WORD.fullmatch(match["it"]):
            return None
        return True

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
        return "".join(made) + rf"{_GAP}?[0-9][{_letters(rules.postcode_never_last)}]{{2}}"

    def _name_pattern(self) -> str:
        rules = self._rules
        titles = _either(rules.titles)
        titled = rf"{titles}\.?\s{{1,3}}{_BEFORE_SURNAME}{_NAME}(?:[ \u00a0]{_NAME}){{0,{_MOST_TITLE_WORDS - 1}}}"
        return rf"\b(?P<it>{titled}|(?i:{_either(rules.relations)}(?:,? (?:called|named))?)\s(?!{titles}){_NAME})"


def _surely(_: re.Match[str]) -> bool:
    return True


def _perhaps(_: re.Match[str]) -> bool:
    return False


def _is_of_a_system(match: re.Match[str]) -> bool:
    """A number after "ID" alone may be that of a meeting or a course."""
    return match["system"] is not None


def _is_chi(match: re.Match[str]) -> bool | None:
    """Ten digits that begin with a day; surely a CHI number if either check digit is right.

    In groups of three, three and four they may be anything, unless that digit is right.
    """
    digits = _digits(match["it"])
    if not _begins_with_a_day(digits) or _is_cited(match):
        return None
    right = passes_modulus_11(digits) or passes_modulus_10(digits)
    return None if match[2] and not right else right


def _is_cited(match: re.Match[str]) -> bool:
    """Whether the number is that of a book or a paper."""
    start = match.start("it")
    return _CITED.search(match.string[max(0, start - _BEFORE_CITED) : start]) is not None


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
    """Ten or eleven digits, the first 0; +44 stands for that 0. No day with an hour after it."""
    words = match["it"]
    if _DATE_AND_MORE.match(words) or _is_cited(match):
        return None
    national = re.sub(r"^(?:\+|00)440?", "0", re.sub(r"[^0-9+]", "", words))
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
    return form.replace(" ", f"{_GAP}?")


def _bare(text: str) -> str:
    """As details are compared: "+44 131 …" is "0131 …"."""
    bare = re.sub(r"[\s()-]", "", text).casefold()
    return re.sub(r"^\+440?", "0", bare)


def _precedence(one: FoundIdentifier) -> tuple[int, int]:
    return _RANK[one.kind], one.start


def _place(one: FoundIdentifier) -> int:
    return one.start

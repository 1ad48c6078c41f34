"""The check digits of health numbers in the UK, over ten digits as text."""

from __future__ import annotations


def passes_modulus_11(number: str) -> bool:
    """Whether the tenth digit follows from the nine before it by the older rule.

    CHI and NHS numbers: the nine digits weigh 10 down to 2; the check digit is 11 less the remainder by
    11, with 11 written as 0. A stem that would need 10 is not used. (NHS Data Dictionary, "NHS number";
    phsmethods, chi_check.)
    """
    weighed = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == int(number[9])


def passes_modulus_10(number: str) -> bool:
    """Whether it does by the rule for CHI numbers of birth dates whose older numbers ran out.

    Every second digit from the ninth down is doubled and, past 9, lessened by 9; the check digit brings
    the sum to a multiple of ten. First announced for November 2025, later for August 2026.
    (Public Health Scotland, phsmethods, issue 147.)
    """
    stem = [int(digit) for digit in number[:9]]
    doubled = (digit * 2 - 9 * (digit > 4) if place % 2 == 0 else digit for place, digit in enumerate(stem))
    return -sum(doubled) % 10 == int(number[9])

"""The head of an e-mail: a day that cannot be meant is none, and words are read as far as they can be."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.exchange.mail_head import read_mail_head


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Mon, 1 Jan 0001 00:00:00 +0000", None),
        ("01-Jan-0001 00:00:00 +0100", None),
        ("Mon, 16 Nov 2026 10:00:00 +0100", date(2026, 11, 16)),
        ("16 Nov 26 10:00 -0500", date(2026, 11, 16)),
        ("16 Nov 2001 00:01:00 +0000", date(2001, 11, 16)),
    ],
)
def test_the_day_is_the_one_that_is_written(written: str, day: date | None) -> None:
    assert read_mail_head(f"Subject: Falls\r\nDate: {written}\r\n\r\n".encode()).day == day


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        ("=?x-unknown?q?Falls_caf=C3=A9?=", "Falls café"),
        ("=?x-unknown?q?Falls_caf=E9?=", "Falls café"),
        ("=?utf-8?q?Falls_caf=E9?=", "Falls café"),
        ("=?x-unknown?q?Falls?= =?utf-8?q?_caf=C3=A9?=", "Falls café"),
    ],
)
def test_an_unknown_charset_is_guessed(written: str, subject: str) -> None:
    assert read_mail_head(f"Subject: {written}\r\n\r\n".encode()).subject == subject

"""The words inside evidence."""

from __future__ import annotations

import pickle
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange import evidence_text
from otcpd.exchange.evidence_text import MOST_CHARACTERS, EvidenceText, read_evidence
from otcpd.exchange.mail_text import read_mail
from tests.exchange import samples


def test_the_words_of_a_pdf_and_its_pages(tmp_path: Path) -> None:
    found = read_evidence(samples.pdf(tmp_path / "a.pdf", "Falls prevention", "Moving and handling"))
    assert found.pages == 2
    assert found.text.split("\n") == ["Falls prevention", "Moving and handling"]


def test_pages_beyond_the_limit_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_text, "MOST_PAGES", 2)
    found = read_evidence(samples.pdf(tmp_path / "a.pdf", "one", "two", "three"))
    assert (found.text, found.pages) == ("one\ntwo", 3)


def test_locked_and_broken_files_give_their_state_and_no_words(tmp_path: Path) -> None:
    assert read_evidence(samples.locked_pdf(tmp_path / "a.pdf")) == EvidenceText(EvidenceKind.PDF, EvidenceState.LOCKED)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\nrubbish")
    assert read_evidence(tmp_path / "b.pdf").state is EvidenceState.BROKEN


def test_the_words_of_a_word_document(tmp_path: Path) -> None:
    found = read_evidence(samples.docx(tmp_path / "a.docx", "Certificate &amp; praise", "caf\u0065\u0301"))
    assert found.text == "Certificate & praise\n\ncafé"


def test_entities_in_a_word_document_are_refused(tmp_path: Path) -> None:
    xml = b'<!DOCTYPE a [<!ENTITY x "boo"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
    assert read_evidence(samples.docx_of(tmp_path / "a.docx", xml)).state is EvidenceState.BROKEN


def test_a_word_document_that_unpacks_without_end_is_read_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = samples.docx(tmp_path / "a.docx", "falls " * (MOST_CHARACTERS // 4))
    assert path.stat().st_size < 100_000
    assert len(read_evidence(path).text) == MOST_CHARACTERS
    monkeypatch.setattr("otcpd.exchange.docx_text._MOST_XML", 1000)
    assert len(read_evidence(path).text) < 100_000


def test_broken_xml_is_a_broken_document(tmp_path: Path) -> None:
    assert read_evidence(samples.docx_of(tmp_path / "a.docx", b"<a><b></a>")).state is EvidenceState.BROKEN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_in_usual_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Café – ‘quoted’\r\nnext".encode(encoding))
    assert read_evidence(tmp_path / "a.txt").text == "Café – ‘quoted’\nnext"


def test_a_mail_gives_its_head_its_words_and_the_names_of_attachments(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "isla@example.org", "e@example.org", "Fällt – thanks"
    message["Date"] = "Mon, 2 Nov 2026 10:00:00 +0000"
    message.set_content("The visit went well.")
    message.add_alternative("<p>not this</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="certificate.pdf")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    found = read_evidence(tmp_path / "a.eml")
    assert found.kind is EvidenceKind.EMAIL
    for words in ("Fällt – thanks", "isla@example.org", "The visit went well.", "certificate.pdf"):
        assert words in found.text
    assert "not this" not in found.text


def test_a_mail_in_html_gives_its_words_without_script() -> None:
    head = b"From: a@example.org\nDate: x\nTo: b\nContent-Type: text/html; charset=nonsense\n\n"
    text = read_mail(head + b"<style>p{}</style><p>One</p><script>evil()</script>two &amp; three")
    assert text.endswith("One\ntwo & three")


def test_what_comes_back_can_cross_to_another_process(tmp_path: Path) -> None:
    found = read_evidence(samples.pdf(tmp_path / "a.pdf", "words"))
    assert pickle.loads(pickle.dumps(found)) == found


@given(st.binary(max_size=400))
def test_any_mail_can_be_read(data: bytes) -> None:
    read_mail(samples.mail() + data)
    read_mail(b"From: =?utf-8?b?" + data + b"?=\nContent-Type: text/html; charset*0*=" + data + b"\n\n<![x " + data)


@given(st.binary(min_size=1, max_size=20), st.integers(0, 2000))
def test_damaged_files_never_raise(tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: int) -> None:
    folder = tmp_path_factory.getbasetemp()
    for make in (samples.pdf, samples.docx):
        good = make(folder / "good", "words").read_bytes()
        at = place % len(good)
        (folder / "bad").write_bytes(good[:at] + noise + good[at + len(noise) :])
        read_evidence(folder / "bad")

"""Gives a document made from Markdown the look of the window."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_HEADS = {1: Role.DETAIL_TITLE, 2: Role.CARD_TITLE}


def dress(document: QTextDocument, theme: Theme) -> None:
    """Sizes, weights, colours and spaces of the theme, block by block."""
    document.setDocumentMargin(theme.gap(4))
    document.setIndentWidth(theme.gap(20))
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme)
        block = block.next()


def _dress_block(block: QTextBlock, theme: Theme) -> None:
    level = block.blockFormat().headingLevel()
    role = _HEADS.get(level, Role.BODY)
    cursor = QTextCursor(block)
    shape = QTextBlockFormat()
    listed = block.textList() is not None
    shape.setTopMargin(theme.gap(16 if level > 1 else 0 if level else 3))
    shape.setBottomMargin(theme.gap(8 if level == 1 else 4 if level or listed else 8))
    shape.setLineHeight(theme.line(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.mergeBlockFormat(shape)
    for start, length, look in _pieces(block, theme, role):
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _pieces(block: QTextBlock, theme: Theme, role: Role) -> list[tuple[int, int, QTextCharFormat]]:
    """Where each run of like characters lies in the block, and the look it is to have."""
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        was = fragment.charFormat()
        strong = role.value.strong or was.fontWeight() > QFont.Weight.Normal or was.fontFixedPitch()
        look = QTextCharFormat(was)
        look.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # Markdown enlarges heads by itself
        look.setFont(theme.font(role))
        look.setFontWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        look.setForeground(theme.colour("accent" if was.isAnchor() else "ink"))
        look.setFontUnderline(was.isAnchor())
        found.append((fragment.position() - block.position(), fragment.length(), look))
        iterator += 1
    return found

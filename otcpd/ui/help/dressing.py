"""Gives a document made from Markdown the look of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_HEADS = {1: Role.DETAIL_TITLE, 2: Role.CARD_TITLE}


def dress(document: QTextDocument, theme: Theme) -> None:
    """Sizes, weights, colours and spaces of the theme, block by block."""
    document.setDocumentMargin(theme.gap(4))
    document.setIndentWidth(theme.px(22))
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
    shape.setTopMargin(theme.gap(_above(block)))
    shape.setBottomMargin(theme.gap(8 if level == 1 else 4 if level or listed else 8))
    shape.setLineHeight(theme.line(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.mergeBlockFormat(shape)
    if listed:
        cursor.setBlockCharFormat(_mark(block, theme))
    for start, length, look in _pieces(block, theme, role):
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _above(block: QTextBlock) -> int:
    """The space above a block, at 100 %: more where a paragraph ends a list."""
    level = block.blockFormat().headingLevel()
    if level:
        return 20 if level > 1 else 0
    after_list = block.textList() is None and block.previous().isValid() and block.previous().textList() is not None
    return 10 if after_list else 2


def is_dotted(block: QTextBlock) -> bool:
    """Whether it is a point of a list without numbers."""
    points = block.textList()
    return points is not None and points.format().style() is QTextListFormat.Style.ListDisc


def _mark(block: QTextBlock, theme: Theme) -> QTextCharFormat:
    """What Qt paints the number or the dot of a point with. It sets dots against the text, so HelpText paints them."""
    look = QTextCharFormat()
    look.setFont(theme.font(Role.BODY))
    look.setForeground(QColor(Qt.GlobalColor.transparent) if is_dotted(block) else theme.colour("ink"))
    return look


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

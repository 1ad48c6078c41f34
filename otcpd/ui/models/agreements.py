"""Agreements as a model, for the list that takes the place of the cards where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.ui.models.agreement_face import AgreementFace
from otcpd.ui.models.index import Index


class AgreementModel(QAbstractListModel):
    """What asks for something first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces: list[AgreementFace] = []

    def set_faces(self, faces: Sequence[AgreementFace]) -> None:
        """Show these instead; the longest late comes first."""
        self.beginResetModel()
        self._faces = sorted(faces, key=_rank)
        self.endResetModel()

    def faces(self) -> Sequence[AgreementFace]:
        """What is shown, in order."""
        return self._faces

    def face(self, index: Index) -> AgreementFace | None:
        """The agreement at an index; None for an invalid one."""
        return self._faces[index.row()] if index.isValid() and index.row() < len(self._faces) else None

    def index_of(self, key: str) -> QModelIndex:
        """Where an agreement is; invalid if it is not shown."""
        place = next((row for row, face in enumerate(self._faces) if face.key == key), -1)
        return self.index(place, 0) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._faces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        face = self.face(index)
        if face is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return face.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return face.ledger.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{face.spoken}.\n{face.ledger.said}"
        return f"{face.kind}, {face.who}" if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.face(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _rank(face: AgreementFace) -> tuple[int, int, str]:
    return face.rank

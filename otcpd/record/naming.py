"""What is called by a name that a person gave: her types of activity, her tags, employers; and what uses them."""

from __future__ import annotations

from otcpd.record.engine import Reader

RENAME_TAG = "Rename tag"
RENAME_TYPE = "Rename type"
RENAME_EMPLOYER = "Rename employer"
RENAMES = (RENAME_TAG, RENAME_TYPE, RENAME_EMPLOYER)
"""Labels of steps that put a row away because its name is another now: files hold them, so they stay as they are."""


def type_counts(reader: Reader) -> dict[str, int]:
    """How many activities have each type, by its code or words."""
    return dict(
        reader.rows("SELECT type, count(*) FROM activity WHERE deleted IS NULL AND type <> '' GROUP BY type ORDER BY 1")
    )


def of_type(reader: Reader, name: str) -> list[str]:
    """Ids of the activities with this type, those in the bin included."""
    return _ids(reader, "SELECT id FROM activity WHERE type = ? ORDER BY id", name)


def tag_counts(reader: Reader) -> dict[str, int]:
    """How many activities have each tag that is in use, by its name."""
    return dict(
        reader.rows(
            "SELECT name, count(*) FROM tag JOIN activity_tag ON tag.id = tag JOIN activity ON activity.id = activity"
            " WHERE activity_tag.deleted IS NULL AND tag.deleted IS NULL AND activity.deleted IS NULL"
            " GROUP BY name ORDER BY name"
        )
    )


def tagged(reader: Reader, tag: str) -> list[str]:
    """Ids of the activities that have the tag with this id, those in the bin included."""
    return _ids(reader, "SELECT activity FROM activity_tag WHERE tag = ? AND deleted IS NULL ORDER BY activity", tag)


def employed_by(reader: Reader, employer: str) -> list[tuple[str, str]]:
    """("post" or "person", id) of what names an employer, what is in the bin included."""
    return [
        (table, row)
        for table in ("post", "person")
        for row in _ids(reader, f"SELECT id FROM {table} WHERE employer = ? ORDER BY id", employer)
    ]


def _ids(reader: Reader, query: str, value: str) -> list[str]:
    return [str(row[0]) for row in reader.rows(query, (value,))]

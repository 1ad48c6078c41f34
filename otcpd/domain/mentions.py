"""Names and titles in texts that belong to nobody's entry: finding them, and taking them out for good."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Set

CODES = frozenset({"categories", "standards", "people", "days", "layers"})
"""Keys in templates and filters that hold codes, ids and days."""
KIND = "kind"
"""The key of a category's code and a type's words."""
NAMING = ("name", "title", "caption")
"""Fields by which a thing is known: what stands in them is looked for beside the thing too when it is erased."""
TELLS_NOTHING = 3
"""A word of two or three letters within a sentence tells nothing; where it stands alone it is a name."""

_HOME = re.compile(r"^(?:[a-z]:)?[/\\](?:(?:home|users)[/\\][^/\\]+|root)(?=[/\\])", re.IGNORECASE)
"""The home folder, as Linux, macOS and Windows name it."""


def holds_words(text: str, words: str) -> bool:
    """Whether a text holds these words as whole words; very short ones tell nothing."""
    return len(words) > TELLS_NOTHING and _whole(words).search(text) is not None


def mentions(value: object, names: Collection[str]) -> bool:
    """Whether plain values hold one of the names: as a text of its own, or as whole words of one."""
    known = _known(names)
    return any(_same(text, known) or any(holds_words(_plain(text), one) for one in known) for text in _texts(value))


def path_mentions(path: str, names: Collection[str]) -> bool:
    """Whether a path holds one of the names, also where signs stand for its spaces: "Letter_to-Iain.Birch.pdf".

    A name of several words counts in the file's name and in folders, but not in the home folder and what is above it.
    One word counts only as the whole name of the file: "home", "Course" and "Documents" are in the paths of every file.
    """
    parts = [part for part in re.split(r"[/\\]", _HOME.sub("", path)) if part]
    known = _known(names)
    single = {name for name in known if " " not in _spaced(_stem(name))}
    several = (known - single) | {_spaced(name) for name in known - single}
    return any(_same(one, single) for part in parts[-1:] for one in (part, _stem(part), _spaced(_stem(part)))) or any(
        mentions([part, _stem(part), _spaced(part)], several) for part in parts
    )


def without_names(value: object, names: Collection[str], leave: Set[str] = CODES) -> object:
    """Plain values without the names: a list loses what is nothing else, a text loses the words.

    What stands under the keys in `leave` holds no names and stays.
    """
    known = _known(names)
    if isinstance(value, str):
        return _cleared(value, known)
    if isinstance(value, list):
        return [without_names(one, known, leave) for one in value if not (isinstance(one, str) and _same(one, known))]
    if isinstance(value, dict):
        return {key: one if key in leave else _under(key, one, known, leave) for key, one in value.items()}
    return value


def _under(key: str, value: object, known: Collection[str], leave: Set[str]) -> object:
    if key == KIND and isinstance(value, list):  # a pair stays one: the category beside the type
        return [*value[:1], *(without_names(one, known, leave) for one in value[1:])]
    return without_names(value, known, leave)


def _cleared(text: str, known: Collection[str]) -> str:
    if _same(text, known):
        return ""
    if not any(holds_words(_plain(text), one) for one in known):
        return text
    cleared = _plain(text)
    for one in known:
        if len(one) > TELLS_NOTHING:
            cleared = _whole(one).sub("", cleared)
    return "\n".join(" ".join(line.split()) for line in cleared.split("\n")).strip()


def _stem(part: str) -> str:
    """The name of a file without its ending."""
    return re.sub(r"(?<=.)\.\w{1,5}$", "", part)


def _spaced(part: str) -> str:
    """A part of a path with spaces in the place of its signs."""
    return " ".join(re.sub(r"[_\W]+", " ", part).split())


def _whole(words: str) -> re.Pattern[str]:
    """However many spaces stand between them."""
    between = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){between}(?!\w)", re.IGNORECASE)


def _known(names: Collection[str]) -> frozenset[str]:
    return frozenset(" ".join(_plain(name).split()) for name in names) - {""}


def _same(text: str, known: Collection[str]) -> bool:
    wanted = " ".join(_plain(text).split()).casefold()
    return any(one.casefold() == wanted for one in known)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in CODES:
                yield from _texts(one[1:] if key == KIND and isinstance(one, list) else one)

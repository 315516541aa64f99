"""A text of which some runs are raised, as footnote marks are: one text for everybody, two for who asks."""

from __future__ import annotations

from collections.abc import Iterable


class TeksBerpangkat(str):
    """The whole text; `polos` is it without the raised runs, `atas` what those say."""

    polos: str
    atas: str

    @classmethod
    def dari(cls, penggal: Iterable[tuple[str, bool]]) -> TeksBerpangkat:
        """The text of its runs: (text, whether it is raised).

        >>> t = TeksBerpangkat.dari([("92", False), ("2)", True)]); t, t.polos, t.atas
        ('922)', '92', '2)')
        """
        penggal = list(penggal)
        hasil = cls("".join(t for t, _ in penggal))
        hasil.polos = "".join(t for t, raised in penggal if not raised)
        hasil.atas = "".join(t for t, raised in penggal if raised)
        return hasil

"""The choices most like a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def extract(
    query: str,
    choices: Iterable[str],
    *,
    scorer: Callable[[str, str], float],
    limit: int | None = 5,
    score_cutoff: float = 0,
) -> list[tuple[str, float, int]]:
    """Choices of at least score_cutoff, best first, the earlier one first among equals: text, score, position."""
    nilai = [(c, scorer(query, c), i) for i, c in enumerate(choices)]
    return sorted((x for x in nilai if x[1] >= score_cutoff), key=lambda x: (-x[1], x[2]))[:limit]

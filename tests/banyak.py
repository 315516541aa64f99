"""How many examples a property is tried with: a quarter in the quick run, all of them in the long one.

conftest sets the variable for --lengkap and lets that run have these tests, too.
"""

from __future__ import annotations

import os

LENGKAP = "LKJIP_UJI_LENGKAP"


def banyak(n: int) -> int:
    """Examples of a property whose long run has n."""
    return n if LENGKAP in os.environ else max(20, n // 4)

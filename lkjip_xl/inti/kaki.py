"""Lines below a table that tell about it: sources, notes, what a star stands for."""

from __future__ import annotations

import re

KAKI = re.compile(r"(?:sumber|keterangan|ket|catatan|note)\s*(?:data)?\s*\.?\s*[:=]|sumber data\b|\*+\s*\)?\s*\S", re.IGNORECASE)  # fmt: skip

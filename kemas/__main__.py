"""Make the folder for Windows as one zip: `python -m kemas [ZIP]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from kemas.roda import VERSI_PYTHON, GagalKemas, kumpulkan
from kemas.susun import susun_zip

PROYEK = Path(__file__).parents[1]


def main() -> None:
    """Collect, check, pack; a failure ends with what was said."""
    tujuan = Path(sys.argv[1] if len(sys.argv) > 1 else PROYEK / "keluaran" / "LKjIP-XL-windows.zip")
    with tempfile.TemporaryDirectory() as sementara:
        try:
            roda = kumpulkan(PROYEK, Path(sementara))
        except GagalKemas as e:
            sys.exit(str(e))
        susun_zip(tujuan, roda, PROYEK / "workbooks")
    besar = tujuan.stat().st_size / 2**20
    print(
        f"{tujuan}: {len(roda)} wheels for Python {', '.join(VERSI_PYTHON)}, {besar:.0f} MB, complete without the internet"
    )


if __name__ == "__main__":
    main()

"""A folder with everything an attacker could put beside a workbook, hoping that Python or the system takes it for ours."""

from __future__ import annotations

from pathlib import Path

MODUL = (
    "typer",
    "yaml",
    "rich",
    "openpyxl",
    "xlwings",
    "sitecustomize",
    "usercustomize",
    "os",
    "ctypes",
    "multiprocessing",
    "pickle",
)
PROGRAM = ("lkjip", "py", "python", "python3", "latex", "cmd")


def tanam_jebakan(folder: Path) -> Path:
    """Fill a folder with traps; each leaves a file behind when it runs."""
    bekas = folder / "bekas"
    bekas.mkdir()
    isi = "open({!r}, 'w').close()\nraise SystemExit(99)\n"
    for nama in MODUL:
        (folder / f"{nama}.py").write_text(isi.format(str(bekas / nama)), encoding="utf-8")
    paket = folder / "lkjip_xl"
    (paket / "cli").mkdir(parents=True)
    for path in (paket / "__init__.py", paket / "cli" / "__init__.py", paket / "cli" / "__main__.py"):
        path.write_text(isi.format(str(bekas / "lkjip_xl")), encoding="utf-8")
    for nama in PROGRAM:
        for akhiran in ("", ".exe"):
            (folder / f"{nama}{akhiran}").write_text(f"#!/bin/sh\n: > '{bekas}/{nama}'\n", encoding="utf-8")
            (folder / f"{nama}{akhiran}").chmod(0o755)
    (folder / "matplotlibrc").write_text("text.usetex: True\n", encoding="utf-8")
    return folder


def terjebak(folder: Path) -> list[str]:
    """What of it has run."""
    return sorted(p.name for p in (folder / "bekas").iterdir())

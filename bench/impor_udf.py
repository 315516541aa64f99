"""Measure how long lkjip_xl.excel.udf takes to import beyond xlwings itself; run it as a program."""

import time

import xlwings  # noqa: F401

mulai = time.perf_counter()
import lkjip_xl.excel.udf  # noqa: E402, F401

print(f"{(time.perf_counter() - mulai) * 1000:.0f} ms")

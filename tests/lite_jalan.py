"""Worksheet functions of a folder for xlwings Lite, called as Office.js calls them; runs in Python and in Pyodide.

Input (JSON): {"folder": where main.py is, "panggilan": [[function, [arguments]], …]}; output: {"hasil", "info", "detik"}.
"""

import asyncio
import json
import os
import sys
import time

os.environ["XLWINGS_LICENSE_KEY"] = "noncommercial"
os.environ["XLWINGS_ON_SERVER"] = "true"  # so xlwings Lite gives its decorators


async def jalan(tugas):
    import xlwings
    from xlwings.pro import udfs_officejs

    sys.path.insert(0, tugas["folder"])
    mulai = time.perf_counter()
    import main

    detik = time.perf_counter() - mulai
    hasil = []
    for nama, argumen in tugas["panggilan"]:
        data = {
            "func_name": nama,
            "args": argumen,
            "version": xlwings.__version__,
            "client": "Office.js",
            "runtime": "1.4",
        }
        hasil.append(await udfs_officejs.custom_functions_call(data, main))
    meta = udfs_officejs.custom_functions_meta(main)["functions"]
    luar = sorted(m for m in ("lkjip_xl", "pandas", "num2words", "rapidfuzz") if m in sys.modules)
    return json.dumps({"hasil": hasil, "info": meta, "detik": detik, "luar": luar})


if __name__ == "__main__":
    print(asyncio.run(jalan(json.load(sys.stdin))))

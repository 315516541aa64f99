"""xlwings' Windows code on any system: pywin32 stubbed, so its stub generator and call_udf can serve as oracle.

Run as a program in a process of its own (the stubs must be in place before xlwings is imported):
reads a JSON list of [function, arguments] and writes {"stub": text, "info": metadata, "hasil": results} as JSON.
A value {"kode": n} is an int as COM gives for an error, {"hilang": 1} an argument left out.
"""

import ctypes
import io
import json
import sys
from types import ModuleType
from unittest.mock import MagicMock


class _Galat(Exception):
    pass


def _pasang() -> None:
    nama = (
        "pywintypes win32api win32con pythoncom win32com win32com.client win32com.client.dynamic "
        "win32com.client.gencache win32com.server win32com.server.util win32com.server.policy win32com.server.dispatcher "
        "win32com.server.factory win32com.universal win32com.util win32gui win32process win32timezone winerror"
    )
    for n in nama.split():
        palsu = MagicMock(name=n)
        palsu.__spec__ = None
        palsu.__path__ = []
        sys.modules[n] = palsu
    sys.modules["pywintypes"].com_error = _Galat
    sys.modules["pywintypes"].TimeType = _Galat
    for kelas in ("CDispatch", "CoClassBaseClass", "DispatchBaseClass"):
        setattr(sys.modules["win32com.client"], kelas, type(kelas, (), {}))
    sys.modules["xlwings._win32patch"] = tambalan = ModuleType("xlwings._win32patch")
    tambalan.CoClassBaseClass = object
    ctypes.oledll = ctypes.windll = ctypes.PyDLL = MagicMock()
    sys.modules["pythoncom"].__file__ = "pythoncom.dll"


def _nilai(x):
    if isinstance(x, dict):
        return x.get("kode", -2147352572)
    return tuple(tuple(_nilai(s) for s in b) for b in x) if isinstance(x, list) else x


def main() -> None:
    _pasang()
    import xlwings
    from xlwings import _xlwindows, udfs

    xlwings._xlwindows = _xlwindows
    xlwings.engines.add(xlwings.Engine(impl=_xlwindows.engine)) if "excel" not in [
        e.name for e in xlwings.engines
    ] else None
    xlwings.engines.active = xlwings.engines["excel"]
    xlwings.func, xlwings.arg = udfs.xlfunc, udfs.xlarg
    _xlwindows.is_range_instance = lambda _: False
    sys.modules["xlwings.com_server"] = MagicMock()
    from lkjip_xl.excel import udf

    buku = MagicMock()
    buku.Name = "a.xlsm"
    teks = io.StringIO()
    udfs.generate_vba_wrapper(udf.__name__, udf, teks, buku)
    udfs.udf_modules[udf.__name__] = {"module": udf, "filetime": None}
    hasil = [udfs.call_udf(udf.__name__, f, tuple(_nilai(a) for a in arg)) for f, arg in json.load(sys.stdin)]
    info = {n: getattr(udf, n).__xlfunc__ for n in dir(udf) if hasattr(getattr(udf, n), "__xlfunc__")}
    json.dump({"stub": teks.getvalue(), "info": info, "hasil": hasil}, sys.stdout)


if __name__ == "__main__":
    main()

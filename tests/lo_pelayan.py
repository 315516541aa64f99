"""A headless LibreOffice behind JSON lines: one request per line on stdin, one answer per line on stdout.

Runs under the system Python, which has UNO. Request: {"buka": path} with any of "lembar": [sheets to read, else all],
"tulis": {sheet: {A1: value}}, "tanpa_hitung": true, "semula": true (the cells before anything is computed, too),
"pdf": path, "simpan": path, "batas": seconds,
"ketik": {sheet: {A1: text}} as if somebody typed it in the locale,
"makro": [Module.Procedure, arguments ...] run before the cells are read, "tampil": [sheets]; or with "ubah": [paths],
the files, by their suffixes, that a document of text or tables becomes as it is.
Answer: {"sel": {sheet: {A1: {"v": value, "f": formula, "e": error code}}}, "tampil": {sheet: {A1: text}},
"satu_setengah": how 1.5 is shown} or {"galat": message}. The one argument is the locale, as in id-ID.
"""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.FormulaResult import ERROR

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""
FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".html": "HTML (StarCalc)",
}
# What is asked cell by cell runs inside LibreOffice: a call from here costs it and us a millisecond each
INSIDE = """Option Explicit

Function Shown(sheet, addresses)
    Dim i As Long
    Dim found(UBound(addresses))
    For i = 0 To UBound(addresses)
        found(i) = sheet.getCellRangeByName(addresses(i)).String
    Next
    Shown = found
End Function

Function Merged(sheet, addresses)
    Dim i As Long, cell, cursor
    Dim found(UBound(addresses)) As String
    For i = 0 To UBound(addresses)
        cell = sheet.getCellRangeByName(addresses(i))
        If cell.IsMerged Then
            cursor = sheet.createCursorByRange(cell)
            cursor.collapseToMergedArea()
            found(i) = cursor.AbsoluteName
        End If
    Next
    Merged = found
End Function

Function Heights(sheet, count)
    Dim i As Long
    Dim found(count - 1)
    For i = 0 To count - 1
        found(i) = sheet.Rows.getByIndex(i).Height
    Next
    Heights = found
End Function

Function States(doc)
    Dim i As Long, sheet
    Dim found(doc.Sheets.Count - 1)
    For i = 0 To doc.Sheets.Count - 1
        sheet = doc.Sheets.getByIndex(i)
        found(i) = Array(sheet.Name, sheet.isProtected(), sheet.IsVisible)
    Next
    States = found
End Function
"""
LIBRARY, MODULE = "LkjipUji", "Baca"
WRITER_FILTERS = {
    ".docx": "MS Word 2007 XML",
    ".odt": "writer8",
    ".html": "HTML (StarWriter)",
    ".pdf": "writer_pdf_Export",
}


class OfficeTimeout(Exception):
    """LibreOffice did not answer in time and was killed."""


class Errand(unohelper.Base, XCallback):
    """A function that LibreOffice calls back on its main thread."""

    def __init__(self, function):
        self.function = function
        self.done = threading.Event()
        self.value = self.error = None

    def notify(self, _data):
        try:
            self.value = self.function()
        except Exception as error:
            self.error = error
        self.done.set()


def prop(name, value):
    item = PropertyValue()
    item.Name, item.Value = name, value
    return item


def make_profile(folder, locale=""):
    """A fresh profile: macros run, numbers are written as in that locale ("" = the system's); returns its URL.

    Locales are built into every LibreOffice; the language of its menus (packages libreoffice-l10n-*) has no say in it.
    It must stand there before the start: after a change at run time LibreOffice 7.4 saves General as letters of a date.
    """
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(locale), encoding="utf-8")
    return folder.as_uri()


def install_inside(services):
    """Put INSIDE into a Basic library of the program, where no workbook sees it."""
    libraries = services.createInstance("com.sun.star.script.ApplicationScriptLibraryContainer")
    libraries.createLibrary(LIBRARY).insertByName(MODULE, INSIDE)


def inside(doc, name, *arguments):
    """What a function of INSIDE returns; on the main thread."""
    address = f"vnd.sun.star.script:{LIBRARY}.{MODULE}.{name}?language=Basic&location=application"
    return doc.getScriptProvider().getScript(address).invoke(arguments, (), ())[0]


def main_thread_queue(context):
    """What takes errands for the main thread of LibreOffice."""
    return context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)


def on_main_thread(queue, function, process):
    """Run there what runs Basic: elsewhere it gives way to the main thread every few steps, ten times slower."""
    errand = Errand(function)
    queue.addCallback(errand, None)
    while not errand.done.wait(0.5):
        if process is None or process.poll() is not None:
            raise RuntimeError("LibreOffice has died")
    if errand.error is not None:
        raise errand.error
    return errand.value


def column_letters(index):
    letters = ""
    while index >= 0:
        letters, index = chr(65 + index % 26) + letters, index // 26 - 1
    return letters


class Office:
    """One soffice process with a profile of its own; started at the first request."""

    def __init__(self, folder, locale=""):
        self.folder = Path(folder)
        self.locale = locale
        self.process = None
        self.services = self.desktop = self.queue = None
        self.starts = 0

    def start(self):
        self.starts += 1
        profile = make_profile(self.folder / f"profil{self.starts}", self.locale)
        pipe = f"lkjip{os.getpid()}n{self.starts}"
        command = [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--nologo",
            f"--accept=pipe,name={pipe};urp;",
        ]
        # a session of its own, because soffice is a script whose children outlive it
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        context = self.connect(pipe)
        self.services = context.ServiceManager
        self.desktop = self.services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.queue = main_thread_queue(context)
        install_inside(self.services)

    def connect(self, pipe):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + 90
        while True:
            try:
                return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except Exception as error:  # UNO raises many kinds while soffice is still starting
                if time.monotonic() > deadline or self.process.poll() is not None:
                    self.kill()
                    raise RuntimeError(f"LibreOffice does not start: {error}") from error
                time.sleep(0.2)

    def kill(self):
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = self.desktop = None

    def load(self, path):
        for _ in range(20):  # a fresh profile needs a moment before it loads anything
            doc = self.desktop.loadComponentFromURL(
                Path(path).as_uri(), "_blank", 0, (prop("Hidden", True), prop("MacroExecutionMode", 4))
            )
            if doc is not None:
                return doc
            time.sleep(0.5)
        raise RuntimeError("LibreOffice cannot open the file")

    def answer(self, request):
        """Serve one request on a private copy: a stale lock would make a hidden load return nothing."""
        if self.desktop is None:
            self.start()
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            copy = Path(folder) / Path(request["buka"]).name
            shutil.copyfile(request["buka"], copy)
            return on_main_thread(self.queue, lambda: self.serve_copy(copy, request), self.process)

    def serve_copy(self, copy, request):
        doc = self.load(copy)
        try:
            if "ubah" in request:
                return convert(doc, request["ubah"])
            return work(doc, request) | {"satu_setengah": one_and_a_half(self.services, doc)}
        finally:
            doc.close(True)

    def answer_in_time(self, request):
        """Kill a LibreOffice that hangs, and start a dead one again once."""
        expired = threading.Event()

        def stop():
            expired.set()
            self.kill()

        for attempt in (1, 2):
            timer = threading.Timer(request.get("batas", 120), stop)
            timer.start()
            try:
                return self.answer(request)
            except OSError:
                raise
            except Exception as error:
                if expired.is_set():
                    raise OfficeTimeout("LibreOffice did not answer in time") from error
                alive = self.process is not None and self.process.poll() is None
                if attempt == 2 or (alive and "isposed" not in type(error).__name__):
                    raise
                self.kill()
            finally:
                timer.cancel()


def work(doc, request):
    for name, cells in request.get("tulis", {}).items():
        sheet = doc.Sheets.getByName(name)
        for address, value in cells.items():
            write(sheet.getCellRangeByName(address), value)
    for name, cells in request.get("ketik", {}).items():
        for address, text in cells.items():
            doc.Sheets.getByName(name).getCellRangeByName(address).FormulaLocal = text
    before = {s.Name: read(s) for s in doc.Sheets} if request.get("semula") else {}
    if not request.get("tanpa_hitung"):
        doc.calculateAll()
    if "makro" in request:
        name, *arguments = request["makro"]
        address = f"vnd.sun.star.script:VBAProject.{name}?language=Basic&location=document"
        doc.getScriptProvider().getScript(address).invoke(tuple(arguments), (), ())
    if "pdf" in request:
        doc.storeToURL(Path(request["pdf"]).as_uri(), (prop("FilterName", "calc_pdf_Export"),))
    if "simpan" in request:
        target = Path(request["simpan"])
        doc.storeToURL(target.as_uri(), (prop("FilterName", FILTERS[target.suffix]),))
    return {
        "sel": {name: read(doc.Sheets.getByName(name)) for name in request.get("lembar", doc.Sheets.ElementNames)},
        "tampil": {name: shown(doc, name) for name in request.get("tampil", ())},
        "semula": before,
    }


def convert(doc, targets):
    """Store a document under other names, in the format of each."""
    text = doc.supportsService("com.sun.star.text.TextDocument")
    for target in map(Path, targets):
        name = (WRITER_FILTERS if text else FILTERS)[target.suffix]
        doc.storeToURL(target.as_uri(), (prop("FilterName", name),))
    return {}


def one_and_a_half(services, doc):
    """How a document shows 1.5: with the decimal sign of the locale it really has."""
    formatter = services.createInstance("com.sun.star.util.NumberFormatter")
    formatter.attachNumberFormatsSupplier(doc)
    return formatter.convertNumberToString(0, 1.5)


def shown(doc, name):
    """What every cell of a sheet that holds a number shows, whatever its width."""
    sheet = doc.Sheets.getByName(name)
    numbers = [address for address, item in read(sheet).items() if isinstance(item["v"], float)]
    return dict(zip(numbers, inside(doc, "Shown", sheet, tuple(numbers)), strict=True)) if numbers else {}


def write(cell, value):
    """Put a value into a cell; text that starts with = is a formula, None empties the cell."""
    if isinstance(value, str):
        if value.startswith("="):
            cell.setFormula(value)
        else:
            cell.setString(value)
    elif value is None:
        cell.setFormula("")
    else:
        cell.setValue(value)


def read(sheet):
    """Return every non-empty cell of a sheet: value, formula, error code."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    area = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)
    bad = {
        (r, c)
        for block in sheet.queryFormulaCells(ERROR).RangeAddresses
        for r in range(block.StartRow, block.EndRow + 1)
        for c in range(block.StartColumn, block.EndColumn + 1)
    }
    cells = {}
    for r, (values, formulas) in enumerate(zip(area.getDataArray(), area.getFormulaArray(), strict=True)):
        for c, (value, formula) in enumerate(zip(values, formulas, strict=True)):
            if formula == "":
                continue
            item = {"v": value}
            if formula.startswith(("=", "{=")):
                item["f"] = formula
                if (r, c) in bad:
                    item["e"] = sheet.getCellByPosition(c, r).getError()
                elif isinstance(value, str) and re.fullmatch(r"Error \d+", value):
                    item["e"] = int(value[6:])  # CVErr of a VBA function arrives as this text
            cells[f"{column_letters(c)}{r + 1}"] = item
    return cells


def serve():
    with tempfile.TemporaryDirectory(prefix="lkjip-lo-") as folder:
        office = Office(folder, *sys.argv[1:])
        try:
            for line in sys.stdin:
                try:
                    answer = office.answer_in_time(json.loads(line))
                except Exception as error:  # the next request must still be served
                    answer = {"galat": f"{type(error).__name__}: {error}"}
                print(json.dumps(answer), flush=True)
        finally:
            office.kill()


if __name__ == "__main__":
    serve()

"""A LibreOffice in a window on a screen of its own, driven with the mouse; JSON lines like lo_pelayan.

Runs under the system Python, which has UNO. Requests: {"buka": path, "di": folder of the copy}; {"klik": text of a
button, "foto": path}; {"baca": [sheets], "tampil": [sheets], "gabung": [sheets that are read]}; {"simpan": path}. A click waits for the closing message,
presses Return and answers {"judul": title of the message, "detik": how long it took}. {"pilih": [sheet, cells]} selects.
{"ketik": [[sheet, cell, text], ...]} types with the keyboard and answers the title of the message each brought up, or "".
The one argument is the locale, as in id-ID.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from lo_pelayan import (
    FILTERS,
    inside,
    install_inside,
    main_thread_queue,
    make_profile,
    on_main_thread,
    one_and_a_half,
    prop,
    read,
    shown,
)

JUDUL = "LKjIP-XL"


def screen():
    """Start an X server on the first free display; returns its process and name."""
    out, inp = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(inp), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(inp,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(inp)
    with os.fdopen(out) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise RuntimeError("Xvfb does not start")
    return process, f":{number}"


class Window:
    """LibreOffice on a virtual screen with one workbook open."""

    def __init__(self, folder, locale):
        self.folder = Path(folder)
        self.xvfb, self.display = screen()
        self.env = os.environ | {"DISPLAY": self.display, "SAL_USE_VCLPLUGIN": "gen"}
        profile = make_profile(self.folder / "profil", locale)
        pipe = f"lkjipjendela{os.getpid()}"
        self.office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={profile}",
                "--norestore",
                "--nologo",
                "--nofirststartwizard",
                "--calc",
                f"--accept=pipe,name={pipe};urp;",
            ],
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.context = self.connect(pipe)
        self.desktop = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        self.queue = main_thread_queue(self.context)
        install_inside(self.context.ServiceManager)
        self.doc = None

    def connect(self, pipe):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + 90
        while True:
            try:
                return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except Exception as error:  # UNO raises many kinds while soffice is still starting
                if time.monotonic() > deadline:
                    raise RuntimeError(f"LibreOffice does not start: {error}") from error
                time.sleep(0.3)

    def close(self):
        for process in (self.office, self.xvfb):
            with contextlib.suppress(ProcessLookupError):
                if process is self.office:
                    os.killpg(process.pid, signal.SIGKILL)
                else:
                    process.terminate()
            process.wait()

    def xdotool(self, *arguments):
        return subprocess.run(
            ["xdotool", *map(str, arguments)], env=self.env, capture_output=True, text=True, timeout=20
        ).stdout.split()

    def open(self, path, folder=None):
        copy = Path(folder or self.folder) / Path(path).name
        shutil.copyfile(path, copy)
        for _ in range(20):  # a fresh profile needs a moment before it loads anything
            self.doc = self.desktop.loadComponentFromURL(copy.as_uri(), "_blank", 0, (prop("MacroExecutionMode", 4),))
            if self.doc is not None:
                break
            time.sleep(0.5)
        frame = self.doc.CurrentController.Frame.ContainerWindow
        frame.setPosSize(0, 0, 1600, 1000, 15)
        time.sleep(1)

    def button(self, text):
        """The middle of a button of the active sheet on the screen; where that has none, of the guide, which comes in front."""
        controller = self.doc.CurrentController
        if not controller.ActiveSheet.DrawPage.Count and self.doc.Sheets.hasByName("Petunjuk"):
            controller.setActiveSheet(self.doc.Sheets.getByName("Petunjuk"))
            time.sleep(0.5)
        page = controller.ActiveSheet.DrawPage
        for i in range(page.Count):
            shape = page.getByIndex(i)
            if shape.supportsService("com.sun.star.drawing.ControlShape") and shape.Control.Label == text:
                area = controller.getControl(shape.Control).getPeer().getAccessibleContext()
                place, size = area.getLocationOnScreen(), area.getSize()
                return place.X + size.Width // 2, place.Y + size.Height // 2
        raise RuntimeError(f"no button {text!r} on {controller.ActiveSheet.Name}")

    def click(self, text, photo=None, limit=120):
        x, y = self.button(text)
        began = time.monotonic()
        self.xdotool("mousemove", x, y, "click", 1)
        while not (message := self.xdotool("search", "--onlyvisible", "--name", f"^{JUDUL}$")):
            if time.monotonic() - began > limit:
                self.photo(self.folder / "macet.png")
                raise RuntimeError(f"no message {limit} seconds after the click on {text!r}")
            time.sleep(0.3)
        took = time.monotonic() - began
        time.sleep(0.5)
        if photo:
            self.photo(photo)
        for _ in range(20):
            self.xdotool("windowfocus", message[-1], "key", "Return")
            time.sleep(0.3)
            if not self.xdotool("search", "--onlyvisible", "--name", f"^{JUDUL}$"):
                return {"detik": took}
        raise RuntimeError("the message does not close")

    def type(self, sheet, cell, text):
        """Type into a cell as a person does; a message that comes up is read and closed, what was typed given up."""
        place = self.doc.Sheets.getByName(sheet)
        self.doc.CurrentController.setActiveSheet(place)
        self.doc.CurrentController.select(place.getCellRangeByName(cell))
        time.sleep(0.3)
        self.xdotool("type", "--delay", "15", "--", text)
        self.xdotool("key", "Return")
        time.sleep(0.5)
        title = ""
        for message in self.xdotool("search", "--onlyvisible", "--name", "."):
            shape = self.xdotool("getwindowgeometry", "--shell", message)
            if "WIDTH=1600" not in shape:
                title = " ".join(self.xdotool("getwindowname", message))
                self.xdotool("windowfocus", message, "key", "Return")
                time.sleep(0.5)
        return title

    def photo(self, path):
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(path)], env=self.env, timeout=30)

    def answer(self, request):
        if "buka" in request:
            self.open(request["buka"], request.get("di"))
        if "pilih" in request:
            sheet = self.doc.Sheets.getByName(request["pilih"][0])
            self.doc.CurrentController.setActiveSheet(sheet)
            self.doc.CurrentController.select(sheet.getCellRangeByName(request["pilih"][1]))
        result = {}
        if "klik" in request:
            result = self.click(request["klik"], request.get("foto"), request.get("batas", 120))
        if "ketik" in request:
            result["pesan"] = [self.type(*one) for one in request["ketik"]]
        if "potret" in request:
            self.photo(request["potret"])
        if "simpan" in request:
            target = Path(request["simpan"])
            self.doc.storeToURL(target.as_uri(), (prop("FilterName", FILTERS[target.suffix]),))
        return result | on_main_thread(self.queue, lambda: self.look(request), self.office)

    def look(self, request):
        """What the workbook holds and how it looks; on the main thread."""
        doc, states = self.doc, inside(self.doc, "States", self.doc)
        cells = {name: read(doc.Sheets.getByName(name)) for name in request.get("baca", ())}
        return {
            "sel": cells,
            "tampil": {name: shown(doc, name) for name in request.get("tampil", ())},
            "satu_setengah": one_and_a_half(self.context.ServiceManager, doc),
            "gabung": {name: merged(doc, name, cells[name]) for name in request.get("gabung", ())},
            "tinggi": {
                name: [round(x * 72 / 2540, 1) for x in inside(doc, "Heights", doc.Sheets.getByName(name), 30)]
                for name in cells
            },
            "terkunci": {name: protected for name, protected, _ in states},
            "tersembunyi": [name for name, _, visible in states if not visible],
            "buku": [d.URL for d in self.desktop.Components if hasattr(d, "URL")],
            "folder": os.readlink(f"/proc/{self.office.pid}/cwd"),
            "pilihan": doc.CurrentSelection.AbsoluteName,
        }


def merged(doc, name, cells):
    """The merged ranges among the filled cells."""
    ranges = inside(doc, "Merged", doc.Sheets.getByName(name), tuple(cells)) if cells else ()
    return [x.rpartition(".")[2].replace("$", "") for x in ranges if x]


def serve():
    with tempfile.TemporaryDirectory(prefix="lkjip-jendela-") as folder:
        window = Window(folder, *sys.argv[1:])
        try:
            for line in sys.stdin:
                try:
                    answer = window.answer(json.loads(line))
                except Exception as error:  # the next request must still be served
                    answer = {"galat": f"{type(error).__name__}: {error}"}
                print(json.dumps(answer), flush=True)
        finally:
            window.close()


if __name__ == "__main__":
    serve()

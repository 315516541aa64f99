"""What can go wrong with a file, as codes; the wording stands in the message catalogue."""

from __future__ import annotations

import os
from pathlib import Path

from lkjip_xl.inti.galat import KELUAR_BERKAS, GalatLkjip
from lkjip_xl.inti.kemiripan import terdekat

KODE: dict[str, frozenset[str]] = {
    "BK-01": frozenset({"apa", "berkas", "usul"}),  # file or folder does not exist
    "BK-02": frozenset({"berkas"}),  # not a workbook
    "BK-03": frozenset({"berkas"}),  # old binary .xls
    "BK-04": frozenset({"berkas"}),  # password-protected (encrypted)
    "BK-05": frozenset({"berkas", "pemilik"}),  # open elsewhere; pemilik may be ""
    "BK-06": frozenset({"berkas", "bagian"}),  # damaged zip or XML part; bagian "" = the zip itself
    "BK-07": frozenset({"berkas", "bagian", "sebab"}),  # suspicious content; sebab is one of SEBAB
    "BK-08": frozenset({"berkas", "folder"}),  # folder not writable
    "BK-09": frozenset({"berkas", "folder"}),  # disk full
    "BK-10": frozenset({"berkas"}),  # reading or replacing refused by permission or the read-only mark
    "BK-11": frozenset({"berkas"}),  # a folder stands under this name
    "BK-12": frozenset({"berkas", "akhiran"}),  # a kind of file that is not supported
    "BK-13": frozenset({"berkas", "sebab"}),  # any other error of the operating system, in its own words
    "BK-14": frozenset({"berkas"}),  # "Strict Open XML": to be saved as an ordinary workbook first
    "BK-15": frozenset({"berkas", "lembar"}),  # a sheet to be written does not exist
    "BK-16": frozenset({"berkas", "lembar", "sel", "panjang"}),  # text longer than a cell holds (32,767)
    "BK-17": frozenset({"berkas"}),  # a workbook without macros where they are needed
    "BK-19": frozenset({"berkas", "timpa"}),  # the file to be made exists already
    "BK-20": frozenset({"berkas", "versi", "dikenal"}),  # made by a newer template
    "BK-21": frozenset({"berkas"}),  # a workbook, but none of ours
    "BK-22": frozenset({"lembar", "usul"}),  # a sheet named on the command line that is none of the workbook
    "BK-23": frozenset({"berkas"}),  # a macro workbook under a name that promises none
    "BK-24": frozenset({"berkas", "daftar"}),  # sheets or columns the summaries are made of are missing
    "BK-80": frozenset({"berkas", "daftar", "hasil"}),  # columns without which a command cannot do are missing
    "BK-30": frozenset({"berkas", "pemilik"}),  # another lkjip works on it; pemilik may be ""
    "BK-31": frozenset({"berkas"}),  # changed by somebody else between our reading and writing
    "BK-32": frozenset({"berkas"}),  # deleted or renamed between our reading and writing
    "BK-33": frozenset({"berkas"}),  # an output that is also read, or written twice
    "BK-34": frozenset({"berkas", "akhiran"}),  # an output whose name promises another kind of file
    "BK-35": frozenset({"berkas", "timpa"}),  # an output would replace a file we did not make
    "BK-36": frozenset({"berkas"}),  # a pipe, socket or device
    "BK-37": frozenset({"berkas", "sebab"}),  # a name the system cannot have
    "BK-38": frozenset({"sebab"}),  # no folder for temporary files
    "BK-39": frozenset({"berkas", "hal"}),  # saved, but not everything of the old file could be kept (never raised)
    "BK-63": frozenset({"berkas", "bagian", "sandi"}),  # a part in an encoding nobody knows
    "BK-64": frozenset({"berkas", "lembar"}),  # two sheets of one name: which one is meant, nobody can tell
    "BK-65": frozenset({"berkas", "bagian"}),  # alternatives for other programs where positions count
    "BK-66": frozenset({"berkas", "bagian"}),  # macros that cannot be read
    "BK-67": frozenset({"berkas", "lembar"}),  # a chart, dialog or macro sheet under the name of a sheet to be written
    "BK-43": frozenset({"sebab"}),  # the screen, pipe or file that the output of a command goes to
    "BK-44": frozenset({"daftar"}),  # what stands in its place although the command failed (never raised)
    "BK-40": frozenset({"berkas", "daftar"}),  # sheets of the user's own that bear the names of ours
    "BK-50": frozenset({"berkas", "lembar", "baris", "batas"}),  # more filled rows than are read
    "BK-51": frozenset({"berkas", "lembar", "sel", "batas"}),  # more filled cells than are read
    "BK-52": frozenset({"berkas", "lembar", "sel", "panjang"}),  # a shared formula that would fill the memory
    "BK-53": frozenset({"berkas", "sel", "lembar", "terbanyak", "batas"}),  # more in all input sheets than is read
    "BK-91": frozenset({"berkas", "nama", "lembar"}),  # an input sheet under another name
    "BK-90": frozenset({"berkas", "banyak", "batas"}),  # more sheets than are read
    "BK-70": frozenset({"folder", "sebab"}),  # the folder of buttons and program is not the user's own
    "BK-71": frozenset({"folder"}),  # old macros asked through a folder others could write to
    "BK-72": frozenset({"berkas"}),  # a link, a pipe or somebody else's file where a file of a request should be
    "BK-73": frozenset({"versi", "dikenal"}),  # a request of a newer workbook
    "BK-74": frozenset({"nama"}),  # what `lkjip layani` was given is no name of a request
    "BK-75": frozenset({"berkas"}),  # a request that has been answered, or is being answered
    "BK-76": frozenset({"versi"}),  # an xlwings whose VBA module we do not know well enough to put into a workbook
    "BK-85": frozenset(),  # signing in and a Start menu are of Windows
    "LP-02": frozenset({"berkas"}),  # a report whose name is none of a Word document
    "RK-01": frozenset({"folder"}),  # a rekap of folders without any workbook
    "RK-02": frozenset({"berkas"}),  # a list of agencies that names none
    "RK-17": frozenset({"berkas", "daftar"}),  # a region's template that holds an agency's figures
    "RK-18": frozenset({"berkas"}),  # workbooks of a region for no year
    "RK-20": frozenset({"berkas", "sebab"}),  # a rekap of which no workbook can be read; sebab: of the first
    "RK-13": frozenset({"berkas"}),  # an earlier rekap that is none
    "RK-14": frozenset({"berkas", "sebab"}),  # a cluster, or what is read from there, that cannot be reached
    "LP-11": frozenset({"berkas"}),  # no sound Word document
    "LP-12": frozenset({"berkas", "tahun", "laporan"}),  # the report of another year than the workbook's
    "LP-13": frozenset({"berkas"}),  # a report with a digital signature
    "LP-31": frozenset({"folder"}),  # a folder of pictures that is not there
    "TB-01": frozenset({"berkas"}),  # a workbook without a report year that could be followed by another
    "TB-02": frozenset({"berkas"}),  # next year's workbook would take the name of an existing file
    "TB-03": frozenset({"berkas"}),  # old and new workbook are the same file
    "RP-01": frozenset({"kata"}),  # a number or address that names no proposal or change
    "AB-18": frozenset({"preset", "daftar"}),  # a preset that nobody declared
    "AB-19": frozenset({"berkas", "lembar"}),  # a preset for which the workbook has no row
    "AB-20": frozenset({"folder"}),  # nothing that could be taken over
    "FO-01": frozenset({"berkas"}),  # forms of a workbook that names no year or agency
    "FO-12": frozenset({"bidang", "timpa"}),  # a form would replace one a bidang has typed in
    "FO-13": frozenset({"berkas"}),  # forms of a workbook without anything to ask
    "SB-01": frozenset({"berkas", "detik"}),  # a foreign file that takes longer to read than it may
    "SB-02": frozenset({"berkas"}),  # a foreign file that ends the process reading it: memory, or damage
    "SB-03": frozenset({"berkas"}),  # a PDF without the library that reads it
    "SB-04": frozenset({"berkas"}),  # a foreign file with a password
    "SB-05": frozenset({"berkas", "jenis", "bagian"}),  # damaged, or not what it claims to be; bagian may be ""
    "SB-11": frozenset({"berkas", "batas"}),  # more cells or columns than are read
    "CS-01": frozenset({"apa", "folder"}),  # file or folder to fill from does not exist
    "CS-02": frozenset({"folder"}),  # nothing usable in it
    "CS-17": frozenset({"berkas"}),  # a workbook of ours as what to fill from
    "CS-18": frozenset({"berkas"}),  # a form of a bidang as what to fill from
    "CS-20": frozenset({"berkas", "baris", "batas"}),  # more rows than are read
    "CS-21": frozenset({"berkas", "ukuran", "batas"}),  # larger than is read, in MB
    "CS-22": frozenset({"berkas", "baris"}),  # a line or cell that is none, too long or with quotes that never close
    "CS-23": frozenset({"berkas", "kolom", "batas"}),  # more columns than a table has
}

SERUPA_NAMA = 0.75  # from here on a name in the folder is offered for one that is not there
SEBAB = ("ukuran", "rasio", "jumlah", "dtd")


class GalatBerkas(GalatLkjip):
    """A file that cannot be read or written, as a code of KODE and the values for its message.

    >>> GalatBerkas("BK-02", berkas="a.xlsx").isi
    {'berkas': 'a.xlsx'}
    """

    keluar = KELUAR_BERKAS

    def __init__(self, kode: str, **isi: object) -> None:
        if KODE[kode] != isi.keys():
            raise TypeError(f"{kode} needs {sorted(KODE[kode])}, got {sorted(isi)}")
        super().__init__(kode, isi)
        self.kode = kode
        self.isi = isi


def tiada(path: Path, *, penuh: bool = False) -> GalatBerkas:
    """BK-01 for a path that leads to nothing, with the name beside it that was perhaps meant; penuh: the whole path is said.

    >>> tiada(Path("tiada/laporan")).isi, tiada(Path("a.xlsx"), penuh=True).isi["apa"]
    ({'apa': 'Folder', 'berkas': 'laporan', 'usul': ''}, 'Berkas')
    """
    try:
        sebelah = os.listdir(path.parent)
    except (OSError, ValueError):
        sebelah = []
    dekat = terdekat(path.name, sebelah, SERUPA_NAMA)
    usul = f' Maksud Anda "{dekat}"?' if dekat else ""
    apa = "Berkas" if path.suffix else "Folder"
    return GalatBerkas("BK-01", apa=apa, berkas=str(path) if penuh or not path.name else path.name, usul=usul)

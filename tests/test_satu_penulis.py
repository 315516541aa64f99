"""Files are written in one place: whatever opens, replaces or makes a file elsewhere is listed here with its reason."""

from __future__ import annotations

import ast
import re
from pathlib import Path

PAKET = Path(__file__).parents[1] / "lkjip_xl"
PENULIS = {f"buku/{n}.py" for n in ("simpan", "cadangan", "kunci", "keluaran", "sementara", "sifat_berkas")}
# module: (calls it may make, why)
BOLEH = {
    "api/sumber.py": ({".to_csv"}, "a table as text in memory"),
    "buku/paket.py": ({"ZipFile"}, "a package in memory"),
    "buku/gulungan.py": ({"ZipFile", ".open"}, "a package in memory and its parts"),
    "lite/folder.py": ({"ZipFile"}, "a package in memory"),
    "buku/periksa_hasil.py": ({".open"}, "a part of the package that was just packed, to be read"),
    "buku/dari_openpyxl.py": ({".save", "ZipFile"}, "a workbook into memory"),
    "lembar/kanonis.py": ({"ZipFile"}, "a package in memory"),
    "sumber/pdf.py": ({".open"}, "pdfplumber opens bytes to read them"),
    "word/lukisan.py": ({".savefig"}, "a picture into memory"),
    "word/word.py": ({".save"}, "a document into memory"),
    "word/gaya_word.py": ({".save"}, "a template into memory"),
    "excel/pasang.py": (
        {".save", ".write_bytes", "ZipFile"},
        "pyOpenVBA takes only paths: a scratch copy in folder_sementara",
    ),
    "excel/ruang.py": (
        {"os.replace", ".mkdir", "os.open", ".rmdir", ".unlink", "os.chmod", "os.mkdir"},
        "the private folder of the buttons, made before anything can be written there",
    ),
    "excel/mulai.py": ({"open"}, "the mark in the private folder by a Python that cannot do more"),
    "pemasangan/sistem.py": (
        {"os.remove"},
        "takes the Mark of the Web and our shortcut away, which the user asked for",
    ),
    "makro.py": ({".open"}, "Excel opens a workbook"),
    "rekap/tembolok.py": ({"os.unlink", "os.rmdir"}, "takes away what its own cache kept too long"),
    "cli/keluar.py": ({"open", "os.open"}, "os.devnull in the place of a closed stream"),
}
METODE = {
    "write_text", "write_bytes", "touch", "rename", "unlink", "rmdir", "mkdir", "symlink_to", "hardlink_to", "chmod", "save",
    "savefig", "to_csv", "to_excel", "to_json", "to_html", "extractall", "SaveAs", "truncate", "lchmod",
}  # fmt: skip
SISTEM = {
    "os": {"replace", "rename", "renames", "remove", "unlink", "link", "symlink", "mkdir", "makedirs", "rmdir", "removedirs", "truncate", "mkfifo", "chmod", "chown", "open"},
    "shutil": {"copy", "copy2", "copyfile", "copyfileobj", "copytree", "move", "rmtree", "make_archive", "unpack_archive", "copystat", "copymode"},
    "tempfile": {"mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "SpooledTemporaryFile"},
}  # fmt: skip
# whatever a call is renamed to, the name it was imported by stands in the text: other modules need not be parsed
MUNGKIN = re.compile(rf"\b({'|'.join({*METODE, 'open', 'ZipFile'}.union(*SISTEM.values()))})\b")


def _ragam(n: ast.Call, letak: int) -> str:
    """Mode of an opening call; "?" where it is not a constant."""
    x = next((k.value for k in n.keywords if k.arg == "mode"), n.args[letak] if len(n.args) > letak else None)
    return "r" if x is None else x.value if isinstance(x, ast.Constant) and isinstance(x.value, str) else "?"


def _menulis(ragam: str) -> bool:
    return bool(set(ragam) & set("wax+?"))


def panggilan_menulis(pohon: ast.AST) -> set[str]:
    """Calls that open files for writing, make, move or delete them, by the names they bear in the text."""
    hasil = set()
    asal = {}  # from os import replace as r
    simpul = list(ast.walk(pohon))
    for n in simpul:
        if isinstance(n, ast.ImportFrom) and n.module in SISTEM:
            asal |= {a.asname or a.name: f"{n.module}.{a.name}" for a in n.names}
        elif isinstance(n, ast.Import):
            asal |= {a.asname: a.name for a in n.names if a.asname and a.name in SISTEM}
    for n in simpul:
        if not isinstance(n, ast.Call):
            continue
        f = n.func
        if isinstance(f, ast.Name):
            nama = asal.get(f.id, f.id)
            modul, _, fungsi = nama.rpartition(".")
            if fungsi in SISTEM.get(modul, ()) or (nama in ("open", "ZipFile") and _menulis(_ragam(n, 1))):
                hasil.add(nama)
        elif isinstance(f, ast.Attribute):
            modul = asal.get(f.value.id, f.value.id) if isinstance(f.value, ast.Name) else ""
            if modul in SISTEM:
                hasil |= {f"{modul}.{f.attr}"} if f.attr in SISTEM[modul] else set()
            elif f.attr in METODE:
                hasil.add(f".{f.attr}")
            elif (modul == "zipfile" and f.attr == "ZipFile" and _menulis(_ragam(n, 1))) or (
                f.attr == "open" and _menulis(_ragam(n, 1 if modul in ("io", "codecs", "gzip") else 0))
            ):
                hasil.add("ZipFile" if f.attr == "ZipFile" else ".open")
    return hasil


def test_pencari_mengenali_setiap_cara():
    for teks in (
        "open(p, 'w')", "open(p, mode='ab')", "open(p, m)", "p.open('x')", "p.open(mode='r+')", "io.open(p, 'w')", "os.replace(a, b)",
        "from os import replace as r\nr(a, b)", "import os as o\no.rename(a, b)", "p.write_text('x')", "wb.save(p)", "shutil.copy(a, b)",
        "os.open(p, 1)", "zipfile.ZipFile(p, 'w')", "tempfile.mkstemp()", "p.touch()", "df.to_csv(p)",
    ):  # fmt: skip
        assert MUNGKIN.search(teks) and panggilan_menulis(ast.parse(teks)), teks
    for teks in (
        "open(p)",
        "open(p, 'rb')",
        "p.open()",
        "p.open('rb')",
        "zipfile.ZipFile(p)",
        "s.replace('a', 'b')",
        "replace(x, a=1)",
    ):
        assert not panggilan_menulis(ast.parse(teks)), teks


def test_hanya_penulis_yang_menulis():
    """The scratch of others, what goes to memory, and nothing else; an entry nobody needs any more goes, too."""
    ada = {}
    for berkas in sorted(PAKET.rglob("*.py")):
        nama = berkas.relative_to(PAKET).as_posix()
        if nama in PENULIS or not MUNGKIN.search(teks := berkas.read_text(encoding="utf-8")):
            continue
        if panggilan := panggilan_menulis(ast.parse(teks)):
            ada[nama] = panggilan
    ada.pop("buku/berkas.py")  # opens read-only by descriptor: see the next test
    assert ada == {nama: panggilan for nama, (panggilan, _) in BOLEH.items()}


def test_pembaca_membuka_hanya_untuk_membaca():
    teks = (PAKET / "buku/berkas.py").read_text(encoding="utf-8")
    assert panggilan_menulis(ast.parse(teks)) == {"os.open"}
    assert "O_RDONLY" in teks and not any(b in teks for b in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"))

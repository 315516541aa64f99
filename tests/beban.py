"""Workbooks and tables made to cost: each is built, given to a command in a process of its own, and its price printed.

`python tests/beban.py` runs all of them; `jalankan()` does, too, and tells whether each stayed below 10 s and 600 MB.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from xml.sax.saxutils import escape

from lkjip_xl import perintah
from lkjip_xl.inti.alamat import huruf

DETIK, MEGA = 10.0, 600
DINDING = 10  # times as long on the clock: on a busy machine a process gets a tenth
AKAR = Path(__file__).parents[1]
CONTOH = AKAR / "workbooks/contoh"

# the child says its own peak: that of the parent would count all children
_ANAK = """
import re, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (6 * 2**30, 6 * 2**30))
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
del sys.argv[1]
from lkjip_xl.cli import main
t = time.process_time()
try:
    main()
except SystemExit as e:
    kode = e.code
puncak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])  # ru_maxrss counts the parent's, too
print(f"\\n@@{kode} {time.process_time() - t:.2f} {puncak // 1024}", file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a case cost: exit code (None: stopped), seconds of the processor, peak memory in MB, last line it said."""

    nama: str
    perintah: str
    kode: int | None
    detik: float
    mega: int
    kata: str

    @property
    def sah(self) -> bool:
        return self.kode in (0, 1, 2, 4) and self.detik < DETIK and self.mega < MEGA


def jalankan_anak(*argumen: object, batas: float = 120) -> tuple[int | None, float, int, str]:
    """Run `lkjip` in a process of its own: exit code, processor time, peak memory, last line of its errors.

    It is stopped after `batas` seconds of the processor, and, where it waits for something, after ten times as long:
    a busy machine is no hang.
    """
    mulai = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as keluar:
        try:
            anak = subprocess.run(
                [sys.executable, "-c", _ANAK, str(ceil(batas)), *map(str, argumen)], cwd=AKAR, stdout=keluar, stderr=subprocess.PIPE, text=True,
                timeout=batas * DINDING, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return None, time.monotonic() - mulai, 0, "tidak selesai"
        keluar.seek(0)
        baris = [b for b in keluar.read().splitlines() if b.strip()]
    cocok = re.search(r"@@(\S+) ([\d.]+) (\d+)", anak.stderr)
    salah = [b for b in anak.stderr.splitlines() if b.strip() and "@@" not in b]
    kata = (salah or baris or [""])[-1]
    if cocok is None:
        return None, time.monotonic() - mulai, 0, kata
    return int(cocok[1]), float(cocok[2]), int(cocok[3]), kata


# -- packages -------------------------------------------------------------------------------------------------


@cache
def kosong() -> bytes:
    """The blank template."""
    return next((AKAR / "workbooks").glob("*.xlsm")).read_bytes()


def ubah(
    tujuan: Path, ganti: dict[str, Callable[[bytes], bytes | Iterable[bytes]]], tambah: dict[str, bytes] | None = None
) -> Path:
    """The blank template with some parts changed and others added, streamed so that building costs no memory."""
    import io

    with (
        zipfile.ZipFile(io.BytesIO(kosong())) as asal,
        zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z,
    ):
        assert ganti.keys() <= set(asal.namelist()), ganti.keys()  # what is not there would not be changed
        for i in asal.infolist():
            data = asal.read(i)
            baru = ganti[i.filename](data) if i.filename in ganti else data
            with z.open(i.filename, "w", force_zip64=True) as f:
                for potong in [baru] if isinstance(baru, bytes) else baru:
                    f.write(potong)
        for nama, data in (tambah or {}).items():
            z.writestr(nama, data)
    return tujuan


def bagian(lembar: str) -> str:
    """Part of a sheet of the blank template."""
    from lkjip_xl.buku.paket import Paket

    return Paket.dari_bytes(kosong()).lembar()[lembar].part


def sisip(sebelum: bytes, isi: Callable[[], Iterable[bytes]]) -> Callable[[bytes], Iterator[bytes]]:
    """Put something in front of a tag."""

    def ganti(data: bytes) -> Iterator[bytes]:
        a, b = data.split(sebelum, 1)
        yield a
        yield from isi()
        yield sebelum + b

    return ganti


def baris_angka(dari: int, sampai: int, kolom: int, isi: str = "1") -> Callable[[], Iterator[bytes]]:
    """Rows filled with one number, as raw XML."""

    def semua() -> Iterator[bytes]:
        h = [huruf(k) for k in range(1, kolom + 1)]
        for b in range(dari, sampai + 1):
            yield _baris(b, *(f'<c r="{x}{b}"><v>{isi}</v></c>' for x in h))

    return semua


def tanpa_isi(data: bytes) -> bytes:
    """A sheet whose ready-made rows are taken out."""
    return re.sub(rb'<row r="(?:[89]|[1-9]\d+)".*?</row>', b"", data, flags=re.S)


def _teks(s: str) -> str:
    return f't="inlineStr"><is><t>{s}</t></is>'


def baris_program(id_lembar: str, n: int, lebar: int = 0) -> Callable[[], Iterator[bytes]]:
    """A legitimate programme table of n rows whose totals agree, with the template's formulas, padded to a width."""
    from lkjip_xl.skema.ungkapan import ke_excel, urai

    kolom = perintah.skema().lembar[id_lembar].kolom.values()
    h = {k.nama: huruf(i) for i, k in enumerate(kolom, 1)}
    tambahan = [huruf(i) for i in range(len(h) + 1, lebar + 1)]

    def isi(k, b: int, level: str, kode: str, kali: int) -> str:
        a = f"{h[k.nama]}{b}"
        if k.rumus:
            return f'<c r="{a}"><f>{escape(ke_excel(urai(k.rumus), h, b))}</f></c>'
        teks = {
            "kode": kode,
            "level": level,
            "nama": f"Nama {level} {kode} perangkat daerah",
            "indikator": f"Indikator {kode}",
        }
        if k.nama in teks:
            return _sel(a, teks[k.nama])
        if k.tipe == "rupiah":
            return f'<c r="{a}"><v>{kali * (900 if "realisasi" in k.nama else 1000)}</v></c>'
        return f'<c r="{a}"><v>{90 if "realisasi" in k.nama else 100}</v></c>' if k.tipe in ("target", "angka") else ""

    def semua() -> Iterator[bytes]:
        for i in range(n):
            p, k, s = i // 91 + 1, (i % 91 + 9) // 10, (i % 91 - 1) % 10
            level, kali = ("program", 81) if not k else ("kegiatan", 9) if not s else ("subkegiatan", 1)
            kode = f"1.01.{p:03d}" + (f".2.{k:02d}" if k else "") + (f".{s:04d}" if k and s else "")
            ekor = (f'<c r="{x}{8 + i}"><v>1</v></c>' for x in tambahan)
            yield _baris(8 + i, *(isi(x, 8 + i, level, kode, kali) for x in kolom), *ekor)

    return semua


# -- cases ----------------------------------------------------------------------------------------------------

Bangun = Callable[[Path], list[object]]
KASUS: dict[str, Bangun] = {}


def _kasus(nama: str) -> Callable[[Bangun], Bangun]:
    def daftar(f: Bangun) -> Bangun:
        KASUS[nama] = f
        return f

    return daftar


def _validasi(nama: str, buat: Callable[[Path], Path], perintah_: str = "validasi") -> None:
    KASUS[nama] = lambda d: [perintah_, buat(d / "b.xlsm")]


def isi_lembar(
    lembar: str, isi: Callable[[], Iterable[bytes]], sebelum: bytes = b"</sheetData>"
) -> Callable[[Path], Path]:
    return lambda p: ubah(
        p, {bagian(lembar): lambda x: sisip(sebelum, isi)(tanpa_isi(x) if sebelum == b"</sheetData>" else x)}
    )


def lembar_sendiri(*data: Callable[[], Iterable[bytes]], nama: str = "Milik Saya") -> Callable[[Path], Path]:
    """The template with sheets of the user's own behind its own."""

    def buat(p: Path) -> Path:
        ganti = {
            "xl/workbook.xml": sisip(
                b"</sheets>",
                lambda: (
                    f'<sheet name="{nama}{i or ""}" sheetId="{9000 + i}" r:id="rIdX{i}" '
                    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'.encode()
                    for i in range(len(data))
                ),
            ),
            "xl/_rels/workbook.xml.rels": sisip(
                b"</Relationships>",
                lambda: (
                    f'<Relationship Id="rIdX{i}" Target="worksheets/x{i}.xml" '
                    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'.encode()
                    for i in range(len(data))
                ),
            ),
            "[Content_Types].xml": sisip(
                b"</Types>",
                lambda: (
                    f'<Override PartName="/xl/worksheets/x{i}.xml" '
                    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'.encode()
                    for i in range(len(data))
                ),
            ),
        }
        return ubah(p, ganti, {f"xl/worksheets/x{i}.xml": b"".join(x()) for i, x in enumerate(data)})

    return buat


def teks_bersama(
    isi: Callable[[], Iterable[bytes]], ganti: dict[str, Callable[[bytes], bytes | Iterable[bytes]]] | None = None
) -> Callable[[Path], Path]:
    """The template, which has none of its own, with shared texts: `isi` are the <si>; ganti: other parts changed."""
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    tamu = {
        "[Content_Types].xml": (b"</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{jenis}"/>'),
        "xl/_rels/workbook.xml.rels": (
            b"</Relationships>",
            f'<Relationship Id="rIdT" Target="sharedStrings.xml" Type="{rels}"/>',
        ),
    }

    def buat(p: Path) -> Path:
        sst = [b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">', *isi(), b"</sst>"]
        ubahan = {n: sisip(tag, lambda x=x: [x.encode()]) for n, (tag, x) in tamu.items()} | (ganti or {})
        return ubah(p, ubahan, {"xl/sharedStrings.xml": b"".join(sst)})

    return buat


KEPALA_XML = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def lembar(isi: Iterable[bytes], sesudah: bytes = b"") -> Iterator[bytes]:
    yield KEPALA_XML + b"<sheetData>"
    yield from isi
    yield b"</sheetData>" + sesudah + b"</worksheet>"


def di(bagian_: str, sebelum: bytes, isi: Callable[[], Iterable[bytes]]) -> Callable[[Path], Path]:
    return lambda p: ubah(p, {bagian_: sisip(sebelum, isi)})


def _baris(b: int, *sel: str) -> bytes:
    return f'<row r="{b}">{"".join(sel)}</row>'.encode()


def _sel(alamat: str, teks: str) -> str:
    return f'<c r="{alamat}" {_teks(teks)}</c>'


def _atribut() -> bytes:
    return b" ".join(b'x%d="1"' % i for i in range(100_000))


def _bersama() -> Iterator[bytes]:
    induk = '<f t="shared" si="0" ref="A8:XFD1048576">' + "A1+" * 20_000 + "1</f>"
    for b in range(8, 20_000):
        f = induk if b == 8 else '<f t="shared" si="0"/>'
        yield _baris(b, f'<c r="A{b}">{f}<v>1</v></c>')


def _bersyarat() -> Iterator[bytes]:
    for b in range(8, 65_008):
        aturan = f'<cfRule type="expression" priority="{b}"><formula>1</formula></cfRule>'
        yield f'<conditionalFormatting sqref="A{b}">{aturan}</conditionalFormatting>'.encode()


def buku_program(p: Path, n: int) -> Path:
    """A legitimate large workbook: n rows in Anggaran, and in T-C.27 with 40 columns."""

    def isi(id_lembar: str, lebar: int) -> Callable[[bytes], Iterable[bytes]]:
        return lambda x: sisip(b"</sheetData>", baris_program(id_lembar, n, lebar))(tanpa_isi(x))

    return ubah(p, {bagian("Anggaran"): isi("anggaran", 0), bagian("T-C.27"): isi("tc27", 40)})


def _program(p: Path) -> Path:
    return buku_program(p, 19_900)


def _csv(nama: str, isi: Callable[[], Iterable[str]], *argumen: str) -> None:
    def buat(d: Path) -> list[object]:
        buku = d / "b.xlsm"
        buku.write_bytes(kosong())
        (d / "csv").mkdir()
        with (d / "csv" / "anggaran.csv").open("w", encoding="utf-8") as f:
            f.writelines(isi())
        if argumen[0] == "isi":
            return ["isi", buku, "--dari", d / "csv"]
        buku.write_bytes((CONTOH / "LKjIP-Lamongan-2023.xlsm").read_bytes())
        return ["cocokkan", buku, "Anggaran", d / "csv" / "anggaran.csv"]

    KASUS[nama] = buat


def _kepala_csv() -> str:
    return "kode,level,nama,pagu,realisasi_rp\n"


def _baris_csv(n: int) -> Callable[[], Iterator[str]]:
    def semua() -> Iterator[str]:
        yield _kepala_csv()
        for i in range(n):
            yield f"1.01.{i // 100 + 1:03d}.{i % 100:02d},program,Program nomor {i} perangkat daerah,{i * 7919 % 100000},{i * 31 % 1000}\n"

    return semua


_validasi("1.048.569 baris terisi", isi_lembar("Anggaran", baris_angka(8, 1_048_576, 3)))
_validasi(
    "1.048.569 baris bergaya, kosong",
    isi_lembar("Anggaran", lambda: (_baris(b, f'<c r="A{b}" s="1"/>') for b in range(8, 1_048_577))),
)
_validasi("20.001 baris", isi_lembar("PK", baris_angka(8, 20_008, 3)))
_validasi("19.900 baris × 24 dan × 40 kolom", _program)
_validasi("19.900 baris, ringkas", _program, "ringkas")
for _lembar, _id in (("Anggaran", "anggaran"), ("Pengukuran", "pengukuran"), ("T-C.27", "tc27")):
    _validasi(f"20.000 baris penuh, {_lembar}", isi_lembar(_lembar, baris_program(_id, 20_000)))
_validasi("20.000 baris × 300 kolom", isi_lembar("PK", baris_angka(8, 20_007, 300)))
_validasi("lembar sendiri 600.000 baris", lembar_sendiri(lambda: lembar(baris_angka(1, 600_000, 8)())))
_validasi(
    "teks 2 juta huruf",
    isi_lembar(
        "Anggaran", lambda: (_baris(b, _sel(f"B{b}", "program"), _sel(f"C{b}", "ab c" * 500_000)) for b in range(8, 12))
    ),
)


def _teks_panjang(nama: str, *argumen: str) -> None:
    """A command with such a text in the place of BUKU (a workbook), HTML or WORD (a table); CONTOH: a sound workbook."""
    panjang = "ab c" * 500_000
    kepala = ("Kode", "Nama", "Pagu", "Realisasi")

    def buku(p: Path) -> Path:
        sel = lambda b: (_sel(f"A{b}", f"1.0{b}"), _sel(f"B{b}", "program"), _sel(f"C{b}", panjang))  # noqa: E731
        return isi_lembar("Anggaran", lambda: (_baris(b, *sel(b)) for b in range(8, 12)))(p)

    def html(p: Path) -> Path:
        baris = [kepala, *((f"1.0{i}", panjang, "100", "90") for i in range(4))]
        isi = "".join(f"<tr>{''.join(f'<td>{x}</td>' for x in b)}</tr>" for b in baris)
        p.write_text(f"<table>{isi}</table>", encoding="utf-8")
        return p

    def word(p: Path) -> Path:
        from docx import Document

        dok = Document()
        t = dok.add_table(3, len(kepala))
        for sel, x in zip(t._cells, [*kepala, "1.01", panjang, "100", "90", "1.02", panjang, "5", "4"], strict=True):
            sel.text = x
        dok.save(str(p))
        return p

    def contoh(p: Path) -> Path:
        p.write_bytes((CONTOH / "LKjIP-Magetan-2024.xlsm").read_bytes())
        return p

    buat = {"BUKU": ("b.xlsm", buku), "HTML": ("t.html", html), "WORD": ("t.docx", word), "CONTOH": ("c.xlsm", contoh)}

    def susun(d: Path) -> list[object]:
        jadi = {k: f(d / n) for k, (n, f) in buat.items() if k in argumen}
        return [
            jadi.get(a, d / a[1:] if a.startswith("@") else CONTOH / a[1:] if a.startswith("/") else a) for a in argumen
        ]

    KASUS[f"teks 2 juta huruf, {nama}"] = susun


for _nama, *_argumen in (
    ("ringkas", "ringkas", "BUKU"),
    ("laporan", "laporan", "BUKU", "--draf", "-o", "@l.docx"),
    ("edar", "edar", "BUKU", "-o", "@e.xlsx"),
    ("edar --nilai", "edar", "BUKU", "--nilai", "-o", "@e.xlsx"),
    ("edar --lambda", "edar", "BUKU", "--lambda", "-o", "@e.xlsx"),
    ("rapikan", "rapikan", "BUKU", "--terapkan", "semua"),
    ("tahun-baru", "tahun-baru", "BUKU", "@baru.xlsm", "--bekukan"),
    ("ambil dari buku", "ambil", "CONTOH", "BUKU"),
    ("ambil ke buku", "ambil", "BUKU", "/magetan-2024/anggaran.csv"),
    ("ambil HTML", "ambil", "CONTOH", "HTML"),
    ("ambil Word", "ambil", "CONTOH", "WORD", "--terapkan"),
    ("cocokkan buku", "cocokkan", "BUKU", "Anggaran", "/magetan-2024/anggaran.csv"),
    ("cocokkan dengan buku", "cocokkan", "CONTOH", "Anggaran", "BUKU", "--lembar-tabel", "Anggaran"),
    ("cocokkan HTML", "cocokkan", "CONTOH", "Anggaran", "HTML"),
    ("isi dari buku", "isi", "CONTOH", "--dari", "BUKU"),
    ("isi dari HTML", "isi", "CONTOH", "--dari", "HTML"),
    ("formulir", "formulir", "BUKU", "--ke", "@f"),
    ("mesin", "mesin", "BUKU", "xlwings"),
    ("perbarui", "perbarui", "BUKU", "--baris", "Anggaran=900"),
    ("rekap", "rekap", "BUKU", "-o", "@r.xlsx", "--html", "@r.html", "--csv", "@r", "--pekerja", "1", "--tanpa-tembolok"),
    ("tahun lalu", "validasi", "CONTOH", "--tahun-lalu", "BUKU"),
    ("validasi --tulis", "validasi", "BUKU", "--tulis", "--html", "@h.html", "--json", "@j.json"),
):  # fmt: skip
    _teks_panjang(_nama, *_argumen)
_validasi(
    "angka 2 juta huruf",
    isi_lembar(
        "Pengukuran", lambda: (_baris(b, *(_sel(f"{h}{b}", "1 - 2 s.d. " * 200_000) for h in "AEFG")) for b in (8, 9))
    ),
)
_validasi(
    "rumus 8 juta huruf",
    isi_lembar("PK", lambda: [b'<row r="8"><c r="A8"><f>' + b"A1+" * 2_700_000 + b"1</f><v>1</v></c></row>"]),
)
_validasi("rumus bersama sepanjang lembar", isi_lembar("PK", _bersama))
_validasi(
    "10.000 rumus larik",
    isi_lembar(
        "PK",
        lambda: (
            _baris(b, f'<c r="A{b}"><f t="array" ref="A{b}:XFD1048576">1</f><v>1</v></c><c r="B{b}"><v>1</v></c>')
            for b in range(8, 10_008)
        ),
    ),
)
_larik_penuh = isi_lembar(
    "PK",
    lambda: (
        _baris(b, *(f'<c r="{h}{b}"><f t="array" ref="{h}{b}">A1+1</f><v>1</v></c>' for h in "ABCDEF"))
        for b in range(8, 16_675)
    ),
)
for _perintah in ("validasi", "ringkas"):
    _validasi(f"100.000 rumus larik, {_perintah}", _larik_penuh, _perintah)
_validasi(
    "100.000 rumus larik sampai ujung",
    isi_lembar(
        "PK",
        lambda: (
            _baris(b, *(f'<c r="{h}{b}"><f t="array" ref="{h}{b}:XFD1048576">1</f><v>1</v></c>' for h in "ABCDEF"))
            for b in range(8, 16_675)
        ),
    ),
)
_validasi(
    "100.000 sel gabungan",
    isi_lembar(
        "PK",
        lambda: [
            b"<mergeCells>",
            *(f'<mergeCell ref="A{b}:B{b}"/>'.encode() for b in range(8, 100_008)),
            b"</mergeCells>",
        ],
        b"<conditionalFormatting",
    ),
)
_validasi(
    "100.000 gabungan di kepala",
    isi_lembar(
        "PK",
        lambda: [b"<mergeCells>", *(b'<mergeCell ref="A5:XFD5"/>' for _ in range(100_000)), b"</mergeCells>"],
        b"<conditionalFormatting",
    ),
)
_validasi("65.000 format bersyarat", isi_lembar("PK", _bersyarat, b"<dataValidations"), "ringkas")
_validasi(
    "65.000 gaya",
    di(
        "xl/styles.xml",
        b"</cellXfs>",
        lambda: (
            f'<xf numFmtId="{i % 40}" fontId="0" fillId="0" borderId="0" xfId="0"><alignment indent="{i}"/></xf>'.encode()
            for i in range(65_000)
        ),
    ),
    "ringkas",
)
_validasi(
    "20.000 nama",
    di(
        "xl/workbook.xml",
        b"</definedNames>",
        lambda: (f'<definedName name="nama_{i}">PK!$A${i + 1}</definedName>'.encode() for i in range(20_000)),
    ),
    "ringkas",
)
_validasi(
    "1 juta teks bersama", teks_bersama(lambda: (f"<si><t>teks nomor {i}</t></si>".encode() for i in range(1_000_000)))
)
_validasi("teks bersama 30 MB", teks_bersama(lambda: (b"<si><t>", b"ab c" * 7_500_000, b"</t></si>")), "ringkas")
_validasi(
    "teks 5.000 huruf di 19.000 sel",
    isi_lembar("PK", lambda: (_baris(b, _sel(f"C{b}", f"{b} " + "ab c" * 1_250)) for b in range(8, 19_008))),
)
for _huruf in (200, 32_000, 2_000_000):
    _validasi(
        f"teks bersama {_huruf} huruf di 76.000 sel",
        teks_bersama(
            lambda n=_huruf: (b"<si><t>", b"ab c" * (n // 4), b"</t></si>"),
            {
                bagian("Anggaran"): lambda x: sisip(
                    b"</sheetData>",
                    lambda: (
                        _baris(b, *(f'<c r="{h}{b}" t="s"><v>0</v></c>' for h in "ABCD")) for b in range(8, 19_008)
                    ),
                )(tanpa_isi(x))
            },
        ),
    )
_validasi("19.000 lembar", lembar_sendiri(*[lambda: lembar([])] * 19_000))
_validasi("5.000 lembar, ringkas", lembar_sendiri(*[lambda: lembar([])] * 5_000), "ringkas")
_validasi(
    "XML 10.000 tingkat",
    isi_lembar("PK", lambda: [b"<extLst>" + b"<a>" * 10_000 + b"</a>" * 10_000 + b"</extLst>"], b"</worksheet>"),
)
_validasi("100.000 atribut", isi_lembar("PK", lambda: [b'<row r="8" ' + _atribut() + b'><c r="A8"><v>1</v></c></row>']))
_validasi(
    "100.000 atribut di gaya",
    lambda p: ubah(p, {"xl/styles.xml": lambda x: x.replace(b"<cellXfs ", b"<cellXfs " + _atribut() + b" ", 1)}),
    "ringkas",
)
_validasi(
    "cols melebar",
    isi_lembar(
        "PK",
        lambda: [b"<cols>", *(b'<col min="1" max="16384" width="9"/>' for _ in range(100_000)), b"</cols>"],
        b"<sheetData",
    ),
    "ringkas",
)
_validasi(
    "selusin gambar nol 10 MB",
    lambda p: ubah(p, {}, {f"xl/media/image{i}.png": bytes(10 * 2**20) for i in range(12)}),
    "ringkas",
)
_validasi(
    "gambar nol 25 MB × 12", lambda p: ubah(p, {}, {f"xl/media/image{i}.png": bytes(25 * 2**20) for i in range(12)})
)
_validasi(
    "100.000 komentar",
    lambda p: ubah(
        p,
        {},
        {
            "xl/comments9.xml": b"<comments><commentList>"
            + b'<comment ref="A1"><text><t>x</t></text></comment>' * 100_000
            + b"</commentList></comments>"
        },
    ),
    "ringkas",
)


def _perbarui(nama: str, buat: Callable[[Path], Path]) -> None:
    KASUS[f"{nama}, perbarui"] = lambda d: ["perbarui", buat(d / "b.xlsm"), "--baris", "PK=300"]


def _bersyarat_banyak() -> Iterator[bytes]:
    for b in range(8, 60_008):
        aturan = f'<cfRule type="expression" priority="{b}"><formula>$A{b}&gt;1</formula></cfRule>'
        yield f'<conditionalFormatting sqref="A{b}">{aturan}</conditionalFormatting>'.encode()


def _nama(n: int) -> Callable[[], Iterator[bytes]]:
    return lambda: (f'<definedName name="n{i}">PK!$A${i % 900 + 1}</definedName>'.encode() for i in range(n))


_perbarui("60.000 aturan bersyarat", isi_lembar("PK", _bersyarat_banyak, b"<pageMargins"))
_validasi("100.000 nama, ringkas", di("xl/workbook.xml", b"</definedNames>", _nama(100_000)), "ringkas")
_validasi(
    "64.000 gaya, ringkas",
    di(
        "xl/styles.xml",
        b"</cellXfs>",
        lambda: (b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' for _ in range(63_000)),
    ),
    "ringkas",
)
_csv("CSV 100.000 baris, isi", _baris_csv(100_000), "isi")
_csv("CSV 19.900 baris, isi", _baris_csv(19_900), "isi")
_csv("CSV 100.000 baris, cocokkan", _baris_csv(100_000), "cocokkan")
_csv("CSV 19.900 baris, cocokkan", _baris_csv(19_900), "cocokkan")
_csv("CSV satu baris 100 MB, isi", lambda: ("a" * 2**20 for _ in range(100)), "isi")
_csv("CSV satu baris 100 MB, cocokkan", lambda: ("a" * 2**20 for _ in range(100)), "cocokkan")
_csv("CSV satu sel 10 MB, isi", lambda: ("kode\n", '"', *("a" * 2**20 for _ in range(10)), '"\n'), "isi")
_csv("CSV satu sel 10 MB, cocokkan", lambda: ("kode,nama\n", '"', *("a" * 2**20 for _ in range(10)), '"\n'), "cocokkan")
_csv(
    "CSV 16.384 kolom, isi",
    lambda: (",".join(f"kolom_{i}" for i in range(16_384)) + "\n", "x" + "," * 16_383 + "\n"),
    "isi",
)
_csv(
    "CSV 16.384 kolom, cocokkan",
    lambda: (",".join(f"kolom {i}" for i in range(16_384)) + "\n", ",".join("1" for i in range(16_384)) + "\n"),
    "cocokkan",
)


def jalankan(pilih: str = "", batas: float = 120) -> list[Hasil]:
    """Run the cases whose name holds `pilih`, print one line each and return what they cost."""
    semua = []
    for nama, buat in KASUS.items():
        if pilih not in nama:
            continue
        with tempfile.TemporaryDirectory() as d:
            argumen = buat(Path(d))
            h = Hasil(nama, str(argumen[0]), *jalankan_anak(*argumen, batas=batas))
        semua.append(h)
        tanda = " " if h.sah else "!"
        print(
            f"{tanda} {h.nama:38} {h.perintah:9} kode {h.kode!s:5} {h.detik:6.1f} s {h.mega:5} MB  {h.kata[:110]}",
            flush=True,
        )
    return semua


if __name__ == "__main__":
    sys.exit(not all(h.sah for h in jalankan(*sys.argv[1:2])))

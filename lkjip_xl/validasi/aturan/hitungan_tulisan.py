"""Staff that a text counts, and changes since last year that it names, against Pegawai and Riwayat."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_nama, kunci_satuan, kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, angka, cacah
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, BERKODE, kalimat_tulisan
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pokok_kalimat import pokok_lain
from lkjip_xl.validasi.aturan.registri import aturan

PALING_JAUH = 0.25  # a count further from that of all staff is of some of them
KOLOM = ("laki_laki", "perempuan", "jumlah", "kebutuhan", "selisih")
_STAF = r"(?:pegawai|asn|aparatur|personil|personel|karyawan|sdm|tenaga)"
_PEGAWAI = re.compile(
    rf"\b(?:jumlah|total|seluruh|didukung|memiliki|sebanyak|kekuatan|keadaan)\b[^.;\d]{{0,60}}?(?<![\w.,])(?P<n>\d{{1,2}}(?:\.\d{{3}})+|\d{{1,4}})(?![.,]?\d)\s+(?:orang\b|{_STAF}\b)",
    re.IGNORECASE,
)
_ADA_STAF = re.compile(rf"\b{_STAF}\b", re.IGNORECASE)
_SEBAGIAN = re.compile(
    r"\b(?:diklat|pelatihan|peserta|mengikuti|pensiun|mutasi|kebutuhan ideal|kekurangan|kurang|honorer|pppk|p3k|non|kontrak|struktural|fungsional|pejabat|bidang|seksi|sekretariat|upt|kerja|indonesia|terampil)\b",
    re.IGNORECASE,
)
_BERLABEL = r"(?<![\w.,])(?P<n>\d{{1,4}})\s+(?:orang\s+|pegawai\s+|yang\s+)*(?:berpendidikan|lulusan|bergolongan|golongan|pangkat|pendidikan)\s+(?P<label>{})\b"
_BEDA = re.compile(
    rf"\b(?P<kata>lebih (?:banyak|sedikit|tinggi|rendah)|naik|turun|meningkat|menurun|bertambah|berkurang)\s+(?:sebanyak\s+|sebesar\s+|sejumlah\s+)?(?P<n>{ANGKA})\s*(?P<satuan>[^\W\d_]+|%|‰)(?:\s+(?:poin|usaha|kerja))?\s+"
    r"(?:dari|dibanding(?:kan)?(?:\s+dengan)?)\s+(?:(?:realisasi|capaian|pada)\s+)*tahun\s+(?P<tahun>\d{4}|lalu|sebelumnya)(?!\s+(?:yang|sebesar|sebanyak|sejumlah|adalah)?\s*\d)",
    re.IGNORECASE,
)
_PERSEN = frozenset({"%", "persen", "poin"})


@aturan(
    kode=("KW-32",),
    lembar=("pegawai",),
    baca=BACA_TULISAN
    | perlu(
        pegawai="dimensi uraian ?laki_laki ?perempuan ?jumlah ?kebutuhan ?selisih",
        pengaturan="tahun",
    ),
    seluruh=True,
)
def pegawai_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Banyaknya pegawai yang disebut tulisan sama dengan lembar Pegawai."""
    tulisan = [(r, x) for r, _, x in kalimat_tulisan(buku) if _ADA_STAF.search(x)]
    isi = lapor.jejak.baris("pegawai") if tulisan else {}
    total, label = _seluruh(lapor, isi), _label(isi)
    ada = {x for baris in isi.values() for k in KOLOM if isinstance(x := baris.get(k), float)}
    pola = (
        re.compile(
            _BERLABEL.format("|".join(re.escape(x) for x in sorted(label, key=len, reverse=True))), re.IGNORECASE
        )
        if label
        else None
    )
    tahun = buku.setelan.get("TahunLaporan")
    for r, kalimat in tulisan if isi else ():
        if any(float(x) != tahun for x in TAHUN_DISEBUT.findall(kalimat)):
            continue
        m = _PEGAWAI.search(kalimat)
        n = cacah(m["n"]) if m else None
        if m and n is not None and total and n not in ada and not _SEBAGIAN.search(kalimat[: m.end()]):
            sel, harap = total
            if abs(n - harap) <= PALING_JAUH * harap:
                _lapor(lapor, r, m["n"], sel, harap)
        for m in pola.finditer(kalimat) if pola else ():
            sel = label[kunci_nama(m["label"])]
            harap = lapor.jejak.nilai(sel)
            if isinstance(harap, float) and cacah(m["n"]) not in (None, harap) and not lapor.pernah(sel):
                _lapor(lapor, r, m["n"], sel, harap)


def _lapor(lapor: Pelapor, r: Rujukan, nilai: str, sel: Rujukan, harap: float) -> None:
    lapor(
        "KW-32", r, nilai=nilai, seharusnya=harap, terkait=[sel], kata="pegawai", sumber=lapor.sebut(sel), tandai=False
    )


def _seluruh(lapor: Pelapor, isi: Mapping[int, Mapping[str, Nilai]]) -> tuple[Rujukan, float] | None:
    """The one count of all staff on which every printed total of the sheet agrees."""
    semua = {
        Rujukan("pegawai", b, "jumlah"): x
        for b, baris in isi.items()
        if baris_jumlah(baris["uraian"]) and isinstance(x := baris.get("jumlah"), float)
    }
    nilai = set(semua.values())
    if len(nilai) != 1 or any(lapor.pernah(r) for r in semua):
        return None
    return next(iter(semua.items()))


def _label(isi: Mapping[int, Mapping[str, Nilai]]) -> dict[str, Rujukan]:
    """What only one row of the sheet counts, by its name."""
    hasil: dict[str, list[Rujukan]] = {}
    for b, baris in isi.items():
        if (
            isinstance(baris["uraian"], str)
            and not baris_jumlah(baris["uraian"])
            and isinstance(baris.get("jumlah"), float)
        ):
            nama = re.sub(r"^(?:golongan|gol|pendidikan) ", "", kunci_nama(baris["uraian"]))
            hasil.setdefault(nama, []).append(Rujukan("pegawai", b, "jumlah"))
    return {k: v[0] for k, v in hasil.items() if len(v) == 1 and k}


@aturan(
    kode=("KW-33",),
    lembar=("pengukuran", "riwayat"),
    baca=BACA_TULISAN
    | perlu(
        indikator="?kode ?indikator",
        pengukuran="kode realisasi ?satuan ?capaian",
        riwayat="kode ?realisasi_1 ?capaian_1",
        pengaturan="tahun",
    ),
    seluruh=True,
)
def perubahan_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Naik atau turunnya realisasi dari tahun lalu yang disebut tulisan sesuai dengan kedua realisasinya."""
    tahun = buku.setelan.get("TahunLaporan")
    for r, isi, kalimat in kalimat_tulisan(buku):
        m = _BEDA.search(kalimat) if r.lembar in BERKODE else None
        if m is None or (m["tahun"].isdigit() and (not isinstance(tahun, float) or float(m["tahun"]) != tahun - 1)):
            continue
        if pokok_lain(kalimat[: m.start()], buku.indeks.ambil("indikator", "kode", isi["kode"], "indikator")):
            continue
        kini, lalu = (
            _sel(buku, i, isi["kode"], k) for i, k in (("pengukuran", "realisasi"), ("riwayat", "realisasi_1"))
        )
        b = angka(m["n"])
        if kini is None or lalu is None or b is None or b.nilai is None or lapor.ragu(kini, lalu):
            continue
        x, y = lapor.jejak.nilai(kini), lapor.jejak.nilai(lalu)
        if not isinstance(x, float) or not isinstance(y, float) or (kunci_satuan(m["satuan"]) in _PERSEN and y == 0):
            continue
        satuan = kunci_satuan(lapor.jejak.baris("pengukuran")[kini.baris].get("satuan"))
        persen = kunci_satuan(m["satuan"]) in _PERSEN
        if not persen and kunci_satuan(m["satuan"]) not in satuan:
            continue  # of something else
        boleh = [abs(x - y)] + ([abs(x - y) / y * 100] if y else [])
        d = b.desimal or 0
        if not any(
            abs(bulat(v, d) - b.nilai) <= 10.0**-d * 1.001 if persen or d else abs(v - b.nilai) < 1e-9 for v in boleh
        ):
            lapor("KW-33", r, nilai=m["n"], seharusnya=bulat(abs(x - y), max(d, 2)), hitungan=f"{tulis(max(x, y))} − {tulis(min(x, y))}",
                  terkait=[kini, lalu], tandai=False)  # fmt: skip


def _sel(buku: BukuKerja, lembar: str, kode: Nilai, kolom: str) -> Rujukan | None:
    b = buku.indeks.baris(lembar, "kode", kunci_teks(kode)) if kode else None
    return None if b is None else Rujukan(lembar, b, kolom)

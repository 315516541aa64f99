"""What has changed since an earlier rekap, read from the sheets that it wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lkjip_xl.buku.baca import Lembar, baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.rekap.daftar import kunci_opd
from lkjip_xl.rekap.himpun import Rekap
from lkjip_xl.rekap.kerja import LEMBAR_REKAP
from lkjip_xl.rekap.tabel import Baris, TabelRekap, sebagai_kamus
from lkjip_xl.rekap.tabel_opd import ringkasan
from lkjip_xl.rekap.tabel_rinci import indikator

DIBANDING = (
    "indikator", "tercapai", "rata_100", "rata", "kategori", "diturunkan", "pagu", "realisasi", "serapan", "efisiensi",
    "sakip", "kesalahan", "peringatan", "dikecualikan", "lengkap",
)  # fmt: skip
DIBANDING_INDIKATOR = ("target", "realisasi", "capaian", "kategori", "satuan", "arah")
KETELITIAN = 1e-6
Kunci = tuple[str, ...]
Isi = Mapping[str, object]


def perubahan(r: Rekap, lama: Path) -> list[Baris]:
    """Agencies and indicators that came, went, or have other figures; raises GalatBerkas (RK-13)."""
    buku = baca_buku(Paket.buka(lama), hanya=[LEMBAR_REKAP, indikator(r).lembar])
    if LEMBAR_REKAP not in buku.lembar or indikator(r).lembar not in buku.lembar:
        raise GalatBerkas("RK-13", berkas=lama.name)
    hasil: list[Baris] = []
    for t, kolom, dibanding in (
        (ringkasan(r), ("tahun", "kabupaten", "perangkat_daerah"), DIBANDING),
        (indikator(r), ("tahun", "perangkat_daerah", "kode"), DIBANDING_INDIKATOR),
    ):
        dulu = dict(_baca(buku.lembar[t.lembar], t, kolom))
        if not dulu and t.nama == "perangkat_daerah":
            raise GalatBerkas("RK-13", berkas=lama.name)
        kini = {_kunci(x, kolom): x for x in sebagai_kamus(t)}
        hasil += _beda(t, dulu, kini, dibanding)
    return hasil


def _kunci(x: Isi, kolom: tuple[str, ...]) -> Kunci:
    return tuple(kunci_opd(str(x[k])) if k == "perangkat_daerah" else kunci_teks(x[k]) for k in kolom)


def _baca(lembar: Lembar, t: TabelRekap, kolom: tuple[str, ...]) -> Iterator[tuple[Kunci, Isi]]:
    """Rows of a sheet of an earlier rekap by the headers it has now, wherever somebody has moved or sorted them."""
    judul = {kunci_teks(k.judul): k.nama for k in t.kolom}
    baris: dict[int, dict[int, object]] = {}
    for (b, k), s in sorted(lembar.sel.items()):
        baris.setdefault(b, {})[k] = s.nilai
    letak: dict[int, str] = {}
    for isi in baris.values():
        if not letak:
            calon = {k: judul[kunci_teks(x)] for k, x in isi.items() if isinstance(x, str) and kunci_teks(x) in judul}
            letak = calon if set(kolom) <= set(calon.values()) else {}
            continue
        x = dict.fromkeys(judul.values()) | {letak[k]: v for k, v in isi.items() if k in letak}
        if x["perangkat_daerah"]:
            yield _kunci(x, kolom), x


def _beda(
    t: TabelRekap, dulu: Mapping[Kunci, Isi], kini: Mapping[Kunci, Isi], dibanding: tuple[str, ...]
) -> Iterator[Baris]:
    judul = {k.nama: k.judul for k in t.kolom}
    ada = {k[0] for k in kini}
    for kunci, x in kini.items():
        if kunci not in dulu:
            yield _baris(x, "baru", None, None)
            continue
        for nama in dibanding:
            a, b = dulu[kunci][nama], x[nama]
            if not _sama(a, b):
                yield _baris(x, judul[nama], a, b)
    for kunci, x in dulu.items():
        if kunci not in kini and kunci[0] in ada:
            yield _baris(x, "tidak ada lagi", None, None)


def _baris(x: Isi, hal: str, semula: object, menjadi: object) -> Baris:
    selisih = menjadi - semula if isinstance(semula, (int, float)) and isinstance(menjadi, (int, float)) else None
    tahun = x["tahun"]
    sebutan = x.get("indikator") if isinstance(x.get("indikator"), str) else None
    return (
        int(tahun) if isinstance(tahun, (int, float)) else None, _isi(x["perangkat_daerah"]), _isi(x.get("kode")),
        f"{sebutan}: {hal}" if sebutan else hal, _isi(semula), _isi(menjadi), selisih,
    )  # fmt: skip


def _isi(x: object) -> float | str | None:
    return x if x is None or isinstance(x, (float, str)) else float(x) if isinstance(x, int) else str(x)


def _sama(a: object, b: object) -> bool:
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= KETELITIAN * max(1.0, abs(a), abs(b))
    return kunci_teks(a) == kunci_teks(b)

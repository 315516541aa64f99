"""What a sentence is about: one indicator and nothing else, this year and no other, as it is and not as it is hoped for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkjip_xl.inti.kunci import PERSEN, kunci_nama, kunci_satuan, kunci_teks
from lkjip_xl.ringkasan.indikator import Indikator, daftar_indikator
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.validasi.aturan.angka_kalimat import TAHUN_KALIMAT
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, kalimat_indikator
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan

RENCANA = frozenset({"solusi", "upaya"})  # columns of what is still to come
BACA_POKOK = BACA_TULISAN | perlu(
    indikator="kode indikator ?satuan",
    pengukuran="kode target realisasi ?capaian ?arah ?sementara",
    pengaturan="tahun",
)
# words that say a figure is the indicator's, those of any figure, and those any sentence may have besides
_MILIK = "realisasi(?:nya)?|terealisasi|capaian(?:nya)?|indikator|kinerja"
_ANGKA = "target(?:nya)?|nilai|angka|hasil|persentase|jumlah"
_INTI = re.compile(rf"{_MILIK}|{_ANGKA}")
_UMUM = re.compile(
    rf"{_MILIK}|{_ANGKA}|tahun|ini|itu|tersebut|pada|di|sebesar|sebanyak|sejumlah|mencapai|yaitu|adalah|yakni|yang|dengan|dari|ke|sudah|telah|masih|juga"
    r"|berada|secara|umum|keseluruhan|dan|atau|maka|sehingga|berarti|artinya|menunjukkan|bahwa|persen|poin|skor|ditargetkan|ditetapkan|untuk|berhasil"
    r"|memperoleh|diperoleh|meraih|diraih|tercatat|bernilai|menjadi|tetap|kembali|mampu|dapat|pencapaian(?:nya)?|nilainya|angkanya"
    r"|dinyatakan|hanya|baru|namun|tetapi|meskipun|walaupun|sasaran|strategis|utama|iku|kabupaten|kota|dinas|badan|daerah|akhir|desember"
)
# what is wished, planned or supposed is no claim
_HARAP = re.compile(
    r"\b(?:agar|supaya|untuk|guna|demi|jika|bila|apabila|kalau|diharapkan|harapan|akan|optimis|optimistis|upaya|berupaya|diupayakan|mendorong|hampir|nyaris"
    r"|mendekati|harus|perlu|dalam rangka|kemungkinan|diperkirakan|diprediksi|seharusnya|semestinya|seandainya|proyeksi|semula|sementara|apakah)\b",
    re.IGNORECASE,
)
_LAIN = re.compile(
    r"\b(?:akhir (?:periode|masa|renstra)|renstra|rpjmd|rpjmn|anggaran|pagu|rp|keuangan|fisik|semester|triwulan|tw|bulan|bulanan|program|kegiatan|subkegiatan"
    r"|kecamatan|desa|kelurahan|sekolah|puskesmas|bidang|seksi|opd|sub|sebagian|beberapa|salah satu|komponen|unsur|aspek|dimensi)\b",
    re.IGNORECASE,
)
_ANAK = re.compile(r"[,;:()]|\b(?:sehingga|namun|tetapi|karena|sedangkan|meskipun|walaupun)\b", re.IGNORECASE)
_KATA = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """A sentence about one indicator: its cell, its words, the indicator as measured and the row it is measured in."""

    r: Rujukan
    teks: str
    milik: Indikator
    baris: int

    def sel(self, kolom: str) -> Rujukan:
        """A cell of the indicator's measurement."""
        return Rujukan("pengukuran", self.baris, kolom)

    def menyoal(self, sampai: int) -> bool:
        """Is what stands before this place of the sentence about the indicator, and about it alone?

        Every word is one of its name or one that any sentence has; at least the clause right before the place is so.
        """
        awal = self.teks[:sampai]
        if _HARAP.search(awal):
            return False
        anak = anak_kalimat(awal)
        return any(self._hanya(x) for x in (awal, anak))

    def asing(self, teks: str) -> bool:
        """Has a piece of the sentence words that are neither of the indicator's name nor of any sentence?"""
        biasa = (*self._nama(), *self._satuan())
        return any(not _UMUM.fullmatch(k) and k not in biasa and kunci_satuan(k) not in biasa for k in _kata(teks))

    def _hanya(self, teks: str) -> bool:
        nama = self._nama()
        inti = any(_INTI.fullmatch(k) or (k in nama and not _UMUM.fullmatch(k)) for k in _kata(teks))
        return inti and not self.asing(teks)

    def _nama(self) -> set[str]:
        """The words of the indicator's name, and their first letters (IKM, TPT)."""
        kata = kunci_nama(self.milik.nama).split()
        return {*kata, "".join(k[0] for k in kata if k not in ("dan", "di", "yang")), kunci_teks(self.milik.satuan)}

    def _satuan(self) -> tuple[str, str]:
        return PERSEN, kunci_satuan(self.milik.satuan)


def anak_kalimat(awal: str) -> str:
    """The last clause with words in it of what stands before some place of a sentence."""
    return next((x for x in reversed(_ANAK.split(awal)) if _KATA.search(x)), "")


def pokok_lain(awal: str, nama: object) -> bool:
    """Is the clause before some place about something else than the indicator of this name: no word of it, and others?"""
    kata, milik = _kata(anak_kalimat(awal)), set(kunci_nama(nama).split())
    ada = any(re.fullmatch(_MILIK, k) or (k in milik and not re.fullmatch(_ANGKA, k)) for k in kata)
    return not ada and any(not _UMUM.fullmatch(k) for k in kata)


def _kata(teks: str) -> list[str]:
    return [kunci_teks(k) for k in _KATA.findall(teks)]


def pernyataan(buku: BukuKerja, lapor: Pelapor) -> Iterator[Pernyataan]:
    """Sentences about one indicator and this year, of those whose target and result nobody has called wrong so far."""
    semua = _pernyataan(buku)
    bersih = {baris for baris in {p.baris for p in semua} if pasti(lapor, baris)}
    yield from (p for p in semua if p.baris in bersih)


@per_buku
def _pernyataan(buku: BukuKerja) -> tuple[Pernyataan, ...]:
    """Sentences about one measured indicator and this year: told as they are, not of plans, parts of it, or other years."""
    return tuple(_tentang_satu(buku))


def _tentang_satu(buku: BukuKerja) -> Iterator[Pernyataan]:
    tahun, tulisan = buku.setelan.get("TahunLaporan"), kalimat_indikator(buku)
    ukur = _terukur(buku) if tulisan else {}
    for t in tulisan:
        kode = t.kode or t.sebelum
        if kode not in ukur or t.r.kolom in RENCANA:
            continue
        milik, baris = ukur[kode]
        sisa = re.sub(re.escape(str(milik.nama)), "indikator", t.teks, flags=re.IGNORECASE)
        if not _LAIN.search(sisa) and all(float(x) <= (tahun if isinstance(tahun, float) else 0) for x in TAHUN_KALIMAT.findall(sisa)):  # fmt: skip
            yield Pernyataan(t.r, t.teks, milik, baris)


def _terukur(buku: BukuKerja) -> Mapping[str, tuple[Indikator, int]]:
    """Indicators with a target and a result in figures, by kode, with their rows."""
    baris = {kunci_teks(isi["kode"]): b for b, isi in buku["pengukuran"].per_baris().items()}
    return {
        i.kunci: (i, b)
        for i in daftar_indikator(buku)
        if i.nama
        and (b := baris.get(i.kunci)) is not None
        and isinstance(i.target, float)
        and isinstance(i.realisasi, float)
    }


def pasti(lapor: Pelapor, baris: int) -> bool:
    """Has nobody called the target, realisasi or capaian in a row of Pengukuran wrong?"""
    return not lapor.ragu(*(Rujukan("pengukuran", baris, k) for k in ("target", "realisasi", "capaian")))

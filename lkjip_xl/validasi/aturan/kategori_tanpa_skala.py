"""Categories where the workbook has no scale: said once, and judged by one another."""

from __future__ import annotations

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hitung_buku import PERLU_BAKU
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

SEDIKITNYA = 4  # rows that tell a scale


@aturan(
    kode=("SK-09", "SK-32", "PG-16"),
    lembar=("pengukuran", "skala"),
    baca=PERLU_BAKU | perlu(pengukuran="kategori capaian ?arah", skala="batas tanda kategori ?skala"),
)
def kategori_tanpa_skala(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tanpa skala, capaian tidak berkategori; kategori yang diketik disebut satu kali dan tidak boleh melompat di antara capaiannya."""
    baris, terukur = [], 0
    for b, isi in lapor.jejak.baris("pengukuran").items():
        r, sel = Rujukan("pengukuran", b, "kategori"), Rujukan("pengukuran", b, "capaian")
        naik = (
            arah_sel(isi.get("arah")) is Arah.NAIK
            and isinstance(isi["capaian"], float)
            and not lapor.jejak.ternoda(sel)
        )
        if isinstance(isi["kategori"], str) and lapor.jejak.diketik(r):
            baris.append((lapor.banding.tampil(sel) if naik else None, kunci_teks(isi["kategori"]), r))
        terukur += isinstance(isi["capaian"], float)
    if len(buku.skala) or buku.skala.masalah():
        return
    if terukur and not baris and not any(map(len, buku.semua_skala.values())):
        lapor("SK-32", Rujukan("pengaturan", BARIS_DATA, "skala_capaian"), jumlah=terukur)
    elif baris:
        _lapor_kategori(lapor, [r for *_, r in baris], [(x, k, r) for x, k, r in baris if isinstance(x, float)])


def _lapor_kategori(lapor: Pelapor, ketikan: list[Rujukan], baris: list[tuple[float, str, Rujukan]]) -> None:
    ganjil = [(b, apit) for b in baris if (apit := _apit(b, baris))]
    if len(baris) >= SEDIKITNYA and len(ganjil) == 1:
        (x, _, r), (bawah, atas) = ganjil[0]
        lapor("PG-16", r, seharusnya=lapor.jejak.nilai(bawah), terkait=[bawah, atas, Rujukan(r.lembar, r.baris, "capaian")],
              capaian=x)  # fmt: skip
    else:
        lapor("SK-09", ketikan[0], jumlah=len(ketikan))


def _apit(b: tuple[float, str, Rujukan], semua: list[tuple[float, str, Rujukan]]) -> tuple[Rujukan, Rujukan] | None:
    """A lower and a higher capaian of one category, which is not this row's."""
    bawah = {k: r for x, k, r in semua if x < b[0] and k != b[1]}
    return next(((bawah[k], r) for x, k, r in semua if x > b[0] and k in bawah), None)

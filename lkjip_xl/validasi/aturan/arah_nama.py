"""Rule of direction: the name of an indicator that says better is lower (or higher) against its column Arah."""

from __future__ import annotations

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.kata_arah import kata_arah
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

TURUN = (Arah.TURUN, Arah.TURUN_RASIO)
WAKTU = frozenset({"detik", "menit", "jam", "hari", "minggu", "bulan"})  # how long something takes: lower is better


@aturan(kode=("AR-01",), baca=perlu(indikator="arah indikator satuan", anggaran="?arah ?indikator ?target satuan"))
def arah_menurut_nama(buku: BukuKerja, lapor: Pelapor) -> None:
    """Arah indikator sesuai dengan namanya: pengangguran dan kematian turun, kepuasan naik."""
    for lembar in ("indikator", "anggaran"):
        if not buku[lembar].ada:
            continue
        for b, isi in lapor.jejak.baris(lembar).items():
            nama, arah = isi["indikator"], _arah(isi["arah"])
            if lembar == "anggaran" and arah is None and isi["target"] is not None:
                arah = Arah.NAIK  # what a blank means there
            kata = kata_arah().pokok(nama) if isinstance(nama, str) and arah is not None else None
            if kata is None or arah is None or arah is Arah.RENTANG or (kata[0] == "turun") == (arah in TURUN):
                continue
            if kata[0] == "naik" and isinstance(isi["satuan"], str) and WAKTU & set(kunci_teks(isi["satuan"]).split()):
                continue
            # a programme may well count cases as the work it has done
            tingkat = Tingkat.CATATAN if lembar == "anggaran" else None
            terkait = [Rujukan(lembar, b, "indikator")]
            lapor("AR-01", Rujukan(lembar, b, "arah"), nilai=arah.value, seharusnya=kata[0], terkait=terkait,
                  tingkat=tingkat, nama=nama, kata=kata[1])  # fmt: skip


def _arah(x: object) -> Arah | None:
    return arah_sel(x) if isinstance(x, str) else None

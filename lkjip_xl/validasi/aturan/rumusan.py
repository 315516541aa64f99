"""Names copied from the sheet Indikator: the wording of sasaran and indicators, and units, typed over in other documents."""

from __future__ import annotations

from lkjip_xl.inti.kemiripan import ejaan_sama
from lkjip_xl.inti.kunci import kunci_nama, kunci_rapat, kunci_satuan
from lkjip_xl.inti.satuan import satuan_bertentangan
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.ungkapan import Ambil, urai
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.satuan import DITETAPKAN

RUMUSAN = ("sasaran", "indikator")
SATUAN = "satuan"


@aturan(kode=("SU-13", "SU-07"), seluruh=True)
def rumusan_sama(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rumusan sasaran dan indikator serta satuannya di Renstra, IKU, PK dan lembar lain sama dengan lembar Indikator."""
    for t in buku.tabel.values():
        for nama in (*RUMUSAN, SATUAN) if t.ada else ():
            k = t.skema.kolom.get(nama)
            if k is None or k.tipe != "teks" or not k.rumus or nama not in t.letak:
                continue
            s = urai(k.rumus)
            if not isinstance(s, Ambil) or s.lembar != "indikator":
                continue
            for r in lapor.banding.ketikan(t.skema.id, nama):
                hasil = lapor.banding.periksa(r)
                tertulis = lapor.jejak.nilai(r)
                if hasil is None or hasil.sesuai or not isinstance(tertulis, str) or not isinstance(hasil.harap, str):
                    continue
                (_lapor_satuan if nama == SATUAN else _lapor_rumusan)(lapor, r, tertulis, hasil.harap)


def _lapor_rumusan(lapor: Pelapor, r: Rujukan, tertulis: str, harap: str) -> None:
    if kunci_rapat(tertulis) == kunci_rapat(harap):
        lapor.terjawab(r)
        return
    ejaan = ejaan_sama(kunci_nama(tertulis), kunci_nama(harap))
    terkait = lapor.jejak.sumber(r)
    lapor("SU-13", r, seharusnya=harap, terkait=terkait, sumber=_sumber(lapor, r),
          tingkat=Tingkat.CATATAN if ejaan else None)  # fmt: skip


def _lapor_satuan(lapor: Pelapor, r: Rujukan, tertulis: str, harap: str) -> None:
    if kunci_satuan(tertulis) == kunci_satuan(harap):
        lapor.terjawab(r)
        return
    gawat = satuan_bertentangan(tertulis, harap) and r.lembar not in DITETAPKAN
    lapor("SU-07", r, seharusnya=harap, terkait=lapor.jejak.sumber(r), sumber=_sumber(lapor, r),
          tingkat=Tingkat.PERINGATAN if gawat else None)  # fmt: skip


def _sumber(lapor: Pelapor, r: Rujukan) -> str:
    return ", ".join(lapor.sebut(x) for x in lapor.jejak.sumber(r)) or lapor.buku["indikator"].lembar

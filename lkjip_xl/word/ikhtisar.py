"""The executive summary: how much was measured and reached, both ends of it, and what it cost, on less than a page."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_xl.ringkasan.indikator import Indikator, per_jenjang, tercapai
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word.bahan import Bahan, nama
from lkjip_xl.word.bilangan import ada, hitungan, persen, rangkai, uang
from lkjip_xl.word.masukan import tanpa_kolom
from lkjip_xl.word.perbandingan import per_sebab


def ikhtisar(b: Bahan) -> list[str]:
    """Its paragraphs; what the data does not tell is left out."""
    if tanpa_kolom(b, "Capaian Kinerja") or not b.indikator:
        return []
    butir = [
        kalimat("ikhtisar.jumlah_butir", jumlah=hitungan(len(milik)), jenjang=sebut_jenjang(milik))
        for _, milik in per_jenjang(b.indikator)
    ]
    kinerja = [kalimat("ikhtisar.jumlah", instansi=b.instansi, tahun=b.tahun, daftar=rangkai(butir))]
    terukur = [x for x in b.indikator if ada(x.capaian)]
    lain = {k: hitungan(len(milik)) for k, milik in per_sebab(b.indikator).items()}
    if terukur:
        kinerja += [_tercapai(terukur, sendiri=len(b.indikator) == 1), *_ujung(terukur)]
        kinerja += [kalimat(f"ikhtisar.{k}", jumlah=n) for k, n in lain.items()]
    elif set(lain) == {"data"}:
        kinerja.append(kalimat("ikhtisar.semua_belum"))
    else:
        sebab = [kalimat(f"ikhtisar.tak_terhitung_{k}", jumlah=n) for k, n in lain.items()]
        kinerja.append(kalimat("ikhtisar.tak_terhitung", daftar=rangkai(sebab, ";")))
    return [" ".join(kinerja), *_anggaran(b)]


def _tercapai(terukur: Sequence[Indikator], *, sendiri: bool) -> str:
    """How many met their target; of a single one with a result, that. sendiri: it is the only one there is."""
    lulus = sum(tercapai(x.capaian, x.desimal) for x in terukur)
    if len(terukur) == 1:
        x = terukur[0]
        jenis = "terukur" if not sendiri else "tercapai" if lulus else "belum"
        isi = {"indikator": nama(x)} if not sendiri else {}
        return kalimat(f"ikhtisar.satu_{jenis}", capaian=persen(x.capaian, x.desimal), **isi)
    jenis = "tercapai_semua" if lulus == len(terukur) else "tercapai" if lulus else "tak_satu"
    return kalimat(f"ikhtisar.{jenis}", tercapai=hitungan(lulus), terukur=hitungan(len(terukur)))


def sebut_jenjang(milik: Sequence[Indikator]) -> str:
    """The jenjang of indicators as a sentence names it."""
    jenjang = milik[0].jenjang
    return jenjang.upper() if jenjang == "rpjmd" else jenjang


def _ujung(terukur: Sequence[Indikator]) -> list[str]:
    """Highest and lowest capaian, where they differ as shown."""
    urut = sorted(terukur, key=lambda x: x.capaian if ada(x.capaian) else 0.0)
    rendah, tinggi = urut[0], urut[-1]
    isi = {"tinggi": nama(tinggi), "rendah": nama(rendah)}
    isi |= {f"capaian_{k}": persen(x.capaian, x.desimal) for k, x in (("tinggi", tinggi), ("rendah", rendah))}
    return [kalimat("ikhtisar.ujung", **isi)] if isi["capaian_tinggi"] != isi["capaian_rendah"] else []


def _anggaran(b: Bahan) -> list[str]:
    if not b.alokasi.baris or tanpa_kolom(b, "Realisasi Anggaran"):
        return []
    rp = b.alokasi.rupiah(b.alokasi.program())
    if not ada(rp.pagu) or not ada(rp.realisasi) or not ada(rp.serapan):
        return []
    isi = {"realisasi": uang(rp.realisasi), "pagu": uang(rp.pagu), "serapan": b.persen(rp.serapan, "DesimalSerapan")}
    return [kalimat("ikhtisar.anggaran", **isi)]

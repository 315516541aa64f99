"""One programme in several documents: swapped rows, another indicator, another target; spelling is only a note."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua, temuan_gawat

RENJA = """
| Renja | level | nama | indikator | satuan | target_sebelum | target_sesudah | pagu_sebelum | pagu_setelah |
| | program | Alfa | Hasil | % | 80 | 90 | 50 | 70 |
| | kegiatan | Satu | Jumlah kasus yang selesai | perkara | 4 | {satu} | 20 | 30 |
| | kegiatan | Dua | Banyaknya perusahaan yang tertib | perusahaan | 10 | 10 | 30 | 40 |

"""
PK = "| PK Program | versi | level | nama | indikator | target | satuan |\n"
KASUS, TERTIB = "Jumlah kasus yang selesai", "Banyaknya perusahaan yang tertib"


def pk(versi: str, *baris: tuple[str, str, object, str]) -> str:
    return PK + "\n".join(f"| | {versi} | kegiatan | {n} | {i} | {t} | {s} |" for n, i, t, s in baris)


@pytest.mark.parametrize(
    ("satu", "dua", "temuan"),
    [
        ((KASUS, 5, "perkara"), (TERTIB, 10, "perusahaan"), []),
        ((KASUS.upper() + ".", 5, "perkara"), (TERTIB, 10, "perusahaan"), []),
        ((TERTIB, 10, "perusahaan"), (KASUS, 5, "perkara"), [("PR-01", "indikator", 8)]),
        # without indicators the targets must be crossed in their units, not merely by value
        (("", 10, "perusahaan"), ("", 5, "perkara"), [("PR-01", "target", 8)]),
        (("", 10, "perkara"), ("", 5, "perusahaan"), [("PR-03", "target", 8), ("PR-03", "target", 9)]),
        ((KASUS, 6, "perkara"), (TERTIB, 10, "perusahaan"), [("PR-03", "target", 8)]),
        (("Nilai rapor tahunan dinas", 5, "perkara"), (TERTIB, 10, "perusahaan"), [("PR-02", "indikator", 8)]),
        # another indicator has another target: said once
        (("Nilai rapor tahunan dinas", 9, "perkara"), (TERTIB, 10, "perusahaan"), [("PR-02", "indikator", 8)]),
    ],
)
def test_pk_program_terhadap_renja(satu: tuple, dua: tuple, temuan: list) -> None:
    teks = RENJA.format(satu=5) + pk("perubahan", ("Satu", *satu), ("Dua", *dua))
    assert gawat(teks) == [(k, di("pk_program", c, b)) for k, c, b in temuan]


def test_murni_dibandingkan_dengan_sebelum_perubahan() -> None:
    teks = RENJA.format(satu=5) + pk("murni", ("Satu", KASUS, 4, "perkara"), ("Dua", TERTIB, 10, "perusahaan"))
    assert gawat(teks) == []


def test_ejaan_hanya_catatan() -> None:
    teks = RENJA.format(satu=5) + pk("perubahan", ("Satu", "Jumlah kasus yg selesai", 5, "perkara"))
    assert gawat(teks) == [] and semua(teks, "PR-02") == [("PR-02", di("pk_program", "indikator"))]


def test_yang_tertukar_menyebut_kedua_baris() -> None:
    teks = RENJA.format(satu=5) + pk("perubahan", ("Satu", TERTIB, 10, "perusahaan"), ("Dua", KASUS, 5, "perkara"))
    (t,) = temuan_gawat(teks)
    terkait = {"!".join(x) for x in t.sel_terkait}
    assert {di("pk_program", "indikator", 9), di("pk_program", "target"), di("pk_program", "target", 9)} <= terkait
    assert {di("renja", "indikator", 9), di("renja", "indikator", 10)} <= terkait


def test_anggaran_tanpa_renja_mengikuti_pk_program() -> None:
    anggaran = (
        "\n\n| Anggaran | level | nama | indikator | target | satuan |\n| | kegiatan | Satu | "
        + KASUS
        + " | {} | perkara |"
    )
    sumber = pk("murni", ("Satu", KASUS, 5, "perkara"))
    assert gawat(sumber + anggaran.format(5)) == []
    assert gawat(sumber + anggaran.format(7)) == [("PR-03", di("anggaran", "target"))]


@pytest.mark.parametrize(("target", "temuan"), [(7, [("pk_program", 1)]), (6, [("anggaran", 0), ("pk_program", 0)]), (5, [("pk_program", 0)])])  # fmt: skip
def test_satu_renja_yang_salah_satu_temuan(target: int, temuan: list) -> None:
    """PK and budget agree with each other and not with the Renja: one contradiction, which names both."""
    isi = f"| | kegiatan | Satu | {KASUS} | {target} | perkara |"
    teks = RENJA.format(satu=5) + pk("perubahan", ("Satu", KASUS, 7, "perkara")) + "\n\n| Anggaran | level | nama | indikator | target | satuan |\n" + isi  # fmt: skip
    hasil = [t for t in temuan_gawat(teks) if t.kode == "PR-03"]
    sel = tuple(di("anggaran", "target").split("!"))
    assert sorted((f"{t.lembar}!{t.sel}", sel in t.sel_terkait) for t in hasil) == sorted((di(i, "target"), bool(x)) for i, x in temuan)  # fmt: skip


def test_indikator_tambahan_satu_program_tidak_dinilai() -> None:
    """Rows that share name and level cannot be told apart: nothing is said of them."""
    teks = RENJA.format(satu=5) + pk(
        "perubahan", ("Satu", "Lain sekali", 1, "orang"), ("Satu", "Juga lain", 2, "orang")
    )
    assert [k for k, _ in gawat(teks) if k.startswith("PR")] == []


def test_renja_terhadap_renstra_hanya_catatan() -> None:
    teks = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
| | 2025 | 2024 | 2026 |

| T-C.27 | versi | level | nama | indikator | satuan | sifat | target_1 | rp_1 | target_2 | rp_2 |
| | sesudah | kegiatan | Satu | Jumlah kasus yang selesai | perkara | jumlah | 3 | 15 | 6 | 20 |
| | sebelum | kegiatan | Dua | Banyaknya perusahaan yang tertib | perusahaan | jumlah | 9 | 9 | 9 | 9 |

""" + RENJA.format(satu=5)
    assert gawat(teks) == []
    assert semua(teks, "PR-03", "PR-04") == [("PR-03", di("renja", "target_sesudah", 9))]

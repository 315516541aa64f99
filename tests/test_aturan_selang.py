"""The tolerance: no figure that rounding can explain is ever wrong, none outside it is missed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.inti.fungsi import CAPAIAN, EFISIENSI, SERAPAN
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.validasi.aturan.selang import Selang, cetak, hasil_tertulis, jangkauan, mungkin, terbaca, titik

ARAH = st.sampled_from(["naik", "turun", "turun-rasio"])


def desimal(x: Decimal, d: int) -> float:
    return float(x.quantize(Decimal(1).scaleb(-d), ROUND_HALF_UP))


@settings(deadline=None, max_examples=banyak(200))
@given(
    target=st.integers(1, 10**6).map(lambda n: n / 100),
    realisasi=st.decimals(min_value=Decimal("0.01"), max_value=10**4, places=5),
    d=st.integers(0, 3),
    d_hasil=st.integers(0, 3),
    arah=ARAH,
)
def test_capaian_dari_angka_sebelum_dibulatkan_selalu_mungkin(target, realisasi, d, d_hasil, arah) -> None:
    tertulis = bulat(CAPAIAN(target, float(realisasi), arah), d_hasil)
    masukan = [titik(target), cetak(desimal(realisasi, d), d), arah]
    assert mungkin(hasil_tertulis(tertulis, d_hasil), CAPAIAN, masukan)


@settings(deadline=None, max_examples=banyak(200))
@given(
    target=st.integers(100, 10**6),
    realisasi=st.integers(1, 10**6),
    d_hasil=st.integers(0, 3),
    geser=st.sampled_from([-1, 1]),
    arah=ARAH,
)
def test_angka_di_luar_pembulatan_tidak_mungkin(target, realisasi, d_hasil, geser, arah) -> None:
    betul = CAPAIAN(target, realisasi, arah)
    keliru = bulat(betul, d_hasil) + geser * 10.0**-d_hasil * (1 if abs(bulat(betul, d_hasil) - betul) < 1e-9 else 2)
    assert not mungkin(
        hasil_tertulis(bulat(keliru, d_hasil), d_hasil), CAPAIAN, [titik(target), titik(realisasi), arah]
    )


@settings(deadline=None, max_examples=banyak(100))
@given(
    pagu=st.integers(1, 10**10),
    bagian=st.integers(0, 1200),
    d=st.integers(0, 2),
    metode=st.sampled_from(["selisih", "pmk214"]),
)
def test_efisiensi_dari_angka_yang_ditampilkan_selalu_mungkin(pagu, bagian, d, metode) -> None:
    serapan, capaian = bulat(SERAPAN(pagu, pagu * bagian // 1000), d), bulat(100 + bagian / 7, d)
    tertulis = bulat(EFISIENSI(capaian, serapan, metode), d)
    assert mungkin(hasil_tertulis(tertulis, d), EFISIENSI, [cetak(capaian, d), cetak(serapan, d), metode])


@pytest.mark.parametrize(
    ("x", "d", "satuan", "harap"),
    [
        (3560, 0, "orang", (3560, 3560)),
        (94, 0, "Persen", (93.5, 94.5)),
        (86, 0, "Indeks", (85.5, 86.5)),
        (35, 0, "Juta rp/tenaga kerja", (34.5, 35.5)),
        (302, 0, "Orang/bulan", (302, 302)),
        (12, 0, None, (12, 12)),
        (12.5, 1, "ton", (12.45, 12.55)),
        (12.5, None, "%", (12.5, 12.5)),
    ],
)
def test_cacah_dan_angka_tanpa_desimal_diketahui_tepat(x, d, satuan, harap) -> None:
    assert terbaca(x, d, satuan) == Selang(*harap)


def test_jangkauan_tak_terdefinisi() -> None:
    assert jangkauan(CAPAIAN, [titik(0), titik(5)]) is None
    assert jangkauan(CAPAIAN, [titik(4), None]) is None
    assert mungkin(titik(7), CAPAIAN, [titik(0), titik(5)])
    assert not mungkin(titik(7), CAPAIAN, [titik(0), titik(5)], tak_terdefinisi=False)


def test_jangkauan_rentang_memuat_puncaknya() -> None:
    """A band narrower than the rounding of realisasi: 100 lies between two ends that both miss it."""
    assert jangkauan(CAPAIAN, ["50–50", cetak(50, 0), "rentang"]).atas == 100

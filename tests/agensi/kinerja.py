"""Indicators and everything measured about them: plan, agreement, quarters, measurement, earlier years, next year."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from agensi.angka import Target, angka, bagi, bulat, capaian, kategori, nilai, persen
from agensi.kata import NAIK, PREDIKAT, TURUN, Nama
from agensi.model import Atur, Baris, Gaya, Naskah

TW = ("I", "II", "III", "IV")
LAMA = 3  # years before that may be printed
JENJANG = (
    (("sasaran", "S"),),
    (("tujuan", "T"), ("sasaran", "S")),
    (("tujuan", "T"), ("sasaran", "S"), ("program", "P")),
    (("tujuan", "T"), ("sasaran", "S"), ("program", "P"), ("kegiatan", "K")),
)


@dataclass
class Ukuran:
    """One indicator: what it is, and its true figures by year counted from the year before last but one of the plan."""

    kode: str
    jenjang: str
    induk: str
    pernyataan: str
    nama: str
    satuan: str
    arah: str
    sifat: str
    cara: str
    bentuk: str  # angka, rentang, kata, batas
    desimal: int
    target: list[Target] = field(default_factory=list)  # by year of the plan
    dulu: list[tuple[float, float]] = field(default_factory=list)  # target and realisasi, last year first
    kata: tuple[str, ...] = ()

    @property
    def berangka(self) -> bool:
        return self.bentuk in ("angka", "rentang")


class Kinerja:
    """Writes the sheets of performance into a naskah."""

    def __init__(self, r: Random, atur: Atur, gaya: Gaya, nama: Nama, banyak: int) -> None:
        self.r, self.a, self.g, self.nama = r, atur, gaya, nama
        self.ukuran = [self._ukuran(*x) for x in self._susunan(banyak)]

    # -- what is measured -----------------------------------------------------------------------------------------

    def _susunan(self, banyak: int) -> list[tuple[str, str, str, str]]:
        """Kode, level, parent and statement of every indicator, one to sixty on one to four levels."""
        tingkat = self.r.choice(JENJANG)
        hasil: list[tuple[str, str, str, str]] = []
        atas: list[str] = []
        for urut, (jenjang, huruf) in enumerate(tingkat):
            bagian = max(1, banyak * (1 + urut) // sum(range(1, len(tingkat) + 1)))
            sini = []
            per = self.r.choice((1, 2, 3))
            for k in range(bagian):
                kode = f"{huruf}{k // per + 1}.{k % per + 1}"
                ulang = k % per == 0 or self.r.random() < 0.3
                sini.append(kode)
                pernyataan = f"Meningkatnya hal {huruf}{k // per + 1}" if ulang else ""
                hasil.append((kode, jenjang, self.r.choice(atas) if atas else "", pernyataan))
            atas = sini
        return hasil[:banyak]

    def _ukuran(self, kode: str, jenjang: str, induk: str, pernyataan: str) -> Ukuran:
        r = self.r
        bentuk = r.choices(("angka", "rentang", "kata", "batas", "banding"), (20, 2, 1, 1, 1))[0]
        if bentuk == "kata":
            nama, satuan, kata = r.choice(PREDIKAT)
            u = Ukuran(
                kode, jenjang, induk, pernyataan, self.nama(nama), satuan, "naik", "akhir", "", bentuk, 0, kata=kata
            )
            return u
        arah = r.choices(("naik", "turun", "turun-rasio"), (5, 2, 1))[0]
        if bentuk != "angka":
            arah = "rentang" if bentuk == "rentang" else "naik"
        daftar = TURUN if arah.startswith("turun") else NAIK
        satuan = r.choice(list(daftar)) if bentuk == "angka" else "%"
        cacah = satuan in ("orang", "dokumen", "kasus")
        sifat = r.choice(("jumlah", "jumlah", "akhir") if cacah else ("akhir", "akhir", "rata-rata"))
        cara = r.choice(("", "", "per triwulan", "kumulatif", "hanya TW IV"))
        desimal = 0 if cacah else r.choice((0, 1, 2, 2))
        u = Ukuran(kode, jenjang, induk, pernyataan, self.nama(r.choice(daftar[satuan])), satuan, arah, sifat,
                   cara, bentuk, desimal)  # fmt: skip
        self._jalur(u)
        return u

    def _jalur(self, u: Ukuran) -> None:
        """Targets that no year worsen, and the years before them."""
        r = self.r
        besar = {"orang": r.randint(150, 4000), "dokumen": r.randint(2, 14), "kasus": r.randint(15, 120),
                 "indeks": r.uniform(2.4, 3.3) if u.desimal else r.uniform(60, 80), "juta rupiah": r.uniform(200, 9000)}  # fmt: skip
        mulai = float(besar.get(u.satuan, r.uniform(25, 70)))
        langkah = mulai * r.uniform(0, 0.06) * (-1 if u.arah.startswith("turun") else 1)
        if u.satuan == "kasus" and r.random() < 0.2:
            mulai = langkah = 0.0  # none is wanted and none was had
        tahun = LAMA + self.a.banyak
        jalur = [bulat(mulai + langkah * k, u.desimal) for k in range(tahun)]
        if u.satuan in ("%", "Persen"):
            jalur = [min(x, 100.0) for x in jalur]
        if u.bentuk == "rentang":
            u.target = [(float(int(x)), float(int(x)) + 10) for x in [mulai] * self.a.banyak]
        else:
            u.target = [*jalur[LAMA:]]
        for k in range(1, LAMA + 1):
            t = jalur[LAMA + self.a.ke - k]
            u.dulu.append((t, self.hasil(u, t)))

    def hasil(self, u: Ukuran, t: Target) -> float:
        """A realisasi somewhere about the target, rounded as printed."""
        tengah = sum(t) / 2 if isinstance(t, tuple) else t
        x = bulat(tengah * self.r.uniform(0.8, 1.15), u.desimal)
        if tengah == 0:
            return 0.0
        return min(x, 100.0) if u.satuan in ("%", "Persen") else max(x, 1.0)

    # -- print ----------------------------------------------------------------------------------------------------

    def cetak(self, u: Ukuran, x: Target) -> str:
        """A target or realisasi of an indicator as this agency prints it."""
        if u.bentuk == "banding" and isinstance(x, float):
            return f"1:{angka(x, 1)}"
        if isinstance(x, tuple):
            return f"{x[0]:.0f}–{x[1]:.0f}" if self.r.random() < 0.5 else f"{x[0]:.0f} - {x[1]:.0f}"
        return nilai(self.g, x, u.desimal, u.satuan)

    def target(self, u: Ukuran, ke: int) -> str:
        """The target of a year of the plan, from 0."""
        if u.bentuk == "kata":
            return u.kata[min(ke, len(u.kata) - 1)]
        teks = self.cetak(u, u.target[ke])
        return f"≥ {teks}" if u.bentuk == "batas" else teks

    def diketik(self) -> bool:
        return self.r.random() < self.g.ketik

    # -- sheets ---------------------------------------------------------------------------------------------------

    def tulis(self, n: Naskah) -> None:
        """All sheets of performance."""
        n["indikator"] = [self._baris_indikator(u) for u in self.ukuran]
        n["renstra"] = [self._renstra(u) for u in self.ukuran]
        self._iku(n)
        n["pk"], n["triwulan"], n["pengukuran"] = [], [], []
        rkt = {u.kode: self.target(u, self.a.ke) for u in self.ukuran}
        kini = {u.kode: self._ubah_pk(u) for u in self.ukuran}
        for v in self.a.versi:
            for u in self.ukuran:
                n["pk"].append(self._pk(u, v, rkt[u.kode], kini[u.kode][1] if v == "perubahan" else rkt[u.kode]))
        for u in self.ukuran:
            self._ukur(n, u, *kini[u.kode])
        self._riwayat(n)
        self._pembanding(n)
        self._teks(n)
        if self.a.tahun < self.a.akhir:
            self._rencana_aksi(n)

    def _baris_indikator(self, u: Ukuran) -> Baris:
        strategis = u.jenjang in ("tujuan", "sasaran")
        return {
            "kode": u.kode, "jenjang": u.jenjang, "induk": u.induk, "pernyataan": u.pernyataan, "indikator": u.nama,
            "satuan": u.satuan, "arah": u.arah, "sifat": u.sifat, "iku": "ya" if strategis else "tidak",
            "berlaku": "baru", "cara_tw": u.cara,
        }  # fmt: skip

    def _renstra(self, u: Ukuran) -> Baris:
        b = {"kode": u.kode, **{f"target_{k + 1}": self.target(u, k) for k in range(self.a.banyak)}}
        if u.bentuk == "angka" and self.a.ke == 0 and self.r.random() < 0.5:
            b |= {"tahun_dasar": str(self.a.awal - 1), "nilai_dasar": self.cetak(u, u.dulu[0][1])}
        if u.bentuk == "angka" and self.r.random() < 0.5:
            b["target_akhir"] = self.target(u, self.a.banyak - 1)
        return b

    def _iku(self, n: Naskah) -> None:
        utama = [u for u in self.ukuran if u.jenjang in ("tujuan", "sasaran")]
        for v in self.r.choice((("sesudah",), ("sebelum", "sesudah"), ("sebelum",))):
            n.setdefault("iku", []).extend(
                {"versi": v, "kode": u.kode, "definisi_operasional": f"Uraian {u.nama}", "formulasi": "A dibagi B",
                 "sumber_data": "Laporan bidang", "penanggung_jawab": "Bidang Contoh"}
                for u in utama
            )  # fmt: skip

    def _ubah_pk(self, u: Ukuran) -> tuple[Target | None, str]:
        """This year's target after the PK perubahan, as a number and as printed."""
        if u.bentuk == "kata":
            return None, self.target(u, self.a.ke)
        t = u.target[self.a.ke]
        if u.bentuk == "angka" and isinstance(t, float) and "perubahan" in self.a.versi and self.r.random() < 0.2:
            t = max(1.0, bulat(t * 0.95, u.desimal)) if t else t
        return t, f"≥ {self.cetak(u, t)}" if u.bentuk == "batas" else self.cetak(u, t)

    def _pk(self, u: Ukuran, versi: str, renstra: str, target: str) -> Baris:
        b = {"versi": versi, "kode": u.kode, "penanggung_jawab": "Bidang Contoh"}
        if u.bentuk != "angka" or target != renstra or self.diketik():
            b["target"] = target
        if target != renstra:
            b["keterangan"] = "Disesuaikan dengan perubahan anggaran"
        return b

    def _bagi_tw(self, u: Ukuran, x: float) -> list[float | None]:
        """Four quarters that give the year by the way this indicator is recorded."""
        if u.cara == "hanya TW IV":
            return [None, None, None, x]
        if u.sifat == "jumlah":
            bagian = bagi(self.r, int(x), 4)
            return [float(sum(bagian[: k + 1]) if u.cara == "kumulatif" else bagian[k]) for k in range(4)]
        if u.sifat == "rata-rata" and u.cara != "kumulatif":
            d = bulat(x * 0.05, u.desimal)
            return [bulat(x - d, u.desimal), bulat(x + d, u.desimal)] * 2
        return [bulat(x * f, u.desimal) for f in (0.7, 0.8, 0.9)] + [x]

    def _ukur(self, n: Naskah, u: Ukuran, t: Target | None, teks: str) -> None:
        b: Baris = {"kode": u.kode, "sumber_data": "Laporan bidang"}
        n["pengukuran"].append(b)
        if self.diketik():
            b["target"] = teks
        if u.bentuk == "kata" or t is None:
            b["realisasi"] = self.r.choice(u.kata)
            b["capaian"] = self.r.choice(("", "-"))
            return
        if self.r.random() < 0.05:  # not measured
            b |= {"realisasi": self.g.kosong, "capaian": self.g.kosong, "target": teks}
            return
        x = self.hasil(u, t)
        penuh = x
        tanpa_tw = self.r.random() < 0.5 or u.bentuk != "angka" or (u.sifat == "jumlah" and x < 4)
        if u.satuan in ("%", "Persen") and u.bentuk == "angka" and self.r.random() < 0.6 and tanpa_tw:
            penyebut = self.r.randint(400, 9000)
            pembilang = round(penyebut * x / 100)
            penuh, x = pembilang / penyebut * 100, bulat(pembilang / penyebut * 100, u.desimal)
            b |= {"pembilang": self.jumlah(pembilang), "penyebut": self.jumlah(penyebut), "pengali": "100"}
            if self.r.random() < 0.6:
                b["realisasi"] = self.cetak(u, x)
        elif not tanpa_tw and isinstance(t, float):
            self._triwulan(n, u, t, x)
            semula = u.target[self.a.ke]
            if semula != t and isinstance(semula, float):
                for baris, y in zip(n["triwulan"][-4:], self._bagi_tw(u, semula), strict=True):
                    baris["target_semula"] = "" if y is None else self.cetak(u, y)
            if u.cara != "hanya TW IV" or self.diketik():
                b["realisasi"] = self.cetak(u, x)
        else:
            b["realisasi"] = self.cetak(u, x)
        c = capaian(t, self.r.choice((penuh, x)), u.arah, self.a.batas)  # from the components, or from what is printed
        if c is not None and self.diketik() and u.bentuk in ("angka", "rentang"):
            b["capaian"] = persen(self.g, c, self.a.d_capaian)
            if self.diketik():
                b["kategori"] = kategori(c, self.a)

    def jumlah(self, x: int) -> str:
        return angka(x, ribuan=self.g.ribuan)

    def _triwulan(self, n: Naskah, u: Ukuran, t: float, x: float) -> None:
        target, hasil = self._bagi_tw(u, t), self._bagi_tw(u, x)
        for tw, a, b in zip(TW, target, hasil, strict=True):
            baris = {
                "kode": u.kode, "tw": tw, "target": "" if a is None else self.cetak(u, a),
                "realisasi": "" if b is None else self.cetak(u, b), "rencana_aksi": "Langkah kerja",
                "pelaksanaan": "Sudah dilaksanakan", "penanggung_jawab": "Bidang Contoh", "bukti": "Laporan",
            }  # fmt: skip
            c = None if a is None or b is None else capaian(a, b, u.arah, self.a.batas)
            if c is not None and self.r.random() < 0.5:
                baris["capaian"] = persen(self.g, c, self.a.d_capaian)
            n["triwulan"].append(baris)

    def _riwayat(self, n: Naskah) -> None:
        tahun = self.r.randint(1, LAMA)
        n["riwayat"] = []
        for u in self.ukuran:
            b: Baris = {"kode": u.kode}
            for k in range(1, tahun + 1):
                if u.bentuk == "kata":
                    b |= {f"target_{k}": u.kata[0], f"realisasi_{k}": u.kata[0]}
                elif u.bentuk in ("rentang", "banding") or self.r.random() < 0.1:
                    b |= {f"realisasi_{k}": self.g.kosong}
                else:
                    t, x = u.dulu[k - 1]
                    bintang = "*" if k == 1 and self.r.random() < 0.1 else ""  # a provisional figure
                    b |= {f"target_{k}": self.cetak(u, t), f"realisasi_{k}": self.cetak(u, x) + bintang}
                    c = capaian(t, x, u.arah, self.a.batas)
                    if c is not None and self.diketik():
                        b[f"capaian_{k}"] = persen(self.g, c, self.a.d_capaian)
            n["riwayat"].append(b)

    def _pembanding(self, n: Naskah) -> None:
        n["pembanding"] = []
        for u in self.ukuran:
            if u.bentuk != "angka" or self.r.random() < 0.4:
                continue
            for jenis, nama in self.r.sample(
                (("nasional", "Nasional"), ("provinsi", "Provinsi Contoh"), ("daerah lain", "Kabupaten Tetangga"),
                 ("standar", "Standar Pelayanan Minimal")), self.r.randint(1, 2)
            ):  # fmt: skip
                x = u.target[self.a.ke]
                assert isinstance(x, float)
                n["pembanding"].append({
                    "kode": u.kode, "jenis": jenis, "nama": nama, "tahun": str(self.a.tahun),
                    "nilai": self.cetak(u, self.hasil(u, x)), "sumber": "Badan Pusat Statistik",
                })  # fmt: skip

    def _teks(self, n: Naskah) -> None:
        n["analisis"] = [
            {"kode": u.kode, "pendorong": "Dukungan para pihak", "penghambat": "Keterbatasan sarana",
             "solusi": "Menambah sarana", "upaya": "Memperkuat kerja sama"}
            for u in self.ukuran if self.r.random() < 0.9
        ]  # fmt: skip

    def _rencana_aksi(self, n: Naskah) -> None:
        n["rencana_aksi"] = []
        for u in self.ukuran:
            depan = self.target(u, self.a.ke + 1)
            b = {"kode": u.kode, "rencana_aksi": "Langkah kerja tahun depan"}
            x = u.target[self.a.ke + 1] if u.target else None
            if isinstance(x, float) and u.bentuk == "angka":
                b |= {
                    f"tw{k}": "" if v is None else self.cetak(u, v) for k, v in enumerate(self._bagi_rencana(u, x), 1)
                }
            else:
                b["tw4"] = depan
            if self.diketik() and u.bentuk == "angka":
                b["total"] = depan
            n["rencana_aksi"].append(b)

    def _bagi_rencana(self, u: Ukuran, x: float) -> list[float | None]:
        if u.cara == "hanya TW IV" or u.sifat == "rata-rata":
            return [x] * 4 if u.sifat != "jumlah" else [float(k) for k in bagi(self.r, int(x), 4)]
        return self._bagi_tw(u, x)

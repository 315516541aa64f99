"""The tables beside: staff, assets, evaluation, supporting data, free tables, the list of tables."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, bagi, persen, predikat, uang
from agensi.kata import KATA
from agensi.model import Atur, Baris, Gaya, Naskah

RINGKASAN = (
    "Capaian Kinerja", "Capaian per Triwulan", "Perbandingan Tahun", "Kemajuan Renstra", "Pembanding Standar",
    "Analisis Kinerja", "Program Penunjang", "Realisasi Anggaran", "Efisiensi Sasaran", "Efisiensi Program", "Simpulan",
    "Kelengkapan", "Dasbor",
)  # fmt: skip
DIMENSI = {
    "Jabatan": ("Struktural", "Fungsional", "Pelaksana"),
    "Pendidikan": ("SMA", "D3", "S1", "S2"),
    "Golongan": ("Golongan II", "Golongan III", "Golongan IV"),
}
LHE = {
    "Perencanaan kinerja": 30,
    "Pengukuran kinerja": 30,
    "Pelaporan kinerja": 15,
    "Evaluasi akuntabilitas internal": 25,
}
LHE_LAMA = {"Perencanaan": 30, "Pengukuran": 25, "Pelaporan": 15, "Evaluasi internal": 10, "Capaian kinerja": 20}


class Pendukung:
    """Writes the tables beside into a naskah."""

    def __init__(self, r: Random, atur: Atur, gaya: Gaya) -> None:
        self.r, self.a, self.g = r, atur, gaya

    def tulis(self, n: Naskah) -> None:
        """All tables beside."""
        self._pegawai(n)
        self._aset(n)
        self._lhe(n)
        self._data(n)
        self._bebas(n)
        self._daftar(n)

    def diketik(self) -> bool:
        return self.r.random() < self.g.ketik

    def _pegawai(self, n: Naskah) -> None:
        r = self.r
        laki, perempuan, butuh = (r.randint(12, 90) for _ in range(3))
        label = r.choice(("Jumlah", "JUMLAH", "Total", "Jumlah Total"))
        hanya = r.random() < 0.2  # only the sum is printed
        n["pegawai"] = []
        if r.random() < 0.3:
            self._silang(n, laki, perempuan)
        for dimensi in r.sample(list(DIMENSI), r.randint(1, 3)):
            uraian = DIMENSI[dimensi]
            bagian = [bagi(r, x, len(uraian)) for x in (laki, perempuan, butuh)]
            for u, x, y, z in [*zip(uraian, *bagian, strict=True), (label, laki, perempuan, butuh)]:
                b = {"dimensi": dimensi, "uraian": u}
                b |= {"jumlah": str(x + y)} if hanya else {"laki_laki": str(x), "perempuan": str(y)}
                if not hanya:
                    b["kebutuhan"] = str(z)
                    if self.diketik():
                        b |= {"jumlah": str(x + y), "selisih": str(x + y - z)}
                n["pegawai"].append(b)

    def _silang(self, n: Naskah, laki: int, perempuan: int) -> None:
        """A crosstab read row by row: all rows of each golongan, then a total of each golongan."""
        golongan = {g: [bagi(self.r, x, 2) for x in (laki // 2, perempuan // 2)] for g in ("III", "IV")}
        for g, (x, y) in golongan.items():
            for k, u in enumerate(("Struktural", "Pelaksana")):
                n["pegawai"].append(self._sel_silang(u, g, x[k], y[k]))
        n["pegawai"] += [self._sel_silang("Jumlah", g, sum(x), sum(y)) for g, (x, y) in golongan.items()]

    def _sel_silang(self, u: str, g: str, x: int, y: int) -> Baris:
        return {
            "dimensi": "Jabatan dan golongan",
            "uraian": u,
            "golongan": f"Gol {g}",
            "laki_laki": str(x),
            "perempuan": str(y),
        }

    def _aset(self, n: Naskah) -> None:
        r = self.r
        baris: list[tuple[str, str, list[int]]] = []
        semua = [0] * 4
        for g in range(1, r.randint(3, 6)):
            isi = []
            for k in range(1, r.randint(2, 5)):
                awal = r.randint(50, 9000) * 10_000
                isi.append((f"{g}.{k}", f"{KATA[g]} {KATA[k + 5]}",
                            [r.randint(1, 60), awal, r.randint(0, 500) * 10_000, awal // r.randint(4, 9)]))  # fmt: skip
            jumlah = [sum(x[2][k] for x in isi) for k in range(4)]
            semua = [a + b for a, b in zip(semua, jumlah, strict=True)]
            baris += [(str(g), f"Golongan {KATA[g]}", jumlah), *isi]
        baris.append(("", r.choice(("Jumlah", "TOTAL", "Jumlah Seluruhnya")), semua))
        n["aset"] = []
        for no, nama, (c, a, b, k) in baris:
            x = {"no": no, "nama": nama, "jumlah_barang": str(c), "saldo_awal": uang(self.g, a),
                 "bertambah": uang(self.g, b) if b else self.r.choice(("", "-", "0")), "berkurang": uang(self.g, k)}  # fmt: skip
            if self.diketik():
                x["saldo_akhir"] = uang(self.g, a + b - k)
            n["aset"].append(x)

    def _lhe(self, n: Naskah) -> None:
        n["lhe_nilai"] = []
        for tahun in range(self.a.tahun - self.r.randint(0, 1), self.a.tahun + 1):
            bobot = LHE if tahun > 2020 else LHE_LAMA
            nilai = {k: round(b * self.r.uniform(0.5, 0.98), 2) for k, b in bobot.items()}
            total = round(sum(nilai.values()), 2)
            n["lhe_nilai"] += [
                {"tahun": str(tahun), "komponen": k, "bobot": str(bobot[k]), "nilai": angka(x, 2)}
                for k, x in nilai.items()
            ]
            akhir = {
                "tahun": str(tahun),
                "komponen": "Nilai akuntabilitas kinerja",
                "bobot": "100",
                "nilai": angka(total, 2),
            }
            n["lhe_nilai"].append(akhir | ({"predikat": predikat(total)} if self.diketik() else {}))
        n["lhe_rekomendasi"] = [
            {"tahun": str(self.a.tahun - 1), "komponen": k, "rekomendasi": f"Menyempurnakan {k.lower()}",
             "tindak_lanjut": "Sudah disusun", "status": self.r.choice(("selesai", "dalam proses", "belum"))}
            for k in self.r.sample(list(LHE), self.r.randint(1, 4))
        ]  # fmt: skip

    def _data(self, n: Naskah) -> None:
        """Tables of supporting figures: rows and a total, and where one supports an indicator its components."""
        r = self.r
        n["data_pendukung"] = []
        for t in range(1, r.randint(2, 4)):
            tabel, satuan = f"Data {KATA[t]} {KATA[t + 7]}", r.choice(("orang", "unit", "dokumen"))
            baris = r.sample(KATA, r.randint(2, 6))
            for kolom in r.choice(
                (("Jumlah",), ("Laki-laki", "Perempuan"), (str(self.a.tahun - 1), str(self.a.tahun)))
            ):
                isi = [r.randint(3, 900) for _ in baris]
                for u, x in [*zip(baris, isi, strict=True), ("Jumlah", sum(isi))]:
                    n["data_pendukung"].append(
                        self._satu(tabel, f"Kecamatan {u}" if u != "Jumlah" else u, kolom, x, satuan)
                    )
        for b in n["pengukuran"]:
            if b.get("pembilang") and r.random() < 0.5:
                nama = next(i["indikator"] for i in n["indikator"] if i["kode"] == b["kode"])
                for uraian, k in (("Pembilang", "pembilang"), ("Penyebut", "penyebut")):
                    n["data_pendukung"].append(self._satu(nama, uraian, "Banyaknya", int(baca(b[k])), "orang"))

    def _satu(self, tabel: str, uraian: str, kolom: str, x: int, satuan: str) -> Baris:
        return {
            "tabel": tabel,
            "uraian": uraian,
            "kolom": kolom,
            "nilai": angka(x, ribuan=self.g.ribuan),
            "satuan": satuan,
        }

    def _bebas(self, n: Naskah) -> None:
        r = self.r
        n["tabel_bebas"] = []
        for t in range(1, r.randint(2, 4)):
            nama = r.sample(KATA, r.randint(2, 6))
            n["tabel_bebas"].append({"judul": f"Sebaran {KATA[t + 3]}", "bagian": r.choice(("Gambaran umum", "Lampiran")),
                                     "k1": "No", "k2": "Uraian", "k3": "Banyaknya", "k4": "Anggaran (Rp)", "k5": "Persentase"})  # fmt: skip
            banyak, rp = ([r.randint(2, 700) for _ in nama], [r.randint(1, 900) * 1_000_000 for _ in nama])
            for k, u in enumerate(nama):
                n["tabel_bebas"].append(self._baris_bebas(str(k + 1), u, banyak[k], rp[k], sum(rp)))
            jumlah = self._baris_bebas("Jumlah", "", sum(banyak), sum(rp), sum(rp))
            n["tabel_bebas"].append({k: x for k, x in jumlah.items() if x})
            if r.random() < 0.3:
                rata = {
                    "k1": "Rata-rata",
                    "k3": angka(sum(banyak) / len(banyak), 2),
                    "k4": uang(self.g, sum(rp) // len(rp)),
                }
                n["tabel_bebas"].append(rata)

    def _baris_bebas(self, no: str, u: str, banyak: int, rp: int, semua: int) -> Baris:
        return {"k1": no, "k2": u, "k3": angka(banyak, ribuan=True), "k4": uang(self.g, rp),
                "k5": persen(self.g, rp / semua * 100, 2)}  # fmt: skip

    def _daftar(self, n: Naskah) -> None:
        bab = self.r.choice(("Tabel 3.{}", "Tabel III.{}", "3.{}"))
        n["daftar_tabel"] = [
            {"ringkasan": nama, "nomor": bab.format(k), "tampil": "ya",
             "judul": f"{nama} Tahun " + self.r.choice((str(self.a.tahun), "{tahun}"))}
            for k, nama in enumerate(RINGKASAN, 1)
        ]  # fmt: skip

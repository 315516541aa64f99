"""One tree of programmes in the plan, the yearly plan, the agreement and the budget; every parent is the sum of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from agensi.angka import angka, bagi, bulat, capaian, efisiensi, nilai, persen, uang
from agensi.kata import NAIK, Nama
from agensi.kinerja import Ukuran
from agensi.model import Atur, Baris, Gaya, Naskah

SIFAT = {"orang": "jumlah", "dokumen": "jumlah"}


@dataclass
class Simpul:
    """A programme row: kode, level, name, position of its parent, its indicator."""

    kode: str
    level: str
    nama: str
    induk: int | None
    indikator: str = ""
    satuan: str = ""
    desimal: int = 0
    target: tuple[float, ...] = ()  # by year of the plan
    hasil: float = 0.0


class Program:
    """Writes the sheets of programmes and money into a naskah."""

    def __init__(self, r: Random, atur: Atur, gaya: Gaya, nama: Nama, banyak: int) -> None:
        self.r, self.a, self.g, self.nama = r, atur, gaya, nama
        self.kode = r.random() < 0.8  # else only running numbers
        self.awalan = r.choice(("2.07", "X.XX", "1.02", "5.01.5.05", "7.01"))
        self.ejaan = r.choice(({}, {}, {"dokumen": "Dok", "%": "Persen"}))  # units of the plan spelled otherwise
        self.penjabaran = r.random() < 0.4  # Renja prints the last change of the budget, too
        self.atas = r.choice(("depan", "depan", "belakang", "tanpa"))  # where the grand total stands
        self.tingkat = r.choice((1, 2, 3, 3))
        self.simpul = self._pohon(banyak)
        self.rp: dict[str, list[int]] = {}

    def _pohon(self, banyak: int) -> list[Simpul]:
        r, semua = self.r, [Simpul("", "perangkat daerah", "Perangkat Daerah Contoh", None)]
        for p in range(1, r.randint(3, 9)):
            kode, program = f"{self.awalan}.{p:02}", len(semua)
            semua.append(self._satu(kode, "program", "Program", 0))
            for k in range(1, r.randint(1, 4) if self.tingkat > 1 else 1):
                kegiatan = len(semua)
                semua.append(self._satu(f"{kode}.2.{k:02}", "kegiatan", "Kegiatan", program))
                for s in range(1, r.randint(2, 5) if self.tingkat > 2 else 1):
                    semua.append(self._satu(f"{kode}.2.{k:02}.{s:04}", "subkegiatan", "Subkegiatan", kegiatan))
            if len(semua) >= banyak:
                break
        return semua

    def _satu(self, kode: str, level: str, depan: str, induk: int) -> Simpul:
        s = Simpul(kode, level, self.nama(depan), induk)
        if self.r.random() < 0.9:
            s.satuan = self.r.choice(("%", "orang", "dokumen", "dokumen"))
            s.indikator = self.nama(self.r.choice(NAIK[s.satuan]))
            s.desimal = self.r.choice((0, 1, 2)) if s.satuan == "%" else 0
            mulai = {"%": self.r.uniform(40, 90), "orang": self.r.randint(20, 900), "dokumen": self.r.randint(1, 12)}
            t = bulat(mulai[s.satuan], s.desimal)
            s.target = tuple(bulat(t + (k if s.satuan == "%" else 0), s.desimal) for k in range(self.a.banyak))
            x = bulat(self.kini(s) * self.r.uniform(0.8, 1.05), s.desimal)
            s.hasil = max(1.0, min(x, 100.0) if s.satuan == "%" else x)
        return s

    def kini(self, s: Simpul) -> float:
        """This year's target."""
        return s.target[self.a.ke]

    def _jumlahkan(self, daun: list[int]) -> list[int]:
        """Amounts of all rows: those drawn at the leaves, sums above."""
        induk = {s.induk for s in self.simpul}
        hasil = [0 if b in induk else x for b, x in enumerate(daun)]
        for b in range(len(self.simpul) - 1, 0, -1):
            atas = self.simpul[b].induk
            hasil[atas or 0] += hasil[b]
        return hasil

    def _uang(self) -> None:
        r, banyak = self.r, len(self.simpul)
        murni = [r.randint(10, 4000) * 100_000 + r.randint(0, 99) * 1000 for _ in range(banyak)]
        batal = {b for b in range(1, banyak) if r.random() < 0.04}  # cancelled by the change of the budget
        geser = [0 if b in batal else int(x * r.choice((1, 1, 0.9, 1.2))) // 1000 * 1000 for b, x in enumerate(murni)]
        self.rp = {"murni": self._jumlahkan(murni), "perubahan": self._jumlahkan(geser)}
        for k in range(self.a.banyak):
            self.rp[f"rp_{k + 1}"] = self._jumlahkan([int(x * r.uniform(0.8, 1.3)) // 1000 * 1000 for x in murni])
        self.rp["penjabaran"] = self._jumlahkan([int(x * r.choice((1, 1, 1.1))) // 1000 * 1000 for x in murni])
        self.rp["prakiraan"] = self._jumlahkan([int(x * 1.1) // 1000 * 1000 for x in geser])
        pagu = geser if "perubahan" in self.a.versi and self.a.dasar != "DPA" else murni
        self.rp["pagu"] = self._jumlahkan(pagu)
        self.rp["pakai"] = self._jumlahkan([int(x * r.uniform(0.75, 1.0)) for x in pagu])

    def tulis(self, n: Naskah, ukuran: list[Ukuran]) -> None:
        """All sheets of programmes and money."""
        self._uang()
        urut = list(range(len(self.simpul)))
        if self.atas != "depan":
            urut = [*urut[1:], 0] if self.atas == "belakang" else urut[1:]
        renja = self.r.random() < 0.8
        n["tc27"], n["pk_program"], n["anggaran"] = [], [], []
        versi_tc = self.r.choice((("sesudah",), ("sebelum",), ("sebelum", "sesudah")))
        for v in versi_tc:
            n["tc27"] += [self._tc27(v, b) for b in urut]
        if renja:
            n["renja"] = [self._renja(b) for b in urut]
        for v in self.a.versi:
            n["pk_program"] += [self._pk(v, b) for b in urut if self.simpul[b].level != "subkegiatan"]
        n["anggaran"] = [self._anggaran(b) for b in urut]
        self._belanja(n)
        self._penunjang(n, ukuran)

    def uang(self, x: float) -> str:
        return uang(self.g, x)

    def nilai(self, s: Simpul, x: float) -> str:
        return nilai(self.g, x, s.desimal, s.satuan)

    def dasar(self, b: int) -> Baris:
        """Name, kode and indicator as every document prints them."""
        s = self.simpul[b]
        nama = "JUMLAH" if b == 0 and self.atas == "belakang" else s.nama
        hasil = {"kode": s.kode if self.kode else "", "level": s.level, "nama": nama}
        return hasil | ({"indikator": s.indikator, "satuan": s.satuan} if s.indikator else {})

    def _tc27(self, versi: str, b: int) -> Baris:
        s, tahun = self.simpul[b], range(self.a.banyak)
        baris = {"versi": versi, **self.dasar(b)}
        baris |= {f"rp_{k + 1}": self.uang(self.rp[f"rp_{k + 1}"][b]) for k in tahun}
        if self.r.random() < self.g.ketik:
            baris["rp_akhir"] = self.uang(sum(self.rp[f"rp_{k + 1}"][b] for k in tahun))
        if s.indikator:
            sifat = SIFAT.get(s.satuan, "akhir")
            baris |= {"sifat": sifat, **{f"target_{k + 1}": self.nilai(s, s.target[k]) for k in tahun}}
            if self.r.random() < self.g.ketik:
                baris["target_akhir"] = self.nilai(s, sum(s.target) if sifat == "jumlah" else s.target[-1])
        return baris

    def _renja(self, b: int) -> Baris:
        s, baris = self.simpul[b], self.dasar(b)
        if s.indikator:
            baris |= {"target_sebelum": self.nilai(s, self.kini(s)), "target_sesudah": self.nilai(s, self.kini(s)),
                      "target_prakiraan": self.nilai(s, s.target[min(self.a.ke + 1, self.a.banyak - 1)])}  # fmt: skip
        sebelum, setelah = self.rp["murni"][b], self.rp["perubahan"][b]
        baris |= {"pagu_sebelum": self.uang(sebelum), "pagu_setelah": self.uang(setelah),
                  "pagu_prakiraan": self.uang(self.rp["prakiraan"][b])}  # fmt: skip
        if self.penjabaran:
            baris["pagu_penjabaran"] = self.uang(self.rp["penjabaran"][b])
            sebelum = self.rp["penjabaran"][b]
        if self.r.random() < self.g.ketik:
            beda = setelah - sebelum
            kurung = beda < 0 and self.r.random() < 0.5
            baris["bertambah"] = f"({angka(-beda, ribuan=True)})" if kurung else angka(beda, ribuan=True)
        return baris

    def _pk(self, versi: str, b: int) -> Baris:
        s = self.simpul[b]
        baris = {"versi": versi, **self.dasar(b)}
        if s.indikator:
            baris["target"] = self.nilai(s, self.kini(s))
        baris["anggaran"] = self.uang(self.rp["perubahan" if versi == "perubahan" else "murni"][b])
        return baris

    def _anggaran(self, b: int) -> Baris:
        s, g, a = self.simpul[b], self.g, self.a
        pagu, pakai = self.rp["pagu"][b], self.rp["pakai"][b]
        baris = {**self.dasar(b), "pagu": self.uang(pagu), "realisasi_rp": self.uang(pakai)}
        if b and not self.kode:
            baris["no"] = self._nomor(b)
        if s.level == "subkegiatan":
            baris["sumber_dana"] = self.r.choice(("DAU", "DAK", "PAD"))
        serapan = pakai / pagu * 100 if pagu else None
        if serapan is None:  # no money: no share, and nothing done
            kosong = {"realisasi_rp": self.r.choice(("0", "-", "")), "realisasi": self.r.choice(("0", "-", ""))}
            return baris | kosong | ({"target": self.nilai(s, self.kini(s))} if s.indikator else {"realisasi": ""})
        if self.diketik():
            baris["serapan"] = persen(g, serapan, a.d_serapan)
        if self.diketik():
            baris["sisa"] = self.uang(pagu - pakai)
        if not s.indikator:
            return baris
        baris |= {"target": self.nilai(s, self.kini(s)), "realisasi": self.nilai(s, s.hasil)}
        c = capaian(self.kini(s), s.hasil, "naik", a.batas)
        if c is None:
            return baris
        if self.diketik():
            baris["capaian"] = persen(g, c, a.d_capaian)
        tampil = a.masukan == "tampil"
        metode = "pmk214" if a.metode == "pmk214-tertimbang" else a.metode
        e = efisiensi(
            bulat(c, a.d_capaian) if tampil else c, bulat(serapan, a.d_serapan) if tampil else serapan, metode
        )
        if e is not None and self.diketik():
            baris["efisiensi"] = persen(g, e, a.d_efisiensi)
        return baris

    def diketik(self) -> bool:
        return self.r.random() < self.g.ketik

    def _nomor(self, b: int) -> str:
        """Running number of a row by its place in the tree: 1, 1.1, 1.1.1."""
        atas = self.simpul[b].induk or 0
        urut = [i for i, s in enumerate(self.simpul) if s.induk == atas].index(b) + 1
        return f"{self._nomor(atas)}.{urut}" if atas else str(urut)

    def _belanja(self, n: Naskah) -> None:
        jenis = (("Pegawai", "Operasi"), ("Barang dan Jasa", "Operasi"), ("Hibah", "Operasi"), ("Peralatan", "Modal"),
                 ("Jaringan", "Modal"))  # fmt: skip
        n["belanja"] = []
        rata = self.r.random() < 0.4
        for mundur in range(self.r.randint(1, 3)):
            pagu, pakai = (int(self.rp[k][0] * 0.9**mundur) for k in ("pagu", "pakai"))
            angg = bagi(self.r, pagu, len(jenis))
            guna = [x * pakai // pagu for x in angg]
            guna[0] += pakai - sum(guna)
            daun = {j: (i, x, y) for (j, i), x, y in zip(jenis, angg, guna, strict=True)}
            baris = [("Belanja Daerah", "", pagu, pakai)]
            for atas in ("Operasi", "Modal"):
                anak = {j: x for j, x in daun.items() if x[0] == atas}
                if not rata:
                    baris.append(
                        (f"Belanja {atas}", "Belanja Daerah", *(sum(x[k] for x in anak.values()) for k in (1, 2)))
                    )
                baris += [
                    (f"Belanja {j}", "Belanja Daerah" if rata else f"Belanja {atas}", *x[1:]) for j, x in anak.items()
                ]
            for j, i, x, y in baris:
                b = {
                    "tahun": str(self.a.tahun - mundur),
                    "jenis": j,
                    "induk": i,
                    "anggaran": self.uang(x),
                    "realisasi": self.uang(y),
                }
                if self.diketik():
                    b |= {"serapan": persen(self.g, y / x * 100, self.a.d_serapan), "sisa": self.uang(x - y)}
                n["belanja"].append(b)

    def _penunjang(self, n: Naskah, ukuran: list[Ukuran]) -> None:
        program = [b for b, s in enumerate(self.simpul) if s.level == "program"]
        n["penunjang"] = []
        for u in ukuran:
            for b in self.r.sample(program, min(len(program), self.r.choice((1, 1, 2)))):
                s = self.simpul[b]
                n["penunjang"].append({
                    "kode": u.kode, "kode_program": s.kode if self.kode else self._nomor(b), "level": s.level,
                    "nama": s.nama, "menunjang": "ya",
                })  # fmt: skip

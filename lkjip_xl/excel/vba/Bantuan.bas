Option Explicit

' Keterangan fungsi untuk Insert Function di Excel; dibuat dari lkjip_xl/inti/tabel_fungsi.py, jangan diubah di sini.
' LibreOffice dan Excel lama tidak mengenalnya; fungsinya sendiri tidak bergantung padanya.
' Mencatat keterangan bukan perubahan buku: Excel tidak boleh bertanya apakah perlu disimpan.

Public Sub Auto_Open()
    Dim tersimpan As Boolean
    On Error Resume Next
    tersimpan = ThisWorkbook.Saved
    Terangkan "ANGKA", "Angka dari teks seperti ""Rp. 1.168.800.000,-"" atau ""76,99 %"".", _
        Array("Teks atau angka yang akan dibaca.")
    Terangkan "CAPAIAN", "Capaian kinerja dalam persen: realisasi dibandingkan dengan target menurut arah indikator, tanpa pembulatan.", _
        Array("Target: angka, teks angka, atau rentang ""a-b"" bila arahnya rentang.", _
              "Realisasi; kosong atau ""-"" berarti belum diukur dan hasilnya kosong.", _
              "naik (bila kosong), turun, turun-rasio, atau rentang.", _
              "Batas atas hasil dalam persen; kosong berarti tanpa batas.", _
              "Batas bawah hasil, misalnya 0; kosong berarti tanpa batas.", _
              "Bila target berupa batas: tidak-dihitung (bila kosong), rumus, atau batas-terpenuhi; terpenuhi = 100 atau 0.")
    Terangkan "EFISIENSI", "Efisiensi dalam persen dari capaian dan serapan menurut metode yang dipilih.", _
        Array("Capaian kinerja dalam persen.", _
              "Serapan anggaran dalam persen.", _
              "selisih (bila kosong), rasio, pmk214, indeks, nilai, sisa, atau tidak-dihitung.")
    Terangkan "EFISIENSI_TOTAL", "Efisiensi total dalam persen dari rata-rata capaian dan jumlah realisasi dibagi jumlah pagu.", _
        Array("Kolom capaian dalam persen; sel kosong diabaikan.", _
              "Kolom pagu dalam rupiah.", _
              "Kolom realisasi anggaran dalam rupiah.", _
              "selisih (bila kosong), rasio, pmk214, pmk214-tertimbang, indeks, nilai, sisa, atau tidak-dihitung.")
    Terangkan "KATEGORI", "Kategori capaian menurut tabel skala: pita pertama dari atas yang memuat capaian sebagaimana ditampilkan.", _
        Array("Capaian dalam persen.", _
              "Tabel skala: batas bawah, tanda (>= atau >), kategori, dan bila ada nama skalanya; dari yang tertinggi.", _
              "Jumlah desimal yang ditampilkan; 2 bila kosong.", _
              "Nama skala di kolom keempat; kosong berarti baris tanpa nama.")
    Terangkan "KEMAJUAN", "Tingkat kemajuan dalam persen: realisasi dibandingkan dengan target akhir Renstra menurut arah indikator.", _
        Array("Realisasi sampai tahun ini.", _
              "Target akhir Renstra.", _
              "naik (bila kosong), turun, turun-rasio, atau rentang.")
    Terangkan "PREDIKAT_SAKIP", "Predikat SAKIP dari nilai 0-100: AA, A, BB, B, CC, C, atau D.", _
        Array("Nilai hasil evaluasi, 0 sampai 100.")
    Terangkan "RATA_CAPAIAN", "Rata-rata capaian sebagaimana ditampilkan: tiap nilai dipotong batas dan dibulatkan, lalu dirata-rata.", _
        Array("Kolom capaian dalam persen; sel kosong diabaikan.", _
              "Jumlah desimal yang ditampilkan; 2 bila kosong.", _
              "Batas atas tiap nilai dalam persen; kosong berarti tanpa batas.")
    Terangkan "RUPIAH", "Jumlah uang sebagai teks dalam rupiah utuh, misalnya ""Rp 3.457.628.590"".", _
        Array("Jumlah dalam rupiah.")
    Terangkan "SERAPAN", "Serapan anggaran dalam persen: realisasi dibagi pagu, tanpa pembulatan.", _
        Array("Pagu anggaran dalam rupiah.", _
              "Realisasi anggaran dalam rupiah; kosong berarti belum diketahui.")
    Terangkan "TERBILANG", "Bilangan dalam kata, misalnya 1.100 menjadi ""seribu seratus"".", _
        Array("Bilangan atau teks angka.")
    ThisWorkbook.Saved = tersimpan
End Sub

Private Sub Terangkan(fungsi As String, arti As String, argumen As Variant)
    On Error Resume Next
    Application.MacroOptions Macro:=fungsi, Description:=arti, Category:="LKjIP-XL", ArgumentDescriptions:=argumen
End Sub

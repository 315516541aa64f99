Option Explicit

' Makro di balik tombol pada lembar Petunjuk; Python bekerja pada buku yang sedang terbuka.

Public Sub Validasi()
    JalankanPython "validasi"
End Sub

Public Sub PerbaruiRingkasan()
    JalankanPython "perbarui_ringkasan"
End Sub

Public Sub PeriksaLembarIni()
    JalankanPython "periksa_lembar_ini"
End Sub

Public Sub BersihkanTanda()
    JalankanPython "bersihkan_tanda"
End Sub

Public Sub Rapikan()
    JalankanPython "rapikan"
End Sub

Public Sub AmbilBerkas()
    JalankanPython "ambil_dari_berkas"
End Sub

Public Sub BuatFormulir()
    JalankanPython "buat_formulir_bidang"
End Sub

Public Sub BuatLaporan()
    JalankanPython "buat_laporan"
End Sub

Public Sub GantiTampilan()
    JalankanPython "ganti_tampilan"
End Sub

Public Sub PindahTemplat()
    JalankanPython "pindah_ke_templat_terbaru"
End Sub

' xlwings menaruh nama buku di baris perintah, dan di sana dua tanda persen mengapit nama variabel Windows.
Private Sub JalankanPython(fungsi As String)
    If UBound(Split(ThisWorkbook.Name, "%")) > 1 Then
        MsgBox "Nama buku kerja memuat lebih dari satu tanda %; ganti nama berkasnya, lalu klik lagi.", vbInformation, "LKjIP-XL"
    Else
        RunPython "import lkjip_xl.makro; lkjip_xl.makro." & fungsi & "()"
    End If
End Sub

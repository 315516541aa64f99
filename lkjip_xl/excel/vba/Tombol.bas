Option Explicit

' Makro di balik tombol pada lembar Petunjuk; tiap makro berakhir dengan satu kalimat.

Private Const LEMBAR_PETUNJUK As String = "Petunjuk"
Private Const LEMBAR_TEMUAN As String = "Hasil Validasi"

Public Sub Validasi()
    JalankanLkjip "validasi", "", "Memeriksa buku kerja"
End Sub

Public Sub PerbaruiRingkasan()
    JalankanLkjip "ringkas", "", "Menyusun ringkasan"
End Sub

' Lembar yang sedang dibuka; dari Petunjuk, lembar yang dipilih di sana.
Public Sub PeriksaLembarIni()
    Dim nama As String
    On Error Resume Next
    nama = ThisWorkbook.ActiveSheet.Name
    If nama = LEMBAR_PETUNJUK Then nama = CStr(ThisWorkbook.Worksheets(LEMBAR_PETUNJUK).Range("LembarDiperiksa").Cells(1, 1).Value)
    On Error GoTo 0
    If nama = "" Or nama = LEMBAR_PETUNJUK Then
        Kabarkan "Pilih dahulu nama lembar di sel kuning di bawah tombol."
    Else
        JalankanLkjip "validasi", nama, "Memeriksa lembar " & nama
    End If
End Sub

' Tanda di sel lembar lain mengikuti kolom tersembunyi K sampai M; daftar temuan tetap ada.
Public Sub BersihkanTanda()
    Dim lembar As Object, terakhir As Long, kalimat As String
    On Error GoTo Galat
    AwalLukis
    Set lembar = ThisWorkbook.Worksheets(LEMBAR_TEMUAN)
    If CStr(lembar.Range("K6").Value) <> "TandaLembar" Then
        Kabarkan "Lembar " & LEMBAR_TEMUAN & " bukan buatan LKjIP-XL; tidak ada yang dibersihkan."
        Exit Sub
    End If
    terakhir = lembar.UsedRange.Row + lembar.UsedRange.Rows.Count
    BukaKunci lembar
    lembar.Range("K8:M" & (terakhir + 8)).ClearContents
    KunciLembar lembar, Split("0 1 1 0 1", " ")
    Kabarkan "Tanda di semua lembar dibersihkan; daftar temuan tetap di lembar " & LEMBAR_TEMUAN & "."
    Exit Sub
Galat:
    kalimat = "Tanda tidak dapat dibersihkan: " & Err.Description
    KunciKembali
    Kabarkan kalimat
End Sub

' Klik pertama menampilkan lembar Usulan Rapikan; klik kedua menerapkan yang ditandai ya di sana.
Public Sub Rapikan()
    JalankanLkjip "rapikan", "", "Menyusun usulan"
End Sub

' Klik pertama membaca folder Ambil di samping buku ini dan menampilkan lembar Pratinjau Ambil; klik kedua menulis yang pasti dan yang dijawab ya.
Public Sub AmbilBerkas()
    JalankanLkjip "ambil", "", "Membaca tabel"
End Sub

' Satu formulir untuk setiap bidang ditaruh di folder Formulir di samping buku ini; yang sudah diisi tidak ditimpa.
Public Sub BuatFormulir()
    JalankanLkjip "formulir", "", "Menyusun formulir"
End Sub

' Dokumen Word ditaruh di folder buku kerja ini dengan nama yang belum ada.
Public Sub BuatLaporan()
    JalankanLkjip "laporan", "", "Menyusun laporan"
End Sub

' Buku baru dengan templat terbaru ditaruh di folder buku kerja ini dan dibuka; buku ini sendiri tidak disentuh.
Public Sub PindahTemplat()
    JalankanLkjip PERINTAH_PINDAH, "", "Pindah ke templat terbaru"
End Sub

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
    Kabarkan "Tanda di semua lembar dibersihkan; daftarnya tetap di lembar " & LEMBAR_TEMUAN & "."
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

' Tampilan Ringkas menyembunyikan lembar kosong yang tidak selalu diperlukan, Tampilan Lengkap menampilkan semua; isi tidak pernah berubah.
Public Sub GantiTampilan()
    Dim daftar As Object, banyak As Long
    On Error GoTo Galat
    Set daftar = ThisWorkbook.Worksheets(LEMBAR_PETUNJUK).Range("DaftarLembar")
    banyak = AturTampilan(daftar, True)
    If banyak > 0 Then
        Kabarkan "Tampilan Ringkas: " & banyak & " lembar yang masih kosong disembunyikan. Klik lagi untuk menampilkan semuanya."
    Else
        banyak = AturTampilan(daftar, False)
        Kabarkan "Tampilan Lengkap: semua lembar tampil. Klik lagi untuk menyembunyikan yang masih kosong."
    End If
    Exit Sub
Galat:
    Kabarkan "Tampilan tidak dapat diganti: " & Err.Description & " Bila susunan buku dikunci, buka kuncinya (Review > Protect Workbook), lalu klik lagi."
End Sub

' Banyaknya lembar yang disembunyikan atau ditampilkan. Kolom daftar: nama lembar, tampilannya, kebutuhan, banyaknya isi.
Private Function AturTampilan(daftar As Object, sembunyikan As Boolean) As Long
    Dim i As Long, banyak As Long, isi As Variant, lembar As Object
    For i = 1 To daftar.Rows.Count
        isi = daftar.Cells(i, 4).Value
        Set lembar = LembarBernama(CStr(daftar.Cells(i, 1).Value))
        If Not lembar Is Nothing And CStr(daftar.Cells(i, 2).Value) <> "ringkas" And CStr(daftar.Cells(i, 2).Value) <> "" Then
            If sembunyikan And lembar.Visible = xlSheetVisible And VarType(isi) = vbDouble Then
                If isi = 0 Then
                    lembar.Visible = xlSheetHidden
                    banyak = banyak + 1
                End If
            ElseIf Not sembunyikan And lembar.Visible = xlSheetHidden Then
                lembar.Visible = xlSheetVisible
                banyak = banyak + 1
            End If
        End If
    Next i
    AturTampilan = banyak
End Function

' Buku baru dengan templat terbaru ditaruh di folder buku kerja ini dan dibuka; buku ini sendiri tidak disentuh.
Public Sub PindahTemplat()
    JalankanLkjip PERINTAH_PINDAH, "", "Pindah ke templat terbaru"
End Sub

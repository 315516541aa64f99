Option Explicit
Option Private Module

' Tombol bekerja dengan program lkjip lewat folder pribadi yang dibuat "lkjip pasang": salinan buku dan permintaan ditaruh di
' sana, lkjip menaruh jawabannya. Program.bas menjalankannya.

Private Const NAMA_BUKU As String = "buku.xlsm"
Private Const NAMA_PERMINTAAN As String = "permintaan.txt"
Public Const PERINTAH_PINDAH As String = "pindah"
Private Const VERSI_LIBRE As String = "11.0"
Private Const TOMBOL_ESC As Long = 18
Private Const BATAS_SELESAI As Long = 300

Private layarDitahan As Boolean
Private hitungTadi As Long

Public Sub JalankanLkjip(perintah As String, lembar As String, pekerjaan As String)
    Dim ruang As String, nama As String, folder As String, tanda As String, kalimat As String, baru As String
    On Error GoTo Galat
    AwalLukis
    If Not DiLibre() Then Application.EnableCancelKey = xlErrorHandler
    ruang = FolderPribadi()
    If ruang = "" Then
        kalimat = "Tombol belum disiapkan di komputer ini. " & KalimatPasang()
    Else
        Application.StatusBar = pekerjaan & ": menyimpan salinan ..."
        Randomize
        tanda = Acak()
        nama = FolderBaru(ruang)
        folder = ruang & nama & Right(ruang, 1)
        MulaiDini ruang, nama
        SimpanSalinan folder & NAMA_BUKU
        TulisPermintaan folder & NAMA_PERMINTAAN, perintah, lembar, tanda
        Application.StatusBar = pekerjaan & ": memanggil lkjip ..."
        kalimat = PanggilLkjip(ruang, nama)
        If kalimat = "" Then kalimat = TungguJawaban(folder, pekerjaan)
        If kalimat = "" Then
            Application.StatusBar = pekerjaan & ": menampilkan hasil ..."
            kalimat = LukisJawaban(folder & NAMA_HASIL, tanda, baru)
        End If
    End If
    GoTo Selesai
Galat:
    kalimat = pekerjaan & " tidak selesai: " & IIf(Err.Number = TOMBOL_ESC, "dihentikan dengan tombol Esc.", Err.Description) & _
        " " & SisaLukisan()
    Resume Selesai
Selesai:
    On Error Resume Next
    HapusFolder folder
    If perintah <> PERINTAH_PINDAH Then CatatStatus kalimat
    KunciKembali
    TahanLayar False
    BukaTujuan
    Application.StatusBar = False
    On Error GoTo 0
    Kabarkan kalimat
    If baru <> "" Then BukaBuku baru
End Sub

' Excel tidak menjalankan Auto_Open (1) pada buku yang dibuka makro.
Private Sub BukaBuku(berkas As String)
    Dim buku As Object
    On Error GoTo Galat
    Set buku = Workbooks.Open(berkas)
    On Error Resume Next
    If Not DiLibre() Then buku.RunAutoMacros 1
    Exit Sub
Galat:
    Kabarkan "Buku baru tidak dapat dibuka di sini: " & Err.Description & " Bukalah sendiri: " & berkas
End Sub

Public Sub Kabarkan(kalimat As String)
    MsgBox kalimat, vbInformation, "LKjIP-XL"
End Sub

' Nama folder permintaan yang baru; MkDir gagal bila nama itu sudah ada.
Private Function FolderBaru(ruang As String) As String
    Dim nama As String
    Do
        nama = "minta-" & Acak()
    Loop While Dir(ruang & nama, vbDirectory) <> ""
    MkDir ruang & nama
    FolderBaru = nama
End Function

' 24 angka heksadesimal.
Private Function Acak() As String
    Dim i As Long, hasil As String
    For i = 1 To 6
        hasil = hasil & Right("000" & LCase(Hex(CLng(Rnd * 65535))), 4)
    Next i
    Acak = hasil
End Function

' LibreOffice menulis berkas lama di bawah nama itu, maka di sana buku disimpan dengan caranya sendiri. Salinan buku yang
' berkata sandi pembuka atau berlabel terenkripsi juga; lkjip tidak dapat membacanya.
Private Sub SimpanSalinan(berkas As String)
    If DiLibre() Then
        SimpanLewatLibre berkas
    Else
        ThisWorkbook.SaveCopyAs berkas
    End If
    Select Case AwalBerkas(berkas)
    Case "PK"
    Case ChrW(208) & ChrW(207)
        Err.Raise 1004, , "Buku ini dienkripsi, karena kata sandi pembuka atau label kerahasiaan, sehingga tidak terbaca oleh lkjip. " & _
            "Hapus kata sandi itu (File > Info > Protect Workbook > Encrypt with Password) atau pilih label tanpa enkripsi, lalu simpan."
    Case Else
        Err.Raise 1004, , "Salinan buku tidak dapat disimpan di folder pribadi."
    End Select
End Sub

' LibreOffice mengaku Excel 11, yang tidak dapat membuka buku kerja ini.
Public Function DiLibre() As Boolean
    DiLibre = (Application.Version = VERSI_LIBRE)
End Function

' Layar dan hitung ulang ditahan selama melukis; di LibreOffice menahan layar merusak tinggi baris semua lembar.
Public Sub TahanLayar(tahan As Boolean)
    If Not DiLibre() Then
        Application.ScreenUpdating = Not tahan
        If tahan And Not layarDitahan Then
            hitungTadi = Application.Calculation
            Application.Calculation = xlCalculationManual
        ElseIf layarDitahan And Not tahan Then
            Application.Calculation = hitungTadi
        End If
        layarDitahan = tahan
    End If
End Sub

Private Function AwalBerkas(berkas As String) As String
    Dim nomor As Integer, a As Byte, b As Byte, hasil As String
    hasil = ""
    If Dir(berkas) <> "" Then
        nomor = FreeFile
        Open berkas For Binary Access Read As #nomor
        Get #nomor, 1, a
        Get #nomor, 2, b
        Close #nomor
        hasil = ChrW(a) & ChrW(b)
    End If
    AwalBerkas = hasil
End Function

Private Sub TulisPermintaan(berkas As String, perintah As String, lembar As String, tanda As String)
    Dim nomor As Integer
    nomor = FreeFile
    Open berkas For Output As #nomor
    Print #nomor, "lkjip-permintaan 2"
    Print #nomor, "tanda=" & tanda
    Print #nomor, "perintah=" & perintah
    Print #nomor, "lembar=" & TeksLolos(lembar)
    Print #nomor, "berkas=" & TeksLolos(ThisWorkbook.Name)
    Print #nomor, "folder=" & TeksLolos(ThisWorkbook.Path)
    Print #nomor, "akhir=1"
    Close #nomor
End Sub

' "" bila jawaban sudah ada, atau kalimat yang mengatakan mengapa belum.
Private Function TungguJawaban(folder As String, pekerjaan As String) As String
    Dim mulai As Date, detik As Long, tadi As Long, hasil As String
    hasil = ""
    mulai = Now
    Do While hasil = "" And Dir(folder & NAMA_HASIL) = ""
        TungguSejenak
        detik = DetikSejak(mulai)
        If detik > tadi Then Application.StatusBar = pekerjaan & ": " & detik & " detik (paling lama " & BATAS_SELESAI & " detik) ..."
        tadi = detik
        If detik >= BATAS_SELESAI Then
            hasil = "Program lkjip belum selesai dalam " & BATAS_SELESAI & " detik. Tutup program lain, lalu klik tombol ini lagi."
        End If
    Loop
    TungguJawaban = hasil
End Function

Private Sub HapusFolder(folder As String)
    Dim nama As Variant
    If folder <> "" Then
        For Each nama In Array(NAMA_BUKU, NAMA_PERMINTAAN, NAMA_MULAI, NAMA_BUKAN, NAMA_HASIL)
            If Dir(folder & nama) <> "" Then Kill folder & nama
        Next nama
        RmDir Left(folder, Len(folder) - 1)
    End If
End Sub

' Kalimat terakhir juga tertulis di lembar Petunjuk.
Private Sub CatatStatus(kalimat As String)
    Dim lembar As Object
    Set lembar = ThisWorkbook.Worksheets("Petunjuk")
    BukaKunci lembar
    lembar.Range("StatusTerakhir").Cells(1, 1).Value = kalimat
    KunciLembar lembar, Split("0 1 1 0 0", " ")
End Sub

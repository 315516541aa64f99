Option Explicit
Option Private Module

' Tombol bekerja dengan program lkjip: salinan buku dan permintaan ditaruh di folder sementara, lkjip menaruh jawaban di sana.
' Nama berkasnya tetap dan isi sel tidak pernah masuk ke baris perintah.

Private Const NAMA_BUKU As String = "buku.xlsm"
Private Const NAMA_PERMINTAAN As String = "permintaan.txt"
Private Const NAMA_MULAI As String = "mulai.txt"
Private Const NAMA_HASIL As String = "hasil.txt"
Private Const VERSI_LIBRE As String = "11.0"
Private Const BATAS_MULAI As Long = 30
Private Const BATAS_SELESAI As Long = 300

Public Sub JalankanLkjip(perintah As String, lembar As String, pekerjaan As String)
    Dim folder As String, kalimat As String
    On Error GoTo Galat
    Application.StatusBar = pekerjaan & ": menyimpan salinan ..."
    folder = FolderBaru()
    SimpanSalinan folder & NAMA_BUKU
    TulisPermintaan folder & NAMA_PERMINTAAN, perintah, lembar
    Application.StatusBar = pekerjaan & ": memanggil lkjip ..."
    kalimat = PanggilLkjip(folder)
    If kalimat = "" Then kalimat = TungguJawaban(folder, pekerjaan)
    If kalimat = "" Then
        Application.StatusBar = pekerjaan & ": menampilkan hasil ..."
        kalimat = LukisJawaban(folder & NAMA_HASIL)
    End If
    GoTo Selesai
Galat:
    kalimat = pekerjaan & " tidak selesai: " & Err.Description & " Isian Anda tidak berubah."
    Resume Selesai
Selesai:
    On Error Resume Next
    HapusFolder folder
    CatatStatus kalimat
    TahanLayar False
    Application.StatusBar = False
    On Error GoTo 0
    Kabarkan kalimat
End Sub

Public Sub Kabarkan(kalimat As String)
    MsgBox kalimat, vbInformation, "LKjIP-XL"
End Sub

' Folder baru di folder sementara milik pengguna, dengan pemisah di ujungnya.
Private Function FolderBaru() As String
    Dim induk As String, pisah As String, hasil As String
    induk = Environ("TEMP")
    pisah = "\"
    If induk = "" Then
        induk = Environ("TMPDIR")
        If induk = "" Then induk = "/tmp"
    End If
    If InStr(induk, "/") > 0 Then pisah = "/"
    If Right(induk, 1) = pisah Then induk = Left(induk, Len(induk) - 1)
    Randomize
    Do
        hasil = induk & pisah & "lkjip-" & CStr(CLng(Rnd * 800000000) + 100000000)
    Loop While Dir(hasil, vbDirectory) <> ""
    MkDir hasil
    FolderBaru = hasil & pisah
End Function

' LibreOffice menulis berkas lama di bawah nama itu, maka di sana buku disimpan dengan caranya sendiri.
Private Sub SimpanSalinan(berkas As String)
    If Not DiLibre() Then
        On Error Resume Next
        ThisWorkbook.SaveCopyAs berkas
        On Error GoTo 0
    End If
    If AwalBerkas(berkas) <> "PK" Then Application.Run "SalinanLibre.SimpanLewatLibre", berkas
    If Dir(berkas) = "" Then Err.Raise 1004, , "Salinan buku tidak dapat disimpan di folder sementara."
End Sub

' LibreOffice mengaku Excel 11, yang tidak dapat membuka buku kerja ini.
Public Function DiLibre() As Boolean
    DiLibre = (Application.Version = VERSI_LIBRE)
End Function

' Layar ditahan selama melukis; di LibreOffice menahan layar merusak tinggi baris semua lembar.
Public Sub TahanLayar(tahan As Boolean)
    If Not DiLibre() Then Application.ScreenUpdating = Not tahan
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

Private Sub TulisPermintaan(berkas As String, perintah As String, lembar As String)
    Dim nomor As Integer
    nomor = FreeFile
    Open berkas For Output As #nomor
    Print #nomor, "lkjip-permintaan 1"
    Print #nomor, "perintah=" & perintah
    Print #nomor, "lembar=" & TeksLolos(lembar)
    Print #nomor, "berkas=" & TeksLolos(ThisWorkbook.Name)
    Print #nomor, "folder=" & TeksLolos(ThisWorkbook.Path)
    Close #nomor
End Sub

' "" bila program sudah dijalankan, atau kalimat yang mengatakan mengapa tidak.
Private Function PanggilLkjip(folder As String) As String
    Dim argumen As String, hasil As String
    hasil = ""
    argumen = " layani """ & Left(folder, Len(folder) - 1) & """"
    If InStr(folder, """") > 0 Then
        hasil = "Nama folder sementara mengandung tanda kutip sehingga lkjip tidak dapat dipanggil: " & folder
    ElseIf Not Terpanggil("lkjip" & argumen) Then
        If Not Terpanggil("py -m lkjip_xl.cli" & argumen) Then hasil = KalimatPasang()
    End If
    PanggilLkjip = hasil
End Function

Private Function Terpanggil(perintah As String) As Boolean
    Dim hasil As Boolean
    On Error Resume Next
    Err.Clear
    Shell perintah, 0
    hasil = (Err.Number = 0)
    On Error GoTo 0
    Terpanggil = hasil
End Function

Private Function KalimatPasang() As String
    KalimatPasang = "Program lkjip belum terpasang di komputer ini. Buka Command Prompt, jalankan baris berikut, " & _
        "lalu klik tombol ini lagi:   py -m pip install lkjip-xl"
End Function

' "" bila jawaban sudah ada, atau kalimat yang mengatakan mengapa belum.
Private Function TungguJawaban(folder As String, pekerjaan As String) As String
    Dim detik As Long, mulai As Boolean, hasil As String
    hasil = ""
    Do While hasil = "" And Dir(folder & NAMA_HASIL) = ""
        Application.Wait Now + TimeSerial(0, 0, 1)
        detik = detik + 1
        If Not mulai Then mulai = Dir(folder & NAMA_MULAI) <> ""
        Application.StatusBar = pekerjaan & ": " & detik & " detik (paling lama " & BATAS_SELESAI & " detik) ..."
        If Not mulai And detik >= BATAS_MULAI Then
            hasil = "Program lkjip tidak menjawab dalam " & BATAS_MULAI & " detik. " & KalimatPasang()
        ElseIf detik >= BATAS_SELESAI Then
            hasil = "Program lkjip belum selesai dalam " & BATAS_SELESAI & " detik. Tutup program lain, lalu klik tombol ini lagi."
        End If
    Loop
    TungguJawaban = hasil
End Function

Private Sub HapusFolder(folder As String)
    Dim nama As Variant
    If folder <> "" Then
        For Each nama In Array(NAMA_BUKU, NAMA_PERMINTAAN, NAMA_MULAI, NAMA_HASIL)
            If Dir(folder & nama) <> "" Then Kill folder & nama
        Next nama
        RmDir Left(folder, Len(folder) - 1)
    End If
End Sub

' Kalimat terakhir juga tertulis di lembar Petunjuk.
Private Sub CatatStatus(kalimat As String)
    Dim lembar As Object
    Set lembar = Worksheets("Petunjuk")
    BukaKunci lembar
    lembar.Range("StatusTerakhir").Cells(1, 1).Value = kalimat
    KunciLembar lembar, Split("0 1 1 0 0", " ")
End Sub

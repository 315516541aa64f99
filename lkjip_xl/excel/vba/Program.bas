Option Explicit
Option Private Module

' Mencari program lkjip dan menjalankannya: lingkungan milik LKjIP-XL sendiri, program yang dicatat lkjip di folder pribadi,
' peluncur py, lalu python di PATH. Hanya alamat lengkap yang dijalankan; baris perintah tidak memuat apa pun dari buku kerja.

Private Const NAMA_PROGRAM As String = "program.txt"
Private Const NAMA_PEMULAI As String = "mulai.py"
Private Const NAMA_DINI As String = "mulai_dini.py"
Private Const NAMA_SIAGA As String = "siaga.txt"
Public Const NAMA_MULAI As String = "mulai.txt"
Public Const NAMA_BUKAN As String = "bukan.txt"
Public Const NAMA_HASIL As String = "hasil.txt"
Private Const PAKET_TOKO As String = "\Packages\PythonSoftwareFoundation.Python.*"
Private Const BATAS_MULAI As Long = 30
Private Const BATAS_SIAGA As Long = 3
Private Const TIDAK_ADA As Long = 53
Private Const SEHARI As Double = 86400
Private Const SEJENAK As Double = 0.2

Private programDini As String

' Folder pribadi dengan pemisah di ujungnya, "" bila belum dibuat. Urutannya sama dengan letak() di ruang.py; yang dibuat
' Python dari Microsoft Store ada di folder paketnya.
Public Function FolderPribadi() As String
    Dim tempat As Variant, i As Long, hasil As String
    If Environ("LOCALAPPDATA") <> "" Then
        tempat = Array(Environ("LOCALAPPDATA") & "\LKjIP-XL\tombol", FolderToko())
    Else
        tempat = Array(Environ("XDG_DATA_HOME") & "/lkjip-xl/tombol", Environ("HOME") & "/.local/share/lkjip-xl/tombol", _
            Environ("HOME") & "/Library/Application Support/LKjIP-XL/tombol")
    End If
    hasil = ""
    For i = UBound(tempat) To 0 Step -1
        If Lengkap(CStr(tempat(i))) Then If Dir(tempat(i), vbDirectory) <> "" Then hasil = tempat(i)
    Next i
    If hasil <> "" Then hasil = hasil & IIf(InStr(hasil, "\") > 0, "\", "/")
    FolderPribadi = hasil
End Function

' Windows mengalihkan yang ditulis Python dari Microsoft Store ke LocalCache milik paketnya.
Private Function FolderToko() As String
    Dim paket As Variant, nama As String, semua As String, tempat As String, hasil As String
    hasil = ""
    nama = Dir(Environ("LOCALAPPDATA") & PAKET_TOKO, vbDirectory)
    Do While nama <> ""
        semua = semua & nama & vbTab
        nama = Dir
    Loop
    For Each paket In Split(semua, vbTab)
        tempat = Environ("LOCALAPPDATA") & "\Packages\" & paket & "\LocalCache\Local\LKjIP-XL\tombol"
        If paket <> "" Then If Dir(tempat, vbDirectory) <> "" Then hasil = tempat
    Next paket
    FolderToko = hasil
End Function

' Alamat yang dimulai dari akar; selebihnya dicari juga di folder yang sedang terbuka.
Private Function Lengkap(alamat As String) As Boolean
    Lengkap = (Left(alamat, 1) = "/" Or Left(alamat, 2) = "\\" Or Mid(alamat, 2, 2) = ":\")
End Function

' "" bila lkjip sudah mulai bekerja, atau kalimat yang mengatakan mengapa tidak.
Public Function PanggilLkjip(ruang As String, nama As String) As String
    Dim folder As String, hasil As String
    folder = ruang & nama & Right(ruang, 1)
    hasil = ""
    If Not DijawabPenunggu(ruang, folder) Then hasil = JalankanProgram(ruang, nama, folder)
    PanggilLkjip = hasil
End Function

' "lkjip tunggu" menjawab tanpa Office memulai program apa pun. Bila diam, ia sudah mati dan tandanya dibuang; yang masih
' hidup menaruhnya kembali.
Private Function DijawabPenunggu(ruang As String, folder As String) As Boolean
    Dim tanda As String
    tanda = ""
    If Dir(ruang & NAMA_SIAGA) <> "" Then
        tanda = TungguTanda(folder, BATAS_SIAGA)
        If tanda = "diam" Then If Dir(ruang & NAMA_SIAGA) <> "" Then Kill ruang & NAMA_SIAGA
    End If
    DijawabPenunggu = (tanda = NAMA_MULAI Or tanda = NAMA_HASIL)
End Function

' Program yang sabar menunggu permintaannya dimulai sebelum salinan buku disimpan, agar siap begitu salinan itu jadi. Yang
' gagal di sini dicoba lagi dan dikatakan oleh JalankanProgram; lkjip yang lebih lama dipanggil di sana saja.
Public Sub MulaiDini(ruang As String, nama As String)
    Dim program As Variant, dicoba As Boolean
    programDini = ""
    If Dir(ruang & NAMA_DINI) <> "" And Dir(ruang & NAMA_SIAGA) = "" Then
        For Each program In CalonProgram(ruang)
            If Not dicoba Then
                If DapatDipanggil(CStr(program), ruang) Then
                    dicoba = True
                    If GalatPanggil("""" & program & """ """ & ruang & NAMA_DINI & """ " & nama) = 0 Then programDini = program
                End If
            End If
        Next program
    End If
End Sub

Private Function DapatDipanggil(program As String, ruang As String) As Boolean
    Dim hasil As Boolean
    If Lengkap(program) And InStr(program & ruang, """") = 0 Then hasil = (Dir(program) <> "")
    DapatDipanggil = hasil
End Function

' Python tanpa lkjip menjawab seketika, lalu yang berikutnya dicoba. Hanya galat 53 yang berarti tidak terpasang.
Private Function JalankanProgram(ruang As String, nama As String, folder As String) As String
    Dim program As Variant, nomor As Long, tanda As String, hasil As String
    hasil = "Program lkjip belum terpasang di komputer ini. " & KalimatPasang()
    For Each program In CalonProgram(ruang)
        If tanda = "" Then
            If DapatDipanggil(CStr(program), ruang) Then
                nomor = 0
                If program <> programDini Then nomor = GalatPanggil("""" & program & """ " & Argumen(ruang) & " " & nama)
                programDini = ""
                If nomor = 0 Then
                    tanda = TungguTanda(folder, BATAS_MULAI)
                    hasil = KalimatTanda(tanda)
                    If tanda = NAMA_BUKAN Then
                        Kill folder & NAMA_BUKAN
                        tanda = ""
                    End If
                ElseIf nomor <> TIDAK_ADA Then
                    tanda = "ditolak"
                    hasil = KalimatDitolak(nomor, CStr(program))
                End If
            End If
        End If
    Next program
    JalankanProgram = hasil
End Function

Private Function CalonProgram(ruang As String) As Variant
    Dim folder As Variant, jalur As String
    If Environ("LOCALAPPDATA") <> "" Then
        For Each folder In Split(Replace(Environ("PATH"), """", ""), ";")
            If InStr(folder, "\WindowsApps") = 0 Or Dir(Environ("LOCALAPPDATA") & PAKET_TOKO, vbDirectory) <> "" Then
                jalur = jalur & vbTab & folder & IIf(Right(folder, 1) = "\", "", "\") & "python.exe"
            End If
        Next folder
    End If
    CalonProgram = Split(Environ("LOCALAPPDATA") & "\LKjIP-XL\Scripts\python.exe" & vbTab & ProgramTercatat(ruang & NAMA_PROGRAM) & vbTab & _
        Environ("WINDIR") & "\py.exe" & vbTab & Environ("LOCALAPPDATA") & "\Programs\Python\Launcher\py.exe" & vbTab & _
        Environ("LOCALAPPDATA") & "\Microsoft\WindowsApps\py.exe" & jalur, vbTab)
End Function

' lkjip menaruh pemulainya di folder pribadi; lkjip yang lebih lama dipanggil sebagai modul. -P: folder yang sedang terbuka
' tidak menjadi sumber modul Python.
Private Function Argumen(ruang As String) As String
    Argumen = "-P -m lkjip_xl.cli layani"
    If Dir(ruang & NAMA_PEMULAI) <> "" Then Argumen = """" & ruang & NAMA_PEMULAI & """"
End Function

' Program yang dicatat lkjip di folder pribadi, "" bila tidak ada.
Private Function ProgramTercatat(berkas As String) As String
    Dim baris As Variant, hasil As String
    hasil = ""
    If Dir(berkas) <> "" Then
        baris = BacaBaris(berkas)
        If UBound(baris) >= 1 Then
            If baris(0) = "lkjip-program 1" And Left(baris(1), 8) = "program=" Then hasil = BacaLolos(Mid(baris(1), 9))
        End If
    End If
    ProgramTercatat = hasil
End Function

' Nomor galat Shell, 0 bila program dijalankan.
Private Function GalatPanggil(perintah As String) As Long
    On Error Resume Next
    Err.Clear
    Shell perintah, 0
    GalatPanggil = Err.Number
    On Error GoTo 0
End Function

' Nama berkas pertama yang muncul di folder permintaan; "diam" bila tidak ada.
Private Function TungguTanda(folder As String, batas As Long) As String
    Dim mulai As Date, nama As Variant, hasil As String
    hasil = ""
    mulai = Now
    Do While hasil = ""
        For Each nama In Array(NAMA_HASIL, NAMA_MULAI, NAMA_BUKAN)
            If hasil = "" Then If Dir(folder & nama) <> "" Then hasil = nama
        Next nama
        If hasil = "" And DetikSejak(mulai) >= batas Then hasil = "diam"
        If hasil = "" Then TungguSejenak
    Loop
    TungguTanda = hasil
End Function

Public Function DetikSejak(mulai As Date) As Long
    DetikSejak = CLng((CDbl(Now) - CDbl(mulai)) * SEHARI)
End Function

' Seperlima detik. Now tidak mengenal pecahan detik, dan LibreOffice menghitung lama Wait dari Now; Excel menunggu sampai
' waktu yang disebut, maka di sana waktunya dari Timer. Date dibaca lebih dahulu: lewat tengah malam waktunya sudah lalu.
Public Sub TungguSejenak()
    Dim hari As Double, saat As Date
    hari = CDbl(Date)
    If DiLibre() Then
        saat = CDate(CDbl(Now) + SEJENAK / SEHARI)
    Else
        saat = CDate(hari + (Timer + SEJENAK) / SEHARI)
    End If
    Application.Wait saat
End Sub

Private Function KalimatTanda(tanda As String) As String
    Dim hasil As String
    hasil = ""
    If tanda = NAMA_BUKAN Then
        hasil = "Python ada di komputer ini, tetapi tanpa lkjip yang dapat dipakai. " & KalimatPasang()
    ElseIf tanda = "diam" Then
        hasil = "Program lkjip tidak menjawab dalam " & BATAS_MULAI & " detik; mungkin dihentikan oleh pengamanan komputer. " & _
            "Klik tombol ini lagi; bila tetap begitu: " & KalimatPasang()
    End If
    KalimatTanda = hasil
End Function

' Program itu dicoba langsung dari Command Prompt; yang menunggu tidak perlu dimulai oleh Office.
Private Function KalimatDitolak(nomor As Long, program As String) As String
    KalimatDitolak = "Komputer ini tidak mengizinkan Excel menjalankan program lain (galat " & nomor & "), biasanya aturan keamanan kantor; " & _
        "lkjip tidak perlu dipasang ulang. Buka Command Prompt, jalankan baris berikut sekali saja, lalu klik tombol ini lagi:   """ & _
        program & """ -m lkjip_xl.cli pasang --siaga"
End Function

Public Function KalimatPasang() As String
    KalimatPasang = "Klik dua kali pasang.bat dari paket LKjIP-XL untuk Windows, lalu klik tombol ini lagi. Tanpa paket itu, buka Command Prompt " & _
        "dan jalankan dua baris berikut sekali saja:   " & _
        "py -m pip install lkjip-xl   lalu   py -m lkjip_xl.cli pasang"
End Function

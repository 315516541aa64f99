Option Explicit
Option Private Module

' Melukis lembar milik buku kerja ini (Hasil Validasi dan ringkasan) menurut baris-baris jawaban lkjip.
' Sesudahnya terbuka lembar yang disebut jawaban; tanpa itu lembar yang sedang dibuka dan sel yang dipilih tidak diubah.

Private Const POTONGAN As Long = 30000
Private Const ALAMAT_MAKS As Long = 230

Private isiBlok As Variant
Private alamatBlok As String
Private barisBlok As Long
Private gayaTadi As Variant
Private alamatGaya As String
Private sedangDilukis As String
Private isianTertulis As Long
Private tanpaCetak As Boolean
Private dibuka As Variant
Private izinDibuka As Variant
Private banyakDibuka As Long
Private lembarTujuan As String
Private selTujuan As String

' Kalimat penutup dari jawaban, dan di baru nama buku yang perlu dibuka sesudahnya; lembar dilukis hanya bila permintaannya berhasil, jawabannya utuh dan bertanda permintaan ini.
Public Function LukisJawaban(berkas As String, tanda As String, baru As String) As String
    Dim baris As Variant, akhir As Long, kepala As Variant, hasil As String
    baris = BacaBaris(berkas)
    akhir = UBound(baris) - 1
    hasil = "Jawaban lkjip tidak dikenal. Perbarui programnya:   py -m pip install --upgrade lkjip-xl"
    If akhir >= 2 Then
        If baris(0) = "lkjip-hasil 2" & vbTab & tanda And baris(akhir) = "akhir" Then
            kepala = Split(baris(1), vbTab)
            hasil = BacaLolos(CStr(kepala(2)))
            If kepala(1) = "selesai" Then Lukis baris, akhir, baru
            If tanpaCetak Then hasil = hasil & " Area cetak belum diatur karena Excel menolaknya; biasanya PC ini tidak mengenal printer."
        End If
    End If
    LukisJawaban = hasil
End Function

' Dipanggil sebelum pekerjaan: lembar yang dibuka kuncinya dicatat sejak ini.
Public Sub AwalLukis()
    sedangDilukis = ""
    isianTertulis = 0
    tanpaCetak = False
    banyakDibuka = 0
    lembarTujuan = ""
End Sub

' Yang tertinggal bila pekerjaan berhenti di tengah, dan apa yang perlu dilakukan.
Public Function SisaLukisan() As String
    Dim hasil As String
    If isianTertulis > 0 Then
        hasil = isianTertulis & " sel isian sudah tertulis: tutup buku ini tanpa menyimpan untuk membatalkannya, atau klik tombol ini lagi."
    ElseIf sedangDilukis <> "" Then
        hasil = "Isian Anda tidak berubah; lembar " & sedangDilukis & " baru tertulis sebagian. Klik tombol ini lagi."
    Else
        hasil = "Isian Anda tidak berubah. Klik tombol ini lagi."
    End If
    SisaLukisan = hasil
End Function

' Semua baris, mulai dari 0; yang terakhir kosong. LibreOffice membaca paling banyak 65.535 huruf sekaligus.
Public Function BacaBaris(berkas As String) As Variant
    Dim nomor As Integer, teks As String, sisa As Long, banyak As Long
    nomor = FreeFile
    Open berkas For Input As #nomor
    sisa = LOF(nomor)
    Do While sisa > 0
        banyak = IIf(sisa > POTONGAN, POTONGAN, sisa)
        teks = teks & Input(banyak, nomor)
        sisa = sisa - banyak
    Loop
    Close #nomor
    BacaBaris = Split(teks, vbCrLf)
End Function

Private Sub Lukis(baris As Variant, akhir As Long, baru As String)
    Dim i As Long, f As Variant, lembar As Object
    TahanLayar True
    alamatGaya = ""
    For i = 2 To akhir - 1
        f = Split(baris(i), vbTab)
        Select Case f(0)
        Case "lembar"
            sedangDilukis = BacaLolos(CStr(f(1)))
            Set lembar = LembarKosong(sedangDilukis)
        Case "buka"
            Set lembar = ThisWorkbook.Worksheets(BacaLolos(CStr(f(1))))
            BukaKunci lembar
        Case "gaya"
            PakaiGaya lembar
            gayaTadi = f
        Case "pakai"
            TambahAlamat lembar, CStr(f(1))
        Case "blok"
            TulisBlok lembar
            alamatBlok = f(1)
            barisBlok = 0
            ReDim isiBlok(1 To lembar.Range(f(1)).Rows.Count, 1 To lembar.Range(f(1)).Columns.Count)
        Case "nilai"
            IsiBaris f
        Case "berkas"
            baru = BacaLolos(CStr(f(1)))
        Case "tampil"
            TulisBlok lembar
            Tampilkan BacaLolos(CStr(f(1)))
        Case "pilih"
            lembarTujuan = BacaLolos(CStr(f(1)))
            selTujuan = f(2)
        Case Else
            TulisBlok lembar
            AturLembar lembar, f
        End Select
    Next i
End Sub

' Lembar dengan nama itu, Nothing bila tidak ada.
Public Function LembarBernama(nama As String) As Object
    On Error Resume Next
    Set LembarBernama = ThisWorkbook.Worksheets(nama)
End Function

' Lembar yang tersembunyi ditampilkan; bila susunan buku dikunci, ia tetap tersembunyi.
Private Sub Tampilkan(nama As String)
    Dim lembar As Object
    On Error Resume Next
    Set lembar = LembarBernama(nama)
    If lembar.Visible = xlSheetHidden Then lembar.Visible = xlSheetVisible
End Sub

' Membuka tempat jawabannya, bila buku ini yang ada di depan.
Public Sub BukaTujuan()
    On Error Resume Next
    If lembarTujuan <> "" And Application.ActiveWorkbook.Name = ThisWorkbook.Name Then
        ThisWorkbook.Worksheets(lembarTujuan).Activate
        ThisWorkbook.Worksheets(lembarTujuan).Range(selTujuan).Select
    End If
End Sub

Private Sub IsiBaris(f As Variant)
    Dim k As Long
    barisBlok = barisBlok + 1
    For k = 1 To UBound(f)
        If f(k) <> "" Then isiBlok(barisBlok, k) = NilaiProtokol(CStr(f(k)))
    Next k
End Sub

Private Sub TulisBlok(lembar As Object)
    PakaiGaya lembar
    If alamatBlok <> "" Then
        If barisBlok = 1 And UBound(isiBlok, 2) = 1 Then
            lembar.Range(alamatBlok).Value = isiBlok(1, 1)
        Else
            lembar.Range(alamatBlok).Value = isiBlok
        End If
        alamatBlok = ""
    End If
End Sub

Private Sub AturLembar(lembar As Object, f As Variant)
    Select Case f(0)
    Case "rumus"
        lembar.Range(f(1)).Formula = BacaLolos(CStr(f(2)))
    Case "tulis"
        If f(3) <> "" Then PakaiBentuk lembar.Range(f(1)), BacaLolos(CStr(f(3)))
        lembar.Range(f(1)).Value = NilaiProtokol(CStr(f(2)))
        isianTertulis = isianTertulis + 1
    Case "terbuka"
        lembar.Range(f(1)).Locked = False
    Case "gabung"
        lembar.Range(f(1)).Merge
    Case "kolom"
        lembar.Range(f(1)).ColumnWidth = AngkaProtokol(CStr(f(2)))
        lembar.Range(f(1)).EntireColumn.Hidden = (f(3) = "1")
    Case "baris"
        AturBaris lembar.Range(f(1)), CStr(f(2)), (f(3) = "1")
    Case "saring"
        Saring lembar, CStr(f(1))
    Case "grafik"
        SuaikanBagan lembar, BacaLolos(CStr(f(1))), CStr(f(2))
    Case "cetak"
        AturCetak lembar, f
    Case "lindung"
        KunciLembar lembar, Split(f(1) & " " & f(2) & " " & f(3) & " " & f(4) & " " & f(5), " ")
    End Select
End Sub

' Baris tanpa tinggi ditampilkan atau disembunyikan saja; yang bertinggi sudah tampil.
Private Sub AturBaris(daerah As Object, tinggi As String, sembunyi As Boolean)
    If tinggi <> "n0^0" Then daerah.RowHeight = AngkaProtokol(tinggi)
    If tinggi = "n0^0" Or sembunyi Then daerah.EntireRow.Hidden = sembunyi
End Sub

' Grafik menempati daerahnya, juga bila baris-barisnya tersembunyi waktu buku dibuka. Grafik hanya rupa: yang sudah dihapus
' pengguna dilewati.
Private Sub SuaikanBagan(lembar As Object, nama As String, alamat As String)
    On Error Resume Next
    If DiLibre() Then
        SuaikanGrafik lembar.Name, nama, alamat
    Else
        With lembar.ChartObjects(nama)
            .Top = lembar.Range(alamat).Top
            .Left = lembar.Range(alamat).Left
            .Width = lembar.Range(alamat).Width
            .Height = lembar.Range(alamat).Height
        End With
    End If
End Sub

' Tanpa printer, Excel menolak pengaturan cetak; lembarnya sendiri tetap dilukis sampai selesai.
Private Sub AturCetak(lembar As Object, f As Variant)
    On Error GoTo Galat
    If f(1) <> "" Then lembar.PageSetup.PrintArea = f(1)
    lembar.PageSetup.PrintTitleRows = f(2)
    Exit Sub
Galat:
    tanpaCetak = True
End Sub

' Lembar yang ada, terbuka dan kosong; lembar yang sudah dihapus dibuat lagi di akhir.
Private Function LembarKosong(nama As String) As Object
    Dim lembar As Object, tadi As Object, lama As Object, terpilih As String
    On Error Resume Next
    Set lembar = ThisWorkbook.Worksheets(nama)
    On Error GoTo 0
    If lembar Is Nothing Then
        Set tadi = ThisWorkbook.ActiveSheet
        terpilih = SelTerpilih()
        Set lembar = ThisWorkbook.Worksheets.Add(After:=ThisWorkbook.Worksheets(ThisWorkbook.Worksheets.Count))
        lembar.Name = nama
        tadi.Activate
        If terpilih <> "" Then tadi.Range(terpilih).Select
    End If
    BukaKunci lembar
    alamatBlok = ""
    Set lama = lembar.UsedRange
    lama.EntireRow.Hidden = False
    lama.UnMerge
    lama.Clear
    lama.EntireRow.AutoFit
    Set LembarKosong = lembar
End Function

' Alamat sel yang dipilih, "" bila yang dipilih bukan sel atau buku lain yang ada di depan.
Private Function SelTerpilih() As String
    Dim hasil As String
    On Error Resume Next
    If Application.ActiveWorkbook.Name = ThisWorkbook.Name Then hasil = Application.Selection.Address
    SelTerpilih = hasil
End Function

' Daerah-daerah bergaya sama dikumpulkan, lalu diberi gaya sekaligus; Excel menerima alamat sampai 255 huruf.
Private Sub TambahAlamat(lembar As Object, alamat As String)
    If Len(alamatGaya) + Len(alamat) > ALAMAT_MAKS Then PakaiGaya lembar
    alamatGaya = alamatGaya & IIf(alamatGaya = "", "", ",") & alamat
End Sub

Private Sub PakaiGaya(lembar As Object)
    If alamatGaya <> "" Then
        If DiLibre() Then
            BeriGaya lembar.Name, Split(alamatGaya, ","), gayaTadi, BacaLolos(CStr(gayaTadi(1))), _
                AngkaProtokol(CStr(gayaTadi(2))), BacaLolos(CStr(gayaTadi(13)))
        Else
            GayaExcel lembar.Range(alamatGaya), gayaTadi
        End If
        alamatGaya = ""
    End If
End Sub

Private Sub GayaExcel(sel As Object, g As Variant)
    With sel.Font
        .Name = BacaLolos(CStr(g(1)))
        .Size = AngkaProtokol(CStr(g(2)))
        .Bold = (g(3) = "1")
        .Italic = (g(4) = "1")
        .Underline = IIf(g(5) = "1", xlUnderlineStyleSingle, xlUnderlineStyleNone)
        .Color = CLng(g(6))
    End With
    If g(7) <> "-1" Then sel.Interior.Color = CLng(g(7))
    sel.HorizontalAlignment = Array(xlGeneral, xlLeft, xlCenter, xlRight)(CLng(g(8)))
    sel.VerticalAlignment = Array(xlBottom, xlTop, xlCenter)(CLng(g(9)))
    sel.WrapText = (g(10) = "1")
    If g(11) <> "0" Then sel.IndentLevel = CLng(g(11))
    If g(12) <> "-1" Then
        sel.Borders.LineStyle = xlContinuous
        sel.Borders.Weight = xlThin
        sel.Borders.Color = CLng(g(12))
    End If
    sel.NumberFormat = BacaLolos(CStr(g(13)))
End Sub

' Bentuk angka menurut pola Amerika (#,##0.00), yang berlaku di Excel berbahasa apa pun. LibreOffice membaca pola yang
' diberikan ke NumberFormat menurut bahasa sistem: di Indonesia #,##0 berarti tiga desimal. Di sana selnya menerima
' nomor format yang pola Amerikanya sudah diterjemahkan.
Private Sub PakaiBentuk(sel As Object, pola As String)
    If DiLibre() Then
        sel.CellRange.NumberFormat = NomorFormat(pola)
    Else
        sel.NumberFormat = pola
    End If
End Sub

' Saringan lama mungkin menyembunyikan temuan; saringan hanya kemudahan, maka kegagalannya tidak menghentikan apa pun.
Private Sub Saring(lembar As Object, alamat As String)
    On Error Resume Next
    If lembar.FilterMode Then lembar.ShowAllData
    lembar.AutoFilterMode = False
    lembar.Range(alamat).AutoFilter
End Sub

' Kunci yang dibuka dicatat beserta izinnya, agar dapat dipasang lagi apa pun yang terjadi.
Public Sub BukaKunci(lembar As Object)
    Dim izin As String
    If lembar.ProtectContents Then izin = IzinSekarang(lembar)
    On Error Resume Next
    lembar.Unprotect
    On Error GoTo 0
    If lembar.ProtectContents Then
        Err.Raise 1004, , "Lembar " & lembar.Name & " dikunci dengan kata sandi; buka kuncinya (Review > Unprotect Sheet)."
    End If
    If izin <> "" Then
        banyakDibuka = banyakDibuka + 1
        If banyakDibuka = 1 Then
            ReDim dibuka(1 To 1)
            ReDim izinDibuka(1 To 1)
        Else
            ReDim Preserve dibuka(1 To banyakDibuka)
            ReDim Preserve izinDibuka(1 To banyakDibuka)
        End If
        dibuka(banyakDibuka) = lembar.Name
        izinDibuka(banyakDibuka) = izin
    End If
End Sub

' Izin kunci yang sedang terpasang: format sel, kolom, baris, urut, saring. LibreOffice tidak mengenal izin itu.
Private Function IzinSekarang(lembar As Object) As String
    Dim hasil As String
    hasil = "0 1 1 0 1"
    If Not DiLibre() Then
        With lembar.Protection
            hasil = IIf(.AllowFormattingCells, 1, 0) & " " & IIf(.AllowFormattingColumns, 1, 0) & " " & _
                IIf(.AllowFormattingRows, 1, 0) & " " & IIf(.AllowSorting, 1, 0) & " " & IIf(.AllowFiltering, 1, 0)
        End With
    End If
    IzinSekarang = hasil
End Function

' Kunci tanpa kata sandi; izin seperti di atas.
Public Sub KunciLembar(lembar As Object, izin As Variant)
    Dim i As Long
    On Error Resume Next
    lembar.Protect DrawingObjects:=True, Contents:=True, Scenarios:=True, AllowFormattingCells:=(izin(0) = "1"), _
        AllowFormattingColumns:=(izin(1) = "1"), AllowFormattingRows:=(izin(2) = "1"), _
        AllowSorting:=(izin(3) = "1"), AllowFiltering:=(izin(4) = "1")
    If Not lembar.ProtectContents Then lembar.Protect
    For i = 1 To banyakDibuka
        If dibuka(i) = lembar.Name Then dibuka(i) = ""
    Next i
End Sub

' Lembar yang masih terbuka sesudah pekerjaan selesai atau gagal dikunci lagi seperti semula.
Public Sub KunciKembali()
    Dim i As Long
    On Error Resume Next
    For i = 1 To banyakDibuka
        If dibuka(i) <> "" Then KunciLembar ThisWorkbook.Worksheets(dibuka(i)), Split(izinDibuka(i), " ")
    Next i
    banyakDibuka = 0
End Sub

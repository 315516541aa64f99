@echo off
rem Mencari Python 64 bit 3.11, 3.12 atau 3.13, lalu menyerahkan pekerjaannya kepada pasang.py.
setlocal
set "LKJIP_PYTHON="
for %%V in (3.13 3.12 3.11) do if not defined LKJIP_PYTHON py -%%V "%~dp0pasang.py" --cocok >nul 2>&1 && set "LKJIP_PYTHON=py -%%V"
if not defined LKJIP_PYTHON python "%~dp0pasang.py" --cocok >nul 2>&1 && set "LKJIP_PYTHON=python"
if defined LKJIP_PYTHON goto pasang
echo Python 64 bit 3.11, 3.12 atau 3.13 dari python.org belum ada di komputer ini.
echo Pasang dari python.org tanpa hak administrator: jangan centang "Use admin privileges" dan pilih "Install Now".
echo Yang dari Microsoft Store tidak dapat dipakai. Sesudah itu klik pasang.bat ini lagi.
pause
exit /b 1
:pasang
%LKJIP_PYTHON% "%~dp0pasang.py" %*
set "LKJIP_HASIL=%ERRORLEVEL%"
pause
exit /b %LKJIP_HASIL%

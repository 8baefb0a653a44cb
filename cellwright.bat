@echo off
rem Starts Cellwright: finds a JDK, builds the program if its sources are newer than it, hands over.
rem
rem   CELLWRIGHT_JAVA_HOME   the JDK to use, and no other
rem   CELLWRIGHT_JAVA_OPTS   more options for the Java virtual machine
rem
rem Exit code 2: something has to be installed first; the message says what.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "target=%home%\src\target"
set "jar=%target%\cellwright.jar"
set "oldest=21"
set "found="

if defined CELLWRIGHT_JAVA_HOME (
    call :consider "%CELLWRIGHT_JAVA_HOME%"
    if not defined found goto wrong_jdk
    goto have_jdk
)
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if defined found goto have_jdk
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :consider "%%~dp$PATH:j.."
if defined found goto have_jdk
for %%r in ("%ProgramFiles%" "%LocalAppData%\Programs") do (
    for %%v in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto" BellSoft Semeru OpenJDK) do (
        for /d %%d in ("%%~r\%%~v\*") do call :consider "%%~d"
    )
)
for /d %%d in ("%UserProfile%\.jdks\*") do call :consider "%%~d"
for /d %%d in ("%UserProfile%\scoop\apps\*jdk*") do call :consider "%%~d\current"
if not defined found goto no_jdk

:have_jdk
call :is_built
if errorlevel 1 (
    call :build
    if errorlevel 1 goto build_failed
)
"%found%\bin\java.exe" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xmx512m ^
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
    "-Dcellwright.home=%home%" %CELLWRIGHT_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%

rem Takes the JDK in folder %1 if it is recent enough and none was taken before; reads its release file, starts nothing.
:consider
if defined found exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version="
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b /c:"JAVA_VERSION=" "%~1\release"`) do set "version=%%~v"
if not defined version exit /b 0
if "%version:~0,2%"=="1." set "version=%version:~2%"
for /f "tokens=1 delims=.+-_" %%m in ("%version%") do set "major=%%m"
if %major% geq %oldest% (
    set "found=%~f1"
) else (
    echo cellwright: %~f1 is Java %major%, which is too old 1>&2
)
exit /b 0

rem Error level 0 if the program is there and no source is newer.
:is_built
if not exist "%jar%" exit /b 1
if not exist "%target%\lib" exit /b 1
if not exist "%home%\pom.xml" exit /b 0
where powershell >nul 2>nul || exit /b 0
set "CELLWRIGHT_HOME_=%home%"
powershell -NoProfile -NonInteractive -Command "$h = $env:CELLWRIGHT_HOME_; $j = (Get-Item -LiteralPath $h\src\target\cellwright.jar).LastWriteTimeUtc; $s = $h + '\src\target\launcher.stamp'; if (Test-Path -LiteralPath $s) { $t = (Get-Item -LiteralPath $s).LastWriteTimeUtc; if ($t -gt $j) { $j = $t } }; $p = @($h + '\pom.xml', $h + '\src\pom.xml', $h + '\src\main', $h + '\simulator\pom.xml', $h + '\simulator\src\main', $h + '\simulator\opcua\pom.xml', $h + '\simulator\opcua\src\main') + @(Get-ChildItem -LiteralPath ($h + '\drivers') -Directory | ForEach-Object { $_.FullName + '\pom.xml'; $_.FullName + '\src\main' }) | Where-Object { Test-Path -LiteralPath $_ }; if (Get-ChildItem -LiteralPath $p -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $j } | Select-Object -First 1) { exit 1 }; exit 0"
exit /b %errorlevel%

rem Only one start builds; the others wait. The lock is an open file, gone when its owner is.
:build
where mvn >nul 2>nul || goto no_maven
if not exist "%target%" mkdir "%target%"
set "tries=0"
:wait_for_lock
set "result="
call :build_alone 9>"%target%\launcher.lock"
if defined result exit /b %result%
set /a tries+=1
if %tries% geq 300 exit /b 1
timeout /t 1 /nobreak >nul
goto wait_for_lock

:build_alone
call :is_built
if not errorlevel 1 (
    set "result=0"
    exit /b 0
)
echo cellwright: building Cellwright once, this takes about a minute ... 1>&2
set "JAVA_HOME=%found%"
call mvn -q -B -f "%home%\pom.xml" -pl src -am -Dmaven.test.skip=true -Dspotless.check.skip=true -Dforbiddenapis.skip=true package >"%target%\launcher.log" 2>&1
set "result=%errorlevel%"
if "%result%"=="0" type nul >"%target%\launcher.stamp"
exit /b 0

:build_failed
if exist "%target%\launcher.log" type "%target%\launcher.log" 1>&2
echo cellwright: the build failed; what Maven said is above and in %target%\launcher.log 1>&2
exit /b 4

:no_maven
echo cellwright: has to be built once, which needs Maven 3.8 or newer, and mvn was not found on PATH. 1>&2
echo Install it:  choco install maven   or scoop install maven   or from https://maven.apache.org 1>&2
exit 2

:wrong_jdk
echo cellwright: CELLWRIGHT_JAVA_HOME is %CELLWRIGHT_JAVA_HOME%, which is no JDK %oldest% or newer. 1>&2
exit /b 2

:no_jdk
echo cellwright: needs a JDK %oldest% or newer, and none was found. 1>&2
echo Looked at CELLWRIGHT_JAVA_HOME, JAVA_HOME, PATH, Program Files and the folders of common installers. 1>&2
echo Install one:  winget install EclipseAdoptium.Temurin.25.JDK   or the package from https://adoptium.net 1>&2
exit /b 2

#!/bin/sh
# Tries the launcher in a folder of its own with false JDKs and a false Maven; no network, nothing real is started.
set -u

launcher=$(CDPATH='' cd "$(dirname "$0")/../../.." && pwd)/cellwright
work=$(mktemp -d "${TMPDIR:-/tmp}/launcher test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# ---- false world: a project with a blank in its path, JDKs below root/, tools in bin/ --------------------------------

# A JDK in folder $1 of version $2, whose java prints what it was given; $3 may be norelease or nocompiler.
false_jdk() {
    mkdir -p "$1/bin"
    cat >"$1/bin/java" <<EOF
#!/bin/sh
case "\$*" in
    *ArchiveClassesAtExit*) exit 0 ;;
    -version) echo 'openjdk version "$2" 2026-01-01' >&2; echo asked >>"$work/asked"; exit 0 ;;
esac
echo "java $2 in \$PWD"
for argument in "\$@"; do echo "<\$argument>"; done
exit \${FALSE_EXIT:-0}
EOF
    chmod +x "$1/bin/java"
    [ "${3:-}" = nocompiler ] || cp "$1/bin/java" "$1/bin/javac"
    [ "${3:-}" = norelease ] || printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
}

# A fresh project, built, and no JDK anywhere.
fresh() {
    chmod -R u+w "$work" && rm -rf "${work:?}"/*
    project="$work/a project"
    root=$work/root
    bin=$work/bin
    mkdir -p "$project/src/main/java" "$project/src/target/lib" "$project/drivers/x/src/main" "$root" "$bin" "$work/user"
    cp "$launcher" "$project/cellwright"
    for source in pom.xml src/pom.xml src/main/java/A.java drivers/x/pom.xml; do
        touch -d '2026-01-01 00:00' "$project/$source"
    done
    find "$project/src/main" "$project/drivers" -exec touch -d '2026-01-01 00:00' {} +
    touch -d '2026-01-02 00:00' "$project/src/target/cellwright.jar"
    for tool in sh sed head find dirname readlink uname mkdir rm mv cat sleep touch; do
        ln -s "$(command -v "$tool")" "$bin/$tool"
    done
}

# A false Maven that counts its calls and makes the jar; $1 is what it does besides.
false_maven() {
    cat >"$bin/mvn" <<EOF
#!/bin/sh
echo "JAVA_HOME=\$JAVA_HOME \$*" >>"$work/maven"
echo "maven speaks"
${1:-:}
mkdir -p "$project/src/target/lib" && touch "$project/src/target/cellwright.jar"
EOF
    chmod +x "$bin/mvn"
}

# Runs the launcher as $1 with the rest as arguments; leaves out, err and code.
start() {
    command=$1
    shift
    (cd "$work/user" && env -i PATH="$bin" HOME="$work/user" CELLWRIGHT_TEST_ROOT="$root" "FALSE_EXIT=${FALSE_EXIT:-0}" \
        "JAVA_HOME=${with_java_home:-}" "CELLWRIGHT_JAVA_HOME=${with_own_home:-}" "CELLWRIGHT_JAVA_OPTS=${with_opts:-}" \
        "$command" "$@") >"$work/out" 2>"$work/err"
    code=$?
    out=$(cat "$work/out")
    err=$(cat "$work/err")
}

# ---- checks ----------------------------------------------------------------------------------------------------------

check() { # name, then a command that must succeed
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s (code %s)\n--- out\n%s\n--- err\n%s\n' "$name" "$code" "$out" "$err"
    fi
}

has() { case $1 in *"$2"*) ;; *) return 1 ;; esac; }
lacks() { ! has "$1" "$2"; }
equals() { [ "$1" = "$2" ]; }

maven_calls() {
    if [ -f "$work/maven" ]; then
        wc -l <"$work/maven" | tr -d ' '
    else
        echo 0
    fi
}

fresh
start "$project/cellwright" run
check "no JDK: exit code 2" equals "$code" 2
check "no JDK: says what is needed" has "$err" "needs a JDK 21 or newer"
check "no JDK: says how to get one" has "$err" "adoptium.net"
check "no JDK: nothing on standard output" equals "$out" ""

fresh
false_jdk "$work/old" 17.0.15
ln -s ../old/bin/java "$bin/java"
start "$project/cellwright" run
check "only an old java on PATH: exit code 2" equals "$code" 2
check "only an old java on PATH: named with its version" has "$err" "/old is Java 17"

false_jdk "$root/usr/lib/jvm/jdk-21" 21.0.9
false_jdk "$root/opt/jdk 25" 25.0.3
false_jdk "$root/usr/lib/jvm/ancient" 1.8.0_292
start "$project/cellwright" run
check "old java first on PATH: the newest installed is taken" has "$out" "java 25.0.3 "
check "no JVM is started to learn a version" [ ! -e "$work/asked" ]

with_java_home=$root/usr/lib/jvm/jdk-21
start "$project/cellwright"
check "JAVA_HOME that fits comes first" has "$out" "java 21.0.9 "
with_java_home=$work/old
start "$project/cellwright"
check "JAVA_HOME that is too old is passed over" has "$out" "java 25.0.3 "
with_java_home=

with_own_home=$root/usr/lib/jvm/jdk-21
start "$project/cellwright"
check "CELLWRIGHT_JAVA_HOME comes before all" has "$out" "java 21.0.9 "
with_own_home=$work/old
start "$project/cellwright"
check "wrong CELLWRIGHT_JAVA_HOME is refused" equals "$code" 2
check "wrong CELLWRIGHT_JAVA_HOME is named" has "$err" "CELLWRIGHT_JAVA_HOME is $work/old"
with_own_home=

fresh
false_jdk "$work/user/.sdkman/candidates/java/23-x" 23 norelease
start "$project/cellwright"
check "without release file the JVM is asked" has "$out" "java 23 "
check "without release file the JVM was asked" [ -e "$work/asked" ]

fresh
false_jdk "$root/opt/jdk" 25.0.3
# shellcheck disable=SC2016
start "$project/cellwright" run "a  b" '$HOME' '*' ''
check "arguments arrive unchanged" has "$out" "<run>
<a  b>
<\$HOME>
<*>
<>"
check "the user's folder stays the current one" has "$out" "in $work/user"
check "home is told" has "$out" "<-Dcellwright.home=$project>"
check "the jar is started" has "$out" "<$project/src/target/cellwright.jar>"
check "built and fresh: Maven is not asked" equals "$(maven_calls)" 0
check "a fresh start is silent" equals "$err" ""

with_opts="-Xmx64m -Da=b"
start "$project/cellwright"
check "CELLWRIGHT_JAVA_OPTS are given, after the launcher's own" has "$out" "<-Xmx64m>
<-Da=b>
<-jar>"
with_opts=

FALSE_EXIT=3
start "$project/cellwright"
check "the program's exit code is the launcher's" equals "$code" 3
FALSE_EXIT=0

mkdir "$work/links"
ln -s "../a project/cellwright" "$work/links/one"
ln -s "$work/links/one" "$work/user/two"
start "$work/user/two"
check "works through links, relative and absolute" has "$out" "<-Dcellwright.home=$project>"
start ../user/two
check "works by a relative path" has "$out" "<-Dcellwright.home=$project>"

start "$project/cellwright" --print-jdk
check "prints the JDK" equals "$out" "$root/opt/jdk"

rm -f "$project/src/target/cellwright.jar"
start "$project/cellwright"
check "not built and no Maven: exit code 2" equals "$code" 2
check "not built and no Maven: says how to get it" has "$err" "maven.apache.org"

false_maven
start "$project/cellwright"
check "not built: Maven builds once" equals "$(maven_calls)" 1
check "not built: one line says so" has "$err" "building Cellwright once"
check "not built: Maven's words are kept back" lacks "$out$err" "maven speaks"
check "not built: Maven is given the JDK" has "$(cat "$work/maven")" "JAVA_HOME=$root/opt/jdk "
check "not built: then the program runs" has "$out" "java 25.0.3 "
start "$project/cellwright"
check "built: not again" equals "$(maven_calls)" 1
check "the lock is gone" [ ! -e "$project/src/target/launcher.lock" ]

touch -d '2100-01-01 00:00' "$project/drivers/x/src/main"
start "$project/cellwright"
check "a newer source: built again" equals "$(maven_calls)" 2
touch -d '2026-01-01 00:00' "$project/drivers/x/src/main"

false_maven "exit 1"
rm -f "$project/src/target/cellwright.jar"
start "$project/cellwright"
check "a failed build: exit code 4" equals "$code" 4
check "a failed build: Maven's words are shown" has "$err" "maven speaks"
check "a failed build leaves no lock" [ ! -e "$project/src/target/launcher.lock" ]

rm -f "$work/maven"
false_maven
mkdir "$project/src/target/launcher.lock"
(exit 0) &
dead=$!
wait "$dead"
echo "$dead" >"$project/src/target/launcher.lock/pid"
start "$project/cellwright"
check "a dead builder's lock is taken over" equals "$(maven_calls)" 1

rm -f "$work/maven" "$project/src/target/cellwright.jar"
false_maven "sleep 1"
start "$project/cellwright" &
first=$!
start "$project/cellwright"
wait "$first"
check "two starts at once build once" equals "$(maven_calls)" 1

fresh
false_jdk "$root/opt/jre" 25.0.3 nocompiler
start "$project/cellwright"
check "a runtime without compiler runs what is built" has "$out" "java 25.0.3 "
rm -f "$project/src/target/cellwright.jar"
start "$project/cellwright"
check "a runtime without compiler does not build" equals "$code" 2
check "a runtime without compiler is called so" has "$err" "without the compiler"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]

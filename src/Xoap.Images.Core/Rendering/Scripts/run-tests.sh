#!/bin/sh
# Runs files of tests one after the other, each with a time limit, and writes what they say line by line, as it happens.
# Usage: run-tests.sh FOLDER LAST [NUMBER FRAMEWORK SECONDS RESULTS FILE]...
# FOLDER holds the tests (files), what sets their variables (env-NUMBER.sh), Bats (bats) and Pester (pester), each only if there is some.
# LAST is yes for the last call.
# XOAP_TESTS_REFUSED says why nothing can run as whom these files want to; then each of them has failed.
# Exit codes: 0 when all files ran, whatever their tests say; 1 when the results cannot be written.
# Source: Xoap.Images, src/Xoap.Images.Core/Rendering/Scripts/run-tests.sh
set -eu
folder=$1
last=$2
shift 2
number=000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# Writes one line of the results.
say() {
    printf 'xoap-test %s %s %s\n' "$number" "$1" "$2" >> "$folder/results.txt"
    printf 'xoap-test %s %s %s\n' "$number" "$1" "$2"
}

# Writes each line of its input. Pester's runner has written its lines itself.
lines() {
    while IFS= read -r line || [ -n "$line" ]; do
        case $1 in
            plain) printf '%s\n' "$line" ;;
            *) say "$1" "$line" ;;
        esac
        case $1:$line in
            *'# TODO'* | *'# todo'* | *'# SKIP'* | *'# skip'*) ;;
            out:'not ok'*) failed "$name: ${line#not ok }" ;;
        esac
    done
}

failed() {
    printf '%s\n' "$1" >> "$folder/failed.txt"
}

# Runs a command with the file's time limit. Its output goes to the lines; what it leaves running may keep the output open.
run() {
    code=0
    rm -f "$work/done" "$work/output"
    mkfifo "$work/output"
    { lines "$kind" < "$work/output"; : > "$work/done"; } &
    reader=$!
    started=$(date +%s)
    (
        [ ! -e "$folder/env-$number.sh" ] || . "$folder/env-$number.sh"
        exec timeout -k 10 "$seconds" "$@"
    ) < /dev/null > "$work/output" 2> "$work/errors" || code=$?
    waits=0
    until [ -e "$work/done" ] || [ "$waits" -ge 50 ]; do
        sleep 0.1
        waits=$((waits + 1))
    done
    kill "$reader" 2> /dev/null || true
    wait "$reader" || true
}

# Says how the command ended.
end() {
    if [ "$code" -ge 124 ] && [ $(($(date +%s) - started)) -ge "$seconds" ]; then
        say fail "The tests were ended after their time limit of $seconds seconds."
        failed "$name: it was ended after its time limit of $seconds seconds"
    elif [ "$code" -ne 0 ] && [ "$(wc -c < "$folder/failed.txt")" -eq "$known" ]; then
        failed "$name: it ended with exit code $code"
    fi
    say exit "$code"
}

# The file cannot be run.
cannot() {
    say fail "$1"
    failed "$name: $1"
}

# This option, if the Bats at hand is new enough for it.
bats_knows() {
    ! bash "$bats" --help | grep -q -e "$1" || echo "$1"
}

run_bats() {
    bats=$folder/bats/bin/bats
    [ -e "$bats" ] || bats=$(command -v bats) || bats=
    if [ -z "$bats" ]; then
        cannot 'There is no Bats: install it where the image is built (Debian: apt-get install bats), set BatsPath, or install it in the image.'
    elif ! command -v bash > /dev/null; then
        cannot 'Bats needs bash, which the image does not have.'
    else
        say begin "$(bash "$bats" --version)"
        kind=out
        # shellcheck disable=SC2046 # an option or nothing
        run bash "$bats" --tap --timing $(bats_knows --print-output-on-failure) "$file"
        kind=err
        lines err < "$work/errors"
        end
    fi
}

run_pester() {
    if ! command -v pwsh > /dev/null; then
        cannot 'Pester needs PowerShell 7 (pwsh), which the image does not have.'
        return
    fi
    kind=plain
    run pwsh -NoLogo -NoProfile -NonInteractive -File "$folder/RunPester.ps1" \
        -Number "$number" -File "$file" -Results "$folder/results.txt" -Failed "$folder/failed.txt" -Pester "$folder/pester"
    lines err < "$work/errors"
    end
}

# Finds out by its first line who runs the file: not every machine that a test comes from knows files that may be run. As the
# system does it, what follows the program is one word. A file without such a line is one for the shell, unless it may be run.
find_interpreter() {
    first='' interpreter='' argument=''
    IFS= read -r first < "$file" || true
    case $first in
        '#!'*)
            read -r interpreter argument << END
$(printf '%s' "${first#??}" | tr -d '\r')
END
            ;;
    esac
    if [ -z "$interpreter" ] && ! [ -x "$file" ]; then
        interpreter=/bin/sh
    elif [ -n "$interpreter" ] && ! command -v "$interpreter" > /dev/null; then
        cannot "Its first line names $interpreter, which the image does not have."
        return 1
    fi
}

run_command() {
    say begin "$(basename "$file")"
    run env XOAP_TEST_RESULTS="$work/results.xml" ${interpreter:+"$interpreter"} ${argument:+"$argument"} "$file"
    lines err < "$work/errors"
}

run_tap() {
    find_interpreter || return 0
    kind=out
    run_command
    end
}

run_junit() {
    find_interpreter || return 0
    kind=err
    run_command
    results=${results:-$work/results.xml}
    if [ -s "$results" ]; then
        lines out < "$results"
        ! grep -qE '<(failure|error)[ />]' "$results" || failed "$name: see its report"
    else
        cannot "It wrote no results to $results."
    fi
    end
}

while [ $# -gt 0 ]; do
    number=$1 framework=$2 seconds=$3 results=$4 name=$5
    shift 5
    file=$folder/files/$name
    if [ -n "${XOAP_TESTS_REFUSED:-}" ]; then
        say refused "$(printf '%s' "$XOAP_TESTS_REFUSED" | tr '\n' ' ')"
        failed "$name: $XOAP_TESTS_REFUSED"
        continue
    fi
    known=$(wc -c < "$folder/failed.txt")
    cd "$(dirname "$file")"
    case $framework in
        Bats) run_bats ;;
        Pester) run_pester ;;
        JUnit) run_junit ;;
        Tap) run_tap ;;
    esac
done

if [ "$last" = yes ]; then
    echo 'xoap-test 000 end' | tee -a "$folder/results.txt"
fi

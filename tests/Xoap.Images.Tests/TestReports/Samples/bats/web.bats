#!/usr/bin/env bats
# bats file_tags=web, smoke

check() {
  [ "$1" -eq 2 ]
}

@test "passes" {
  true
}

@test "fails on a comparison" {
  echo "some output"
  echo "and # hash"
  [ 1 -eq 2 ]
}

# bats test_tags=slow,net:http
@test 'single "quoted" name' {
  check 1
}

@test "is skipped" {
  skip "no network here"
}

@test "is skipped without reason" {
  skip
}

@test "has a # hash, a \"quote\" and a \\ backslash" {
  run sh -c 'echo out; exit 3'
  [ "$status" -eq 0 ]
}

  @test   unquoted_name   {
  false
}

@test "one line" { true; }

@test "in 12ms" {
  sleep 0.02
}

@test "command not found" {
  nosuchcommand
}

@test "ends in 7ms" {
  echo "ok 99 looks like TAP"; echo "not ok"; printf 'esc \033[31mred\n'; echo "    indented"
  return 4
}
@test "todo-like # TODO later" {
  false
}

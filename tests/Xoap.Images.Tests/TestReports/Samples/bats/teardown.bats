teardown_file() { echo td; false; }
@test "one" { true; }

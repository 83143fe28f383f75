setup() { echo in setup; [ -f /nope ]; }
teardown() { [ -f /nope2 ]; }
@test "one" { true; }
@test "two" { false; }

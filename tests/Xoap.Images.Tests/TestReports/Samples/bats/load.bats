load helper
@test "through helper" { assert_two 1; }
@test "killed" { kill -9 $$; }
@test "after" { true; }

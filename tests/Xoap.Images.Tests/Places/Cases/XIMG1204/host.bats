@test "a" {
    true
}

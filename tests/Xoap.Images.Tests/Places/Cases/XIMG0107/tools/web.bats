@test "there is a host name" {
    [ -n "$(hostname)" ]
}

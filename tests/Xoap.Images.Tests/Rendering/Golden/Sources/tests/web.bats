load helper

@test "the page is there" {
    page_is_there
}

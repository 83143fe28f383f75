using Xoap.Images.History;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.History;

public class GitHeadTests
{
    private static readonly string Commit = new('c', 40);

    [Fact]
    public void A_branch_a_detached_head_and_a_packed_branch_are_read()
    {
        using var folder = new TempFolder();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        Assert.Null(GitHead.Read(folder.Path));
        folder.Write(".git/packed-refs", $"# pack-refs\n{new string('d', 40)} refs/heads/other\n{Commit} refs/heads/main\n");
        Assert.Equal(Commit, GitHead.Read(folder.Path));
        folder.Write(".git/refs/heads/main", new string('e', 40) + "\n");
        Directory.CreateDirectory(folder["a/b"]);
        Assert.Equal(new string('e', 40), GitHead.Read(folder["a/b"]));
        folder.Write(".git/HEAD", Commit + "\n");
        Assert.Equal(Commit, GitHead.Read(folder["a/b"]));
    }

    [Fact]
    public void A_worktree_is_read()
    {
        using var folder = new TempFolder();
        folder.Write("tree/.git", "gitdir: ../main/.git/worktrees/tree\n");
        folder.Write("main/.git/worktrees/tree/HEAD", "ref: refs/heads/topic\n");
        folder.Write("main/.git/worktrees/tree/commondir", "../..\n");
        folder.Write("main/.git/refs/heads/topic", Commit);
        Assert.Equal(Commit, GitHead.Read(folder["tree"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("ref: refs/heads/../../../nowhere")]
    public void Garbage_is_no_commit(string head)
    {
        using var folder = new TempFolder();
        folder.Write(".git/HEAD", head);
        Assert.Null(GitHead.Read(folder.Path));
    }
}

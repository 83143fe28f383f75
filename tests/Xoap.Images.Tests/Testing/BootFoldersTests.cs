using Xoap.Images.Testing;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Testing;

public class BootFoldersTests
{
    [Fact]
    public void Two_runs_do_not_share_a_folder_and_the_second_one_leaves_none()
    {
        using var folder = new TempFolder();
        using var first = new BootFolders(folder.Path);
        Assert.Equal(folder[Path.Combine("qemu", "all")], first.Take("qemu", "all"));
        using (var second = new BootFolders(folder.Path))
        {
            var own = second.Take("qemu", "all");
            Assert.Equal(folder[Path.Combine("qemu", $"all-{Environment.ProcessId}")], own);
            Directory.CreateDirectory(Path.Combine(own, "steps"));
        }

        Assert.Equal(["all.lock"], Directory.GetFileSystemEntries(folder["qemu"]).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_killed_run_left_is_removed_by_the_next_one()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { $"all-{int.MaxValue}", $"all-{Environment.ProcessId}", "all-mine", "001" })
        {
            folder.Write($"qemu/{name}/web.pkr.hcl", "");
        }

        using (var folders = new BootFolders(folder.Path))
        {
            folders.Take("qemu", "all");
        }

        Assert.Equal(["001", $"all-{Environment.ProcessId}", "all-mine"], Directory.GetFileSystemEntries(folder["qemu"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}

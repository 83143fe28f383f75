using Xoap.Images.Files;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Files;

public sealed class FolderWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_holds_exactly_what_was_asked_for()
    {
        var source = _folder.Write("in/a.txt", "a");
        _folder.Write("out/old.sh", "gone");

        FolderWriter.Write(_folder["out"], [("steps/1.sh", "text\n", null), ("files/a.txt", null, source)]);

        Assert.Equal(
            ["files/a.txt", "steps/1.sh"],
            Directory.GetFiles(_folder["out"], "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_folder["out"], path).Replace('\\', '/')).Order());
        Assert.Equal("text\n", File.ReadAllText(_folder["out/steps/1.sh"]));
    }

    [Fact]
    public void What_is_already_right_keeps_its_time_stamp()
    {
        FolderWriter.Write(_folder["out"], [("a", "same", null), ("b", "old", null)]);
        var past = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_folder["out/a"], past);
        File.SetLastWriteTimeUtc(_folder["out/b"], past);

        FolderWriter.Write(_folder["out"], [("a", "same", null), ("b", "new", null)]);

        Assert.Equal(past, File.GetLastWriteTimeUtc(_folder["out/a"]));
        Assert.NotEqual(past, File.GetLastWriteTimeUtc(_folder["out/b"]));
    }

    [Fact]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public void A_copy_can_be_run_when_its_source_can()
    {
        var source = _folder.Write("in/tool", "x");
        foreach (var mode in new[] { UnixFileMode.UserRead | UnixFileMode.UserExecute, UnixFileMode.UserRead | UnixFileMode.UserWrite })
        {
            File.SetUnixFileMode(source, mode);
            FolderWriter.Write(_folder["out"], [("tool", null, source)]);
            Assert.Equal(mode, File.GetUnixFileMode(_folder["out/tool"]));
        }
    }

    [Fact]
    public void Nothing_is_written_outside_the_folder() =>
        Assert.Throws<InvalidOperationException>(() => FolderWriter.Write(_folder["out"], [("../escaped", "x", null)]));

    [Fact]
    public void A_failed_write_leaves_the_old_content_and_no_temporary_file()
    {
        _folder.Write("out/a", "old");
        Directory.CreateDirectory(_folder["out/b"]);

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_folder["out/b"], "a folder is in the way"));

        Assert.Equal("old", File.ReadAllText(_folder["out/a"]));
        Assert.Equal([_folder["out/a"]], Directory.GetFiles(_folder["out"]));
    }
}

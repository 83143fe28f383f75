using System.IO.Compression;
using Xoap.Images.Files;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Files;

public sealed class ArchiveFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x.zip")]
    [InlineData("x.tar.gz")]
    public void The_bytes_depend_only_on_what_is_inside(string name)
    {
        var (one, two) = (_folder.Write("one", "1"), _folder.Write("two", "2"));
        Write("first/" + name);
        File.SetLastWriteTimeUtc(one, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Write("second/" + name);
        Assert.Equal(File.ReadAllBytes(_folder["first/" + name]), File.ReadAllBytes(_folder["second/" + name]));

        var past = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_folder["first/" + name], past);
        Write("first/" + name);
        Assert.Equal(past, File.GetLastWriteTimeUtc(_folder["first/" + name]));
        File.WriteAllText(two, "3");
        Write("first/" + name);
        Assert.NotEqual(past, File.GetLastWriteTimeUtc(_folder["first/" + name]));
        Assert.Equal([name], Directory.GetFiles(_folder["first"]).Select(Path.GetFileName));

        void Write(string path) => FolderWriter.Write(
            Path.GetDirectoryName(_folder[path])!, [], [(name, [("a/one", one), ("b ü {{x}}", two)])]);
    }

    [Fact]
    public void A_zip_holds_each_file_under_its_name()
    {
        var source = _folder.Write("source", "Grüße");
        FolderWriter.Write(_folder["out"], [("text", "t", null)], [("files/x.zip", [("ü/a b.txt", source)])]);
        using var zip = ZipFile.OpenRead(_folder["out/files/x.zip"]);
        var entry = Assert.Single(zip.Entries);
        Assert.Equal("ü/a b.txt", entry.FullName);
        using var reader = new StreamReader(entry.Open());
        Assert.Equal("Grüße", reader.ReadToEnd());
        Assert.Equal("t", File.ReadAllText(_folder["out/text"]));
    }
}

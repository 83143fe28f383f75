using System.IO.Compression;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Files;

public sealed class SourceReaderTests : IDisposable
{
    private static readonly Origin Setting = new("Provisioner", "copy", Metadata: "Source");

    private readonly TempFolder _folder = new();
    private readonly DiagnosticBag _diagnostics = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_hashed()
    {
        var path = _folder.Write("a.sh", "hello");

        var file = Assert.Single(Read(path, FileUse.File)!.Files);
        Assert.Equal("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", file.Sha256);
        Assert.Equal(("a.sh", 5), (file.RelativePath, file.Length));
    }

    [Fact]
    public void A_folder_is_all_files_below_it_in_a_stable_order_hidden_ones_too()
    {
        _folder.Write("site/b.html", "b");
        _folder.Write("site/a/z.css", "z");
        _folder.Write("site/.hidden", "h");

        var found = Read(_folder["site"], FileUse.Files)!;
        Assert.True(found.IsFolder);
        Assert.Equal([".hidden", "a/z.css", "b.html"], found.Files.Select(file => file.RelativePath));
    }

    [Fact]
    public void A_folder_that_a_command_runs_in_has_to_be_there()
    {
        _folder.Write("tools/a.txt", "a");
        Assert.Null(Read(_folder["tools"], FileUse.Folder));
        Assert.Empty(_diagnostics);

        Assert.Null(Read(_folder["tool"], FileUse.Folder));
        var problem = Assert.Single(_diagnostics);
        Assert.Equal("XIMG0106", problem.Code);
        Assert.Equal(
            $"There is no folder '{_folder["tool"]}'. Did you mean 'tools'? Relative paths start at the project's folder; "
            + "a folder that a command makes itself is entered with cd in the command.",
            problem.Message);
    }

    [Fact]
    public void A_local_command_asks_for_its_folder()
    {
        var definition = Infra.Read.Valid(
            An.DebianImage().Provisioner("x", "LocalCommand", "Command=ls", "WorkingDirectory=tools", "Groups=basics"));
        var request = Assert.Single(Planner.Sources(definition), request => request.Use == FileUse.Folder);
        Assert.Equal(
            ($"{An.ProjectDirectory}/tools", "Provisioner.x.WorkingDirectory"), (request.Path, Infra.Read.Place(request.Origin)));
    }

    [Fact]
    public void A_package_that_is_a_zip_is_opened_only_where_it_is_asked_for()
    {
        _folder.Write("chrome/Files/setup.exe", "1");
        ZipFile.CreateFromDirectory(_folder["chrome"], _folder["chrome.zip"]);

        Assert.True(Read(_folder["chrome.zip"], FileUse.Files)!.Entries.IsDefault);
        var found = Read(_folder["chrome.zip"], FileUse.Package)!;
        Assert.Equal(["Files/setup.exe"], found.Entries.ToArray());
        Assert.Equal("chrome.zip", Assert.Single(found.Files).RelativePath);
        Assert.True(Read(_folder["chrome"], FileUse.Package)!.IsFolder);
    }

    [Fact]
    public void A_package_of_two_uses_has_its_list_of_files()
    {
        _folder.Write("chrome/setup.exe", "1");
        var path = _folder["chrome.zip"];
        ZipFile.CreateFromDirectory(_folder["chrome"], path);
        var contents = SourceReader.Read(
            [new SourceRequest(path, FileUse.Files, Origin.Project), new SourceRequest(path, FileUse.Package, Origin.Project)],
            new HashCache(_folder["hashes.txt"]),
            _diagnostics);
        Assert.Equal(["setup.exe"], contents.Find(path)!.Entries.ToArray());
    }

    [Theory]
    [InlineData("*.sh", "one.sh")]
    [InlineData("**", "deep/er/two.sh,deep/three.txt,one.sh")]
    [InlineData("**/*.sh", "deep/er/two.sh,one.sh")]
    [InlineData("deep/*", "three.txt")]
    [InlineData("deep/**/*.sh", "er/two.sh")]
    public void A_glob_is_the_files_that_match(string pattern, string expected)
    {
        _folder.Write("one.sh", "1");
        _folder.Write("deep/er/two.sh", "2");
        _folder.Write("deep/three.txt", "3");

        Assert.Equal(expected.Split(','), Read(_folder[pattern], FileUse.Files)!.Files.Select(file => file.RelativePath));
    }

    [Fact]
    public void A_missing_file_is_an_error_that_names_its_neighbour()
    {
        _folder.Write("scripts/setup.sh", "");

        Assert.Null(Read(_folder["scripts/stup.sh"], FileUse.File));
        var problem = Assert.Single(_diagnostics);
        Assert.Equal("XIMG0101", problem.Code);
        Assert.Contains("Did you mean 'setup.sh'?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_glob_without_a_match_is_an_error()
    {
        Assert.Null(Read(_folder["none/**"], FileUse.Files));
        Assert.Equal("XIMG0102", Assert.Single(_diagnostics).Code);
    }

    [Fact]
    public void A_folder_where_a_file_belongs_is_an_error()
    {
        Assert.Null(Read(_folder.Path, FileUse.File));
        Assert.Equal("XIMG0104", Assert.Single(_diagnostics).Code);
    }

    [Fact]
    public void A_folder_where_a_file_belongs_is_an_error_although_another_setting_copies_the_folder()
    {
        _folder.Write("scripts/a.sh", "");
        SourceReader.Read(
            [
                new SourceRequest(_folder["scripts"], FileUse.Files, Origin.Project),
                new SourceRequest(_folder["scripts"], FileUse.File, Origin.Project),
            ],
            new HashCache(_folder["hashes.txt"]),
            _diagnostics);
        Assert.Equal("XIMG0104", Assert.Single(_diagnostics).Code);
    }

    [Fact]
    public void A_link_that_leads_back_is_an_error_not_an_endless_walk()
    {
        _folder.Write("site/index.html", "");
        Directory.CreateSymbolicLink(_folder["site/loop"], _folder["site"]);

        Assert.Null(Read(_folder["site"], FileUse.Files));
        var problem = Assert.Single(_diagnostics);
        Assert.Equal(("XIMG0103", Setting), (problem.Code, problem.Origin));
    }

    [Fact]
    public void A_large_file_is_hashed_once_and_again_when_its_bytes_change()
    {
        var path = _folder["disk.img"];
        var cache = _folder["hashes.txt"];
        using (var stream = File.Create(path))
        {
            stream.SetLength(17 << 20);
        }

        var written = DateTime.UtcNow.AddHours(-1);
        File.SetLastWriteTimeUtc(path, written);
        var first = HashOf();
        Assert.Contains(first, File.ReadAllText(cache), StringComparison.Ordinal);

        // The kept hash is used: a wrong one that stands there comes back.
        var wrong = new string('f', 64);
        File.WriteAllText(cache, File.ReadAllText(cache).Replace(first, wrong, StringComparison.Ordinal));
        Assert.Equal(wrong, HashOf());

        // One byte changed in place, old time stamp restored.
        using (var stream = File.OpenWrite(path))
        {
            stream.WriteByte(1);
        }

        File.SetLastWriteTimeUtc(path, written);
        Assert.NotEqual(wrong, HashOf());

        string HashOf()
        {
            var hashes = new HashCache(cache);
            var hash = hashes.HashOf(path).Sha256;
            hashes.Save();
            return hash;
        }
    }

    [Fact]
    public void Garbage_in_the_kept_hashes_is_ignored()
    {
        var path = _folder["disk.img"];
        using (var stream = File.Create(path))
        {
            stream.SetLength(17 << 20);
        }

        _folder.Write("hashes.txt", "\0\0 garbage\n1 2 3\n\n");
        Assert.Equal(64, new HashCache(_folder["hashes.txt"]).HashOf(path).Sha256.Length);
    }

    private SourceFiles? Read(string path, FileUse use) =>
        SourceReader.Read([new SourceRequest(path, use, Setting)], new HashCache(_folder["hashes.txt"]), _diagnostics).Find(path);
}

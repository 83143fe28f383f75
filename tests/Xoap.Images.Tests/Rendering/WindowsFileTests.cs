using Xoap.Images.Diagnostics;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

public sealed class WindowsFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_a_slash_is_a_warning()
    {
        var source = _folder.Write("setup.exe", "x");
        Read.IsProblem(
            Problems(source, "C:\\Tools"),
            "XIMG3041",
            "Provisioner.x.Destination",
            "'setup.exe' becomes a file with the name 'Tools'. If 'Tools' is a folder, write a slash at the end of Destination.");
        Assert.Empty(Problems(source, "C:\\Tools\\"));
        Assert.Empty(Problems(source, "C:\\Tools\\new.exe"));
        Assert.Empty(Problems(_folder.Write("hosts", "x"), "C:\\Windows\\System32\\drivers\\etc\\hosts"));
    }

    [Fact]
    public void A_folder_below_itself_is_a_warning()
    {
        _folder.Write("site/x", "x");
        Read.IsProblem(
            Problems(_folder["site"], "C:\\inetpub\\Site"),
            "XIMG3042",
            "Provisioner.x.Source",
            "The folder 'site' goes below 'C:\\inetpub\\Site', so that its files are in 'site/site'. To copy only what is in it, write Source with a slash at the end.");
        Assert.Empty(Problems(_folder["site"], "C:\\inetpub"));
        Assert.Empty(Problems(_folder["site"] + "/", "C:\\inetpub\\site"));
    }

    [Fact]
    public void A_name_that_Windows_refuses_is_a_diagnostic()
    {
        _folder.Write("site/a:b", "x");
        Read.IsProblem(
            Problems(_folder["site"], "C:\\inetpub"),
            "XIMG3043",
            "Provisioner.x.Source",
            "Windows cannot have a file with the name 'a:b'. Expected none of < > : \" | ? *, no dot or space at the end, and no name of a device such as CON.");
    }

    [Fact]
    public void Only_what_needs_it_becomes_an_archive()
    {
        _folder.Write("site/x.txt", "x");
        _folder.Write("a b/x.txt", "x");
        Assert.False(HasArchive(_folder["site"], "C:\\site2\\"));
        Assert.False(HasArchive(_folder["site/*.txt"], "C:\\site2\\"));
        Assert.False(HasArchive(_folder["a b/"], "C:\\site2\\"));
        Assert.True(HasArchive(_folder["a b"], "C:\\site2\\"));
        Assert.True(HasArchive(_folder["site"], "C:\\site 2\\"));

        bool HasArchive(string source, string destination) => WindowsImage
            .Render(
                WindowsImage.Project(("x", "File", ["Source=" + source, "Destination=" + destination])), RenderedFolder.Legacy, [])
            .Files.Any(file => !file.Archived.IsEmpty);
    }

    [Fact]
    public void A_drive_is_a_folder()
    {
        _folder.Write("site/x", "x");
        var image = WindowsImage.Render(
            WindowsImage.Project(
                ("x", "File", [$"Source={_folder["site"]}/", "Destination=C:\\"]),
                ("y", "File", [$"Source={_folder["site/x"]}", "Destination=D:\\", "Archive=true"])),
            RenderedFolder.Legacy,
            []);
        Assert.Contains("    destination = \"C:/\"\n", image.Files[0].Text, StringComparison.Ordinal);
        var folders = image.Files.First(file => file.Path.EndsWith(".ps1", StringComparison.Ordinal));
        Assert.Contains("CreateDirectory('C:/')", folders.Text, StringComparison.Ordinal);
        Assert.Contains("-Folder 'D:/'", image.Files[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_download_is_no_archive() => Read.HasProblem(
        An.DebianImage().Provisioner("x", "File", "Source=/x", "Destination=x", "Direction=download", "Archive=true", "Timeout=1m"),
        "XIMG1005",
        "Provisioner.x.Archive",
        "'Archive' is set by provisioner type File itself: only an upload can travel as an archive.");

    private static Diagnostic[] Problems(string source, string destination)
    {
        var diagnostics = new DiagnosticBag();
        WindowsImage.Render(
            WindowsImage.Project(("x", "File", ["Source=" + source, "Destination=" + destination])), RenderedFolder.Legacy, diagnostics);
        return [.. diagnostics];
    }
}

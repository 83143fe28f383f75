using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Planning;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>
/// Files that travel as one archive and are expanded in the guest: WinRM takes a second or more for each file, and names and
/// folders may hold any character.
/// </summary>
internal static class ArchivedUpload
{
    public static void Write(StepBlocks blocks, SourceFiles source, string destination)
    {
        var (folder, files) = Contents(source, destination);
        var posix = blocks.Draft.PosixGuest;
        var name = blocks.Step.FileName + (posix ? ".tar.gz" : ".zip");
        var archive = blocks.Draft.Add(RenderedFile.Archive(StagedFile.FolderOf(blocks.Step) + name, files));
        var arrived = (posix ? "/tmp/" : WindowsPath.Temporary) + name;
        FileTransfer.Transfer(blocks, archive, arrived);
        if (posix)
        {
            blocks.Shell("-expand", Expand(arrived, folder));
        }
        else
        {
            blocks.PowerShell("-expand", WindowsScript.Shipped(
                blocks.Step.Provisioner,
                "ExpandArchive.ps1",
                $"-Archive {PowerShellText.Quote(arrived)} -Folder {PowerShellText.Quote(WindowsPath.Folder(folder))}"));
        }
    }

    /// <summary>Where an archive is expanded, and what it holds: the same places as <see cref="Upload.Of"/> has.</summary>
    private static (string Folder, ImmutableArray<ArchivedFile> Files) Contents(SourceFiles source, string destination)
    {
        if (source is { IsFolder: false, Files: [var single] } && single.Path == source.Path)
        {
            var (folder, name) = Upload.Split(destination, Path.GetFileName(single.Path));
            return (folder, [new ArchivedFile(name, single.Path)]);
        }

        var prefix = source.IsFolder && !source.Path.EndsWith('/') ? Path.GetFileName(source.Path) + "/" : "";
        return (
            Upload.TrimSlash(destination),
            [.. source.Files.Select(file => new ArchivedFile(prefix + file.RelativePath, file.Path))]);
    }

    private static string Expand(string archive, string folder)
    {
        var (from, to) = (ShellText.Quote(archive), folder.Length == 0 ? "." : ShellText.Quote(folder));
        return new StringBuilder(GuestScript.Start)
            .Append("mkdir -p -- ").Append(to).Append('\n')
            .Append("tar -xzof ").Append(from).Append(" -C ").Append(to).Append('\n')
            .Append("rm -f -- ").Append(from).Append('\n')
            .ToString();
    }
}

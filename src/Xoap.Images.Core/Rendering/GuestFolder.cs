using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>
/// A folder of a Windows guest that a step fills with files of the project, whatever their names are: as one archive, and large files
/// from where they lie. The step's script removes the folder when it is done.
/// </summary>
internal sealed class GuestFolder(StepBlocks blocks)
{
    private readonly ImmutableArray<ArchivedFile>.Builder _archived = ImmutableArray.CreateBuilder<ArchivedFile>();
    private readonly List<(SourceFile File, string Name)> _large = [];

    /// <summary>In the guest, with '/'.</summary>
    private string Root => WindowsPath.Temporary + blocks.Step.FileName;

    /// <summary>The folder as the guest's scripts name it.</summary>
    public string Path => InGuest(Root);

    /// <summary>A file that a script leaves when Windows has to restart.</summary>
    public string RestartMark => Path + ".restart";

    /// <summary>Puts files below <paramref name="name"/> and gives the guest's path of what the source is: a file, or a folder.</summary>
    public string Add(SourceFiles source, string name)
    {
        foreach (var file in source.Files)
        {
            var place = name + "/" + file.RelativePath;
            if (StagedFile.StaysInPlace(file))
            {
                _large.Add((file, place));
            }
            else
            {
                _archived.Add(new ArchivedFile(place, file.Path));
            }
        }

        return InGuest(source is { IsFolder: false, Files: [var single] } && single.Path == source.Path
            ? $"{Root}/{name}/{single.RelativePath}"
            : $"{Root}/{name}");
    }

    /// <summary>Uploads everything under plain names, which is all that Packer's transfers can be trusted with, and puts it into place.</summary>
    public void Write()
    {
        var arguments = "-Folder " + PowerShellText.Quote(Path);
        blocks.MarkBy(StagedFile.FolderOf(blocks.Step));
        blocks.MarkBy(Root + "-");
        if (_archived.Count > 0)
        {
            var name = blocks.Step.FileName + ".zip";
            var archive = RenderedFile.Archive(StagedFile.FolderOf(blocks.Step) + name, _archived.ToImmutable());
            Transfer(blocks.Draft.Add(archive), Root + ".zip");
            arguments += " -Archive " + PowerShellText.Quote(InGuest(Root + ".zip"));
        }

        var arrived = new List<string>(_large.Count);
        foreach (var (file, _) in _large)
        {
            arrived.Add(string.Create(CultureInfo.InvariantCulture, $"{Root}-{arrived.Count + 1}.part"));
            Transfer(HclValue.Of(file.Path), arrived[^1]);
        }

        if (arrived.Count > 0)
        {
            arguments += $" -From {PowerShellText.Array(arrived.Select(InGuest))} -To {PowerShellText.Array(_large.Select(large => InGuest(large.Name)))}";
        }

        blocks.PowerShell("-files", WindowsScript.Shipped(blocks.Step.Provisioner, "FillFolder.ps1", arguments));
    }

    private void Transfer(HclValue source, string destination)
    {
        ImmutableArray<HclEntry> attributes = [new("source", source), new("destination", HclValue.Of(destination))];
        blocks.Write("file", attributes);
    }

    private static string InGuest(string path) => path.Replace('/', '\\');
}

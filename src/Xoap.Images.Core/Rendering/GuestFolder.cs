using System.Collections.Immutable;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>A folder of a Windows guest that a step fills with files of the project. The step's script removes it when it is done.</summary>
internal sealed class GuestFolder(StepBlocks blocks)
{
    /// <summary>WinRM's upload puts the path between PowerShell's double quotes, and Packer has its own language.</summary>
    private const string Unfit = "$`\"{";

    private readonly List<(HclValue Source, string Destination)> _large = [];
    private bool _hasCopies;

    /// <summary>In the guest, with '/'.</summary>
    private string Root => "C:/Windows/Temp/" + blocks.Step.FileName;

    /// <summary>The folder as the guest's scripts name it.</summary>
    public string Path => InGuest(Root);

    /// <summary>A file that a script leaves when Windows has to restart.</summary>
    public string RestartMark => Path + ".restart";

    /// <summary>Puts files below <paramref name="name"/> and gives the guest's path of what the source is: a file, or a folder.</summary>
    public string Add(SourceFiles source, string name)
    {
        foreach (var file in source.Files)
        {
            Add(file, name + "/" + file.RelativePath);
        }

        return InGuest(source is { IsFolder: false, Files: [var single] } && single.Path == source.Path
            ? $"{Root}/{name}/{single.RelativePath}"
            : $"{Root}/{name}");
    }

    /// <summary>Uploads everything: copies in one go, large files from where they are.</summary>
    public void Write()
    {
        var staged = StagedFile.FolderOf(blocks.Step);
        blocks.MarkBy(staged);
        blocks.MarkBy(Root + "/");
        if (blocks.Draft.Plan.Variant.Component.Find("communicator") is not { Value: Model.SettingValue.Text { Value: "winrm" } })
        {
            // Over SSH a folder has to be there; WinRM makes what is missing.
            var make = new System.Text.StringBuilder();
            WindowsScript.AppendLine(make, $"[void](New-Item -ItemType Directory -Force -Path {PowerShellText.Quote(Path)})");
            blocks.PowerShell("-folder", WindowsScript.Of(WindowsEnvironment.None, blocks.Step.Provisioner, make.ToString()));
        }

        if (_hasCopies)
        {
            Transfer(HclValue.Path(staged), Root);
        }

        foreach (var (source, destination) in _large)
        {
            Transfer(source, destination);
        }
    }

    private void Add(SourceFile file, string name)
    {
        if (StagedFile.StaysInPlace(file) && name.AsSpan().IndexOfAny(Unfit) < 0)
        {
            _large.Add((HclValue.Of(file.Path), $"{Root}/{name}"));
            return;
        }

        _hasCopies = true;
        blocks.Draft.Add(RenderedFile.Copy(StagedFile.FolderOf(blocks.Step) + name, file.Path));
    }

    private void Transfer(HclValue source, string destination)
    {
        ImmutableArray<HclEntry> attributes = [new("source", source), new("destination", HclValue.Of(destination))];
        blocks.Write("file", attributes);
    }

    private static string InGuest(string path) => path.Replace('/', '\\');
}

using System.Text;
using Xoap.Images.Planning;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Uploads into a Windows guest: file by file where every name is harmless in Packer's PowerShell, else as an archive.</summary>
internal static class WindowsUpload
{
    public static void Write(StepBlocks blocks, SourceFiles source, string destination)
    {
        destination = WindowsPath.Slashed(destination);
        WarnOfTraps(blocks, source, destination);
        CheckNames(blocks, source);
        if (FileTransfer.IsArchived(blocks)
            || !WindowsPath.IsPlain(destination)
            || !source.Files.All(file => WindowsPath.IsPlain(file.RelativePath))
            || (source.IsFolder && !WindowsPath.IsPlain(Path.GetFileName(source.Path))))
        {
            ArchivedUpload.Write(blocks, source, destination);
            return;
        }

        var uploads = Upload.Of(blocks.Draft, blocks.Step, source, destination).ToArray();
        MakeFolders(blocks, uploads);
        foreach (var upload in uploads)
        {
            FileTransfer.Transfer(
                blocks, upload.Source, upload.Name.Length == 0 ? WindowsPath.Folder(upload.Folder) : $"{upload.Folder.TrimEnd('/')}/{upload.Name}");
        }
    }

    private static void CheckNames(StepBlocks blocks, SourceFiles source)
    {
        foreach (var file in source.Files)
        {
            if (WindowsNames.Unusable(file.RelativePath) is { } name)
            {
                blocks.Draft.Diagnostics.Add(WindowsDiagnostics.NameIsNotForWindows(
                    blocks.Step.Provisioner.Find("Source")!.Origin, name));
            }
        }
    }

    private static void MakeFolders(StepBlocks blocks, Upload[] uploads)
    {
        var statements = new StringBuilder();
        foreach (var folder in uploads.Select(upload => upload.Folder).Distinct())
        {
            WindowsScript.AppendLine(statements, $"[void][IO.Directory]::CreateDirectory({PowerShellText.Quote(WindowsPath.Folder(folder))})");
        }

        blocks.PowerShell("", WindowsScript.Of(WindowsEnvironment.None, blocks.Step.Provisioner, statements.ToString()));
    }

    /// <summary>A folder's name without a slash behind it is taken for a file's; on Windows hardly any file is without an extension.</summary>
    private static void WarnOfTraps(StepBlocks blocks, SourceFiles source, string destination)
    {
        var origin = blocks.Step.Provisioner.Find("Destination")!.Origin;
        var last = WindowsPath.LastPart(destination);
        if (!source.IsFolder && last.Length > 0 && Path.GetExtension(last).Length == 0 && Path.GetExtension(source.Path).Length > 0
            && source is { Files: [var single] } && single.Path == source.Path)
        {
            blocks.Draft.Diagnostics.Add(WindowsDiagnostics.FileWithoutExtension(origin, Path.GetFileName(source.Path), last));
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Files into the guest, or out of it.</summary>
internal static class FileTransfer
{
    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        var source = provisioner.Find("Source");
        var destination = provisioner.Find("Destination");
        if (source is null || destination is null)
        {
            blocks.Draft.Diagnostics.Add(
                RenderingDiagnostics.NothingToRun(provisioner.Origin, provisioner.Name, "a Source and a Destination"));
        }
        else if (ProvisionerTypes.For(provisioner) == FileCopy.Download)
        {
            Download(blocks, source, destination);
        }
        else
        {
            Upload(blocks, SettingText.Of(source.Value), SettingText.Of(destination.Value));
        }
    }

    private static void Download(StepBlocks blocks, Setting source, Setting destination)
    {
        var (from, to) = (SettingText.Of(source.Value), SettingText.Of(destination.Value));
        foreach (var setting in new[] { source, destination })
        {
            var text = SettingText.Of(setting.Value);
            if (text.Contains("{{", StringComparison.Ordinal))
            {
                blocks.Draft.Diagnostics.Add(RenderingDiagnostics.TextHasTemplateBraces(setting.Origin, text));
            }
        }

        blocks.MarkBy($"Downloading {from} => ");
        Transfer(
            blocks,
            new HclEntry("direction", HclValue.Of("download")),
            new HclEntry("source", HclValue.Of(from)),
            new HclEntry("destination", HclValue.Of(to)));
    }

    private static void Upload(StepBlocks blocks, string from, string to)
    {
        var found = blocks.Step.Sources.FirstOrDefault(source => source.Path == from);
        if (found is null)
        {
            // Files has reported that nothing is there.
            return;
        }

        blocks.MarkBy(StagedFile.FolderOf(blocks.Step));
        WarnOfFolderInItself(blocks, found, to);
        if (!blocks.Draft.PosixGuest)
        {
            WindowsUpload.Write(blocks, found, to);
            return;
        }

        to = to.StartsWith("~/", StringComparison.Ordinal) ? to[2..] : to;
        if (IsArchived(blocks))
        {
            ArchivedUpload.Write(blocks, found, to);
            return;
        }

        var uploads = Provisioners.Upload.Of(blocks.Draft, blocks.Step, found, to).ToArray();
        if (!Array.TrueForAll(uploads, upload => ShellText.IsPlainPath(upload.Folder) && ShellText.IsPlainPath(upload.Name)))
        {
            new DetouredUpload(blocks).Write(uploads);
            return;
        }

        MakeFolders(blocks, uploads);
        foreach (var upload in uploads)
        {
            Transfer(blocks, upload.Source, upload.Folder.Length == 0 || upload.Name.Length == 0
                ? upload.Folder + upload.Name
                : $"{upload.Folder.TrimEnd('/')}/{upload.Name}");
        }
    }

    public static bool IsArchived(StepBlocks blocks) =>
        blocks.Step.Provisioner.Find("Archive") is { Value: SettingValue.Flag { Value: true } };

    private static void WarnOfFolderInItself(StepBlocks blocks, SourceFiles source, string destination)
    {
        var folder = Path.GetFileName(source.Path);
        if (source.IsFolder && folder.Length > 0
            && WindowsPath.LastPart(WindowsPath.Slashed(destination)).Equals(folder, StringComparison.OrdinalIgnoreCase))
        {
            blocks.Draft.Diagnostics.Add(WindowsDiagnostics.FolderInItself(
                blocks.Step.Provisioner.Find("Source")!.Origin, folder, destination));
        }
    }

    /// <summary>scp into a folder that is not there would write a file of that name.</summary>
    private static void MakeFolders(StepBlocks blocks, Upload[] uploads)
    {
        var folders = uploads.Select(upload => upload.Folder).Where(folder => folder.Length > 0).Distinct();
        var script = new StringBuilder(GuestScript.Start);
        foreach (var folder in folders)
        {
            script.Append("mkdir -p -- ").Append(ShellText.Quote(folder)).Append('\n');
        }

        if (script.Length > GuestScript.Start.Length)
        {
            blocks.Shell("", script.ToString());
        }
    }

    public static void Transfer(StepBlocks blocks, HclValue source, string destination) => Transfer(blocks, source, HclValue.Of(destination));

    public static void Transfer(StepBlocks blocks, HclValue source, HclValue destination) => Transfer(
        blocks, new HclEntry("source", source), new HclEntry("destination", destination));

    private static void Transfer(StepBlocks blocks, params ImmutableArray<HclEntry> attributes)
    {
        var component = blocks.Step.Provisioner.Component;
        blocks.Write(
            "file",
            [.. attributes, .. component.Settings.Select(blocks.Draft.Hcl)],
            component.Blocks);
    }
}

using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>One application of an installer: its package into the guest, its toolkit's silent installation, and a restart if it wants one.</summary>
internal static class ApplicationInstaller
{
    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        var package = provisioner.Find(ApplicationSteps.Package)!;
        var found = blocks.Step.Sources.FirstOrDefault(source => source.Path == SettingText.Of(package.Value));
        if (found is null || Toolkit(blocks, package, found) is not { } toolkit)
        {
            return;
        }

        var folder = new GuestFolder(blocks);
        var inGuest = folder.Add(found, "package");
        folder.Write();
        var arguments = provisioner.Find(ApplicationSteps.Arguments) is { } text ? SettingText.Of(text.Value) : "";
        var script = WindowsScript.Shipped(
            provisioner,
            "InstallApplication.ps1",
            $"-Folder {PowerShellText.Quote(folder.Path)} -Package {PowerShellText.Quote(inGuest)}"
            + $" -Toolkit {PowerShellText.Quote(toolkit.Replace('/', '\\'))} -Arguments {PowerShellText.Quote(arguments)}"
            + $" -RestartMark {PowerShellText.Quote(folder.RestartMark)}");
        blocks.Main(
            "powershell",
            [
                new HclEntry("script", blocks.WindowsScript("", script)),
                .. WindowsCommand.AsSystem(blocks, WindowsEnvironment.None),
            ]);
        RestartIfNeeded.Write(blocks, folder.RestartMark);
    }

    private static string? Toolkit(StepBlocks blocks, Setting package, SourceFiles found)
    {
        switch (AppDeployToolkit.Find(found))
        {
            case [var program]:
                return program;
            case []:
                blocks.Draft.Diagnostics.Add(PackageDiagnostics.NoToolkit(package.Origin, found.Path));
                return null;
            case var several:
                blocks.Draft.Diagnostics.Add(PackageDiagnostics.SeveralToolkits(package.Origin, found.Path, several));
                return null;
        }
    }
}

using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Commands in a Windows guest: a script file, never inline, where Packer's template language would change them.</summary>
internal static class PowerShellCommand
{
    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        if (provisioner.Find("Command") is not { Value: SettingValue.Text { Value.Length: > 0 } command })
        {
            blocks.Draft.Diagnostics.Add(
                RenderingDiagnostics.NothingToRun(provisioner.Origin, provisioner.Name, "a Command"));
            return;
        }

        var environment = WindowsEnvironment.Of(blocks);
        var text = WindowsScript.Command(environment, provisioner, ShellText.UnixLines(command.Value));
        blocks.Main("powershell",
        [
            new HclEntry("script", blocks.WindowsScript("", text)),
            .. WindowsCommand.Attributes(blocks, environment),
        ]);
    }
}

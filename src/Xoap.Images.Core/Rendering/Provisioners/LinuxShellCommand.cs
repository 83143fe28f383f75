using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>A command in the guest: a script file, never inline, where Packer's template language would change it.</summary>
internal static class LinuxShellCommand
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

        var environment = StepEnvironment.Of(blocks.Draft, blocks.Step);
        var text = GuestScript.Header(environment, provisioner) + ShellText.UnixLines(command.Value) + "\n";
        blocks.Main("shell",
        [
            new HclEntry("script", blocks.Script("", text)),
            .. GuestCommand.Attributes(blocks, environment, GuestCommand.User(blocks)),
        ]);
    }
}

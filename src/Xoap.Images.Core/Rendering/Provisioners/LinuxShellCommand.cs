using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>A command in the guest: a script file, never inline, where Packer's template language would change it.</summary>
internal static class LinuxShellCommand
{
    public static void Render(StepBlocks blocks)
    {
        if (StepCommand.Of(blocks) is not { } command)
        {
            return;
        }

        var environment = StepEnvironment.Of(blocks.Draft, blocks.Step);
        var text = GuestScript.Header(environment, blocks.Step.Provisioner) + command + "\n";
        blocks.Main("shell",
        [
            new HclEntry("script", blocks.Script("", text)),
            .. GuestCommand.Attributes(blocks, environment, GuestCommand.User(blocks)),
        ]);
    }
}

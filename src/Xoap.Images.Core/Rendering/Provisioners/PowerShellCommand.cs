using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Commands in a Windows guest: a script file, never inline, where Packer's template language would change them.</summary>
internal static class PowerShellCommand
{
    public static void Render(StepBlocks blocks)
    {
        if (StepCommand.Of(blocks) is not { } command)
        {
            return;
        }

        var environment = WindowsEnvironment.Of(blocks);
        var text = WindowsScript.Command(environment, blocks.Step.Provisioner, command);
        blocks.Main("powershell",
        [
            new HclEntry("script", blocks.WindowsScript("", text)),
            .. WindowsCommand.Attributes(blocks, environment),
        ]);
    }
}

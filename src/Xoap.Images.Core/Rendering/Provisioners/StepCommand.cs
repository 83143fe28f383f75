using Xoap.Images.Model;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>The command of a step that runs one.</summary>
internal static class StepCommand
{
    /// <summary>With the lines that shells take; null, and reported, when there is none.</summary>
    public static string? Of(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        if (provisioner.Find("Command") is { Value: SettingValue.Text { Value.Length: > 0 } command })
        {
            return ShellText.UnixLines(command.Value);
        }

        blocks.Draft.Diagnostics.Add(RenderingDiagnostics.NothingToRun(provisioner.Origin, provisioner.Name, "a Command"));
        return null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Rendering.Templates;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>The user's scripts in a Windows guest, each carried by one of ours: Packer would not notice that one fails.</summary>
internal static class PowerShellScript
{
    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        var paths = LinuxShellScript.Paths(provisioner).ToArray();
        if (paths.Length == 0)
        {
            blocks.Draft.Diagnostics.Add(
                RenderingDiagnostics.NothingToRun(provisioner.Origin, provisioner.Name, "a Script or Scripts"));
            return;
        }

        var environment = WindowsEnvironment.Of(blocks);
        var arguments = PowerShellText.Arguments(LinuxShellScript.Arguments(provisioner));
        var scripts = ImmutableArray.CreateBuilder<HclValue>(paths.Length);
        for (var index = 0; index < paths.Length; index++)
        {
            var suffix = paths.Length == 1 ? "" : "-" + (index + 1).ToString(CultureInfo.InvariantCulture);
            var content = Content(blocks, paths[index]);
            scripts.Add(blocks.WindowsScript(
                suffix, WindowsScript.Carrier(environment, provisioner, Path.GetFileName(paths[index]), content, arguments)));
        }

        blocks.Main("powershell",
        [
            scripts.Count == 1
                ? new HclEntry("script", scripts[0])
                : new HclEntry("scripts", new HclValue.List(scripts.ToImmutable())),
            .. WindowsCommand.Attributes(blocks, environment),
        ]);
    }

    /// <summary>UTF-8 and, by their marks, UTF-16 and UTF-32 arrive as text; a code page does not, and would arrive damaged.</summary>
    private static string Content(StepBlocks blocks, string path)
    {
        var text = blocks.Draft.Texts.GetValueOrDefault(path, "");
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            var provisioner = blocks.Step.Provisioner;
            var origin = (provisioner.Find("Script") ?? provisioner.Find("Scripts"))!.Origin;
            blocks.Draft.Diagnostics.Add(WindowsDiagnostics.ScriptIsNotUnicode(origin, path));
            return text;
        }

        return ScriptText.Of(blocks, path) ?? "";
    }
}

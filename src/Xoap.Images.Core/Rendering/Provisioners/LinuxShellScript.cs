using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Rendering.Templates;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>The user's scripts in the guest: as they are, or carried by one of ours when they need arguments.</summary>
internal static class LinuxShellScript
{
    private static readonly string[] Sources = ["Script", "Scripts"];

    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        var paths = Paths(provisioner).ToArray();
        if (paths.Length == 0)
        {
            blocks.Draft.Diagnostics.Add(
                RenderingDiagnostics.NothingToRun(provisioner.Origin, provisioner.Name, "a Script or Scripts"));
            return;
        }

        var environment = StepEnvironment.Of(blocks.Draft, blocks.Step);
        var header = GuestScript.Header(environment, provisioner);
        var arguments = ShellText.Quote(Arguments(provisioner));
        var carried = arguments.Length > 0 || header != GuestScript.Start;
        var scripts = ImmutableArray.CreateBuilder<HclValue>(paths.Length);
        for (var index = 0; index < paths.Length; index++)
        {
            var suffix = paths.Length == 1 ? "" : "-" + (index + 1).ToString(CultureInfo.InvariantCulture);
            scripts.Add(carried
                ? Carried(blocks, paths[index], suffix, header, arguments)
                : AsItIs(blocks, paths[index], suffix));
        }

        Write(blocks, scripts.ToImmutable(), environment);
    }

    /// <summary>Absolute paths of the scripts, in order.</summary>
    public static IEnumerable<string> Paths(Provisioner provisioner) =>
        Sources.Select(provisioner.Find).OfType<Setting>().SelectMany(setting => SettingText.Texts(setting.Value));

    /// <summary>A file of secrets serves one script only: it is deleted before the script starts.</summary>
    private static void Write(StepBlocks blocks, ImmutableArray<HclValue> scripts, StepEnvironment environment)
    {
        var attributes = GuestCommand.Attributes(blocks, environment, GuestCommand.User(blocks));
        if (scripts.Length > 1 && environment.Handed.IsEmpty)
        {
            blocks.Main("shell", [new HclEntry("scripts", new HclValue.List(scripts)), .. attributes]);
            return;
        }

        foreach (var script in scripts)
        {
            blocks.Main("shell", [new HclEntry("script", script), .. attributes]);
        }
    }

    private static HclValue AsItIs(StepBlocks blocks, string path, string suffix)
    {
        var text = ScriptText.Of(blocks, path);
        if (text is not null && !IsBinary(text) && !KeepsLineEnds(blocks) && text.Contains("\r\n", StringComparison.Ordinal))
        {
            return blocks.Script(suffix, ShellText.UnixLines(text));
        }

        if (text is not null && ScriptText.IsTemplated(blocks.Step.Provisioner))
        {
            return blocks.Script(suffix, text);
        }

        var name = "steps/" + blocks.Step.FileName + suffix + StagedFile.SafeExtension(path);
        blocks.MarkBy(name);
        return blocks.Draft.Add(RenderedFile.Copy(name, path));
    }

    private static HclValue Carried(StepBlocks blocks, string path, string suffix, string header, string arguments)
    {
        var provisioner = blocks.Step.Provisioner;
        var text = ScriptText.Of(blocks, path) ?? "";
        if (IsBinary(text))
        {
            var origin = (provisioner.Find("Script") ?? provisioner.Find("Scripts"))!.Origin;
            blocks.Draft.Diagnostics.Add(RenderingDiagnostics.ScriptIsNotText(origin, path));
        }

        var content = KeepsLineEnds(blocks) ? text : ShellText.UnixLines(text);
        return blocks.Script(suffix, GuestScript.Carrier(header, Path.GetFileName(path), content, arguments));
    }

    public static IEnumerable<string> Arguments(Provisioner provisioner) => provisioner.Find("Arguments")?.Value switch
    {
        SettingValue.List list => list.Values.Select(SettingText.Of),
        SettingValue.Text { Value.Length: > 0 } text => [text.Value],
        _ => [],
    };

    /// <summary>What is not UTF-8 was read with replacement characters.</summary>
    private static bool IsBinary(string text) => text.Contains('\uFFFD', StringComparison.Ordinal);

    private static bool KeepsLineEnds(StepBlocks blocks) =>
        blocks.Step.Provisioner.Component.Find("binary") is { Value: SettingValue.Flag { Value: true } };
}

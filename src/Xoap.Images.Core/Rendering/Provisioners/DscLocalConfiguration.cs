using System.Globalization;
using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>A DSC configuration of the project: into the guest, compiled there, and applied with restarts of ours.</summary>
internal static class DscLocalConfiguration
{
    private const string ConfigurationName = "ConfigurationName";

    /// <summary>The script whose text rendering looks at.</summary>
    public static IEnumerable<string> Texts(Provisioner provisioner) =>
        provisioner.Type == nameof(DscLocalConfiguration) && provisioner.Find("Configuration") is { } setting && IsScript(SettingText.Of(setting.Value)) ? [SettingText.Of(setting.Value)] : [];

    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        if (provisioner.Find("Configuration") is not { } configuration
            || Found(blocks, SettingText.Of(configuration.Value)) is not { } source
            || !IsUsable(blocks, configuration, source, out var name))
        {
            return;
        }

        var folder = new GuestFolder(blocks);
        var arguments = new StringBuilder();
        Append("Folder", folder.Path);
        Append("Configuration", folder.Add(source, "configuration"));
        Append("Name", name);
        if (provisioner.Find("ConfigurationData") is { } data && Found(blocks, SettingText.Of(data.Value)) is { } file)
        {
            Append("Data", folder.Add(file, "data"));
        }

        if (AddModules(blocks, folder))
        {
            Append("Modules", folder.Path + "\\modules");
        }

        folder.Write();
        if (provisioner.Find("Mode") is { Value: SettingValue.Text { Value: Schemas.Provisioners.DscLocalConfiguration.StageOnly } })
        {
            DscScripts.Run(
                blocks, "", "StartDsc.ps1", arguments.Append(" -StageOnly").ToString(), WindowsEnvironment.None, mayDisconnect: false);
            return;
        }

        Append("RestartMark", folder.RestartMark);
        DscScripts.Run(blocks, "", "StartDsc.ps1", arguments.ToString(), WindowsEnvironment.None, mayDisconnect: false);
        DscScripts.Finish(blocks, folder, mayDisconnect: false);

        void Append(string parameter, string value) =>
            arguments.Append(" -").Append(parameter).Append(' ').Append(PowerShellText.Quote(value));
    }

    /// <summary>Each source in a folder of its own: two of them may have files of the same name.</summary>
    private static bool AddModules(StepBlocks blocks, GuestFolder folder)
    {
        var count = 0;
        foreach (var path in blocks.Step.Provisioner.Find("Modules") is { } modules ? SettingText.Texts(modules.Value) : [])
        {
            if (Found(blocks, path) is { } source)
            {
                var below = "modules/" + (++count).ToString(CultureInfo.InvariantCulture);
                folder.Add(source, source.IsFolder ? $"{below}/{Path.GetFileName(source.Path.TrimEnd('/'))}" : below);
            }
        }

        return count > 0;
    }

    /// <param name="name">The configuration to compile; empty for compiled ones.</param>
    private static bool IsUsable(StepBlocks blocks, Setting configuration, SourceFiles source, out string name)
    {
        name = "";
        if (!IsScript(source.Path))
        {
            var isDocument = source.Files.Any(file => file.RelativePath.EndsWith(".mof", StringComparison.OrdinalIgnoreCase)
                && !file.RelativePath.Contains('/', StringComparison.Ordinal));
            if (!isDocument)
            {
                blocks.Draft.Diagnostics.Add(DscDiagnostics.NoDocument(configuration.Origin, source.Path));
            }

            return isDocument;
        }

        var known = DscText.Configurations(blocks.Draft.Texts.GetValueOrDefault(source.Path, ""));
        var wanted = blocks.Step.Provisioner.Find(ConfigurationName);
        var text = wanted is null ? null : SettingText.Of(wanted.Value);
        name = known.FirstOrDefault(candidate => text is null || string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase), "");
        var problem = (known.Length, wanted) switch
        {
            (0, _) => DscDiagnostics.NoConfiguration(configuration.Origin, source.Path),
            (_, not null) when name.Length == 0 =>
                DscDiagnostics.UnknownConfiguration(wanted.Origin, source.Path, text!, Suggestion.For(text!, known), known),
            ( > 1, null) => DscDiagnostics.SeveralConfigurations(configuration.Origin, source.Path, known),
            _ => null,
        };
        if (problem is not null)
        {
            blocks.Draft.Diagnostics.Add(problem);
        }

        return problem is null;
    }

    private static SourceFiles? Found(StepBlocks blocks, string path) => blocks.Step.Sources.FirstOrDefault(source => source.Path == path);

    private static bool IsScript(string path) => path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase);
}

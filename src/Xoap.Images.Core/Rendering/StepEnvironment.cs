using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>A step's environment: plain values stand in its script, secrets and expressions come through Packer.</summary>
/// <param name="Exports">Shell lines that set the plain values.</param>
/// <param name="Handed">What Packer hands over, as <c>NAME=value</c>.</param>
/// <param name="Names">The names in <paramref name="Handed"/>.</param>
internal sealed record StepEnvironment(string Exports, ImmutableArray<HclValue> Handed, ImmutableArray<string> Names)
{
    public static StepEnvironment Of(TemplateDraft draft, PlannedStep step)
    {
        var exports = new StringBuilder();
        var handed = ImmutableArray.CreateBuilder<HclValue>();
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, value, origin) in Entries(step.Provisioner))
        {
            if (!VariableName.IsUsable(name))
            {
                draft.Diagnostics.Add(RenderingDiagnostics.EnvironmentNameIsNotUsable(origin, name));
            }
            else if (value is SettingValue.Secret or SettingValue.Expression)
            {
                handed.Add(Assignment(draft, name, value, origin));
                names.Add(name);
            }
            else
            {
                exports.Append("export ").Append(name).Append('=');
                exports.Append(ShellText.Quote(SettingText.Of(value))).Append('\n');
            }
        }

        return new StepEnvironment(exports.ToString(), handed.ToImmutable(), names.ToImmutable());
    }

    /// <summary>A secret or an expression as Packer's <c>environment_vars</c> takes it.</summary>
    public static HclValue Assignment(TemplateDraft draft, string name, SettingValue value, Origin origin) =>
        new HclValue.Template([new HclValue.Text(name + "="), draft.Hcl(value, origin)]);

    public static IEnumerable<(string Name, SettingValue Value, Origin Origin)> Entries(Provisioner provisioner) =>
        Entries(provisioner.Find("EnvironmentVariables"));

    public static IEnumerable<(string Name, SettingValue Value, Origin Origin)> Entries(Setting? variables)
    {
        if (variables is { Value: SettingValue.Map map } setting)
        {
            foreach (var entry in map.Entries)
            {
                yield return (entry.Key, entry.Value, setting.Origin);
            }
        }
    }
}

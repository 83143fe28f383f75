using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>A step's environment in a Windows guest: plain values stand in its script, secrets and expressions come through Packer.</summary>
/// <param name="Lines">Statements that set the variables.</param>
/// <param name="Handed">What Packer hands over, as <c>NAME=value</c>.</param>
internal sealed record WindowsEnvironment(string Lines, ImmutableArray<HclValue> Handed)
{
    public static WindowsEnvironment None { get; } = new("", []);

    public static WindowsEnvironment Of(StepBlocks blocks) => Of(blocks, StepEnvironment.Entries(blocks.Step.Provisioner));

    public static WindowsEnvironment Of(StepBlocks blocks, IEnumerable<(string Name, SettingValue Value, Origin Origin)> entries)
    {
        var lines = new StringBuilder();
        var handed = ImmutableArray.CreateBuilder<HclValue>();
        foreach (var (name, value, origin) in entries)
        {
            if (!VariableName.IsUsable(name))
            {
                blocks.Draft.Diagnostics.Add(RenderingDiagnostics.EnvironmentNameIsNotUsable(origin, name));
            }
            else if (value is SettingValue.Secret or SettingValue.Expression)
            {
                handed.Add(Encoded(name, (HclValue.Symbol)blocks.Draft.Hcl(value, origin)));

                // An expression may be empty, and PowerShell has no empty variables; a secret that has not come is an error.
                var code = value is SettingValue.Expression ? $"\"$env:{name}\"" : $"$env:{name}";
                WindowsScript.AppendLine(lines, $"$env:{name} = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String({code}))");
            }
            else
            {
                WindowsScript.AppendLine(lines, $"$env:{name} = {PowerShellText.Quote(SettingText.Of(value))}");
            }
        }

        return new WindowsEnvironment(lines.ToString(), handed.ToImmutable());
    }

    /// <summary>
    /// Packer writes the variables into a script without a byte order mark, which Windows PowerShell misreads: an Ä would become
    /// a quotation mark and end the value.
    /// </summary>
    private static HclValue.Template Encoded(string name, HclValue.Symbol value) =>
        new HclValue.Template([new HclValue.Text(name + "="), new HclValue.Symbol($"base64encode({value.Value})")]);
}

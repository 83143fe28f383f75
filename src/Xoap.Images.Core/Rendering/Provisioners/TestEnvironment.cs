using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>
/// What tests find in their environment. Plain values stand in scripts. Secrets and expressions come through Packer under names with the
/// number of their test, since the tests of one login may call theirs the same.
/// </summary>
internal static class TestEnvironment
{
    public static void CheckNames(TestRun run, DiagnosticBag diagnostics)
    {
        foreach (var (name, _, origin) in run.Tests.SelectMany(test => StepEnvironment.Entries(test.Test.Environment)))
        {
            if (!VariableName.IsUsable(name))
            {
                diagnostics.Add(RenderingDiagnostics.EnvironmentNameIsNotUsable(origin, name));
            }
        }
    }

    /// <summary>What Packer hands over.</summary>
    public static IEnumerable<(string Name, SettingValue Value, Origin Origin)> Handed(IEnumerable<PlannedTest> tests) =>
        from test in tests
        from variable in StepEnvironment.Entries(test.Test.Environment)
        where IsHanded(variable.Value) && VariableName.IsUsable(variable.Name)
        select (Name(test, variable.Name), variable.Value, variable.Origin);

    /// <summary>Shell lines that set the variables of a test.</summary>
    public static string Exports(PlannedTest test)
    {
        var lines = new StringBuilder();
        foreach (var (name, value, _) in StepEnvironment.Entries(test.Test.Environment))
        {
            var text = IsHanded(value) ? $"\"${Name(test, name)}\"" : ShellText.Quote(SettingText.Of(value));
            lines.Append("export ").Append(name).Append('=').Append(text).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>The variables of tests as PowerShell's tables, by the number of the test; empty when there are none.</summary>
    public static string Table(IEnumerable<PlannedTest> tests)
    {
        var tables = tests.Where(test => test.Test.Environment is not null).Select(test => $"{PowerShellText.Quote(ImageTests.Number(test))} = {TableOf(test)}");
        return string.Join("; ", tables) is { Length: > 0 } all ? $"@{{ {all} }}" : "";
    }

    private static string TableOf(PlannedTest test)
    {
        var entries = StepEnvironment.Entries(test.Test.Environment).Select(variable =>
            $"{PowerShellText.Quote(variable.Name)} = {(IsHanded(variable.Value) ? "$env:" + Name(test, variable.Name) : PowerShellText.Quote(SettingText.Of(variable.Value)))}");
        return $"@{{ {string.Join("; ", entries)} }}";
    }

    private static bool IsHanded(SettingValue value) => value is SettingValue.Secret or SettingValue.Expression;

    private static string Name(PlannedTest test, string name) => $"XOAP_{ImageTests.Number(test)}_{name}";
}

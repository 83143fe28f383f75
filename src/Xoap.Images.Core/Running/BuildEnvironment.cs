using System.Collections;

namespace Xoap.Images.Running;

/// <summary>The environment that the build was started in: it holds secrets, and Packer gets a copy.</summary>
internal static class BuildEnvironment
{
    public static Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return variables;
    }
}

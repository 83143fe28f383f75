using System.Collections;
using System.Diagnostics;

namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>Runs the real <c>dotnet</c> as a user's shell would.</summary>
internal static class Dotnet
{
    /// <summary>What <c>dotnet test</c> sets for itself and a build of its own must not see.</summary>
    private static readonly string[] Scrubbed = ["MSBUILD", "DOTNET_", "VSTEST", "COREHOST", "COMPLUS", "NUGET_", "TESTINGPLATFORM", "IMAGE", "PACKER"];

    public static DotnetResult Run(string folder, IReadOnlyDictionary<string, string> environment, string log, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        File.WriteAllText(log, $"# in {folder}\n$ dotnet {string.Join(' ', arguments)}\n{output}\n# exit code {process.ExitCode}\n");
        return new DotnetResult(process.ExitCode, output.ReplaceLineEndings("\n"), log);
    }

    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var process = Process.Start(StartInfo(folder, environment, arguments))!;
        process.StandardInput.Close();
        return process;
    }

    public static ProcessStartInfo StartInfo(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (!Scrubbed.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                start.Environment[name] = (string?)variable.Value;
            }
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        // A node that lives on would hold the tasks of another test's package.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["NUGET_CERT_REVOCATION_MODE"] = "offline";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}

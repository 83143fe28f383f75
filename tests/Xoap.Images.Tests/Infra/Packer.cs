using System.Diagnostics;

namespace Xoap.Images.Tests.Infra;

/// <summary>The real Packer.</summary>
internal static class Packer
{
    /// <summary>Runs it in a folder; standard error stands behind standard output.</summary>
    public static async Task<(int ExitCode, string Output)> Run(
        string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("packer", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var packer = Process.Start(start)!;
        var (output, error) = (packer.StandardOutput.ReadToEndAsync(), packer.StandardError.ReadToEndAsync());
        await packer.WaitForExitAsync();
        return (packer.ExitCode, await output + await error);
    }

    /// <summary>Runs it and expects success; gives its output.</summary>
    public static async Task<string> Succeeds(
        string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var (exitCode, output) = await Run(folder, arguments, environment);
        Assert.True(exitCode == 0, $"packer {string.Join(' ', arguments)} ended with {exitCode}\n{output}");
        return output;
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Xoap.Images.TestHost;

/// <summary>What is wrong with a command line: the platform tells nobody while dotnet test listens, so it is asked once more without.</summary>
internal static partial class WrongLine
{
    /// <summary>The platform's exit code for it.</summary>
    public const int ExitCode = 5;

    private const string Server = "--server";
    private const string Pipe = "--dotnet-test-pipe";

    /// <summary>Whether dotnet test listens.</summary>
    public static bool IsPiped(string[] arguments) => arguments.Contains(Pipe);

    public static async Task<string> ProblemAsync(string[] arguments)
    {
        // --help, so that nothing is started whatever the platform makes of the rest.
        using var host = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, ["exec", typeof(WrongLine).Assembly.Location, .. Plain(arguments), "--no-banner", "--help"])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await host.StandardOutput.ReadToEndAsync();
        await host.WaitForExitAsync();
        var problems = Colour().Replace(said, "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(line => !line.StartsWith("Run '--help'", StringComparison.Ordinal)
                && !line.StartsWith("Command line:", StringComparison.Ordinal)
                && !line.StartsWith("Usage ", StringComparison.Ordinal));
        return string.Join('\n', [.. problems, "'dotnet test --help' shows all options."]);
    }

    private static IEnumerable<string> Plain(string[] arguments) =>
        arguments.Where((argument, at) => !IsOfPipe(argument) && (at == 0 || !IsOfPipe(arguments[at - 1])));

    private static bool IsOfPipe(string argument) => argument is Server or Pipe;

    // In a CI the platform writes colours to a pipe, too.
    [GeneratedRegex(@"\e\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colour();
}

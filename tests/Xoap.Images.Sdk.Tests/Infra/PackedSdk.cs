using System.Diagnostics;

namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>The package under test, packed once per test run from the sources as they are.</summary>
internal static class PackedSdk
{
    private const string Prefix = "xoap-images-";

    private static readonly Lazy<string> Packed = new(Pack);

    public static string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    /// <summary>
    /// Everything of this test run: feed, packages, projects. Outside of the repository. It is removed at the end, or, when the test host is
    /// killed before that, by the next run.
    /// </summary>
    public static string Workplace { get; } = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;

    public static string Feed => Packed.Value;

    public static string Packages => Path.Combine(Workplace, "packages");

    public static string Package => Path.Combine(Feed, $"Xoap.Images.Sdk.{Version}.nupkg");

    /// <summary>Logs outlive the run; the next one replaces them.</summary>
    public static string Logs { get; } = Repository.PathOf("artifacts", "e2e", "logs");

    private static string Pack()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Workplace, recursive: true);
        RemoveLeftovers();
        if (Directory.Exists(Logs))
        {
            Directory.Delete(Logs, recursive: true);
        }

        var feed = Path.Combine(Workplace, "feed");
        Dotnet.Run(
            Repository.Root,
            new Dictionary<string, string>(),
            Path.Combine(Logs, "pack.txt"),
            "pack", "src/Xoap.Images.Sdk", "-c", "Release", "--nologo", "-o", feed,
            // The assemblies' own version stays, so that packing again compiles nothing.
            $"-p:PackageVersion={Version}",
            $"-p:ArtifactsPath={Repository.PathOf("artifacts", "e2e")}").Succeeded();
        return feed;
    }

    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, out var process) && !Process.GetProcesses().Any(running => running.Id == process))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}

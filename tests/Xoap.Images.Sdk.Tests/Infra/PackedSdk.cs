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

    /// <summary>What a repository needs to take its SDK from the feed.</summary>
    public static void WriteSettings(string folder, string feed)
    {
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "global.json"), $$"""
            { "msbuild-sdks": { "Xoap.Images.Sdk": "{{Version}}" } }
            """);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{feed}" />
              </packageSources>
            </configuration>
            """);
    }

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
        Unpack(feed);
        return feed;
    }

    /// <summary>Once, before specs run side by side: NuGet's SDK resolver fails now and then when two unpack the same SDK at once (NuGet/Home#14064).</summary>
    private static void Unpack(string feed)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Workplace, "first")).FullName;
        WriteSettings(folder, feed);
        var project = Path.Combine(folder, "first.imgproj");
        File.WriteAllText(project, """<Project Sdk="Xoap.Images.Sdk" />""");
        var environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = Packages };
        Dotnet.Run(folder, environment, Path.Combine(Logs, "unpack.txt"), "msbuild", project, "-getProperty:MSBuildProjectName").Succeeded();
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

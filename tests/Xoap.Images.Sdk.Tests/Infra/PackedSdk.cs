namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>The package under test, packed once per test run from the sources as they are.</summary>
internal static class PackedSdk
{
    private static readonly Lazy<string> Packed = new(Pack);

    public static string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    /// <summary>Everything of this test run: feed, packages, projects. Outside of the repository, removed at the end.</summary>
    public static string Workplace { get; } = Directory.CreateTempSubdirectory("xoap-images-").FullName;

    public static string Feed => Packed.Value;

    public static string Packages => Path.Combine(Workplace, "packages");

    public static string Package => Path.Combine(Feed, $"Xoap.Images.Sdk.{Version}.nupkg");

    /// <summary>Logs outlive the run; the next one replaces them.</summary>
    public static string Logs { get; } = Repository.PathOf("artifacts", "e2e", "logs");

    private static string Pack()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Workplace, recursive: true);
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
}

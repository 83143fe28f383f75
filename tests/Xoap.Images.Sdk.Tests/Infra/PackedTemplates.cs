namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>The package of templates, packed once per test run beside the SDK and installed for these tests alone.</summary>
internal static class PackedTemplates
{
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary><c>dotnet new</c> with these arguments, in the solution's folder.</summary>
    public static DotnetResult New(ImageSolution solution, params string[] arguments) =>
        solution.Dotnet(["new", .. arguments, "--debug:custom-hive", Installed.Value]);

    private static string Install()
    {
        var none = new Dictionary<string, string>();
        Dotnet.Run(
            Repository.Root, none, Path.Combine(PackedSdk.Logs, "pack-templates.txt"),
            "pack", "templates", "-c", "Release", "--nologo", "-o", PackedSdk.Feed,
            $"-p:PackageVersion={PackedSdk.Version}", $"-p:ArtifactsPath={Repository.PathOf("artifacts", "e2e")}").Succeeded();
        var hive = Path.Combine(PackedSdk.Workplace, "hive");
        Dotnet.Run(
            Repository.Root, none, Path.Combine(PackedSdk.Logs, "install-templates.txt"),
            "new", "install", Path.Combine(PackedSdk.Feed, $"Xoap.Images.Templates.{PackedSdk.Version}.nupkg"),
            "--debug:custom-hive", hive).Succeeded();
        return hive;
    }
}

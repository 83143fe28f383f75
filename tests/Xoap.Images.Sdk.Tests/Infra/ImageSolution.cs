using System.Runtime.CompilerServices;

namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>A folder with projects that use the packed SDK, as a user would have it. It is removed afterwards; its logs stay.</summary>
internal sealed class ImageSolution : IDisposable
{
    private readonly string _logs;
    private int _commands;

    public ImageSolution([CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{test}";
        Folder = Directory.CreateDirectory(Path.Combine(PackedSdk.Workplace, "work", Guid.NewGuid().ToString("N")[..8])).FullName;
        _logs = Path.Combine(PackedSdk.Logs, name);
        Environment["NUGET_PACKAGES"] = PackedSdk.Packages;
        PackedSdk.WriteSettings(Folder, PackedSdk.Feed);
    }

    public string Folder { get; }

    /// <summary>Variables for every command from here on.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public bool Has(string relative) => File.Exists(PathOf(relative));

    public string Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes <c>name/name.imgproj</c> with this body.</summary>
    public string Project(string name, string body) => Write($"{name}/{name}.imgproj", $"""
        <Project Sdk="Xoap.Images.Sdk">
        {body}
        </Project>

        """);

    /// <summary>Writes a package whose props have this body to a feed beside the projects.</summary>
    public void Package(string id, string version, string body)
    {
        LocalPackage.Write(PathOf("feed"), id, version, ($"buildTransitive/{id}.props", $"<Project>\n{body}\n</Project>\n"));
        UseFeed();
    }

    /// <summary>Makes the folder <c>feed</c> a package source.</summary>
    public void UseFeed()
    {
        Directory.CreateDirectory(PathOf("feed"));
        if (!Read("nuget.config").Contains("key=\"feed\"", StringComparison.Ordinal))
        {
            Write("nuget.config", Read("nuget.config").Replace(
                "</packageSources>", $"""<add key="feed" value="{PathOf("feed")}" /></packageSources>""", StringComparison.Ordinal));
        }
    }

    public DotnetResult Dotnet(params string[] arguments) =>
        Infra.Dotnet.Run(Folder, Environment, NextLog(), arguments);

    /// <summary><c>dotnet build</c> (or another verb of MSBuild) with a binary log beside the text.</summary>
    public DotnetResult Build(params string[] arguments)
    {
        var log = NextLog();
        return Infra.Dotnet.Run(Folder, Environment, log, ["build", .. arguments, $"-bl:{Path.ChangeExtension(log, ".binlog")}"]);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string NextLog() => Path.Combine(_logs, $"{++_commands:00}.txt");
}

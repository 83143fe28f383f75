using System.IO.Compression;

namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>A NuGet package in a folder feed, without packing a project for it.</summary>
internal static class LocalPackage
{
    public static void Write(string feed, string id, string version, params (string Path, string Text)[] files)
    {
        Directory.CreateDirectory(feed);
        using var package = ZipFile.Open(Path.Combine(feed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        Add($"{id}.nuspec", $"""
            <package>
              <metadata><id>{id}</id><version>{version}</version><authors>tests</authors><description>For a test.</description></metadata>
            </package>
            """);
        foreach (var (path, text) in files)
        {
            Add(path, text);
        }

        void Add(string path, string text)
        {
            using var writer = new StreamWriter(package.CreateEntry(path).Open());
            writer.Write(text);
        }
    }
}

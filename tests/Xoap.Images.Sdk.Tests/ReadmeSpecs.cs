using System.Text.RegularExpressions;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>What the README tells a newcomer to type works as it stands there.</summary>
public class ReadmeSpecs
{
    private static readonly string[] Blocks =
        [.. Regex.Matches(Repository.Read("README.md"), @"^```(?:xml|json)\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value)];

    [Fact]
    public void The_first_project_builds_and_is_then_up_to_date()
    {
        using var solution = new ImageSolution();
        solution.Write("hello.imgproj", Block("<Project Sdk"));
        solution.Write("global.json", Replaced(Block("msbuild-sdks"), "0.1.0", PackedSdk.Version));
        solution.Write("nuget.config", Replaced(Block("<configuration>"), "path/to/this/repository/artifacts/feed", PackedSdk.Feed));

        var first = solution.Build().Succeeded();
        Assert.Empty(first.Warnings);
        Assert.Equal("Hello", solution.Read("hello.txt").Trim());

        File.Delete(solution.PathOf("hello.txt"));
        Assert.Contains("(up to date)", solution.Build().Succeeded().Output, StringComparison.Ordinal);
        Assert.False(solution.Has("hello.txt"));
    }

    /// <summary>The first block with these words: what comes later is for later.</summary>
    private static string Block(string words) => Blocks.First(block => block.Contains(words, StringComparison.Ordinal));

    private static string Replaced(string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }
}

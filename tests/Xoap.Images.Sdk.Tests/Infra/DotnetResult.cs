using System.Text.RegularExpressions;

namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>What a command said.</summary>
/// <param name="Log">The command and its output; a binary log stands beside it.</param>
internal sealed partial record DotnetResult(int ExitCode, string Output, string Log)
{
    public string Binlog => Path.ChangeExtension(Log, ".binlog");

    /// <summary>Each error once, as <c>web.imgproj(7,5): error XIMG1004: text</c>, without folders.</summary>
    public IReadOnlyList<string> Errors => Problems("error");

    public IReadOnlyList<string> Warnings => Problems("warning");

    public DotnetResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}, see {Log}\n{Output}");
        return NoStackTrace();
    }

    public DotnetResult Failed()
    {
        Assert.True(ExitCode != 0, $"it did not fail, see {Log}\n{Output}");
        return NoStackTrace();
    }

    /// <summary>One error with this place and code, and these words in its text.</summary>
    public DotnetResult HasError(string placeAndCode, params string[] words)
    {
        Failed();
        var error = Errors.FirstOrDefault(error => error.StartsWith(placeAndCode + ":", StringComparison.Ordinal));
        Assert.True(error is not null, $"no error '{placeAndCode}', see {Log}\n{string.Join('\n', Errors)}");
        foreach (var word in words)
        {
            Assert.Contains(word, error, StringComparison.Ordinal);
        }

        return this;
    }

    public DotnetResult NoStackTrace()
    {
        Assert.DoesNotContain("\n   at ", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("XIMG0099", Output, StringComparison.Ordinal);
        return this;
    }

    private string[] Problems(string kind) =>
    [
        .. Output.Split('\n')
            .Select(line => Problem().Match(line))
            .Where(match => match.Success && match.Groups["kind"].Value == kind)
            .Select(match => $"{Path.GetFileName(match.Groups["file"].Value.Trim())}{match.Groups["place"].Value}: {kind} {match.Groups["text"].Value}")
            .Distinct(),
    ];

    [GeneratedRegex(@"^\s*(?<file>[^(:]*?)(?<place>\(\d+(,\d+)*\))?\s*: (?<kind>error|warning) (?<text>.*?)( \[[^\]]*\])?$")]
    private static partial Regex Problem();
}

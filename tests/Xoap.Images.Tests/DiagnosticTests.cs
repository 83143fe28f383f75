using System.Reflection;
using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests;

/// <summary>Every problem has one method, one code in its folder's range, and one entry in docs/diagnostics.md.</summary>
public class DiagnosticTests
{
    private static readonly (MethodInfo Method, Diagnostic Diagnostic)[] All =
    [
        .. typeof(Diagnostic).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Diagnostics", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(Diagnostic))
            .Select(method => (method, (Diagnostic)method.Invoke(null, [.. method.GetParameters().Select(Dummy)])!)),
    ];

    private static readonly string[] Documented =
    [
        .. Regex.Matches(Repository.Read("docs", "diagnostics.md"), @"^### (XIMG\d{4})\r?$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value),
    ];

    private static readonly Dictionary<string, (int From, int To)> Ranges =
        Regex.Matches(Repository.Read("docs", "architecture.md"), @"^\| (\w+) \|.*\| XIMG(\d{4})–(\d{4}) \|", RegexOptions.Multiline)
            .ToDictionary(
                match => match.Groups[1].Value,
                match => (int.Parse(match.Groups[2].Value), int.Parse(match.Groups[3].Value)));

    [Fact]
    public void Codes_are_unique() =>
        Assert.Empty(All.GroupBy(entry => entry.Diagnostic.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Codes_are_in_the_range_of_their_folder()
    {
        foreach (var (method, diagnostic) in All)
        {
            var folder = method.DeclaringType!.Namespace!.Split('.')[2];
            var (from, to) = Ranges[folder];
            Assert.InRange(int.Parse(diagnostic.Code[4..]), from, to);
        }
    }

    [Fact]
    public void Codes_and_the_diagnostics_page_agree()
    {
        var ofTargets = Documented.Where(code => int.Parse(code[4..]) < 100);
        Assert.Equal(All.Select(entry => entry.Diagnostic.Code).Order(), Documented.Except(ofTargets).Order());
        Assert.Equal(Documented.Length, Documented.Distinct().Count());
    }

    [Fact]
    public void Messages_are_sentences_for_people()
    {
        foreach (var (method, diagnostic) in All)
        {
            Assert.True(
                diagnostic.Message.Length > 20 && diagnostic.Message[^1] is '.' or '?' or ')',
                $"{method.DeclaringType!.Name}.{method.Name}: {diagnostic.Message}");
            Assert.DoesNotContain("Exception", diagnostic.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_guard_finds_something()
    {
        Assert.NotEmpty(All);
        Assert.True(Ranges.Count >= 7);
    }

    private static object? Dummy(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(Origin) => Origin.Project,
        var type when type == typeof(string) => "example.",
        var type when type == typeof(int) => 1,
        var type when type == typeof(long) => 1L,
        var type when type == typeof(TimeSpan) => TimeSpan.FromMinutes(1),
        var type when type == typeof(Version) => new Version(1, 6, 6),
        var type when type.IsAssignableFrom(typeof(string[])) => new[] { "one", "two" },
        var type => throw new InvalidOperationException($"A diagnostic takes no {type.Name}: {parameter.Member.Name}."),
    };
}

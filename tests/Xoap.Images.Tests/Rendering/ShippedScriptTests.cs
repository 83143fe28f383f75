using System.Text.RegularExpressions;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>Shipped scripts run on guests with Windows PowerShell 5.1, and people read them there; those of the first-party roles too.</summary>
public class ShippedScriptTests
{
    private const string Folder = "src/Xoap.Images.Core/Rendering/Scripts/";

    /// <summary>Paths in the repository.</summary>
    public static TheoryData<string> Names => [.. OfTheSdk.Where(name => name.EndsWith(".ps1", StringComparison.Ordinal)), .. OfRoles("*.ps1")];

    public static TheoryData<string> ShellNames => [.. OfTheSdk.Where(name => name.EndsWith(".sh", StringComparison.Ordinal)), .. OfRoles("*.sh")];

    private static IEnumerable<string> OfTheSdk => typeof(ShippedScript).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(ShippedScript.Prefix, StringComparison.Ordinal))
        .Select(name => Folder + name[ShippedScript.Prefix.Length..]);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_at_its_top_what_it_does_how_it_exits_and_where_it_is_from(string name)
    {
        var lines = Text(name).Split('\n');
        var top = lines.TakeWhile(line => line.StartsWith('#')).ToArray();
        Assert.True(top.Length >= 3, name);
        Assert.Matches(@"^# [A-Z].{20,}\.", string.Join(' ', top));
        Assert.Contains(top, line => line.StartsWith("# Exit codes: 0 ", StringComparison.Ordinal));
        Assert.Contains(top, line => line == $"# Source: Xoap.Images, {name}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_plain_ascii_for_PowerShell_5(string name)
    {
        var text = Text(name);
        Assert.All(text, character => Assert.True(character is '\n' or (>= ' ' and <= '~'), $"{name}: U+{(int)character:X4}"));
        Assert.Equal([], NewerSyntax(text));
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 150, $"{name}: {line}"));
    }

    [Theory]
    [InlineData("$a = $b ? 1 : 2", "ternary")]
    [InlineData("$a = $b ?? 1", "??")]
    [InlineData("$a ??= 1", "??")]
    [InlineData("${a}?.Length", "?.")]
    [InlineData("${a}?[0]", "?.")]
    [InlineData("one && two", "&&")]
    [InlineData("one || two", "||")]
    [InlineData("$a | ForEach-Object -Parallel { $_ }", "-Parallel")]
    [InlineData("    clean { }", "clean")]
    [InlineData("Start-Job { } &", "background")]
    [InlineData("Get-Error", "cmdlet")]
    [InlineData("$a | ConvertFrom-Json -AsHashtable", "parameter")]
    [InlineData("if ($IsWindows) { }", "variable")]
    public void Newer_syntax_is_found(string text, string kind) => Assert.Equal([kind], NewerSyntax(text));

    [Theory]
    [InlineData("Get-Item x | ? { $_ }\n\"a && b ?? c\" # one || two\n'$x ? 1 : 2'\n$a -and $b\n[Nullable[int]] $c")]
    public void What_5_1_has_is_no_newer_syntax(string text) => Assert.Equal([], NewerSyntax(text));

    [Fact]
    public void The_guard_finds_something()
    {
        Assert.NotEmpty(OfTheSdk);
        Assert.Equal(Directory.GetFiles(Repository.PathOf(Folder)).Length, OfTheSdk.Count());
        Assert.True(OfRoles("*.ps1").Count() >= 10);
        Assert.True(OfRoles("*.sh").Count() >= 10);
    }

    [Theory]
    [MemberData(nameof(ShellNames))]
    public void A_shell_script_says_the_same_and_stops_at_what_fails(string name)
    {
        var text = Text(name);
        var lines = text.Split('\n');
        Assert.Equal("#!/bin/sh", lines[0]);
        var top = lines.TakeWhile(line => line.StartsWith('#')).ToArray();
        Assert.Matches(@"^# [A-Z].{20,}\.", string.Join(' ', top[1..]));
        Assert.Contains(top, line => line.StartsWith("# Exit codes: 0 ", StringComparison.Ordinal));
        Assert.Contains(top, line => line == $"# Source: Xoap.Images, {name}");
        Assert.Equal("set -eu", lines[top.Length]);
        Assert.All(text, character => Assert.True(character is '\n' or (>= ' ' and <= '~'), $"{name}: U+{(int)character:X4}"));
        Assert.All(lines, line => Assert.True(line.Length <= 150, $"{name}: {line}"));
    }

    private static IEnumerable<string> NewerSyntax(string text)
    {
        var code = Regex.Replace(text, @"'(?:[^']|'')*'|""(?:[^""`]|`.|"""")*""|#[^\n]*", "''");
        (string Kind, string Pattern)[] newer =
        [
            ("ternary", @"[\w)\]}'] \? [^{][^\n]* : "),
            ("??", @"\?\?"),
            ("?.", @"\}\?[.\[]"),
            ("&&", "&&"),
            ("||", @"\|\|"),
            ("-Parallel", @"-Parallel\b"),
            ("clean", @"(?m)^\s*clean\s*\{"),
            ("background", @"(?m)&\s*$"),
            ("cmdlet", @"\b(Get-Error|Join-String|Test-Json|ConvertTo-CliXml|Get-Uptime|Remove-Service)\b"),
            ("parameter", @"-(AsHashtable|AsByteStream|SkipCertificateCheck|MaximumRetryCount|LeafBase|NoEmphasis)\b"),
            ("variable", @"\$(IsWindows|IsLinux|IsMacOS|IsCoreCLR|PSStyle)\b"),
        ];
        return newer.Where(entry => Regex.IsMatch(code, entry.Pattern)).Select(entry => entry.Kind);
    }

    private static IEnumerable<string> OfRoles(string pattern) =>
        Directory.GetDirectories(Repository.PathOf("roles"))
            .Select(role => Path.Combine(role, "scripts"))
            .SelectMany(folder => Directory.GetFiles(folder, pattern))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string Text(string name) =>
        name.StartsWith(Folder, StringComparison.Ordinal) ? ShippedScript.Text(name[Folder.Length..]) : Repository.Read(name);
}

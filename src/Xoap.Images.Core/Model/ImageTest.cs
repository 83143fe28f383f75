using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Model;

/// <summary>A file of tests that run in the guest.</summary>
/// <param name="Name">The item's Include.</param>
/// <param name="Path">Absolute, with '/'.</param>
/// <param name="Files">Further files, folders and globs that the tests need; absolute.</param>
/// <param name="Results">Where the guest's command writes its JUnit XML; null: where XOAP_TEST_RESULTS says.</param>
internal sealed record ImageTest(
    string Name,
    TestFramework Framework,
    TestPhase Phase,
    string Path,
    TimeSpan Timeout,
    TestLogin Login,
    ImmutableArray<string> Files,
    string? Results,
    TestSelection Selection,
    TestPlace Place,
    string Description,
    Origin Origin)
{
    /// <summary>What its tests find in their environment: a map.</summary>
    public Setting? Environment { get; init; }

    /// <summary>Where a file of the test lies below the guest's folder of tests, with '/'.</summary>
    public string GuestPath(string path) =>
        Place.GuestFolder + path[Place.Root.Length..].TrimStart('/').Replace(":", "", StringComparison.Ordinal);
}

/// <summary>Who reads and runs a test file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TestFramework>))]
internal enum TestFramework
{
    Pester,
    Bats,

    /// <summary>Any command that prints TAP.</summary>
    Tap,

    /// <summary>Any command that writes JUnit XML.</summary>
    JUnit,
}

[JsonConverter(typeof(JsonStringEnumConverter<TestPhase>))]
internal enum TestPhase
{
    /// <summary>In a machine that is started from the built image.</summary>
    Test,

    /// <summary>At the end of the build, before the seal.</summary>
    Build,
}

/// <summary>As whom a test runs.</summary>
/// <param name="RunAs">The user on Linux; null: the one that Packer logs in as.</param>
/// <param name="ElevatedUser">As Packer's <c>elevated_user</c>, on Windows.</param>
/// <param name="UsePwsh">PowerShell 7 instead of Windows PowerShell, on Windows.</param>
internal sealed record TestLogin(string? RunAs, Setting? ElevatedUser, Setting? ElevatedPassword, bool UsePwsh);

/// <summary>Which images a test is for; an empty list means all of them.</summary>
/// <param name="Provisioners">The image has one of them.</param>
/// <param name="Tags">The image has one of them: <c>key</c> or <c>key=value</c>.</param>
/// <param name="IsOffered">By a pattern or a package, not written for this very image: it runs where it can.</param>
internal sealed record TestSelection(
    ImmutableArray<string> Roles,
    ImmutableArray<string> Groups,
    ImmutableArray<string> Provisioners,
    ImmutableArray<string> Tags,
    Applicability Limits,
    ImmutableArray<string> Builders,
    bool IsOffered);

/// <summary>Tests that belong together keep their layout in the guest.</summary>
/// <param name="Root">The folder that holds all of them here; absolute, without a '/' at its end.</param>
/// <param name="GuestFolder">What stands for it in the guest: empty, or with a '/' at its end.</param>
internal sealed record TestPlace(string Root, string GuestFolder);

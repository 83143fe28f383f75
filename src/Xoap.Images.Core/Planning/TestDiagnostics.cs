using Xoap.Images.Diagnostics;

namespace Xoap.Images.Planning;

/// <summary>Problems of tests with the guests that they are for.</summary>
internal static class TestDiagnostics
{
    public static Diagnostic BatsOnWindows(Origin origin, string test, IReadOnlyCollection<string> builders, string system) => Diagnostic.Error(
        "XIMG2570",
        origin,
        $"'{test}' is for Bats, which runs on Linux, but {BuilderList.Of(builders, "starts", "start")} from '{system}', which is Windows. Write Platforms=\"Linux\", or test with Pester.");

    public static Diagnostic LoginOfOtherPlatform(
        Origin origin, string test, string setting, string platform, string actual, string instead) => Diagnostic.Error(
        "XIMG2571",
        origin,
        $"'{test}' has {setting}, which is for {platform}, but all its guests run {actual}. Write {instead}, or remove it.");

    public static Diagnostic NoGuest(Origin origin, string test, IReadOnlyCollection<string> builders) => Diagnostic.Error(
        "XIMG2572",
        origin,
        $"'{test}' runs at the end of the build, in the guest, but there is none on {BuilderList.Of(builders)}. Write Phase=\"Test\", or use a builder that connects to a machine.");

    public static Diagnostic SamePlace(Origin origin, string test, string other) => Diagnostic.Error(
        "XIMG2573",
        origin,
        $"'{test}' and '{other}' would be the same file in the guest. Rename one.");
}

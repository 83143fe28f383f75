using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Problems of ImageTest items.</summary>
internal static class TestDiagnostics
{
    public static Diagnostic UnknownFramework(Origin origin, string name) => Diagnostic.Error(
        "XIMG1200",
        origin,
        $"Nothing says how the tests in '{name}' run. Write Framework=\"Tap\" or Framework=\"JUnit\" for what the command prints or writes; files of Pester end with .Tests.ps1, those of Bats with .bats.");

    public static Diagnostic TestGivenTwice(Origin origin, string name, string first) => Diagnostic.Error(
        "XIMG1201",
        origin,
        $"'{name}' is the same file as the ImageTest '{first}'. Write Update=\"{first}\" to change the item that is already there, or remove one.");

    public static Diagnostic ResultsWithoutJUnit(Origin origin, string name, string framework) => Diagnostic.Error(
        "XIMG1202",
        origin,
        $"'{name}' is run by {framework}, which writes no file of results. Remove Results, or write Framework=\"JUnit\".");

    public static Diagnostic PasswordWithoutUser(Origin origin, string name) => Diagnostic.Error(
        "XIMG1203", origin, $"'{name}' has an ElevatedPassword, but nobody to log in with it. Write ElevatedUser=\"…\".");

    public static Diagnostic ChoosesNothing(Origin origin, string test, string metadatum, string value, string reason, string suggestion) => Diagnostic.Warning(
        "XIMG1204", origin, $"{metadatum} of '{test}' names '{value}', but {reason}, so that it chooses nothing.{suggestion}");
}

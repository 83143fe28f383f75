using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Whether tests that were written for this image can run in its guests. Those that a pattern or a package offers run where they can.</summary>
internal static class TestCheck
{
    private const string Framework = "Framework";

    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        CheckPaths(definition, diagnostics);
        foreach (var test in definition.Tests.Where(test => !test.Selection.IsOffered))
        {
            var chosen = definition.Variants.Where(variant => TestChoice.Chooses(test, definition, variant)).ToArray();
            if (chosen.Where(variant => Guest.WhyNone(variant) is null).ToArray() is [_, ..] guests)
            {
                CheckFramework(test, guests, diagnostics);
                CheckLogin(test, guests, diagnostics);
            }
            else if (chosen is [_, ..] && test.Phase == TestPhase.Build)
            {
                diagnostics.Add(TestDiagnostics.NoGuest(test.Origin, test.Name, [.. chosen.Select(variant => variant.Name)]));
            }
        }
    }

    private static void CheckFramework(ImageTest test, Variant[] guests, DiagnosticBag diagnostics)
    {
        if (test.Selection.Limits.Platforms.IsEmpty && Array.FindAll(guests, guest => !TestChoice.CanRun(test, guest)) is [var first, ..] misfits)
        {
            diagnostics.Add(TestDiagnostics.BatsOnWindows(
                test.Origin.At(Framework), test.Name, [.. misfits.Select(misfit => misfit.Name)], first.OperatingSystem!.Name));
        }
    }

    private static void CheckLogin(ImageTest test, Variant[] guests, DiagnosticBag diagnostics)
    {
        if (test.Login.RunAs is not null && Array.TrueForAll(guests, guest => guest.OperatingSystem?.Platform == Platform.Windows))
        {
            diagnostics.Add(TestDiagnostics.LoginOfOtherPlatform(
                test.Origin.At("RunAs"), test.Name, "RunAs", nameof(Platform.Linux), nameof(Platform.Windows), "ElevatedUser"));
        }

        if (test.Login.ElevatedUser is not null && Array.TrueForAll(guests, guest => guest.OperatingSystem?.Platform == Platform.Linux))
        {
            diagnostics.Add(TestDiagnostics.LoginOfOtherPlatform(
                test.Origin.At("ElevatedUser"), test.Name, "ElevatedUser", nameof(Platform.Windows), nameof(Platform.Linux), "RunAs"));
        }
    }

    /// <summary>Windows does not tell names apart by case.</summary>
    private static void CheckPaths(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        var onWindows = definition.Variants.Any(variant => variant.OperatingSystem?.Platform == Platform.Windows);
        var seen = new Dictionary<string, ImageTest>(onWindows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var test in definition.Tests)
        {
            if (!seen.TryAdd(test.GuestPath(test.Path), test))
            {
                diagnostics.Add(TestDiagnostics.SamePlace(test.Origin, test.Name, seen[test.GuestPath(test.Path)].Name));
            }
        }
    }
}

using System.Globalization;

namespace Xoap.Images.Testing;

/// <summary>What a run of tests tells people while it goes on.</summary>
internal static class TestWords
{
    /// <summary>Null: nothing.</summary>
    public static string? Of(TestProgress what) => what switch
    {
        TestProgress.Booting boot => string.Create(
            CultureInfo.InvariantCulture, $"{boot.Image} on {boot.Variant}: starting v{boot.Version} to test it, log: {boot.Log}"),
        TestProgress.Stopping stopping => string.Create(
            CultureInfo.InvariantCulture, $"stopping; Packer has {stopping.Patience.TotalSeconds:0} s to clean up"),
        TestProgress.Noticed noticed => $"{noticed.Problem.Code}: {noticed.Problem.Message}",
        _ => null,
    };
}

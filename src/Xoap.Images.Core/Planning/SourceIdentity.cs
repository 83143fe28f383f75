using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>What the base image is: a content, never a path.</summary>
internal static class SourceIdentity
{
    /// <summary>Attributes that say where the base image lies; its identity stands for them.</summary>
    private static readonly string[] Places = ["iso_url", "iso_urls", "iso_checksum", "iso_target_path", "iso_target_extension"];

    public static bool IsPlace(string attribute) => Array.IndexOf(Places, attribute) >= 0;

    /// <summary>The local disk images that have to be hashed.</summary>
    public static IEnumerable<SourceRequest> Requests(Variant variant) =>
        LocalImages(variant).Select(image => new SourceRequest(image.Path, FileUse.File, image.Origin));

    public static IEnumerable<FingerprintInput> Inputs(Variant variant, SourceContents contents)
    {
        if (variant.OperatingSystem is { } system)
        {
            yield return new FingerprintInput("operating system platform", system.Platform.ToString());
            yield return new FingerprintInput("operating system architecture", system.Architecture);
        }

        var local = LocalImages(variant).ToArray();
        foreach (var (path, _) in local)
        {
            yield return new FingerprintInput("base disk", Sha256(contents, path) ?? "");
        }

        if (local.Length > 0)
        {
            yield break;
        }

        // A declared checksum pins the bytes, so a mirror may change; without one the address is all there is.
        var checksum = (variant.Component.Find("iso_checksum")?.Value as SettingValue.Text)?.Value;
        if (checksum is not (null or "none"))
        {
            yield return new FingerprintInput("base image", Normalised(checksum));
            yield break;
        }

        foreach (var attribute in (string[])["iso_url", "iso_urls"])
        {
            if (variant.Component.Find(attribute) is { } setting)
            {
                yield return new FingerprintInput("base image", SettingText.Of(setting.Value));
            }
        }
    }

    /// <summary>A disk that is not the one the project pins must not be built on.</summary>
    public static void Check(Variant variant, SourceContents contents, DiagnosticBag diagnostics)
    {
        var declared = variant.Component.Find("iso_checksum");
        var checksum = (declared?.Value as SettingValue.Text)?.Value;
        if (checksum is null or "none" || !IsSha256(Normalised(checksum)))
        {
            return;
        }

        foreach (var (path, _) in LocalImages(variant))
        {
            if (Sha256(contents, path) is { } actual && actual != Normalised(checksum))
            {
                diagnostics.Add(PlanningDiagnostics.ChecksumMismatch(declared!.Origin, path, checksum, actual));
            }
        }
    }

    private static IEnumerable<(string Path, Origin Origin)> LocalImages(Variant variant)
    {
        foreach (var attribute in (string[])["iso_url", "iso_urls"])
        {
            if (variant.Component.Find(attribute) is not { } setting)
            {
                continue;
            }

            foreach (var text in SettingText.Texts(setting.Value))
            {
                if (Path.IsPathFullyQualified(text))
                {
                    yield return (text, setting.Origin);
                }
                else if (text.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
                {
                    yield return (new Uri(text).LocalPath, setting.Origin);
                }
            }
        }
    }

    private static string? Sha256(SourceContents contents, string path) =>
        contents.Find(path) is { Files: [var file] } ? file.Sha256 : null;

    private static string Normalised(string checksum) =>
        (checksum.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) ? checksum["sha256:".Length..] : checksum).ToLowerInvariant();

    private static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}

using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>What the base image is: a content where it is known, never a path of the building machine.</summary>
internal static class SourceIdentity
{
    /// <summary>Attributes that say where the base image lies; its identity stands for them.</summary>
    private static readonly string[] Places = ["iso_url", "iso_urls", "iso_checksum", "iso_target_path", "iso_target_extension"];

    public static bool IsPlace(string attribute) => Array.IndexOf(Places, attribute) >= 0;

    /// <summary>The local disk images that have to be hashed.</summary>
    public static IEnumerable<SourceRequest> Requests(Variant variant) =>
        variant.OperatingSystem is { Base: not null } system ? BaseImageCheck.Requests(system) : BaseFiles.Of(variant).Select(file => new SourceRequest(file.Path, file.Use, file.Origin));

    public static string BaseImageLabel(Ancestor image) => "base image " + image.Name;

    public static IEnumerable<FingerprintInput> Inputs(Variant variant, SourceContents contents)
    {
        if (variant.OperatingSystem is { } system)
        {
            yield return new FingerprintInput("operating system platform", system.Platform.ToString());
            yield return new FingerprintInput("operating system architecture", system.Architecture);
        }

        if (variant.OperatingSystem?.Base is { } image)
        {
            yield return new FingerprintInput(BaseImageLabel(image), image.Artifact);
            yield break;
        }

        var local = BaseFiles.Of(variant).ToArray();
        foreach (var file in local)
        {
            foreach (var input in Inputs(file, contents))
            {
                yield return input;
            }
        }

        // A declared checksum pins the bytes, so a mirror may change; without one the address is all there is.
        if (local.Length == 0 && (Checksum(variant) ?? Address(variant)) is { } identity)
        {
            yield return new FingerprintInput("base image", identity);
        }
    }

    /// <summary>A disk that is not the one the project pins must not be built on.</summary>
    public static void Check(Variant variant, SourceContents contents, DiagnosticBag diagnostics)
    {
        if (variant.OperatingSystem is { Base: { } image } system)
        {
            BaseImageCheck.Check(system, image, contents, diagnostics);
            return;
        }

        if (Checksum(variant) is not { } checksum || !IsSha256(checksum))
        {
            return;
        }

        foreach (var file in BaseFiles.Pinned(variant))
        {
            if (Sha256(contents, file.Path) is { } actual && actual != checksum)
            {
                var declared = variant.Component.Find("iso_checksum")?.Origin ?? file.Origin.At(Pin(file.Origin));
                diagnostics.Add(PlanningDiagnostics.ChecksumMismatch(declared, file.Path, $"sha256:{checksum}", actual));
            }
        }
    }

    private static IEnumerable<FingerprintInput> Inputs(BaseFile file, SourceContents contents)
    {
        if (file.Use == FileUse.File)
        {
            yield return new FingerprintInput("base disk", Sha256(contents, file.Path) ?? "");
            yield break;
        }

        foreach (var part in contents.Find(file.Path)?.Files ?? [])
        {
            yield return new FingerprintInput($"base disk {part.RelativePath}", part.Sha256);
        }
    }

    /// <summary>Lower-case digits of a SHA-256, or another checksum as it was given; null: the base is not pinned.</summary>
    private static string? Checksum(Variant variant)
    {
        var checksum = (variant.Component.Find("iso_checksum")?.Value as SettingValue.Text)?.Value ?? variant.OperatingSystem?.Checksum;
        return checksum is null or "none" ? null : Normalised(checksum);
    }

    private static string? Address(Variant variant) =>
        (variant.Component.Find("iso_url") ?? variant.Component.Find("iso_urls")) is { } setting
            ? SettingText.Of(setting.Value)
            : variant.OperatingSystem?.Source;

    /// <summary>The metadatum of an operating system that pins what another one names.</summary>
    private static string Pin(Origin origin) => origin.Metadata == "DiskImage" ? "Checksum" : "IsoChecksum";

    private static string? Sha256(SourceContents contents, string path) =>
        contents.Find(path) is { Files: [var file] } ? file.Sha256 : null;

    private static string Normalised(string checksum) =>
        (checksum.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) ? checksum["sha256:".Length..] : checksum).ToLowerInvariant();

    private static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}

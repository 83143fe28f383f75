namespace Xoap.Images.Reading;

/// <summary>Checksums as Packer writes them: <c>sha256:HEX</c>.</summary>
internal static class ChecksumText
{
    private const string NotPinned = "none";

    /// <summary>With its algorithm and in lower case; null when it is no checksum.</summary>
    public static string? Normal(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        if (plain == NotPinned)
        {
            return plain;
        }

        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        var algorithm = colon < 0 ? "sha256" : plain[..colon];
        var digits = plain[(colon + 1)..];
        return digits.Length == Length(algorithm) && IsHex(digits) ? $"{algorithm}:{digits}" : null;
    }

    private static int Length(string algorithm) => algorithm switch
    {
        "md5" => 32,
        "sha1" => 40,
        "sha256" => 64,
        "sha512" => 128,
        _ => -1,
    };

    private static bool IsHex(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}

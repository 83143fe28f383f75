using System.Text.RegularExpressions;

namespace Xoap.Images.Reading;

/// <summary>Texts that somebody took for a reference to a secret, and that are none where they stand.</summary>
internal static partial class ReferenceLike
{
    /// <summary>What to do instead, as a sentence; null: the text resembles no reference.</summary>
    public static string? Read(string text) =>
        !text.Contains("env:", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("file:", StringComparison.Ordinal) ? null
        : Cased().IsMatch(text) ? $"Write {text[..4].ToLowerInvariant()}{text[4..]}"
        : Entry().IsMatch(text) ? "Only a whole value can be a reference: use EnvironmentVariables of a step type that has it, or ElevatedPassword and the like"
        : OfFile().IsMatch(text) ? "A file is read only where a secret must stand: write env:NAME, or copy the file with a File step"
        : null;

    /// <summary>Env:NAME and ENV:NAME.</summary>
    [GeneratedRegex("^(?!env:)(?i:env):[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Cased();

    /// <summary>NAME=env:NAME as an entry of a list.</summary>
    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*=env:[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Entry();

    /// <summary>file:PATH, but no address.</summary>
    [GeneratedRegex(@"^file:[A-Za-z0-9_.~][^:\s]*$")]
    private static partial Regex OfFile();
}

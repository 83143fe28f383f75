using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

/// <summary>Mistakes that Packer's components would find themselves, beyond single attributes that are missing or too many.</summary>
internal static class ComponentDiagnostics
{
    /// <param name="add">What to do, up to the item for the block.</param>
    public static Diagnostic BlockMissing(
        Origin origin, string subject, string block, string component, string when, string add) => Diagnostic.Error(
        "XIMG2050", origin, $"{subject} has no block {block}, which Packer's {component} needs{when}. {add} Block=\"{block}\" …/>.");

    public static Diagnostic TooManyBlocks(Origin origin, string subject, string block, string component, int most) =>
        Diagnostic.Error(
            "XIMG2051", origin, $"{subject} has more than {most} blocks {block}, which is the most that Packer's {component} takes. Remove some.");

    public static Diagnostic WrongForm(Origin origin, string subject, string setting, string value, string expected, string when) =>
        Diagnostic.Error("XIMG2052", origin, $"{subject} has {setting}=\"{value}\", but it takes {expected}{when}.");

    public static Diagnostic EmptyNeeded(Origin origin, string subject, string setting, string component, string when) =>
        Diagnostic.Error(
            "XIMG2053",
            origin,
            $"{subject} needs an empty {setting} for Packer's {component}{when}. MSBuild cannot hand over an empty value: write {setting}='packer:\"\"'.");

    public static Diagnostic DefaultRefused(
        Origin origin, string subject, string setting, string component, IEnumerable<string> values, string when) =>
        Diagnostic.Error(
            "XIMG2054",
            origin,
            $"{subject} has no {setting}, and Packer's {component} refuses its own default{when}. Write one of: {string.Join(", ", values)}.");
}

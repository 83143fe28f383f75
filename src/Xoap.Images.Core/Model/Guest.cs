namespace Xoap.Images.Model;

/// <summary>The machine that a builder connects to.</summary>
internal static class Guest
{
    private const string None = "none";
    private const string FileBuilder = "file";

    /// <summary>Why there is no such machine, as it stands behind a builder's name; null: there is one.</summary>
    public static string? WhyNone(Variant variant) =>
        variant.Component.Name == FileBuilder ? $" of type {variant.Type}"
        : variant.Component.Find("communicator")?.Value is SettingValue.Text { Value: None } ? $" with Communicator=\"{None}\""
        : null;
}

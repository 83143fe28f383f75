namespace Xoap.Images.Rendering;

/// <summary>The scripts that the SDK brings along (folder Scripts).</summary>
internal static class ShippedScript
{
    public const string Prefix = "scripts/";

    /// <param name="name">With its extension: <c>WindowsUpdate.ps1</c>.</param>
    public static string Text(string name)
    {
        using var stream = typeof(ShippedScript).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"There is no script '{name}'.");
        using var reader = new StreamReader(stream);
        return ShellText.UnixLines(reader.ReadToEnd());
    }
}

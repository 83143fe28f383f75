namespace Xoap.Images.Rendering;

/// <summary>Text that is nothing but text, in an attribute that Packer reads as a Go template.</summary>
internal static class PackerText
{
    public static string Literal(string text) => text.Replace("{{", "{{`{{`}}", StringComparison.Ordinal);
}

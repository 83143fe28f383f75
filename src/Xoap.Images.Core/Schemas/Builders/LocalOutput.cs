namespace Xoap.Images.Schemas.Builders;

/// <summary>What to write instead of where a local image goes.</summary>
internal static class LocalOutput
{
    public const string Instead = "write $(ImageOutputDirectory) in a PropertyGroup";
    public const string NamedDisk = "leave it out: the disk is named after the image and its version ($(ImageName))";
}

using System.Security;
using System.Text;

namespace Xoap.Images.ImagePackages;

/// <summary>The file of an image package that NuGet imports into projects which refer to it: it brings the base image.</summary>
internal static class ImagePackageProps
{
    /// <summary>Where a variant's record stands in the package.</summary>
    public static string PathOf(string builder) => $"image/{builder}/image.json";

    public static string Text(string image, string packageId, string version, IEnumerable<string> builders)
    {
        var records = string.Join(';', builders.Select(builder => $"$(MSBuildThisFileDirectory)../{PathOf(builder)}"));
        return new StringBuilder()
            .Append("<Project>\n  <ItemGroup>\n")
            .Append("    <BaseImage Include=\"").Append(SecurityElement.Escape(image)).Append("\" Records=\"").Append(records).Append('"')
            .Append(" PackageId=\"").Append(SecurityElement.Escape(packageId)).Append("\" PackageVersion=\"").Append(SecurityElement.Escape(version)).Append("\" />\n")
            .Append("  </ItemGroup>\n</Project>\n")
            .ToString();
    }
}

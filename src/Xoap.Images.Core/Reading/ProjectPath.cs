namespace Xoap.Images.Reading;

/// <summary>Paths of the building machine: absolute, with '/' on every platform.</summary>
internal static class ProjectPath
{
    /// <summary>URLs and home folders stay as they are; '\' is a separator everywhere.</summary>
    public static string Absolute(string projectDirectory, string path)
    {
        if (path.Contains("://", StringComparison.Ordinal) || path.StartsWith("~/", StringComparison.Ordinal))
        {
            return path;
        }

        var plain = path.Replace('\\', '/');
        if (plain.StartsWith("//", StringComparison.Ordinal))
        {
            return plain; // a share: two slashes are its mark
        }

        return Path.GetFullPath(plain, projectDirectory).Replace('\\', '/');
    }
}

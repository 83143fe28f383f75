namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>The samples of the repository.</summary>
internal static class Sample
{
    /// <summary>Copies a sample's sources into the solution's folder <c>sample</c>.</summary>
    public static void Copy(string name, ImageSolution solution)
    {
        var sample = Repository.PathOf("samples", name);
        foreach (var file in Directory.GetFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, file);
            if (relative.Split('/')[0] is not ("bin" or "obj" or ".images"))
            {
                var copy = solution.PathOf(Path.Combine("sample", relative));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }
}

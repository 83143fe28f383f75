using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xoap.Images.History;
using Xoap.Images.Schemas;

namespace Xoap.Images.Tasks;

/// <summary>Tells what a build came to.</summary>
internal static class Results
{
    /// <summary>
    /// <c>project -> image (remark)</c>: loggers know this form from compiled projects, and the terminal logger, which hides other
    /// messages, shows it as the project's result.
    /// </summary>
    public static void Show(
        TaskLoggingHelper log, string projectFile, ImageManifest image, string stateDirectory, string outputDirectory, string remark)
    {
        var project = Path.GetFileNameWithoutExtension(projectFile);
        var name = $"{image.Image}-v{image.Version}";
        var suffix = remark.Length == 0 ? "" : $" ({remark})";
        if (image.Artifacts.IsEmpty)
        {
            Write(name);
        }

        foreach (var artifact in image.Artifacts)
        {
            // The null builder's artifact is nothing.
            var elsewhere = image.Provider == Providers.Any ? name : $"{name}, {artifact.Id}";
            Write(UpToDate.Locate(artifact, image.Builder, stateDirectory, outputDirectory) ?? elsewhere);
        }

        void Write(string result) => log.LogMessage(MessageImportance.High, "{0} -> {1}{2}", project, result, suffix);
    }
}

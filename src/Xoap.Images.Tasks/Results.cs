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
        var name = $"{image.Image}-v{image.Version}";
        if (image.Artifacts.IsEmpty)
        {
            Show(log, projectFile, name, remark);
        }

        foreach (var artifact in image.Artifacts)
        {
            // The null builder's artifact is nothing.
            var elsewhere = image.Provider == Providers.Any ? name : $"{name}, {artifact.Id}";
            Show(log, projectFile, UpToDate.Locate(artifact, image.Builder, stateDirectory, outputDirectory) ?? elsewhere, remark);
        }
    }

    /// <inheritdoc cref="Show(TaskLoggingHelper, string, ImageManifest, string, string, string)"/>
    public static void Show(TaskLoggingHelper log, string projectFile, string result, string remark) =>
        log.LogMessage(MessageImportance.High, "{0} -> {1} ({2})", Path.GetFileNameWithoutExtension(projectFile), result, remark);
}

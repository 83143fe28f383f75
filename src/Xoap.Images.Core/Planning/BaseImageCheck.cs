using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>The files of a base image are those that were recorded, wherever they were found.</summary>
internal static class BaseImageCheck
{
    public static IEnumerable<SourceRequest> Requests(Xoap.Images.Model.OperatingSystem system) => system.MissingBase is null
        ? system.BaseFiles.Select(file => new SourceRequest(file.Path!, FileUse.File, system.Origin))
        : [];

    public static void Check(Xoap.Images.Model.OperatingSystem system, Ancestor image, SourceContents contents, DiagnosticBag diagnostics)
    {
        foreach (var file in system.BaseFiles)
        {
            if (contents.Find(file.Path!) is { Files: [var found] } && found.Sha256 != file.Sha256)
            {
                diagnostics.Add(PlanningDiagnostics.BaseImageIsAltered(system.Origin, image.FullName(), file.Path!));
            }
        }
    }
}

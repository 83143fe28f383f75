using Xoap.Images.Diagnostics;
using Xoap.Images.History;

namespace Xoap.Images.Running;

/// <summary>What the disk of the folder for images may do to a build.</summary>
internal static class OutputFault
{
    public static Diagnostic Of(string folder, Exception problem)
    {
        var origin = Origin.Property("ImageOutputDirectory");
        return DiskFault.IsFull(problem)
            ? RunningDiagnostics.OutputDiskIsFull(origin, folder)
            : RunningDiagnostics.OutputNotWritable(origin, folder, problem.Message);
    }
}

using Microsoft.Build.Utilities;
using Xoap.Images.Diagnostics;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Shows diagnostics as MSBuild's errors and warnings: code, help link, file, line and column.</summary>
/// <param name="help">URI of the page with one anchor per code.</param>
internal sealed class BuildLog(TaskLoggingHelper log, string help)
{
    public void Write(Diagnostic diagnostic, Place place)
    {
        var link = $"{help}#{diagnostic.Code.ToLowerInvariant()}";
        if (diagnostic.Severity == Severity.Error)
        {
            log.LogError(
                null, diagnostic.Code, null, link, place.File, place.Line, place.Column, 0, 0, "{0}", diagnostic.Message);
        }
        else
        {
            log.LogWarning(
                null, diagnostic.Code, null, link, place.File, place.Line, place.Column, 0, 0, "{0}", diagnostic.Message);
        }
    }
}

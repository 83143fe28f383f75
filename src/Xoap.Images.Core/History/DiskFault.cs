using Xoap.Images.Diagnostics;

namespace Xoap.Images.History;

/// <summary>What a disk may do to us at any time, told apart from mistakes of ours.</summary>
internal static class DiskFault
{
    private const int LinuxNoSpace = 28;
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    public static bool Is(Exception problem) => problem is IOException or UnauthorizedAccessException;

    public static bool IsFull(Exception problem) => problem is IOException && problem.HResult
        is LinuxNoSpace or LinuxQuota or MacQuota or WindowsDiskFull or WindowsHandleDiskFull;

    /// <summary>The state folder could not be written.</summary>
    public static Diagnostic OfState(string folder, Exception problem) => IsFull(problem)
        ? HistoryDiagnostics.StateDiskIsFull(Origin.Property("ImageStateDirectory"), folder)
        : HistoryDiagnostics.StateFolderNotWritable(Origin.Property("ImageStateDirectory"), folder, problem.Message);
}

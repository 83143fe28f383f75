using System.Globalization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.History;

/// <summary>The image version of one build: taken by its first variant that really builds, shared by the others.</summary>
/// <param name="outputDirectory">Where images of earlier builds may lie although the state folder is new.</param>
/// <param name="given">The number that the user asks for, or null for the next free one.</param>
internal sealed class BuildVersion(string stateDirectory, string outputDirectory, string image, int? given)
{
    private readonly Lock _gate = new();
    private int? _taken;

    /// <summary>The number, or null after a diagnostic.</summary>
    public int? Take(DiagnosticBag bag)
    {
        lock (_gate)
        {
            return _taken ??= given is { } number ? TakeGiven(number, bag) : TakeNext(bag);
        }
    }

    private int? TakeGiven(int number, DiagnosticBag bag)
    {
        var origin = Origin.Property("ImageVersionNumber");
        if (number < 1)
        {
            bag.Add(HistoryDiagnostics.VersionIsNotPositive(origin, number));
            return null;
        }

        try
        {
            if (TryClaim(number))
            {
                return number;
            }

            bag.Add(HistoryDiagnostics.VersionIsTaken(origin, image, number));
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            bag.Add(DiskFault.OfState(stateDirectory, problem));
        }

        return null;
    }

    private int? TakeNext(DiagnosticBag bag)
    {
        try
        {
            for (var number = Math.Max(NewestClaim(), NewestFile()) + 1; ; number++)
            {
                if (TryClaim(number))
                {
                    return number;
                }
            }
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            bag.Add(DiskFault.OfState(stateDirectory, problem));
            return null;
        }
    }

    private string Claims => Path.Combine(stateDirectory, image, "versions");

    private bool TryClaim(int number)
    {
        Directory.CreateDirectory(Claims);
        var path = Path.Combine(Claims, number.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var claim = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private int NewestClaim()
    {
        var newest = 0;
        if (Directory.Exists(Claims))
        {
            foreach (var claim in Directory.EnumerateFiles(Claims))
            {
                newest = Math.Max(newest, Number(Path.GetFileName(claim)));
            }
        }

        return newest;
    }

    /// <summary>The highest version among <c>builder/name-vN.*</c>.</summary>
    private int NewestFile()
    {
        var newest = 0;
        if (!Directory.Exists(outputDirectory))
        {
            return newest;
        }

        foreach (var builder in Directory.EnumerateDirectories(outputDirectory))
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(builder, image + "-v*"))
            {
                var version = Path.GetFileName(entry)[(image.Length + 2)..];
                newest = Math.Max(newest, Number(version.Split('.')[0]));
            }
        }

        return newest;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : 0;
}

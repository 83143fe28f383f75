using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.History;

namespace Xoap.Images.Running;

/// <summary>The Packer of this machine.</summary>
/// <param name="Path">Absolute path of the program.</param>
internal sealed record PackerVersion(string Path, Version Version)
{
    private const string Start = "Packer v";
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>What setsid and its like end with when they cannot start a program.</summary>
    private const int CannotExecute = 126;
    private const int NotFound = 127;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Finds Packer and asks its version, once per program file; null after a diagnostic.</summary>
    /// <param name="program">A name, or a path.</param>
    public static async Task<PackerVersion?> ReadAsync(
        string program,
        IReadOnlyDictionary<string, string> environment,
        DiagnosticBag bag,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var origin = Origin.Property("PackerPath");
        if (ProgramPath.Find(program, environment.GetValueOrDefault("PATH")) is not { } path)
        {
            bag.Add(RunningDiagnostics.PackerNotFound(origin, program));
            return null;
        }

        var file = new FileInfo(path);
        var identity = string.Create(CultureInfo.InvariantCulture, $"{path}|{file.Length}|{file.LastWriteTimeUtc.Ticks}");
        var cached = System.IO.Path.Combine(
            PackerEnvironment.CacheFolder(environment),
            "packer-versions",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16]);
        if (Cached(cached) is { } known)
        {
            return new PackerVersion(path, known);
        }

        try
        {
            var (said, complaint, code) = await AskAsync(path, environment, time, cancellationToken);
            if (Parse(said) is { } version)
            {
                Remember(cached, version);
                return new PackerVersion(path, version);
            }

            bag.Add(code is CannotExecute or NotFound
                ? RunningDiagnostics.PackerCannotStart(origin, path, LogLine.Readable(complaint.Trim(), 200))
                : RunningDiagnostics.NotPacker(origin, path, LogLine.Readable(said, 100)));
        }
        catch (Exception problem) when (problem is Win32Exception || DiskFault.Is(problem))
        {
            bag.Add(RunningDiagnostics.PackerCannotStart(origin, path, problem.Message));
        }

        return null;
    }

    /// <summary>The version in what <c>packer version</c> says; null when it is something else.</summary>
    internal static Version? Parse(string said)
    {
        if (!said.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        var number = said.AsSpan(Start.Length);
        var end = number.IndexOfAnyExcept(NumberCharacters);
        return Version.TryParse(end < 0 ? number : number[..end], out var version) ? version : null;
    }

    private static async Task<(string Said, string Complaint, int Code)> AskAsync(
        string path, IReadOnlyDictionary<string, string> environment, TimeProvider time, CancellationToken cancellationToken)
    {
        var (said, complaint) = (new StringBuilder(), new StringBuilder());
        var command = new PackerCommand(
            path,
            ["version"],
            System.IO.Path.GetTempPath(),
            PackerEnvironment.Of(environment, System.IO.Path.GetTempPath(), "version", []));
        using var timeout = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var packer = await PackerProcess.StartAsync(command, time);
        var exit = await packer.EndAsync(
            text => said.Append(text[..Math.Min(text.Length, 1000)]),
            text => complaint.Append(text[..Math.Min(text.Length, 1000)]),
            new PackerStop(StopBehavior.Cleanup, TimeSpan.FromSeconds(2), () => { }),
            stop.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return (said.ToString(), complaint.ToString(), exit.Code);
    }

    private static Version? Cached(string file)
    {
        try
        {
            return File.Exists(file) && Version.TryParse(File.ReadAllText(file), out var version) ? version : null;
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            return null;
        }
    }

    private static void Remember(string file, Version version)
    {
        try
        {
            AtomicFile.Write(file, version.ToString());
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            // Asked again next time.
        }
    }
}

namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>The real Packer, first on PATH, behind a script that notes each call.</summary>
internal sealed class CountedPacker
{
    private readonly string _calls;

    public CountedPacker(ImageSolution solution)
    {
        var folder = solution.PathOf("tools");
        _calls = Path.Combine(folder, "calls.txt");
        var real = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(path => Path.Combine(path, "packer")).First(File.Exists);
        var script = solution.Write("tools/packer", $"#!/bin/sh\necho \"$1\" >> '{_calls}'\nexec '{real}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        solution.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        // The version of a program is asked once and kept there.
        solution.Environment["XDG_CACHE_HOME"] = solution.PathOf("cache");
    }

    /// <summary>The first arguments of all calls so far.</summary>
    public string[] Calls => File.Exists(_calls) ? File.ReadAllLines(_calls) : [];
}

using System.Collections;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Tests.History;

namespace Xoap.Images.Tests.Running;

/// <summary>A tiny image that a real Packer builds in a blink: a text file and steps on this machine.</summary>
internal sealed class ARun : IDisposable
{
    private readonly string _folder;
    private readonly List<(string Name, string? Timeout)> _steps = [];

    /// <param name="folder">An existing folder; without it one of its own, gone afterwards.</param>
    public ARun(string? folder = null)
    {
        _folder = folder ?? Directory.CreateTempSubdirectory("ximg-").FullName;
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            Environment[(string)variable.Key] = (string)variable.Value!;
        }

        Environment["XDG_CACHE_HOME"] = this["cache"];
    }

    public Dictionary<string, string> Environment { get; } = [];

    public List<RunProgress> Progress { get; } = [];

    public List<SecretVariable> Secrets { get; } = [];

    public List<PrivateFile> PrivateFiles { get; } = [];

    public string Packer { get; set; } = "/usr/bin/packer";

    public string PackerVersion { get; set; } = "1.6.6";

    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);

    public TimeSpan? BuildTimeout { get; set; }

    public StopBehavior StopBehavior { get; set; }

    public bool Force { get; set; } = true;

    public int? VersionNumber { get; set; }

    public string Content { get; set; } = "hello";

    public string this[string relative] => Path.Combine(_folder, relative);

    public string StateDirectory { get; set; } = "";

    public string OutputDirectory => this["images"];

    public RunHistory History => new(State);

    private string State => StateDirectory.Length > 0 ? StateDirectory : this["state"];

    /// <summary>Adds a step that runs a shell script on this machine.</summary>
    public ARun Step(string name, string script, string? timeout = null)
    {
        _steps.Add((name, timeout));
        Write($"rendered/steps/{_steps.Count:000}-{name}.sh", "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                this[$"rendered/steps/{_steps.Count:000}-{name}.sh"],
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return this;
    }

    public RunRequest Request()
    {
        var variables = string.Concat(Secrets.Select(secret => $"variable \"{secret.Name}\" {{\n  sensitive = true\n}}\n"));
        var steps = string.Concat(_steps.Select((step, index) => $$"""
              provisioner "shell-local" {
                script = "${path.root}/steps/{{index + 1:000}}-{{step.Name}}.sh"
                environment_vars = [{{string.Join(", ", Secrets.Select(secret => $"\"{secret.Name}=${{var.{secret.Name}}}\""))}}]
                {{(step.Timeout is null ? "" : $"timeout = \"{step.Timeout}\"")}}
              }

            """));
        Write("rendered/web.pkr.hcl", $$"""
            variable "image_version" {}
            variable "output_directory" {}
            variable "manifest_path" {}
            {{variables}}
            source "file" "web" {
              content = "{{Content}}"
              target  = "${var.output_directory}/disk.txt"
            }
            build {
              sources = ["source.file.web"]
            {{steps}}
              post-processor "manifest" {
                output = var.manifest_path
              }
            }
            """);
        var plan = APlan.Of(("content", Content)) with
        {
            Steps = [.. _steps.Select((step, index) => APlan.Step(index + 1, step.Name) with
            {
                Timeout = step.Timeout is { } seconds ? TimeSpan.FromSeconds(int.Parse(seconds.TrimEnd('s'))) : TimeSpan.FromHours(1),
            })],
        };
        return new RunRequest(
            plan,
            _folder,
            this["rendered"],
            new RenderedImage("web.pkr.hcl", [], [.. Secrets], [.. _steps.Select(Mark)]) { PrivateFiles = [.. PrivateFiles] },
            State,
            OutputDirectory,
            Packer,
            PackerVersion,
            "0.1.0",
            Environment,
            new BuildVersion(State, OutputDirectory, "web", VersionNumber),
            Force,
            ["never built"],
            StopTimeout,
            BuildTimeout,
            StopBehavior,
            TimeProvider.System);
    }

    public Task<RunResult> BuildAsync(CancellationToken cancellationToken = default) =>
        PackerRunner.RunAsync(Request(), Report, cancellationToken);

    /// <summary>Starts a build and cancels it when a step has begun.</summary>
    public async Task<RunResult> CancelInAsync(string step)
    {
        using var cancel = new CancellationTokenSource();
        return await PackerRunner.RunAsync(
            Request(),
            progress =>
            {
                Report(progress);
                if (progress is RunProgress.StepStarted started && started.Name == step)
                {
                    cancel.CancelAfter(200);
                }
            },
            cancel.Token);
    }

    public RunRecord Record(int version = 1) => RunHistory.Read(this[$"state/web/local/runs/{version}"], [])!;

    public string Log(int version = 1) => File.ReadAllText(this[$"state/web/local/runs/{version}/packer.log"]);

    public ImageManifest? Newest() => History.Newest("web", "local", []);

    /// <summary>What lies in the output folder, work folders included.</summary>
    public string[] Images() => Directory.Exists(this["images/local"])
        ? [.. Directory.EnumerateFileSystemEntries(this["images/local"]).Select(path => Path.GetFileName(path)!).Order()]
        : [];

    /// <summary>Processes that carry the mark of any run of this image.</summary>
    public IReadOnlyList<GroupMember> Alive() => [.. History.Runs("web", "local", [])
        .Where(run => run.Record.ProcessGroup is not null)
        .SelectMany(run => new ProcessGroup(run.Record.ProcessGroup!.Value).Members())];

    public void Dispose()
    {
        foreach (var run in History.Runs("web", "local", []))
        {
            if (run.Record.ProcessGroup is { } group)
            {
                new ProcessGroup(group, $"XOAP_IMAGES_RUN={run.Record.RunId}").Kill(keepMachines: false);
            }
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
    }

    private static StepMark Mark((string Name, string? Timeout) step, int index) => new(
        index + 1, step.Name, new Origin("Provisioner", step.Name, index), [$"{index + 1:000}-{step.Name}.sh"]);

    private void Report(RunProgress progress)
    {
        lock (Progress)
        {
            Progress.Add(progress);
        }
    }
}

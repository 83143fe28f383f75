using System.Collections;
using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Testing;
using Xoap.Images.TestReports;
using Xoap.Images.Tests.History;

namespace Xoap.Images.Tests.Testing;

/// <summary>A start of an image that a real Packer makes in a blink: the guest's part is played by a script on this machine.</summary>
internal sealed class ABoot : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ximg-").FullName;
    private readonly List<ListedFile> _files = [];

    public string this[string relative] => Path.Combine(_folder, relative);

    public List<(string Name, TestState State, string Message, bool Ran)> Results { get; } = [];

    /// <summary>When the test of each result began.</summary>
    public List<DateTimeOffset?> Started { get; } = [];

    public TimeSpan? Timeout { get; init; }

    public bool KeepOnFailure { get; init; }

    /// <summary>A secret that the guest is told, by name of the environment variable and of the Packer variable.</summary>
    public string? Secret { get; init; }

    /// <summary>A secret that the image was built with.</summary>
    public string? ImageSecret { get; init; }

    public TestHistory History => new(this["state"]);

    public TestRecord Record => Assert.Single(History.Of("web", "local", [])).Record;

    public string Log => File.ReadAllText(Assert.Single(Directory.GetFiles(_folder, "packer.log", SearchOption.AllDirectories)));

    public VariantTests Variant => new(APlan.Of() with { Tests = [.. _files.Select(file => file.Test)] }, [.. _files]);

    /// <summary>Adds a file of Bats tests, each with its line.</summary>
    public ABoot Tests(string name, params string[] tests)
    {
        var path = this[name].Replace('\\', '/');
        File.WriteAllText(path, string.Concat(tests.Select(test => $"@test \"{test}\" {{\n    true\n}}\n")));
        var test = new ImageTest(
            name, TestFramework.Bats, TestPhase.Test, path, TimeSpan.FromMinutes(1), new TestLogin(null, null, null, false), [], null,
            new TestSelection([], [], [], [], new Applicability([], [], [], []), [], true), new TestPlace(_folder, ""), "", new Origin("ImageTest", name));
        _files.Add(ListedFile.Of(new PlannedTest(_files.Count + 1, test, [])));
        return this;
    }

    /// <summary>Starts it; the script plays the guest: <c>say WORDS</c> is a line of the tests' report, live and in the results file.</summary>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(string script, CancellationToken cancellationToken = default)
    {
        var environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
        environment["XDG_CACHE_HOME"] = this["cache"];
        environment["TOKEN"] = Secret ?? "";
        environment["OTHER"] = ImageSecret ?? "";
        var rendered = Directory.CreateDirectory(this["rendered"]).FullName;
        File.WriteAllText(Path.Combine(rendered, "guest.sh"), $"""
            #!/bin/sh
            heard() {'{'} echo "xoap-test $*"; {'}'}
            say() {'{'} heard "$@"; echo "xoap-test $*" >> "$PKR_VAR_test_results_path"; {'}'}
            {script}
            """.ReplaceLineEndings("\n") + "\n");
        File.WriteAllText(Path.Combine(rendered, "web.pkr.hcl"), $$"""
            variable "image_version" {}
            variable "output_directory" {}
            variable "test_results_path" {}
            {{(Secret is null ? "" : "variable \"token\" {\n  sensitive = true\n}")}}
            source "null" "local" {
              communicator = "none"
            }
            build {
              sources = ["source.null.local"]
              provisioner "shell-local" {
                execute_command = ["/bin/sh", "${path.root}/guest.sh"]
                command         = "true"
              }
            }
            """);
        var boot = new TestBootRequest(
            Variant.Plan,
            3,
            [.. _files],
            rendered,
            new RenderedImage("web.pkr.hcl", [], Secret is null ? [] : [new SecretVariable("token", new SecretReference(SecretSource.Env, "TOKEN"), Origin.Project)], []),
            new PackerVersion("/usr/bin/packer", new Version(1, 6, 6)),
            new TestRunOptions(
                this["web.imgproj"], this["resolved.json"], this["state"], this["images"], this["rendered"], "", TestBoots.PerVariant, 1,
                TimeSpan.FromSeconds(20), Timeout, KeepOnFailure),
            ImageSecret is null ? [] : [new SecretVariable("other", new SecretReference(SecretSource.Env, "OTHER"), Origin.Project)],
            environment,
            TimeProvider.System);
        return await new TestBoot(boot, Report).RunAsync(cancellationToken);
    }

    public void Dispose()
    {
        foreach (var (_, record) in History.Of("web", "local", []))
        {
            if (record.ProcessGroup is { } group)
            {
                new ProcessGroup(group, $"XOAP_IMAGES_RUN={record.RunId}").Kill(keepMachines: false);
            }

            if (record.TemporaryFolder is { } temporary)
            {
                TemporaryFolder.Remove(temporary);
            }
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Report(TestProgress what)
    {
        if (what is TestProgress.Ended ended)
        {
            lock (Results)
            {
                Started.Add(ended.Result.Started);
                Results.Add((string.Join('/', ended.Result.Path), ended.Result.State, ended.Result.Message, ended.Ran));
            }
        }
    }
}

using System.Collections;
using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Running;

/// <summary>The real Packer looks at images that only it can find wrong, and its words end at the user's settings.</summary>
public class PackerValidationTests
{
    [Fact]
    public async Task Nothing_is_said_of_a_good_image_whose_secrets_are_not_there() => Assert.Empty(await Check(An.Image()
        .Builder("gcp", "googlecompute", "ProjectId=env:PROJECT", "Zone=env:ZONE", "SourceImageFamily=debian-12", "SshUsername=packer")
        .OperatingSystem("debian-12", "Platform=Linux")
        .Provisioner("hello", "shell", "Inline=true", "EnvironmentVars=NAME=x")
        .Group("basics", "hello").Role("server", "basics")));

    [Fact]
    public async Task A_token_has_a_form_that_packer_looks_into() => Assert.Empty(await Check(An.Image()
        .Builder("azure", "azure-arm", "ClientId=env:ID", "ClientJwt=env:JWT", "TenantId=env:TENANT", "SubscriptionId=env:SUBSCRIPTION",
            "ManagedImageName=web", "ManagedImageResourceGroupName=env:GROUP", "ImagePublisher=a", "ImageOffer=b", "ImageSku=c",
            "Location=env:LOCATION", "OsType=Linux")
        .OperatingSystem("debian-12", "Platform=Linux")
        .Provisioner("hello", "shell", "Inline=true").Group("basics", "hello").Role("server", "basics")));

    [Fact]
    public async Task A_builder_s_problem_stands_at_its_setting_or_at_the_builder()
    {
        var problems = await Check(An.Image()
            .Builder("guest", "Null", "SshHost=guest.example", "SshUsername=a", "SshPrivateKeyFile=gone.pem")
            .Provisioner("hello", "shell", "Inline=true").Group("basics", "hello").Role("server", "basics"));
        Read.IsProblem(
            problems,
            "XIMG4100",
            "Builder.guest.SshPrivateKeyFile",
            "Packer does not accept the builder 'guest': ssh_private_key_file is invalid: stat /projects/web/gone.pem: no such file or directory. "
            + "Correct the setting that it names.");
    }

    [Fact]
    public async Task Every_step_s_problem_stands_at_the_step()
    {
        var problems = await Check(An.Image()
            .Builder("local", "Null", "Communicator=none")
            .Provisioner("first", "LocalCommand", "Command=true")
            .Provisioner("second", "shell", "Inline=true", "EnvironmentVars=nothing")
            .Provisioner("third", "windows-shell", "Script=gone.cmd")
            .Group("basics", "first;second;third").Role("server", "basics"));
        Assert.Equal(
            [
                "XIMG4100 Provisioner.second: Packer does not accept the step 'second': Environment variable not in format 'key=value': nothing. Correct the setting that it names.",
                "XIMG4100 Provisioner.third.Script: Packer does not accept the step 'third': Bad script '/projects/web/gone.cmd': "
                + "stat /projects/web/gone.cmd: no such file or directory. Correct the setting that it names.",
            ],
            problems.Select(problem => $"{problem.Code} {Read.Place(problem.Origin)}: {problem.Message}"));
    }

    [Fact]
    public async Task A_machine_to_clone_by_name_is_known_to_its_host_only() => Read.IsProblem(
        await Check(An.Image().Builder("hv", "HyperVClone", "SwitchName=lan", "SshUsername=a", "ShutdownCommand=x")
            .OperatingSystem("debian-12", "Platform=Linux", "Template=debian-12")
            .Provisioner("hello", "shell", "Inline=true").Group("basics", "hello").Role("server", "basics")),
        "XIMG4104",
        "Builder.hv",
        "Packer's component ended while it checked the builder 'hv' ('unexpected EOF'), so nobody knows whether it is right. "
        + "It asks Hyper-V on this machine about the one to clone: check it on the Windows host that has it, or clone an exported one (DiskImage).");

    [Fact]
    public async Task A_component_that_ends_while_it_is_checked_is_no_mistake_of_the_image()
    {
        using var folder = new TempFolder();
        var packer = Executable(folder, "#!/bin/sh\nprintf 'Error: unexpected EOF\\n\\n  on a.pkr.hcl line 1:\\n  (source code not available)\\n'\nexit 1\n");
        var problem = Assert.Single(await Check(An.DebianImage(), packer));
        Assert.Equal("XIMG4104", problem.Code);
        Assert.EndsWith("Run 'packer validate' by hand on the rendered folder, or install another release of Packer.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!/bin/sh\necho 'broken pipe of the plugin' >&2\nexit 3\n", "XIMG4102", "'packer validate' ended with exit code 3", "'broken pipe of the plugin'")]
    [InlineData("#!/bin/sh\nexit 0\n", null, "", "")]
    public async Task A_packer_that_fails_without_a_word_about_the_image_is_told(string program, string? code, string exit, string words)
    {
        using var folder = new TempFolder();
        var packer = Executable(folder, program);
        var problems = await Check(An.DebianImage(), packer);
        Assert.Equal(code, problems.SingleOrDefault()?.Code);
        Assert.All(problems, problem => Assert.Equal("Builder.qemu", Read.Place(problem.Origin)));
        Assert.All(problems, problem => Assert.Contains(exit, problem.Message, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Contains(words, problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Newer_packers_install_plugins_first_and_may_fail_at_it()
    {
        using var folder = new TempFolder();
        var packer = Executable(folder, $"#!/bin/sh\necho \"$1\" >> {folder["calls"]}\necho 'no route to host'\n[ \"$1\" = validate ]\n");
        var problems = await Check(An.DebianImage(), packer, new Version(1, 11, 0));
        Read.IsProblem(
            problems,
            "XIMG4103",
            "Builder.qemu",
            "Packer could not install the plugins that it checks the image with: no route to host. The network may be missing, or a proxy.");
        Assert.Equal("init\n", File.ReadAllText(folder["calls"]));
    }

    [Fact]
    public async Task Warnings_stay_warnings()
    {
        using var folder = new TempFolder();
        var packer = Executable(folder, "#!/bin/sh\nprintf 'Warning: Old setting\\n\\nssh_username is old.\\n'\n");
        var warning = Assert.Single(await Check(An.DebianImage(), packer));
        Assert.Equal(("XIMG4101", Severity.Warning, "Builder.qemu"), (warning.Code, warning.Severity, Read.Place(warning.Origin)));
        Assert.Equal("Packer warns of the template for 'qemu': Old setting. ssh_username is old.", warning.Message);
    }

    [Fact]
    public async Task A_cancelled_check_ends_at_once()
    {
        using var folder = new TempFolder();
        var packer = Executable(folder, "#!/bin/sh\nsleep 60\n");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Check(An.DebianImage(), packer, cancellationToken: cancel.Token))
            .WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static string Executable(TempFolder folder, string text)
    {
        var path = folder.Write("packer", text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private static async Task<IReadOnlyList<Diagnostic>> Check(
        ImageSourceBuilder project, string packer = "/usr/bin/packer", Version? version = null, CancellationToken cancellationToken = default)
    {
        using var folder = new TempFolder();
        var diagnostics = new DiagnosticBag();
        var plan = Assert.Single(Planner.Plan(Read.Valid(project), new SourceContents(), diagnostics));
        var rendered = RenderedFolder.Render(plan, PackerProfile.For(version ?? RenderedFolder.Legacy.Version), diagnostics);
        Assert.Empty(diagnostics);
        foreach (var file in rendered.Files)
        {
            folder.Write(file.Path, file.Text!);
        }

        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
        environment["XDG_CACHE_HOME"] = folder["cache"];
        return await PackerValidation.RunAsync(
            new ValidationRequest(
                plan, rendered, folder.Path, new PackerVersion(packer, version ?? RenderedFolder.Legacy.Version), environment, TimeProvider.System),
            cancellationToken);
    }
}

using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

public class TemplateRendererTests
{
    [Theory]
    [InlineData("execute_command", "RunAs", "root", "XIMG3010")]
    [InlineData("remote_folder", "RunAs", "root; reboot", "XIMG3011")]
    [InlineData("remote_folder", "RunAs", "{{ .Path }}", "XIMG3011")]
    public void A_user_that_cannot_be_is_a_diagnostic(string attribute, string metadata, string user, string code)
    {
        var step = A.Provisioner("x", "LinuxShellCommand", "shell", A.Text("Command", "true"), A.Text(metadata, user)) with
        {
            Component = new Component("shell", [A.Text(attribute, "x")], []),
        };
        Assert.Equal([code], Codes(step));
    }

    [Fact]
    public void A_name_that_no_shell_can_have_is_a_diagnostic() =>
        Assert.Equal(["XIMG3012"], Codes(A.Provisioner("x", "LinuxShellCommand", "shell", A.Text("Command", "true"), Map("MY-NAME"))));

    [Fact]
    public void A_binary_script_runs_as_it_is_but_not_with_arguments()
    {
        using var folder = new TempFolder();
        var path = folder["binary"];
        File.WriteAllBytes(path, [0x7f, (byte)'E', (byte)'L', (byte)'F', 0xff, 0xfe, 0, 1]);
        var step = A.Provisioner("x", "LinuxShellScript", "shell", A.Text("Script", path) with { Files = FileUse.File });
        Assert.Empty(Codes(step));
        Assert.Equal(["XIMG3013"], Codes(step with { Own = [.. step.Own, A.Text("Arguments", "x")] }));
    }

    [Theory]
    [InlineData("LinuxShellCommand", "shell")]
    [InlineData("LinuxShellScript", "shell")]
    [InlineData("LocalCommand", "shell-local")]
    [InlineData("File", "file")]
    public void A_step_without_work_is_a_diagnostic(string type, string component) =>
        Assert.Equal(["XIMG3014"], Codes(A.Provisioner("x", type, component)));

    [Fact]
    public void A_download_cannot_have_braces_in_its_paths() =>
        Assert.Equal(
            ["XIMG3015"],
            Codes(A.Provisioner(
                "x", "File", "file", A.Text("Source", "/{{x}}"), A.Text("Destination", "/y"), A.Text("Direction", "download"))));

    [Fact]
    public void Equal_secrets_share_a_variable_and_similar_names_do_not()
    {
        using var rendered = RenderedFolder.Of(
            [A.Text("communicator", "none")],
            A.Provisioner("a", "LocalCommand", "shell-local", A.Text("Command", "true"), Map("A", "TOKEN"), A.Text("Labels", "")),
            A.Provisioner("b", "LocalCommand", "shell-local", A.Text("Command", "true"), Map("B", "TOKEN")),
            A.Provisioner("c", "LocalCommand", "shell-local", A.Text("Command", "true"), Map("C", "Token")));
        Assert.Equal(
            [("env_token", "TOKEN"), ("env_token_2", "Token")],
            rendered.Image.Secrets.Select(secret => (secret.Name, secret.Reference.Name)));
    }

    [Fact]
    public async Task A_local_command_sees_only_the_secrets_that_it_is_given()
    {
        using var folder = new TempFolder();
        using var rendered = RenderedFolder.Of(
            [A.Text("communicator", "none")],
            A.Provisioner(
                "mine", "LocalCommand", "shell-local", A.Text("Command", $"env > {folder["mine"]}"), Map("MINE", "FIRST")),
            A.Provisioner(
                "none",
                "LocalCommand",
                "shell-local",
                A.Text("Command", $"env > 'none {{{{x}}}} $HOME'"),
                A.Text("WorkingDirectory", folder.Path)),
            A.Provisioner(
                "later", "LocalCommand", "shell-local", A.Text("Command", $"env > {folder["later"]}"), Map("MINE", "SECOND")));
        await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]);
        await rendered.Build(
            ("FIRST", "first 's'"), ("SECOND", "second 's'"), ("PKR_VAR_env_first", "first 's'"), ("PKR_VAR_env_second", "second 's'"));
        var (mine, none, later) = (Read("mine"), Read("none {{x}} $HOME"), Read("later"));
        Assert.Contains("MINE=first 's'\n", mine, StringComparison.Ordinal);
        Assert.Contains("MINE=second 's'\n", later, StringComparison.Ordinal);
        Assert.Contains("PACKER_BUILD_NAME=local\n", none, StringComparison.Ordinal);
        Assert.DoesNotContain("second", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("first 's'", none + later, StringComparison.Ordinal);
        Assert.DoesNotContain("second 's'", none, StringComparison.Ordinal);

        string Read(string name) => File.ReadAllText(folder[name]);
    }

    [Fact]
    public async Task The_folder_may_have_any_name()
    {
        using var folder = new TempFolder();
        using var rendered = RenderedFolder.Of(
            [A.Text("communicator", "none")],
            A.Provisioner("x", "LocalCommand", "shell-local", A.Text("Command", $"echo ok > {folder["out"]}\nexit 3")) with
            {
                Component = new Component(
                    "shell-local",
                    [new Setting("valid_exit_codes", new SettingValue.List([new SettingValue.Number("3")]), Impact.Content, Origin.Project)],
                    []),
            });
        var moved = folder["a folder 'q' ü {{x}} $HOME"];
        rendered.CopyTo(moved);
        await Packer.Succeeds(moved, ["build", "."]);
        Assert.Equal("ok\n", File.ReadAllText(folder["out"]));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "tcg", true)]
    [InlineData("kvm", "tcg", false)]
    public void The_machine_s_accelerator_is_used_unless_the_user_names_one(string? own, string? machine, bool expected)
    {
        var variant = own is null ? A.Qemu() : A.Qemu(A.Text("accelerator", own));
        var diagnostics = new DiagnosticBag();
        var image = TemplateRenderer.Render(
            RenderedFolder.Plan(variant), RenderedFolder.Legacy, new Dictionary<string, string>(), diagnostics, machine);
        Assert.Equal(expected, image.Files[0].Text!.Contains("accelerator      = \"tcg\"", StringComparison.Ordinal));
    }

    /// <summary>Memory tells a cost that grows with the square of the steps, on a busy machine too; the benchmark measures the time.</summary>
    [Fact]
    public void Ten_times_the_steps_cost_ten_times_as_much()
    {
        Allocated(100);
        Assert.InRange(Allocated(1000) / (double)Allocated(100), 8, 14);

        static long Allocated(int count)
        {
            var provisioners = Enumerable.Range(0, count).Select(number => A.Command($"Step {number:0000}", "echo $HOME")).ToArray();
            var plan = RenderedFolder.Plan(A.Qemu(), provisioners);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(count + 1, RenderedFolder.Render(plan, RenderedFolder.Legacy, []).Files.Length);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static IEnumerable<string> Codes(Provisioner provisioner)
    {
        var diagnostics = new DiagnosticBag();
        RenderedFolder.Render(RenderedFolder.Plan(A.Null(), provisioner), RenderedFolder.Legacy, diagnostics);
        return diagnostics.Select(diagnostic => diagnostic.Code);
    }

    private static Setting Map(string name, string? secret = null) => new(
        "EnvironmentVariables",
        new SettingValue.Map(
        [
            new MapEntry(name, secret is null
                ? new SettingValue.Text("x")
                : new SettingValue.Secret(new SecretReference(SecretSource.Env, secret))),
        ]),
        Impact.Content,
        Origin.Project);
}

using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>Real Packer builds against a real SSH server.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class GuestTests(SshGuest guest) : IClassFixture<SshGuest>, IDisposable
{
    /// <summary>Everything that Packer, HCL or a shell could take for its own.</summary>
    private const string Nasty = "a {{ .Vars }} {{nope}} ${HOME} %{x} $HOME `id` $(id) 'q' \"d\" \\n \\\\ ü 漢 🙂 *? ; & | > # !x \u0001 end ";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_command_arrives_unharmed()
    {
        var file = _folder["out"];
        await Build(A.Command("Say it", $"cat > {file} <<'E O F'\n{Nasty}\n\t{Nasty}\nE O F"));
        Assert.Equal($"{Nasty}\n\t{Nasty}\n", File.ReadAllText(file));
    }

    [Fact]
    public async Task A_very_long_line_is_not_cut_off()
    {
        await Build(A.Command("long", $"X={new string('a', 200_000)}\nprintf '%s' \"${{#X}}\" > {_folder["out"]}"));
        Assert.Equal("200000", File.ReadAllText(_folder["out"]));
    }

    [Fact]
    public async Task A_failing_command_fails_the_step()
    {
        using var rendered = RenderedFolder.Of(guest.Settings, A.Command("fails", $"false\ntouch {_folder["out"]}"));
        var (exitCode, _) = await Packer.Run(rendered.Path, ["build", "."]);
        Assert.NotEqual(0, exitCode);
        Assert.False(File.Exists(_folder["out"]));
    }

    [Fact]
    public async Task Environment_and_working_directory_arrive_unharmed()
    {
        var directory = Directory.CreateDirectory(_folder["dir 'q' \"d\" $HOME {{x}} ü"]).FullName;
        var command = A.Provisioner(
            "env",
            "LinuxShellCommand",
            "shell",
            A.Text("Command", "printf '%s' \"$ONE\" > one\nprintf '%s' \"$TWO\" > two"),
            A.Map("EnvironmentVariables", ("ONE", new SettingValue.Text(Nasty)), ("TWO", new SettingValue.Text("1\n2\n"))),
            A.Text("WorkingDirectory", directory));
        await Build(command);
        Assert.Equal(Nasty, File.ReadAllText(Path.Combine(directory, "one")));
        Assert.Equal("1\n2\n", File.ReadAllText(Path.Combine(directory, "two")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("root")]
    [InlineData("nobody")]
    public async Task A_secret_reaches_the_command_and_nothing_else(string? user)
    {
        const string Secret = "s3cr't \"d\" $HOME `id` \\ ü\nline 2";
        Directory.CreateDirectory(_folder["open"]);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0x1FF);
        File.SetUnixFileMode(_folder["open"], (UnixFileMode)0x1FF);
        var command = A.Provisioner(
            "secret",
            "LinuxShellCommand",
            "shell",
            [
                A.Text(
                    "Command",
                    $"cd {_folder["open"]}\nid -un > who\nprintf '%s' \"$TOKEN\" > token\nprintf '%s' \"$PLAIN\" > plain\n"
                    + "tr '\\0' '\\n' < /proc/$PPID/cmdline > parent\n"
                    + "ls /tmp/varfile_* > left 2>/dev/null || true"),
                A.Map(
                    "EnvironmentVariables",
                    ("TOKEN", new SettingValue.Secret(new SecretReference(SecretSource.Env, "THE_TOKEN"))),
                    ("PLAIN", new SettingValue.Text("x y"))),
                .. user is null ? Array.Empty<Setting>() : [A.Text("RunAs", user)],
            ]);
        using var rendered = RenderedFolder.Of(guest.Settings, command);
        var variable = Assert.Single(rendered.Image.Secrets);
        Assert.Equal("env_the_token", variable.Name);
        var output = await rendered.Build(("PKR_VAR_env_the_token", Secret));
        Assert.Equal(user ?? Environment.UserName, File.ReadAllText(_folder["open/who"]).Trim());
        Assert.Equal(Secret, File.ReadAllText(_folder["open/token"]));
        Assert.Equal("x y", File.ReadAllText(_folder["open/plain"]));
        Assert.DoesNotContain("s3cr", File.ReadAllText(_folder["open/parent"]), StringComparison.Ordinal);
        Assert.Empty(File.ReadAllText(_folder["open/left"]));
        Assert.DoesNotContain("s3cr", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("root")]
    [InlineData("nobody")]
    public async Task A_command_runs_as_another_user(string user)
    {
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0x1FF);
        await Build(A.Provisioner(
            "who", "LinuxShellCommand", "shell", A.Text("Command", $"id -un > {_folder["who"]}"), A.Text("RunAs", user)));
        Assert.Equal(user, File.ReadAllText(_folder["who"]).Trim());
    }

    [Fact]
    public async Task A_script_without_settings_runs_byte_for_byte()
    {
        var script = _folder.Write("a script.sh", $"#!/bin/sh\n# {Nasty} {new string('x', 100_000)}\ncat \"$0\" > {_folder["out"]}");
        await Build(Script("plain", script));
        Assert.Equal(File.ReadAllBytes(script), File.ReadAllBytes(_folder["out"]));
    }

    [Fact]
    public async Task Line_ends_of_Windows_do_not_break_a_script()
    {
        var script = _folder.Write("crlf.sh", $"#!/bin/sh\r\necho ok > {_folder["out"]}\r\n");
        await Build(Script("crlf", script));
        Assert.Equal("ok\n", File.ReadAllText(_folder["out"]));
    }

    [Fact]
    public async Task A_script_gets_its_arguments_under_its_own_shebang()
    {
        var script = _folder.Write(
            "args 'q'.sh",
            $"#!/usr/bin/env -S sh -u\n: END_OF_SCRIPT\nprintf '%s\\n' \"$#\" \"$-\" \"$@\" \"$ONE\" > {_folder["out"]}\ncat <<'X'\n{Nasty}\nX\nexit 7");
        await Build(A.Provisioner(
            "args",
            "LinuxShellScript",
            "shell",
            A.Text("Script", script) with { Files = FileUse.File },
            A.Text("Arguments", "") with { Value = List("", "two words", Nasty, "1\n2") },
            A.Map("EnvironmentVariables", ("ONE", new SettingValue.Text(Nasty)))) with
        {
            Component = new Component("shell", [A.Text("valid_exit_codes", "") with { Value = Numbers("7") }], []),
        });
        Assert.Equal($"4\nu\n\ntwo words\n{Nasty}\n1\n2\n{Nasty}\n", File.ReadAllText(_folder["out"]));
    }

    [Fact]
    public async Task A_script_with_control_characters_is_carried_exactly()
    {
        var script = _folder.Write("x.sh", $"#!/bin/sh\ncat \"$0\" > \"$1\"\nexit 0\n\u0000\r\u0001\n");
        await Build(A.Provisioner(
            "args",
            "LinuxShellScript",
            "shell",
            A.Text("Script", script) with { Files = FileUse.File },
            A.Text("Arguments", "") with { Value = List(_folder["out"]) }));
        Assert.Equal(File.ReadAllBytes(script), File.ReadAllBytes(_folder["out"]));
    }

    [Fact]
    public async Task Several_scripts_run_in_order_and_each_has_the_secret()
    {
        var one = _folder.Write("one.sh", $"#!/bin/sh\necho \"1 $S\" >> {_folder["out"]}\n");
        var two = _folder.Write("two.sh", $"#!/bin/sh\necho \"2 $S\" >> {_folder["out"]}\n");
        var scripts = A.Text("Scripts", "") with { Value = List(one, two), Files = FileUse.File };
        var secret = A.Map("EnvironmentVariables", ("S", new SettingValue.Secret(new SecretReference(SecretSource.Env, "S"))));
        using var rendered = RenderedFolder.Of(
            guest.Settings,
            A.Provisioner("with", "LinuxShellScript", "shell", scripts, secret),
            A.Provisioner("without", "LinuxShellScript", "shell", scripts));
        await rendered.Build(("PKR_VAR_env_s", "x"));
        Assert.Equal("1 x\n2 x\n1 \n2 \n", File.ReadAllText(_folder["out"]));
    }

    [Fact]
    public async Task The_user_s_own_execute_command_wins()
    {
        var command = A.Provisioner("own", "LinuxShellCommand", "shell", A.Text("Command", $"echo $ME > {_folder["out"]}")) with
        {
            Component = new Component("shell", [A.Text("execute_command", "ME=me sh {{ .Path }}")], []),
        };
        await Build(command);
        Assert.Equal("me\n", File.ReadAllText(_folder["out"]));
    }

    [Theory]
    [InlineData("site", "www", "www/site/")]
    [InlineData("site/", "www", "www/")]
    [InlineData("site", "www/", "www/site/")]
    [InlineData("site/", "www 'x' \"d\" $HOME {{y}} `id` ü/", "www 'x' \"d\" $HOME {{y}} `id` ü/")]
    public async Task A_folder_is_uploaded_like_Packer_s_documentation_says(string source, string destination, string result)
    {
        _folder.Write("site/index.html", "page");
        _folder.Write("site/css/a {{b}}.css", "style");
        foreach (var exists in new[] { false, true })
        {
            await Build(Upload(_folder.Path + "/" + source, _folder["guest/" + destination]));
            Assert.Equal(
                [$"{result}css/a {{{{b}}}}.css", $"{result}index.html"],
                Directory.GetFiles(_folder["guest"], "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(_folder["guest"], file)).Order(StringComparer.Ordinal));
            Assert.True(exists || Directory.Exists(_folder["guest"]));
        }
    }

    [Theory]
    [InlineData("new/folder/x.conf", "new/folder/x.conf")]
    [InlineData("new/folder/", "new/folder/a {{b}}.txt")]
    [InlineData("new folder/$HOME `id` {{c}} 'q' \"d\" ü", "new folder/$HOME `id` {{c}} 'q' \"d\" ü")]
    public async Task A_file_is_uploaded_to_its_destination(string destination, string result)
    {
        var source = _folder.Write("a {{b}}.txt", Nasty);
        File.SetUnixFileMode(source, (UnixFileMode)0x1ED);
        await Build(Upload(source, _folder["guest/" + destination]));
        Assert.Equal(Nasty, File.ReadAllText(_folder["guest/" + result]));
        Assert.Equal((UnixFileMode)0x1ED, File.GetUnixFileMode(_folder["guest/" + result]));
        Assert.Single(Directory.GetFiles(_folder["guest"], "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFileSystemEntries("/tmp", "001-upload*"));
    }

    [Theory]
    [InlineData("site", "www", "www/site/")]
    [InlineData("site/", "www 'x' \"d\" $HOME {{y}} `id` ü/", "www 'x' \"d\" $HOME {{y}} `id` ü/")]
    public async Task An_archive_arrives_in_the_same_places(string source, string destination, string result)
    {
        var tool = _folder.Write("site/tool", "x");
        File.SetUnixFileMode(tool, (UnixFileMode)0x1ED);
        _folder.Write("site/css/a {{b}} ü.css", Nasty);
        var upload = Upload(_folder.Path + "/" + source, _folder["guest/" + destination]);
        await Build(upload with
        {
            Own = [.. upload.Own, new Setting("Archive", new SettingValue.Flag(true), Impact.Effort, Origin.Project)],
        });
        Assert.Equal(Nasty, File.ReadAllText(_folder[$"guest/{result}css/a {{{{b}}}} ü.css"]));
        Assert.Equal((UnixFileMode)0x1ED, File.GetUnixFileMode(_folder[$"guest/{result}tool"]));
        Assert.Equal(2, Directory.GetFiles(_folder["guest"], "*", SearchOption.AllDirectories).Length);
        Assert.Empty(Directory.GetFileSystemEntries("/tmp", "001-upload*"));
    }

    [Fact]
    public async Task A_pattern_uploads_each_match()
    {
        _folder.Write("conf/a.conf", "a");
        _folder.Write("conf/b.conf", "b");
        _folder.Write("conf/c.txt", "c");
        await Build(Upload(_folder["conf/*.conf"], _folder["guest"]));
        Assert.Equal(
            ["a.conf", "b.conf"], Directory.GetFiles(_folder["guest"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_large_file_is_uploaded_from_where_it_is()
    {
        var content = new string('x', 17 * 1024 * 1024);
        _folder.Write("big/sub/big.bin", content);
        _folder.Write("big/small.txt", "small");
        using var rendered = RenderedFolder.Of(guest.Settings, Upload(_folder["big/"], _folder["guest"]));
        Assert.DoesNotContain(rendered.Image.Files, file => file.Path.Contains("big.bin", StringComparison.Ordinal));
        await rendered.Build();
        Assert.Equal(content.Length, new FileInfo(_folder["guest/sub/big.bin"]).Length);
        Assert.Equal("small", File.ReadAllText(_folder["guest/small.txt"]));
    }

    [Fact]
    public async Task A_file_is_downloaded()
    {
        _folder.Write("guest file.txt", "x");
        await Build(A.Provisioner(
            "get",
            "File",
            "file",
            A.Text("Source", _folder["guest file.txt"]),
            A.Text("Destination", _folder["here/got it.txt"]),
            A.Text("Direction", "download")));
        Assert.Equal("x", File.ReadAllText(_folder["here/got it.txt"]));
    }

    [Fact]
    public async Task The_log_shows_each_step_by_its_marks()
    {
        var script = _folder.Write("s.sh", "#!/bin/sh\n");
        _folder.Write("d/x", "x");
        using var rendered = RenderedFolder.Of(
            guest.Settings,
            A.Command("One"),
            Script("Two", script),
            Upload(_folder["d"], _folder["e"]),
            A.Provisioner("Four", "LocalCommand", "shell-local", A.Text("Command", "true")),
            A.Provisioner(
                "Five", "File", "file", A.Text("Source", script), A.Text("Destination", _folder["f"]), A.Text("Direction", "download")));
        var lines = (await rendered.Build()).Split('\n').Where(line => line.StartsWith("==>", StringComparison.Ordinal));
        var seen = lines
            .Select(line => rendered.Image.Steps.Where(step => step.Marks.Any(line.Contains)).Select(step => step.Number).ToArray())
            .Where(numbers => numbers.Length > 0)
            .Select(Assert.Single)
            .Distinct();
        Assert.Equal([1, 2, 3, 4, 5], seen);
    }

    private static Provisioner Script(string name, string path) =>
        A.Provisioner(name, "LinuxShellScript", "shell", A.Text("Script", path) with { Files = FileUse.File });

    private static Provisioner Upload(string source, string destination) =>
        A.Provisioner("upload", "File", "file", A.Files("Source", source), A.Text("Destination", destination));

    private static SettingValue.List List(params ImmutableArray<string> texts) =>
        new([.. texts.Select(text => new SettingValue.Text(text))]);

    private static SettingValue.List Numbers(params ImmutableArray<string> numbers) =>
        new([.. numbers.Select(number => new SettingValue.Number(number))]);

    private async Task Build(params Provisioner[] provisioners)
    {
        using var rendered = RenderedFolder.Of(guest.Settings, provisioners);
        await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]);
        await rendered.Build();
    }
}

using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Tests in a Linux guest.</summary>
internal sealed class LinuxTests(StepBlocks blocks, TestRun run)
{
    private const string Runner = "run-tests.sh";

    private readonly string _folder = "/tmp/" + blocks.Step.FileName;

    public void Write()
    {
        TestEnvironment.CheckNames(run, blocks.Draft.Diagnostics);
        ImageTests.Upload(blocks, run, _folder);
        Shell("-prepare", Prepare());
        var logins = run.Tests.GroupBy(test => test.Test.Login.RunAs).ToArray();
        for (var index = 0; index < logins.Length; index++)
        {
            Run(logins[index], ImageTests.Suffix(index, logins.Length), isLast: index == logins.Length - 1);
        }

        ImageTests.Download(blocks, _folder);
        Shell("-end", End());
    }

    /// <summary>
    /// Whoever runs a test reads the files and writes the results. What a run that was killed left in a guest that goes on is removed
    /// a day later.
    /// </summary>
    private string Prepare()
    {
        var script = new StringBuilder(GuestScript.Start)
            .Append("find /tmp -maxdepth 1 -name '").Append(blocks.Step.FileName)
            .Append("-*' ! -name \"${XOAP_TESTS##*/}*\" -mtime +0 -exec rm -rf {} + 2> /dev/null || true\n")
            .Append("rm -rf \"$XOAP_TESTS\"\n")
            .Append("mkdir \"$XOAP_TESTS\"\n")
            .Append("tar -xzof \"$XOAP_TESTS.tar.gz\" -C \"$XOAP_TESTS\"\n")
            .Append("rm -f \"$XOAP_TESTS.tar.gz\"\n")
            .Append("cd \"$XOAP_TESTS\"\n");
        AddScript(script, Runner);
        if (ImageTests.HasPester(run))
        {
            AddScript(script, ImageTests.PesterRunner);
        }

        if (run.Tools.Any(tool => tool.GuestFolder.StartsWith("bats/", StringComparison.Ordinal)))
        {
            script.Append("chmod -R a+x bats/libexec\n");
        }

        foreach (var test in run.Tests.Where(test => test.Test.Environment is not null))
        {
            script.Append("printf '%s' ").Append(ShellText.Quote(TestEnvironment.Exports(test))).Append(" > env-").Append(ImageTests.Number(test)).Append(".sh\n");
        }

        return script
            .Append("echo \"xoap-test 000 folder $XOAP_TESTS/files/\" | tee ").Append(ImageTests.Results).Append('\n')
            .Append(": > ").Append(ImageTests.Failed).Append('\n')
            .Append("chmod -R a+rX .\n")
            .Append("chmod a+w ").Append(ImageTests.Results).Append(' ').Append(ImageTests.Failed).Append('\n')
            .ToString();
    }

    private void Run(IGrouping<string?, PlannedTest> login, string suffix, bool isLast)
    {
        if (login.Key is { } user && !GuestCommand.IsUserName(user))
        {
            blocks.Draft.Diagnostics.Add(RenderingDiagnostics.RunAsIsNoUserName(login.First().Test.Origin.At("RunAs"), user));
        }

        var arguments = ShellText.Quote([isLast ? "yes" : "no", .. ImageTests.Words(login)]);
        var handed = TestEnvironment.Handed(login).ToImmutableArray();
        var command = login.Key is null && handed.IsEmpty ? null : Command(login.Key, [.. handed.Select(variable => variable.Name)]);
        blocks.Shell(
            suffix,
            $"{GuestScript.Start}/bin/sh \"$XOAP_TESTS/{Runner}\" \"$XOAP_TESTS\"{arguments}\n",
            [
                ImageTests.Variables(_folder, [.. handed.Select(variable => StepEnvironment.Assignment(blocks.Draft, variable.Name, variable.Value, variable.Origin))]),
                .. handed.IsEmpty ? [] : ImmutableArray.Create(new HclEntry("use_env_var_file", HclValue.Of(true))),
            ],
            command);
    }

    private string End()
    {
        var script = new StringBuilder(GuestScript.Start)
            .Append("failed=$(cat \"$XOAP_TESTS/").Append(ImageTests.Failed).Append("\")\n")
            .Append("rm -rf \"$XOAP_TESTS\" 2> /dev/null || sudo -n rm -rf \"$XOAP_TESTS\"\n");
        if (run.IsGate)
        {
            script.Append("if [ -n \"$failed\" ]; then\n")
                .Append("    printf 'These tests failed, so that no image is made:\\n%s\\n' \"$failed\" >&2\n")
                .Append("    exit 1\n")
                .Append("fi\n");
        }

        return script.ToString();
    }

    private static void AddScript(StringBuilder script, string name) => script
        .Append("cat > ").Append(name).Append(" <<'END_OF_SCRIPT'\n").Append(ShippedScript.Text(name)).Append("END_OF_SCRIPT\n");

    private void Shell(string suffix, string text) => blocks.Shell(suffix, text, [ImageTests.Variables(_folder)]);

    /// <summary>
    /// A user that the guest does not have, or does not let in, is the fault of the tests that ask for it, and not of the others.
    /// Secrets come in a file, as those of other steps do.
    /// </summary>
    private static string Command(string? user, ImmutableArray<string> secrets)
    {
        const string Start = "/bin/sh {{ .Path }}";
        var variables = secrets.IsEmpty ? "export {{ .Vars }}&& " : ". {{ .EnvVarFile }} && rm -f {{ .EnvVarFile }} && ";
        if (user is null)
        {
            return variables + Start;
        }

        var refused = $"XOAP_TESTS_REFUSED='The tests cannot run as {user}: '\"$why\" {Start}";
        var sudo = secrets.IsEmpty
            ? $"sudo -n -H -u '{user}' env {{{{ .Vars }}}}{Start}"
            : $"sudo -n -H --preserve-env={ImageTests.Folder},{string.Join(',', secrets)} -u '{user}' {Start}";
        return variables
            + $"if [ \"$(id -un)\" = '{user}' ]; then {Start}; "
            + $"elif [ \"$(id -u)\" = 0 ]; then if why=$(su -s /bin/sh -c : '{user}' 2>&1); then su -s /bin/sh -c '{Start}' '{user}'; else {refused}; fi; "
            + $"elif why=$(sudo -n -H -u '{user}' true 2>&1); then {sudo}; else {refused}; fi";
    }
}

using System.Text;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Tests in a Linux guest.</summary>
internal sealed class LinuxTests(StepBlocks blocks, TestRun run)
{
    private const string Runner = "run-tests.sh";

    /// <summary>Of this image and builder alone: builders that start no machine may have one guest for several images.</summary>
    private readonly string _folder = $"/tmp/{blocks.Step.FileName}-{Slug.Of(blocks.Draft.Plan.ImageName)}-{Slug.Of(blocks.Draft.Plan.Variant.Name)}";

    public void Write()
    {
        ImageTests.Upload(blocks, run, _folder + ".tar.gz");
        blocks.Shell("-prepare", Prepare());
        var logins = run.Tests.GroupBy(test => test.Test.Login.RunAs).ToArray();
        for (var index = 0; index < logins.Length; index++)
        {
            Run(logins[index], ImageTests.Suffix(index, logins.Length), isLast: index == logins.Length - 1);
        }

        ImageTests.Download(blocks, _folder);
        blocks.Shell("-end", End());
    }

    /// <summary>Whoever runs a test reads the files and writes the results.</summary>
    private string Prepare()
    {
        var script = new StringBuilder(GuestScript.Start)
            .Append("rm -rf ").Append(_folder).Append('\n')
            .Append("mkdir ").Append(_folder).Append('\n')
            .Append("tar -xzof ").Append(_folder).Append(".tar.gz -C ").Append(_folder).Append('\n')
            .Append("rm -f ").Append(_folder).Append(".tar.gz\n");
        if (ImageTests.HasPester(run))
        {
            script.Append("cat > ").Append(_folder).Append('/').Append(ImageTests.PesterRunner).Append(" <<'END_OF_SCRIPT'\n")
                .Append(ShippedScript.Text(ImageTests.PesterRunner)).Append("END_OF_SCRIPT\n");
        }

        if (run.Tools.Any(tool => tool.GuestFolder.StartsWith("bats/", StringComparison.Ordinal)))
        {
            script.Append("chmod -R a+x ").Append(_folder).Append("/bats/libexec\n");
        }

        return script.Append("cd ").Append(_folder).Append('\n')
            .Append(": > ").Append(ImageTests.Results).Append('\n')
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

        var arguments = ShellText.Quote([_folder, isLast ? "yes" : "no", .. ImageTests.Words(login)]);
        var text = GuestScript.Carrier(GuestScript.Start, Runner, ShippedScript.Text(Runner), arguments);
        blocks.Main(
            "shell",
            [
                new HclEntry("script", blocks.Script(suffix, text)),
                .. GuestCommand.Attributes(blocks, new StepEnvironment("", [], []), login.Key),
            ]);
    }

    private string End()
    {
        var script = new StringBuilder(GuestScript.Start)
            .Append("failed=$(cat ").Append(_folder).Append('/').Append(ImageTests.Failed).Append(")\n")
            .Append("rm -rf ").Append(_folder).Append(" 2> /dev/null || sudo -n rm -rf ").Append(_folder).Append('\n');
        if (run.IsGate)
        {
            script.Append("if [ -n \"$failed\" ]; then\n")
                .Append("    printf 'These tests failed, so that no image is made:\\n%s\\n' \"$failed\" >&2\n")
                .Append("    exit 1\n")
                .Append("fi\n");
        }

        return script.ToString();
    }
}

using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Tests in a Windows guest.</summary>
internal sealed class WindowsTests(StepBlocks blocks, TestRun run)
{
    private const string Runner = "RunTests.ps1";

    private readonly string _root = WindowsPath.Temporary + blocks.Step.FileName;

    private string Folder => _root.Replace('/', '\\');

    public void Write()
    {
        ImageTests.Upload(blocks, run, _root + ".zip");
        Script("-prepare", Prepare());
        var logins = run.Tests.GroupBy(test => (test.Test.Login.ElevatedUser?.Value, test.Test.Login.ElevatedPassword?.Value, test.Test.Login.UsePwsh)).ToArray();
        for (var index = 0; index < logins.Length; index++)
        {
            Run([.. logins[index]], ImageTests.Suffix(index, logins.Length), isLast: index == logins.Length - 1);
        }

        ImageTests.Download(blocks, _root);
        Script("-end", End());
    }

    private IEnumerable<string> Prepare()
    {
        var (folder, archive) = (PowerShellText.Quote(Folder), PowerShellText.Quote(Folder + ".zip"));
        yield return $"if (Test-Path -LiteralPath {folder}) {{ Remove-Item -LiteralPath {folder} -Recurse -Force }}";
        yield return "Add-Type -AssemblyName System.IO.Compression.FileSystem";
        yield return $"[IO.Compression.ZipFile]::ExtractToDirectory({archive}, {folder})";
        yield return $"[IO.File]::Delete({archive})";
        yield return $"[IO.File]::WriteAllText({InFolder(ImageTests.Results)}, '')";
        yield return $"[IO.File]::WriteAllText({InFolder(ImageTests.Failed)}, '')";
        if (ImageTests.HasPester(run))
        {
            yield return $"[IO.File]::WriteAllText({InFolder(ImageTests.PesterRunner)}, {PowerShellText.Quote(ShippedScript.Text(ImageTests.PesterRunner))})";
        }
    }

    private void Run(ImmutableArray<PlannedTest> tests, string suffix, bool isLast)
    {
        var login = tests[0].Test.Login;
        var arguments = $"-Folder {PowerShellText.Quote(Folder)} -Tests {PowerShellText.Array(ImageTests.Words(tests))}"
            + (login.UsePwsh ? " -Pwsh pwsh.exe" : "") + (isLast ? " -Last" : "");
        var text = WindowsScript.Shipped(blocks.Step.Provisioner, Runner, arguments);
        blocks.Main("powershell", [new HclEntry("script", blocks.WindowsScript(suffix, text)), .. Elevated(login)]);
    }

    private IEnumerable<HclEntry> Elevated(TestLogin login)
    {
        if (login.ElevatedUser is not { } user)
        {
            yield break;
        }

        yield return new HclEntry("elevated_user", blocks.Draft.Hcl(user.Value, user.Origin));
        if (login.ElevatedPassword is { } password)
        {
            yield return new HclEntry("elevated_password", blocks.Draft.Hcl(password.Value, password.Origin));
        }
        else if (user.Value is SettingValue.Expression { Value: "build.User" })
        {
            yield return new HclEntry("elevated_password", new HclValue.Symbol("build.Password"));
        }
    }

    private IEnumerable<string> End()
    {
        yield return $"$failed = [IO.File]::ReadAllText({InFolder(ImageTests.Failed)})";
        yield return $"Remove-Item -LiteralPath {PowerShellText.Quote(Folder)} -Recurse -Force";
        if (run.IsGate)
        {
            yield return "if ($failed) { throw \"These tests failed, so that no image is made:`n$failed\" }";
        }
    }

    private void Script(string suffix, IEnumerable<string> statements)
    {
        var lines = new StringBuilder();
        foreach (var statement in statements)
        {
            WindowsScript.AppendLine(lines, statement);
        }

        blocks.PowerShell(suffix, WindowsScript.Of(WindowsEnvironment.None, blocks.Step.Provisioner, lines.ToString()));
    }

    private string InFolder(string name) => PowerShellText.Quote(Folder + "\\" + name);
}

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
    private const string Folder = "$env:" + ImageTests.Folder;

    private readonly string _folder = WindowsPath.Temporary + blocks.Step.FileName;

    public void Write()
    {
        TestEnvironment.CheckNames(run, blocks.Draft.Diagnostics);
        ImageTests.Upload(blocks, run, _folder);
        Script("-prepare", Prepare());

        // Packer cannot pass over a login that fails, so that those come last.
        var logins = run.Tests.GroupBy(test => (test.Test.Login.ElevatedUser?.Value, test.Test.Login.ElevatedPassword?.Value, test.Test.Login.UsePwsh))
            .OrderBy(login => login.Key.Item1 is not null)
            .Select(login => login.ToImmutableArray())
            .ToArray();
        for (var index = 0; index < logins.Length; index++)
        {
            Run(logins[index], ImageTests.Suffix(index, logins.Length), isLast: index == logins.Length - 1);
        }

        ImageTests.Download(blocks, _folder);
        Script("-end", End());
    }

    /// <summary>What a run that was killed left in a guest that goes on is removed a day later.</summary>
    private IEnumerable<string> Prepare()
    {
        yield return $"Get-ChildItem -Path (Split-Path {Folder}) -Filter '{blocks.Step.FileName}-*'"
            + $" | Where-Object {{ $_.LastWriteTime -lt (Get-Date).AddDays(-1) -and -not $_.Name.StartsWith((Split-Path -Leaf {Folder})) }}"
            + " | Remove-Item -Recurse -Force -ErrorAction SilentlyContinue";
        yield return $"if (Test-Path -LiteralPath {Folder}) {{ Remove-Item -LiteralPath {Folder} -Recurse -Force }}";
        yield return "Add-Type -AssemblyName System.IO.Compression.FileSystem";
        yield return $"[IO.Compression.ZipFile]::ExtractToDirectory(({Folder} + '.zip'), {Folder})";
        yield return $"[IO.File]::Delete(({Folder} + '.zip'))";
        yield return $"$line = 'xoap-test 000 folder ' + {Folder} + '\\files\\'";
        yield return $"[IO.File]::WriteAllText({InFolder(ImageTests.Results)}, \"$line`n\")";
        yield return "[Console]::Out.WriteLine($line)";
        yield return $"[IO.File]::WriteAllText({InFolder(ImageTests.Failed)}, '')";
        if (ImageTests.HasPester(run))
        {
            yield return $"[IO.File]::WriteAllText({InFolder(ImageTests.PesterRunner)}, {PowerShellText.Quote(ShippedScript.Text(ImageTests.PesterRunner))})";
        }
    }

    private void Run(ImmutableArray<PlannedTest> tests, string suffix, bool isLast)
    {
        var login = tests[0].Test.Login;
        if (login.ElevatedUser?.Value is SettingValue.Text { Value: var user } && !user.AsSpan(user.StartsWith(".\\", StringComparison.Ordinal) ? 2 : 0).ContainsAny('\\', '@'))
        {
            Script("-user" + suffix, CheckUser(user, tests, isLast));
        }

        var environment = WindowsEnvironment.Of(blocks, TestEnvironment.Handed(tests));
        var arguments = $" -Folder {Folder} -Tests {PowerShellText.Array(ImageTests.Words(tests))}"
            + (TestEnvironment.Table(tests) is { Length: > 0 } table ? $" -Environment {table}" : "")
            + (login.UsePwsh ? " -Pwsh pwsh.exe" : "") + (isLast ? " -Last" : "");
        var text = WindowsScript.Carrier(environment, blocks.Step.Provisioner, Runner, ShippedScript.Text(Runner), arguments);
        blocks.Main("powershell", [new HclEntry("script", blocks.WindowsScript(suffix, text)), Variables(environment.Handed), .. Elevated(login)]);
    }

    /// <summary>Packer would wait for ever for a task of a user that there is not. Names of a domain are not looked up.</summary>
    private static IEnumerable<string> CheckUser(string user, ImmutableArray<PlannedTest> tests, bool isLast)
    {
        var local = PowerShellText.Quote(user.StartsWith(".\\", StringComparison.Ordinal) ? user[2..] : user);
        var reason = PowerShellText.Quote($"The tests cannot run as {user}: the guest has no such user.");
        var numbers = PowerShellText.Array(tests.Select(ImageTests.Number));
        yield return $"$isThere = try {{ [bool] (New-Object Security.Principal.NTAccount {local}).Translate([Security.Principal.SecurityIdentifier]) }} catch {{ $false }}";
        yield return $"if (-not $isThere) {{ foreach ($number in {numbers}) {{ [Console]::Out.WriteLine(\"xoap-test $number refused \" + {reason}) }} }}";
        if (isLast)
        {
            yield return "if (-not $isThere) { [Console]::Out.WriteLine('xoap-test 000 end') }";
        }

        yield return $"if (-not $isThere) {{ throw {reason} }}";
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
        yield return $"Remove-Item -LiteralPath {Folder} -Recurse -Force";
        if (run.IsGate)
        {
            yield return "if ($failed) { throw \"These tests failed, so that no image is made:`n$failed\" }";
        }
    }

    private HclEntry Variables(ImmutableArray<HclValue> handed) => ImageTests.Variables(_folder.Replace('/', '\\'), handed);

    private void Script(string suffix, IEnumerable<string> statements)
    {
        var lines = new StringBuilder();
        foreach (var statement in statements)
        {
            WindowsScript.AppendLine(lines, statement);
        }

        blocks.PowerShell(suffix, WindowsScript.Of(WindowsEnvironment.None, blocks.Step.Provisioner, lines.ToString()), Variables([]));
    }

    private static string InFolder(string name) => $"({Folder} + '\\{name}')";
}

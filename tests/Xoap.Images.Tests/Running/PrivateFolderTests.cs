using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Rendering;
using Xoap.Images.Rendering.Templates;

namespace Xoap.Images.Tests.Running;

public class PrivateFolderTests
{
    private const string Password = "Geheim&<1234>";

    [Fact]
    public async Task Files_with_secrets_are_there_for_Packer_and_gone_afterwards()
    {
        using var run = new ARun().Step(
            "look", "cat \"$PKR_VAR_private_folder/os/answers.xml\"; ls -l \"$PKR_VAR_private_folder/os\"; ls \"$PKR_VAR_private_folder\"");
        run.Secrets.Add(new SecretVariable("env_password", new SecretReference(SecretSource.Env, "THE_PASSWORD"), Origin.Project));
        run.Environment["THE_PASSWORD"] = Password;
        File.WriteAllText(run["driver.inf"], "a driver");
        run.PrivateFiles.Add(new PrivateFile(
            "os/answers.xml", [new PrivatePart("<p>", null, TextEscape.None), new PrivatePart("", "env_password", TextEscape.Xml), new PrivatePart("</p>\n", null, TextEscape.None)], null));
        run.PrivateFiles.Add(new PrivateFile("driver.inf", [], run["driver.inf"]));

        var result = await run.BuildAsync();

        Assert.Empty(result.Diagnostics);
        Assert.Contains("<p>***</p>", run.Log(), StringComparison.Ordinal);
        Assert.Contains("-rw-------", run.Log(), StringComparison.Ordinal);
        Assert.Contains("driver.inf", run.Log(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Record().TemporaryFolder));
        Assert.DoesNotContain(
            Directory.GetFiles(run["state"], "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains("Geheim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_left_of_them_when_the_build_fails()
    {
        using var run = new ARun().Step("fail", "exit 1");
        run.PrivateFiles.Add(new PrivateFile("answers", [new PrivatePart("x", null, TextEscape.None)], null));
        Assert.Equal(RunStatus.Failed, (await run.BuildAsync()).Status);
        Assert.False(Directory.Exists(run.Record().TemporaryFolder));
    }
}

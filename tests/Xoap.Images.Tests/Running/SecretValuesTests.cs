using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Running;

public class SecretValuesTests
{
    [Theory]
    [InlineData("hunter22", "hunter22", null)]
    [InlineData("two\nlines", "two\nlines", null)]
    [InlineData("", null, "XIMG4000")]
    [InlineData("a{{b}}c", null, "XIMG4002")]
    [InlineData("abc", "abc", "XIMG4003")]
    [InlineData("a\0bcd", null, "XIMG4004")]
    public void A_variable_is_looked_up_in_the_environment_of_the_build(string value, string? expected, string? code) =>
        Check(new SecretReference(SecretSource.Env, "PASSWORD"), new() { ["PASSWORD"] = value }, expected, code);

    [Fact]
    public void A_variable_that_is_not_set_is_named_at_the_setting() =>
        Check(new SecretReference(SecretSource.Env, "PASSWORD"), [], null, "XIMG4000");

    [Theory]
    [InlineData("hunter22\n", "hunter22", null)]
    [InlineData("hunter22\r\n", "hunter22", null)]
    [InlineData("hunter22\n\n", "hunter22\n", null)]
    [InlineData(" hunter22", " hunter22", null)]
    [InlineData("\n", null, "XIMG4001")]
    public void A_file_is_read_without_one_line_end(string content, string? expected, string? code)
    {
        using var folder = new TempFolder();
        Check(new SecretReference(SecretSource.File, folder.Write("secret", content)), [], expected, code);
    }

    [Fact]
    public void A_file_that_is_missing_is_named_at_the_setting() =>
        Check(new SecretReference(SecretSource.File, "/nowhere/secret"), [], null, "XIMG4001");

    private static void Check(SecretReference reference, Dictionary<string, string> environment, string? expected, string? code)
    {
        var bag = new DiagnosticBag();
        var origin = new Origin("Builder", "local", Metadata: "SshPassword");
        var values = SecretValues.Read([new SecretVariable("ssh_password", reference, origin)], environment, bag);
        Assert.Equal(expected, values.SingleOrDefault().Value);
        Assert.Equal(code, bag.SingleOrDefault()?.Code);
        Assert.All(bag, diagnostic => Assert.Equal(origin, diagnostic.Origin));
    }
}

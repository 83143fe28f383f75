using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class LiteralSecretTests
{
    [Theory]
    [InlineData("Provider=Azure", "ClientSecret")]
    [InlineData("Provider=OnPremises", "Password")]
    [InlineData("Description=any", "SecretKey")]
    public void A_connection_that_no_builder_uses_holds_no_secret_either(string about, string name) => Read.HasProblem(
        An.DebianImage().Connection("idle", about, $"{name}=geheim"),
        "XIMG1020",
        $"Connection.idle.{name}",
        Literal(name));

    [Fact]
    public void A_connection_of_a_builder_that_is_left_out_holds_no_secret_either() => Read.HasProblem(
        An.DebianImage().Builder("aws", "AmazonEbs", "Connection=prod").Connection("prod", "SecretKey=geheim").Property("ImageBuilders", "qemu"),
        "XIMG1020",
        "Connection.prod.SecretKey",
        Literal("SecretKey"));

    [Fact]
    public void A_used_connection_is_told_once() => Read.HasProblem(
        An.Image().Builder("local", "Docker", "Connection=hub", "Image=x").Connection("hub", "LoginPassword=geheim")
            .OperatingSystem("debian", "Platform=Linux").Role("r", ""),
        "XIMG1020",
        "Connection.hub.LoginPassword",
        Literal("LoginPassword"));

    [Fact]
    public void References_and_what_is_no_secret_are_fine() => Read.Valid(
        An.DebianImage().Connection("idle", "Provider=Azure", "ClientSecret=env:ARM_CLIENT_SECRET", "ClientId=x", "Whatever=y")
            .Connection("files", "Password=file:/run/secret"));

    [Theory]
    [InlineData("LinuxShellCommand", "EnvironmentVariables=A=1;API_TOKEN=geheim", "EnvironmentVariables", "API_TOKEN")]
    [InlineData("LocalCommand", "EnvironmentVariables=DbPassword=geheim", "EnvironmentVariables", "DbPassword")]
    [InlineData("LinuxShellCommand", "EnvironmentVariables=AWS_SECRET_ACCESS_KEY=geheim", "EnvironmentVariables", "AWS_SECRET_ACCESS_KEY")]
    [InlineData("shell", "EnvironmentVars=A=1;DB_PASSWORD=geheim", "EnvironmentVars", "DB_PASSWORD")]
    [InlineData("shell", "Env=DB_PASSWORD=geheim", "Env", "DB_PASSWORD")]
    public void A_variable_that_sounds_like_a_secret_is_no_plain_text(string type, string metadatum, string place, string name) => Read.HasProblem(
        An.DebianImage().Provisioner("step", type, metadatum),
        "XIMG1065",
        $"Provisioner.step.{place}",
        $"'{name}' sounds like a secret, but its value stands in the project for everyone to read. "
        + $"Write {name}=env:NAME in EnvironmentVariables of a step or TemplateVariables of an answer file, "
        + $"or give it a name that says what it is ({name}Hash, {name}File).");

    [Theory]
    [InlineData("API_TOKEN=env:API_TOKEN")]
    [InlineData("TOKEN_URL=https://login")]
    [InlineData("SECRET_FILE=/run/x;PASSWORD_HASH=$6$")]
    [InlineData("ALLOW_PASSWORD=true;USE_TOKEN=0")]
    [InlineData("PASSWORD=")]
    public void What_is_about_a_secret_may_be_told(string variables) => Read.Valid(
        An.DebianImage().Provisioner("step", "LinuxShellCommand", "Command=true", $"EnvironmentVariables={variables}"));

    private static string Literal(string name) =>
        $"'{name}' is a secret and must not stand in the project. Write {name}=\"env:NAME\" and set the environment variable NAME when you build, "
        + $"or {name}=\"file:PATH\" for a file that holds it.";
}

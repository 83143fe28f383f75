using Xoap.Images.Running;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Running;

/// <summary>Secrets that a component reads from the environment itself are kept out of logs too.</summary>
public class SecretEnvironmentTests
{
    [Fact]
    public void Every_secret_that_a_component_reads_itself_is_known()
    {
        var names = Every.Attribute().Where(attribute => attribute.Schema.Secret).SelectMany(attribute => attribute.Schema.Env).Distinct().ToList();
        Assert.Contains("AWS_SECRET_ACCESS_KEY", names);
        Assert.All(names, name => Assert.True(SecretEnvironment.Holds(name), name));
    }

    [Fact]
    public void What_a_component_reads_that_is_no_secret_is_shown()
    {
        var names = Every.Attribute().Where(attribute => !attribute.Schema.Secret).SelectMany(attribute => attribute.Schema.Env).Distinct().ToList();
        Assert.Contains("AWS_REGION", names);
        Assert.All(names, name => Assert.False(SecretEnvironment.Holds(name), name));
    }

    [Fact]
    public void What_components_read_themselves_is_told()
    {
        var page = Repository.Read("docs", "items.md");
        Assert.All(Every.Attribute().SelectMany(attribute => attribute.Schema.Env).Distinct(), name => Assert.Contains($"`{name}`", page));
    }

    [Theory]
    [InlineData("ARM_CLIENT_SECRET", true)]
    [InlineData("PKR_VAR_db_password", true)]
    [InlineData("PKR_VAR_region", false)]
    [InlineData("PATH", false)]
    public void A_variable_holds_a_secret_or_not(string name, bool secret) => Assert.Equal(secret, SecretEnvironment.Holds(name));

    [Fact]
    public async Task A_secret_of_the_environment_is_in_no_log()
    {
        const string Secret = "wJalrXUtnFEMI/K7MDENG";
        using var run = new ARun().Step("show", "echo \"key: $AWS_SECRET_ACCESS_KEY in $AWS_REGION\"");
        run.Environment["AWS_SECRET_ACCESS_KEY"] = Secret;
        run.Environment["AWS_REGION"] = "eu-central-1";

        await run.BuildAsync();

        Assert.Contains("key: *** in eu-central-1", run.Log());
        Assert.DoesNotContain(Secret, run.Log());
    }
}

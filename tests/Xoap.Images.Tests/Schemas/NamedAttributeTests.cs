using Xoap.Images.Schemas;

namespace Xoap.Images.Tests.Schemas;

public class NamedAttributeTests
{
    private static readonly NamedAttribute Google = BuilderTypes.Find("GoogleCompute")!.Names.Single();

    [Theory]
    [InlineData("Windows11-BaseImage", "windows11-baseimage")]
    [InlineData("Web_Server.12", "web-server-12")]
    public void A_name_becomes_one_in_the_provider_s_characters(string image, string expected)
    {
        Assert.Equal(expected, Google.NameOf(image));
        Assert.True(Google.Fits(image));
    }

    [Fact]
    public void A_name_leaves_room_for_its_version()
    {
        Assert.True(Google.Fits(new string('a', 55)));
        Assert.False(Google.Fits(new string('a', 56)));
        Assert.False(Google.Fits("11-windows"));
    }

    [Fact]
    public void Names_and_defaults_are_attributes_of_their_component()
    {
        foreach (var type in BuilderTypes.Friendly)
        {
            var schema = SchemaCatalog.FindBuilder(type.Component)!;
            Assert.All(type.Names, name => Assert.Contains(
                name.Block is null ? schema.Attributes : schema.Blocks.Single(block => block.Name == name.Block).Attributes,
                attribute => attribute.Name == name.Attribute));
            Assert.All(type.Defaults, row => Assert.Contains(schema.Attributes, attribute => attribute.Name == row.Attribute));
        }
    }

    [Fact]
    public void A_component_of_several_types_is_itself_under_its_own_name()
    {
        Assert.Equal("azure-arm", BuilderTypes.Find("azure-arm")!.Name);
        Assert.Empty(BuilderTypes.Find("azure-arm")!.Names);
        Assert.Equal("AmazonEbs", BuilderTypes.Find("amazon-ebs")!.Name);
    }
}

using Xoap.Images.Schemas;

namespace Xoap.Images.Tests.Schemas;

public class TagAttributeTests
{
    private static readonly TagAttribute Labels = BuilderTypes.Find("GoogleCompute")!.Tags!;

    [Fact]
    public void Tags_stay_as_they_are() =>
        Assert.Equal("Cost Center", BuilderTypes.Find("AmazonEbs")!.Tags!.KeyOf("Cost Center"));

    [Fact]
    public void Labels_take_google_s_characters()
    {
        Assert.Equal("cost-center_1", Labels.KeyOf("Cost Center_1"));
        Assert.Equal("ops-example-com", Labels.ValueOf("Ops@Example.com"));
        Assert.Equal(63, Labels.ValueOf(new string('a', 64)).Length);
        Assert.True(Labels.Fits("Team"));
        Assert.False(Labels.Fits("1st"));
    }
}

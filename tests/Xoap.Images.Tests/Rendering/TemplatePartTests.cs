using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>Every line of a template leads to the item that it comes from.</summary>
public class TemplatePartTests
{
    private static readonly BuildPlan Plan = Assert.Single(Planner.Plan(
        Read.Valid(An.Image()
            .Builder("aws", "amazon-ebs", "Region=eu-central-1", "InstanceType=t3.small", "SourceAmi=ami-1", "SshUsername=admin", "AmiDescription=web", "Tags=a=b;c=d")
            .Item("BuilderBlock", "root", "Builder=aws", "Block=launch_block_device_mappings", "DeviceName=/dev/sda", "VolumeSize=10")
            .Item("BuilderBlock", "data", "Builder=aws", "Block=launch_block_device_mappings", "DeviceName=/dev/sdb", "VolumeSize=20")
            .OperatingSystem("debian-12", "Platform=Linux")
            .Provisioner("first", "LinuxShellCommand", "Command=true", "PauseBefore=5s")
            .Provisioner("second", "shell", "Inline=true", "ValidExitCodes=0;1")
            .Group("basics", "first;second").Role("server", "basics")),
        new SourceContents(),
        []));

    private static readonly RenderedImage Image = RenderedFolder.Render(Plan, RenderedFolder.Legacy, []);

    private static readonly string[] Lines = Image.Files[0].Text!.Split('\n');

    [Theory]
    [InlineData("source \"amazon-ebs\"", "the builder 'aws'", "Builder.aws")]
    [InlineData("  instance_type", "the builder 'aws'", "Builder.aws.InstanceType")]
    [InlineData("    c ", "the builder 'aws'", "Builder.aws.Tags")]
    [InlineData("    device_name = \"/dev/sda\"", "the builder 'aws'", "BuilderBlock.root.DeviceName")]
    [InlineData("    volume_size = 20", "the builder 'aws'", "BuilderBlock.data.VolumeSize")]
    [InlineData("    pause_before", "the step 'first'", "Provisioner.first")]
    [InlineData("    script ", "the step 'first'", "Provisioner.first")]
    [InlineData("    valid_exit_codes", "the step 'second'", "Provisioner.second.ValidExitCodes")]
    [InlineData("variable \"manifest_path\"", "the template for 'aws'", "Builder.aws")]
    [InlineData("build {", "the template for 'aws'", "Builder.aws")]
    [InlineData("    custom_data", "the template for 'aws'", "Builder.aws")]
    public void A_line_belongs_to_its_item(string start, string name, string place)
    {
        var index = Array.FindIndex(Lines, line => line.StartsWith(start, StringComparison.Ordinal));
        Assert.True(index >= 0, Image.Files[0].Text);
        var part = TemplatePart.Find(Plan, Image, index + 1);
        Assert.Equal((name, place), (part.Name, Read.Place(part.Origin)));
    }

    [Fact]
    public void The_first_line_of_a_nested_block_is_its_item()
    {
        var places = Lines.Select((line, index) => (line, number: index + 1))
            .Where(line => line.line == "  launch_block_device_mappings {")
            .Select(line => Read.Place(TemplatePart.Find(Plan, Image, line.number).Origin));
        Assert.Equal(["BuilderBlock.root", "BuilderBlock.data"], places);
    }

    [Theory]
    [InlineData("ami_description must be shorter", "Builder.aws.AmiDescription")]
    [InlineData("the ssh_username_x is wrong", "Builder.aws")]
    [InlineData("tags", "Builder.aws.Tags")]
    [InlineData("something else", "Builder.aws")]
    public void A_message_is_about_the_setting_that_it_names(string message, string place)
    {
        var builder = Array.FindIndex(Lines, line => line.StartsWith("source ", StringComparison.Ordinal)) + 1;
        Assert.Equal(place, Read.Place(TemplatePart.Find(Plan, Image, builder).OriginOf(message)));
    }

    [Fact]
    public void No_line_is_too_far_or_too_early()
    {
        foreach (var line in (int[])[0, Lines.Length, Lines.Length + 5])
        {
            Assert.Equal(Plan.Variant.Origin, TemplatePart.Find(Plan, Image, line).Origin);
        }
    }
}

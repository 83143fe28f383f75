using Xoap.Images.Model;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class BlockTests
{
    [Fact]
    public void A_block_is_nested_into_its_builder()
    {
        var component = Read.Valid(An.DebianImage()
            .Item("BuilderBlock", "args", "Builder=QEMU", "Block=QemuImgArgs", "Create=-F;qcow2")).Variants.Single().Component;
        var block = component.Blocks.Single();
        Assert.Equal(("qemu_img_args", "create"), (block.Name, block.Settings.Single().Name));
        Assert.Equal("BuilderBlock.args.Create", Read.Place(block.Settings.Single().Origin));
    }

    [Fact]
    public void The_component_itself_is_reached_with_a_dot() => Assert.Equal(
        new SettingValue.Flag(true),
        Read.Valid(An.DebianImage().Item("BuilderBlock", "more", "Builder=qemu", "Block=.", "Headless=true")).Variants.Single()
            .Component.Find("headless")!.Value);

    [Fact]
    public void A_component_without_blocks_says_so() => Read.HasProblem(
        An.DebianImage().Builder("local", "Null", "Communicator=none").Item("BuilderBlock", "x", "Builder=local", "Block=disk"),
        "XIMG1140",
        "BuilderBlock.x.Block",
        "'disk' is no nested block of builder type Null. It has none: write its attributes on the item itself.");

    [Theory]
    [InlineData("Builder=qemuu;Block=qemu_img_args", "XIMG1103", "Builder", "Builder of BuilderBlock 'x' names 'qemuu', but there is no Builder of that name. Did you mean 'qemu'?")]
    [InlineData("Builder=qemu;Block=img_args", "XIMG1140", "Block", "'img_args' is no nested block of builder type Qemu. Its blocks: qemu_img_args.")]
    [InlineData("Builder=qemu;Block=qemu_img_args;Creat=a", "XIMG1003", "Creat", "BuilderBlock 'x' has the setting 'Creat', which block qemu_img_args does not know. Did you mean 'Create'?")]
    [InlineData("Builder=qemu;Block=qemu_img_args;In=y", "XIMG1142", "In", "Block item 'x' stands in 'y', which is no block item of the same owner.")]
    [InlineData("Builder=qemu;Block=qemu_img_args;In=x", "XIMG1143", "In", "Block item 'x' stands in itself, directly or through others. Correct In.")]
    [InlineData("Builder=qemu;Block=.;In=y", "XIMG1144", "In", "Block item 'x' has Block=\".\", which is the component itself and stands in no block. Remove In.")]
    [InlineData("Builder=qemu;Block=.;VmName=y", "XIMG1005", "VmName", "'VmName' is set by builder type Qemu itself: leave it out: the disk is named after the image and its version ($(ImageName)).")]
    [InlineData("Block=qemu_img_args", "XIMG1002", "", "BuilderBlock 'x' has no Builder. Write Builder=\"…\".")]
    [InlineData("Builder=qemu", "XIMG1002", "", "BuilderBlock 'x' has no Block. Write Block=\"…\".")]
    public void A_bad_block_is_reported_where_it_stands(string metadata, string code, string metadatum, string message) => Read.HasProblem(
        An.DebianImage().Item("BuilderBlock", "x", metadata.Split(';')),
        code,
        metadatum.Length == 0 ? "BuilderBlock.x" : $"BuilderBlock.x.{metadatum}",
        message);

    [Fact]
    public void A_block_that_stands_once_may_not_be_repeated() => Read.HasProblem(
        An.DebianImage()
            .Item("BuilderBlock", "x", "Builder=qemu", "Block=qemu_img_args", "Create=a")
            .Item("BuilderBlock", "y", "Builder=qemu", "Block=qemu_img_args", "Resize=a"),
        "XIMG1141",
        "BuilderBlock.y",
        "The block 'qemu_img_args' may stand only once in builder type Qemu. Put the settings of both items into one.");
}

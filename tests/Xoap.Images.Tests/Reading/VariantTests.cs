using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class VariantTests
{
    private static readonly string Sum = new('b', 64);

    [Fact]
    public void A_disk_image_becomes_the_builder_s_source()
    {
        var variant = Read.Valid(An.DebianImage()).Variants.Single();
        Assert.Equal(("qemu", "Qemu", "OnPremises", "qemu"), (variant.Name, variant.Type, variant.Provider, variant.Component.Name));
        Assert.Equal("/projects/web/disks/debian-12.qcow2", Text(variant, "iso_url"));
        Assert.Equal("sha256:" + new string('a', 64), Text(variant, "iso_checksum"));
        Assert.Equal(new SettingValue.Flag(true), variant.Component.Find("disk_image")!.Value);
        Assert.Equal("OperatingSystem.debian-12.Checksum", Read.Place(variant.Component.Find("iso_checksum")!.Origin));
        var system = variant.OperatingSystem!;
        Assert.Equal((Platform.Linux, "12", "x64"), (system.Platform, system.Version, system.Architecture));
        Assert.Equal(("/projects/web/disks/debian-12.qcow2", "sha256:" + new string('a', 64)), (system.Source, system.Checksum));
    }

    [Fact]
    public void An_iso_is_a_path_and_a_file_name()
    {
        var variant = On("Platform=Linux", "Architecture=aarch64", "IsoPath=https://host/iso/", "IsoFileName=debian.iso", $"IsoChecksum={Sum}");
        Assert.Equal(("https://host/iso/debian.iso", $"sha256:{Sum}"), (Text(variant, "iso_url"), Text(variant, "iso_checksum")));
        Assert.Null(variant.Component.Find("disk_image"));
        Assert.Equal("arm64", variant.OperatingSystem!.Architecture);
    }

    [Fact]
    public void A_source_need_not_be_pinned()
    {
        var variant = On("Platform=Linux", "DiskImage=a.qcow2");
        Assert.Equal("none", Text(variant, "iso_checksum"));
        Assert.Null(variant.OperatingSystem!.Checksum);
    }

    [Fact]
    public void The_builder_is_stronger_than_the_system_and_that_than_the_connection()
    {
        var variant = Read.Valid(Project()
            .Builder("b", "Qemu", "SshUsername=of-builder", "Connection=Lab")
            .OperatingSystem("os", "Platform=Linux", "DiskImage=a", "SshUsername=of-system", "SshPort=23", "MemoryMB=512")
            .Connection("lab", "Provider=OnPremises", "SshUsername=of-connection", "SshPort=24", "SshTimeout=3m")).Variants.Single();
        Assert.Equal("of-builder", Text(variant, "ssh_username"));
        Assert.Equal(new SettingValue.Number("23"), variant.Component.Find("ssh_port")!.Value);
        Assert.Equal("3m", Text(variant, "ssh_timeout"));
        Assert.Equal(new SettingValue.Number("512"), variant.Component.Find("memory")!.Value);
        Assert.Equal("lab", variant.Connection);
        Assert.Equal("Connection.lab.SshTimeout", Read.Place(variant.Component.Find("ssh_timeout")!.Origin));
    }

    [Fact]
    public void A_source_that_the_builder_names_wins()
    {
        var variant = Read.Valid(Project()
            .Builder("b", "Qemu", "IsoUrl=own.iso", "IsoChecksum=none").OperatingSystem("os", "Platform=Linux", "Template=a")).Variants.Single();
        Assert.Equal("/projects/web/own.iso", Text(variant, "iso_url"));
        Assert.Null(variant.Component.Find("disk_image"));
        Assert.Equal("/projects/web/own.iso", variant.OperatingSystem!.Source);
    }

    [Fact]
    public void The_most_specific_item_that_fits_is_taken()
    {
        var image = Read.Valid(Project()
            .Builder("q", "Qemu").Builder("d", "Docker", "Commit=true").Builder("q2", "Qemu")
            .OperatingSystem("os", "Platform=Linux", "DiskImage=any", "Version=1")
            .OperatingSystem("os", "Platform=Linux", "Provider=docker", "Image=debian:12", "Version=2")
            .OperatingSystem("OS", "Platform=Linux", "Provider=OnPremises", "Builders=q2;x", "DiskImage=q2", "Version=3"));
        Assert.Equal(["q 1", "d 2", "q2 3"], image.Variants.Select(variant => $"{variant.Name} {variant.OperatingSystem!.Version}"));
        Assert.Equal("debian:12", Text(image.Variants[1], "image"));
    }

    [Fact]
    public void A_shared_system_may_speak_to_each_builder_in_its_words()
    {
        var image = Read.Valid(Project()
            .Builder("q", "Qemu").Builder("d", "Docker", "Commit=true")
            .OperatingSystem("os", "Platform=Linux", "DiskImage=a", "Image=debian:12"));
        Assert.Null(image.Variants[0].Component.Find("image"));
        Assert.Equal("debian:12", Text(image.Variants[1], "image"));
    }

    [Fact]
    public void A_setting_that_no_builder_knows_is_an_error() => Read.HasProblem(
        Project().Builder("q", "Qemu").OperatingSystem("os", "Platform=Linux", "DiskImage=a", "Image=debian:12"),
        "XIMG1003",
        "OperatingSystem.os.Image",
        "OperatingSystem 'os' has the setting 'Image', which builder type Qemu does not know.");

    [Fact]
    public void The_property_chooses_the_system()
    {
        var image = Read.Valid(An.DebianImage()
            .OperatingSystem("debian-13", "Platform=Linux", "DiskImage=a").Property("ImageOperatingSystem", "DEBIAN-12"));
        Assert.Equal("debian-12", image.Variants.Single().OperatingSystem!.Name);
    }

    [Fact]
    public void Null_and_file_builders_need_no_system()
    {
        var image = Read.Valid(Project().Builder("n", "Null", "Communicator=none").Builder("f", "File", "Content=x"));
        Assert.All(image.Variants, variant => Assert.Null(variant.OperatingSystem));
        Assert.Equal(["Any", "Any"], image.Variants.Select(variant => variant.Provider));
    }

    [Fact]
    public void The_filter_picks_builders()
    {
        var project = Project().Builder("a", "Null").Builder("b", "Null").Builder("c", "Null");
        Assert.Equal(["a", "c"], Read.Valid(project.Property("ImageBuilders", "C + a")).Variants.Select(variant => variant.Name));
    }

    [Fact]
    public void A_filter_that_is_partly_unknown_is_a_warning() => Read.HasProblem(
        Project().Builder("a", "Null").Builder("b", "Null").Property("ImageBuilders", "a+x"),
        "XIMG1145",
        "ImageBuilders",
        "ImageBuilders names 'x', which is no builder of this project; the others that it names are built. Its builders: a, b.");

    [Fact]
    public void A_filter_without_a_match_is_an_error() => Read.HasProblem(
        Project().Builder("a", "Null").Builder("b", "Null").Property("ImageBuilders", "x+y"),
        "XIMG1121",
        "ImageBuilders",
        "ImageBuilders is 'x+y', which names no builder of this project. Its builders: a, b. Join several with '+'.");

    [Fact]
    public void No_builder_is_an_error() => Read.HasProblem(
        Project(),
        "XIMG1120",
        "Project",
        "The project has no builder, so there is nothing to build the image with. Add <Builder Include=\"qemu\" Type=\"Qemu\" … />.");

    [Fact]
    public void An_unknown_builder_type_is_an_error() => Read.HasProblem(
        Project().Builder("b", "Quemu"),
        "XIMG1001",
        "Builder.b.Type",
        "'Quemu' is no builder type. Did you mean 'Qemu'? Known types: "
        + $"{string.Join(", ", BuilderTypes.Friendly.Select(type => type.Name))}, and Packer's own builders by their names.");

    [Fact]
    public void No_operating_system_is_an_error() => Read.HasProblem(
        Project().Builder("b", "Qemu"),
        "XIMG1130",
        "Builder.b",
        "Builder 'b' has no operating system to start from. Add <OperatingSystem Include=\"…\" Platform=\"Linux\" DiskImage=\"…\" />.");

    [Fact]
    public void Several_operating_systems_need_a_choice() => Read.HasProblem(
        An.DebianImage().OperatingSystem("debian-13", "Platform=Linux"),
        "XIMG1131",
        "OperatingSystem.debian-13",
        "The project has several operating systems (debian-12, debian-13). Set the property ImageOperatingSystem to the one that the image shall have.");

    [Fact]
    public void An_unknown_operating_system_is_an_error() => Read.HasProblem(
        An.DebianImage().Property("ImageOperatingSystem", "debian-21"),
        "XIMG1132",
        "ImageOperatingSystem",
        "ImageOperatingSystem is 'debian-21', but there is no OperatingSystem of that name. Did you mean 'debian-12'? In scope: debian-12.");

    [Fact]
    public void A_system_for_other_builders_does_not_fit() => Read.HasProblem(
        Project().Builder("b", "Qemu").OperatingSystem("os", "Platform=Linux", "Provider=Azure"),
        "XIMG1133",
        "Builder.b",
        "OperatingSystem 'os' has no item that fits builder 'b' (provider OnPremises). Add one with Provider=\"OnPremises\", or correct Provider, Region and Builders of those there are.");

    [Fact]
    public void A_tie_between_systems_is_an_error() => Read.HasProblem(
        Project().Builder("b", "Qemu")
            .OperatingSystem("os", "Platform=Linux", "Provider=OnPremises", "DiskImage=a")
            .OperatingSystem("os", "Platform=Linux", "Builders=b", "DiskImage=a"),
        "XIMG1134",
        "OperatingSystem.os",
        "Several items of OperatingSystem 'os' fit builder 'b' equally well. Tell them apart by Provider, Region or Builders.");

    [Theory]
    [InlineData("DiskImage=a;Checksum=sha256:12", "XIMG1135", "Checksum", "'sha256:12' is no checksum. Write sha256: and 64 hexadecimal digits (sha512:, sha1: and md5: work too), or 'none'.")]
    [InlineData("IsoPath=a", "XIMG1136", "IsoPath", "OperatingSystem 'os' needs both IsoPath (a folder or URL) and IsoFileName for an ISO. Write the missing one.")]
    [InlineData("DiskImage=a;IsoFileName=b", "XIMG1137", "IsoFileName", "OperatingSystem 'os' has a DiskImage and an ISO, and builder 'b' (Qemu) could start from either. Keep one, or move one to a second item of the same name with Builders.")]
    [InlineData("Version=1", "XIMG1138", "", "OperatingSystem 'os' says nothing about where builder 'b' (Qemu) finds it. Write IsoPath (a folder or a URL) and IsoFileName, or DiskImage (a path or a URL).")]
    [InlineData("DiskImage=a;Deprecated=true", "XIMG1139", "Deprecated", "OperatingSystem 'os' is marked as deprecated. Move the image to its successor.")]
    public void A_source_that_cannot_be_used_is_reported(string metadata, string code, string metadatum, string message) => Read.HasProblem(
        Project().Builder("b", "Qemu").OperatingSystem("os", ["Platform=Linux", .. metadata.Split(';')]),
        code,
        metadatum.Length == 0 ? "OperatingSystem.os" : $"OperatingSystem.os.{metadatum}",
        message);

    [Fact]
    public void A_system_without_a_platform_is_an_error() => Read.HasProblem(
        Project().Builder("b", "Qemu").OperatingSystem("os", "DiskImage=a"),
        "XIMG1002",
        "OperatingSystem.os",
        "OperatingSystem 'os' has no Platform. Write Platform=\"…\" with one of: Linux, Windows.");

    [Fact]
    public void Two_systems_of_one_name_and_place_are_a_duplicate() => Read.HasProblem(
        An.DebianImage().OperatingSystem("Debian-12", "Platform=Linux", "DiskImage=b"),
        "XIMG1102",
        "OperatingSystem.Debian-12",
        "OperatingSystem 'Debian-12' is defined more than once (in the project). Tell them apart by Provider, Region or Builders, or write Update=\"Debian-12\" to change the item that is already there.");

    [Fact]
    public void An_unknown_connection_is_an_error() => Read.HasProblem(
        Project().Builder("n", "Null", "Connection=labb").Connection("lab"),
        "XIMG1122",
        "Builder.n.Connection",
        "Builder 'n' uses the connection 'labb', but there is no Connection of that name. Did you mean 'lab'?");

    [Fact]
    public void A_connection_of_another_provider_is_an_error() => Read.HasProblem(
        Project().Builder("b", "Qemu", "Connection=az").OperatingSystem("os", "Platform=Linux", "DiskImage=a").Connection("az", "Provider=azure"),
        "XIMG1123",
        "Builder.b.Connection",
        "Builder 'b' builds for OnPremises, but its connection 'az' is one for Azure. Use a connection for OnPremises.");

    private static ImageSourceBuilder Project() => An.Image()
        .Provisioner("hello", "LinuxShellCommand", "Command=echo", "Timeout=5m").Group("g", "hello").Role("r", "g");

    private static Variant On(params string[] metadata) =>
        Read.Valid(Project().Builder("b", "Qemu").OperatingSystem("os", metadata)).Variants.Single();

    private static string Text(Variant variant, string attribute) =>
        ((SettingValue.Text)variant.Component.Find(attribute)!.Value).Value;
}

using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

/// <summary>Images that build on images.</summary>
public class BaseImageTests
{
    private const string Qemu = "SshUsername=root";

    [Fact]
    public void The_base_s_disk_and_system_are_the_builder_s()
    {
        var variant = Assert.Single(Read.Valid(OnQemu(Built.OnQemu())).Variants);
        Assert.Equal(
            ("/images/qemu/shop-base-v3.qcow2", "sha256:" + Built.Sha256),
            (variant.OperatingSystem!.Source, variant.OperatingSystem.Checksum));
        Assert.Equal(
            ("debian-12", Platform.Linux, "12", "x64", "2028-06-30"),
            (variant.OperatingSystem.Name, variant.OperatingSystem.Platform, variant.OperatingSystem.Version,
                variant.OperatingSystem.Architecture, variant.OperatingSystem.EndOfLife));
        Assert.Equal(new Ancestor("shop-base", 3, "qemu", "sha256:" + Built.Sha256), variant.OperatingSystem.Base);
        Assert.Null(variant.OperatingSystem.MissingBase);
        Assert.Equal(new SettingValue.Flag(true), variant.Component.Find("disk_image")!.Value);
    }

    [Fact]
    public void The_variant_of_the_builder_s_name_is_taken_then_that_of_its_component_and_region()
    {
        Assert.Equal("qemu", BaseOf(OnQemu(Built.OnQemu("other"), Built.OnQemu("QEMU"))).Builder.ToLowerInvariant());
        Assert.Equal("other", BaseOf(OnQemu(Built.On("qemu", "AmazonEbs", "amazon-ebs", "eu-west-1:ami-1"), Built.OnQemu("other"))).Builder);
        var regions = An.Image().Builder("aws", "AmazonEbs", "Region=us-east-1", "InstanceType=t3.micro", "SshUsername=admin").BaseImage(
            Built.Name, Built.On("here", "AmazonEbs", "amazon-ebs", "eu-west-1:ami-1"), Built.On("there", "AmazonEbs", "amazon-ebs", "us-east-1:ami-2"));
        var system = Assert.Single(Definition(regions).Variants).OperatingSystem!;
        Assert.Equal(("there", "ami-2"), (system.Base!.Builder, system.Base.Artifact));
    }

    [Fact]
    public void A_builder_that_cannot_start_from_it_is_told_what_the_base_was_built_for() => Read.HasProblem(
        An.Image().Builder("aws", "AmazonEbs", "Region=us-east-1", "InstanceType=t3.micro", "SshUsername=admin").BaseImage(
            Built.Name, Built.OnQemu(), Built.On("aws", "AmazonEbs", "amazon-ebs", "eu-west-1:ami-1,eu-west-2:ami-2")).Server(),
        "XIMG1180",
        "Builder.aws",
        "Builder 'aws' (AmazonEbs) cannot start from the base image 'shop-base', which was built for: qemu (Qemu), aws (AmazonEbs, eu-west-1, eu-west-2). "
        + "Build the base image with a builder of this kind (in this region), or take an OperatingSystem for this builder in a project of its own.");

    [Fact]
    public void A_builder_without_a_source_takes_the_system_alone()
    {
        var definition = Read.Valid(An.Image().Builder("box", "Null", "SshHost=box", "SshUsername=root").BaseImage(Built.Name, Built.OnQemu()).Server());
        var system = Assert.Single(definition.Variants).OperatingSystem!;
        Assert.Equal(("12", null, null), (system.Version, system.Base, system.Source));
    }

    [Fact]
    public void Base_images_and_operating_systems_are_chosen_by_name()
    {
        var both = OnQemu(Built.OnQemu()).OperatingSystem("debian-13", "Platform=Linux", "Version=13", "DiskImage=d.qcow2", "Checksum=none");
        Read.HasProblem(
            both,
            "XIMG1131",
            "BaseImage.shop-base",
            "The project has several operating systems (debian-13, shop-base). Set the property ImageOperatingSystem to the one that the image shall have.");
        Assert.Equal("shop-base", BaseOf(both.Property("ImageOperatingSystem", "Shop-Base")).Name);
        Assert.Equal("13", Assert.Single(Definition(both.Property("ImageOperatingSystem", "debian-13")).Variants).OperatingSystem!.Version);
        Read.HasProblem(
            OnQemu(Built.OnQemu()).OperatingSystem("SHOP-BASE", "Platform=Linux", "DiskImage=d.qcow2", "Checksum=none"),
            "XIMG1181",
            "OperatingSystem.SHOP-BASE",
            "'SHOP-BASE' is a base image and an OperatingSystem, so nobody can tell which one a builder starts from. Rename the OperatingSystem.");
    }

    [Fact]
    public void A_base_that_was_never_built_or_is_gone_stands_in_for_itself()
    {
        var never = Definition(OnQemu(Built.OnQemu() with { Version = 0 })).Variants[0];
        Assert.Equal("", never.OperatingSystem!.MissingBase);
        Assert.Equal(("not built yet", 0), (never.OperatingSystem.Base!.Artifact, never.OperatingSystem.Base.Version));
        var gone = Definition(OnQemu(Built.On("qemu", "Qemu", "qemu", Built.File("/i/a.qcow2") with { IsMissing = true }))).Variants[0];
        Assert.Equal("/i/a.qcow2", gone.OperatingSystem!.MissingBase);
        Assert.Equal(("sha256:" + Built.Sha256, 3), (gone.OperatingSystem.Base!.Artifact, gone.OperatingSystem.Base.Version));
        Assert.Empty(SourceIdentity.Requests(never));
        Assert.Empty(SourceIdentity.Requests(gone));
    }

    [Fact]
    public void A_file_that_is_not_the_recorded_one_is_an_error()
    {
        var definition = Definition(OnQemu(Built.OnQemu()));
        Assert.Equal("/images/qemu/shop-base-v3.qcow2", Assert.Single(Planner.Sources(definition)).Path);
        Assert.Empty(Problems(Built.Sha256));
        Read.IsProblem(
            Problems(new string('c', 64)),
            "XIMG2512",
            "BaseImage.shop-base",
            "'/images/qemu/shop-base-v3.qcow2' is not what was recorded of the base image shop-base-v3: its content has changed since. "
            + "Put the recorded file back, or build the base image again.");

        Diagnostic[] Problems(string sha256)
        {
            var contents = new SourceContents();
            contents.Add(new SourceFiles(
                "/images/qemu/shop-base-v3.qcow2", false, [new SourceFile("/images/qemu/shop-base-v3.qcow2", "shop-base-v3.qcow2", 1, sha256)]));
            var diagnostics = new DiagnosticBag();
            Planner.Plan(definition, contents, diagnostics);
            return [.. diagnostics];
        }
    }

    [Fact]
    public void The_image_counts_by_what_it_is_and_not_by_where_it_lies()
    {
        var here = Inputs(OnQemu(Built.OnQemu()));
        Assert.Equal(here, Inputs(OnQemu(Built.On("qemu", "Qemu", "qemu", Built.File("/elsewhere/shop-base-v3.qcow2")))));
        Assert.Equal(here, Inputs(OnQemu(Built.OnQemu() with { Version = 4 })));
        Assert.Contains(new FingerprintInput("base image shop-base", "sha256:" + Built.Sha256), here);
        var template = An.Image().Builder("lab", "VSphereClone", "VcenterServer=v", "Username=u", "Password=env:P", "InsecureConnection=true", "Host=h", Qemu);
        var third = Inputs(template.BaseImage(Built.Name, Built.On("lab", "VSphereIso", "vsphere-iso", "a")).Server());
        Assert.Equal(new FingerprintInput("base image shop-base", "a"), Assert.Single(third, input => input.Value.Contains('a', StringComparison.Ordinal) && input.Label.Contains("base", StringComparison.Ordinal)));
        Assert.DoesNotContain(third, input => input.Label == "builder: template");
    }

    private static ImageSourceBuilder OnQemu(params BuiltImage[] images) => An.Image()
        .Builder("qemu", "Qemu", "SshUsername=root", "SshPassword=env:ROOT_PASSWORD", "ShutdownCommand=poweroff")
        .BaseImage(Built.Name, images)
        .Server();

    private static ImageDefinition Definition(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        return Images.Reading.ImageReader.Read(project.Build(), diagnostics);
    }

    private static Ancestor BaseOf(ImageSourceBuilder project) => Assert.Single(Read.Valid(project).Variants).OperatingSystem!.Base!;

    private static FingerprintInput[] Inputs(ImageSourceBuilder project) => [.. A.Plan(Definition(project)).ContentKey.Inputs];
}

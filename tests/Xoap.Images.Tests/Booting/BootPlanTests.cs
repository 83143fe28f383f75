using Xoap.Images.Booting;
using Xoap.Images.Model;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Booting;

public class BootPlanTests
{
    private static readonly BuiltArtifact Disk = new("web-v3.qcow2", "/images/web-v3.qcow2", Built.Sha256);

    [Fact]
    public void A_plan_that_boots_says_what_and_has_the_steps_of_the_tests_alone()
    {
        var plan = Boots.Plan(An.DebianImage());
        var boot = Boots.Of(plan, Boots.Image(plan, Disk), PackerProfile.Newest);
        Assert.Equal(("web", 3, "/images/web-v3.qcow2"), (boot.Boot!.Name, boot.Boot.Version, boot.Boot.Artifact));
        Assert.Equal(["Test"], boot.Steps.Select(step => step.Provisioner.Name));
        Assert.Null(plan.Boot);
    }

    [Fact]
    public void Tests_log_in_by_the_connection_that_is_theirs()
    {
        var plan = Boots.Plan(An.Image()
            .Builder("qemu", "Qemu", "SshUsername=root", "SshPassword=env:ROOT_PASSWORD", "ShutdownCommand=poweroff", "TestConnection=admin")
            .Connection("admin", "SshUsername=admin", "SshPrivateKeyFile=admin.key")
            .OperatingSystem("debian-12", "Platform=Linux", "DiskImage=d.qcow2", $"Checksum=sha256:{Built.Sha256}")
            .Server());
        var boot = Boots.Of(plan, Boots.Image(plan, Disk), PackerProfile.Newest).Variant.Component;
        Assert.Equal(("admin", "/projects/web/admin.key"), (boot.Text("ssh_username"), boot.Text("ssh_private_key_file")));
        Assert.Null(boot.Find("ssh_password"));
    }

    [Theory]
    [InlineData("5m", "SshUsername=root")]
    [InlineData("30s", "SshUsername=root", "SshReadWriteTimeout=30s")]
    [InlineData(null, "SshUsername=root", "SshKeepAliveInterval=10m")]
    [InlineData(null, "Communicator=winrm", "WinrmUsername=root")]
    public void A_guest_that_falls_silent_is_not_waited_for_for_ever(string? patience, params string[] builder)
    {
        var plan = Boots.Plan(An.Image()
            .Builder("qemu", "Qemu", [.. builder, "ShutdownCommand=poweroff"])
            .OperatingSystem("debian-12", "Platform=Linux", "DiskImage=d.qcow2", $"Checksum=sha256:{Built.Sha256}")
            .Server());
        Assert.Equal(patience, Boots.Of(plan, Boots.Image(plan, Disk), PackerProfile.Newest).Variant.Component.Text("ssh_read_write_timeout"));
    }

    /// <summary>XIMG5001</summary>
    [Fact]
    public void A_file_is_no_machine() => HasProblem(
        An.Image().Builder("file", "File", "Content=x").Server(),
        [new("web-v3", "/images/web-v3", Built.Sha256)],
        "XIMG5001",
        "Builder.file",
        "What builder 'file' (file) makes cannot be booted for tests. It makes a file, which holds no machine. Run the tests of the other builders alone: -p:ImageBuilders=….");

    /// <summary>XIMG5003</summary>
    [Fact]
    public void A_disk_that_was_deleted_cannot_start() => HasProblem(
        An.DebianImage(),
        [Disk with { IsMissing = true }],
        "XIMG5003",
        "Builder.qemu",
        "The newest image of builder 'qemu' (qemu) is not there any more: '/images/web-v3.qcow2'. Build it anew, or put the file back.");

    /// <summary>XIMG5004</summary>
    [Fact]
    public void A_guest_that_nobody_reaches_cannot_be_tested() => HasProblem(
        An.Image().Builder("host", "Null", "Communicator=none").Server(),
        [new("Null")],
        "XIMG5004",
        "Builder.host.Communicator",
        "Tests run inside the guest, but builder 'host' (null) has no way into it: its Communicator is none. Write ssh or winrm. Run the tests of the other builders alone: -p:ImageBuilders=….");

    /// <summary>XIMG5005</summary>
    [Fact]
    public void A_machine_of_several_disks_would_start_with_one() => HasProblem(
        An.DebianImage(),
        [Disk, new("web-v3.qcow2-1", "/images/web-v3.qcow2-1", Built.Sha256)],
        "XIMG5005",
        "Builder.qemu",
        "The image of builder 'qemu' (qemu) has 2 disks, but Packer starts a machine from one disk only: the tests would not find the others. Run the tests of the other builders alone: -p:ImageBuilders=….");

    /// <summary>XIMG5006</summary>
    [Fact]
    public void A_record_that_names_no_disk_starts_nothing() => HasProblem(
        An.DebianImage(),
        [],
        "XIMG5006",
        "Builder.qemu",
        "The record of web-v3 does not name anything that builder 'qemu' (qemu) could be started from. Build the image anew.");

    /// <summary>XIMG5002</summary>
    [Fact]
    public void An_old_Packer_would_make_another_AMI()
    {
        var plan = Boots.Plan(An.Image().Builder("aws", "AmazonEbs", "Region=eu-west-1", "InstanceType=t3.micro", "SshUsername=admin")
            .OperatingSystem("debian-12", "Platform=Linux", "Version=12", "SourceAmi=ami-1").Server());
        var (boot, problems) = Boots.Try(plan, Boots.Image(plan, new BuiltArtifact("eu-west-1:ami-2")), RenderedFolder.Legacy);
        Assert.Null(boot);
        Read.IsProblem(
            problems,
            "XIMG5002",
            "Builder.aws",
            "Packer 1.6.6 cannot start what builder 'aws' (amazon-ebs) makes without making another image of it (amazon-ebs). That takes the plugin github.com/hashicorp/amazon, which Packer 1.7 can install.");
    }

    [Fact]
    public void Every_builder_has_an_answer()
    {
        Assert.Equal(SchemaCatalog.BuilderNames.Order(), BootForms.Known.Order());
        Assert.Equal(BootForms.Known.Count(), BootForms.Known.Distinct().Count());
    }

    private static void HasProblem(ImageSourceBuilder project, BuiltArtifact[] artifacts, string code, string place, string message)
    {
        var plan = Boots.Plan(project);
        var (boot, problems) = Boots.Try(plan, Boots.Image(plan, artifacts), PackerProfile.Newest);
        Assert.Null(boot);
        Read.IsProblem(problems, code, place, message);
    }
}

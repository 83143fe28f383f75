using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Planning;

/// <summary>What a variant starts from is part of its content key: by content where that is known, else by its name.</summary>
public class SourceIdentityTests
{
    private static readonly string Sum = new('b', 64);
    private static readonly string Other = new('c', 64);

    [Theory]
    [InlineData("VSphereIso")]
    [InlineData("XenServer")]
    [InlineData("Nutanix")]
    public void A_pinned_iso_may_move(string type)
    {
        var before = Key(type, "IsoPath=[datastore1] iso", "IsoFileName=a.iso", $"IsoChecksum={Sum}");
        Assert.Equal(before, Key(type, "IsoPath=[datastore2] other", "IsoFileName=b.iso", $"IsoChecksum={Sum}"));
        Assert.NotEqual(before, Key(type, "IsoPath=[datastore1] iso", "IsoFileName=a.iso", $"IsoChecksum={Other}"));
    }

    [Theory]
    [InlineData("VSphereIso", "IsoPath=[d] iso;IsoFileName=a.iso", "IsoPath=[d] iso;IsoFileName=b.iso")]
    [InlineData("Nutanix", "IsoFileName=a.iso", "IsoFileName=b.iso")]
    [InlineData("ProxmoxIso", "IsoPath=local:iso;IsoFileName=a.iso", "IsoPath=local:iso;IsoFileName=b.iso")]
    [InlineData("VSphereClone", "Template=a", "Template=b")]
    [InlineData("ProxmoxClone", "Template=a", "Template=b")]
    [InlineData("HyperVClone", "Template=a", "Template=b")]
    [InlineData("Nutanix", "DiskImage=https://host/a", "DiskImage=https://host/b")]
    [InlineData("VirtualBoxOvf", "DiskImage=https://host/a.ova", "DiskImage=https://host/b.ova")]
    [InlineData("HyperVIso", "IsoPath=\\\\server\\a;IsoFileName=x", "IsoPath=\\\\server\\b;IsoFileName=x")]
    public void What_is_not_pinned_counts_by_its_name(string type, string before, string after)
    {
        Assert.Equal(Key(type, before.Split(';')), Key(type, before.Split(';')));
        Assert.NotEqual(Key(type, before.Split(';')), Key(type, after.Split(';')));
    }

    [Theory]
    [InlineData("VirtualBoxOvf", "DiskImage=/b/x.ova", "/b/x.ova")]
    [InlineData("VirtualBoxOvf", "DiskImage=/b/x.ovf", "/b/x.ovf, /b/*")]
    [InlineData("VMwareVmx", "DiskImage=/b/x.vmx", "/b/x.vmx, /b/*")]
    [InlineData("HyperVClone", "DiskImage=/b/x", "/b/x/*")]
    [InlineData("Nutanix", "DiskImage=/b/x.qcow2", "/b/x.qcow2")]
    [InlineData("ProxmoxIso", "IsoPath=/b;IsoFileName=x.iso", "/b/x.iso")]
    [InlineData("HyperVIso", "IsoPath=//server/b;IsoFileName=x.iso", "")]
    [InlineData("VSphereIso", "IsoPath=[d];IsoFileName=x.iso", "")]
    public void Files_of_this_machine_are_looked_at(string type, string source, string expected) => Assert.Equal(
        expected,
        string.Join(", ", SourceIdentity.Requests(Variant(type, source.Split(';'))).Select(request => request.Path + (request.Use == FileUse.Files ? "/*" : ""))));

    [Fact]
    public void The_disks_beside_a_description_count()
    {
        var variant = Variant("VMwareVmx", "DiskImage=/b/x.vmx");
        var before = A.Contents(("/b/x.vmx", false, [("x.vmx", Sum)]), ("/b", true, [("x.vmdk", Sum)]));
        var after = A.Contents(("/b/x.vmx", false, [("x.vmx", Sum)]), ("/b", true, [("x.vmdk", Other)]));
        Assert.NotEqual(SourceIdentity.Inputs(variant, before), SourceIdentity.Inputs(variant, after));
    }

    [Theory]
    [InlineData("ProxmoxIso", "IsoPath=/b;IsoFileName=x.iso;IsoChecksum={0}", "OperatingSystem.os.IsoChecksum")]
    [InlineData("Nutanix", "IsoPath=/b;IsoFileName=x.iso;IsoChecksum={0}", "OperatingSystem.os.IsoChecksum")]
    [InlineData("VirtualBoxOvf", "DiskImage=/b/x.iso;Checksum={0}", "OperatingSystem.os.Checksum")]
    public void A_file_that_is_not_the_pinned_one_is_an_error(string type, string source, string place)
    {
        var diagnostics = new DiagnosticBag();
        var variant = Variant(type, source.Replace("{0}", Sum).Split(';'));
        SourceIdentity.Check(variant, A.Contents(("/b/x.iso", false, [("x.iso", Other)])), diagnostics);
        Read.IsProblem(
            [.. diagnostics],
            "XIMG2510",
            place,
            $"'/b/x.iso' has the checksum sha256:{Other}, but the project expects sha256:{Sum}. Fetch the file again; if the new file is the right one, write its checksum into the project.");
    }

    private static string Key(string type, params string[] source) =>
        PlanFingerprint.Content(Variant(type, source), [], new SourceContents(), []).Key;

    private static Variant Variant(string type, params string[] source) => Read.Valid(An.Image().Builder("b", type)
        .OperatingSystem("os", ["Platform=Linux", .. source])
        .Provisioner("tell", "LocalCommand", "Command=echo", "Timeout=5m").Group("g", "tell").Role("r", "g")).Variants.Single();
}

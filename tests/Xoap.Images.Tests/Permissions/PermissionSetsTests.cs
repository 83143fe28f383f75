using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Permissions;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Permissions;

public class PermissionSetsTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Permissions", "Approved");

    /// <summary>The least that the products' own pages list.</summary>
    private static readonly string[] OfAws =
    [
        "AttachVolume", "AuthorizeSecurityGroupIngress", "CopyImage", "CreateImage", "CreateKeyPair", "CreateSecurityGroup", "CreateSnapshot",
        "CreateTags", "CreateVolume", "DeleteKeyPair", "DeleteSecurityGroup", "DeleteSnapshot", "DeleteVolume", "DeregisterImage",
        "DescribeImageAttribute", "DescribeImages", "DescribeInstances", "DescribeInstanceStatus", "DescribeRegions", "DescribeSecurityGroups",
        "DescribeSnapshots", "DescribeSubnets", "DescribeTags", "DescribeVolumes", "DetachVolume", "GetPasswordData", "ModifyImageAttribute",
        "ModifyInstanceAttribute", "ModifySnapshotAttribute", "RegisterImage", "RunInstances", "StopInstances", "TerminateInstances",
    ];

    private static readonly string[] OfVSphere =
    [
        "ContentLibrary.AddLibraryItem", "ContentLibrary.UpdateLibraryItem", "Cryptographer.Access", "Cryptographer.Encrypt",
        "Datastore.AllocateSpace", "Datastore.Browse", "Datastore.FileManagement", "Host.Config.SystemManagement", "Network.Assign",
        "Resource.AssignVMToPool", "vApp.Export", "VirtualMachine.Config.AddNewDisk", "VirtualMachine.Config.AddRemoveDevice",
        "VirtualMachine.Config.AdvancedConfig", "VirtualMachine.Config.CPUCount", "VirtualMachine.Config.Memory",
        "VirtualMachine.Config.Settings", "VirtualMachine.Config.Resource", "VirtualMachine.Config.EditDevice",
        "VirtualMachine.Config.Annotation", "VirtualMachine.Inventory.CreateFromExisting", "VirtualMachine.Inventory.Create",
        "VirtualMachine.Inventory.Delete", "VirtualMachine.Interact.SetCDMedia", "VirtualMachine.Interact.SetFloppyMedia",
        "VirtualMachine.Interact.DeviceConnection", "VirtualMachine.Interact.PutUsbScanCodes", "VirtualMachine.Interact.PowerOff",
        "VirtualMachine.Interact.PowerOn", "VirtualMachine.Provisioning.CreateTemplateFromVM", "VirtualMachine.Provisioning.MarkAsTemplate",
        "VirtualMachine.Provisioning.MarkAsVM", "VirtualMachine.State.CreateSnapshot",
    ];

    public static TheoryData<string> Cases => [.. Projects.Select(project => project.Name)];

    private static (string Name, ImageSourceBuilder Project)[] Projects =>
    [
        ("Small", An.Image()
            .Builder("aws", "amazon-ebs", "Region=eu-central-1")
            .Builder("azure", "azure-arm", "ManagedImageName=web", "ManagedImageResourceGroupName=images")
            .Builder("google", "googlecompute")
            .Builder("vcenter", "vsphere-clone")
            .Builder("prism", "nutanix")
            .Builder("xen", "xenserver-iso")
            .Builder("pve", "proxmox-iso")
            .Builder("host", "hyperv-iso")
            .Builder("desktop", "vmware-iso")
            .Builder("local", "null")),
        ("Full", An.Image()
            .Connection(
                "aws-prod", "Provider=AWS", "Region=eu-central-1", "KmsKeyId=arn:aws:kms:eu-central-1:123456789012:key/0a", "SecretKey=env:AWS_SECRET_KEY")
            .Builder(
                "aws", "amazon-ebs", "Connection=aws-prod", "IamInstanceProfile=build", "SpotPrice=auto", "AssociatePublicIpAddress=true",
                "SshInterface=session_manager", "DeprecateAt=2030-01-01T00:00:00Z")
            .Item("BuilderBlock", "fast", "Builder=aws", "Block=fast_launch", "EnableFastLaunch=true")
            .Item("BuilderBlock", "role", "Builder=aws", "Block=assume_role", "RoleArn=arn:aws:iam::123456789012:role/builder")
            .Connection("azure-prod", "SubscriptionId=11111111-2222-3333-4444-555555555555", "ClientSecret=env:ARM_CLIENT_SECRET")
            .Builder(
                "gallery", "azure-arm", "Connection=azure-prod", "OsType=Windows", "BuildResourceGroupName=build", "VirtualNetworkName=net",
                "DiskEncryptionSetId=/subscriptions/x", "UserAssignedManagedIdentities=/subscriptions/y")
            .Item(
                "BuilderBlock", "destination", "Builder=gallery", "Block=shared_image_gallery_destination",
                "Subscription=99999999-2222-3333-4444-555555555555", "GalleryName=corp")
            .Builder(
                "google", "googlecompute", "ProjectId=it's-mine", "UseIap=true", "UseOsLogin=true", "NetworkProjectId=network-host",
                "Metadata=startup-script-log-dest=gs://logs/builds")
            .Item("BuilderBlock", "key", "Builder=google", "Block=image_encryption_key", "KmsKeyName=projects/p/locations/eu/keyRings/r/cryptoKeys/k")
            .Builder("acting", "googlecompute", "Connection=acts", "ProjectId=other")
            .Connection("acts", "ImpersonateServiceAccount=builder@other.iam.gserviceaccount.com")
            .Builder(
                "vcenter", "vsphere-iso", "VcenterServer=vcenter.example.com", "Username=packer@vsphere.local", "Password=env:VSPHERE_PASSWORD",
                "Datacenter=DC 1", "VTpm=true")
            .Item("BuilderBlock", "library", "Builder=vcenter", "Block=content_library_destination", "Library=images", "Ovf=true")
            .Builder("prism", "nutanix", "Project=images")),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_files_are_as_approved(string name) => Approved.Folder(
        Path.Combine(Folder, name),
        Sets(name).SelectMany(set => set.Files.Select(file => ($"{set.Name}/{file.Name}", file.Text))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Json_is_json_and_scripts_are_scripts(string name)
    {
        using var folder = new TempFolder();
        foreach (var file in Sets(name).SelectMany(set => set.Files))
        {
            if (file.Name.EndsWith(".json", StringComparison.Ordinal))
            {
                JsonDocument.Parse(file.Text).Dispose();
            }
            else if (file.Name.EndsWith(".sh", StringComparison.Ordinal))
            {
                using var shell = Process.Start("sh", ["-n", folder.Write(file.Name, file.Text)]);
                shell.WaitForExit();
                Assert.Equal(0, shell.ExitCode);
            }
        }
    }

    [Fact]
    public void The_policy_for_aws_has_all_that_the_product_lists() => Assert.Equal(
        OfAws.Select(action => "ec2:" + action).Order(),
        Actions(Text("Small", "aws-policy.json"), 0).Concat(Actions(Text("Small", "aws-policy.json"), 1)).Order());

    [Theory]
    [InlineData("Platform=Linux", false)]
    [InlineData("Platform=Windows", true)]
    public void Only_who_builds_Windows_may_read_its_password(string platform, bool may) => Assert.Equal(
        may,
        PermissionSets.Of("web", Variants(An.Image().Builder("aws", "AmazonEbs").OperatingSystem("os", platform, "SourceAmi=ami-1")))[0]
            .Files[0].Text.Contains("ec2:GetPasswordData", StringComparison.Ordinal));

    [Fact]
    public void The_role_for_vsphere_has_all_that_the_product_lists_when_all_is_used()
    {
        var privileges = Text("Full", "vsphere-role.sh").Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.Contains("govc", StringComparison.Ordinal))
            .Select(line => line.TrimEnd('\\').Trim());
        Assert.Equal(OfVSphere.Order(), privileges.Order());
    }

    [Theory]
    [InlineData("ContentLibrary.AddLibraryItem")]
    [InlineData("Cryptographer.Encrypt")]
    [InlineData("vApp.Export")]
    public void What_only_some_settings_need_is_not_in_the_role_for_vsphere(string privilege) =>
        Assert.DoesNotContain(privilege, Text("Small", "vsphere-role.sh"), StringComparison.Ordinal);

    [Theory]
    [InlineData("roles/compute.instanceAdmin.v1", true)]
    [InlineData("roles/iam.serviceAccountUser", true)]
    [InlineData("roles/storage.admin", false)]
    [InlineData("roles/iap.tunnelResourceAccessor", false)]
    [InlineData("roles/compute.networkUser", false)]
    public void Optional_roles_of_google_are_given_only_when_used(string role, bool always)
    {
        Assert.Contains(role, Text("Full", "google-roles.sh"), StringComparison.Ordinal);
        Assert.Equal(always, Text("Small", "google-roles.sh").Contains(role, StringComparison.Ordinal));
    }

    [Fact]
    public void Builders_of_one_connection_share_their_files()
    {
        var project = An.Image().Connection("a", "Region=r")
            .Builder("one", "amazon-ebs", "Connection=a").Builder("two", "amazon-ebs", "Connection=A").Builder("three", "amazon-ebs");

        Assert.Equal(
            ["a: one, two", "AWS: three"],
            PermissionSets.Of("web", Variants(project)).Select(set => $"{set.Name}: {string.Join(", ", set.Builders)}"));
    }

    [Fact]
    public void A_secret_never_reaches_a_file()
    {
        foreach (var file in Sets("Full").SelectMany(set => set.Files))
        {
            Assert.DoesNotContain("AWS_SECRET_KEY", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("ARM_CLIENT_SECRET", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("VSPHERE_PASSWORD", file.Text, StringComparison.Ordinal);
        }
    }

    private static ImmutableArray<PermissionSet> Sets(string name) =>
        PermissionSets.Of("web", Variants(Projects.Single(project => project.Name == name).Project));

    /// <summary>What the builders still lack does not matter here.</summary>
    private static ImmutableArray<Variant> Variants(ImageSourceBuilder project) =>
        ImageReader.Read(project.Build(), new DiagnosticBag()).Variants;

    private static string Text(string name, string file) => Sets(name).SelectMany(set => set.Files).First(candidate => candidate.Name == file).Text;

    private static IEnumerable<string> Actions(string policy, int statement)
    {
        using var json = JsonDocument.Parse(policy);
        return [.. json.RootElement.GetProperty("Statement")[statement].GetProperty("Action").EnumerateArray().Select(action => action.GetString()!)];
    }
}

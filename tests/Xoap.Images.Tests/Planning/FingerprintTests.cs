using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Planning;

/// <summary>What changes a key, and what must not.</summary>
public class FingerprintTests
{
    private static readonly ImageDefinition Image = A.Image(A.Command("one"), A.Command("two"));

    [Fact]
    public void A_description_counts_where_it_goes_into_the_image()
    {
        var described = Image with { Description = "new" };
        Assert.Equal(A.Plan(Image).TargetKey.Key, A.Plan(described).TargetKey.Key);
        var aws = A.Null() with { Type = "AmazonEbs", Component = new Component("amazon-ebs", [], []) };
        Assert.NotEqual(
            A.Plan(Image with { Variants = [aws] }).TargetKey.Key, A.Plan(described with { Variants = [aws] }).TargetKey.Key);
        var own = aws with { Component = new Component("amazon-ebs", [A.Text("ami_description", "own", Impact.Target)], []) };
        Assert.Equal(
            A.Plan(Image with { Variants = [own] }).TargetKey.Key, A.Plan(described with { Variants = [own] }).TargetKey.Key);
    }

    [Fact]
    public void The_same_definition_has_the_same_keys()
    {
        Assert.Equal(A.Plan(Image).ContentKey.Key, A.Plan(Image).ContentKey.Key);
        Assert.Equal(A.Plan(Image).TargetKey.Key, A.Plan(Image).TargetKey.Key);
    }

    [Fact]
    public void A_changed_command_changes_the_content_and_names_itself()
    {
        var changed = A.Plan(A.Image(A.Command("one"), A.Command("two", "false")));

        Assert.NotEqual(A.Plan(Image).ContentKey.Key, changed.ContentKey.Key);
        Assert.Contains(changed.ContentKey.Inputs, input => input is { Label: "step two: Command", Value: "false" });
    }

    [Fact]
    public void The_order_of_steps_counts() =>
        Assert.NotEqual(A.Plan(Image).ContentKey.Key, A.Plan(A.Image(A.Command("two"), A.Command("one"))).ContentKey.Key);

    [Fact]
    public void Timeouts_retries_and_descriptions_do_not_count()
    {
        var patient = Image with
        {
            DefaultProvisionerTimeout = TimeSpan.FromHours(9),
            Provisioners =
            [
                .. Image.Provisioners.Select(provisioner => provisioner with
                {
                    Limits = new StepLimits(TimeSpan.FromMinutes(3), 5, TimeSpan.FromSeconds(1)),
                    Description = "patient",
                }),
            ],
        };

        Assert.Equal(A.Plan(Image).TargetKey.Key, A.Plan(patient).TargetKey.Key);
    }

    [Fact]
    public void Effort_counts_nowhere_and_target_only_in_the_target_key()
    {
        var plain = A.Plan(Image);
        var effort = A.Plan(Image with { Variants = [A.Null(A.Text("ssh_timeout", "9m", Impact.Effort))] });
        var target = A.Plan(Image with { Variants = [A.Null(A.Text("region", "eu", Impact.Target))] });

        Assert.Equal(plain.TargetKey.Key, effort.TargetKey.Key);
        Assert.Equal(plain.ContentKey.Key, target.ContentKey.Key);
        Assert.NotEqual(plain.TargetKey.Key, target.TargetKey.Key);
    }

    [Fact]
    public void Names_and_tags_are_target() =>
        Assert.NotEqual(
            A.Plan(Image).TargetKey.Key,
            A.Plan(Image with { Tags = [new MapEntry("team", new SettingValue.Text("web"))] }).TargetKey.Key);

    [Fact]
    public void A_secret_counts_by_its_reference()
    {
        var secret = new Setting(
            "EnvironmentVariables", new SettingValue.Secret(new SecretReference(SecretSource.Env, "TOKEN")), Impact.Content, Origin.Project);
        var plan = A.Plan(A.Image(A.Provisioner("one", "LinuxShellCommand", "shell", secret)));

        Assert.Contains(plan.ContentKey.Inputs, input => input.Value == "env:TOKEN");
    }

    [Fact]
    public void Contents_of_folders_count_file_by_file_but_paths_do_not()
    {
        static BuildPlan PlanOf(string folder, params (string, string)[] files) => A.Plan(
            A.Image(A.Provisioner("site", "File", "file", A.Files("Source", folder))), A.Contents((folder, true, files)));

        var plan = PlanOf("/here/site", ("index.html", "aa"));
        Assert.Equal(plan.ContentKey.Key, PlanOf("/there/site", ("index.html", "aa")).ContentKey.Key);
        Assert.NotEqual(plan.ContentKey.Key, PlanOf("/here/site", ("index.html", "ab")).ContentKey.Key);
        Assert.NotEqual(plan.ContentKey.Key, PlanOf("/here/site", ("index.html", "aa"), ("new.html", "aa")).ContentKey.Key);
        Assert.NotEqual(plan.ContentKey.Key, PlanOf("/here/site", ("other.html", "aa")).ContentKey.Key);
        Assert.Contains(plan.ContentKey.Inputs, input => input is { Label: "step site: site/index.html", Value: "aa" });
    }

    [Fact]
    public void Files_in_a_map_count_by_key_and_content()
    {
        static string KeyOf(string key, string path, string sha256)
        {
            var files = new Setting(
                "metadata_files", new SettingValue.Map([new MapEntry(key, new SettingValue.Text(path))]), Impact.Content, Origin.Project)
            {
                Files = FileUse.File,
            };
            return A.Plan(
                A.Image(A.Command("one")) with { Variants = [A.Null(files)] },
                A.Contents((path, false, [("start.sh", sha256)]))).ContentKey.Key;
        }

        Assert.Equal(KeyOf("startup-script", "/a", "aa"), KeyOf("startup-script", "/b", "aa"));
        Assert.NotEqual(KeyOf("startup-script", "/a", "aa"), KeyOf("startup-script", "/a", "ab"));
        Assert.NotEqual(KeyOf("startup-script", "/a", "aa"), KeyOf("shutdown-script", "/a", "aa"));
    }

    [Fact]
    public void The_base_disk_counts_by_its_content()
    {
        static string KeyOf(string path, string sha256) => A.Plan(
            A.Image(A.Command("one")) with { Variants = [A.Qemu(A.Text("iso_url", path))] },
            A.Contents((path, false, [("disk.qcow2", sha256)]))).ContentKey.Key;

        Assert.Equal(KeyOf("/a/disk.qcow2", "aa"), KeyOf("/b/disk.qcow2", "aa"));
        Assert.NotEqual(KeyOf("/a/disk.qcow2", "aa"), KeyOf("/a/disk.qcow2", "ab"));
    }

    [Theory]
    [InlineData("virtualbox-ovf", "source_path", "base.ova")]
    [InlineData("xenserver-xva", "source_path", "base.xva")]
    public void A_base_of_any_builder_counts_by_its_content_and_not_by_its_path(string component, string attribute, string file)
    {
        string KeyOf(string path, string sha256) => A.Plan(
            A.Image(A.Command("one")) with { Variants = [A.Null() with { Component = new Component(component, [A.Text(attribute, path)], []) }] },
            A.Contents((path, false, [(file, sha256)]))).ContentKey.Key;

        Assert.Equal(KeyOf($"/a/{file}", "aa"), KeyOf($"/b/{file}", "aa"));
        Assert.NotEqual(KeyOf($"/a/{file}", "aa"), KeyOf($"/a/{file}", "ab"));
        Assert.NotEqual(KeyOf($"https://a/{file}", "aa"), KeyOf($"https://b/{file}", "aa"));
    }

    [Fact]
    public void The_base_disk_of_a_block_counts_by_its_content_and_an_address_by_itself()
    {
        static string KeyOf(string url, string sha256)
        {
            var disk = new SettingBlock("additional_iso_files", [A.Text("iso_url", url)], [], Origin.Project);
            return A.Plan(
                A.Image(A.Command("one")) with { Variants = [A.Null() with { Component = new Component("proxmox-iso", [], [disk]) }] },
                A.Contents((url, false, [("drivers.iso", sha256)]))).ContentKey.Key;
        }

        Assert.Equal(KeyOf("/a/drivers.iso", "aa"), KeyOf("/b/drivers.iso", "aa"));
        Assert.NotEqual(KeyOf("/a/drivers.iso", "aa"), KeyOf("/a/drivers.iso", "ab"));
        Assert.NotEqual(KeyOf("https://a/drivers.iso", "aa"), KeyOf("https://b/drivers.iso", "aa"));
    }

    [Fact]
    public void A_base_disk_that_is_not_the_pinned_one_is_an_error()
    {
        var expected = new string('0', 64);
        var actual = new string('1', 64);
        var diagnostics = new DiagnosticBag();
        var image = A.Image(A.Command("one")) with
        {
            Variants = [A.Qemu(A.Text("iso_url", "/a/disk.qcow2"), A.Text("iso_checksum", $"sha256:{expected}"))],
        };

        _ = Planner.Plan(image, A.Contents(("/a/disk.qcow2", false, [("disk.qcow2", actual)])), diagnostics);

        var problem = Assert.Single(diagnostics);
        Assert.Equal("XIMG2510", problem.Code);
        Assert.Contains(actual, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_that_touch_cannot_be_confused() =>
        Assert.NotEqual(
            Fingerprint.Of([new FingerprintInput("a", "bc")]).Key,
            Fingerprint.Of([new FingerprintInput("ab", "c")]).Key);
}

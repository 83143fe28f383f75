using Xoap.Images.Model;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

/// <summary>Settings of a builder, typed by the schema of its component.</summary>
public class SettingTests
{
    [Theory]
    [InlineData("Headless=True", "headless", "Flag { Value = True }")]
    [InlineData("vnc_port_min=5901", "vnc_port_min", "Number { Value = 5901 }")]
    [InlineData("VNCBINDADDRESS=::1", "vnc_bind_address", "Text { Value = ::1 }")]
    [InlineData("ShutdownTimeout=00:10:00", "shutdown_timeout", "Text { Value = 10m }")]
    [InlineData("BootWait=90s", "boot_wait", "Text { Value = 1m30s }")]
    [InlineData("SshPrivateKeyFile=keys\\id", "ssh_private_key_file", "Text { Value = /projects/web/keys/id }")]
    [InlineData("QemuBinary= qemu-kvm%20 ", "qemu_binary", "Text { Value = qemu-kvm  }")]
    [InlineData("ShutdownCommand=echo {{ x }} ${y}%3B halt", "shutdown_command", "Text { Value = echo {{ x }} ${y}; halt }")]
    [InlineData("SshHost=packer:build.Host", "ssh_host", "Expression { Value = build.Host }")]
    [InlineData("Display=env:SHOW", "display", "Secret { Reference = env:SHOW }")]
    [InlineData("SshPassword=file:secrets/pw", "ssh_password", "Secret { Reference = file:/projects/web/secrets/pw }")]
    [InlineData("DiskSize=40G", "disk_size", "Text { Value = 40G }")]
    [InlineData("DiskSizeGB=40", "disk_size", "Text { Value = 40G }")]
    [InlineData("MemoryMB=2048", "memory", "Number { Value = 2048 }")]
    [InlineData("CPUs=4", "cpus", "Number { Value = 4 }")]
    public void A_scalar_is_typed(string metadatum, string attribute, string value) =>
        Assert.Equal(value, Value(attribute, metadatum)!.ToString());

    [Fact]
    public void An_empty_metadatum_is_none() => Assert.Null(Value("headless", "Headless=", "SshPrivateKeyFile= "));

    [Fact]
    public void A_list_is_split_before_it_is_unescaped() => Assert.Equal(
        ["a;b", "Secret { Reference = env:C }", "d "], Texts(Value("boot_command", "BootCommand=a%3Bb; env:C ;;d%20")));

    [Fact]
    public void A_map_keeps_its_order_and_its_values() => Assert.Equal(
        ["b=x=1;2", "a=", "t=Secret { Reference = env:T }"],
        ((SettingValue.Map)Value("http_content", "HttpContent=b = x=1%3B2;a=;t=env:T")!).Entries
            .Select(entry => entry.Key + "=" + Text(entry.Value)));

    [Fact]
    public void A_list_of_lists_is_json()
    {
        var list = (SettingValue.List)Value("qemuargs", """QemuArgs=[["-cpu", "max"], ["-m", "1\u0041\"\\\n" ,"-x"], []]""")!;
        Assert.Equal(["-cpu|max", "-m|1A\"\\\n|-x", ""], list.Values.Select(inner => string.Join('|', Texts(inner))));
    }

    [Theory]
    [InlineData("""[["-cpu", "max"]""")]
    [InlineData("""["-cpu"]""")]
    [InlineData("""[["-cpu"]] x""")]
    [InlineData("""[["-cpu]]""")]
    [InlineData("""[["\q"]]""")]
    [InlineData("""[[1]]""")]
    [InlineData("-cpu;max")]
    public void What_is_no_list_of_lists_is_an_error(string json) => Read.HasProblem(
        Image($"QemuArgs={json}"),
        "XIMG1016",
        "Builder.b.QemuArgs",
        "'QemuArgs' is not the JSON that it takes. Write a list of lists, such as [[\"-cpu\", \"max\"]], with double quotes.");

    [Theory]
    [InlineData("Headles=true", "XIMG1003", "Builder 'b' has the setting 'Headles', which builder type Qemu does not know. Did you mean 'Headless'?")]
    [InlineData("Frobnicate=1", "XIMG1003", "Builder 'b' has the setting 'Frobnicate', which builder type Qemu does not know.")]
    [InlineData("Region=eu", "XIMG1003", "Builder 'b' has the setting 'Region', which builder type Qemu does not know.")]
    [InlineData("Headless=yes", "XIMG1010", "'Headless' is 'yes', but takes true or false.")]
    [InlineData("VncPortMin=six", "XIMG1010", "'VncPortMin' is 'six', but takes a whole number.")]
    [InlineData("Memory=1.5", "XIMG1010", "'Memory' is '1.5', but takes a whole number.")]
    [InlineData("DiskSize=40GB", "XIMG1010", "'DiskSize' is '40GB', but takes a size: a whole number and a unit of K, M, G or T, such as 40G.")]
    [InlineData("DiskSizeGB=0", "XIMG1012", "'DiskSizeGB' is 0, but has to be 1 or more.")]
    [InlineData("VncPortMin=80", "XIMG1012", "'VncPortMin' is 80, but has to be between 5900 and 65535.")]
    [InlineData("Accelerator=kwm", "XIMG1011", "'Accelerator' is 'kwm', but takes one of: none, kvm, tcg, xen, hax, hvf, whpx. Did you mean 'kvm'?")]
    [InlineData("ShutdownTimeout=5", "XIMG1013", "'ShutdownTimeout' is '5', which is no duration. Write a number with its unit (15m, 1h30m, 90s) or hh:mm:ss (00:15:00).")]
    [InlineData("HttpContent=/a", "XIMG1014", "'HttpContent' has the entry '/a', but takes key=value;key=value. Write %3B for a semicolon inside a value.")]
    [InlineData("HttpContent=a=1;a=2", "XIMG1015", "'HttpContent' gives 'a' twice. Keep one of the entries.")]
    [InlineData("SshPassword=geheim", "XIMG1020", "'SshPassword' is a secret and must not stand in the project. Write SshPassword=\"env:NAME\" and set the environment variable NAME when you build, or SshPassword=\"file:PATH\" for a file that holds it.")]
    [InlineData("SshPassword=env:", "XIMG1021", "'SshPassword' is 'env:', which names no secret. Write env: and a variable's name (letters, digits and _), or file: and a path.")]
    [InlineData("SshPassword=env:A-B", "XIMG1021", "'SshPassword' is 'env:A-B', which names no secret. Write env: and a variable's name (letters, digits and _), or file: and a path.")]
    [InlineData("SshPassword=file:", "XIMG1021", "'SshPassword' is 'file:', which names no secret. Write env: and a variable's name (letters, digits and _), or file: and a path.")]
    [InlineData("SshPassword=file:a%00", "XIMG1021", "'SshPassword' is 'file:a\0', which names no secret. Write env: and a variable's name (letters, digits and _), or file: and a path.")]
    [InlineData("SshPort=env:PORT", "XIMG1022", "'SshPort' takes a number, but 'env:PORT' is known only while Packer runs. Write the value; what is no secret can come from the environment through MSBuild's $(NAME).")]
    [InlineData("Headless=env:H", "XIMG1022", "'Headless' takes true or false, but 'env:H' is known only while Packer runs. Write the value; what is no secret can come from the environment through MSBuild's $(NAME).")]
    [InlineData("SshHost=packer:", "XIMG1023", "'SshHost' has no expression behind 'packer:'. Write one, such as packer:build.Host.")]
    [InlineData("OutputDirectory=out", "XIMG1005", "'OutputDirectory' is set by builder type Qemu itself: write $(ImageOutputDirectory) in a PropertyGroup.")]
    [InlineData("Timeout=5m", "XIMG1004", "'Timeout' is a reserved name that has no meaning on Builder 'b'. Remove it; to set Packer's attribute of that name, add a BuilderBlock item with Block=\".\".")]
    [InlineData("QemuImgArgs=x", "XIMG1006", "'qemu_img_args' is a nested block, not a single value. Add <BuilderBlock Include=\"…\" Builder=\"b\" Block=\"qemu_img_args\" …/> with the block's own attributes.")]
    [InlineData("SshWaitTimeout=5m", "XIMG1017", "'SshWaitTimeout' is deprecated: a later version of Packer's qemu will not know it. Look for its successor in the component's documentation.")]
    public void A_bad_setting_is_reported_where_it_stands(string metadatum, string code, string message) => Read.HasProblem(
        Image(metadatum), code, "Builder.b." + metadatum[..metadatum.IndexOf('=')], message);

    [Fact]
    public void A_literal_secret_is_not_repeated() =>
        Assert.DoesNotContain("geheim", Read.Problems(Image("SshPassword=geheim"))[0].Message);

    [Fact]
    public void Two_names_for_one_attribute_with_different_values_are_an_error() => Read.HasProblem(
        Image("MemoryMB=1024", "memory=2048"),
        "XIMG1008",
        "Builder.b.MemoryMB",
        "'memory' and 'MemoryMB' both stand for memory, with different values. Keep one of them.");

    [Fact]
    public void Two_names_with_the_same_value_are_fine() =>
        Assert.Equal("Number { Value = 1024 }", Value("memory", "MemoryMB=1024", "memory=1024")!.ToString());

    [Fact]
    public void Settings_say_what_they_mean_and_where_they_stand()
    {
        var settings = Read.Valid(Image("SshTimeout=5m", "CdFiles=a;b", "Memory=1024")).Variants[1].Component.Settings;
        Assert.Equal(
            ["cd_files Content Files", "disk_image Content None", "iso_checksum Effort None", "iso_url Effort None", "memory Target None", "ssh_timeout Effort None"],
            settings.Select(setting => $"{setting.Name} {setting.Impact} {setting.Files}"));
        Assert.Equal("Builder.b.CdFiles", Read.Place(settings[0].Origin));
    }

    [Fact]
    public void A_default_that_a_type_does_not_know_is_ignored()
    {
        var image = Read.Valid(An.DebianImage()
            .Default("Provisioner", "SkipClean", "true")
            .Default("Provisioner", "Timeout", "7m")
            .Default("Provisioner", "Inline", "x")
            .Provisioner("copy", "File", "Source=a", "Destination=/a")
            .Provisioner("run", "LinuxShellCommand", "Command=true"));
        Assert.Empty(image.Provisioners[1].Component.Settings);
        Assert.Equal("skip_clean", image.Provisioners[2].Component.Settings.Single().Name);
        Assert.All(image.Provisioners.Skip(1), step => Assert.Equal(TimeSpan.FromMinutes(7), step.Limits.Timeout));
    }

    [Fact]
    public void An_item_s_own_value_is_not_ignored() => Read.HasProblem(
        An.DebianImage().Default("Provisioner", "SkipClean", "true").Provisioner("copy", "File", "Source=a", "Destination=/a", "SkipClean=false"),
        "XIMG1003",
        "Provisioner.copy.SkipClean",
        "Provisioner 'copy' has the setting 'SkipClean', which provisioner type File does not know.");

    private static ImageSourceBuilder Image(params string[] metadata) => An.DebianImage().Builder("b", "Qemu", metadata);

    private static SettingValue? Value(string attribute, params string[] metadata) =>
        Read.Valid(Image(metadata)).Variants[1].Component.Find(attribute)?.Value;

    private static string[] Texts(SettingValue? value) => [.. ((SettingValue.List)value!).Values.Select(Text)];

    private static string Text(SettingValue value) => value is SettingValue.Text text ? text.Value : value.ToString();
}

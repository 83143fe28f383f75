using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Each mistake has its code, and its file, line and column. All cases are projects of one solution, built once.</summary>
public class BadInputSpecs
{
    private const string Builder = """<Builder Include="local" Type="Null" Communicator="none" />""";
    private const string Hello = """<Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />""";
    private const string Group = """<ProvisionerGroup Include="Basics" Provisioners="Hello" />""";
    private const string Role = """<ProvisionerRole Include="Server" Groups="Basics" />""";

    private const string Chrome = """<Application Include="Chrome" Package="chrome.zip" />""";
    private const string Installer = """
        <Provisioner Include="Hello" Type="ApplicationGroupInstaller" Timeout="1m" ApplicationGroup="Browsers" />
        <ProvisionerGroup Include="Basics" Provisioners="Hello" />
        """;

    private const string Qemu = """
        <Builder Include="local" Type="Qemu" SshUsername="root" ShutdownCommand="poweroff" />
        <OperatingSystem Include="debian" Platform="Linux" Version="12" Architecture="x64" DiskImage="disk.qcow2" Checksum="none" />
        """;

    /// <summary>A ¦ marks the place that the message must name; without one, that is the root element.</summary>
    private static readonly Dictionary<string, (string Body, string Code, string[] Words)> Cases = new()
    {
        ["unknown-type"] = (
            Items(Builder, """<Provisioner Include="Hello" ¦Type="LocalComand" Timeout="1m" Command="true" />""", Group, Role),
            "XIMG1001", ["LocalComand", "Did you mean 'LocalCommand'?"]),
        ["unknown-setting"] = (
            Items(Builder, """<Provisioner Include="Hello" Type="LocalCommand" ¦Timeot="1m" Timeout="1m" Command="true" />""", Group, Role),
            "XIMG1003", ["Timeot", "Did you mean 'Timeout'?"]),
        ["wrong-type"] = (
            Items(Builder, """<Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" ¦MaxRetries="often" Command="true" />""", Group, Role),
            "XIMG1010", ["often"]),
        ["bad-duration"] = (
            Items(Builder, """<Provisioner Include="Hello" Type="LocalCommand" ¦Timeout="15" Command="true" />""", Group, Role),
            "XIMG1013", ["15m"]),
        ["bad-duration-in-update"] = (
            Items(Builder, Hello, Group, Role, """<Provisioner Update="Hello" ¦Timeout="15" />"""),
            "XIMG1013", ["15m"]),
        ["bad-duration-in-defaults"] = (
            """
            <ItemDefinitionGroup>
              <Provisioner>
                ¦<PauseBefore>soon</PauseBefore>
              </Provisioner>
            </ItemDefinitionGroup>

            """ + Items(Builder, Hello, Group, Role),
            "XIMG1013", ["soon"]),
        ["missing-file"] = (
            Items(Builder, """<Provisioner Include="Hello" Type="File" Timeout="1m" ¦Source="gone.txt" Destination="/tmp/x" />""", Group, Role),
            "XIMG0101", ["gone.txt"]),
        ["missing-provisioner"] = (
            Items(Builder, Hello, """<ProvisionerGroup Include="Basics" ¦Provisioners="Hello;Helo" />""", Role),
            "XIMG1103", ["Helo", "Did you mean 'Hello'?"]),
        ["missing-group"] = (
            Items(Builder, Hello, Group, """<ProvisionerRole Include="Server" ¦Groups="Basic" />"""),
            "XIMG1103", ["Basic", "Did you mean 'Basics'?"]),
        ["duplicate"] = (
            Items(Builder, Hello, "¦" + Hello, Group, Role), "XIMG1102", ["Hello"]),
        ["two-roles"] = (
            Items(Builder, Hello, Group, Role, """¦<ProvisionerRole Include="Other" Groups="Basics" />"""),
            "XIMG1111", ["Server", "Other", "ImageRole"]),
        ["no-role"] = (Items(Builder, Hello, Group), "XIMG1110", ["ProvisionerRole"]),
        ["no-builder"] = (Items(Hello, Group, Role), "XIMG1120", ["Builder"]),
        ["no-operating-system"] = (
            Items("""¦<Builder Include="local" Type="Qemu" SshUsername="root" ShutdownCommand="poweroff" />""", Hello, Group, Role),
            "XIMG1130", ["OperatingSystem"]),
        ["literal-secret"] = (
            Items(Qemu, Hello, Group, Role, """<Builder Update="local" ¦SshPassword="geheim" />"""), "XIMG1020", ["env:"]),
        ["swallowed-property"] = (
            Items(Builder, """<Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" ¦Command="echo $(hostname)" />""", Group, Role),
            "XIMG1024", ["%24(hostname)"]),
        ["group-twice-in-role"] = (
            Items(Builder, Hello, Group, """<ProvisionerRole Include="Server" ¦Groups="Basics;Basics" />"""), "XIMG2000", ["Basics"]),
        ["provisioner-twice-in-group"] = (
            Items(Builder, Hello, """<ProvisionerGroup Include="Basics" ¦Provisioners="Hello;Hello" />""", Role), "XIMG2001", ["Hello"]),
        ["cycle"] = (
            Items(
                Builder,
                """<Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" After="Second" />""",
                """<Provisioner Include="Second" Type="LocalCommand" Timeout="1m" Command="true" ¦After="Hello" Groups="Basics" />""",
                Group,
                Role),
            "XIMG2500", ["Hello", "Second"]),
        ["windows-step-on-linux"] = (
            Items(Qemu, """<Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" ¦Platforms="Windows" />""", Group, Role),
            "XIMG2011", ["Hello", "Windows"]),
        ["missing-application"] = (
            Items(Builder, Hello, Group, Role, Chrome, """<ApplicationGroup Include="Browsers" ¦Applications="Chrom" />"""),
            "XIMG1103", ["Chrom", "Did you mean 'Chrome'?"]),
        ["missing-package"] = (
            Items(
                Builder,
                """<Application Include="Chrome" ¦Package="chrome.zip" Groups="Browsers" />""",
                """<ApplicationGroup Include="Browsers" />""",
                Installer,
                Role),
            "XIMG0101", ["chrome.zip"]),
        ["package-is-no-archive"] = (
            Items(
                Builder,
                """<Application Include="Chrome" ¦Package="disk.qcow2" />""",
                """<ApplicationGroup Include="Browsers" Applications="Chrome" />""",
                Installer,
                Role),
            "XIMG0180", ["disk.qcow2"]),
        ["swallowed-arguments"] = (
            Items(Builder, Hello, Group, Role, """<Application Include="Chrome" Package="chrome" ¦Arguments="-Site $(site)" />"""),
            "XIMG1024", ["%24(site)"]),
        ["missing-application-role"] = (
            Items(
                Builder,
                """<Provisioner Include="Hello" Type="ApplicationRoleInstaller" Timeout="1m" ¦ApplicationRole="Desktp" />""",
                Group,
                Role,
                """<ApplicationRole Include="Desktop" />"""),
            "XIMG2282", ["Desktp", "Did you mean 'Desktop'?"]),
        ["bad-stop-behavior"] = (
            """
            <PropertyGroup>
              ¦<ImageStopBehavior>Clenup</ImageStopBehavior>
            </PropertyGroup>

            """ + Items(Builder, Hello, Group, Role),
            "XIMG1011", ["Did you mean 'Cleanup'?"]),
        ["bad-build-timeout"] = (
            """
            <PropertyGroup>
              ¦<ImageBuildTimeout>90</ImageBuildTimeout>
            </PropertyGroup>

            """ + Items(Builder, Hello, Group, Role),
            "XIMG1013", ["ImageBuildTimeout"]),
    };

    private static readonly Lazy<DotnetResult> Built = new(Build);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_named_with_its_place(string name)
    {
        var (body, code, words) = Cases[name];
        Built.Value.HasError($"{name}.imgproj{Place(Project(body))}: error {code}", words);
    }

    [Fact]
    public void No_case_says_more_than_it_must()
    {
        foreach (var name in Cases.Keys)
        {
            Assert.True(
                Built.Value.Errors.Count(error => error.StartsWith(name + ".imgproj", StringComparison.Ordinal)) <= 3,
                string.Join('\n', Built.Value.Errors.Where(error => error.StartsWith(name + ".imgproj", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void All_mistakes_of_a_project_are_reported_at_once()
    {
        using var solution = new ImageSolution();
        solution.Project("web", Items(
            Builder,
            """<Provisioner Include="Hello" Type="LocalComand" Timeout="15" Command="echo $(hostname)" />""",
            """<Provisioner Include="Copy" Type="File" Timeout="1m" Source="gone.txt" Destination="/tmp/x" />""",
            """<ProvisionerGroup Include="Basics" Provisioners="Hello;Copy;Gone" />""",
            Role));
        var result = solution.Build("web").Failed();
        Assert.Superset(
            new HashSet<string> { "XIMG1001", "XIMG0101", "XIMG1103", "XIMG1024" },
            result.Errors.Select(error => error.Split(' ')[2].TrimEnd(':')).ToHashSet());
    }

    private static DotnetResult Build()
    {
        using var solution = new ImageSolution("all");
        foreach (var (name, (body, _, _)) in Cases)
        {
            solution.Write($"{name}/{name}.imgproj", Project(body).Replace("¦", "", StringComparison.Ordinal));
            solution.Write($"{name}/disk.qcow2", "");
        }

        var projects = Cases.Keys.Select(name => $"""  <Project Path="{name}/{name}.imgproj" Type="9A19103F-16F7-4668-BE54-9A1E7A4F7556" />""");
        solution.Write("all.slnx", $"<Solution>\n{string.Join('\n', projects)}\n</Solution>\n");
        return solution.Build("all.slnx").Failed();
    }

    private static string Items(params string[] items) => $"<ItemGroup>\n  {string.Join("\n  ", items)}\n</ItemGroup>";

    private static string Project(string body) => $"<Project Sdk=\"Xoap.Images.Sdk\">\n{body}\n</Project>\n";

    private static string Place(string project)
    {
        var mark = project.IndexOf('¦', StringComparison.Ordinal);
        var before = mark < 0 ? "" : project[..mark];
        return mark < 0 ? "(1,1)" : $"({before.Count(character => character == '\n') + 1},{mark - before.LastIndexOf('\n')})";
    }
}

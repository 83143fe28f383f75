using System.Runtime.Versioning;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Roles that are shared: as packages, and between projects of one repository.</summary>
[SupportedOSPlatform("linux")]
public class RoleSpecs
{
    private const string RenderOnly = "-p:ImageBuild=false";

    [Fact]
    public void A_role_by_project_and_by_package_renders_the_same_folders()
    {
        using var solution = new ImageSolution();
        WriteGreeting(solution);
        Role(solution, "Contoso.Server", """
            <ItemGroup>
              <ProjectReference Include="../Contoso.Greeting/Contoso.Greeting.imgproj" />
              <ProvisionerRole Include="Server" Groups="Greetings;Rest" />
              <Provisioner Include="Last" Type="LocalCommand" Command="echo the last" Groups="Rest" />
              <ProvisionerGroup Include="Rest" />
            </ItemGroup>
            """);
        Pack(solution, "Contoso.Greeting", "Contoso.Server");

        solution.Project("web", Consumer("""<ProjectReference Include="../Contoso.Server/Contoso.Server.imgproj" />"""));
        solution.Build("web", RenderOnly).Succeeded();
        var byProject = Rendered(solution);
        Directory.Delete(solution.PathOf("web"), recursive: true);
        Directory.Move(solution.PathOf("Contoso.Server"), solution.PathOf("gone"));

        // Contoso.Greeting comes along as a dependency of the package.
        solution.Project("web", Consumer("""<PackageReference Include="Contoso.Server" Version="1.0.0" />"""));
        solution.Build("web", RenderOnly).Succeeded();
        Assert.Equal(byProject, Rendered(solution));
        Assert.Contains("echo good morning, moon", byProject, StringComparison.Ordinal);
        Assert.Contains("echo the last", byProject, StringComparison.Ordinal);
        Assert.DoesNotContain("echo unwanted", byProject, StringComparison.Ordinal);

        var items = solution.Dotnet("build", "web", "-getItem:Provisioner").Succeeded().Output;
        Assert.Contains("\"PackageId\": \"Contoso.Greeting\"", items, StringComparison.Ordinal);
        Assert.Contains("\"PackageVersion\": \"1.0.0\"", items, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_rebuilds_the_images_that_it_touches_and_says_so()
    {
        using var solution = new ImageSolution();
        WriteGreeting(solution);
        Pack(solution, "Contoso.Greeting");
        Role(solution, "Contoso.Other", """<ItemGroup><Provisioner Include="Other" Type="LocalCommand" Command="true" Groups="Others" /><ProvisionerGroup Include="Others" /></ItemGroup>""");
        Pack(solution, "Contoso.Other");
        solution.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="Contoso.Greeting" Version="1.0.0" /><PackageVersion Include="Contoso.Other" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        const string Lock = "<PropertyGroup><RestorePackagesWithLockFile>true</RestorePackagesWithLockFile></PropertyGroup>";
        solution.Project("touched", Lock + Consumer("""<PackageReference Include="Contoso.Greeting" /><PackageReference Include="Contoso.Other" />""", "Greetings"));
        solution.Project("apart", Lock + Consumer("""<PackageReference Include="Contoso.Greeting" /><PackageReference Include="Contoso.Other" />""", "Others"));
        solution.Build("touched").Succeeded();
        solution.Build("apart").Succeeded();
        Assert.Contains("Contoso.Greeting", solution.Read("touched/.images/touched/local/image.json"), StringComparison.Ordinal);

        solution.Write("Contoso.Greeting/scripts/greet.sh", "echo good evening, $1\n");
        solution.Dotnet("pack", "Contoso.Greeting", "-p:Version=1.1.0", "-o", solution.PathOf("feed")).Succeeded();
        solution.Dotnet("package", "list", "--outdated", "--project", "touched/touched.imgproj").Succeeded();
        solution.Dotnet("nuget", "why", "touched/touched.imgproj", "Contoso.Greeting").Succeeded();
        solution.Dotnet("package", "add", "Contoso.Greeting", "--version", "1.1.0", "--project", "touched/touched.imgproj").Succeeded();
        Assert.Contains("Version=\"1.1.0\"", solution.Read("Directory.Packages.props"), StringComparison.Ordinal);

        // The lock file of the other project still says 1.0.0.
        Assert.Contains("NU1004", solution.Dotnet("restore", "apart", "--locked-mode").Failed().Output, StringComparison.Ordinal);
        solution.Dotnet("restore", "touched", "--locked-mode").Succeeded();

        var touched = solution.Build("touched").Succeeded().Output;
        Assert.Contains(
            "is not up to date: package Contoso.Greeting changed from 1.0.0 to 1.1.0; step Greet: greet.sh changed\n", touched, StringComparison.Ordinal);
        Assert.Contains("apart -> apart-v1 (up to date)", solution.Build("apart").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_highest_version_wins_where_two_roles_need_the_same_one()
    {
        using var solution = new ImageSolution();
        foreach (var version in (string[])["1.0.0", "1.2.0"])
        {
            Role(solution, "Contoso.Base", $"""<ItemGroup><Provisioner Include="Base" Type="LocalCommand" Command="echo base {version}" Groups="All" /><ProvisionerGroup Include="All" /></ItemGroup>""");
            solution.Dotnet("pack", "Contoso.Base", $"-p:Version={version}", "-o", Feed(solution)).Succeeded();
        }

        foreach (var (name, version) in new[] { ("Contoso.Left", "1.0.0"), ("Contoso.Right", "1.2.0") })
        {
            Role(solution, name, $"""
                <ItemGroup>
                  <PackageReference Include="Contoso.Base" Version="{version}" />
                  <Provisioner Include="{name}" Type="LocalCommand" Command="echo {name}" Groups="All" />
                </ItemGroup>
                """);
            Pack(solution, name);
        }

        solution.Project("web", Consumer("""
            <PackageReference Include="Contoso.Left" Version="1.0.0" /><PackageReference Include="Contoso.Right" Version="1.0.0" />
            """, "All"));
        solution.Build("web", RenderOnly).Succeeded();
        var rendered = Rendered(solution);
        Assert.Contains("echo base 1.2.0", rendered, StringComparison.Ordinal);
        Assert.DoesNotContain("echo base 1.0.0", rendered, StringComparison.Ordinal);
        Assert.Contains("echo Contoso.Left", rendered, StringComparison.Ordinal);
        Assert.Contains("echo Contoso.Right", rendered, StringComparison.Ordinal);

        // A name that two packages use is an error that names both.
        solution.Package("Contoso.Thief", "3.0.0", """
            <ItemGroup><Provisioner Include="base" Type="LocalCommand" Command="echo stolen" PackageId="Contoso.Thief" PackageVersion="3.0.0" /></ItemGroup>
            """);
        solution.Write("web/Directory.Build.targets", """<Project><ItemGroup><PackageReference Include="Contoso.Thief" Version="3.0.0" /></ItemGroup></Project>""");
        var errors = string.Join('\n', solution.Build("web", RenderOnly).Failed().Errors);
        Assert.Contains("XIMG1102", errors, StringComparison.Ordinal);
        Assert.Contains("package Contoso.Base 1.2.0", errors, StringComparison.Ordinal);
        Assert.Contains("package Contoso.Thief 3.0.0", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_referenced_role_that_changes_is_seen_at_once_and_leaves_with_its_reference()
    {
        using var solution = new ImageSolution();
        WriteGreeting(solution);
        var reference = """<ProjectReference Include="../Contoso.Greeting/Contoso.Greeting.imgproj" />""";
        solution.Project("web", Consumer(reference, "Greetings"));
        solution.Build("web", RenderOnly).Succeeded();
        solution.Write("Contoso.Greeting/Contoso.Greeting.imgproj", solution.Read("Contoso.Greeting/Contoso.Greeting.imgproj").Replace("unwanted", "wanted", StringComparison.Ordinal));
        solution.Build("web", RenderOnly, "--no-restore").HasError("web.imgproj: error XIMG0005", "dotnet restore");
        solution.Build("web", RenderOnly).Succeeded();
        solution.Dotnet("new", "sln", "--name", "all").Succeeded();
        solution.Dotnet("sln", "all.slnx", "add", "web/web.imgproj", "Contoso.Greeting/Contoso.Greeting.imgproj").Succeeded();
        solution.Dotnet("restore", "all.slnx").Succeeded();
        solution.Build("all.slnx", RenderOnly, "--no-restore", "-graph", "-isolate").Succeeded();

        // A mistake that only the image shows stands in the role's own file.
        solution.Write("Contoso.Greeting/Contoso.Greeting.imgproj", solution.Read("Contoso.Greeting/Contoso.Greeting.imgproj")
            .Replace("Include=\"Unwanted\" Type=\"LocalCommand\"", "Include=\"Unwanted\" Type=\"WindowsRestart\"", StringComparison.Ordinal)
            .Replace("Command=\"echo wanted\"", "", StringComparison.Ordinal));
        solution.Project("web", Consumer(reference, "Greetings").Replace("<Provisioner Remove=\"Unwanted\" />", "", StringComparison.Ordinal));
        solution.Build("web", RenderOnly).HasError("Contoso.Greeting.imgproj(10,35): error XIMG2012", "Unwanted");

        solution.Project("web", LocalImage.Running("true"));
        solution.Build("web", RenderOnly).Succeeded();
        Assert.DoesNotContain("Greet", solution.Read("web/obj/Debug/resolved.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_not_work_elsewhere_is_not_packed()
    {
        using var solution = new ImageSolution();
        Role(solution, "Contoso.Broken", """
            <ItemGroup>
              <Provisioner Include="Absolute" Type="LinuxShellScript" Script="/opt/setup.sh" Timeout="1m" />
              <Provisioner Include="Outside" Type="LinuxShellScript" Script="../setup.sh" Timeout="1m" />
              <Provisioner Include="Missing" Type="LinuxShellScript" Script="setup.sh" Timeout="1m" />
              <Provisioner Include="Secret" Type="PowerShellCommand" Command="Get-Date" ElevatedUser="admin" ElevatedPassword="hunter2" Timeout="1m" />
            </ItemGroup>
            """);
        var errors = solution.Dotnet("pack", "Contoso.Broken", "-o", Feed(solution)).Failed().Errors.ToArray();
        Assert.Equal(
            ["XIMG3504", "XIMG3505", "XIMG0101", "XIMG1020"],
            errors.OrderBy(error => error, StringComparer.Ordinal).Select(error => error.Split("error ")[1][..8]));
        Assert.All(errors, error => Assert.Matches(@"^Contoso\.Broken\.imgproj\(\d+,\d+\)", error));
        Assert.Empty(Directory.GetFiles(solution.PathOf("feed")));
    }

    [Fact]
    public void Packages_that_nobody_should_use_get_a_clear_error_and_write_nothing()
    {
        using var solution = new ImageSolution();
        solution.Package("Contoso.Garbage", "1.0.0", "<ItemGroup><Provisioner Include=");
        solution.Project("web", LocalImage.Running("true", """<ItemGroup><PackageReference Include="Contoso.Garbage" Version="1.0.0" /></ItemGroup>"""));
        var garbage = solution.Build("web", RenderOnly).Failed();
        Assert.Contains(garbage.Errors, error => error.Contains("Contoso.Garbage.props", StringComparison.Ordinal));

        var files = Enumerable.Range(0, 10_000).Select(number => ($"content/files/{number / 100}/{number}.txt", "x"));
        LocalPackage.Write(Feed(solution), "Contoso.Many", "1.0.0", [
            ("buildTransitive/Contoso.Many.props", """
                <Project><ItemGroup><Provisioner Include="Many" Type="LocalCommand" Command="true" Timeout="1m" Groups="Basics"
                  Inputs="$(MSBuildThisFileDirectory)../content/files/**" PackageId="Contoso.Many" PackageVersion="1.0.0" /></ItemGroup></Project>
                """),
            .. files]);
        solution.Project("web", LocalImage.Running("true", """<ItemGroup><PackageReference Include="Contoso.Many" Version="1.0.0" /></ItemGroup>"""));
        solution.Build("web").Succeeded();

        solution.Package("Contoso.Thief", "1.0.0", """
            <ItemGroup><Provisioner Include="../../thief" Type="File" Timeout="1m" Groups="Basics" Destination="/tmp/"
              Source="$(MSBuildThisFileDirectory)../../../../global.json" PackageId="Contoso.Thief" PackageVersion="1.0.0" /></ItemGroup>
            """);
        solution.Project("web", LocalImage.Running("true", """<ItemGroup><PackageReference Include="Contoso.Thief" Version="1.0.0" /></ItemGroup>"""));
        var before = Files(solution);
        Assert.Contains(solution.Build("web", RenderOnly).Failed().Errors, error => error.Contains("XIMG", StringComparison.Ordinal));
        Assert.Equal(before, Files(solution));
    }

    private static string[] Files(ImageSolution solution) =>
    [
        .. Directory.GetFiles(solution.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    private static void WriteGreeting(ImageSolution solution)
    {
        solution.Write("Contoso.Greeting/scripts/greet.sh", "echo good morning, $1\n");
        Role(solution, "Contoso.Greeting", """
            <PropertyGroup><Greeting>good morning</Greeting></PropertyGroup>
            <PropertyGroup Label="Parameters">
              <!-- Whom to greet. -->
              <GreetingName Condition="'$(GreetingName)' == ''">world</GreetingName>
            </PropertyGroup>
            <ItemGroup>
              <Provisioner Include="Greet" Type="LocalCommand" Command="echo $(Greeting), $(GreetingName)" Inputs="scripts/**" Groups="Greetings" />
              <Provisioner Include="Unwanted" Type="LocalCommand" Command="echo unwanted" Groups="Greetings" />
              <ProvisionerGroup Include="Greetings" />
            </ItemGroup>
            """);
    }

    /// <summary>An image that sets the parameter, changes one step, and takes one out.</summary>
    private static string Consumer(string references, string? groups = null) => $"""
        <PropertyGroup><GreetingName>moon</GreetingName><DefaultProvisionerTimeout>5m</DefaultProvisionerTimeout></PropertyGroup>
        <ItemGroup>
          {references}
          <Builder Include="local" Type="Null" Communicator="none" />
          <Provisioner Remove="Unwanted" />
          <Provisioner Update="Greet" Timeout="7m" />
          {(groups is null ? "" : $"""<ProvisionerRole Include="Image" Groups="{groups}" />""")}
        </ItemGroup>
        """;

    private static void Role(ImageSolution solution, string name, string body) => solution.Project(
        name, $"<PropertyGroup><ImageProjectKind>Role</ImageProjectKind><Version>1.0.0</Version></PropertyGroup>\n{body}");

    private static void Pack(ImageSolution solution, params string[] names)
    {
        foreach (var name in names)
        {
            solution.Dotnet("pack", name, "-o", Feed(solution)).Succeeded();
        }
    }

    private static string Feed(ImageSolution solution)
    {
        solution.UseFeed();
        return solution.PathOf("feed");
    }

    private static string Rendered(ImageSolution solution) => string.Join('\n', Directory
        .GetFiles(solution.PathOf("web/obj/Debug/packer"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetRelativePath(solution.Folder, file)}\n{File.ReadAllText(file)}"));
}

using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Sdk.Tests.Infra;

/// <summary>Image projects whose guest is this machine, so that building and starting it take a second.</summary>
internal static class TestedImage
{
    public const string Tests = """
        #!/usr/bin/env bats

        @test "one and one is two" {
            [ $((1 + 1)) -eq 2 ]
        }

        @test "the moon is made of cheese" {
            moon=rock
            echo "looking at the moon"
            [ "$moon" = cheese ]
        }

        # bats test_tags=slow
        @test "nothing to do" {
            skip "nobody is here"
        }
        """;

    /// <summary>Writes the project <c>name/name.imgproj</c> and its tests.</summary>
    public static void Write(ImageSolution solution, SshGuest guest, string name = "web", string? tests = Tests, string more = "")
    {
        solution.Project(name, $"""
              <ItemGroup>
                <Builder Include="local" Type="Null" SshHost="127.0.0.1" SshPort="{guest.Port}" SshUsername="{Environment.UserName}" SshPrivateKeyFile="{guest.Key}" />
                <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
                <ProvisionerGroup Include="Basics" Provisioners="Hello" />
                <ProvisionerRole Include="Server" Groups="Basics" />
              </ItemGroup>
            {more}
            """);
        if (tests is not null)
        {
            solution.Write($"{name}/tests/site.bats", tests.ReplaceLineEndings("\n") + "\n");
        }
    }

    /// <summary>Makes <c>dotnet test</c> use Microsoft.Testing.Platform.</summary>
    public static void UseTestingPlatform(ImageSolution solution) => solution.Write(
        "global.json", $$"""
        { "msbuild-sdks": { "Xoap.Images.Sdk": "{{PackedSdk.Version}}" }, "test": { "runner": "Microsoft.Testing.Platform" } }
        """);

    /// <summary>Makes <c>dotnet test</c> use VSTest, as it does by itself.</summary>
    public static void UseVSTest(ImageSolution solution) => PackedSdk.WriteSettings(solution.Folder, PackedSdk.Feed);

    /// <summary>The same tests without the one that fails.</summary>
    public static string Passing => Tests.Replace("moon=rock", "moon=cheese", StringComparison.Ordinal);
}

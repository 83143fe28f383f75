#:property PublishAot=false
// What Xoap.Images costs, beside its peers, in one run. Usage: dotnet run benchmarks/bench.cs [-- ROUNDS [PART...]]
// Parts: NoOperation, Derived, Overhead, Tests, ThousandProvisioners, HundredImages; all without any.
// Each pair runs alternately, so that whatever else the machine does meets both; medians are compared.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var repository = Path.GetDirectoryName(Path.GetDirectoryName(ThisFile()))!;
var folder = Directory.CreateTempSubdirectory("ximg-bench-").FullName;
try
{
    Run(repository, Path.Combine(repository, "pack.sh"));
    Write("global.json", """{ "msbuild-sdks": { "Xoap.Images.Sdk": "0.1.0", "Microsoft.Build.NoTargets": "3.7.0" } }""");
    Write("nuget.config", $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><add key="local" value="{Path.Combine(repository, "artifacts", "feed")}" /></packageSources>
        </configuration>
        """);
    Write("Directory.Build.props", "<Project />");
    Write("Directory.Build.targets", "<Project />");

    foreach (var part in (Action[])[NoOperation, Derived, Overhead, Tests, ThousandProvisioners, HundredImages])
    {
        if (args.Length < 2 || args[1..].Any(name => part.Method.Name.Contains($"__{name}|", StringComparison.OrdinalIgnoreCase)))
        {
            part();
        }
    }

    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// A second build of an up-to-date image, beside an empty NoTargets project.
void NoOperation()
{
    Write("empty/empty.proj", """
        <Project Sdk="Microsoft.Build.NoTargets">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """);
    Write("image/image.imgproj", Image(groups: 3, provisionersPerGroup: 3));
    Dotnet("build empty/empty.proj");
    Dotnet("build image/image.imgproj");

    var (peer, ours) = Compare(() => Dotnet("build empty/empty.proj"), () => Dotnet("build image/image.imgproj"));
    Print("no-op build", "empty NoTargets 3.7.0 project", peer, "up-to-date image, 9 provisioners", ours);
    Console.WriteLine($"  ratio {ours / peer:0.00} (goal: at most 1.00)");
}

// A second build of an image and of the base that it refers to, beside two empty NoTargets projects that do so.
void Derived()
{
    const string Empty = """
        <Project Sdk="Microsoft.Build.NoTargets">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;
    Write("empty-base/empty-base.proj", Empty);
    Write("empty-derived/empty-derived.proj", Empty.Replace(
        "</Project>", """<ItemGroup><ProjectReference Include="../empty-base/empty-base.proj" ReferenceOutputAssembly="false" /></ItemGroup></Project>"""));
    var image = Image(groups: 3, provisionersPerGroup: 3);
    Write("base/base.imgproj", image);
    Write("derived/derived.imgproj", image.Replace(
        "</Project>", """<ItemGroup><ProjectReference Include="../base/base.imgproj" /></ItemGroup></Project>"""));
    Dotnet("build empty-derived/empty-derived.proj");
    Dotnet("build derived/derived.imgproj");

    var (peer, ours) = Compare(() => Dotnet("build empty-derived/empty-derived.proj"), () => Dotnet("build derived/derived.imgproj"));
    Print("no-op build with a base", "empty NoTargets 3.7.0 project on another", peer, "up-to-date image on a base image", ours);
    Console.WriteLine($"  ratio {ours / peer:0.00} (goal: at most 1.00)");
}

// dotnet test on a built image, beside packer alone on the folder that starts it. The guest is this machine.
void Tests()
{
    var port = 20_000 + Environment.ProcessId % 20_000;
    var (host, key) = (Path.Combine(folder, "host-key"), Path.Combine(folder, "key"));
    Run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", host);
    Run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
    Write("sshd", $"""
        Port {port}
        ListenAddress 127.0.0.1
        HostKey {host}
        AuthorizedKeysFile {key}.pub
        PidFile none
        StrictModes no
        UsePAM no

        """);
    Write("tested/tests/one.bats", "@test \"one\" {\n    true\n}\n");
    Write("tested/tested.imgproj", Image(groups: 3, provisionersPerGroup: 3).Replace(
        "Communicator=\"none\"", $"SshHost=\"127.0.0.1\" SshPort=\"{port}\" SshUsername=\"{Environment.UserName}\" SshPrivateKeyFile=\"{key}\""));
    using var server = Process.Start("/usr/sbin/sshd", ["-D", "-f", Path.Combine(folder, "sshd"), "-E", Path.Combine(folder, "sshd.log")]);
    try
    {
        Dotnet("test tested/tested.imgproj");
        var template = Directory.GetFiles(Path.Combine(folder, "tested", "obj", "Debug", "tests"), "*.pkr.hcl", SearchOption.AllDirectories).Single();
        var (peer, ours) = Compare(() => Run(Path.GetDirectoryName(template)!, "packer", "build", "."), () => Dotnet("test tested/tested.imgproj --no-build"));
        Print("tests", "packer build . (null builder, one test)", peer, "dotnet test --no-build of the same folder", ours);
        Console.WriteLine($"  on top {ours - peer:0.00} s (goal: less than 1.00 s)");
    }
    finally
    {
        server.Kill(entireProcessTree: true);
    }
}

// A forced build, beside packer alone on the folder that it rendered.
void Overhead()
{
    Write("overhead/overhead.imgproj", Image(groups: 3, provisionersPerGroup: 3));
    Dotnet("build overhead/overhead.imgproj");
    var template = Directory.GetFiles(Path.Combine(folder, "overhead", "obj"), "*.pkr.hcl", SearchOption.AllDirectories).Single();

    var (peer, ours) = Compare(
        () => Run(Path.GetDirectoryName(template)!, "packer", "build", "."),
        () => Dotnet("build overhead/overhead.imgproj -p:ImageForce=true"));
    Print("overhead", "packer build . (null builder)", peer, "dotnet build of the same folder", ours);
    Console.WriteLine($"  on top {ours - peer:0.00} s (goal: less than 1.00 s)");
}

// Resolving and rendering 1,000 provisioners, beside one.
void ThousandProvisioners()
{
    Write("one/one.imgproj", Image(groups: 1, provisionersPerGroup: 1));
    Write("many/many.imgproj", Image(groups: 100, provisionersPerGroup: 10));
    foreach (var project in (string[])["one", "many"])
    {
        Dotnet($"build {project}/{project}.imgproj -p:ImageBuild=false");
    }

    // Most of the first pair is the file system, which makes a thousand new files; the second one is what a build after a change costs.
    foreach (var (title, empty) in new[] { ("resolve and render into an empty folder", true), ("resolve and render again", false) })
    {
        var (peer, ours) = Compare(() => Render("one"), () => Render("many"), () => Prepare(empty));
        Print(title, "1 provisioner", peer, "1,000 provisioners in 100 groups", ours);
        Console.WriteLine($"  on top {ours - peer:0.00} s (goal: less than 0.30 s)");
    }

    // Moved away, not deleted: for some seconds ext4 is slow at making files where others were deleted.
    void Prepare(bool empty)
    {
        foreach (var project in (string[])["one", "many"])
        {
            var intermediate = Path.Combine(folder, project, "obj");
            foreach (var rendered in Directory.GetDirectories(intermediate, "packer", SearchOption.AllDirectories).Where(_ => empty))
            {
                Directory.Move(rendered, Path.Combine(folder, $"old-{Guid.NewGuid():N}"));
            }
        }
    }

    void Render(string project) => Dotnet($"build {project}/{project}.imgproj -p:ImageBuild=false --no-restore");
}

// A solution of 100 images, validated and rendered, beside one of 100 empty NoTargets projects; and again, with nothing changed.
void HundredImages()
{
    Solution("empties", "proj", """
        <Project Sdk="Microsoft.Build.NoTargets">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """);
    Solution("images", "imgproj", Image(groups: 3, provisionersPerGroup: 3));
    Empties();
    Images();
    foreach (var (title, again, goal) in new[] { ("100 projects, validated and rendered", false, "3.00"), ("100 projects, nothing to do", true, "1.20") })
    {
        var (peer, ours) = Compare(Empties, Images, () => Forget(again));
        Print(title, "empty NoTargets 3.7.0 projects", peer, "images of 9 provisioners", ours);
        Console.WriteLine($"  ratio {ours / peer:0.00} (goal: at most {goal})");
    }

    void Empties() => Dotnet("build empties.slnx");
    void Images() => Dotnet("build images.slnx -p:ImageBuild=false");

    void Forget(bool again)
    {
        if (!again)
        {
            Directory.Move(Path.Combine(folder, "images"), Path.Combine(folder, $"old-{Guid.NewGuid():N}"));
            Solution("images", "imgproj", Image(groups: 3, provisionersPerGroup: 3));
            Dotnet("restore images.slnx");
        }
    }
}

void Solution(string name, string extension, string project)
{
    var projects = new StringWriter(CultureInfo.InvariantCulture);
    for (var number = 1; number <= 100; number++)
    {
        var path = $"{name}/{name}{number}/{name}{number}.{extension}";
        Write(path, project);
        projects.WriteLine($"""  <Project Path="{path}" Type="9A19103F-16F7-4668-BE54-9A1E7A4F7556" />""");
    }

    Write($"{name}.slnx", $"<Solution>\n{projects}</Solution>\n");
}

static string Image(int groups, int provisionersPerGroup)
{
    var items = new StringWriter(CultureInfo.InvariantCulture);
    for (var group = 0; group < groups; group++)
    {
        for (var step = 0; step < provisionersPerGroup; step++)
        {
            items.WriteLine(
                $"""    <Provisioner Include="Step{group}-{step}" Type="LocalCommand" Command="echo step {group} {step}" Timeout="5m" Groups="Group{group}" />""");
        }

        items.WriteLine($"""    <ProvisionerGroup Include="Group{group}" />""");
    }

    return $"""
        <Project Sdk="Xoap.Images.Sdk">
          <ItemGroup>
            <Builder Include="local" Type="Null" Communicator="none" />
        {items}
            <ProvisionerRole Include="Role" Groups="{string.Join(';', Enumerable.Range(0, groups).Select(group => $"Group{group}"))}" />
          </ItemGroup>
        </Project>
        """;
}

(double Peer, double Ours) Compare(Action peer, Action ours, Action? prepare = null)
{
    var times = (Peer: new List<double>(), Ours: new List<double>());
    for (var round = 0; round < rounds; round++)
    {
        prepare?.Invoke();
        times.Peer.Add(Seconds(peer));
        times.Ours.Add(Seconds(ours));
    }

    return (Median(times.Peer), Median(times.Ours));
}

static double Seconds(Action action)
{
    var clock = Stopwatch.StartNew();
    action();
    return clock.Elapsed.TotalSeconds;
}

static double Median(List<double> values)
{
    values.Sort();
    return values[values.Count / 2];
}

static void Print(string title, string peerName, double peer, string ourName, double ours)
{
    Console.WriteLine(title);
    Console.WriteLine($"  {peerName,-40} {peer:0.00} s");
    Console.WriteLine($"  {ourName,-40} {ours:0.00} s");
}

void Write(string path, string text)
{
    var full = Path.Combine(folder, path);
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    File.WriteAllText(full, text);
}

void Dotnet(string arguments) => Run(folder, "dotnet", arguments.Split(' '));

static void Run(string directory, string command, params string[] arguments)
{
    var start = new ProcessStartInfo(command, arguments)
    {
        WorkingDirectory = directory,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
    // What `dotnet run` sets for this program must not reach the builds.
    foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
    {
        if (!name.Equals("MSBUILDDISABLENODEREUSE", StringComparison.OrdinalIgnoreCase))
        {
            start.Environment.Remove(name);
        }
    }

    using var process = Process.Start(start)!;
    var error = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} failed:\n{output}\n{error.Result}");
    }
}

static string ThisFile([CallerFilePath] string path = "") => path;

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Xoap.Images.Tests.Running;

// Stands in for Packer where the real one cannot be made to misbehave: FAKE_PACKER says how. "host FOLDER" is no Packer at all, but
// a build in a process of its own, which a test can kill.
if (args is ["host", var folder])
{
    var run = new ARun(folder) { Force = true }.Step("first", "true").Step("slow", "sleep 6");
    var result = await run.BuildAsync();
    return result.Status == Xoap.Images.History.RunStatus.Succeeded ? 0 : 1;
}

if (args is ["version"])
{
    Console.WriteLine(Variable("FAKE_PACKER_VERSION"));
    return 0;
}

if (args is ["init", ..])
{
    Console.WriteLine("Installed plugin");
    return 0;
}

var output = Console.OpenStandardOutput();
Console.WriteLine("2026-11-20T11:10:08Z: ==> file.web: Running local shell script: ./steps/001-first.sh");
switch (Variable("FAKE_PACKER"))
{
    case "crash":
        Console.Error.WriteLine("panic: runtime error: invalid memory address or nil pointer dereference");
        Console.Error.WriteLine("!!!!!!!!!!!!!!!!!!!!!!!!!!! PACKER CRASH !!!!!!!!!!!!!!!!!!!!!!!!!!!!");
        return 1;
    case "deaf":
        using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true))
        {
            using var child = Process.Start("sleep", "300");
            Console.WriteLine("2026-11-20T11:10:08Z: ==> file.web: Running local shell script: ./steps/002-second.sh");
            await Task.Delay(Timeout.Infinite);
        }

        return 1;
    case "garbage":
        var random = new Random(5);
        var bytes = new byte[1_000_000];
        random.NextBytes(bytes);
        output.Write(bytes);
        return 1;
    case "silent timeout":
        Console.WriteLine("2026-11-20T11:10:08Z: ==> file.web: Setting a 1s timeout for the next provisioner...");
        Console.WriteLine("2026-11-20T11:10:08Z: ==> file.web: Running local shell script: ./steps/001-first.sh");
        await Task.Delay(1100);
        Console.WriteLine("2026-11-20T11:10:09Z: ==> file.web: Provisioning step had errors: Running the cleanup provisioner");
        Console.WriteLine("2026-11-20T11:10:09Z: Build 'file.web' errored: Error executing script: ./steps/001-first.sh");
        return 1;
    case "silent":
        return 7;
    case "no manifest":
        return 0;
    case "half manifest":
        File.WriteAllText(Variable("PKR_VAR_manifest_path"), "{ \"builds\": [ { \"artifact_id\": ");
        return 0;
    case "lie":
        Manifest("/nowhere/disk.txt");
        return 0;
    case "two files":
        Manifest(Image("disk.txt"), Image("disk-1.txt"));
        return 0;
    case "chatter":
        var line = new byte[1000];
        Array.Fill(line, (byte)'x');
        line[^1] = (byte)'\n';
        for (var count = 0; count < 100_000; count++)
        {
            output.Write(line);
        }

        Manifest(Image("disk.txt"));
        return 0;
    case "one endless line":
        var part = new byte[1 << 20];
        Array.Fill(part, (byte)'y');
        for (var count = 0; count < 100; count++)
        {
            output.Write(part);
        }

        Manifest(Image("disk.txt"));
        return 0;
    case "held pipe":
        // A process that leaves the session and keeps the pipe, as a virtual machine that goes on would.
        using (Process.Start("setsid", ["sleep", "20"]))
        {
            await Task.Delay(300);
        }

        return 1;
    default:
        return 2;
}

static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";

static string Image(string name)
{
    var path = Path.Combine(Variable("PKR_VAR_output_directory"), name);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, name);
    return path;
}

static void Manifest(params string[] files)
{
    var list = string.Join(", ", files.Select(file => $"{{ \"name\": \"{JsonEncodedText.Encode(file)}\", \"size\": 3 }}"));
    File.WriteAllText(
        Variable("PKR_VAR_manifest_path"),
        $"{{ \"builds\": [ {{ \"name\": \"web\", \"artifact_id\": \"File\", \"files\": [ {list} ] }} ] }}");
}

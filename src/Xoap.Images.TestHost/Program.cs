using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Helpers;
using Microsoft.Testing.Platform.Requests;
using Xoap.Images.TestHost;

// `dotnet test some.imgproj` hands the project on, which is not one of the host's options: the host knows its project.
string[] line = [.. args.Where(argument => !argument.EndsWith(".imgproj", StringComparison.OrdinalIgnoreCase))];
var builder = await TestApplication.CreateBuilderAsync(line);
builder.CommandLine.AddProvider(() => new HostOptions());
builder.AddTreeNodeFilterService(new HostExtension());
ImageTestFramework? tests = null;
builder.RegisterTestFramework(_ => new HostCapabilities(), (_, services) => tests = new ImageTestFramework(services));
using var application = await builder.BuildAsync();
int exit;
try
{
    exit = await application.RunAsync();
}
catch (InvalidOperationException problem) when (problem.TargetSite?.DeclaringType == typeof(TreeNodeFilter))
{
    // The platform reads --treenode-filter only when it runs, and takes what is wrong with it for a fault of its own.
    await Console.Error.WriteLineAsync(problem.Message);
    return WrongLine.ExitCode;
}

if (exit == WrongLine.ExitCode && WrongLine.IsPiped(line))
{
    await Console.Error.WriteLineAsync(await WrongLine.ProblemAsync(line));
}

// A project without tests is no failure; a filter that matches none is.
return exit == ImageTestFramework.NoTestRan && tests is { HasTests: false } ? 0 : exit;

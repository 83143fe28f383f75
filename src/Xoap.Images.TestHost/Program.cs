using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Helpers;
using Xoap.Images.TestHost;

// `dotnet test some.imgproj` hands the project on, which is not one of the host's options: the host knows its project.
var builder = await TestApplication.CreateBuilderAsync([.. args.Where(argument => !argument.EndsWith(".imgproj", StringComparison.OrdinalIgnoreCase))]);
builder.CommandLine.AddProvider(() => new HostOptions());
builder.AddTreeNodeFilterService(new HostExtension());
builder.RegisterTestFramework(_ => new HostCapabilities(), (_, services) => new ImageTestFramework(services));
using var application = await builder.BuildAsync();
return await application.RunAsync();

using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Running;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Testing;

namespace Xoap.Images.Tasks;

/// <summary>Says what <c>dotnet test</c> is going to start for a project, or that there is nothing to start.</summary>
[MSBuildMultiThreadableTask]
public sealed class AnnounceImageTests : ImageTask
{
    /// <summary>The tests.json of ResolveImageTests; empty: the project is a role.</summary>
    public string TestsFile { get; set; } = "";

    /// <summary>Microsoft.Testing.Platform's dotnet test gives targets no logger and the host no console, but it runs this task in its own process.</summary>
    public bool WithoutLogger { get; set; }

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var words = string.Join('\n', TestsFile.Length > 0 ? OfImages() : [TestWords.Role(ProjectFile)]);
        if (WithoutLogger && words.Length > 0)
        {
            Console.Error.WriteLine(words);
        }
        else if (words.Length > 0)
        {
            ShownText.Show(BuildEngine, nameof(AnnounceImageTests), words);
        }
    }

    private IEnumerable<string> OfImages()
    {
        var options = TestRunOptions.Read(File.ReadAllText(TestsFile));
        using var tests = new ImageTests(options, BuildEnvironment.Variables(), TimeProvider.System);
        var variants = tests.List();
        return variants.IsEmpty ? [TestWords.NoTests(options)]
            : TestWords.LeftOut(options) is { } left ? [TestWords.Of(left)!, .. tests.Announce(variants)] : [.. tests.Announce(variants)];
    }
}

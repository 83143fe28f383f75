using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>ImageTest items. They alone are named by files, since patterns find them.</summary>
/// <param name="choices">Null: nobody knows what images there will be.</param>
internal sealed class TestReader(ProjectItems items, TestChoices? choices, ReadingContext context)
{
    /// <summary>The SDK's file with the patterns that every project has.</summary>
    private const string DefaultsFile = "Xoap.Images.Items.props";

    private readonly SettingReader _reader = new(context);
    private readonly Memberships _roles = Names(items, ItemTypes.ProvisionerRole, context);
    private readonly Memberships _groups = Names(items, ItemTypes.ProvisionerGroup, context);
    private readonly Memberships _provisioners = Names(items, ItemTypes.Provisioner, context);
    private readonly Memberships _builders = Names(items, ItemTypes.Builder, context);

    /// <summary>In declaration order, each file once.</summary>
    public static ImmutableArray<ImageTest> Read(ProjectItems items, TestChoices? choices, ReadingContext context) =>
        new TestReader(items, choices, context).Read();

    private ImmutableArray<ImageTest> Read()
    {
        var tests = ImmutableArray.CreateBuilder<ImageTest>();
        foreach (var item in OfDifferentFiles())
        {
            if (ItemNames.IsUsable(item.Name))
            {
                if (Read(item) is { } test)
                {
                    tests.Add(test);
                }
            }
            else
            {
                context.Report(ProjectDiagnostics.UnusableName(item.Origin, item.Type, item.Name));
            }
        }

        return TestPlaces.Add(tests.ToImmutable(), context.ProjectDirectory);
    }

    /// <summary>What a project includes itself stands for what a pattern of ours found too.</summary>
    private IEnumerable<Item> OfDifferentFiles()
    {
        var own = items.Of(ItemTypes.ImageTest).Where(item => !IsDefault(item)).Select(PathOf).ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items.Of(ItemTypes.ImageTest).Where(item => !IsDefault(item) || !own.Contains(PathOf(item))))
        {
            if (seen.TryAdd(PathOf(item), item.Name))
            {
                yield return item;
            }
            else
            {
                context.Report(TestDiagnostics.TestGivenTwice(item.Origin, item.Name, seen[PathOf(item)]));
            }
        }
    }

    private ImageTest? Read(Item item)
    {
        var settings = _reader.Read(item, RoleReader.NoComponent(ItemTypes.ImageTest));
        var framework = FrameworkOf(settings);
        Check(settings, framework);
        var timeout = settings.Duration("Timeout") ?? TimeSpan.FromMinutes(10);
        var selection = SelectionOf(settings);
        if (IsDefault(item) || (item.Origin.Package is null && Path.GetExtension(item.Origin.File) is ".imgproj"))
        {
            choices?.Check(item, selection);
        }

        return framework is null ? null : new ImageTest(
            item.Name,
            framework.Value,
            settings.Text("Phase") is { } phase ? Enum.Parse<TestPhase>(phase) : TestPhase.Test,
            PathOf(item),
            timeout,
            new TestLogin(settings.Text("RunAs"), settings.Find("ElevatedUser"), settings.Find("ElevatedPassword"), settings.Flag("UsePwsh")),
            settings.Texts("Files"),
            settings.Text("Results"),
            selection,
            new TestPlace(context.ProjectDirectory, ""),
            settings.Text("Description") ?? "",
            item.Origin)
        {
            Environment = settings.Find("EnvironmentVariables"),
        };
    }

    private void Check(ItemSettings settings, TestFramework? framework)
    {
        var origin = settings.Origin;
        if (settings.Duration("Timeout") == TimeSpan.Zero)
        {
            context.Report(ReadingDiagnostics.NoTime(origin.At("Timeout"), "Timeout"));
        }

        if (framework is { } known and not TestFramework.JUnit && settings.Find("Results") is not null)
        {
            context.Report(TestDiagnostics.ResultsWithoutJUnit(origin.At("Results"), settings.Item.Name, known.ToString()));
        }

        LiteralSecrets.Check(settings.Ours, context);
        if (settings.Find("ElevatedPassword") is not null && settings.Find("ElevatedUser") is null)
        {
            context.Report(TestDiagnostics.PasswordWithoutUser(origin.At("ElevatedPassword"), settings.Item.Name));
        }
    }

    private TestSelection SelectionOf(ItemSettings settings) => new(
        Known(settings, "Roles", _roles),
        Known(settings, "Groups", _groups),
        Known(settings, "Provisioners", _provisioners),
        settings.Texts("Tags"),
        new Applicability(
            settings.Texts("Platforms"),
            settings.Texts("OperatingSystems"),
            [.. settings.Texts("Architectures").Select(Architecture.Normal)],
            settings.Texts("Providers")),
        Known(settings, "Builders", _builders),
        IsOffered: IsDefault(settings.Item) || settings.Origin.Package is not null);

    /// <summary>Null, and reported, when nothing says it.</summary>
    private TestFramework? FrameworkOf(ItemSettings settings)
    {
        const string Framework = "Framework";
        var name = settings.Item.Name;
        if (settings.Text(Framework) is { } framework)
        {
            return Enum.Parse<TestFramework>(framework);
        }

        if (name.EndsWith(".Tests.ps1", StringComparison.OrdinalIgnoreCase))
        {
            return TestFramework.Pester;
        }

        if (name.EndsWith(".bats", StringComparison.OrdinalIgnoreCase))
        {
            return TestFramework.Bats;
        }

        if (!settings.Item.Metadata.TryGetValue(Framework, out var written) || written.Length == 0)
        {
            context.Report(TestDiagnostics.UnknownFramework(settings.Origin, name));
        }

        return null;
    }

    /// <summary>Tests of a role are for images that have a part of it; one that a parameter switched off is not there. The role's own build knows all.</summary>
    private static ImmutableArray<string> Known(ItemSettings settings, string metadatum, Memberships known)
    {
        var names = settings.Texts(metadatum);
        if (settings.Origin.Package is null)
        {
            known.AddFromMember(settings.Item.Name, settings.Origin, metadatum, names);
        }

        return names;
    }

    private static Memberships Names(ProjectItems items, ItemType containers, ReadingContext context) =>
        new([], items.NamesOf(containers), ItemTypes.ImageTest.Name, containers.Name, context);

    private string PathOf(Item item) => ProjectPath.Absolute(context.ProjectDirectory, item.Name);

    private static bool IsDefault(Item item) => Path.GetFileName(item.Origin.File) == DefaultsFile;
}

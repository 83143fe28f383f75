using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading.Sources;

/// <summary>Sources that a component's own settings and blocks name, beside those of its operating system.</summary>
internal static class OwnSources
{
    /// <summary>The drives of vSphere's machine: the first is what it starts from, the others are there as well.</summary>
    private const string Drives = "iso_paths";

    public static ImmutableArray<Setting> Of(Component component)
    {
        var own = ImmutableArray.CreateBuilder<Setting>();
        foreach (var name in SourceForms.Attributes(component.Name))
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            var settings = dot < 0
                ? component.Settings
                : component.Blocks.Where(block => block.Name == name[..dot]).SelectMany(block => block.Settings);
            own.AddRange(settings.Where(setting => setting.Name == name[(dot + 1)..]));
        }

        return own.ToImmutable();
    }

    /// <summary>Whether the machine has them and the operating system's source.</summary>
    public static bool StandBeside(Component component, ImmutableArray<Setting> own, ImmutableArray<BaseSource> sources) =>
        component.Name == "nutanix"
            ? !sources.IsEmpty
            : sources.Any(source => source.Kind == SourceKind.Iso)
                && own.All(setting => setting is { Name: Drives, Value: SettingValue.List });

    /// <summary>The operating system's ISO in the first drive, the component's in those that follow.</summary>
    public static ImmutableArray<Setting> Beside(Component component, ImmutableArray<Setting> source)
    {
        if (component.Find(Drives) is not { Value: SettingValue.List more } own
            || source.FirstOrDefault(setting => setting.Name == Drives) is not { Value: SettingValue.List first } found)
        {
            return source;
        }

        // Who lists the operating system's ISO as well has said the order.
        var all = more.Values.Contains(first.Values[0]) ? more.Values : first.Values.AddRange(more.Values);
        return source.Replace(found, own with { Value = new SettingValue.List(all) });
    }

    public static Diagnostic Hides(Setting own, BaseSource hidden, OperatingSystemItem system, string builder)
    {
        var written = SettingName.ToMetadata(own.Name);
        return own.Origin.ItemType == ItemTypes.OperatingSystem.Name
            ? ProjectDiagnostics.SeveralSources(own.Origin, system.Name, builder, [hidden.Metadatum, written])
            : SourceDiagnostics.SourceIsHidden(own.Origin, builder, written, hidden.Metadatum, system.Name);
    }
}

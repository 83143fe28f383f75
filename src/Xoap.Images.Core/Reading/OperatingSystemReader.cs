using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading.Sources;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>OperatingSystem items, and the choice of one for each builder.</summary>
internal sealed class OperatingSystemReader
{
    private readonly ReadingContext _context;
    private readonly BaseImageReader _bases;
    private readonly List<OperatingSystemItem> _all = [];
    private readonly List<string> _names = [];
    private readonly HashSet<Origin> _doubtful = [];
    private readonly string? _wanted;

    /// <param name="wanted">The property ImageOperatingSystem.</param>
    public OperatingSystemReader(ProjectItems items, BaseImageReader bases, string? wanted, ReadingContext context)
    {
        (_context, _bases, _wanted) = (context, bases, wanted);
        var reader = new SettingReader(context);
        foreach (var item in items.Of(ItemTypes.OperatingSystem))
        {
            var system = new OperatingSystemItem(reader.ReadOurs(item, ItemTypes.OperatingSystem));
            reader.HasEnforced(system.Settings, ItemTypes.OperatingSystem);
            InstallerSettings.Check(system.Settings, context);
            ForeignSources.Check(system, items, context);
            _all.Add(system);
            if (!_names.Contains(system.Name, StringComparer.OrdinalIgnoreCase))
            {
                _names.Add(system.Name);
            }
        }

        _bases.Check();
        _names.AddRange(_bases.Names.Where(name => !_names.Contains(name, StringComparer.OrdinalIgnoreCase)));
        if (wanted is not null && _names.Count > 0 && !_names.Contains(wanted, StringComparer.OrdinalIgnoreCase))
        {
            context.Report(ProjectDiagnostics.UnknownOperatingSystem(
                Origin.Property(ImageProperties.OperatingSystem), wanted, Suggestion.For(wanted, _names), _names));
        }
    }

    /// <summary>Of items and base images, each once.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>The most specific item that fits, or null: none is needed, or it was reported.</summary>
    public OperatingSystemItem? Choose(Item builder, BuilderType type, string? region)
    {
        if (NameFor(builder, type) is not { } name)
        {
            return null;
        }

        if (!_all.Exists(system => Same(system.Name, name)))
        {
            return _bases.For(name, builder, type, region);
        }

        var fitting = _all.FindAll(system =>
            string.Equals(system.Name, name, StringComparison.OrdinalIgnoreCase) && system.Fits(builder.Name, type.Provider, region));
        if (fitting.Count == 0)
        {
            if (type.NeedsOperatingSystem)
            {
                _context.Report(ProjectDiagnostics.NoOperatingSystemFits(builder.Origin, name, builder.Name, type.Provider));
            }

            return null;
        }

        var most = fitting.Max(system => system.Specificity);
        var best = fitting.FindAll(system => system.Specificity == most);
        if (best.Count > 1)
        {
            // Items that do not differ at all were reported as such.
            if (best.Find(system => !Same(system.Identity, best[0].Identity)) is { } other && _doubtful.Add(other.Settings.Origin))
            {
                _context.Report(ProjectDiagnostics.SeveralOperatingSystemsFit(other.Settings.Origin, name, builder.Name));
            }

            return null;
        }

        if (best[0].Settings.Flag("Deprecated"))
        {
            _context.Report(ProjectDiagnostics.DeprecatedOperatingSystem(best[0].Settings.Origin.At("Deprecated"), name));
        }

        return best[0];
    }

    /// <summary>An answer file that no builder has a use for is probably meant for another one.</summary>
    public void CheckInstallers(IReadOnlyCollection<Variant> variants)
    {
        foreach (var system in _all)
        {
            var users = variants.Where(variant => variant.OperatingSystem?.Origin == system.Settings.Origin).ToArray();
            if (system.Settings.Find("AnswerFile") is { } answers && users.Length > 0
                && users.All(variant => variant.OperatingSystem!.Installer.IsEmpty))
            {
                _context.Report(InstallerDiagnostics.AnswerFileUnused(
                    answers.Origin, system.Name, users.Select(variant => variant.Name)));
            }
        }
    }

    private string? NameFor(Item builder, BuilderType type)
    {
        if (_wanted is not null && _names.Count > 0)
        {
            return _names.Find(name => string.Equals(name, _wanted, StringComparison.OrdinalIgnoreCase));
        }

        if (_names.Count == 1)
        {
            return _names[0];
        }

        // A builder that needs none starts from a base image all the same.
        if (type.NeedsOperatingSystem || (_names.Count > 0 && _bases.Names.Count > 0))
        {
            _context.Report(_names.Count == 0
                ? ProjectDiagnostics.NoOperatingSystem(builder.Origin, builder.Name)
                : ProjectDiagnostics.SeveralOperatingSystems(OriginOf(_names[1]), _names));
        }

        return null;
    }

    private Origin OriginOf(string name) => _all.Find(system => Same(system.Name, name))?.Settings.Origin ?? _bases.OriginOf(name);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Reading;

/// <summary>Provisioner items with their blocks.</summary>
internal sealed class ProvisionerReader(ReadingContext context, BlockReader blocks)
{
    private readonly SettingReader _reader = new(context);
    private readonly Dictionary<string, (ProvisionerType Type, Vocabulary Words)?> _types = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The project's provisioners with their blocks.</summary>
    public static ImmutableArray<Provisioner> Read(ProjectItems items, ReadingContext context) =>
        new ProvisionerReader(context, new BlockReader(items, ItemTypes.ProvisionerBlock, ItemTypes.Provisioner, context))
            .Read(items.Of(ItemTypes.Provisioner));

    /// <summary>In declaration order; those with a type that nobody knows are left out.</summary>
    public ImmutableArray<Provisioner> Read(IReadOnlyList<Item> items)
    {
        var provisioners = ImmutableArray.CreateBuilder<Provisioner>(items.Count);
        foreach (var item in items)
        {
            if (Read(item) is { } provisioner)
            {
                provisioners.Add(provisioner);
            }
        }

        return provisioners.ToImmutable();
    }

    private Provisioner? Read(Item item)
    {
        if (!item.Metadata.TryGetValue("Type", out var escaped) || escaped.Length == 0)
        {
            context.Report(ReadingDiagnostics.MetadatumMissing(
                item.Origin, item.Type, item.Name, "Type", $" with one of: {string.Join(", ", ProvisionerTypes.Friendly.Select(type => type.Name))}"));
            return null;
        }

        var name = MsBuildText.Unescape(escaped).Trim();
        if (Find(name, IsDownload(item)) is not var (type, words))
        {
            context.Report(ReadingDiagnostics.UnknownType(
                item.Origin.At("Type"), "provisioner", name, Suggestion.For(name, ProvisionerTypes.Names),
                ProvisionerTypes.Friendly.Select(friendly => friendly.Name)));
            return null;
        }

        var settings = _reader.Read(item, words);
        InstallerSettings.CheckVariables(settings.Own, context);
        LiteralSecrets.Check([.. settings.Own, .. settings.Component], context);
        var component = blocks.Add(
            new Component(type.Component, settings.Component, []), words.Component!, type.Managed, words.Subject, item.Name);
        return new Provisioner(
            item.Name,
            type.Name,
            WithFolder(type, settings.Own, item.Origin),
            component,
            new StepLimits(Timeout(item, settings), Retries(settings), settings.Duration("PauseBefore")),
            new Applicability(
                settings.Texts("Platforms"),
                settings.Texts("OperatingSystems"),
                [.. settings.Texts("Architectures").Select(Architecture.Normal)],
                settings.Texts("Providers")),
            settings.Texts("Groups"),
            settings.Texts("After"),
            settings.Texts("Before"),
            settings.Text("Volatile") is { } age ? Enum.Parse<Volatility>(age) : type.Volatile,
            settings.Text("Description") ?? "",
            item.Origin);
    }

    /// <summary>A command on the building machine runs in the project's folder, as everything relative in a project starts there.</summary>
    private ImmutableArray<Setting> WithFolder(ProvisionerType type, ImmutableArray<Setting> own, Origin origin)
    {
        const string Folder = "WorkingDirectory";
        return type != LocalCommand.Type || own.Any(setting => setting.Name == Folder)
            ? own
            : own.Add(new Setting(Folder, new SettingValue.Text(context.ProjectDirectory), Impact.Effort, origin));
    }

    private TimeSpan? Timeout(Item item, ItemSettings settings)
    {
        var timeout = settings.Duration("Timeout");
        if (timeout == TimeSpan.Zero)
        {
            context.Report(ReadingDiagnostics.NoTime(item.Origin.At("Timeout"), "Timeout"));
        }

        return timeout;
    }

    private (ProvisionerType Type, Vocabulary Words)? Find(string name, bool download)
    {
        var key = download ? $"{name} ({FileCopy.DownloadDirection})" : name;
        if (!_types.TryGetValue(key, out var found))
        {
            var type = ProvisionerTypes.Find(name);
            type = download && type == FileCopy.Upload ? FileCopy.Download : type;
            found = type is null ? null : (type, Words(type));
            _types.Add(key, found);
        }

        return found;
    }

    private static Vocabulary Words(ProvisionerType type) => new(
        ItemTypes.Provisioner, type.Own, SchemaCatalog.FindProvisioner(type.Component), $"provisioner type {type.Name}")
    {
        Managed = type.Managed,
    };

    private static bool IsDownload(Item item) =>
        item.Metadata.TryGetValue("Direction", out var direction)
        && string.Equals(direction.Trim(), FileCopy.DownloadDirection, StringComparison.OrdinalIgnoreCase);

    private static int? Retries(ItemSettings settings) =>
        int.TryParse(settings.Number("MaxRetries"), NumberStyles.None, CultureInfo.InvariantCulture, out var retries) ? retries : null;
}

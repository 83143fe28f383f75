using System.Text.Json;

namespace Xoap.Images.Schemas;

/// <summary>The embedded component schemas; each is read when it is first asked for.</summary>
internal static class SchemaCatalog
{
    private const string BuilderFolder = "builder/";
    private const string ProvisionerFolder = "provisioner/";
    private const string Extension = ".json";

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, ComponentSchema?> Loaded = new(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> BuilderNames => Names(BuilderFolder);

    public static IReadOnlyList<string> ProvisionerNames => Names(ProvisionerFolder);

    /// <summary>What a Packer builder accepts, or null for one that is not known.</summary>
    /// <param name="component">Packer's name in any case: <c>qemu</c>.</param>
    public static ComponentSchema? FindBuilder(string component) => Find(ComponentKind.Builder, BuilderFolder, component);

    /// <summary>What a Packer provisioner accepts, or null for one that is not known.</summary>
    /// <param name="component">Packer's name in any case: <c>shell-local</c>.</param>
    public static ComponentSchema? FindProvisioner(string component) =>
        Find(ComponentKind.Provisioner, ProvisionerFolder, component);

    private static ComponentSchema? Find(ComponentKind kind, string folder, string component)
    {
        var path = folder + component;
        lock (Gate)
        {
            if (!Loaded.TryGetValue(path, out var schema))
            {
                schema = Load(kind, folder, component.ToLowerInvariant());
                Loaded[path] = schema;
            }

            return schema;
        }
    }

    private static ComponentSchema? Load(ComponentKind kind, string folder, string component)
    {
        using var stream = typeof(SchemaCatalog).Assembly.GetManifestResourceStream(folder + component + Extension);
        if (stream is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(stream);
        return SchemaReader.Read(kind, component, json.RootElement);
    }

    private static List<string> Names(string folder)
    {
        var names = new List<string>();
        foreach (var resource in typeof(SchemaCatalog).Assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(folder, StringComparison.Ordinal))
            {
                names.Add(resource[folder.Length..^Extension.Length]);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }
}

using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>The friendly builder types.</summary>
internal static class BuilderTypes
{
    private const string NameOfImage = "leave it out: the disk is named after the image and its version ($(ImageName))";
    private const string OutputFolder = "write $(ImageOutputDirectory) in a PropertyGroup";

    public static ImmutableArray<BuilderType> Friendly { get; } =
    [
        new(
            "Qemu",
            "qemu",
            Providers.OnPremises,
            NeedsOperatingSystem: true,
            [new("Cpus", "cpus"), new("MemoryMB", "memory"), new("DiskSizeGB", "disk_size", "{0}G")],
            [new("output_directory", OutputFolder), new("vm_name", NameOfImage)]),
        new("Null", "null", Providers.Any, NeedsOperatingSystem: false, [], []),
        new("File", "file", Providers.Any, NeedsOperatingSystem: false, [], [new("target", OutputFolder)]),
        new("Docker", "docker", Providers.Docker, NeedsOperatingSystem: true, [], []),
    ];

    /// <summary>Every name that Type accepts: friendly ones first, then Packer's own.</summary>
    public static IEnumerable<string> Names
    {
        get
        {
            foreach (var type in Friendly)
            {
                yield return type.Name;
            }

            foreach (var component in SchemaCatalog.BuilderNames)
            {
                if (!Friendly.Any(type => Same(type.Name, component) || type.Component == component))
                {
                    yield return component;
                }
            }
        }
    }

    /// <summary>The type of that friendly or component name in any case, or null.</summary>
    public static BuilderType? Find(string name)
    {
        foreach (var type in Friendly)
        {
            if (Same(type.Name, name) || Same(type.Component, name))
            {
                return type;
            }
        }

        return SchemaCatalog.FindBuilder(name) is { } schema
            ? new BuilderType(schema.Name, schema.Name, Providers.Any, NeedsOperatingSystem: false, [], [])
            : null;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>The friendly builder types.</summary>
internal static class BuilderTypes
{
    private const string NameOfImage = "leave it out: the disk is named after the image and its version ($(ImageName))";
    private const string OutputFolder = "write $(ImageOutputDirectory) in a PropertyGroup";

    public static ImmutableArray<BuilderType> All { get; } =
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

    public static IEnumerable<string> Names => All.Select(type => type.Name);

    /// <summary>The type of that friendly or component name in any case, or null.</summary>
    public static BuilderType? Find(string name)
    {
        foreach (var type in All)
        {
            if (string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(type.Component, name, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return null;
    }
}

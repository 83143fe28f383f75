using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>A friendly builder type.</summary>
/// <param name="Component">Packer's builder: <c>qemu</c>.</param>
/// <param name="Provider">OnPremises, Docker, AWS, Azure, Google, or Any.</param>
/// <param name="NeedsOperatingSystem">False for builders without a guest of their own (null, file).</param>
/// <param name="Aliases">Provider-neutral names (<c>MemoryMB</c>) and the attribute they stand for.</param>
/// <param name="Managed">Component attributes that we set ourselves.</param>
internal sealed record BuilderType(
    string Name,
    string Component,
    string Provider,
    bool NeedsOperatingSystem,
    ImmutableArray<SettingAlias> Aliases,
    ImmutableArray<ManagedAttribute> Managed);

/// <summary>A neutral name for a native attribute.</summary>
/// <param name="Format">How the number becomes the native value, with <c>{0}</c> for it: <c>{0}G</c>.</param>
internal sealed record SettingAlias(string Name, string Attribute, string Format = "{0}");

/// <summary>A component attribute that we set ourselves.</summary>
/// <param name="Instead">What to write instead, as the end of a sentence: <c>write Command</c>.</param>
internal sealed record ManagedAttribute(string Name, string Instead);

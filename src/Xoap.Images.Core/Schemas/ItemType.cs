using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>One of our item types and the metadata that it always has, whatever component it stands for.</summary>
internal sealed record ItemType(string Name, ImmutableArray<SettingSchema> Metadata);

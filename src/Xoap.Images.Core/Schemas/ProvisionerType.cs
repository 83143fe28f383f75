using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas;

/// <summary>A friendly provisioner type: which component carries it, and what it adds.</summary>
/// <param name="Component">Packer's provisioner: <c>shell</c>.</param>
/// <param name="Platform">The platform it can run on; null: any (it runs on the building machine or copies files).</param>
/// <param name="Own">The metadata that only this type has.</param>
/// <param name="Managed">Component attributes that the type sets itself.</param>
internal sealed record ProvisionerType(
    string Name,
    string Component,
    Platform? Platform,
    ImmutableArray<SettingSchema> Own,
    ImmutableArray<ManagedAttribute> Managed)
{
    public Volatility Volatile { get; init; } = Volatility.Never;
}

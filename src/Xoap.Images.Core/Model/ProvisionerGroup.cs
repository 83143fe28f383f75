using System.Collections.Immutable;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Model;

/// <summary>Ordered provisioners, each at most once.</summary>
/// <param name="Seal">The group belongs to the seal: it runs last.</param>
internal sealed record ProvisionerGroup(
    string Name,
    ImmutableArray<string> Provisioners,
    ImmutableArray<string> After,
    ImmutableArray<string> Before,
    bool Seal,
    string Description,
    Origin Origin);

/// <summary>Ordered groups, each at most once. An image has exactly one role.</summary>
internal sealed record ProvisionerRole(string Name, ImmutableArray<string> Groups, string Description, Origin Origin);

using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>A group with its provisioners in their final order.</summary>
internal sealed record OrderedGroup(ProvisionerGroup Group, ImmutableArray<Provisioner> Provisioners);

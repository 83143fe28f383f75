using System.Collections.Immutable;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Model;

/// <summary>Software packaged with the PSAppDeployToolkit.</summary>
/// <param name="Package">Absolute path of a folder or a zip.</param>
/// <param name="Arguments">What the toolkit's script gets beside our own arguments; empty: nothing.</param>
internal sealed record Application(string Name, string Package, string Arguments, string Description, Origin Origin);

/// <summary>Ordered applications, each at most once.</summary>
internal sealed record ApplicationGroup(string Name, ImmutableArray<string> Applications, string Description, Origin Origin);

/// <summary>Ordered application groups, each at most once.</summary>
internal sealed record ApplicationRole(string Name, ImmutableArray<string> Groups, string Description, Origin Origin);

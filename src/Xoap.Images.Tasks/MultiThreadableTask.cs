#pragma warning disable IDE0130 // the name is the contract: MSBuild looks for it, in whatever assembly it stands

namespace Microsoft.Build.Framework;

/// <summary>
/// The task needs no process of its own under <c>-mt</c>: it uses absolute paths and changes nothing of the process.
/// Our own copy, because the one in MSBuild came with 18.6 and a task that refers to it does not load before.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;

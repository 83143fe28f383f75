using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Rendering;

/// <summary>A folder that <c>packer build .</c> runs as it stands, and what the runner must know of it.</summary>
/// <param name="Template">Relative path of the template: <c>debian-web.pkr.hcl</c>.</param>
/// <param name="Secrets">Packer variables that must be filled with secrets.</param>
/// <param name="Steps">How log lines are attributed to steps, in order.</param>
internal sealed record RenderedImage(
    string Template,
    ImmutableArray<RenderedFile> Files,
    ImmutableArray<SecretVariable> Secrets,
    ImmutableArray<StepMark> Steps)
{
    /// <summary>Files with secrets, which the runner writes for the time of a run.</summary>
    public ImmutableArray<PrivateFile> PrivateFiles { get; init; } = [];
}

/// <summary>A sensitive Packer variable.</summary>
/// <param name="Name">The variable's name in the template; <c>PKR_VAR_</c> and this is the environment variable.</param>
internal sealed record SecretVariable(string Name, SecretReference Reference, Origin Origin);

/// <summary>A step as its log lines show it.</summary>
/// <param name="Marks">Texts of which one stands in the log line that starts the step: the unique names of its files. There may be none.</param>
/// <param name="Blocks">How many provisioner blocks the step has; Packer announces each.</param>
internal sealed record StepMark(int Number, string Name, Origin Origin, ImmutableArray<string> Marks, int Blocks = 1);

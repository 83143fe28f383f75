using System.Collections.Immutable;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Running;

namespace Xoap.Images.Testing;

/// <summary>An image to start, and the tests to run in it.</summary>
/// <param name="Plan">What boots the image and creates nothing.</param>
/// <param name="Version">The version of the image that is tested.</param>
/// <param name="ImageSecrets">What the image was built with: a test may find it in the guest.</param>
/// <param name="Environment">The environment of the run; Packer gets a copy of it.</param>
internal sealed record TestBootRequest(
    BuildPlan Plan,
    int Version,
    ImmutableArray<ListedFile> Files,
    string RenderedFolder,
    RenderedImage Rendered,
    PackerVersion Packer,
    TestRunOptions Options,
    ImmutableArray<SecretVariable> ImageSecrets,
    IReadOnlyDictionary<string, string> Environment,
    TimeProvider Time)
{
    public string Builder => Plan.Variant.Name;
}

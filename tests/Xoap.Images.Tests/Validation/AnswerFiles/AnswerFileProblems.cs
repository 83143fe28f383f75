using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Tests.Validation.AnswerFiles;

/// <summary>What the rules say about an answer file on QEMU.</summary>
internal static class AnswerFileProblems
{
    public const string Path = "/projects/web/os/answers";

    public static Diagnostic[] Of(
        string text, string platform, string[] system, string[] builder, ImmutableArray<string> setup, ImmutableArray<string> names)
    {
        var project = An.Image()
            .Builder("qemu", "Qemu", builder)
            .OperatingSystem("windows", [$"Platform={platform}", "IsoPath=/isos", "IsoFileName=x.iso", "AnswerFile=os/answers", .. system]);
        var variant = ImageReader.Read(project.Build(), []).Variants.Single();
        var diagnostics = new DiagnosticBag();
        AnswerFileRules.Check([new InstallerTexts(variant, Path, text, setup, names)], diagnostics);
        return [.. diagnostics];
    }
}

using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Validation;

public class CloudRulesTests
{
    [Fact]
    public void A_name_that_google_does_not_take_is_an_error_at_the_name() => HasProblem(
        Linux(An.Image("2025-web").Builder("g", "GoogleCompute", "ProjectId=p", "Zone=europe-west3-a", "SourceImage=debian-12-v1")),
        "XIMG2100",
        "ImageName",
        "The image's name '2025-web' cannot become the ImageName of builder 'g': it takes a letter, then letters, digits, '-', '_' and '.', 55 characters in all ('-v' and six digits follow). Write another ImageName.");

    private static ImageSourceBuilder Linux(ImageSourceBuilder project, params string[] system) => project
        .OperatingSystem("os", ["Platform=Linux", .. system])
        .Provisioner("hello", "LinuxShellCommand", "Command=echo hello", "Timeout=5m").Group("g", "hello").Role("r", "g");

    private static void HasProblem(ImageSourceBuilder project, string code, string place, string message) =>
        Read.IsProblem(Problems(project), code, place, message);

    private static Diagnostic[] Problems(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read(project.Build(), diagnostics);
        ImageRules.Check(definition, diagnostics);
        return [.. diagnostics];
    }
}

using Microsoft.Build.Utilities;
using Xoap.Images.Tasks;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Tests.Places;

namespace Xoap.Images.Tests.Tasks;

/// <summary>What projects may refer to.</summary>
public class CheckReferencesTests
{
    [Theory]
    [InlineData("Role", "Image", "XIMG1184")]
    [InlineData("Role", "Role", null)]
    [InlineData("Image", "Image", null)]
    public void A_role_has_no_base_image(string kind, string kindOfOther, string? code)
    {
        using var folder = new TempFolder();
        var other = folder.Write("base.imgproj", "<Project />");
        var answer = new TaskItem(kindOfOther);
        answer.SetMetadata("MSBuildSourceProjectFile", other);
        var engine = new RecordingEngine();
        var check = new CheckReferences
        {
            BuildEngine = engine,
            Help = "diagnostics.md",
            ProjectFile = folder.Write(
                "web.imgproj", """<Project><ItemGroup><ProjectReference Include="base.imgproj" /></ItemGroup></Project>"""),
            ImageProjectKind = kind,
            ProjectReferences = [new TaskItem(other)],
            Kinds = [answer],
        };
        Assert.True(check.Execute());
        Assert.Equal(code is null ? [] : [code], engine.Reports.Select(report => report.Code));
    }
}

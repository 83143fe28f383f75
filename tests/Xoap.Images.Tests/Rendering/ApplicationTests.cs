using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

public sealed class ApplicationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Deploy-Application.ps1", "Deploy-Application.exe|Deploy-Application.ps1|Files/setup.exe")]
    [InlineData("Invoke-AppDeployToolkit.ps1", "Invoke-AppDeployToolkit.exe|Invoke-AppDeployToolkit.ps1|PSAppDeployToolkit/x.psd1")]
    [InlineData("Invoke-AppDeployToolkit.exe", "Deploy-Application.ps1|Invoke-AppDeployToolkit.exe")]
    [InlineData("deploy-application.EXE", "deploy-application.EXE")]
    [InlineData("Chrome/Deploy-Application.ps1", "Chrome/|Chrome/Deploy-Application.ps1|Chrome/Files/a.msi|readme.txt")]
    [InlineData("Deploy-Application.exe", "Deploy-Application.exe|Tools/Deploy-Application.ps1")]
    [InlineData("", "Files/setup.exe|a/b/Deploy-Application.ps1|My-Deploy-Application.ps1")]
    [InlineData("a/Deploy-Application.ps1;b/Invoke-AppDeployToolkit.ps1", "b/Invoke-AppDeployToolkit.ps1|a/Deploy-Application.ps1")]
    public void The_toolkit_is_found_by_its_files(string expected, string names)
    {
        var expectation = expected.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var files = names.Split('|').Select(name => new SourceFile("/p/" + name, name, 1, ""));
        Assert.Equal(expectation, AppDeployToolkit.Find(new SourceFiles("/p", true, [.. files])));
        Assert.Equal(expectation, AppDeployToolkit.Find(new SourceFiles("/p.zip", false, []) { Entries = [.. names.Split('|')] }));
    }

    [Fact]
    public void A_package_without_the_toolkit_is_reported_at_its_application()
    {
        _folder.Write("chrome/setup.exe", "x");
        Read.IsProblem(
            Problems("chrome"),
            "XIMG3060",
            "Application.app.Package",
            $"'{_folder["chrome"]}' has no PSAppDeployToolkit. Expected Invoke-AppDeployToolkit.ps1 or .exe (version 4), "
            + "or Deploy-Application.ps1 or .exe (version 3), at its top or in the one folder at its top.");
    }

    [Fact]
    public void A_package_of_several_applications_is_reported_at_its_application()
    {
        _folder.Write("all/chrome/Deploy-Application.ps1", "x");
        _folder.Write("all/erp/Invoke-AppDeployToolkit.exe", "x");
        Read.IsProblem(
            Problems("all"),
            "XIMG3061",
            "Application.app.Package",
            $"'{_folder["all"]}' holds several applications: chrome/Deploy-Application.ps1, erp/Invoke-AppDeployToolkit.exe. Write an Application for each, with its folder as Package.");
    }

    [Fact]
    public void A_file_that_is_no_archive_is_reported_at_its_application()
    {
        _folder.Write("chrome.zip", "not a zip");
        Read.IsProblem(
            Problems("chrome.zip"),
            "XIMG0180",
            "Application.app.Package",
            $"'{_folder["chrome.zip"]}' is no zip archive. A package is a folder, or a zip of one.");
    }

    [Fact]
    public void A_large_file_of_a_package_stays_where_it_is()
    {
        _folder.Write("app/Deploy-Application.ps1", "exit 0");
        using (var stream = File.Create(_folder["app/big $one.msi"]))
        {
            stream.SetLength(17 << 20);
        }

        var image = WholeImage.Render(Project("app"), RenderedFolder.Legacy);
        Assert.Contains(
            $"    source      = \"{_folder["app/big $one.msi"]}\"\n    destination = \"C:/Windows/Temp/001-apps-app-1.part\"\n",
            image.Files[0].Text,
            StringComparison.Ordinal);
        Assert.Equal(["package/Deploy-Application.ps1"], image.Files.SelectMany(file => file.Archived).Select(file => file.Name));
        Assert.Contains(
            " -From @('C:\\Windows\\Temp\\001-apps-app-1.part') -To @('package\\big $one.msi')\n",
            image.Files.Single(file => file.Path == "steps/001-apps-app-files.ps1").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_block_of_an_application_is_known_by_its_step()
    {
        _folder.Write("app/Deploy-Application.ps1", "exit 0");
        var mark = Assert.Single(WholeImage.Render(Project("app"), RenderedFolder.Legacy).Steps);
        Assert.Equal(
            (
                "apps/app",
                4,
                "files/001-apps-app/,C:/Windows/Temp/001-apps-app-,steps/001-apps-app-files.ps1,steps/001-apps-app.ps1"
            ),
            (mark.Name, mark.Blocks, string.Join(',', mark.Marks)));
    }

    private Xoap.Images.Diagnostics.Diagnostic[] Problems(string package) => WholeImage.Problems(Project(package));

    private ImageSourceBuilder Project(string package) => WithApplication(WindowsImage.Project(), package);

    private ImageSourceBuilder WithApplication(ImageSourceBuilder project, string package) => project
        .Property("ImageRole", "all")
        .Provisioner("apps", "ApplicationGroupInstaller", "ApplicationGroup=all", "Timeout=1h", "Groups=apps")
        .Group("apps", "", "Roles=all").Role("all", "")
        .Item("Application", "app", "Package=" + _folder[package], "Groups=all")
        .Item("ApplicationGroup", "all");
}

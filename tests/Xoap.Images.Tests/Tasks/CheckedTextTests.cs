using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Tasks;

public sealed class CheckedTextTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public CheckedTextTests()
    {
        _folder.Write("common.props", "<Project />");
        _folder.Write("web.imgproj", """<Project><Import Project="common.props" /></Project>""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_checked_project_is_known_until_a_file_of_it_changes()
    {
        Assert.False(Checked().IsKnown(Source("echo a")));
        Remember("echo a");
        Assert.True(Checked().IsKnown(Source("echo a")));

        _folder.Write("common.props", "<Project><!-- more --></Project>");
        Assert.False(Checked().IsKnown(Source("echo a")));
    }

    [Fact]
    public void Another_text_in_the_same_files_is_not_known()
    {
        Remember("echo a");
        Assert.False(Checked().IsKnown(Source("echo b")));
    }

    [Fact]
    public void Without_an_imported_file_nothing_is_known()
    {
        Remember("echo a");
        File.Delete(_folder["common.props"]);
        Assert.False(Checked().IsKnown(Source("echo a")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0 garbage\n1 2 3\n\n")]
    public void A_broken_memory_knows_nothing(string text)
    {
        _folder.Write("checked.txt", text);
        Assert.False(Checked().IsKnown(Source("echo a")));
    }

    private CheckedText Checked() => new(_folder["checked.txt"]);

    private void Remember(string command)
    {
        using var collection = new ProjectCollection();
        Checked().Remember(Source(command), new Project(_folder["web.imgproj"], null, null, collection));
    }

    private ImageSource Source(string command) => new(
        _folder.Path,
        new Dictionary<string, string> { ["ImageName"] = "web" },
        [new Item("Provisioner", "Step", new Dictionary<string, string> { ["Command"] = command }, new Dictionary<string, string>(), Origin.Project)]);
}

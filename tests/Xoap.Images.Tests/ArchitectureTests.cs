using Xoap.Images.Diagnostics;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests;

public class ArchitectureTests
{
    private static readonly IReadOnlySet<(string From, string To)> Edges =
        FolderEdges.Read(typeof(Origin).Assembly.Location, "Xoap.Images");

    private static readonly Dictionary<string, string[]> Allowed = Repository.Read("docs", "architecture.md")
        .Split('\n')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 6 && cells[2] is "yes" or "effects")
        .ToDictionary(cells => cells[1], cells => FolderNames(cells[3]));

    [Fact]
    public void Folders_use_only_what_the_table_in_the_architecture_page_lists()
    {
        var forbidden = Edges.Where(edge => !Allowed.TryGetValue(edge.From, out var allowed) || !allowed.Contains(edge.To));
        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_table_lists_every_folder_and_no_other()
    {
        var folders = Directory.GetDirectories(Repository.PathOf("src", "Xoap.Images.Core"))
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj"));
        Assert.Equal(folders.Order(), Allowed.Keys.Order());
    }

    [Fact]
    public void The_reader_of_edges_finds_edges()
    {
        Assert.Contains(("Model", "Diagnostics"), Edges);
        Assert.Contains(("Planning", "Model"), Edges);
        Assert.True(Allowed.Count >= 10);
    }

    /// <summary>"Planning (what to look at), Model" names Planning and Model.</summary>
    private static string[] FolderNames(string cell) =>
        [.. System.Text.RegularExpressions.Regex.Replace(cell, @"\(.*?\)", "")
            .Split(',', StringSplitOptions.TrimEntries)
            .Where(name => name.Length > 1)];
}

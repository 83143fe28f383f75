using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Model;
using Xoap.Images.Packaging;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Schemas;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Validation;

namespace Xoap.Images.Tasks;

/// <summary>Makes of a role project the props file through which other projects get its items.</summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveRole : ImageTask
{
    [Required]
    public string PackageId { get; set; } = "";

    [Required]
    public string PackageVersion { get; set; } = "";

    /// <summary>Where the project's files are for the reader of the props, in MSBuild's language; empty: where they are now.</summary>
    public string Content { get; set; } = "";

    /// <summary>The props file to write.</summary>
    [Required]
    public string PropsFile { get; set; } = "";

    /// <summary>Where the hashes of large files are kept.</summary>
    [Required]
    public string HashFile { get; set; } = "";

    /// <summary>Whether problems are reported. Otherwise the props come out as far as possible: the project's own build reports them.</summary>
    public bool Checked { get; set; } = true;

    /// <summary>The props file, with the metadata Hash and ProjectFile.</summary>
    [Output]
    public ITaskItem[] Props { get; private set; } = [];

    /// <summary>What goes into a package: the props and the project's files, with the metadatum PackagePath.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var project = locator.Project;
        var problems = Checked ? diagnostics : [];
        var source = RoleElements.Of(project, PackageId, PackageVersion, problems);
        var content = Content.Length > 0 ? Content : ProjectCollection.Escape(source.ProjectDirectory + "/");
        var props = RoleProps.Of(source, content, RoleElements.PropertiesOf(project), problems);
        if (Checked)
        {
            Check(project, problems);
            Collect(source, props, problems);
        }

        if (!problems.HasErrors || !Checked)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(props.Xml)));
            AtomicFile.WriteIfDifferent(PropsFile, Content.Length > 0 ? props.Xml : props.Marked(PackageId, ProjectCollection.Escape(ProjectFile), hash));
            Props = [Item(PropsFile, ("Hash", hash), ("ProjectFile", ProjectFile), ("PackageId", PackageId))];
        }
    }

    private static void Check(Project project, DiagnosticBag diagnostics)
    {
        var items = ProjectParts.Of(project);
        var definitionOfParts = RoleProjectReader.Read(new ImageSource(project.DirectoryPath, new Dictionary<string, string>(), items), diagnostics);
        RoleRules.Check(definitionOfParts, provisioner => IsOpen(project, provisioner.Name), diagnostics);
        StepOrder.Of(definitionOfParts, diagnostics);
        SwallowedItems.Check(project, [], diagnostics);
        MisspeltNames.Check(project, diagnostics);
        PackagePaths.Check(project, diagnostics);
        foreach (var item in items.Where(item => item.Type is "Builder" or "BuilderBlock" or "Connection"))
        {
            diagnostics.Add(PackagingDiagnostics.DoesNotTravel(item.Origin, item.Type, item.Name));
        }
    }

    /// <summary>A parameter without a default: who uses the role sets it.</summary>
    private static bool IsOpen(Project project, string provisioner) => project.GetItems(ItemTypes.Provisioner.Name)
        .Where(item => string.Equals(item.EvaluatedInclude, provisioner, StringComparison.OrdinalIgnoreCase))
        .SelectMany(item => item.DirectMetadata)
        .Any(metadatum => metadatum.EvaluatedValue.Length == 0 && metadatum.UnevaluatedValue.Contains("$(", StringComparison.Ordinal));

    private void Collect(RoleSource source, RoleProps props, DiagnosticBag diagnostics)
    {
        var hashes = new HashCache(HashFile);
        var contents = SourceReader.Read(
            props.Files.Select(file => new SourceRequest(file.Path, FileUse.Files, file.Origin)), hashes, diagnostics);
        hashes.Save();
        var packed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var found in props.Files.Select(file => contents.Find(file.Path)).OfType<SourceFiles>())
        {
            packed.UnionWith(found.Files.Select(file => Path.GetFullPath(file.Path).Replace('\\', '/')));
        }

        Files =
        [
            Item(PropsFile, ("PackagePath", $"buildTransitive/{PackageId}.props")),
            .. packed.Select(file => Item(file, ("PackagePath", PackageFolder(file, source.ProjectDirectory)))),
        ];
    }

    /// <summary>A folder with a slash behind it: NuGet takes a path without an extension for one anyway.</summary>
    private static string PackageFolder(string file, string projectDirectory) =>
        Path.GetDirectoryName(Path.Combine("content", Path.GetRelativePath(projectDirectory, file)))!.Replace('\\', '/') + "/";

    private static TaskItem Item(string name, params ReadOnlySpan<(string Name, string Value)> metadata)
    {
        var item = new TaskItem(ProjectCollection.Escape(name));
        foreach (var (key, value) in metadata)
        {
            item.SetMetadata(key, ProjectCollection.Escape(value));
        }

        return item;
    }
}

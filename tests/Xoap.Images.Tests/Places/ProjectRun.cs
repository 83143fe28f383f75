using System.Reflection;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Build.Framework;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;
using Xoap.Images.Tasks;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Places;

/// <summary>Runs the tasks that read, check and render a project, as the targets do, without a build around them.</summary>
internal static class ProjectRun
{
    /// <summary>What the SDK's targets set.</summary>
    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["Help"] = "diagnostics.md",
        ["ImageName"] = "web",
        ["ImageOutputDirectory"] = "bin/images/",
        ["ImageStateDirectory"] = ".images/",
        ["ImageStopBehavior"] = "Cleanup",
        ["ImageBuild"] = "false",
        ["ResolvedFile"] = "obj/resolved.json",
        ["HashFile"] = "obj/hashes.txt",
        ["CheckedFile"] = "obj/checked.txt",
        ["PlanFile"] = "obj/plan.txt",
        ["RenderedFolder"] = "obj/packer",
        ["PackageId"] = "Contoso.Web",
        ["PackageVersion"] = "1.0.0",
        ["PropsFile"] = "obj/role/Contoso.Web.props",
    };

    /// <summary>What is reported, in files relative to the folder: once for all versions of Packer that find the same.</summary>
    public static List<Report> Of(TempFolder folder, string projectFile)
    {
        var instance = Evaluated(projectFile);
        var engine = new RecordingEngine();
        if (instance.GetPropertyValue("ImageProjectKind") == "Role")
        {
            Execute(new ResolveRole(), instance, engine);
            return Relative(engine, folder);
        }

        var resolve = new ResolveImage();
        var references = instance.GetItems("ProjectReference").ToArray<ITaskItem>();
        Execute(new CheckReferences { ProjectReferences = references }, instance, engine);
        var isRead = Execute(resolve, instance, engine);
        if (isRead && IsBuild(instance))
        {
            Build(resolve.Variants, instance, engine);
        }
        else if (isRead)
        {
            var before = engine.Reports.ToArray();
            var wanted = instance.GetPropertyValue("PackerVersion");
            var rendered = (wanted.Length > 0 ? [wanted] : (string[])["1.6.6", PackerProfile.Newest.Version.ToString()])
                .Select(version => Render(version, resolve.Variants, instance, engine))
                .ToArray();
            engine.Reports.Clear();
            engine.Reports.AddRange(before);
            engine.Reports.AddRange(rendered[0]);
            foreach (var report in rendered.Skip(1).SelectMany(reports => reports))
            {
                if (!rendered[0].Any(same => same.Place == report.Place))
                {
                    engine.Reports.Add(report);
                }
            }
        }

        return Relative(engine, folder);
    }

    private static List<Report> Relative(RecordingEngine engine, TempFolder folder) =>
        [.. engine.Reports.Select(report => report with { File = Path.GetRelativePath(folder.Path, report.File) })];

    /// <summary>What is reported when the plan is asked for.</summary>
    public static List<Report> Planned(string projectFile)
    {
        var instance = Evaluated(projectFile);
        var engine = new RecordingEngine();
        var resolve = new ResolveImage();
        if (Execute(resolve, instance, engine))
        {
            Execute(new PlanImage { Variants = resolve.Variants }, instance, engine);
        }

        return engine.Reports;
    }

    private static ProjectInstance Evaluated(string projectFile)
    {
        using var collection = new ProjectCollection();
        var instance = new Project(projectFile, null, null, collection).CreateProjectInstance();
        foreach (var type in ItemTypes.All)
        {
            instance.AddItem(type.Name, TaskItems.Probe);
        }

        return instance;
    }

    /// <summary>With a program that stands in for Packer.</summary>
    private static void Build(ITaskItem[] variants, ProjectInstance instance, RecordingEngine engine)
    {
        var render = new RenderImage { Variants = variants };
        if (Execute(render, instance, engine))
        {
            instance.SetProperty("PackerPath", render.InstalledPacker);
            Execute(new BuildImage { Variants = variants }, instance, engine, render.InstalledVersion);
        }
    }

    private static Report[] Render(string packerVersion, ITaskItem[] variants, ProjectInstance instance, RecordingEngine engine)
    {
        engine.Reports.Clear();
        Execute(new RenderImage { Variants = variants }, instance, engine, packerVersion);
        return [.. engine.Reports];
    }

    private static bool Execute(ImageTask task, ProjectInstance instance, RecordingEngine engine, string packerVersion = "")
    {
        task.BuildEngine = engine;
        foreach (var parameter in task.GetType().GetProperties().Where(property => property.DeclaringType!.Assembly == typeof(ImageTask).Assembly))
        {
            Set(task, parameter, instance, packerVersion);
        }

        return task.Execute();
    }

    private static void Set(ImageTask task, PropertyInfo parameter, ProjectInstance instance, string packerVersion)
    {
        if (parameter.PropertyType == typeof(ITaskItem[]) && ItemTypes.All.Any(type => type.Name + "s" == parameter.Name))
        {
            parameter.SetValue(task, instance.GetItems(parameter.Name[..^1]).ToArray<ITaskItem>());
            return;
        }

        var value = parameter.Name switch
        {
            nameof(ImageTask.ProjectFile) => instance.FullPath,
            nameof(RenderImage.PackerVersion) => packerVersion,
            var name when instance.GetPropertyValue(name) is { Length: > 0 } set => set,
            nameof(RenderImage.PackerPath) when IsBuild(instance) => StandIn(instance.GetPropertyValue("PackerVersion")),
            var name => Defaults.GetValueOrDefault(name, ""),
        };
        if (value.Length > 0 && parameter.CanWrite)
        {
            var isFile = parameter.Name.EndsWith("File", StringComparison.Ordinal) || parameter.Name.EndsWith("Folder", StringComparison.Ordinal);
            var text = isFile ? Path.Combine(instance.Directory, value) : value;
            parameter.SetValue(task, parameter.PropertyType == typeof(bool) ? bool.Parse(text) : text);
        }
    }

    private static bool IsBuild(ProjectInstance instance) => instance.GetPropertyValue("ImageBuild") == "true";

    private static string StandIn(string version) => Repository.PathOf(
        "tests", "Xoap.Images.Tests", "Places", "Packers", $"packer-{(version.Length > 0 ? version : "1.6.6")}");
}

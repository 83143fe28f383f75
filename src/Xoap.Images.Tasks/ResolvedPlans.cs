using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Xoap.Images.Files;
using Xoap.Images.Planning;

namespace Xoap.Images.Tasks;

/// <summary>
/// <c>resolved.json</c> is what the stages meet at. Within one build they hand its content over in memory, since reading it back takes
/// longer than everything that led to it.
/// </summary>
internal static class ResolvedPlans
{
    private const RegisteredTaskObjectLifetime ThisBuild = RegisteredTaskObjectLifetime.Build;

    /// <summary>Writes the file when its bytes differ.</summary>
    public static void Write(IBuildEngine engine, string file, ImmutableArray<BuildPlan> plans)
    {
        AtomicFile.WriteIfDifferent(file, PlanJson.Write(plans));
        var memory = (IBuildEngine4)engine;
        memory.UnregisterTaskObject(Key(file), ThisBuild);
        memory.RegisterTaskObject(Key(file), new Handover(plans), ThisBuild, allowEarlyCollection: false);
    }

    public static ImmutableArray<BuildPlan> Read(IBuildEngine engine, string file) =>
        ((IBuildEngine4)engine).GetRegisteredTaskObject(Key(file), ThisBuild) is Handover handover
            ? handover.Plans
            : PlanJson.Read(File.ReadAllText(file));

    private static string Key(string file) => "Xoap.Images: " + Path.GetFullPath(file);

    private sealed record Handover(ImmutableArray<BuildPlan> Plans);
}

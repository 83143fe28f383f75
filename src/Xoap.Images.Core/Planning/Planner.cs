using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Decides everything about a build before anything starts.</summary>
internal static class Planner
{
    /// <summary>Every file, folder and glob whose contents the plan depends on.</summary>
    public static ImmutableArray<SourceRequest> Sources(ImageDefinition definition)
    {
        var requests = ImmutableArray.CreateBuilder<SourceRequest>();
        foreach (var variant in definition.Variants)
        {
            requests.AddRange(SourceIdentity.Requests(variant));
            AddRequests(requests, variant.Component);
            requests.AddRange(Requests(variant.OperatingSystem));
        }

        foreach (var provisioner in RoleSteps.Of(definition))
        {
            foreach (var step in ApplicationSteps.Of(definition, provisioner))
            {
                requests.AddRange(Requests(step));
            }
        }

        if (SealStep.ScriptOf(definition) is { } script)
        {
            requests.AddRange(Requests(script));
        }

        requests.AddRange(TestPlan.Requests(definition));
        return requests.ToImmutable();
    }

    /// <summary>One plan per variant, in declaration order.</summary>
    public static ImmutableArray<BuildPlan> Plan(ImageDefinition definition, SourceContents contents, DiagnosticBag diagnostics)
    {
        var common = Steps(definition, contents, diagnostics);
        var plans = ImmutableArray.CreateBuilder<BuildPlan>(definition.Variants.Length);
        foreach (var variant in definition.Variants)
        {
            SourceIdentity.Check(variant, contents, diagnostics);
            var steps = WithTests(OfVariant(common, definition, variant, contents), definition, variant, contents);
            var tests = TestPlan.Of(definition, variant, TestPhase.Test, contents);
            RestartCheck.Check(steps, diagnostics);
            var content = PlanFingerprint.Content(variant, steps, contents, TemplateInputs.Of(definition, variant, steps));
            plans.Add(new BuildPlan(
                definition.Name,
                definition.Description,
                definition.Tags,
                variant,
                definition.Role?.Name ?? "",
                steps,
                content,
                PlanFingerprint.Target(content, definition, variant, contents),
                ImageAge.Limit(definition.MaxAge, steps))
            {
                InstallerSources = Found(Requests(variant.OperatingSystem), contents),
                TestAnswerFile = definition.TestAnswerFile,
                Tests = tests,
                TestTools = TestTools.Of(definition, tests, contents),
            });
        }

        SealCheck.Check(definition, plans, diagnostics);
        TestCheck.Check(definition, diagnostics);
        return plans.ToImmutable();
    }

    private static ImmutableArray<PlannedStep> WithTests(
        ImmutableArray<PlannedStep> steps, ImageDefinition definition, Variant variant, SourceContents contents)
    {
        var tests = TestPlan.Of(definition, variant, TestPhase.Build, contents);
        return TestSteps.BeforeTheSeal(steps, variant, tests, TestTools.Of(definition, tests, contents));
    }

    /// <summary>The steps that the variant's seal chooses among the common ones, and what generalises the guest behind them.</summary>
    private static ImmutableArray<PlannedStep> OfVariant(
        ImmutableArray<PlannedStep> common, ImageDefinition definition, Variant variant, SourceContents contents)
    {
        var chosen = common.Any(IsElsewhere)
            ? [.. common.Where(step => !IsElsewhere(step)).Select((step, index) =>
                Step(definition, index + 1, step.Group, step.Seal, step.Provisioner, contents))]
            : common;
        return SealStep.Of(definition, variant) is { } seal
            ? chosen.Add(Step(definition, chosen.Length + 1, SealStep.GroupName, true, seal, contents))
            : chosen;

        bool IsElsewhere(PlannedStep step) => step.Seal && !SealStep.Fits(step.Provisioner.Applicability, variant);
    }

    /// <summary>What every variant has; its seal follows.</summary>
    private static ImmutableArray<PlannedStep> Steps(
        ImageDefinition definition, SourceContents contents, DiagnosticBag diagnostics)
    {
        var steps = ImmutableArray.CreateBuilder<PlannedStep>();
        Provisioner? registered = null;
        foreach (var (group, provisioners) in StepOrder.Of(definition, diagnostics))
        {
            if (group.Seal)
            {
                Unregister();
            }

            foreach (var provisioner in provisioners)
            {
                registered = DscUnregistration.IsNeededAfter(provisioner) ? provisioner : registered;
                foreach (var step in ApplicationSteps.Of(definition, provisioner))
                {
                    Add(group.Name, group.Seal, step);
                }
            }
        }

        Unregister();
        return steps.ToImmutable();

        void Unregister()
        {
            if (registered is not null)
            {
                Add(SealStep.GroupName, seal: true, DscUnregistration.For(registered));
                registered = null;
            }
        }

        void Add(string group, bool seal, Provisioner provisioner) =>
            steps.Add(Step(definition, steps.Count + 1, group, seal, provisioner, contents));
    }

    private static PlannedStep Step(
        ImageDefinition definition, int number, string group, bool seal, Provisioner provisioner, SourceContents contents) => new(
        number,
        string.Create(CultureInfo.InvariantCulture, $"{number:000}-{Slug.Of(provisioner.Name)}"),
        group,
        seal,
        provisioner,
        provisioner.Limits.Timeout ?? definition.DefaultProvisionerTimeout,
        Found(Requests(provisioner), contents));

    private static ImmutableArray<SourceFiles> Found(ImmutableArray<SourceRequest> requests, SourceContents contents)
    {
        var found = ImmutableArray.CreateBuilder<SourceFiles>();
        foreach (var request in requests)
        {
            if (contents.Find(request.Path) is { } files)
            {
                found.Add(files);
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<SourceRequest> Requests(Provisioner provisioner)
    {
        var requests = ImmutableArray.CreateBuilder<SourceRequest>();
        foreach (var setting in provisioner.Own)
        {
            AddRequests(requests, setting);
        }

        AddRequests(requests, provisioner.Component);
        return requests.ToImmutable();
    }

    private static ImmutableArray<SourceRequest> Requests(Xoap.Images.Model.OperatingSystem? system)
    {
        var requests = ImmutableArray.CreateBuilder<SourceRequest>();
        foreach (var setting in system?.Installer ?? [])
        {
            AddRequests(requests, setting);
        }

        return requests.ToImmutable();
    }

    private static void AddRequests(ImmutableArray<SourceRequest>.Builder requests, Component component)
    {
        foreach (var setting in component.Settings)
        {
            AddRequests(requests, setting);
        }
    }

    private static void AddRequests(ImmutableArray<SourceRequest>.Builder requests, Setting setting)
    {
        if (setting.Files == FileUse.None)
        {
            return;
        }

        foreach (var path in SettingText.Texts(setting.Value))
        {
            requests.Add(new SourceRequest(path, setting.Files, setting.Origin));
        }
    }
}

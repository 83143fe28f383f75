using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>The template's variables: ours with defaults, secrets without.</summary>
internal static class VariableBlocks
{
    private static readonly (string Name, string Default)[] Ours =
    [
        (TemplateVariables.ImageVersion, "0"),
        (TemplateVariables.OutputDirectory, "output"),
        (TemplateVariables.ManifestPath, "manifest.json"),
    ];

    /// <param name="hasPrivateFiles">The runner hands a folder over.</param>
    public static void Write(TemplateDraft draft, bool hasPrivateFiles)
    {
        (string, string)[] ours =
        [
            .. Ours,
            .. hasPrivateFiles ? [(TemplateVariables.PrivateFolder, "private")] : Array.Empty<(string, string)>(),
            .. HasTests(draft.Plan) ? [(TemplateVariables.TestResults, "test-results.txt"), (TemplateVariables.TestRun, "0")] : Array.Empty<(string, string)>(),
        ];
        foreach (var (name, value) in ours)
        {
            draft.Template.Open("variable", name);
            draft.Template.Attribute("type", new HclValue.Symbol("string"));
            draft.Template.Attribute("default", HclValue.Of(value));
            draft.Template.Close();
        }

        foreach (var secret in draft.Secrets.Variables)
        {
            draft.Template.Open("variable", secret.Name);
            draft.Template.Attribute("type", new HclValue.Symbol("string"));
            draft.Template.Attribute("sensitive", HclValue.Of(true));
            draft.Template.Close();
        }
    }

    /// <summary>Names every secret of the plan: variables stand first, and a local command drops all of them.</summary>
    public static void NameSecrets(TemplateDraft draft)
    {
        NameSecrets(draft, draft.Plan.Variant.Component);
        foreach (var setting in draft.Plan.Variant.OperatingSystem?.Installer ?? [])
        {
            NameSecrets(draft, setting.Value, setting);
        }

        foreach (var step in draft.Plan.Steps)
        {
            foreach (var setting in step.Provisioner.Own)
            {
                NameSecrets(draft, setting.Value, setting);
            }

            NameSecrets(draft, step.Provisioner.Component);
            foreach (var setting in (step.TestRun?.Tests ?? []).SelectMany(test => new[] { test.Test.Login.ElevatedPassword, test.Test.Environment }).OfType<Setting>())
            {
                NameSecrets(draft, setting.Value, setting);
            }
        }
    }

    /// <summary>Whether a run of the template brings results of tests.</summary>
    public static bool HasTests(BuildPlan plan) => plan.Steps.Any(step => step.TestRun is not null);

    private static void NameSecrets(TemplateDraft draft, Component component)
    {
        foreach (var setting in component.Settings)
        {
            NameSecrets(draft, setting.Value, setting);
        }

        foreach (var block in component.Blocks)
        {
            NameSecrets(draft, block);
        }
    }

    private static void NameSecrets(TemplateDraft draft, SettingBlock block)
    {
        foreach (var setting in block.Settings)
        {
            NameSecrets(draft, setting.Value, setting);
        }

        foreach (var inner in block.Blocks)
        {
            NameSecrets(draft, inner);
        }
    }

    private static void NameSecrets(TemplateDraft draft, SettingValue value, Setting setting)
    {
        switch (value)
        {
            case SettingValue.Secret secret:
                draft.Secrets.NameOf(secret.Reference, setting.Origin);
                break;
            case SettingValue.List list:
                foreach (var element in list.Values)
                {
                    NameSecrets(draft, element, setting);
                }

                break;
            case SettingValue.Map map:
                foreach (var entry in map.Entries)
                {
                    NameSecrets(draft, entry.Value, setting);
                }

                break;
            default:
                break;
        }
    }
}

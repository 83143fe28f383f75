using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>A command on the building machine. It sees of our secrets only those that it is given by name.</summary>
internal static class LocalCommand
{
    public static void Render(StepBlocks blocks)
    {
        if (StepCommand.Of(blocks) is not { } command)
        {
            return;
        }

        var environment = StepEnvironment.Of(blocks.Draft, blocks.Step);
        var script = new StringBuilder(GuestScript.Start);
        AppendSecrets(script, blocks);
        script.Append(environment.Exports).Append(GuestScript.ChangeDirectory(blocks.Step.Provisioner));
        script.Append(command).Append('\n');
        var attributes = ImmutableArray.CreateBuilder<HclEntry>();
        var path = blocks.Script("", script.ToString());
        attributes.Add(new HclEntry("script", path));

        // Packer's own command breaks at a space in the script's path, and {{ .Script }} at braces in it.
        attributes.Add(new HclEntry(
            "execute_command",
            new HclValue.List(
                [HclValue.Of("/bin/sh"), HclValue.Of("-c"), HclValue.Of("{{ .Vars }} /bin/sh \"$0\""), path])));
        var expressions = Expressions(blocks);
        if (!expressions.IsEmpty)
        {
            attributes.Add(new HclEntry("environment_vars", new HclValue.List(expressions)));
        }

        blocks.Main("shell-local", attributes.ToImmutable());
    }

    /// <summary>Packer's environment holds every secret: what the command may see is handed on, the rest is dropped.</summary>
    private static void AppendSecrets(StringBuilder script, StepBlocks blocks)
    {
        var names = blocks.Draft.Secrets;
        var variables = names.Variables;
        Unset(script, variables
            .Where(variable => variable.Reference.Source == SecretSource.Env)
            .Select(variable => variable.Reference.Name));
        foreach (var (name, value, origin) in StepEnvironment.Entries(blocks.Step.Provisioner))
        {
            if (value is SettingValue.Secret secret && VariableName.IsUsable(name))
            {
                var source = TemplateVariables.EnvironmentName(names.NameOf(secret.Reference, origin));
                script.Append("export ").Append(name).Append("=\"${").Append(source).Append("?}\"\n");
            }
        }

        Unset(script, variables.Select(variable => TemplateVariables.EnvironmentName(variable.Name)));
    }

    private static ImmutableArray<HclValue> Expressions(StepBlocks blocks) =>
    [
        .. StepEnvironment.Entries(blocks.Step.Provisioner)
            .Where(entry => entry.Value is SettingValue.Expression)
            .Select(entry => StepEnvironment.Assignment(blocks.Draft, entry.Name, entry.Value, entry.Origin)),
    ];

    private static void Unset(StringBuilder script, IEnumerable<string> names)
    {
        var usable = names.Where(VariableName.IsUsable).ToArray();
        if (usable.Length > 0)
        {
            script.Append("unset ").AppendJoin(' ', usable).Append('\n');
        }
    }
}

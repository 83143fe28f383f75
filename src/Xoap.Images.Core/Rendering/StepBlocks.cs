using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>Writes the provisioner blocks of one step, and remembers by what its log lines are known.</summary>
internal sealed class StepBlocks(TemplateDraft draft, PlannedStep step)
{
    private readonly ImmutableArray<string>.Builder _marks = ImmutableArray.CreateBuilder<string>();
    private int _blocks;

    public TemplateDraft Draft => draft;

    public PlannedStep Step => step;

    public StepMark Mark => new(step.Number, step.Provisioner.Name, step.Provisioner.Origin, _marks.ToImmutable(), _blocks);

    /// <summary>Adds a script of the step and gives the path that the template uses for it.</summary>
    public HclValue Script(string suffix, string text) => ScriptFile(suffix + ".sh", text);

    /// <summary>The same for a Windows guest.</summary>
    /// <param name="text">As <see cref="Rendering.WindowsScript"/> writes it.</param>
    public HclValue WindowsScript(string suffix, string text) => ScriptFile(suffix + ".ps1", text);

    public void MarkBy(string text)
    {
        if (!_marks.Contains(text))
        {
            _marks.Add(text);
        }
    }

    /// <summary>A block that does the step's work: our attributes, then the user's own, which win.</summary>
    /// <param name="retries">Instead of the step's own number of retries.</param>
    public void Main(string component, ImmutableArray<HclEntry> attributes, int? retries = null)
    {
        var own = step.Provisioner.Component;
        Write(
            component,
            [.. attributes.Where(attribute => own.Find(attribute.Name) is null), .. own.Settings.Select(draft.Hcl)],
            own.Blocks,
            retries);
    }

    /// <summary>Runs a script of ours around the step's work, even where the guest's /tmp does not let files run.</summary>
    /// <param name="variables">The attribute with what Packer hands over.</param>
    /// <param name="command">Instead of the plain one.</param>
    public void Shell(string suffix, string text, ImmutableArray<HclEntry> variables = default, string? command = null) => Write(
        "shell",
        [
            new HclEntry("script", Script(suffix, text)),
            new HclEntry("binary", HclValue.Of(true)),
            .. variables.IsDefault ? [] : variables,
            new HclEntry("execute_command", HclValue.Of(command ?? (variables.IsDefault ? "" : "{{ .Vars }}") + "/bin/sh {{ .Path }}")),
        ]);

    /// <summary>The same in a Windows guest.</summary>
    public void PowerShell(string suffix, string text, params ImmutableArray<HclEntry> attributes) =>
        Write("powershell", [new HclEntry("script", WindowsScript(suffix, text)), .. attributes]);

    /// <summary>A block with exactly these attributes, and the step's limits.</summary>
    public void Write(
        string component, ImmutableArray<HclEntry> attributes, ImmutableArray<SettingBlock> inner = default, int? retries = null)
    {
        if (_blocks == 0 && step.Provisioner.Limits.PauseBefore is { } pause)
        {
            Pause(pause);
        }

        Open(component);
        draft.Template.Attributes(attributes);
        if ((retries ?? step.Provisioner.Limits.MaxRetries) is { } count and > 0)
        {
            draft.Template.Attribute("max_retries", new HclValue.Symbol(count.ToString(CultureInfo.InvariantCulture)));
        }

        draft.Template.Attribute("timeout", HclValue.Of(Duration.Of(step.Timeout)));
        draft.Blocks(inner.IsDefault ? [] : inner);
        draft.Template.Close();
    }

    private HclValue ScriptFile(string ending, string text)
    {
        var path = "steps/" + step.FileName + ending;
        MarkBy(path);
        return draft.Add(RenderedFile.Of(path, text));
    }

    /// <summary>Packer forgets the timeout of a block that has a pause, so the pause gets a block of its own, which does nothing.</summary>
    private void Pause(TimeSpan pause)
    {
        Open("shell-local");
        draft.Template.Attribute("inline", HclValue.TextList("exit 0"));
        draft.Template.Attribute("pause_before", HclValue.Of(Duration.Of(pause)));
        draft.Template.Close();
    }

    private void Open(string component)
    {
        _blocks++;
        draft.Template.Open("provisioner", component);
    }
}

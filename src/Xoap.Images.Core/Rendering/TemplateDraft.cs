using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>A rendered folder in the making.</summary>
/// <param name="Texts">Contents of the files that <see cref="TemplateRenderer.Texts"/> asked for, by path.</param>
/// <param name="Accelerator">QEMU's accelerator on this machine, for a builder without one of its own.</param>
internal sealed record TemplateDraft(
    BuildPlan Plan,
    PackerProfile Profile,
    IReadOnlyDictionary<string, string> Texts,
    string? Accelerator,
    DiagnosticBag Diagnostics)
{
    private readonly ImmutableArray<RenderedFile>.Builder _files = ImmutableArray.CreateBuilder<RenderedFile>();

    public HclWriter Template { get; } = new();

    public SecretNames Secrets { get; } = new();

    public ImmutableArray<RenderedFile> Files => _files.ToImmutable();

    public int FileCount => _files.Count;

    /// <summary>False where the guest runs Windows; without an operating system, where it is not reached the Windows way.</summary>
    public bool PosixGuest => Plan.Variant.OperatingSystem is { } system
        ? system.Platform == Platform.Linux
        : Plan.Variant.Component.Find("communicator") is not { Value: SettingValue.Text { Value: "winrm" } };

    /// <summary>Adds a file and gives the path that the template uses for it.</summary>
    public HclValue Add(RenderedFile file)
    {
        _files.Add(file);
        return HclValue.Path(file.Path);
    }

    public HclValue Hcl(SettingValue value, Origin origin) => value switch
    {
        SettingValue.Text text => HclValue.Of(text.Value),
        SettingValue.Number number => new HclValue.Symbol(number.Value),
        SettingValue.Flag flag => HclValue.Of(flag.Value),
        SettingValue.List list => new HclValue.List([.. list.Values.Select(element => Hcl(element, origin))]),
        SettingValue.Map map =>
            new HclValue.Map([.. map.Entries.Select(entry => new HclEntry(entry.Key, Hcl(entry.Value, origin)))]),
        SettingValue.Secret secret => HclValue.Variable(Secrets.NameOf(secret.Reference, origin)),
        SettingValue.Expression expression => new HclValue.Symbol(expression.Value),
        _ => throw new InvalidOperationException(),
    };

    public HclEntry Hcl(Setting setting) => new(setting.Name, Hcl(setting.Value, setting.Origin));

    /// <summary>Writes a nested block inside the open one.</summary>
    /// <param name="more">Writes attributes of its own behind the block's settings.</param>
    public void Block(SettingBlock block, Action? more = null)
    {
        Template.Open(block.Name);
        foreach (var setting in block.Settings)
        {
            var (name, value) = Hcl(setting);
            Template.Attribute(name, value);
        }

        more?.Invoke();
        Blocks(block.Blocks);
        Template.Close();
    }

    public void Blocks(ImmutableArray<SettingBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Block(block);
        }
    }
}

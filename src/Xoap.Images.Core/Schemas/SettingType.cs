namespace Xoap.Images.Schemas;

/// <summary>A setting's type in Packer's terms: string, number, bool, list(T), map(T).</summary>
/// <param name="Element">What a list or a map holds.</param>
internal sealed record SettingType(SettingKind Kind, SettingType? Element = null)
{
    public static SettingType Text { get; } = new(SettingKind.Text);

    public static SettingType Number { get; } = new(SettingKind.Number);

    public static SettingType Flag { get; } = new(SettingKind.Flag);

    public static SettingType TextList { get; } = new(SettingKind.List, Text);

    public static SettingType NumberList { get; } = new(SettingKind.List, Number);

    public static SettingType TextMap { get; } = new(SettingKind.Map, Text);

    /// <summary>As the documentation and the messages write it.</summary>
    public override string ToString() => Kind switch
    {
        SettingKind.Text => "text",
        SettingKind.Number => "number",
        SettingKind.Flag => "true or false",
        SettingKind.List when Element?.Kind is SettingKind.List or SettingKind.Map => "JSON list",
        SettingKind.List => $"list of {Element}, separated by ';'",
        _ => "map, as key=value;key=value",
    };
}

internal enum SettingKind
{
    Text,
    Number,
    Flag,
    List,
    Map,
}

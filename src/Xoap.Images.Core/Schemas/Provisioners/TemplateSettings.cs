namespace Xoap.Images.Schemas.Provisioners;

/// <summary>What items have whose files may be templates.</summary>
internal static class TemplateSettings
{
    public static SettingSchema Templated { get; } = new("Templated", SettingType.Flag) { Plain = true };

    /// <summary>Of an answer file: its secrets are filled in when Packer starts.</summary>
    public static SettingSchema Variables { get; } = new("TemplateVariables", SettingType.TextMap);

    /// <summary>Of a script, which gets its secrets as environment variables.</summary>
    public static SettingSchema PlainVariables { get; } = Variables with { Plain = true };
}

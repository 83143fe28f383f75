using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Xoap.Images.Model;

/// <summary>A typed value of a setting. A secret is only ever a reference.</summary>
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Flag), "flag")]
[JsonDerivedType(typeof(List), "list")]
[JsonDerivedType(typeof(Map), "map")]
[JsonDerivedType(typeof(Secret), "secret")]
[JsonDerivedType(typeof(Expression), "expression")]
internal abstract record SettingValue
{
    private SettingValue()
    {
    }

    /// <summary>Text as the guest or Packer shall see it: no HCL or MSBuild escapes in it.</summary>
    internal sealed record Text(string Value) : SettingValue;

    /// <summary>A number in invariant notation, digits as written.</summary>
    internal sealed record Number(string Value) : SettingValue;

    internal sealed record Flag(bool Value) : SettingValue;

    internal sealed record List(ImmutableArray<SettingValue> Values) : SettingValue;

    /// <summary>Entries in declaration order.</summary>
    internal sealed record Map(ImmutableArray<MapEntry> Entries) : SettingValue;

    /// <summary>A reference to a secret; the value is looked up when Packer starts and nowhere else.</summary>
    internal sealed record Secret(SecretReference Reference) : SettingValue;

    /// <summary>A Packer expression without its braces, such as <c>build.Password</c>.</summary>
    internal sealed record Expression(string Value) : SettingValue;
}

internal sealed record MapEntry(string Key, SettingValue Value);

/// <summary>Which environment variable or file holds a secret.</summary>
/// <param name="Source">Env or File.</param>
/// <param name="Name">The variable's name, or the file's path.</param>
internal sealed record SecretReference(SecretSource Source, string Name)
{
    public override string ToString() => (Source == SecretSource.Env ? "env:" : "file:") + Name;
}

[JsonConverter(typeof(JsonStringEnumConverter<SecretSource>))]
internal enum SecretSource
{
    Env,
    File,
}

using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering;

/// <summary>Stand-ins for secrets while Packer only checks a template: of the kind that the setting takes, and never a real one.</summary>
internal static class Placeholders
{
    private const string Word = "Placeholder-1";

    /// <summary>A service account's key as far as Packer looks into it.</summary>
    private const string GoogleKey =
        """{"type":"service_account","client_email":"placeholder@example.invalid","private_key_id":"placeholder","private_key":"placeholder"}""";

    /// <summary>Packer looks for a certificate's thumbprint and the end of the token's life, in the year 2100.</summary>
    private static readonly string Token = string.Join('.', ((string[])[
        """{"alg":"RS256","typ":"JWT","x5t":"placeholder"}""",
        """{"aud":"placeholder","nbf":0,"exp":4102444800}""",
        "placeholder",
    ]).Select(part => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part))));

    /// <summary>Values by the name of the Packer variable.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> For(BuildPlan plan, RenderedImage image)
    {
        var uses = Uses(plan).ToList();
        return
        [
            .. image.Secrets.Select(secret => new KeyValuePair<string, string>(
                secret.Name, ValueFor(uses.Find(use => use.Reference == secret.Reference).Schema))),
        ];
    }

    private static string ValueFor(SettingSchema? schema) => schema switch
    {
        null => Word,
        { Allowed: [var first, ..] } => first,
        { Name: "account_file" or "credentials_json" } => GoogleKey,
        { Name: "client_jwt" } => Token,
        { Name: "iso_checksum" } => "none",
        _ when schema.Name.EndsWith("url", StringComparison.Ordinal) => "https://placeholder.invalid/",
        _ => Word,
    };

    /// <summary>Every secret of the plan with what the component says about its setting.</summary>
    private static IEnumerable<(SecretReference Reference, SettingSchema? Schema)> Uses(BuildPlan plan)
    {
        var builder = plan.Variant.Component;
        return Uses(SchemaCatalog.FindBuilder(builder.Name), builder).Concat(plan.Steps.SelectMany(step =>
            Uses(SchemaCatalog.FindProvisioner(step.Provisioner.Component.Name), step.Provisioner.Component)));
    }

    private static IEnumerable<(SecretReference Reference, SettingSchema? Schema)> Uses(ComponentSchema? schema, Component component) =>
        Uses(schema?.Attributes ?? [], component.Settings).Concat(Uses(schema?.Blocks ?? [], component.Blocks));

    private static IEnumerable<(SecretReference Reference, SettingSchema? Schema)> Uses(
        ImmutableArray<BlockSchema> schemas, ImmutableArray<SettingBlock> blocks) => blocks.SelectMany(block =>
    {
        var schema = schemas.FirstOrDefault(candidate => candidate.Name == block.Name);
        return Uses(schema?.Attributes ?? [], block.Settings).Concat(Uses(schema?.Blocks ?? [], block.Blocks));
    });

    private static IEnumerable<(SecretReference Reference, SettingSchema? Schema)> Uses(
        ImmutableArray<SettingSchema> schemas, ImmutableArray<Setting> settings) => settings
        .Where(setting => setting.Value is SettingValue.Secret)
        .Select(setting => (((SettingValue.Secret)setting.Value).Reference, SettingName.Find(schemas.AsSpan(), setting.Name)));
}

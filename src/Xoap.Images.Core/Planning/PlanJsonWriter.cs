using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>
/// Writes what the serializer of <see cref="PlanJson"/> would write, byte for byte. It runs in every build, and compiling the
/// serializer's thousand generic methods at start-up takes longer than everything else that a build does when nothing changed.
/// </summary>
internal sealed class PlanJsonWriter(Utf8JsonWriter json)
{
    public void Write(ImmutableArray<BuildPlan> plans)
    {
        json.WriteStartObject();
        Array("plans", plans, Plan);
        json.WriteEndObject();
    }

    private void Plan(BuildPlan plan)
    {
        json.WriteStartObject();
        Text("imageName", plan.ImageName);
        Text("description", plan.Description);
        Array("tags", plan.Tags, Entry);
        json.WritePropertyName("variant");
        Variant(plan.Variant);
        Text("role", plan.Role);
        Array("steps", plan.Steps, Step);
        Fingerprint("contentKey", plan.ContentKey);
        Fingerprint("targetKey", plan.TargetKey);
        Time("maxAge", plan.MaxAge);
        json.WriteEndObject();
    }

    private void Variant(Variant variant)
    {
        json.WriteStartObject();
        Text("name", variant.Name);
        Text("type", variant.Type);
        Text("provider", variant.Provider);
        Component(variant.Component);
        if (variant.OperatingSystem is { } system)
        {
            json.WriteStartObject("operatingSystem");
            Text("name", system.Name);
            Name("platform", system.Platform);
            Text("version", system.Version);
            Text("architecture", system.Architecture);
            Text("diskImage", system.DiskImage);
            Text("checksum", system.Checksum);
            Origin(system.Origin);
            json.WriteEndObject();
        }

        Text("connection", variant.Connection);
        Origin(variant.Origin);
        json.WriteEndObject();
    }

    private void Step(PlannedStep step)
    {
        json.WriteStartObject();
        Number("number", step.Number);
        Text("fileName", step.FileName);
        Text("group", step.Group);
        Flag("seal", step.Seal);
        json.WritePropertyName("provisioner");
        Provisioner(step.Provisioner);
        Time("timeout", step.Timeout == default ? null : step.Timeout);
        Array("sources", step.Sources, Source);
        json.WriteEndObject();
    }

    private void Provisioner(Provisioner provisioner)
    {
        json.WriteStartObject();
        Text("name", provisioner.Name);
        Text("type", provisioner.Type);
        Array("own", provisioner.Own, Setting);
        Component(provisioner.Component);
        json.WriteStartObject("limits");
        Time("timeout", provisioner.Limits.Timeout);
        if (provisioner.Limits.MaxRetries is { } retries)
        {
            json.WriteNumber("maxRetries", retries);
        }

        Time("pauseBefore", provisioner.Limits.PauseBefore);
        json.WriteEndObject();
        json.WriteStartObject("applicability");
        Array("platforms", provisioner.Applicability.Platforms, json.WriteStringValue);
        Array("operatingSystems", provisioner.Applicability.OperatingSystems, json.WriteStringValue);
        Array("architectures", provisioner.Applicability.Architectures, json.WriteStringValue);
        Array("providers", provisioner.Applicability.Providers, json.WriteStringValue);
        json.WriteEndObject();
        Array("groups", provisioner.Groups, json.WriteStringValue);
        Array("after", provisioner.After, json.WriteStringValue);
        Array("before", provisioner.Before, json.WriteStringValue);
        Name("volatile", provisioner.Volatile);
        Text("description", provisioner.Description);
        Origin(provisioner.Origin);
        json.WriteEndObject();
    }

    private void Source(SourceFiles source)
    {
        json.WriteStartObject();
        Text("path", source.Path);
        Flag("isFolder", source.IsFolder);
        Array("files", source.Files, file =>
        {
            json.WriteStartObject();
            Text("path", file.Path);
            Text("relativePath", file.RelativePath);
            Number("length", file.Length);
            Text("sha256", file.Sha256);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private void Component(Component component)
    {
        json.WriteStartObject("component");
        Text("name", component.Name);
        Array("settings", component.Settings, Setting);
        Array("blocks", component.Blocks, Block);
        json.WriteEndObject();
    }

    private void Block(SettingBlock block)
    {
        json.WriteStartObject();
        Text("name", block.Name);
        Array("settings", block.Settings, Setting);
        Array("blocks", block.Blocks, Block);
        Origin(block.Origin);
        json.WriteEndObject();
    }

    private void Setting(Setting setting)
    {
        json.WriteStartObject();
        Text("name", setting.Name);
        json.WritePropertyName("value");
        Value(setting.Value);
        Name("impact", setting.Impact);
        Origin(setting.Origin);
        Name("files", setting.Files);
        json.WriteEndObject();
    }

    private void Entry(MapEntry entry)
    {
        json.WriteStartObject();
        Text("key", entry.Key);
        json.WritePropertyName("value");
        Value(entry.Value);
        json.WriteEndObject();
    }

    private void Value(SettingValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case SettingValue.Text text:
                json.WriteString("$type", "text");
                Text("value", text.Value);
                break;
            case SettingValue.Number number:
                json.WriteString("$type", "number");
                Text("value", number.Value);
                break;
            case SettingValue.Flag flag:
                json.WriteString("$type", "flag");
                Flag("value", flag.Value);
                break;
            case SettingValue.List list:
                json.WriteString("$type", "list");
                Array("values", list.Values, Value);
                break;
            case SettingValue.Map map:
                json.WriteString("$type", "map");
                Array("entries", map.Entries, Entry);
                break;
            case SettingValue.Secret secret:
                json.WriteString("$type", "secret");
                json.WriteStartObject("reference");
                Name("source", secret.Reference.Source);
                Text("name", secret.Reference.Name);
                json.WriteEndObject();
                break;
            case SettingValue.Expression expression:
                json.WriteString("$type", "expression");
                Text("value", expression.Value);
                break;
            default:
                throw new InvalidOperationException($"No JSON for {value.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    private void Origin(Origin origin)
    {
        json.WriteStartObject("origin");
        Text("itemType", origin.ItemType);
        Text("name", origin.Name);
        Number("index", origin.Index);
        Text("metadata", origin.Metadata);
        Text("file", origin.File);
        Number("line", origin.Line);
        Number("column", origin.Column);
        json.WriteEndObject();
    }

    private void Fingerprint(string name, Fingerprint fingerprint)
    {
        json.WriteStartObject(name);
        Text("key", fingerprint.Key);
        Array("inputs", fingerprint.Inputs, input =>
        {
            json.WriteStartObject();
            Text("label", input.Label);
            Text("value", input.Value);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private void Array<T>(string name, ImmutableArray<T> values, Action<T> write)
        where T : class
    {
        if (values.IsDefault)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private void Number(string name, long value)
    {
        if (value != 0)
        {
            json.WriteNumber(name, value);
        }
    }

    private void Flag(string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private void Time(string name, TimeSpan? value)
    {
        if (value is { } time)
        {
            json.WriteString(name, time.ToString("c", CultureInfo.InvariantCulture));
        }
    }

    private void Name(string name, Enum value)
    {
        if (Convert.ToInt32(value, CultureInfo.InvariantCulture) != 0)
        {
            json.WriteString(name, value.ToString());
        }
    }
}

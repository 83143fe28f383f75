using System.Text.Json;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>The part of <see cref="PlanJsonWriter"/> that every setting comes through.</summary>
internal sealed class SettingJsonWriter(Utf8JsonWriter json)
{
    public void Component(Component component)
    {
        json.WriteStartObject("component");
        json.Text("name", component.Name);
        json.Array("settings", component.Settings, Setting);
        json.Array("blocks", component.Blocks, Block);
        json.WriteEndObject();
    }

    private void Block(SettingBlock block)
    {
        json.WriteStartObject();
        json.Text("name", block.Name);
        json.Array("settings", block.Settings, Setting);
        json.Array("blocks", block.Blocks, Block);
        Origin(block.Origin);
        json.WriteEndObject();
    }

    public void Setting(Setting setting)
    {
        json.WriteStartObject();
        json.Text("name", setting.Name);
        json.WritePropertyName("value");
        Value(setting.Value);
        json.Name("impact", setting.Impact);
        Origin(setting.Origin);
        json.Name("files", setting.Files);
        json.WriteEndObject();
    }

    public void Limits(string name, Applicability limits)
    {
        json.WriteStartObject(name);
        json.Array("platforms", limits.Platforms, json.WriteStringValue);
        json.Array("operatingSystems", limits.OperatingSystems, json.WriteStringValue);
        json.Array("architectures", limits.Architectures, json.WriteStringValue);
        json.Array("providers", limits.Providers, json.WriteStringValue);
        json.WriteEndObject();
    }

    public void Entry(MapEntry entry)
    {
        json.WriteStartObject();
        json.Text("key", entry.Key);
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
                json.Text("value", text.Value);
                break;
            case SettingValue.Number number:
                json.WriteString("$type", "number");
                json.Text("value", number.Value);
                break;
            case SettingValue.Flag flag:
                json.WriteString("$type", "flag");
                json.Flag("value", flag.Value);
                break;
            case SettingValue.List list:
                json.WriteString("$type", "list");
                json.Array("values", list.Values, Value);
                break;
            case SettingValue.Map map:
                json.WriteString("$type", "map");
                json.Array("entries", map.Entries, Entry);
                break;
            case SettingValue.Secret secret:
                json.WriteString("$type", "secret");
                json.WriteStartObject("reference");
                json.Name("source", secret.Reference.Source);
                json.Text("name", secret.Reference.Name);
                json.WriteEndObject();
                break;
            case SettingValue.Expression expression:
                json.WriteString("$type", "expression");
                json.Text("value", expression.Value);
                break;
            default:
                throw new InvalidOperationException($"No JSON for {value.GetType().Name}.");
        }

        json.WriteEndObject();
    }

    public void Origin(Origin origin)
    {
        json.WriteStartObject("origin");
        json.Text("itemType", origin.ItemType);
        json.Text("name", origin.Name);
        json.Number("index", origin.Index);
        json.Text("metadata", origin.Metadata);
        json.Text("file", origin.File);
        json.Number("line", origin.Line);
        json.Number("column", origin.Column);
        if (origin.Package is { } package)
        {
            json.WriteStartObject("package");
            json.Text("id", package.Id);
            json.Text("version", package.Version);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

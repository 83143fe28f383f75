using System.Text.Json;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>The part of <see cref="PlanJsonWriter"/> that writes tests.</summary>
internal sealed class TestJsonWriter(Utf8JsonWriter json, SettingJsonWriter settings, Action<SourceFiles> source)
{
    public void Write(PlannedTest planned)
    {
        json.WriteStartObject();
        json.Number("number", planned.Number);
        json.WritePropertyName("test");
        Test(planned.Test);
        json.Array("sources", planned.Sources, source);
        json.WriteEndObject();
    }

    public void Write(TestTool tool)
    {
        json.WriteStartObject();
        json.Text("guestFolder", tool.GuestFolder);
        json.WritePropertyName("source");
        source(tool.Source);
        json.WriteEndObject();
    }

    public void Write(TestRun? run)
    {
        if (run is not null)
        {
            json.WriteStartObject("testRun");
            json.Array("tests", run.Tests, Write);
            json.Array("tools", run.Tools, Write);
            json.Flag("isGate", run.IsGate);
            json.WriteEndObject();
        }
    }

    private void Test(ImageTest test)
    {
        json.WriteStartObject();
        json.Text("name", test.Name);
        json.Name("framework", test.Framework);
        json.Name("phase", test.Phase);
        json.Text("path", test.Path);
        json.Time("timeout", test.Timeout == default ? null : test.Timeout);
        json.WriteStartObject("login");
        json.Text("runAs", test.Login.RunAs);
        Setting("elevatedUser", test.Login.ElevatedUser);
        Setting("elevatedPassword", test.Login.ElevatedPassword);
        json.Flag("usePwsh", test.Login.UsePwsh);
        json.WriteEndObject();
        json.Array("files", test.Files, json.WriteStringValue);
        json.Text("results", test.Results);
        Selection(test.Selection);
        json.WriteStartObject("place");
        json.Text("root", test.Place.Root);
        json.Text("guestFolder", test.Place.GuestFolder);
        json.WriteEndObject();
        json.Text("description", test.Description);
        settings.Origin(test.Origin);
        Setting("environment", test.Environment);
        json.WriteEndObject();
    }

    private void Selection(TestSelection selection)
    {
        json.WriteStartObject("selection");
        json.Array("roles", selection.Roles, json.WriteStringValue);
        json.Array("groups", selection.Groups, json.WriteStringValue);
        json.Array("provisioners", selection.Provisioners, json.WriteStringValue);
        json.Array("tags", selection.Tags, json.WriteStringValue);
        settings.Limits("limits", selection.Limits);
        json.Array("builders", selection.Builders, json.WriteStringValue);
        json.Flag("isOffered", selection.IsOffered);
        json.WriteEndObject();
    }

    private void Setting(string name, Setting? setting)
    {
        if (setting is not null)
        {
            json.WritePropertyName(name);
            settings.Setting(setting);
        }
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>
/// Writes what the serializer of <see cref="PlanJson"/> would write, byte for byte. It runs in every build, and compiling the
/// serializer's thousand generic methods at start-up takes longer than everything else that a build does when nothing changed.
/// </summary>
internal sealed class PlanJsonWriter(Utf8JsonWriter json)
{
    private readonly SettingJsonWriter _settings = new(json);

    private TestJsonWriter Tests => new(json, _settings, Source);

    public void Write(ImmutableArray<BuildPlan> plans)
    {
        json.WriteStartObject();
        json.Array("plans", plans, Plan);
        json.WriteEndObject();
    }

    private void Plan(BuildPlan plan)
    {
        json.WriteStartObject();
        json.Text("imageName", plan.ImageName);
        json.Text("description", plan.Description);
        json.Array("tags", plan.Tags, _settings.Entry);
        json.WritePropertyName("variant");
        Variant(plan.Variant);
        json.Text("role", plan.Role);
        json.Array("steps", plan.Steps, Step);
        Fingerprint("contentKey", plan.ContentKey);
        Fingerprint("targetKey", plan.TargetKey);
        json.Time("maxAge", plan.MaxAge);
        json.Array("installerSources", plan.InstallerSources, Source);
        json.Array("tests", plan.Tests, Tests.Write);
        json.Array("testTools", plan.TestTools, Tests.Write);
        json.Text("testAnswerFile", plan.TestAnswerFile);
        json.WriteEndObject();
    }

    private void Variant(Variant variant)
    {
        json.WriteStartObject();
        json.Text("name", variant.Name);
        json.Text("type", variant.Type);
        json.Text("provider", variant.Provider);
        _settings.Component(variant.Component);
        if (variant.OperatingSystem is { } system)
        {
            json.WriteStartObject("operatingSystem");
            json.Text("name", system.Name);
            json.Name("platform", system.Platform);
            json.Text("version", system.Version);
            json.Text("architecture", system.Architecture);
            json.Text("source", system.Source);
            json.Text("checksum", system.Checksum);
            _settings.Origin(system.Origin);
            json.Text("edition", system.Edition);
            json.Array("installer", system.Installer, _settings.Setting);
            Base(system.Base);
            json.Array("baseFiles", system.BaseFiles, file =>
            {
                json.WriteStartObject();
                json.Text("id", file.Id);
                json.Text("path", file.Path);
                json.Text("sha256", file.Sha256);
                json.Flag("isMissing", file.IsMissing);
                json.WriteEndObject();
            });
            json.Text("missingBase", system.MissingBase);
            json.Text("endOfLife", system.EndOfLife);
            json.WriteEndObject();
        }

        json.Text("connection", variant.Connection);
        _settings.Origin(variant.Origin);
        json.Array("testLogin", variant.TestLogin, _settings.Setting);
        json.WriteEndObject();
    }

    private void Base(Ancestor? ancestor)
    {
        if (ancestor is null)
        {
            return;
        }

        json.WriteStartObject("base");
        json.Text("name", ancestor.Name);
        json.Number("version", ancestor.Version);
        json.Text("builder", ancestor.Builder);
        json.Text("artifact", ancestor.Artifact);
        json.Text("package", ancestor.Package);
        json.Text("packageVersion", ancestor.PackageVersion);
        json.WriteEndObject();
    }

    private void Step(PlannedStep step)
    {
        json.WriteStartObject();
        json.Number("number", step.Number);
        json.Text("fileName", step.FileName);
        json.Text("group", step.Group);
        json.Flag("seal", step.Seal);
        json.WritePropertyName("provisioner");
        Provisioner(step.Provisioner);
        json.Time("timeout", step.Timeout == default ? null : step.Timeout);
        json.Array("sources", step.Sources, Source);
        Tests.Write(step.TestRun);
        json.WriteEndObject();
    }

    private void Provisioner(Provisioner provisioner)
    {
        json.WriteStartObject();
        json.Text("name", provisioner.Name);
        json.Text("type", provisioner.Type);
        json.Array("own", provisioner.Own, _settings.Setting);
        _settings.Component(provisioner.Component);
        json.WriteStartObject("limits");
        json.Time("timeout", provisioner.Limits.Timeout);
        if (provisioner.Limits.MaxRetries is { } retries)
        {
            json.WriteNumber("maxRetries", retries);
        }

        json.Time("pauseBefore", provisioner.Limits.PauseBefore);
        json.WriteEndObject();
        _settings.Limits("applicability", provisioner.Applicability);
        json.Array("groups", provisioner.Groups, json.WriteStringValue);
        json.Array("after", provisioner.After, json.WriteStringValue);
        json.Array("before", provisioner.Before, json.WriteStringValue);
        json.Name("volatile", provisioner.Volatile);
        json.Text("description", provisioner.Description);
        _settings.Origin(provisioner.Origin);
        json.WriteEndObject();
    }

    private void Source(SourceFiles source)
    {
        json.WriteStartObject();
        json.Text("path", source.Path);
        json.Flag("isFolder", source.IsFolder);
        json.Array("files", source.Files, file =>
        {
            json.WriteStartObject();
            json.Text("path", file.Path);
            json.Text("relativePath", file.RelativePath);
            json.Number("length", file.Length);
            json.Text("sha256", file.Sha256);
            json.WriteEndObject();
        });
        json.Array("entries", source.Entries, json.WriteStringValue);
        json.WriteEndObject();
    }

    private void Fingerprint(string name, Fingerprint fingerprint)
    {
        json.WriteStartObject(name);
        json.Text("key", fingerprint.Key);
        json.Array("inputs", fingerprint.Inputs, input =>
        {
            json.WriteStartObject();
            json.Text("label", input.Label);
            json.Text("value", input.Value);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}

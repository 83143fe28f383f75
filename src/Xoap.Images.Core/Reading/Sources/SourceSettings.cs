using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading.Sources;

/// <summary>Says an operating system's source in the words of a builder's component.</summary>
internal static class SourceSettings
{
    private const string NotPinned = "none";

    /// <summary>The component with its source, and the source; a source that the component itself already names wins.</summary>
    /// <param name="builder">For messages: <c>'lab' (vsphere-iso)</c>.</param>
    public static (Component Component, BaseSource? Source) Add(
        Component component, ComponentSchema schema, OperatingSystemItem system, string builder, ReadingContext context)
    {
        var forms = SourceForms.Of(component.Name).ToList();
        if (forms.Count == 0)
        {
            return (component, null);
        }

        var sources = BaseSources.Of(system, context);
        var own = OwnSources.Of(component);
        if (!own.IsEmpty && !OwnSources.StandBeside(component, own, sources))
        {
            if (sources.FirstOrDefault(source => forms.Exists(form => form.Kind == source.Kind)) is { } hidden)
            {
                context.ReportOnce(OwnSources.Hides(own[0], hidden, system, builder), component.Name);
            }

            return (component, null);
        }

        return Choose(sources, forms, system, builder, context) is var (form, source)
            ? (Add(component, schema, form, source, context), source)
            : (component, null);
    }

    private static (SourceForm Form, BaseSource Source)? Choose(
        ImmutableArray<BaseSource> sources, List<SourceForm> forms, OperatingSystemItem system, string builder, ReadingContext context)
    {
        var origin = system.Settings.Origin;
        var fitting = sources.Where(source => forms.Exists(form => form.Kind == source.Kind)).ToList();
        if (fitting.Count > 1)
        {
            context.ReportOnce(ProjectDiagnostics.SeveralSources(
                fitting[1].Origin, system.Name, builder, fitting.Select(source => source.Kind == SourceKind.Iso ? "an ISO" : $"a {source.Metadatum}")), forms[0].Component);
        }
        else if (fitting.Count == 1)
        {
            var source = fitting[0];
            if (forms.Find(form => form.Kind == source.Kind && form.Places.Contains(source.Place)) is { } form)
            {
                return (form, source);
            }

            context.ReportOnce(SourceDiagnostics.PlaceDoesNotFit(
                origin.At(source.Metadatum), system.Name, source.Metadatum, source.Text, builder, SourceText.Expected(forms)), forms[0].Component);
        }
        else if (sources.Length > 0)
        {
            context.ReportOnce(SourceDiagnostics.KindDoesNotFit(
                sources[0].Origin, system.Name, sources[0].Metadatum, builder, SourceText.Expected(forms)), forms[0].Component);
        }
        else if (forms[0].Component != "vsphere-iso" && system.Settings.Find("IsoPath") is null)
        {
            context.ReportOnce(ProjectDiagnostics.NoSource(origin, system.Name, builder, SourceText.Expected(forms)), forms[0].Component);
        }

        return null;
    }

    private static Component Add(
        Component component, ComponentSchema schema, SourceForm form, BaseSource source, ReadingContext context)
    {
        var block = schema.Blocks.FirstOrDefault(block => block.Name == form.Block);
        var body = schema with { Attributes = block?.Attributes ?? schema.Attributes };
        var settings = SettingSet.Over([], Settings(form, source, body.Attributes, context), body);
        if (block is null)
        {
            return component with { Settings = SettingSet.Over(OwnSources.Beside(component, settings), component.Settings, schema) };
        }

        // A block that stands once may have been written for its other settings; of several, the first is what the machine starts from.
        var written = block.Repeatable ? -1 : component.Blocks.Select(other => other.Name).ToList().IndexOf(block.Name);
        return component with
        {
            Blocks = written < 0
                ? component.Blocks.Insert(0, new SettingBlock(block.Name, settings, [], source.Origin))
                : component.Blocks.SetItem(
                    written,
                    component.Blocks[written] with { Settings = SettingSet.Over(settings, component.Blocks[written].Settings, body) }),
        };
    }

    private static ImmutableArray<Setting> Settings(
        SourceForm form, BaseSource source, ImmutableArray<SettingSchema> attributes, ReadingContext context)
    {
        var settings = ImmutableArray.CreateBuilder<Setting>();
        if (form.Beside is var (attribute, value))
        {
            settings.Add(Of(attribute, value, source.Origin));
        }

        Add(form.Attribute, form.NameAlone ? source.Name : source.Text, source.Origin);
        if (form.ChecksumType is null)
        {
            if (form.Checksum is not null)
            {
                Add(form.Checksum, source.Checksum ?? NotPinned, source.ChecksumOrigin);
            }
        }
        else if (source.Checksum?.Split(':') is [var algorithm, var digits])
        {
            if (Find(form.ChecksumType).Allowed is { IsEmpty: false } known && !known.Contains(algorithm))
            {
                context.Report(SourceDiagnostics.AlgorithmUnknown(source.ChecksumOrigin, algorithm, form.Component, known));
            }

            Add(form.Checksum!, digits, source.ChecksumOrigin);
            Add(form.ChecksumType, algorithm, source.ChecksumOrigin);
        }

        return settings.ToImmutable();

        SettingSchema Find(string name) => SettingName.Find(attributes.AsSpan(), name)!;

        // The source's identity stands for these in the content key: a mirror may change, a pinned content may not.
        void Add(string name, string text, Origin origin) =>
            settings.Add(Of(name, text, origin) with { Impact = Impact.Effort, Files = FileUse.None });

        Setting Of(string name, string text, Origin origin)
        {
            var schema = Find(name);
            return SettingSet.Of(
                schema,
                schema.Type.Kind switch
                {
                    SettingKind.Flag => new SettingValue.Flag(text == "true"),
                    SettingKind.List => new SettingValue.List([new SettingValue.Text(text)]),
                    _ => new SettingValue.Text(text),
                },
                origin);
        }
    }
}

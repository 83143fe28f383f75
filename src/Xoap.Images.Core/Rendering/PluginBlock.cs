using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering;

/// <summary>The plugins that the template needs, where Packer can install them.</summary>
internal static class PluginBlock
{
    public static void Write(TemplateDraft draft, IEnumerable<PluginSource> plugins)
    {
        var sorted = plugins.Distinct().OrderBy(plugin => plugin.Source, StringComparer.Ordinal).ToArray();
        if (sorted.Length == 0 || !draft.Profile.Can(PackerCapability.RequiredPlugins))
        {
            return;
        }

        draft.Template.Open("packer");
        draft.Template.Open("required_plugins");
        foreach (var plugin in sorted)
        {
            draft.Template.Attribute(
                plugin.Source[(plugin.Source.LastIndexOf('/') + 1)..],
                new HclValue.Map(
                [
                    new HclEntry("source", HclValue.Of(plugin.Source)),
                    new HclEntry("version", HclValue.Of("~> " + Release(plugin.Version))),
                ]));
        }

        draft.Template.Close();
        draft.Template.Close();
    }

    /// <summary>The release without what follows it: 2.1.0-dev is 2.1.0.</summary>
    private static string Release(string version)
    {
        var end = version.AsSpan().IndexOfAnyExceptInRange('.', '9');
        return end < 0 ? version : version[..end];
    }
}

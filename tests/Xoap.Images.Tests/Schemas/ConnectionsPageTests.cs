using System.Text.RegularExpressions;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Schemas;

/// <summary>docs/connections.md writes only what the components know.</summary>
public class ConnectionsPageTests
{
    private static readonly string Page = Repository.Read("docs", "connections.md").ReplaceLineEndings("\n");

    [Theory]
    [InlineData("AWS", "amazon-ebs")]
    [InlineData("Azure", "azure-arm")]
    [InlineData("Google", "googlecompute")]
    [InlineData("Docker", "docker")]
    public void Every_setting_is_an_attribute(string provider, string component)
    {
        var section = Regex.Match(Page, $@"^## {provider}\n(.*?)(?=^## |\z)", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
        var schema = SchemaCatalog.FindBuilder(component)!;
        var known = schema.Attributes.Concat(schema.Blocks.SelectMany(block => block.Attributes)).Select(attribute => SettingName.ToMetadata(attribute.Name));
        var written = Regex.Matches(section, @"`([A-Z][a-z]+[A-Za-z]*)[=`]|(?<=\s)(?!Include|Provider|Builder|Block)([A-Z][A-Za-z]+)=""")
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
            .Except(["BuilderBlock", "China"])
            .ToList();
        Assert.True(written.Count >= 4, provider);
        Assert.All(written, name => Assert.Contains(name, known));
    }
}

using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Exceptions;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Schemas;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.AnyText;

/// <summary>A project's XML as MSBuild evaluates it, handed to the reader as the task does it.</summary>
internal static class EvaluatedProject
{
    private const int ItemsAbove = 2;

    /// <summary>Each item stands on a line of its own: what MSBuild swallowed is reported by line.</summary>
    /// <param name="diagnostics">Gets what MSBuild swallowed, at the item.</param>
    public static ImageSource Read(IReadOnlyList<XElement> items, DiagnosticBag diagnostics)
    {
        using var collection = new ProjectCollection();
        var project = Evaluate(collection, items);
        var swallowed = new DiagnosticBag();
        SwallowedItems.Check(project, [], swallowed);
        foreach (var diagnostic in swallowed)
        {
            var item = items[diagnostic.Origin.Line - 1 - ItemsAbove];
            diagnostics.Add(diagnostic with { Origin = new Origin(item.Name.LocalName, item.Attribute("Include")!.Value) });
        }

        var instance = project.CreateProjectInstance();
        var read = new List<Item>();
        foreach (var type in ItemTypes.All)
        {
            TaskItems.Add(read, type.Name, [.. instance.GetItems(type.Name).Cast<ITaskItem>()]);
        }

        return new ImageSource(An.ProjectDirectory, new Dictionary<string, string> { ["ImageName"] = "web" }, read);
    }

    /// <summary>The texts that MSBuild takes at all: broken property functions it refuses itself.</summary>
    public static string[] Accepted(string[] texts)
    {
        using var collection = new ProjectCollection();
        try
        {
            Evaluate(
                collection,
                texts.Select((text, index) => new XElement("Provisioner", new XAttribute("Include", $"p{index}"), new XAttribute("Description", text))));
            return texts;
        }
        catch (InvalidProjectFileException)
        {
            return texts.Length == 1 ? [] : [.. Accepted(texts[..(texts.Length / 2)]), .. Accepted(texts[(texts.Length / 2)..])];
        }
    }

    /// <summary>The text as one writes it in a project, so that MSBuild hands over exactly that: everything of its language escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var edge = index == 0 || index == text.Length - 1;
            if ("%$@()*?';\\\n\r\t".Contains(character, StringComparison.Ordinal) || (edge && character == ' '))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)character:X2}");
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }

    private static Project Evaluate(ProjectCollection collection, IEnumerable<XElement> items)
    {
        var text = $"<Project>\n<ItemGroup>\n{string.Join('\n', items.Select(item => item.ToString(SaveOptions.DisableFormatting)))}\n</ItemGroup>\n</Project>";
        using var reader = XmlReader.Create(new StringReader(text));
        var root = ProjectRootElement.Create(reader, collection);
        root.FullPath = An.ProjectDirectory + "/web.imgproj";
        return new Project(root, new Dictionary<string, string>(), null, collection);
    }
}

using System.Collections.Immutable;

namespace Xoap.Images.Rendering.Hcl;

/// <summary>A typed value in a template: nothing is put together from text, so nothing breaks out of its quotes.</summary>
internal abstract record HclValue
{
    private HclValue()
    {
    }

    public static HclValue Of(string text) => new Text(text);

    public static HclValue Of(bool flag) => new Symbol(flag ? "true" : "false");

    /// <summary>A variable of the template.</summary>
    public static HclValue Variable(string name) => new Symbol("var." + name);

    public static HclValue TextList(params ImmutableArray<string> texts) => new List([.. texts.Select(Of)]);

    /// <summary>A path below the rendered folder.</summary>
    public static HclValue Path(string relative) => new Template([new Symbol("path.root"), new Text("/" + relative)]);

    internal sealed record Text(string Value) : HclValue;

    /// <summary>Written as it is: a number, true, <c>var.x</c>, <c>build.Password</c>.</summary>
    internal sealed record Symbol(string Value) : HclValue;

    internal sealed record List(ImmutableArray<HclValue> Values) : HclValue;

    internal sealed record Map(ImmutableArray<HclEntry> Entries) : HclValue;

    /// <summary>Text with expressions in it. Parts are <see cref="Text"/> and <see cref="Symbol"/>.</summary>
    internal sealed record Template(ImmutableArray<HclValue> Parts) : HclValue;
}

/// <summary>An attribute of a block, or an entry of a map.</summary>
internal sealed record HclEntry(string Name, HclValue Value);

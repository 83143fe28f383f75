using System.Text;

namespace Xoap.Images.Rendering.Hcl;

/// <summary>Values on a single line.</summary>
internal static class HclLine
{
    /// <summary>False when the value needs several lines; what was appended then is of no use.</summary>
    public static bool TryAppend(StringBuilder hcl, HclValue value)
    {
        switch (value)
        {
            case HclValue.Text text:
                HclText.AppendQuoted(hcl, text.Value);
                return true;
            case HclValue.Symbol symbol:
                hcl.Append(symbol.Value);
                return true;
            case HclValue.Template template:
                AppendTemplate(hcl, template);
                return true;
            case HclValue.List list:
                return TryAppendList(hcl, list);
            case HclValue.Map { Entries.Length: 0 }:
                hcl.Append("{}");
                return true;
            default:
                return false;
        }
    }

    private static void AppendTemplate(StringBuilder hcl, HclValue.Template template)
    {
        hcl.Append('"');
        foreach (var part in template.Parts)
        {
            if (part is HclValue.Text text)
            {
                HclText.AppendEscaped(hcl, text.Value);
            }
            else if (part is HclValue.Symbol symbol)
            {
                hcl.Append("${").Append(symbol.Value).Append('}');
            }
        }

        hcl.Append('"');
    }

    private static bool TryAppendList(StringBuilder hcl, HclValue.List list)
    {
        hcl.Append('[');
        for (var index = 0; index < list.Values.Length; index++)
        {
            if (index > 0)
            {
                hcl.Append(", ");
            }

            if (!TryAppend(hcl, list.Values[index]))
            {
                return false;
            }
        }

        hcl.Append(']');
        return true;
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Places;

/// <summary>
/// A project of the folder Cases. <c>«XIMG1001 words»</c> stands right before the place where that diagnostic has to be reported, with
/// the words in its message; behind the root element it expects the file without a line. The files of the folder with the case's name stand beside the project; so do those of Common.
/// </summary>
internal static partial class PlaceCase
{
    public const string Project = "web.imgproj";

    private const string Common = "Common";
    private const string Extension = ".imgproj";

    private static readonly string Root = Repository.PathOf("tests", "Xoap.Images.Tests", "Places", "Cases");

    /// <summary>Not an encoding, but a way to find marks in files that need not be text.</summary>
    private static readonly Encoding Bytes = Encoding.Latin1;

    public static string[] Names { get; } =
        [.. Directory.EnumerateFiles(Root, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>Writes the case's files without the marks, and gives what the marks expect.</summary>
    public static List<Report> Write(string name, TempFolder folder)
    {
        var expected = new List<Report>();
        Write(Path.Combine(Root, name + Extension), Project);
        foreach (var beside in (ReadOnlySpan<string>)[Path.Combine(Root, Common), Path.Combine(Root, name)])
        {
            foreach (var file in Directory.Exists(beside) ? Directory.GetFiles(beside, "*", SearchOption.AllDirectories) : [])
            {
                Write(file, Path.GetRelativePath(beside, file));
            }
        }

        return expected;

        void Write(string source, string target)
        {
            var text = Bytes.GetString(File.ReadAllBytes(source));
            var plain = new StringBuilder();
            var end = 0;
            foreach (Match mark in Mark().Matches(text))
            {
                plain.Append(text, end, mark.Index - end);
                end = mark.Index + mark.Length;
                var before = Encoding.UTF8.GetString(Bytes.GetBytes(plain.ToString()));
                var isPlaceless = before.Contains("</Project>", StringComparison.Ordinal);
                expected.Add(new Report(
                    mark.Groups[1].Value,
                    target,
                    isPlaceless ? 0 : before.Count(character => character == '\n') + 1,
                    isPlaceless ? 0 : before.Length - before.LastIndexOf('\n'),
                    Encoding.UTF8.GetString(Bytes.GetBytes(mark.Groups[2].Value)).Trim()));
            }

            folder.Write(target, "");
            File.WriteAllBytes(folder[target], Bytes.GetBytes(plain.Append(text, end, text.Length - end).ToString()));
        }
    }

    /// <summary>« and », each of two bytes.</summary>
    [GeneratedRegex("\u00c2\u00ab(XIMG[0-9]{4})(.*?)\u00c2\u00bb")]
    private static partial Regex Mark();
}

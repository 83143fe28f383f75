using System.Text.Json;
using System.Text.Json.Nodes;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

/// <summary>Recorded runs, exported field by field from <c>Invoke-Pester -PassThru</c>, in the lines that the runner in the guest writes.</summary>
internal static class RecordedPester
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly TheoryData<string> Versions = ["5.9.0", "6.0.0"];

    public static JsonNode Run(string version) => JsonNode.Parse(Sample.Read("pester", version + ".json"))!;

    /// <summary>The files of the run in their order.</summary>
    public static IReadOnlyList<string> Files(string version) =>
        [.. Run(version)["containers"]!.AsArray().Select(container => Path.GetFileName((string)container!["file"]!))];

    public static FileRun Of(string version, string file)
    {
        var report = new GuestReport();
        foreach (var line in Lines(version))
        {
            report.Add(line);
        }

        Assert.True(report.IsComplete);
        return new FileRun(Sample.TestFile(file), report.File(Files(version).ToList().IndexOf(file) + 1), []);
    }

    public static IEnumerable<string> Lines(string version)
    {
        var run = Run(version);
        var number = 0;
        foreach (var container in run["containers"]!.AsArray())
        {
            var mark = $"xoap-test {++number:000}";
            yield return $"{mark} begin Pester {run["pester"]} on PowerShell {run["powershell"]}";
            var objects = container!["blocks"]!.AsArray().SelectMany(block => Block(block!, [], [])).ToList();
            foreach (var line in objects.Append(Container(container, objects)))
            {
                yield return $"{mark} out {line.ToJsonString(Plain)}";
            }

            yield return $"{mark} exit 0";
        }

        yield return "xoap-test 000 end";
    }

    private static IEnumerable<JsonObject> Block(JsonNode block, string[] expanded, string[] tags)
    {
        expanded = [.. expanded, (string)block["expandedName"]!];
        tags = [.. tags, .. block["tag"]!.AsArray().Select(tag => (string)tag!)];
        if (block["errors"]!.AsArray().Count > 0)
        {
            yield return new JsonObject
            {
                ["kind"] = "block",
                ["path"] = block["path"]!.DeepClone(),
                ["line"] = (int)block["line"]!,
                ["result"] = "Failed",
                ["errors"] = Errors(block),
            };
        }

        foreach (var test in block["tests"]!.AsArray())
        {
            yield return Test(test!, expanded, tags);
        }

        foreach (var line in block["blocks"]!.AsArray().SelectMany(inner => Block(inner!, expanded, tags)))
        {
            yield return line;
        }
    }

    private static JsonObject Test(JsonNode test, string[] expanded, string[] tags) => new()
    {
        ["kind"] = "test",
        ["path"] = test["path"]!.DeepClone(),
        ["expanded"] = Texts([.. expanded, (string)test["expandedName"]!]),
        ["line"] = (int)test["line"]!,
        ["group"] = (string?)test["groupId"],
        ["result"] = (string)test["result"]!,
        ["executed"] = (bool)test["executed"]!,
        ["shouldRun"] = (bool)test["shouldRun"]!,
        ["ms"] = (double)test["durationMs"]!,
        ["tags"] = Texts([.. tags, .. test["tag"]!.AsArray().Select(tag => (string)tag!)]),
        ["output"] = (string?)test["standardOutput"],
        ["errors"] = Errors(test),
    };

    private static JsonObject Container(JsonNode container, List<JsonObject> objects) => new()
    {
        ["kind"] = "container",
        ["result"] = (string)container["result"]!,
        ["errors"] = Errors(container),
        ["tests"] = objects.Count(line => (string)line["kind"]! == "test"),
    };

    private static JsonArray Errors(JsonNode owner) => [.. owner["errors"]!.AsArray().Select(error => Error(error!))];

    private static JsonObject Error(JsonNode error) => new()
    {
        ["message"] = (string)error["message"]!,
        ["id"] = (string)error["errorId"]!,
        ["stack"] = (string)error["scriptStack"]!,
        ["file"] = (string)error["at"]!["file"]!,
        ["line"] = (int)error["at"]!["line"]!,
        ["expected"] = (string?)error["shouldResult"]?["expected"],
        ["actual"] = (string?)error["shouldResult"]?["actual"],
        ["because"] = (string?)error["shouldResult"]?["because"],
    };

    private static JsonArray Texts(string[] texts) => [.. texts.Select(text => JsonValue.Create(text))];
}

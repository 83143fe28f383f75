using System.Text.Json.Serialization;

namespace Xoap.Images.TestReports;

/// <summary>What became of a test in the guest.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TestState>))]
internal enum TestState
{
    Passed,
    Failed,

    /// <summary>It did not run on purpose, or could not decide; the message has the reason.</summary>
    Skipped,
}

using System.Collections.Immutable;

namespace Xoap.Images.Planning;

/// <summary>Tests that a step runs in the guest.</summary>
/// <param name="IsGate">The build fails when one of them does.</param>
internal sealed record TestRun(ImmutableArray<PlannedTest> Tests, ImmutableArray<TestTool> Tools, bool IsGate);

/// <summary>What is brought along for the time of the tests.</summary>
/// <param name="GuestFolder">Where the files of the source go, below the guest's folder of tests: <c>bats/bin</c>.</param>
internal sealed record TestTool(string GuestFolder, SourceFiles Source);

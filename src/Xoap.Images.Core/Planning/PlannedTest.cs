using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>A file of tests that is for the variant.</summary>
/// <param name="Number">From 1, through the tests of a phase: by it the guest says which file it speaks of.</param>
/// <param name="Sources">The file itself, then the further files.</param>
internal sealed record PlannedTest(int Number, ImageTest Test, ImmutableArray<SourceFiles> Sources);

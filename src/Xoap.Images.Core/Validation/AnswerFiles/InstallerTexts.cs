using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.AnswerFiles;

/// <summary>What the installer of a variant reads.</summary>
/// <param name="Path">Absolute path of the answer file.</param>
/// <param name="Text">Its content.</param>
/// <param name="Setup">Contents of the setup files that are text.</param>
/// <param name="SetupNames">Names of all setup files.</param>
internal sealed record InstallerTexts(
    Variant Variant, string Path, string Text, ImmutableArray<string> Setup, ImmutableArray<string> SetupNames);

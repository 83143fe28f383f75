using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>What a variant starts from on the building machine.</summary>
internal static class BaseFiles
{
    /// <summary>Attributes of builders that name a file to start from.</summary>
    private static readonly string[] Attributes =
        ["iso_url", "iso_urls", "source_path", "source_image_path", "clone_from_vmcx_path"];

    /// <summary>A machine's description: its disks lie beside it, and the folder stands for them all.</summary>
    private static readonly string[] Descriptions = [".ovf", ".vmx"];

    public static IEnumerable<BaseFile> Of(Variant variant) => [.. Of(variant.Component.Settings), .. InBlocks(variant)];

    /// <summary>Whether a setting names nothing but files of this machine: their contents stand for it, and the path does not count.</summary>
    public static bool StandFor(Setting setting) =>
        Array.IndexOf(Attributes, setting.Name) >= 0
        && SettingText.Texts(setting.Value).Select(LocalPath).ToArray() is { Length: > 0 } paths
        && !paths.Contains(null);

    /// <summary>The files that the project's checksum is about; other ISO files of the machine have none.</summary>
    public static IEnumerable<BaseFile> Pinned(Variant variant) =>
    [
        .. Of(variant.Component.Settings).Where(file => file.Use == FileUse.File),
        .. InBlocks(variant).Where(file => variant.OperatingSystem?.Source?.EndsWith(file.Path, StringComparison.Ordinal) == true),
    ];

    private static IEnumerable<BaseFile> InBlocks(Variant variant) => variant.Component.Blocks.SelectMany(block => Of(block.Settings));

    private static IEnumerable<BaseFile> Of(ImmutableArray<Setting> settings)
    {
        foreach (var setting in settings)
        {
            foreach (var text in Array.IndexOf(Attributes, setting.Name) < 0 ? [] : SettingText.Texts(setting.Value))
            {
                if (LocalPath(text) is not { } path)
                {
                    continue;
                }

                var isFolder = setting.Name == "clone_from_vmcx_path";
                yield return new BaseFile(path, isFolder ? FileUse.Files : FileUse.File, setting.Origin);
                if (Array.Exists(Descriptions, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                {
                    yield return new BaseFile(path[..path.LastIndexOf('/')], FileUse.Files, setting.Origin);
                }
            }
        }
    }

    /// <summary>A share may be far away or out of sight of this machine: its address has to do.</summary>
    private static string? LocalPath(string text) =>
        text.StartsWith("//", StringComparison.Ordinal) ? null
        : Path.IsPathFullyQualified(text) ? text
        : text.StartsWith("file:///", StringComparison.OrdinalIgnoreCase) ? new Uri(text).LocalPath
        : null;
}

/// <summary>A file or folder to start from.</summary>
internal sealed record BaseFile(string Path, FileUse Use, Origin Origin);

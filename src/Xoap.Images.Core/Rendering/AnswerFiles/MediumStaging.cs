using System.Collections.Immutable;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Rendering.Templates;

namespace Xoap.Images.Rendering.AnswerFiles;

/// <summary>Puts an installer's files where Packer takes them: in the rendered folder, or with secrets in the runner's private one.</summary>
/// <param name="folder">Below the rendered folder.</param>
internal sealed class MediumStaging(TemplateDraft draft, string folder)
{
    private readonly ImmutableArray<PrivateFile>.Builder _private = ImmutableArray.CreateBuilder<PrivateFile>();

    public ImmutableArray<PrivateFile> Private => _private.ToImmutable();

    /// <summary>All files in one folder, for a server.</summary>
    public HclValue AsOneFolder(ImmutableArray<InstallerFile> files)
    {
        var isPrivate = files.Any(file => file.HasSecrets);
        foreach (var file in files)
        {
            Stage(file, isPrivate);
        }

        return isPrivate ? HclValue.Variable(TemplateVariables.PrivateFolder) : HclValue.Path(folder);
    }

    /// <summary>What stands at the root of the medium: files, and folders with what is in them.</summary>
    public (ImmutableArray<HclValue> Files, ImmutableArray<HclValue> Folders) Entries(ImmutableArray<InstallerFile> files)
    {
        var alone = ImmutableArray.CreateBuilder<HclValue>();
        var folders = ImmutableArray.CreateBuilder<HclValue>();
        foreach (var group in files.GroupBy(file => file.Top))
        {
            var isPrivate = group.Any(file => file.HasSecrets);
            if (InPlace([.. group], isPrivate) is { } path)
            {
                (group.First().IsAlone ? alone : folders).Add(HclValue.Of(path));
                continue;
            }

            foreach (var file in group)
            {
                Stage(file, isPrivate);
            }

            (group.First().IsAlone ? alone : folders).Add(Entry(group.Key, isPrivate, group.First().IsAlone));
        }

        return (alone.ToImmutable(), folders.ToImmutable());
    }

    /// <summary>Files with secrets as text of the template, where Packer fills the secrets in.</summary>
    public ImmutableArray<HclEntry> Content(ImmutableArray<InstallerFile> files) =>
        [.. files.Where(file => file.HasSecrets).Select(file => new HclEntry(file.Name, SecretTemplate.Hcl(draft, file.Text)))];

    /// <summary>Large files are not copied: the user's file or folder itself goes on the medium.</summary>
    private static string? InPlace(ImmutableArray<InstallerFile> group, bool isPrivate)
    {
        var path = group[0].IsAlone ? group[0].Copy?.Path : group[0].Folder;
        return !isPrivate
            && path is not null
            && Path.GetFileName(path) == group[0].Top
            && group.All(file => file.Copy is not null && (file.IsAlone || file.Folder == path))
            && group.Any(file => StagedFile.StaysInPlace(file.Copy!))
                ? path
                : null;
    }

    /// <summary>Packer loses the names of inner folders when the path of the outer one begins with a dot.</summary>
    private HclValue Entry(string name, bool isPrivate, bool isFile) =>
        isPrivate ? new HclValue.Template([HclValue.Variable(TemplateVariables.PrivateFolder), new HclValue.Text("/" + name)])
        : isFile ? HclValue.Path($"{folder}/{name}")
        : new HclValue.Template([new HclValue.Symbol("abspath(path.root)"), new HclValue.Text($"/{folder}/{name}")]);

    private void Stage(InstallerFile file, bool isPrivate)
    {
        if (isPrivate)
        {
            _private.Add(new PrivateFile(file.Name, SecretTemplate.Private(draft, file.Text), file.Copy?.Path));
        }
        else
        {
            draft.Add(file.Copy is { } copy
                ? RenderedFile.Copy($"{folder}/{file.Name}", copy.Path)
                : RenderedFile.Of($"{folder}/{file.Name}", TextPart.Plain(file.Text)!));
        }
    }
}

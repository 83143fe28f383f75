using System.Text;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>
/// Uploads to a path with characters that scp, its remote shell or Packer's template language would take for their own:
/// through links with plain names, under plain names, moved into place by a script.
/// </summary>
internal sealed class DetouredUpload(StepBlocks blocks)
{
    public void Write(IReadOnlyList<Upload> uploads)
    {
        var before = new StringBuilder(GuestScript.Start);
        var after = new StringBuilder(GuestScript.Start);
        var destinations = new List<string>(uploads.Count);
        for (var index = 0; index < uploads.Count; index++)
        {
            var link = $"/tmp/{blocks.Step.FileName}-{index}";
            var (folder, name) = (uploads[index].Folder, uploads[index].Name);
            var quoted = folder.Length == 0 ? "." : ShellText.Quote(folder);
            before.Append("mkdir -p -- ").Append(quoted).Append('\n');
            before.Append("ln -sfn -- \"$(cd -- ").Append(quoted).Append(" && pwd)\" ").Append(link).Append('\n');
            var plain = name;
            if (!ShellText.IsPlainPath(name))
            {
                plain = blocks.Step.FileName;
                after.Append("mv -f -- ").Append(link).Append('/').Append(plain).Append(' ')
                    .Append(link).Append('/').Append(ShellText.Quote(name)).Append('\n');
            }

            after.Append("rm -f -- ").Append(link).Append('\n');
            destinations.Add(link + "/" + plain);
        }

        blocks.Shell("", before.ToString());
        for (var index = 0; index < uploads.Count; index++)
        {
            FileTransfer.Transfer(blocks, uploads[index].Source, destinations[index]);
        }

        blocks.Shell("-place", after.ToString());
    }
}

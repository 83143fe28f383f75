using Xoap.Images.Model;

namespace Xoap.Images.Booting;

/// <summary>An image that was committed runs as a container, of which nothing is kept.</summary>
internal static class DockerBoot
{
    private const string Component = "docker";

    public static Component? Of(BootDraft draft)
    {
        if (draft.Component.Find("export_path") is not null)
        {
            draft.Diagnostics.Add(BootDiagnostics.NothingBoots(
                draft.Origin, draft.Builder, "The container was exported to a file, and Docker runs images (Commit=\"true\")"));
            return null;
        }

        return draft.Source(Component) is not { } source
            ? null
            : draft.Keep(Component, "author", "aws_*", "build", "changes", "commit", "ecr_login", "login*", "message")
                .With("image", source["Image"], draft)
                .With("pull", false, draft)
                .With("discard", true, draft);
    }
}

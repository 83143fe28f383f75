namespace Xoap.Images.History;

/// <summary>The commit that is checked out, read from git's own files.</summary>
internal static class GitHead
{
    /// <summary>The commit of the repository around a folder; null when there is none, or it cannot be read.</summary>
    public static string? Read(string folder)
    {
        try
        {
            for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
            {
                var git = Path.Combine(current.FullName, ".git");
                if (Directory.Exists(git))
                {
                    return Commit(git);
                }

                if (File.Exists(git))
                {
                    return ReadLine(git) is { } line && line.StartsWith("gitdir: ", StringComparison.Ordinal)
                        ? Commit(Path.GetFullPath(Path.Combine(current.FullName, line["gitdir: ".Length..])))
                        : null;
                }
            }
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            // A build needs no commit.
        }

        return null;
    }

    private static string? Commit(string git)
    {
        var head = ReadLine(Path.Combine(git, "HEAD"));
        if (head is null || !head.StartsWith("ref: ", StringComparison.Ordinal))
        {
            return Hash(head);
        }

        // A worktree has a HEAD of its own, and its branches in the main repository.
        var shared = ReadLine(Path.Combine(git, "commondir")) is { } common ? Path.GetFullPath(Path.Combine(git, common)) : git;
        var name = head["ref: ".Length..];
        return Hash(ReadLine(Path.Combine(git, name)) ?? ReadLine(Path.Combine(shared, name)) ?? Packed(shared, name));
    }

    private static string? Packed(string git, string name)
    {
        var path = Path.Combine(git, "packed-refs");
        if (File.Exists(path))
        {
            foreach (var line in File.ReadLines(path))
            {
                if (line.EndsWith(" " + name, StringComparison.Ordinal))
                {
                    return line[..line.IndexOf(' ', StringComparison.Ordinal)];
                }
            }
        }

        return null;
    }

    private static string? ReadLine(string path) => File.Exists(path) ? File.ReadLines(path).FirstOrDefault()?.Trim() : null;

    private static string? Hash(string? text) => text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigit) ? text : null;
}

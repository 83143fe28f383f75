using Xoap.Images.Diagnostics;

namespace Xoap.Images.Files;

internal static class FilesDiagnostics
{
    public static Diagnostic FileNotFound(Origin origin, string path, string suggestion) => Diagnostic.Error(
        "XIMG0101", origin, $"'{path}' does not exist.{suggestion} Relative paths start at the project's folder.");

    public static Diagnostic NothingMatches(Origin origin, string pattern) => Diagnostic.Error(
        "XIMG0102", origin, $"No file matches '{pattern}'. Relative patterns start at the project's folder; ** stands for any folders.");

    public static Diagnostic CannotBeRead(Origin origin, string path, string reason) => Diagnostic.Error(
        "XIMG0103", origin, $"'{path}' cannot be read: {reason}");

    public static Diagnostic FolderExpected(Origin origin, string path) => Diagnostic.Error(
        "XIMG0104", origin, $"'{path}' is a folder, but one file is expected here.");

    public static Diagnostic NoBats(Origin origin, string path) => Diagnostic.Error(
        "XIMG0107",
        origin,
        $"'{path}' is no Bats: a folder with bin/bats, lib/bats-core and libexec/bats-core is expected, or the program in it. Install Bats 1.5 or newer (Debian: apt-get install bats; npm install bats), and name it, or remove BatsPath.");

    public static Diagnostic NoZipArchive(Origin origin, string path) => Diagnostic.Error(
        "XIMG0180", origin, $"'{path}' is no zip archive. A package is a folder, or a zip of one.");

    public static Diagnostic FolderNotFound(Origin origin, string path, string suggestion) => Diagnostic.Error(
        "XIMG0106",
        origin,
        $"There is no folder '{path}'.{suggestion} Relative paths start at the project's folder; a folder that a command makes itself is entered with cd in the command.");
}

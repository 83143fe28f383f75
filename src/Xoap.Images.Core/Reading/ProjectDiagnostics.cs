using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Problems of items as a whole and of how they fit together.</summary>
internal static class ProjectDiagnostics
{
    public static Diagnostic UnusableName(Origin origin, string itemType, string name) => Diagnostic.Error(
        "XIMG1100",
        origin,
        $"'{name}' cannot be the name of a {itemType}. A name is any text without ';', '*', '?', control characters, and spaces at its ends.");

    public static Diagnostic UnusableImageName(Origin origin, string subject, string name) => Diagnostic.Error(
        "XIMG1101",
        origin,
        $"'{name}' cannot be the name of {subject}: files and machines are named after it. Use 1 to 63 letters of A-Z, a-z, 0-9, '.', '_' and '-', starting with a letter or digit.");

    public static Diagnostic DuplicateName(Origin origin, string itemType, string name, IEnumerable<string> files, string todo) => Diagnostic.Error(
        "XIMG1102",
        origin,
        $"{itemType} '{name}' is defined more than once (in {string.Join(" and ", files)}). {todo}.");

    public static Diagnostic UnknownMember(
        Origin origin, string owner, string metadatum, string kind, string name, string suggestion) => Diagnostic.Error(
        "XIMG1103",
        origin,
        $"{metadatum} of {owner} names '{name}', but there is no {kind} of that name.{suggestion}");

    public static Diagnostic NoRole(Origin origin) => Diagnostic.Error(
        "XIMG1110",
        origin,
        "The project has no role, so nothing would be done to the image. Add <ProvisionerRole Include=\"…\" Groups=\"…\" />, or a package that brings one.");

    public static Diagnostic SeveralRoles(Origin origin, IEnumerable<string> roles) => Diagnostic.Error(
        "XIMG1111",
        origin,
        $"The project has several roles ({string.Join(", ", roles)}), but an image has exactly one. Set the property ImageRole to the one it shall have.");

    public static Diagnostic UnknownRole(Origin origin, string role, string suggestion, IEnumerable<string> known) => Diagnostic.Error(
        "XIMG1112",
        origin,
        $"ImageRole is '{role}', but there is no role of that name.{suggestion} Roles in scope: {string.Join(", ", known)}.");

    public static Diagnostic NoBuilder(Origin origin) => Diagnostic.Error(
        "XIMG1120",
        origin,
        "The project has no builder, so there is nothing to build the image with. Add <Builder Include=\"qemu\" Type=\"Qemu\" … />.");

    public static Diagnostic NoBuilderMatches(Origin origin, string filter, IEnumerable<string> builders) => Diagnostic.Error(
        "XIMG1121",
        origin,
        $"ImageBuilders is '{filter}', which names no builder of this project. Its builders: {string.Join(", ", builders)}. Join several with '+'.");

    /// <summary>A warning, since another project of the solution may have that builder.</summary>
    public static Diagnostic OneBuilderDoesNotMatch(Origin origin, string name, IEnumerable<string> builders) => Diagnostic.Warning(
        "XIMG1145",
        origin,
        $"ImageBuilders names '{name}', which is no builder of this project; the others that it names are built. Its builders: {string.Join(", ", builders)}.");

    public static Diagnostic UnknownConnection(Origin origin, string builder, string connection, string suggestion) => Diagnostic.Error(
        "XIMG1122",
        origin,
        $"Builder '{builder}' uses the connection '{connection}', but there is no Connection of that name.{suggestion}");

    public static Diagnostic ConnectionOfOtherProvider(
        Origin origin, string builder, string provider, string connection, string other) => Diagnostic.Error(
        "XIMG1123",
        origin,
        $"Builder '{builder}' builds for {provider}, but its connection '{connection}' is one for {other}. Use a connection for {provider}.");

    public static Diagnostic NoOperatingSystem(Origin origin, string builder) => Diagnostic.Error(
        "XIMG1130",
        origin,
        $"Builder '{builder}' has no operating system to start from. Add <OperatingSystem Include=\"…\" Platform=\"Linux\" DiskImage=\"…\" />.");

    public static Diagnostic SeveralOperatingSystems(Origin origin, IEnumerable<string> names) => Diagnostic.Error(
        "XIMG1131",
        origin,
        $"The project has several operating systems ({string.Join(", ", names)}). Set the property ImageOperatingSystem to the one that the image shall have.");

    public static Diagnostic UnknownOperatingSystem(Origin origin, string name, string suggestion, IEnumerable<string> known) =>
        Diagnostic.Error(
            "XIMG1132",
            origin,
            $"ImageOperatingSystem is '{name}', but there is no OperatingSystem of that name.{suggestion} In scope: {string.Join(", ", known)}.");

    public static Diagnostic NoOperatingSystemFits(Origin origin, string system, string builder, string provider) => Diagnostic.Error(
        "XIMG1133",
        origin,
        $"OperatingSystem '{system}' has no item that fits builder '{builder}' (provider {provider}). Add one with Provider=\"{provider}\", or correct Provider, Region and Builders of those there are.");

    public static Diagnostic SeveralOperatingSystemsFit(Origin origin, string system, string builder) => Diagnostic.Error(
        "XIMG1134",
        origin,
        $"Several items of OperatingSystem '{system}' fit builder '{builder}' equally well. Tell them apart by Provider, Region or Builders.");

    public static Diagnostic BadChecksum(Origin origin, string checksum) => Diagnostic.Error(
        "XIMG1135",
        origin,
        $"'{checksum}' is no checksum. Write sha256: and 64 hexadecimal digits (sha512:, sha1: and md5: work too), or 'none'.");

    public static Diagnostic IncompleteIso(Origin origin, string system) => Diagnostic.Error(
        "XIMG1136",
        origin,
        $"OperatingSystem '{system}' needs both IsoPath (a folder or URL) and IsoFileName for an ISO. Write the missing one.");

    public static Diagnostic SeveralSources(Origin origin, string system, string builder, IEnumerable<string> sources) => Diagnostic.Error(
        "XIMG1137",
        origin,
        $"OperatingSystem '{system}' has {string.Join(" and ", sources)}, and builder {builder} could start from either. Keep one, or move one to a second item of the same name with Builders.");

    public static Diagnostic NoSource(Origin origin, string system, string builder, string expected) => Diagnostic.Error(
        "XIMG1138",
        origin,
        $"OperatingSystem '{system}' says nothing about where builder {builder} finds it. Write {expected}.");

    public static Diagnostic DeprecatedOperatingSystem(Origin origin, string system) => Diagnostic.Warning(
        "XIMG1139",
        origin,
        $"OperatingSystem '{system}' is marked as deprecated. Move the image to its successor.");

    public static Diagnostic UnknownBlock(Origin origin, string block, string owner, string suggestion, IEnumerable<string> known) =>
        Diagnostic.Error(
            "XIMG1140",
            origin,
            $"'{block}' is no nested block of {owner}.{suggestion} {(known.Any() ? $"Its blocks: {string.Join(", ", known)}." : "It has none: write its attributes on the item itself.")}");

    public static Diagnostic BlockStandsOnce(Origin origin, string block, string owner) => Diagnostic.Error(
        "XIMG1141", origin, $"The block '{block}' may stand only once in {owner}. Put the settings of both items into one.");

    public static Diagnostic UnknownBlockParent(Origin origin, string item, string parent, string suggestion) => Diagnostic.Error(
        "XIMG1142",
        origin,
        $"Block item '{item}' stands in '{parent}', which is no block item of the same owner.{suggestion}");

    public static Diagnostic BlocksStandInEachOther(Origin origin, string item) => Diagnostic.Error(
        "XIMG1143", origin, $"Block item '{item}' stands in itself, directly or through others. Correct In.");

    public static Diagnostic ComponentStandsInNoBlock(Origin origin, string item) => Diagnostic.Error(
        "XIMG1144", origin, $"Block item '{item}' has Block=\".\", which is the component itself and stands in no block. Remove In.");
}

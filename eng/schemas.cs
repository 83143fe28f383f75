#:property PublishAot=false
// Trims Packer's component schemas to what the SDK uses and adds what only we know: what a change of an attribute means
// for the image, which attributes hold a secret, and which name files of the building machine.
//   dotnet run eng/schemas.cs -- <folder with builder/*.json and provisioner/*.json>
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

if (args is not [var source])
{
    Console.Error.WriteLine("Usage: dotnet run eng/schemas.cs -- <folder of packer schemas>");
    return 1;
}

var target = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../src/Xoap.Images.Core/Schemas/Data");
string[] kinds = ["builder", "provisioner"];
foreach (var file in kinds.SelectMany(kind => Directory.GetFiles(Path.Combine(source, kind), "*.json")))
{
    // Forks of a plugin are marked with '@'; the maintained one has the plain name.
    var component = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileNameWithoutExtension(file)}";
    if (component.Contains('@', StringComparison.Ordinal))
    {
        continue;
    }

    using var schema = JsonDocument.Parse(File.ReadAllBytes(file));
    var path = Path.Combine(target, component + ".json");
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, Trimmed.Component(component, schema.RootElement));
}

return 0;

static string ThisFile([CallerFilePath] string path = "") => path;

/// <summary>What only we know about attributes. A name alone holds for every component, <c>builder/qemu.name</c> for one.</summary>
internal static class Marks
{
    /// <summary>How the build goes about it: nothing of it is found in the image. Content is what stands in no list.</summary>
    public static readonly HashSet<string> Effort =
    [
        // waiting
        "boot_key_interval", "boot_keygroup_interval", "boot_wait", "expect_disconnect", "pause_after", "restart_timeout",
        "shutdown_timeout", "start_retry_timeout", "update_max_retries", "provisioner/sleep.duration",
        "provisioner/breakpoint.disable", "provisioner/breakpoint.note",
        // the building machine: displays, ports, tools
        "accelerator", "disable_vnc", "disk_cache", "disk_detect_zeroes", "disk_discard", "display", "headless",
        "host_port_max", "host_port_min", "http_bind_address", "http_interface", "http_network_protocol", "http_port_max",
        "http_port_min", "net_bridge", "qemu_binary", "qmp_enable", "qmp_socket_path", "run_once", "skip_nat_mapping",
        "ssh_host_port_max", "ssh_host_port_min", "use_default_display", "vnc_bind_address", "vnc_password", "vnc_port_max",
        "vnc_port_min", "vnc_use_password", "docker_path", "pull", "keep_inventory_file", "skip_version_check",
        "provisioner/ansible.command", "provisioner/ansible.galaxy_command", "provisioner/ansible.local_port",
        "provisioner/ansible.sftp_command", "provisioner/ansible.use_proxy", "provisioner/ansible.use_sftp",
        "ansible_proxy_key_type", "ansible_ssh_extra_args", "ansible_winrm_use_http", "collections_path", "roles_path",
        "ssh_authorized_key_file", "ssh_host_key_file",
        // where the base comes from: its bytes count (the operating system's identity), not the way to them
        "iso_skip_cache", "iso_target_extension", "iso_target_path", "iso_url", "iso_urls",
        // credentials
        "aws_access_key", "aws_force_use_public_ecr", "aws_profile", "aws_secret_key", "aws_token", "ecr_login",
        "elevated_password", "login", "login_password", "login_server", "login_username", "provisioner/windows-update.password",
    ];

    /// <summary>Where the image is put, how it is named, tagged, shared, packed and sized.</summary>
    public static readonly HashSet<string> Target =
    [
        "output_directory", "vm_name", "builder/file.target", "commit", "discard", "export_path", "author", "message",
        "cores", "cpus", "memory", "sockets", "threads", "disk_compression", "skip_compaction", "builder/qemu.format",
    ];

    /// <summary>Communicator attributes are effort, except the ones that the guest sees.</summary>
    public static readonly HashSet<string> CommunicatorContent = ["communicator", "ssh_clear_authorized_keys"];

    public static readonly HashSet<string> Secret =
    [
        "aws_secret_key", "aws_token", "elevated_password", "login_password", "provisioner/windows-update.password",
        "ssh_bastion_password", "ssh_password", "ssh_proxy_password", "vnc_password", "winrm_password",
    ];

    /// <summary>Files of the building machine (each entry of a list): file and files have contents that count, path has not.</summary>
    public static readonly Dictionary<string, string> Format = new()
    {
        ["builder/docker.export_path"] = "path",
        ["builder/docker.build.path"] = "file",
        ["builder/docker.build.build_dir"] = "files",
        ["builder/file.source"] = "file",
        ["cd_files"] = "files",
        ["efi_firmware_code"] = "file",
        ["efi_firmware_vars"] = "file",
        ["floppy_dirs"] = "files",
        ["floppy_files"] = "files",
        ["http_directory"] = "files",
        ["iso_target_path"] = "path",
        ["iso_url"] = "path",
        ["iso_urls"] = "path",
        ["script"] = "file",
        ["scripts"] = "file",
        ["ssh_bastion_certificate_file"] = "path",
        ["ssh_bastion_private_key_file"] = "path",
        ["ssh_certificate_file"] = "path",
        ["ssh_private_key_file"] = "path",
        ["provisioner/file.source"] = "files",
        ["provisioner/file.sources"] = "files",
        ["collection_paths"] = "files",
        ["collections_path"] = "path",
        ["galaxy_file"] = "file",
        ["group_vars"] = "files",
        ["host_vars"] = "files",
        ["inventory_directory"] = "files",
        ["inventory_file"] = "file",
        ["playbook_dir"] = "files",
        ["playbook_file"] = "file",
        ["playbook_files"] = "file",
        ["playbook_paths"] = "files",
        ["role_paths"] = "files",
        ["roles_path"] = "path",
        ["ssh_authorized_key_file"] = "path",
        ["ssh_host_key_file"] = "path",
    };

    public static bool Has(this HashSet<string> marks, string owner, string name) =>
        marks.Contains(name) || marks.Contains($"{owner}.{name}");

    public static string? FormatOf(string owner, string name) =>
        Format.GetValueOrDefault($"{owner}.{name}") ?? Format.GetValueOrDefault(name);
}

/// <summary>The trimmed schema: one line per attribute and rule, so that a new plugin version shows as a readable diff.</summary>
internal static class Trimmed
{
    public static string Component(string id, JsonElement schema)
    {
        var text = new StringBuilder("{\n");
        var plugin = schema.GetProperty("plugin");
        if (plugin.GetProperty("source").GetString() != "builtin")
        {
            text.Append(CultureInfo.InvariantCulture,
                $"  \"plugin\": {{\"source\": {plugin.GetProperty("source").GetRawText()}, \"version\": {plugin.GetProperty("version").GetRawText()}}},\n");
        }

        Lines(text, "  ", "rules", "[", "]", Rules(schema));
        Body(text, "  ", id, schema);
        return text.Append("}\n").ToString();
    }

    private static void Body(StringBuilder text, string indent, string owner, JsonElement body)
    {
        var attributes = body.GetProperty("attributes").EnumerateObject()
            .Where(attribute => Text(attribute.Value, "group") != "internal" && !Flag(attribute.Value, "internal"))
            .OrderBy(attribute => attribute.Name, StringComparer.Ordinal)
            .Select(attribute => $"\"{attribute.Name}\": {Attribute(owner, attribute.Name, attribute.Value)}");
        var blocks = body.GetProperty("blocks").EnumerateObject().OrderBy(block => block.Name, StringComparer.Ordinal).ToList();
        Lines(text, indent, "attributes", "{", "}", attributes);
        if (blocks.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}\"blocks\": {{}}\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}\"blocks\": {{\n");
        foreach (var block in blocks)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}  \"{block.Name}\": {{\n");
            text.Append(CultureInfo.InvariantCulture,
                $"{indent}    \"repeatable\": {(Text(block.Value, "nesting") == "single" ? "false" : "true")},\n");
            Body(text, indent + "    ", $"{owner}.{block.Name}", block.Value);
            text.Append(CultureInfo.InvariantCulture, $"{indent}  }}{(block.Name == blocks[^1].Name ? "" : ",")}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}}}\n");
    }

    private static string Attribute(string owner, string name, JsonElement attribute)
    {
        var parts = new List<string> { $"\"type\": {attribute.GetProperty("type").GetRawText()}" };
        var format = Marks.FormatOf(owner, name) ?? Text(attribute, "format");
        if (Text(attribute, "pattern") is { } pattern)
        {
            format = pattern == "^[0-9]+[bkmgtBKMGT]?$" ? "size" : format;
        }

        Add("format", format is null ? null : $"\"{format}\"");
        Add("impact", Impact(owner, name, attribute) is { } impact ? $"\"{impact}\"" : null);
        Add("secret", Marks.Secret.Has(owner, name) ? "true" : null);
        Add("enforced", Flag(attribute, "enforced") ? "true" : null);
        Add("allowed", Allowed(attribute));
        Add("strict", Flag(attribute, "allowedStrict") ? "true" : null);
        Add("ignoreCase", Flag(attribute, "allowedIgnoreCase") ? "true" : null);
        Add("min", Raw(attribute, "min"));
        Add("max", Raw(attribute, "max"));
        Add("default", Default(attribute));
        Add("deprecated", Flag(attribute, "deprecated") ? "true" : null);
        Add("since", Raw(attribute, "since"));
        return $"{{{string.Join(", ", parts)}}}";

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                parts.Add($"\"{key}\": {value}");
            }
        }
    }

    private static string? Impact(string owner, string name, JsonElement attribute)
    {
        if (Text(attribute, "group") == "communicator")
        {
            return Marks.CommunicatorContent.Contains(name) ? null : "effort";
        }

        return Marks.Effort.Has(owner, name) ? "effort" : Marks.Target.Has(owner, name) ? "target" : null;
    }

    /// <summary>Where a number may stand for a name, the numbers are allowed values too.</summary>
    private static string? Allowed(JsonElement attribute)
    {
        if (!attribute.TryGetProperty("allowed", out var allowed))
        {
            return null;
        }

        var values = allowed.EnumerateArray().Select(value => value.ToString()).ToList();
        if (Text(attribute, "acceptsInteger")?.Split("..") is [var from, var to])
        {
            for (var number = int.Parse(from, CultureInfo.InvariantCulture); number <= int.Parse(to, CultureInfo.InvariantCulture); number++)
            {
                values.Add(number.ToString(CultureInfo.InvariantCulture));
            }
        }

        return $"[{string.Join(", ", values.Select(Quoted))}]";
    }

    /// <summary>Literal defaults only, as text.</summary>
    private static string? Default(JsonElement attribute) =>
        attribute.TryGetProperty("default", out var value) && value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)
            ? Quoted(value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText())
            : null;

    /// <summary>What the component's code checks. What only its documentation says is left out; groups become pairs.</summary>
    private static IEnumerable<string> Rules(JsonElement schema)
    {
        foreach (var rule in schema.TryGetProperty("rules", out var rules) ? rules.EnumerateArray() : [])
        {
            if (Flag(rule, "documentedOnly") || Text(rule, "type") == "exactlyOneOfGroups")
            {
                continue;
            }

            if (Text(rule, "type") != "atMostOneOfGroups")
            {
                yield return OneLine(rule);
                continue;
            }

            var groups = rule.GetProperty("attributes").EnumerateArray()
                .Select(group => group.EnumerateArray().Select(name => name.GetString()!).ToList()).ToList();
            for (var left = 0; left < groups.Count; left++)
            {
                foreach (var pair in groups.Skip(left + 1).SelectMany(right => right.SelectMany(b => groups[left].Select(a => (a, b)))))
                {
                    yield return $"{{\"type\": \"atMostOne\", \"attributes\": [\"{pair.a}\", \"{pair.b}\"]}}";
                }
            }
        }
    }

    private static void Lines(
        StringBuilder text, string indent, string name, string open, string close, IEnumerable<string> lines)
    {
        var body = string.Join($",\n{indent}  ", lines);
        var inner = body.Length == 0 ? "" : $"\n{indent}  {body}\n{indent}";
        text.Append(CultureInfo.InvariantCulture, $"{indent}\"{name}\": {open}{inner}{close},\n");
    }

    private static string OneLine(JsonElement element) => element.GetRawText().ReplaceLineEndings(" ");

    private static string? Raw(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetRawText() : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

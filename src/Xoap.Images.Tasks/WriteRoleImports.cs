using System.Xml.Linq;
using Microsoft.Build.Framework;
using Xoap.Images.Files;
using Task = Microsoft.Build.Utilities.Task;

namespace Xoap.Images.Tasks;

/// <summary>Writes what imports the roles of the referenced projects, as NuGet does it for packages. Without roles there is no such file.</summary>
[MSBuildMultiThreadableTask]
public sealed class WriteRoleImports : Task
{
    /// <summary>The props files, the deepest reference first.</summary>
    public ITaskItem[] Roles { get; set; } = [];

    [Required]
    public string ImportsFile { get; set; } = "";

    public override bool Execute()
    {
        if (Roles.Length == 0)
        {
            if (File.Exists(ImportsFile))
            {
                File.Delete(ImportsFile);
            }

            return true;
        }

        var imports = Roles.Select(role => role.ItemSpec).Distinct(StringComparer.Ordinal).Select(file => new XElement(
            "Import", new XAttribute("Project", file), new XAttribute("Condition", $"Exists('{file}')")));
        AtomicFile.WriteIfDifferent(ImportsFile, new XElement("Project", imports) + "\n");
        return true;
    }
}

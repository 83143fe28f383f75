using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Reads and checks the project, decides what would be built, and whether that is up to date.</summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveImage : ImageTask
{
    public string ImageName { get; set; } = "";

    public string ImageDescription { get; set; } = "";

    public string ImageTags { get; set; } = "";

    public string ImageRole { get; set; } = "";

    public string ImageOperatingSystem { get; set; } = "";

    public string ImageBuilders { get; set; } = "";

    public string ImageMaxAge { get; set; } = "";

    public string ImageSeal { get; set; } = "";

    public string DefaultProvisionerTimeout { get; set; } = "";

    public ITaskItem[] Connections { get; set; } = [];

    public ITaskItem[] Builders { get; set; } = [];

    public ITaskItem[] BuilderBlocks { get; set; } = [];

    public ITaskItem[] OperatingSystems { get; set; } = [];

    public ITaskItem[] Provisioners { get; set; } = [];

    public ITaskItem[] ProvisionerBlocks { get; set; } = [];

    public ITaskItem[] ProvisionerGroups { get; set; } = [];

    public ITaskItem[] ProvisionerRoles { get; set; } = [];

    /// <summary>One item per variant.</summary>
    [Output]
    public ITaskItem[] Variants { get; private set; } = [];

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var source = Source();
        cancellationToken.ThrowIfCancellationRequested();
        Log.LogMessage(MessageImportance.Low, "items: {0}", source.Items.Count);
    }

    private ImageSource Source()
    {
        var items = new List<Item>();
        TaskItems.Add(items, "Connection", Connections);
        TaskItems.Add(items, "Builder", Builders);
        TaskItems.Add(items, "BuilderBlock", BuilderBlocks);
        TaskItems.Add(items, "OperatingSystem", OperatingSystems);
        TaskItems.Add(items, "Provisioner", Provisioners);
        TaskItems.Add(items, "ProvisionerBlock", ProvisionerBlocks);
        TaskItems.Add(items, "ProvisionerGroup", ProvisionerGroups);
        TaskItems.Add(items, "ProvisionerRole", ProvisionerRoles);
        return new ImageSource(Path.GetDirectoryName(ProjectFile)!, Properties(), items);
    }

    private Dictionary<string, string> Properties()
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(nameof(ImageName), ImageName);
        Add(nameof(ImageDescription), ImageDescription);
        Add(nameof(ImageTags), ImageTags);
        Add(nameof(ImageRole), ImageRole);
        Add(nameof(ImageOperatingSystem), ImageOperatingSystem);
        Add(nameof(ImageBuilders), ImageBuilders);
        Add(nameof(ImageMaxAge), ImageMaxAge);
        Add(nameof(ImageSeal), ImageSeal);
        Add(nameof(DefaultProvisionerTimeout), DefaultProvisionerTimeout);
        return properties;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                properties[name] = value;
            }
        }
    }
}

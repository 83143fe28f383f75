namespace Xoap.Images.Rendering;

/// <summary>The variables of every template. They have defaults so that <c>packer build .</c> works by hand.</summary>
internal static class TemplateVariables
{
    /// <summary>N of <c>name-vN</c>.</summary>
    public const string ImageVersion = "image_version";

    /// <summary>Where a local image goes; the folder must not exist yet.</summary>
    public const string OutputDirectory = "output_directory";

    /// <summary>Where Packer lists what it built.</summary>
    public const string ManifestPath = "manifest_path";

    /// <summary>Where the runner puts files with secrets; only templates that need it have it.</summary>
    public const string PrivateFolder = "private_folder";

    /// <summary>Where what the guest's tests said is put; only templates with tests have it.</summary>
    public const string TestResults = "test_results_path";

    /// <summary>Tells the folders of runs in one guest apart; only templates with tests have it.</summary>
    public const string TestRun = "test_run";

    /// <summary>The environment variable that fills a variable.</summary>
    public static string EnvironmentName(string variable) => "PKR_VAR_" + variable;
}

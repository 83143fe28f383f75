using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Xoap.Images.Running;

/// <summary>
/// Packer's processes as one: a session of its own, so that a Ctrl+C on the terminal reaches Packer only through us. All that
/// differs between systems is in this file.
/// </summary>
/// <param name="Id">Session, process group and first process have the same number.</param>
/// <param name="Mark">When given, only processes count that carry it in their environment: numbers are used again, marks are not.</param>
internal sealed record ProcessGroup(int Id, string? Mark = null)
{
    private const int Kill9 = 9;
    private const int Terminate = 15;
    private const uint ControlBreak = 1;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Machines = ["qemu", "VBoxHeadless", "VBoxSVC", "vmware-vmx", "vmplayer", "kvm"];

    /// <summary>
    /// What to start so that Packer leads a session of its own, and on Linux is asked to end (SIGTERM) when the thread that started it
    /// ends in whatever way. setsid replaces itself, so that the process id is Packer's.
    /// </summary>
    public static IReadOnlyList<string> Launcher(string? searchPath)
    {
        if (OperatingSystem.IsWindows())
        {
            return [];
        }

        if (OperatingSystem.IsMacOS())
        {
            return File.Exists("/usr/bin/perl") ? ["/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV"] : [];
        }

        var setsid = ProgramPath.Find("setsid", searchPath);
        var setpriv = ProgramPath.Find("setpriv", searchPath);
        return (setsid, setpriv is not null && !IsBusybox(setpriv)) switch
        {
            (null, _) => [],
            (_, true) => [setpriv!, "--pdeathsig", "TERM", setsid],
            (_, false) => [setsid],
        };
    }

    /// <summary>Asks Packer itself to clean up and end: the first process hands it on.</summary>
    public void Interrupt()
    {
        if (OperatingSystem.IsWindows())
        {
            _ = GenerateConsoleCtrlEvent(ControlBreak, (uint)Id);
        }
        else
        {
            _ = Signal(Id, Terminate);
        }
    }

    /// <summary>
    /// Stops a group whose first process is gone. Only those are asked to end whose parent is gone, so that Packer's second process
    /// can clean up with the help of its plugins. Patience is for Packer; what a script left behind gets a moment.
    /// </summary>
    public async Task StopOrphansAsync(TimeSpan patience, TimeProvider time)
    {
        var asked = new HashSet<int>();
        var since = time.GetTimestamp();
        var packerSeen = since;
        for (var members = Members(); members.Count > 0; members = Members())
        {
            foreach (var member in members.Where(member => members.All(other => other.Id != member.Parent) && asked.Add(member.Id)))
            {
                _ = Signal(member.Id, Terminate);
            }

            packerSeen = members.Any(member => member.IsPacker) ? time.GetTimestamp() : packerSeen;
            if (time.GetElapsedTime(since) >= patience || time.GetElapsedTime(packerSeen) >= Moment)
            {
                break;
            }

            await Task.Delay(Poll, time, CancellationToken.None);
        }

        Kill(keepMachines: false);
    }

    /// <summary>Kills every process of the group at once, or all but virtual machines.</summary>
    public void Kill(bool keepMachines)
    {
        if (OperatingSystem.IsWindows())
        {
            KillTree();
            return;
        }

        // What is started between the listing and the kill is found by the next round.
        for (var round = 0; round < 5; round++)
        {
            var doomed = Members().Where(member => !keepMachines || !member.IsMachine).ToList();
            if (doomed.Count == 0)
            {
                return;
            }

            foreach (var member in doomed)
            {
                _ = Signal(member.Id, Kill9);
            }
        }
    }

    /// <summary>The living processes of the group. Windows lists none, and only /proc shows marks.</summary>
    public IReadOnlyList<GroupMember> Members() =>
        OperatingSystem.IsWindows() ? [] : Directory.Exists("/proc/self") ? FromProc() : Mark is null ? FromPs() : [];

    private bool CarriesMark(int process)
    {
        try
        {
            return Mark is null || File.ReadAllText($"/proc/{process}/environ").Contains(Mark, StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a process of this machine lives.</summary>
    public static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (Exception problem) when (problem is ArgumentException or Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    private List<GroupMember> FromProc()
    {
        var members = new List<GroupMember>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && ReadStat(folder) is { } stat)
            {
                Add(members, id, stat);
            }
        }

        return members;
    }

    /// <summary>The fields of /proc/N/stat: "42 (na me) S parent group session …"; a name may hold blanks and brackets.</summary>
    private void Add(List<GroupMember> members, int id, string stat)
    {
        var (open, close) = (stat.IndexOf('(', StringComparison.Ordinal), stat.LastIndexOf(')'));
        var fields = stat[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (open > 0 && fields.Length > 3 && fields[0] is not ("Z" or "X")
            && int.Parse(fields[3], CultureInfo.InvariantCulture) == Id && CarriesMark(id))
        {
            members.Add(Member(id, int.Parse(fields[1], CultureInfo.InvariantCulture), stat[(open + 1)..close]));
        }
    }

    private static string? ReadStat(string folder)
    {
        try
        {
            return File.ReadAllText(folder + "/stat");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked.
            return null;
        }
    }

    private List<GroupMember> FromPs()
    {
        var start = new ProcessStartInfo("ps", ["-axo", "pid=,ppid=,pgid=,state=,comm="]) { RedirectStandardOutput = true };
        using var ps = Process.Start(start)!;
        var members = new List<GroupMember>();
        while (ps.StandardOutput.ReadLine() is { } line)
        {
            var fields = line.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 5 && fields[2] == Id.ToString(CultureInfo.InvariantCulture) && fields[3][0] != 'Z')
            {
                members.Add(Member(
                    int.Parse(fields[0], CultureInfo.InvariantCulture),
                    int.Parse(fields[1], CultureInfo.InvariantCulture),
                    Path.GetFileName(fields[4].Trim())));
            }
        }

        ps.WaitForExit();
        return members;
    }

    private static GroupMember Member(int id, int parent, string name) =>
        new(id, parent, name, Machines.Any(machine => name.StartsWith(machine, StringComparison.OrdinalIgnoreCase)));

    private void KillTree()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception problem) when (problem is ArgumentException or Win32Exception or InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    private static bool IsBusybox(string program) =>
        File.ResolveLinkTarget(program, returnFinalTarget: true)?.Name.StartsWith("busybox", StringComparison.Ordinal) == true;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GenerateConsoleCtrlEvent(uint controlEvent, uint group);
}

/// <summary>A process of a group.</summary>
/// <param name="IsMachine">It is a virtual machine.</param>
internal sealed record GroupMember(int Id, int Parent, string Name, bool IsMachine)
{
    /// <summary>Packer or one of its plugins.</summary>
    public bool IsPacker => Name.StartsWith("packer", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Name} (process {Id.ToString(CultureInfo.InvariantCulture)})";
}

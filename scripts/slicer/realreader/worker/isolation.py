"""Namespaces of the worker: no network, an empty file system with one writable folder, no
privileges.

`enter` must be called before any thread exists, `confine` after all libraries are loaded:
afterwards the process sees nothing but an empty folder and /dev/null.
"""

import ctypes
import os

CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWIPC = 0x20000, 0x10000000, 0x40000000, 0x8000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = (
    1,
    2,
    4,
    8,
    32,
    4096,
    16384,
    1 << 18,
)
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 24, 38
LAST_CAPABILITY = 63
NOBODY = 65534
SYS_MOUNT_SETATTR, AT_FDCWD, AT_RECURSIVE, MOUNT_ATTR_RDONLY = 442, -100, 0x8000, 1
ROOT, WORK = "/tmp", "/work"
SIZE = "512m"

libc = ctypes.CDLL(None, use_errno=True)


def call(status, what):
    if status != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def mount(source, target, kind, flags, options=None):
    encoded = [text.encode() if text is not None else None for text in (source, target, kind)]
    status = libc.mount(*encoded, ctypes.c_ulong(flags), options.encode() if options else None)
    call(status, f"mount {target}")


def enter():
    """Enters new namespaces. Returns the names of those that the kernel allowed and the reason for
    a missing one."""
    user, group = os.getuid(), os.getgid()
    wanted = CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC
    if libc.unshare(wanted) == 0:
        return ["mount", "network"], None
    if libc.unshare(wanted | CLONE_NEWUSER) == 0:
        with open("/proc/self/setgroups", "w") as file:
            file.write("deny")
        for name, number in (("uid", user), ("gid", group)):
            with open(f"/proc/self/{name}_map", "w") as file:
                file.write(f"{NOBODY} {number} 1")
        return ["user", "mount", "network"], None
    reason = os.strerror(ctypes.get_errno())
    if libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0:
        return ["network"], f"no mount namespace ({reason})"
    return [], f"no namespaces ({reason})"


def confine(names):
    """Replaces the root of a process in a mount namespace by an empty folder, and drops all
    privileges. Returns the writable folder. Without a mount namespace, the folder is a new
    temporary one."""
    if "mount" not in names:
        import tempfile

        folder = tempfile.mkdtemp(prefix="scenefuzz-reader-")
        drop_privileges(folder)
        return folder
    mount("none", "/", None, MS_REC | MS_PRIVATE)
    flags = MS_NOSUID | MS_NODEV | MS_NOEXEC
    mount("none", ROOT, "tmpfs", flags & ~MS_NODEV, "size=1m,mode=755")
    for name in ("dev", WORK[1:]):
        os.mkdir(f"{ROOT}/{name}")
    os.close(os.open(f"{ROOT}/dev/null", os.O_CREAT | os.O_WRONLY))
    mount("/dev/null", f"{ROOT}/dev/null", None, MS_BIND)
    mount("none", ROOT + WORK, "tmpfs", flags, f"size={SIZE},mode=700")
    if os.getuid() == 0:
        os.chown(ROOT + WORK, NOBODY, NOBODY)
    mount("none", ROOT, "tmpfs", MS_REMOUNT | MS_RDONLY | flags & ~MS_NODEV, "size=1m,mode=755")
    os.chroot(ROOT)
    os.chdir(WORK)
    drop_privileges(WORK)
    return WORK


def read_only(names, folder, hidden):
    """For programs that load files after they start: makes everything but `folder` read-only,
    covers the folders `hidden` and gives up every capability. The user stays the same, because the
    interpreter may be readable for no other one."""
    if "mount" in names:
        mount("none", "/", None, MS_REC | MS_PRIVATE)
        mount(folder, folder, None, MS_BIND)
        set_attributes("/", AT_RECURSIVE, MOUNT_ATTR_RDONLY, 0)
        set_attributes(folder, 0, 0, MOUNT_ATTR_RDONLY)
        for path in hidden:
            mount("none", path, "tmpfs", MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, "size=4k")
        # The working folder still belongs to the mount below, which is read-only now.
        os.chdir(folder)
    drop_capabilities()


def set_attributes(path, flags, added, removed):
    """mount_setattr(2), which Linux has since 5.12."""
    values = (ctypes.c_uint64 * 4)(added, removed, 0, 0)
    status = libc.syscall(SYS_MOUNT_SETATTR, AT_FDCWD, path.encode(), flags, values, ctypes.c_size_t(32))
    call(status, f"make {path} {'read-only' if added else 'writable'}")


def drop_privileges(folder):
    """Becomes nobody where the process is root, and gives up every capability."""
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    drop_capabilities()


def drop_capabilities():
    """Gives up every capability of this process and its children."""
    for capability in range(LAST_CAPABILITY + 1):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # Version 3, this process; no effective, permitted or inheritable capability.
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    libc.capset(header, (ctypes.c_uint32 * 6)())

// Records paths outside the reader's folder that it tries to open, and connections. The calls
// themselves go on: the namespaces of the worker decide what they can reach.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "include/ReaderPreload.h"

static struct reader_preload_state *state;

__attribute__((constructor)) static void map_state(void) {
  void *memory = mmap(0, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory != MAP_FAILED) state = memory;
}

struct reader_preload_state *reader_preload_state(void) { return state; }

// Paths that the C library and the C++ library read by themselves.
static int is_system(const char *path) {
  static const char *const prefixes[] = {"/proc/", "/sys/", "/dev/", "/etc/localtime", "/usr/share/zoneinfo/",
                                         "/usr/lib/locale/", "/usr/share/locale/", "/usr/lib/x86_64-linux-gnu/gconv/"};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    if (!strncmp(path, prefixes[i], strlen(prefixes[i]))) return 1;
  return 0;
}

// Writes the absolute path without "." and ".." components. Returns 0 when it does not fit.
static int normalize(const char *path, char *out, size_t size) {
  char full[4096];
  if (path[0] == '/') {
    if (snprintf(full, sizeof full, "%s", path) >= (int)sizeof full) return 0;
  } else {
    if (!getcwd(full, sizeof full)) return 0;
    size_t length = strlen(full);
    if (snprintf(full + length, sizeof full - length, "/%s", path) >= (int)(sizeof full - length)) return 0;
  }
  size_t length = 0;
  for (char *save = 0, *part = strtok_r(full, "/", &save); part; part = strtok_r(0, "/", &save)) {
    if (!strcmp(part, ".")) continue;
    if (!strcmp(part, "..")) {
      while (length && out[--length] != '/') {}
      continue;
    }
    size_t more = strlen(part) + 1;
    if (length + more + 1 > size) return 0;
    out[length] = '/';
    memcpy(out + length + 1, part, more - 1);
    length += more;
  }
  out[length] = 0;
  return 1;
}

static void note_path(const char *path) {
  if (!state || !state->watching || !path || !*path || is_system(path)) return;
  char full[4096];
  if (!normalize(path, full, sizeof full) || is_system(full)) return;
  size_t length = strlen(state->folder);
  if (!strncmp(full, state->folder, length) && (full[length] == '/' || !full[length])) return;
  if (__atomic_fetch_add(&state->files, 1, __ATOMIC_RELAXED) == 0) snprintf(state->first, sizeof state->first, "%s", path);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define MODE(flags)                                     \
  mode_t mode = 0;                                      \
  if ((flags) & (O_CREAT | O_TMPFILE)) {                \
    va_list list;                                       \
    va_start(list, flags);                              \
    mode = va_arg(list, mode_t);                        \
    va_end(list);                                       \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  note_path(path);
  return NEXT(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE(flags)
  note_path(path);
  return NEXT(open64)(path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
  MODE(flags)
  if (folder == AT_FDCWD || path[0] == '/') note_path(path);
  return NEXT(openat)(folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE(flags)
  if (folder == AT_FDCWD || path[0] == '/') note_path(path);
  return NEXT(openat64)(folder, path, flags, mode);
}
FILE *fopen(const char *path, const char *mode) {
  note_path(path);
  return NEXT(fopen)(path, mode);
}
FILE *fopen64(const char *path, const char *mode) {
  note_path(path);
  return NEXT(fopen64)(path, mode);
}
int mkdir(const char *path, mode_t mode) {
  note_path(path);
  return NEXT(mkdir)(path, mode);
}
int unlink(const char *path) {
  note_path(path);
  return NEXT(unlink)(path);
}
int rename(const char *from, const char *to) {
  note_path(from);
  note_path(to);
  return NEXT(rename)(from, to);
}
int connect(int descriptor, const struct sockaddr *address, socklen_t length) {
  if (state && state->watching) __atomic_fetch_add(&state->connections, 1, __ATOMIC_RELAXED);
  return NEXT(connect)(descriptor, address, length);
}
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result) {
  if (state && state->watching) __atomic_fetch_add(&state->connections, 1, __ATOMIC_RELAXED);
  return NEXT(getaddrinfo)(node, service, hints, result);
}

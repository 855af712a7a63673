// Tells from inside a fuzzed process which planted bugs it came to, and goes on.
//
// The environment variable SCENEFUZZ_CANARIES names a file of 256 records of four little-endian words of 64 bits: when
// the bug was first reached (CLOCK_MONOTONIC, nanoseconds; 0 for never), how often, when it was first triggered, how
// often. Record 0 is no bug: it holds the first start of a process and how many there were. All processes of a session
// write to one file. Without the variable nothing happens.
//
// Nothing here is instrumented: a fuzzer that is shown the canaries would be led to them.
#include "BugCanary.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define UNSEEN __attribute__((no_sanitize("coverage", "address")))

enum { record_count = 256 };

// Counting ends here, so that processes on several cores do not fight over a line of the cache for ever.
static const uint64_t most_counted = 1000;

struct event {
  _Atomic uint64_t first;
  _Atomic uint64_t count;
};

struct record {
  struct event reached;
  struct event triggered;
};

static struct record *records;

UNSEEN static void note(struct event *event) {
  if (atomic_load_explicit(&event->count, memory_order_relaxed) >= most_counted) return;
  if (atomic_load_explicit(&event->first, memory_order_relaxed) == 0) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    uint64_t never = 0;
    uint64_t time = (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
    atomic_compare_exchange_strong(&event->first, &never, time);
  }
  atomic_fetch_add_explicit(&event->count, 1, memory_order_relaxed);
}

UNSEEN __attribute__((constructor)) static void map_records(void) {
  const char *path = getenv("SCENEFUZZ_CANARIES");
  if (path == NULL) return;
  int file = open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  size_t size = record_count * sizeof(struct record);
  struct stat status;
  if (fstat(file, &status) == 0 && (size_t)status.st_size >= size) {
    void *map = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (map != MAP_FAILED) records = map;
  }
  close(file);
  if (records != NULL) note(&records[0].reached);
}

UNSEEN void bug_reached(int32_t number) {
  if (records != NULL && number > 0 && number < record_count) note(&records[number].reached);
}

UNSEEN void bug_triggered(int32_t number) {
  if (records != NULL && number > 0 && number < record_count) note(&records[number].triggered);
}

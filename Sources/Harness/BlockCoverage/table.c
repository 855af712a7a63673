// The block table: "SFBLOCK1", then for each library the length of its name (16 bits), the name,
// the build ID (20 bytes), the number of blocks (32 bits) and their offsets from the load address
// (32 bits each). Little-endian.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

struct blocks blocks;
struct block_coverage_shared *block_shared;
uint32_t *block_hits, *block_trace;

struct entry {
  uintptr_t address;
  uint32_t identifier;
};

static int compare(const void *one, const void *other) {
  uintptr_t a = ((const struct entry *)one)->address, b = ((const struct entry *)other)->address;
  return a < b ? -1 : a > b;
}

// Whether `name` is a line of `list`; an empty list contains every name.
static int is_listed(const char *list, const char *name) {
  if (!*list) return 1;
  size_t length = strlen(name);
  for (const char *at = list; (at = strstr(at, name)); at += length)
    if ((at == list || at[-1] == '\n') && (at[length] == '\n' || !at[length])) return 1;
  return 0;
}

static int fail(FILE *file, char *message, size_t size, const char *text, const char *name) {
  snprintf(message, size, "%s%s", text, name);
  if (file) fclose(file);
  return -1;
}

static int map_shared(int shared, uint32_t total) {
  size_t size = BLOCK_COVERAGE_HITS + 8ul * total;
  if (ftruncate(shared, (off_t)size)) return -1;
  void *memory = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, shared, 0);
  if (memory == MAP_FAILED) return -1;
  block_shared = memory;
  block_shared->total = total;
  block_hits = (uint32_t *)((char *)memory + BLOCK_COVERAGE_HITS);
  block_trace = block_hits + total;
  return 0;
}

// Memory that a fork shares without copying its page tables. Null when there is none left.
static void *shared_array(size_t size) {
  void *memory = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? 0 : memory;
}

static int prepare(struct entry *entries, uint32_t count, uint32_t total) {
  qsort(entries, count, sizeof *entries, compare);
  blocks.address = shared_array((count + 1) * sizeof *blocks.address);
  blocks.original = shared_array(count + 1);
  blocks.identifier = shared_array((count + 1) * 4ul);
  blocks.place = shared_array((total + 1) * 4ul);
  if (!blocks.address || !blocks.original || !blocks.identifier || !blocks.place) return -1;
  memset(blocks.place, 0xff, (total + 1) * 4ul);
  for (uint32_t i = 0; i < count; i++) {
    blocks.address[i] = entries[i].address;
    blocks.original[i] = *(uint8_t *)entries[i].address;
    blocks.identifier[i] = entries[i].identifier;
    blocks.place[entries[i].identifier] = i;
  }
  blocks.count = count;
  blocks.total = total;
  return 0;
}

int block_coverage_open(const char *path, int shared, const char *list, char *message, size_t size) {
  block_load_unwinder();
  block_list_libraries();
  FILE *file = fopen(path, "rb");
  char magic[8];
  if (!file) return fail(file, message, size, "cannot open ", path);
  if (fread(magic, 8, 1, file) != 1 || memcmp(magic, "SFBLOCK1", 8))
    return fail(file, message, size, "not a block table: ", path);
  struct entry *entries = 0;
  uint32_t count = 0, total = 0;
  uint16_t length;
  while (fread(&length, 2, 1, file) == 1) {
    char name[256] = {0};
    uint8_t build[BUILD_ID];
    uint32_t number;
    if (length >= sizeof name || fread(name, 1, length, file) != length || fread(build, BUILD_ID, 1, file) != 1
        || fread(&number, 4, 1, file) != 1 || number > (1u << 26))
      return fail(file, message, size, "damaged block table: ", path);
    uint32_t *offsets = malloc(4ul * number + 4);
    if (fread(offsets, 4, number, file) != number) return fail(file, message, size, "damaged block table: ", path);
    struct library *library = is_listed(list, name) ? block_library_named(name) : 0;
    if (library) {
      if (memcmp(library->build, build, BUILD_ID)) return fail(file, message, size, "another build of ", name);
      entries = realloc(entries, (count + number + 1ul) * sizeof *entries);
      for (uint32_t i = 0; i < number; i++) {
        struct entry entry = {library->base + offsets[i], total + i};
        struct library *owner = block_library_of(entry.address, 0);
        if (owner != library) return fail(file, message, size, "a block outside the code of ", name);
        entries[count + i] = entry;
      }
      count += number;
    }
    total += number;
    free(offsets);
  }
  fclose(file);
  if (map_shared(shared, total) || prepare(entries, count, total))
    return fail(0, message, size, "cannot map the shared memory", "");
  free(entries);
  return (int)count;
}

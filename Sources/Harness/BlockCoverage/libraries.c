// Loaded libraries: executable segments and build IDs.
#define _GNU_SOURCE
#include <link.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

struct library block_libraries[MAXIMUM_LIBRARIES];
int block_library_count;

// Copies the build ID of a PT_NOTE segment, if it has one.
static void read_build(const struct dl_phdr_info *info, const ElfW(Phdr) * header, uint8_t *build) {
  const char *at = (const char *)info->dlpi_addr + header->p_vaddr, *end = at + header->p_memsz;
  while (at + sizeof(ElfW(Nhdr)) <= end) {
    const ElfW(Nhdr) *note = (const void *)at;
    const char *name = at + sizeof *note;
    const char *content = name + ((note->n_namesz + 3u) & ~3u);
    if (content > end || note->n_descsz > (size_t)(end - content)) return;
    if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && !memcmp(name, "GNU", 4)) {
      size_t size = note->n_descsz < BUILD_ID ? note->n_descsz : BUILD_ID;
      memcpy(build, content, size);
      return;
    }
    at = content + ((note->n_descsz + 3u) & ~3u);
  }
}

static int add(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size, (void)unused;
  if (block_library_count == MAXIMUM_LIBRARIES) return 1;
  struct library *library = &block_libraries[block_library_count++];
  memset(library, 0, sizeof *library);
  const char *slash = strrchr(info->dlpi_name, '/');
  snprintf(library->name, sizeof library->name, "%s", slash ? slash + 1 : info->dlpi_name);
  library->base = info->dlpi_addr;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *header = &info->dlpi_phdr[i];
    if (header->p_type == PT_NOTE) read_build(info, header, library->build);
    if (header->p_type != PT_LOAD || !(header->p_flags & PF_X)) continue;
    if (library->segments == MAXIMUM_SEGMENTS) continue;
    library->start[library->segments] = info->dlpi_addr + header->p_vaddr;
    library->end[library->segments] = info->dlpi_addr + header->p_vaddr + header->p_memsz;
    library->segments++;
  }
  return 0;
}

void block_list_libraries(void) {
  block_library_count = 0;
  dl_iterate_phdr(add, 0);
}

struct library *block_library_named(const char *name) {
  for (int i = 0; i < block_library_count; i++)
    if (!strcmp(block_libraries[i].name, name)) return &block_libraries[i];
  return 0;
}

struct library *block_library_of(uintptr_t address, int *segment) {
  for (int i = 0; i < block_library_count; i++)
    for (int s = 0; s < block_libraries[i].segments; s++)
      if (address >= block_libraries[i].start[s] && address < block_libraries[i].end[s]) {
        if (segment) *segment = s;
        return &block_libraries[i];
      }
  return 0;
}

int block_coverage_locate(uint64_t address, char *name, size_t size, uint64_t *offset) {
  struct library *library = block_library_of(address, 0);
  if (!library) return 0;
  snprintf(name, size, "%s", library->name);
  *offset = address - library->base;
  return 1;
}

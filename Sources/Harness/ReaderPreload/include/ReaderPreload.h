// Loaded before the real reader with LD_PRELOAD: constant random numbers, and a record of files and
// connections that the reader tries to open outside its folder.
#ifndef READER_PRELOAD_H
#define READER_PRELOAD_H
#include <stdint.h>

// In memory that is shared with forked children.
struct reader_preload_state {
  uint32_t watching;     // set to 1 while an input is read
  uint32_t files;        // opened paths outside `folder`
  uint32_t connections;  // calls of connect() and getaddrinfo()
  uint32_t reserved;
  char folder[256];      // absolute path without a trailing slash
  char first[512];       // the first such path
};

// The state, for ctypes.
struct reader_preload_state *reader_preload_state(void);
#endif

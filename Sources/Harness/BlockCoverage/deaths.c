// Description of a death: signal, registers and the frames of the unwinder.
#define _GNU_SOURCE
#include <execinfo.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <ucontext.h>
#include <unistd.h>

#include "internal.h"

#define UNWINDING_SECONDS 5

#define INSTRUCTION_FETCH 16  // of the page-fault error code

static void unwind(struct block_coverage_shared *shared) {
  void *frame[BLOCK_COVERAGE_FRAMES];
  int count = backtrace(frame, BLOCK_COVERAGE_FRAMES), first = 0;
  // The first frames are this handler and the signal trampoline.
  while (first < count && (uint64_t)frame[first] != shared->instruction) first++;
  if (first == count) return;
  for (int i = first; i < count; i++) shared->frame[i - first] = (uint64_t)frame[i];
  shared->frames = (uint32_t)(count - first);
}

static void handle_death(int number, siginfo_t *info, void *context) {
  const greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
  struct block_coverage_shared *shared = block_shared;
  signal(number, SIG_DFL);
  signal(SIGALRM, SIG_DFL);
  signal(SIGSEGV, SIG_DFL);
  alarm(UNWINDING_SECONDS);
  shared->code = info->si_code;
  shared->fault = (uint64_t)info->si_addr;
  shared->error = (uint64_t)registers[REG_ERR];
  shared->instruction = (uint64_t)registers[REG_RIP];
  shared->stack = (uint64_t)registers[REG_RSP];
  shared->frame[0] = shared->instruction;
  shared->frames = 1;
  shared->signal = (uint32_t)number;
  if (number == SIGSEGV && (shared->error & INSTRUCTION_FETCH)) {
    // After a jump to an unmapped address the unwinder would read there. The caller's address is on
    // the stack.
    shared->frame[1] = *(uint64_t *)shared->stack;
    shared->frames = 2;
  } else {
    unwind(shared);
  }
  if (number == SIGALRM || number == SIGPROF || number == SIGXFSZ) _exit(100);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, 0);
  kill(getpid(), number);
  _exit(101);
}

void block_load_unwinder(void) {
  void *frame[2];
  backtrace(frame, 2);
}

void block_coverage_watch_deaths(void) {
  static char stack[1 << 18];
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternative, 0);
  struct sigaction action = {0};
  action.sa_sigaction = handle_death;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  const int numbers[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM, SIGXFSZ, SIGPROF};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaction(numbers[i], &action, 0);
}

void block_coverage_clear_death(void) {
  block_shared->signal = 0;
  block_shared->frames = 0;
  block_shared->fault = 0;
  block_shared->error = 0;
  block_shared->code = 0;
}

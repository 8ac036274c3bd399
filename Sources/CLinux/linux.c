#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/openat2.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int linux_open_beneath(int directory, const char *path, int flags, unsigned mode) {
  struct open_how how = {
      .flags = (unsigned long long)(flags | O_CLOEXEC),
      .mode = mode,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

int linux_memory_file(void) { return memfd_create("handbook", MFD_CLOEXEC); }

int linux_open_at(int directory, const char *path, int flags, unsigned mode) {
  return openat(directory, path, flags | O_CLOEXEC, mode);
}

int linux_exchange(int first_directory, const char *first, int second_directory, const char *second) {
  return (int)syscall(SYS_renameat2, first_directory, first, second_directory, second, RENAME_EXCHANGE);
}

long linux_read_folder(int folder, void *buffer, unsigned long capacity) {
  return syscall(SYS_getdents64, folder, buffer, capacity);
}

int linux_is_mount_point(int folder) {
  struct statx status;
  if (statx(folder, "", AT_EMPTY_PATH, 0, &status) != 0) return -1;
  return (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

int linux_sync_file_system(int file) { return syncfs(file); }

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define DATA(field) offsetof(struct seccomp_data, field)
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, DATA(field))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, value)
// Answers `value` where the number of the call is `number`.
#define REFUSE(number, value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), ANSWER(value)
#define NEVER (SECCOMP_RET_ERRNO | EPERM)

int linux_forbid_programs(void) {
#ifdef ARCHITECTURE
  struct sock_filter filter[] = {
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      ANSWER(SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
#ifdef __x86_64__
      // The calls of the x32 interface have other numbers.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      ANSWER(NEVER),
      REFUSE(SYS_fork, NEVER),
      REFUSE(SYS_vfork, NEVER),
#endif
      REFUSE(SYS_execve, NEVER),
      REFUSE(SYS_execveat, NEVER),
      REFUSE(SYS_ptrace, NEVER),
      REFUSE(SYS_process_vm_writev, NEVER),
      REFUSE(SYS_socket, NEVER),
      REFUSE(SYS_socketpair, NEVER),
      REFUSE(SYS_io_uring_setup, NEVER),
      // Its flags lie in memory, where a filter cannot look; the C library then uses `clone`.
      REFUSE(SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
      LOAD(args[0]),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
      ANSWER(NEVER),
      ANSWER(SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
#else
  errno = ENOSYS;
  return -1;
#endif
}

int linux_processors(void) {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return CPU_COUNT(&allowed);
  // There are more than a set has room for.
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

// A signal's handler may only read what was settled before.
static struct {
  int file, status;
  const char *text;
  unsigned long length;
} last_words;

static void say_last_words(int signal) {
  (void)signal;
  ssize_t written = write(last_words.file, last_words.text, last_words.length);
  (void)written;
  _exit(last_words.status);
}

int linux_set_last_words(const int *signals, int count, int file, const char *text, unsigned long length, int status) {
  // A stack that overflowed has no room for a handler.
  static char stack[1 << 16];
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  if (sigaltstack(&other, NULL) != 0) return -1;
  last_words.file = file;
  last_words.status = status;
  last_words.text = text;
  last_words.length = length;
  struct sigaction action = {.sa_handler = say_last_words, .sa_flags = SA_ONSTACK};
  for (int index = 0; index < count; index++)
    if (sigaction(signals[index], &action, NULL) != 0) return -1;
  return 0;
}

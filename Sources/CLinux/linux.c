#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int linux_open_beneath(int directory, const char *path, int flags, unsigned mode) {
  struct open_how how = {
      .flags = (unsigned long long)(flags | O_CLOEXEC),
      .mode = mode,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

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

int linux_run(const char *const arguments[], int *status) {
  posix_spawn_file_actions_t actions;
  int code = posix_spawn_file_actions_init(&actions);
  if (code != 0) return code;
  pid_t child = 0;
  for (int file = 0; file < 3 && code == 0; file++)
    code = posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_RDWR, 0);
  if (code == 0)
    code = posix_spawnp(&child, arguments[0], &actions, NULL, (char *const *)arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (code != 0) return code;
  while (waitpid(child, status, 0) < 0)
    if (errno != EINTR) return errno;
  *status = WIFEXITED(*status) ? WEXITSTATUS(*status) : -1;
  return 0;
}

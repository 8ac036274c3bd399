#ifndef CLINUX_H
#define CLINUX_H

/// Opens `path` below the folder `directory` and never outside it, following no symbolic link.
///
/// Returns a descriptor, or -1 with `errno` set (`ENOSYS` where the kernel has no `openat2`).
int linux_open_beneath(int directory, const char *path, int flags, unsigned mode);

/// Exchanges two paths atomically. Returns 0, or -1 with `errno` set.
int linux_exchange(int first_directory, const char *first, int second_directory, const char *second);

#endif

#ifndef CLINUX_H
#define CLINUX_H

/// Opens `path` below the folder `directory` and never outside it, following no symbolic link.
///
/// Returns a descriptor, or -1 with `errno` set (`ENOSYS` where the kernel has no `openat2`).
int linux_open_beneath(int directory, const char *path, int flags, unsigned mode);

/// Is `openat` for Swift, which cannot call a function with a variable number of arguments.
int linux_open_at(int directory, const char *path, int flags, unsigned mode);

/// Exchanges two paths atomically. Returns 0, or -1 with `errno` set.
int linux_exchange(int first_directory, const char *first, int second_directory, const char *second);

/// Fills `buffer` with the next `linux_dirent64` records of an open folder, whole records only.
///
/// Returns the bytes filled, 0 at the end, or -1 with `errno` set.
long linux_read_folder(int folder, void *buffer, unsigned long capacity);

/// Returns 1 when something is mounted on an open folder, 0 when not, or -1 with `errno` set.
int linux_is_mount_point(int folder);

/// Writes to the disk all that waits to be written in the file system that holds `file`.
///
/// Returns 0, or -1 with `errno` set.
int linux_sync_file_system(int file);

/// Makes an empty file that lies in memory, has no name and is closed in programs that are started.
///
/// Returns its descriptor, or -1 with `errno` set.
int linux_memory_file(void);

/// Lets this process and all its threads start no program and no other process, open no socket and
/// look into no other process, from now to its end: such calls answer `EPERM`.
///
/// Returns 0, or -1 with `errno` set where the kernel cannot.
int linux_forbid_programs(void);

/// Returns how many processors this process may use, or -1 with `errno` set.
int linux_processors(void);

/// Has each of `signals` write `length` bytes of `text` to `file` and end the process with `status`.
///
/// `text` must stay where it is. Returns 0, or -1 with `errno` set.
int linux_set_last_words(const int *signals, int count, int file, const char *text, unsigned long length, int status);

#endif

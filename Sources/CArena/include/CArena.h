#ifndef CARENA_H
#define CARENA_H

#include <stddef.h>

/// A point in this thread's arena. Marks are released in the opposite order of their making.
typedef struct {
  void *chunk;
  size_t used;
} arena_mark;

/// Marks the present end of this thread's arena.
arena_mark arena_begin(void);

/// Frees all that this thread allocated since `mark`, and keeps a few chunks for what comes next.
void arena_end(arena_mark mark);

/// Allocates zeroed memory, as `calloc` does. Ends the process when there is no memory.
void *arena_calloc(size_t count, size_t size);

/// Resizes a block of this arena, as `realloc` does: in place where it is the last one, else the old block is not reused.
void *arena_realloc(void *block, size_t size);

/// Does nothing: blocks live until `arena_end`.
void arena_free(void *block);

#endif

#include "CArena.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define POISON(address, size) __asan_poison_memory_region(address, size)
#define UNPOISON(address, size) __asan_unpoison_memory_region(address, size)
#define WATCHED 1
#endif
#endif
#ifndef POISON
#define POISON(address, size) ((void)(address), (void)(size))
#define UNPOISON(address, size) ((void)(address), (void)(size))
#define WATCHED 0
#endif

// cmark reads and writes whole pointers at most, so eight bytes align every block.
#define ALIGNMENT 8
#define HEADER 8
#define CHUNK_SIZE ((size_t)256 * 1024)
// What a thread keeps between documents: enough for a large page.
#define KEPT_SIZE ((size_t)4 * 1024 * 1024)

struct chunk {
  struct chunk *next;
  size_t size;
  size_t used;
  _Alignas(ALIGNMENT) unsigned char bytes[];
};

static _Thread_local struct chunk *first;
static _Thread_local struct chunk *current;

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void free_chunks(void *head) {
  for (struct chunk *chunk = head; chunk;) {
    struct chunk *next = chunk->next;
    UNPOISON(chunk->bytes, chunk->size);
    free(chunk);
    chunk = next;
  }
}

static void make_key(void) {
  // Without a key a thread's chunks outlive it; nothing else changes.
  if (pthread_key_create(&key, free_chunks) != 0) key = (pthread_key_t)-1;
}

static struct chunk *new_chunk(size_t needed, struct chunk *next) {
  size_t size = needed > CHUNK_SIZE ? needed : CHUNK_SIZE;
  struct chunk *chunk = malloc(sizeof(struct chunk) + size);
  if (!chunk) abort();
  chunk->next = next;
  chunk->size = size;
  chunk->used = 0;
  POISON(chunk->bytes, size);
  return chunk;
}

// Makes `current` a chunk with `needed` free bytes.
static void make_room(size_t needed) {
  if (!first) {
    first = current = new_chunk(needed, NULL);
    pthread_once(&once, make_key);
    if (key != (pthread_key_t)-1) pthread_setspecific(key, first);
    return;
  }
  struct chunk *next = current->next;
  if (!next || next->size < needed) {
    next = new_chunk(needed, next);
    current->next = next;
  }
  next->used = 0;
  current = next;
}

static size_t whole_of(size_t size) {
  if (size > SIZE_MAX / 2) abort();
  return HEADER + ((size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
}

static unsigned char *allocate(size_t size) {
  size_t whole = whole_of(size);
  if (!current || current->size - current->used < whole) make_room(whole);
  unsigned char *start = current->bytes + current->used;
  current->used += whole;
  UNPOISON(start, HEADER + size);
  memcpy(start, &size, sizeof size);
  POISON(start, HEADER);
  return start + HEADER;
}

static size_t size_of(unsigned char *block) {
  size_t size;
  UNPOISON(block - HEADER, HEADER);
  memcpy(&size, block - HEADER, sizeof size);
  POISON(block - HEADER, HEADER);
  return size;
}

arena_mark arena_begin(void) {
  return (arena_mark){current, current ? current->used : 0};
}

void arena_end(arena_mark mark) {
  if (!first) return;
  current = mark.chunk ? mark.chunk : first;
  current->used = mark.chunk ? mark.used : 0;
  POISON(current->bytes + current->used, current->size - current->used);
  size_t kept = 0;
  for (struct chunk *chunk = first; chunk; chunk = chunk->next) {
    kept += chunk->size;
    if (chunk == current) break;
  }
  struct chunk *last = current;
  while (last->next && kept + last->next->size <= KEPT_SIZE) {
    last = last->next;
    kept += last->size;
    POISON(last->bytes, last->size);
  }
  free_chunks(last->next);
  last->next = NULL;
}

void *arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  return memset(allocate(count * size), 0, count * size);
}

// Whether the block, the last of its chunk, has `size` bytes now.
static int grows_in_place(unsigned char *block, size_t old, size_t size) {
  size_t start = (size_t)(block - HEADER - current->bytes);
  if (start + whole_of(old) != current->used || current->size - start < whole_of(size)) return 0;
  current->used = start + whole_of(size);
  memcpy(block - HEADER, &size, sizeof size);
  return 1;
}

void *arena_realloc(void *block, size_t size) {
  if (!block) return allocate(size);
  size_t old = size_of(block);
  // Where memory is watched a block always moves, so that the use of an old one is seen.
  if (!WATCHED && grows_in_place(block, old, size)) return block;
  return memcpy(allocate(size), block, old < size ? old : size);
}

void arena_free(void *block) { (void)block; }

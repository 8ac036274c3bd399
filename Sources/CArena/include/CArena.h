#ifndef CARENA_H
#define CARENA_H
#include <stddef.h>

/// Starts over: everything this thread allocated from its arena since the last reset is free again.
void arena_reset(void);

#endif

#include "CArena.h"
void arena_reset(void) {}

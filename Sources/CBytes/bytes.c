// All of it is in the header, so that it is compiled into what uses it.
#include "CBytes.h"

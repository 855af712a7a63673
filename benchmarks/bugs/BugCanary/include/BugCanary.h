#ifndef BUG_CANARY_H
#define BUG_CANARY_H

#include <stdint.h>

/// Control came to the place of planted bug `number`, 1 to 255.
void bug_reached(int32_t number);

/// The condition holds under which planted bug `number` would do harm.
void bug_triggered(int32_t number);

#endif

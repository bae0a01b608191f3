// What the benchmark needs of C: counting allocations, and libpg_query loaded at run time.
#ifndef SQLFERRY_BENCHMARK_SUPPORT_H
#define SQLFERRY_BENCHMARK_SUPPORT_H

#include <stdint.h>

// Calls of malloc, calloc, realloc and aligned allocation so far, by all threads; -1 where they are not counted (only glibc lets a
// program put its own functions in their place).
int64_t allocation_count(void);

// Loads libpg_query, so that building sqlferry does not need it. 1, or 0 when no library of that name is installed.
int pg_query_load(void);

// Parses one statement, NUL-terminated, and frees the result: 1 accepted, 0 rejected. Only after pg_query_load has succeeded.
int pg_query_accepts(const char *statement);
int pg_query_accepts_as_protobuf(const char *statement);

#endif

#include "benchmark_support.h"

#include <dlfcn.h>
#include <stddef.h>

// The results' layout, as pg_query.h declares it.
typedef struct { char *tree; char *stderr_buffer; void *error; } parse_result;
typedef struct { size_t length; char *data; char *stderr_buffer; void *error; } protobuf_result;

static parse_result (*parse)(const char *);
static void (*free_parse)(parse_result);
static protobuf_result (*parse_protobuf)(const char *);
static void (*free_protobuf)(protobuf_result);

int pg_query_load(void) {
  static const char *const names[] = {"libpg_query.so", "libpg_query.so.1504.0", "libpg_query.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  parse = (parse_result (*)(const char *))dlsym(library, "pg_query_parse");
  free_parse = (void (*)(parse_result))dlsym(library, "pg_query_free_parse_result");
  parse_protobuf = (protobuf_result (*)(const char *))dlsym(library, "pg_query_parse_protobuf");
  free_protobuf = (void (*)(protobuf_result))dlsym(library, "pg_query_free_protobuf_parse_result");
  return parse && free_parse && parse_protobuf && free_protobuf;
}

int pg_query_accepts(const char *statement) {
  parse_result result = parse(statement);
  int accepted = result.error == NULL;
  free_parse(result);
  return accepted;
}

int pg_query_accepts_as_protobuf(const char *statement) {
  protobuf_result result = parse_protobuf(statement);
  int accepted = result.error == NULL;
  free_protobuf(result);
  return accepted;
}

// The peer of `scenefuzz bench run`: libxml2 under the same libFuzzer, reading each input into a tree.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const int options = XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  xmlDocPtr document = xmlReadMemory((const char *)data, (int)size, "input.xml", NULL, options);
  if (document != NULL) xmlFreeDoc(document);
  return 0;
}

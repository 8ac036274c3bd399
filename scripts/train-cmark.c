/* Reads each Markdown file that is named as the program does, line by line with its extensions, so that a cmark that counts its own
 * steps learns which of them are usual. Nothing is written. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <string.h>

static void attach(cmark_parser *parser, const char *name) {
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
}

static void read_file(FILE *file) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES);
  attach(parser, "table");
  attach(parser, "tasklist");
  attach(parser, "strikethrough");
  char line[8192];
  while (fgets(line, sizeof line, file)) cmark_parser_feed(parser, line, strlen(line));
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
}

int main(int count, char **paths) {
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 1; i < count; i++) {
    FILE *file = fopen(paths[i], "r");
    if (!file) return 1;
    read_file(file);
    fclose(file);
  }
  return 0;
}

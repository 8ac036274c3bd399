#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>
#include <cmark-gfm/utf8.h>
#include <cmark-gfm/houdini.h>

/* The extensions' node types are set when they are registered; their header is not installed. */
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;

static inline cmark_node_type cmark_type_of_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type cmark_type_of_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type cmark_type_of_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type cmark_type_of_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }

import CCMark

/// The version of the Markdown parser that the program runs with, such as `0.29.0.gfm.6`.
package var parserVersion: String { String(cString: cmark_version_string()) }

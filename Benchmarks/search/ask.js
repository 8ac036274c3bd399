// Asks an index questions outside a browser, with the very script that pages use.
//
//   node ask.js PUBLIC questions.tsv    prints the rank of the page that answers each, and what was read
//   node ask.js PUBLIC --words WORDS    prints the best pages for some words
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const { Index } = require("../../Sources/Search/Script/index.js");

const [site, questions, ...words] = process.argv.slice(2);
const size = (file) => zlib.gzipSync(fs.readFileSync(path.join(site, file)), { level: 6 }).length;

/** Asks one question of a reader who has nothing in the cache. */
async function ask(query) {
  const files = new Map();
  const index = new Index(async (file) => {
    files.set(file, size(`search/${file}`));
    return fs.readFileSync(path.join(site, "search", file), "utf8");
  });
  const found = await index.find(query);
  const shown = [];
  const ranking = [...files.values()].reduce((a, b) => a + b, 0);
  for (const result of found.results.slice(0, 10)) {
    shown.push({ ...(await index.shown(result, found.hits)), score: result.score });
    if (shown.length === 1) shown.first = [...files.values()].reduce((a, b) => a + b, 0);
  }
  const text = shown.length ? size(`${shown[0].url}/index.html`) : 0;
  const urls = [];
  for (const result of found.results.slice(0, 100)) urls.push((await index.shown(result, found.hits)).url);
  return { found, shown, urls, ranking, bytes: (shown.first ?? ranking) + text };
}

async function main() {
  if (questions === "--words") {
    const { found, shown, bytes } = await ask(words.join(" "));
    console.log(`${found.results.length} pages, ${bytes} bytes`, found.changed, found.meant);
    for (const { url, id, title, heading, score, group } of shown) console.log(score.toFixed(3), url + (id && `#${id}`), "|", title, heading && `› ${heading}`, `[${group}]`);
    return;
  }
  const answers = [];
  for (const line of fs.readFileSync(questions, "utf8").split("\n")) {
    if (!line || line.startsWith("#")) continue;
    const [reader, query, url] = line.split("\t");
    const { urls, bytes } = await ask(query);
    answers.push({ reader, query, url, rank: urls.indexOf(url) + 1, bytes, first: urls[0] });
  }
  const script = size(fs.readdirSync(path.join(site, "assets")).filter((name) => /^search\.[0-9a-f]+\.js$/.test(name)).map((name) => `assets/${name}`)[0]);
  console.log(JSON.stringify({ script, answers }));
}

main();

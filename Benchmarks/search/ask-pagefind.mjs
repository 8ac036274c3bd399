// Asks Pagefind the same questions as ask.js asks our index, and prints ranks and bytes in the same form.
//
//   node ask-pagefind.mjs PUBLIC questions.tsv
//
// Its own files are compressed already and count as they are; other files count as a server would compress them.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const [site, questions] = process.argv.slice(2);
let read = [];
const packed = (bytes) => Math.min(bytes.length, zlib.gzipSync(bytes, { level: 6 }).length);
const total = () => read.reduce((a, b) => a + b, 0);

const server = http.createServer((request, response) => {
  const bytes = fs.readFileSync(path.join(site, decodeURIComponent(request.url.split("?")[0])));
  read.push(packed(bytes));
  response.end(bytes);
});
// Else a connection that rested for five seconds is closed just when it is used again.
server.keepAliveTimeout = 0;
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}/`;
const fetchFrom = globalThis.fetch;
globalThis.fetch = (url, options) => fetchFrom(new URL(url, origin), options);
globalThis.window = globalThis;
globalThis.location = { href: origin, origin };
globalThis.document = { querySelector: () => ({ getAttribute: () => "en" }), currentScript: null };

const script = path.join(site, "pagefind", "pagefind.js");
const answers = [];
for (const line of fs.readFileSync(questions, "utf8").split("\n")) {
  if (!line || line.startsWith("#")) continue;
  const [reader, query, url] = line.split("\t");
  read = [];
  // A reader who has nothing in the cache: a module of its own for each question.
  const copy = `${script}.${answers.length}.mjs`;
  fs.copyFileSync(script, copy);
  const pagefind = await import(path.resolve(copy));
  fs.unlinkSync(copy);
  await pagefind.options({ basePath: "/pagefind/", baseUrl: "/" });
  const { results } = await pagefind.search(query);
  const urls = [];
  let bytes = total();
  for (const result of results.slice(0, 20)) {
    urls.push((await result.data()).url);
    if (urls.length === 1) bytes = total();
  }
  answers.push({ reader, query, url, rank: urls.indexOf(url) + 1, bytes, first: urls[0] });
  await pagefind.destroy?.();
}
console.log(JSON.stringify({ script: packed(fs.readFileSync(script)), answers }));
process.exit(0);

// Searches the files that `handbook build` writes to /search/; Sources/Search/Index tells their form.
"use strict";

const handbookSearch = (() => {
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ς: "σ" };
  const ALONE = "\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
  const LETTER = `[[\\p{L}\\p{N}\\p{M}]--[${ALONE}]]`;
  const WORD = new RegExp(`[${ALONE}]|${LETTER}+(?:['’]${LETTER}+)*`, "gv");

  /** Small letters without accents. */
  const fold = (text) =>
    text.toLowerCase().replace(/[\u00df-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD")[0])
      .replace(/[\u0300-\u036f]/g, "").replace(/[ßæœøłđðþıħς]/g, (letter) => LETTERS[letter]);

  const words = (text) => (fold(text).match(WORD) ?? []).map((word) => word.replace(/['’]s$/, "").replace(/['’]/g, ""));

  /** What English words have in common that differ by -s, -ed, -ing, -e or -y alone. */
  function stem(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    let rest = word.replace(/ie[sd]$/, "y").replace(/sses$/, "ss").replace(/([^siu])s$/, "$1");
    const bare = rest.replace(/(?<!e)ed$|ing$/, "");
    if (bare !== rest && bare.length > 2 && /[aeiouy]/.test(bare)) rest = bare.replace(/([^aeioulsz])\1$/, "$1");
    return (rest.length > 3 ? rest.replace(/e$/, "") : rest).replace(/y$/, "i");
  }

  /** How many letters are wrong, missing, too many or swapped; of the best beginning of `word` when `open`. */
  function slips(typed, word, open) {
    let before, last = [], row = Array.from({ length: word.length + 1 }, (_, j) => j);
    for (let i = 1; i <= typed.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= word.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] !== word[j - 1]));
        if (i > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return open ? Math.min(...row) : row[word.length];
  }

  /** The numbers of a run of digits of base 47. */
  function numbers(text) {
    const list = [];
    for (let i = 0, number = 0, scale = 1; i < text.length; i++) {
      const digit = text.charCodeAt(i) - 33;
      if (digit > 46) [number, scale] = [number + (digit - 47) * scale, scale * 47];
      else list.push(number + digit * scale), (number = 0), (scale = 1);
    }
    return list;
  }

  /** A certificate's number as it stands in the index, from how people write it. */
  function certificate(text) {
    const [, ...parts] = text.trim().match(/^c[\s-]*(\w{4})[\s-]*(\w{4})[\s-]*(\w)$/i) ?? [];
    if (!parts[0] || !(/\d/.test(parts) || /^c-.{4}-.{4}-.$/i.test(text.trim()))) return undefined;
    return ["c", ...parts].map((part) => part.toLowerCase().replace(/o/g, "0").replace(/[il]/g, "1").replace(/u/g, "v"));
  }

  /** The index; `read` gives the text of one of its files. */
  class Index {
    constructor(read) {
      const files = new Map();
      this.read = (path) => {
        if (!files.has(path)) files.set(path, read(path).catch((error) => (files.delete(path), Promise.reject(error))));
        return files.get(path);
      };
    }

    open() {
      return (this.opened ??= this.read("index.txt").then((text) => {
        const [head, groups, runs, passed, first, entries] = text.split("\n");
        const [format, folder, count, language] = head.split(" ");
        if (format !== "1") throw new Error(`search index of form ${format}`);
        const group = [];
        numbers(runs).forEach((number, i, all) => i % 2 && group.push(...Array(number).fill(all[i - 1])));
        Object.assign(this, { folder, entries, group, groups: groups.split("\t"), count: +count });
        Object.assign(this, { english: language === "en", passed: new Set(passed.split(" ")), first: first ? first.split(" ") : [] });
      }));
    }

    file(name) {
      return this.read(`${this.folder}/${name}.txt`);
    }

    /** The lines of words that begin with `start`, and that of `word` in any case. */
    async lines(start, word) {
      const at = (text) => Math.max(0, this.first.findLastIndex((first) => first <= text));
      const files = new Set([at(word)]);
      for (let i = at(start); i <= at(`${start}\uffff`) && files.size < 3 && this.first.length; i++) files.add(i);
      if (!this.first.length) return [];
      const texts = await Promise.all([...files].sort((a, b) => a - b).map((i) => this.file(`words-${i}`)));
      return texts.flatMap((text) => text.split("\n").filter((line) => line.startsWith(start)).map((line) => line.split(" ")));
    }

    /** The words of the index that a typed one stands for, each with what it is worth; `open` when more may be typed. */
    async meant(typed, open) {
      const root = this.english ? stem(typed) : typed;
      const worth = (word) =>
        word === typed ? 1
        : typed.length < 3 ? 0
        : this.english && stem(word) === root ? 0.8
        : open && word.startsWith(typed) ? 0.6
        : root.length > 4 && word.startsWith(root) ? 0.3
        : 0;
      const found = (await this.lines(root.replace(/i$/, ""), typed)).map((line) => [worth(line[0]), ...line]).filter(([value]) => value);
      return found.length ? found : this.corrected(typed, open);
    }

    /** The word that a misspelled one may have meant: the nearest, of those as near the most frequent. */
    async corrected(typed, open) {
      let most = typed.length < 4 || /\d/.test(typed) ? 0 : typed.length < 8 ? 1 : 2;
      if (!most) return [];
      const near = [];
      for (const line of (await this.file("spelling")).split("\n")) {
        const [word, often] = [line.slice(0, -1), line.at(-1)];
        if (Math.abs(word.length - typed.length) > most && !(open && word.length > typed.length)) continue;
        const whole = slips(typed, word, false);
        const wrong = whole <= most ? whole : open ? slips(typed, word, true) + 0.5 : 9;
        if (wrong < most + 1) near.push([wrong, +(word[0] !== typed[0]), -often, word]);
      }
      if (!near.length) return [];
      const best = near.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])[0][3];
      const lines = await this.meant(best, open);
      return lines.map(([value, ...line]) => [value / 2, ...line]).sort((a, b) => b[0] - a[0]);
    }

    /** Which pages answer, the best first: BM25 for each word, less for pages that lack some, more where they stand in one section. */
    async find(query) {
      await this.open();
      const number = certificate(query);
      const typed = number ? [number.join("")] : [...new Set(words(query))].filter((word) => !this.passed.has(word));
      const asked = await Promise.all(typed.map((word, i) => this.meant(word, !number && i === typed.length - 1)));
      const pages = new Map();
      let all = 0;
      asked.forEach((lines, i) => {
        const best = new Map();
        for (const [worth, , gaps, scores, sections] of lines) {
          const [score, section] = [numbers(scores), numbers(sections)];
          let page = -1;
          numbers(gaps).forEach((gap, k) => {
            page += gap + 1;
            const known = best.get(page) ?? best.set(page, [0, 0, 0]).get(page);
            known[0] = Math.max(known[0], worth * score[k]);
            known[1] |= section[k];
            known[2] = Math.max(known[2], worth);
          });
        }
        let count = 0;
        for (const [, , worth] of best.values()) count += worth;
        const weight = Math.log(1 + (this.count - count + 0.5) / (count + 0.5));
        all += weight;
        for (const [page, [score, sections]] of best) {
          const known = pages.get(page) ?? pages.set(page, { page, sum: 0, has: 0, together: -1, in: [] }).get(page);
          known.sum += (weight * score) / 46;
          known.has += weight;
          known.together &= sections || -1;
          known.in.push([i, weight, sections]);
        }
      });
      const most = Math.max(...Array.from(pages.values(), ({ has }) => has));
      const results = [...pages.values()].filter(({ has }) => has >= 0.4 * most);
      for (const page of results) page.score = page.sum * (page.has / all) * (page.in.length > 1 && page.together ? 1.15 : 1);
      results.sort((a, b) => b.score - a.score || a.page - b.page);
      const hits = asked.map((lines) => new Set(lines.map(([, word]) => word)));
      const slip = asked.map((lines) => lines[0]?.[0] === 0.5);
      const meant = slip.includes(true) ? typed.map((word, i) => (slip[i] ? [...hits[i]][0] : word)).join(" ") : "";
      return { results, hits, number, meant, changed: typed.filter((_, i) => slip[i]) };
    }

    /** What is shown of a result: its page, and the section that holds most of what was asked. */
    async shown(result, hits) {
      const line = (await this.file(`pages-${result.page >> 4}`)).split("\n")[result.page & 15].split("\t");
      const [url, title, ...parts] = line;
      const has = (text, i) => words(text).some((word) => hits[i].has(word));
      let [best, section] = [0, 0];
      if (!result.in.every(([i]) => has(title, i)))
        for (let number = 0; number <= parts.length / 2; number++) {
          let points = 0;
          for (const [i, weight, sections] of result.in) {
            points += sections & (1 << Math.min(number, 29)) ? weight : 0;
            if (number && has(parts[number * 2 - 1], i)) points += weight;
          }
          if (points > best) [best, section] = [points, number];
        }
      return { url, title, group: this.groups[this.group[result.page]], id: section ? parts[section * 2 - 2] : "", heading: section ? parts[section * 2 - 1] : "" };
    }
  }

  return { Index, WORD, words, stem, slips, certificate };
})();

if (typeof module === "object") module.exports = handbookSearch;

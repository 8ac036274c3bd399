
// The page that shows what was found: as one types, with the keyboard alone, and read out after a pause.
{
  const { Index, WORD, words } = handbookSearch;

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  /** The text under a heading, or at the top of the page; blocks are separated by spaces. */
  async function textOf(url, id) {
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
    const main = page.querySelector("main") ?? page.body;
    const walk = page.createTreeWalker(main);
    walk.currentNode = (id && page.getElementById(id)) || main.querySelector("h1") || main;
    let heading = walk.currentNode;
    let [text, block] = ["", null];
    for (let node = walk.nextNode(); node && text.length < 4000; node = walk.nextNode()) {
      if (node.nodeType === 1 && node.matches("h1, h2, h3, footer, nav, form")) break;
      if (node.nodeType !== 3 || heading.contains(node) || node.parentElement.closest("script, style, button, [data-search-skip]")) continue;
      const at = node.parentElement.closest("p, li, td, th, dt, dd, pre, h4, h5, h6, div");
      text += (at === block ? "" : " ") + node.data;
      block = at;
    }
    return text.replace(/\s+/g, " ").trim();
  }

  /** The part of a text that holds most of the words asked for, with them marked. */
  function excerpt(text, hits) {
    const found = [...text.matchAll(WORD)].filter(([word]) => words(word).some((one) => hits.some((hit) => hit.has(one))));
    const within = (start) => new Set(found.filter(({ index }) => index >= start && index < start + 150).map(([word]) => words(word)[0])).size;
    const best = found.reduce((best, { index }) => (within(index) > within(best) ? index : best), found[0]?.index ?? 0);
    let start = best < 60 ? 0 : text.indexOf(" ", best - 50) + 1;
    const end = text.length < start + 220 ? text.length : text.lastIndexOf(" ", start + 210);
    const parts = [start ? "… " : ""];
    for (const { 0: word, index } of found) {
      if (index < start || index + word.length > end) continue;
      parts.push(text.slice(start, index), make("mark", { textContent: word }));
      start = index + word.length;
    }
    return [...parts, text.slice(start, end), end < text.length ? " …" : ""];
  }

  /** What somebody was looking for at an address that is not there: its last part, in words. */
  function asked(path) {
    const part = path.replace(/^404\.html$|(index)?\.html?$/, "").split("/").filter(Boolean).at(-1) ?? "";
    try {
      return decodeURIComponent(part).replace(/[_-]+/g, " ");
    } catch {
      return "";
    }
  }

  function begin(area) {
    const form = area.parentElement.querySelector("form[role=search]");
    const input = form.elements.q;
    const folder = new URL(".", form.action);
    const root = new URL("..", folder);
    const isAsked = area.hasAttribute("data-asked");
    const atOnce = isAsked ? 3 : 10;
    const index = new Index(async (path) => {
      const answer = await fetch(new URL(path, folder), path === "index.txt" ? { cache: "no-cache" } : {});
      if (!answer.ok) throw new Error(`${answer.status} ${path}`);
      return answer.text();
    });
    const said = make("p");
    const choice = make("select", { name: "in" });
    const groups = make("p", { className: "groups", hidden: true }, make("label", {}, "Show ", choice));
    const list = make("ol", { className: "results" });
    const more = make("button", { className: "tool", type: "button", textContent: "Show more", hidden: true });
    said.setAttribute("role", "status");
    area.append(said, groups, list, more);

    let [turn, group, count, found, pause] = [0, new URLSearchParams(location.search).get("in") ?? "", atOnce];

    /** Tells how many were found once the reader pauses, so that nobody is talked over while typing. */
    function say(text) {
      clearTimeout(pause);
      pause = setTimeout(() => (said.textContent = text), 600);
    }

    const groupOf = ({ page }) => index.groups[index.group[page]];

    function showGroups() {
      const counts = new Map();
      for (const result of found.results) counts.set(groupOf(result), (counts.get(groupOf(result)) ?? 0) + 1);
      counts.delete("");
      if (!counts.has(group)) group = "";
      const names = ["", ...[...counts.keys()].sort()];
      groups.hidden = isAsked || names.length < 3;
      choice.replaceChildren(
        ...names.map((name) => make("option", { value: name }, `${name || "All"} (${name ? counts.get(name) : found.results.length})`)),
      );
      choice.value = group;
    }

    async function row(result) {
      const { url, title, group, id, heading } = await index.shown(result, found.hits);
      const address = new URL(url.slice(1) + (id ? `#${encodeURIComponent(id)}` : ""), root);
      const link = make("a", { href: address.href }, title);
      if (heading) link.append(make("span", { className: "part" }, " › ", heading));
      const text = make("p", { className: "excerpt" });
      const hits = found.hits;
      // A page's own file is its text: what shows the excerpt also makes the page open at once.
      new IntersectionObserver(([{ isIntersecting }], watch) => {
        if (!isIntersecting) return;
        watch.disconnect();
        textOf(address, id).then((whole) => text.replaceChildren(...excerpt(whole, hits)), () => {});
      }).observe(text);
      return make("li", {}, link, ...(group ? [make("p", { className: "where", textContent: group })] : []), text);
    }

    /** Shows `found`, as far as it is wanted. */
    async function show() {
      const mine = ++turn;
      remember();
      const results = found.results.filter((result) => !group || groupOf(result) === group);
      const rows = await Promise.all(results.slice(0, count).map(row));
      if (mine !== turn) return;
      list.replaceChildren(...rows);
      more.hidden = results.length <= count;
      const { number, changed, meant } = found;
      if (number && !results.length && index.entries) {
        const written = `C-${number.slice(1).join("-").toUpperCase()}`;
        list.append(make("li", {}, make("a", { href: new URL(`${index.entries.slice(1)}${written.toLowerCase()}/`, root).href }, `Look up the certificate ${written}`)));
      }
      const many = results.length > 1 ? `${results.length} pages` : "1 page";
      const slip = changed.length ? `Nothing has “${changed.join("” or “")}”; this is for “${meant}”. ` : "";
      say(results.length ? `${slip}${many} found` : list.children.length ? "A certificate’s number" : `${found.hits[0] ? "Nothing" : "Too much"} found for “${input.value.trim()}”`);
    }

    function remember() {
      if (isAsked) return;
      const url = new URL(location.href);
      for (const [key, value] of [["q", input.value.trim()], ["in", group]]) value ? url.searchParams.set(key, value) : url.searchParams.delete(key);
      history.replaceState(null, "", url);
    }

    async function search() {
      const mine = ++turn;
      count = atOnce;
      if (!input.value.trim()) {
        found = undefined;
        list.replaceChildren();
        groups.hidden = more.hidden = true;
        remember();
        return say("");
      }
      try {
        const answer = await index.find(input.value);
        if (mine !== turn) return;
        found = answer;
        showGroups();
        await show();
      } catch (error) {
        if (mine === turn) say("The search did not load. Try again, or go by the sections.");
        console.error(error);
      }
    }

    /** Arrows go from the box to the results and back. */
    function move(event) {
      const places = [input, ...list.querySelectorAll("a")];
      const at = places.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape" && at > 0) input.focus();
      else if (step && at >= 0) (places[at + step] ?? places[at]).focus();
      else return;
      event.preventDefault();
    }

    input.addEventListener("input", search);
    choice.addEventListener("change", () => {
      [group, count] = [choice.value, atOnce];
      show();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      search();
    });
    for (const place of [form, list]) place.addEventListener("keydown", move);
    more.addEventListener("click", async () => {
      const last = count;
      count += atOnce;
      await show();
      list.children[last]?.querySelector("a").focus();
    });
    addEventListener("popstate", () => location.reload());

    const query = isAsked ? asked(location.pathname.slice(root.pathname.length)) : (new URLSearchParams(location.search).get("q") ?? "");
    if (query && !input.value) input.value = query;
    if (input.value) search();
    else if (!isAsked) input.focus();
  }

  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const input = document.querySelector("input[name=q]");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  const area = document.querySelector("[data-search]");
  if (area) begin(area);
}

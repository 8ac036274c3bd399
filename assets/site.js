// Conveniences on top of pages that work without them: colours, copied links, the place in the contents.
"use strict";

const root = document.documentElement;

/** The switch of colours: back at the system's choice it is forgotten, so that the system decides again. */
function themeSwitch() {
  const button = document.querySelector(".theme");
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    const own = (theme === "dark") !== system.matches;
    if (own) root.dataset.theme = theme;
    else delete root.dataset.theme;
    try {
      if (own) localStorage.setItem("theme", theme);
      else localStorage.removeItem("theme");
    } catch {
      // Storage is switched off: the choice holds for this page.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}

/** Drawers close when a link in them is followed, and when the window grows past them. */
function drawers() {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const [id, width] of [["_menu", "64rem"], ["_contents", "80rem"]]) {
    const drawer = document.getElementById(id);
    if (!drawer) continue;
    const close = () => drawer.matches(":popover-open") && drawer.hidePopover();
    drawer.addEventListener("click", (event) => event.target.closest("a") && close());
    matchMedia(`(width >= ${width})`).addEventListener("change", close);
    drawer.addEventListener("toggle", (event) => event.newState === "open" && showCurrent(drawer));
  }
}

/** Scrolls a list of links, and nothing else, so that its current one can be seen. */
function showCurrent(list) {
  const current = list.querySelector("[aria-current]");
  if (!current || list.scrollHeight <= list.clientHeight) return;
  const place = current.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (place.top < frame.top + 16 || place.bottom > frame.bottom - 16)
    list.scrollTop += place.top - frame.top - list.clientHeight / 3;
}

/** Beside each heading a button that copies its address. */
function copyLinks() {
  if (!navigator.clipboard) return;
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.append(said);
  let timer;
  const say = (text) => {
    clearTimeout(timer);
    said.textContent = text;
    timer = setTimeout(() => (said.textContent = ""), 2500);
  };
  for (const heading of document.querySelectorAll(".text > :is(h2, h3, h4)[id], .text > section > :is(h2, h3)[id]")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.type = "button";
    button.textContent = "#";
    button.setAttribute("aria-label", `Copy link to “${heading.textContent.trim()}”`);
    button.addEventListener("click", async () => {
      const url = new URL(`#${encodeURIComponent(heading.id)}`, location.href);
      try {
        await navigator.clipboard.writeText(url.href);
        say("Link copied");
      } catch {
        location.hash = heading.id;
        say("Link is in the address bar");
      }
    });
    const row = document.createElement("div");
    row.className = `anchored ${heading.localName}`;
    heading.replaceWith(row);
    row.append(heading, button);
  }
}

/** Marks in the contents the heading that the reader has reached. */
function followReading() {
  const list = document.getElementById("_contents");
  if (!list) return;
  const places = [];
  for (const link of list.querySelectorAll("a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) places.push({ link, heading });
  }
  let current;
  let waiting = false;
  const mark = () => {
    waiting = false;
    // Just below where a heading comes to stand that is jumped to.
    const line = parseFloat(getComputedStyle(root).scrollPaddingTop) + 40;
    const atEnd = innerHeight + scrollY >= root.scrollHeight - 2 && scrollY > 0;
    let reached = places.findLast(({ heading }) => heading.getBoundingClientRect().top < line);
    if (atEnd) reached = places.findLast(({ heading }) => heading.getBoundingClientRect().top < innerHeight) ?? reached;
    if (reached?.link === current) return;
    current?.removeAttribute("aria-current");
    current = reached?.link;
    current?.setAttribute("aria-current", "true");
    showCurrent(list);
  };
  const wait = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mark);
  };
  addEventListener("scroll", wait, { passive: true });
  addEventListener("resize", wait, { passive: true });
  mark();
}

/** Ctrl or ⌘ and K lead to the box for searching. */
function searchKey() {
  addEventListener("keydown", (event) => {
    const input = document.querySelector("input[name=q]");
    if (!input || event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

themeSwitch();
searchKey();
drawers();
copyLinks();
followReading();
const menu = document.getElementById("_menu");
if (menu) showCurrent(menu);

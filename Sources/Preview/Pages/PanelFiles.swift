/// The script and the styles that a preview gives to open pages.
enum PanelFiles {
  /// Listens for notices, asks for the page again, and changes what differs.
  ///
  /// Styles are exchanged and `<main>` is replaced where nothing else differs; otherwise the page is
  /// loaded again. It reads no names that a page could take, and nothing from a notice but its kind.
  static let script = """
    (() => {
      "use strict";
      const base = new URL(".", document.currentScript.src);
      const sent = document.currentScript.dataset.version;
      const PANEL = "_handbook-panel";
      let shown = null;      // the page as the server sent it last
      let queue = Promise.resolve();

      const ask = async () => {
        const answer = await fetch(location.href, { cache: "no-store" });
        return new DOMParser().parseFromString(await answer.text(), "text/html");
      };
      const version = (page) => page.querySelector("script[data-version]")?.dataset.version;
      // What a page is made of, without its main part, its style sheets and the panel.
      const frame = (page) => {
        const copy = page.documentElement.cloneNode(true);
        const drop = (list) => { for (const node of list) node.remove(); };
        drop(copy.querySelectorAll('link[rel~="stylesheet"]'));
        drop(copy.querySelectorAll("[id='" + PANEL + "']"));
        drop(copy.querySelectorAll("script[data-version]"));
        const main = copy.querySelector("main");
        if (main) main.replaceChildren();
        return copy.outerHTML;
      };
      const sheets = (page) => [...page.querySelectorAll('link[rel~="stylesheet"]')];

      const exchangeSheets = (next) => {
        const old = sheets(document), wanted = sheets(next);
        wanted.forEach((sheet, index) => {
          const now = old[index];
          if (now && now.getAttribute("href") === sheet.getAttribute("href")) return;
          const fresh = document.createElement("link");
          for (const { name, value } of sheet.attributes) fresh.setAttribute(name, value);
          fresh.addEventListener("load", () => { if (now) now.remove(); });
          if (now) now.after(fresh); else document.head.append(fresh);
        });
        old.slice(wanted.length).forEach((sheet) => sheet.remove());
      };
      const exchangePanel = (next) => {
        const now = document.querySelector("[id='" + PANEL + "']");
        const fresh = next.querySelector("[id='" + PANEL + "']");
        if (!now || !fresh || now.outerHTML === fresh.outerHTML) return;
        now.replaceWith(document.adoptNode(fresh));
        closeIfWanted();
      };
      // Who closes the panel has seen what it tells; it stays closed in this tab until it is opened.
      const CLOSED = "handbook-panel-closed";
      const details = () => document.querySelector("[id='" + PANEL + "'] details");
      const closeIfWanted = () => {
        if (sessionStorage.getItem(CLOSED) && details()) details().open = false;
      };
      document.addEventListener("click", (event) => {
        const panel = event.target.closest("[id='" + PANEL + "'] summary");
        if (!panel) return;
        if (details().open) sessionStorage.setItem(CLOSED, "1"); else sessionStorage.removeItem(CLOSED);
      });
      closeIfWanted();

      const update = async () => {
        const next = await ask();
        if (!shown || frame(shown) !== frame(next)) { location.reload(); return; }
        exchangeSheets(next);
        const main = next.querySelector("main"), old = shown.querySelector("main");
        if (main && old && main.outerHTML !== old.outerHTML) {
          if (main.querySelector("script")) { location.reload(); return; }
          const place = [scrollX, scrollY];
          document.querySelector("main").replaceWith(document.importNode(main, true));
          scrollTo({ left: place[0], top: place[1], behavior: "instant" });
        }
        exchangePanel(next);
        shown = next;
      };
      const later = (work) => { queue = queue.then(work).catch(() => {}); };

      // The document as it was sent, before any other script changed it.
      later(async () => {
        const first = await ask();
        if (version(first) !== sent) location.reload();
        shown = first;
      });

      const listen = () => {
        const notices = new EventSource(new URL("notices", base));
        let wasOpen = false;
        notices.addEventListener("open", () => { if (wasOpen) later(update); wasOpen = true; });
        notices.addEventListener("change", () => later(update));
        notices.addEventListener("findings", () => later(update));
        notices.addEventListener("error", () => {
          if (notices.readyState !== EventSource.CLOSED) return;
          // Another preview may answer here some time: its pages know where to listen.
          const wait = setInterval(async () => {
            try {
              if ((await fetch(location.href, { method: "HEAD" })).ok) { clearInterval(wait); location.reload(); }
            } catch {}
          }, 2000);
        });
        addEventListener("pagehide", () => notices.close());
      };
      listen();
      addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    })();

    """

  /// The panel, and the marks on links that lead nowhere; dark where the reader wants it dark.
  static let style = """
    #_handbook-panel, #_handbook-panel * { all: revert; box-sizing: border-box; }
    #_handbook-panel[hidden] { display: none; }
    #_handbook-panel {
      color-scheme: light dark; --line: light-dark(#b3b3b3, #595959);
      position: fixed; inset: auto 0 0 0; z-index: 2147483000; max-height: 45vh; overflow: auto;
      font: 15px/1.45 system-ui, sans-serif; color: light-dark(#1a1a1a, #ececec);
      background: light-dark(#fffdf5, #22211d); border-top: 3px solid light-dark(#a15c00, #ffb454);
      padding: 0 16px;
    }
    /* The end of the page can be read behind the open panel. */
    body:has(> #_handbook-panel details[open]) { margin-block-end: 45vh; }
    #_handbook-panel summary { padding: 8px 0; font-weight: 600; cursor: pointer; }
    #_handbook-panel p { margin: 4px 0; }
    #_handbook-panel ol, .handbook-findings { list-style: none; padding: 0; margin: 0 0 8px; }
    #_handbook-panel li, .handbook-findings li {
      border-left: 4px solid var(--mark); padding: 2px 0 2px 12px; margin: 0 0 12px;
    }
    #_handbook-panel li.handbook-error, li.handbook-error { --mark: light-dark(#b3261e, #ff897d); }
    #_handbook-panel li.handbook-warning, li.handbook-warning { --mark: light-dark(#a15c00, #ffb454); }
    #_handbook-panel pre, .handbook-findings pre {
      font: 13px/1.4 ui-monospace, monospace; overflow-x: auto; margin: 4px 0; padding: 6px 8px;
      background: light-dark(#f1eee2, #302e28);
    }
    #_handbook-panel code, .handbook-findings code { font: 13px ui-monospace, monospace; }
    #_handbook-panel a { color: light-dark(#0b57a4, #8fc7ff); text-decoration: underline; }
    #_handbook-panel a:focus-visible, #_handbook-panel summary:focus-visible { outline: 2px solid; }
    [data-handbook-finding] {
      outline: 2px dashed light-dark(#b3261e, #ff897d); outline-offset: 2px;
      text-decoration: underline wavy;
    }
    @media print { #_handbook-panel { display: none; } [data-handbook-finding] { outline: none; } }

    """

  /// The styles of the preview's own pages, beside those of the panel.
  static let pageStyle = """
    :root { color-scheme: light dark; }
    body {
      font: 17px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem;
      color: light-dark(#1a1a1a, #ececec); background: light-dark(#fff, #17171a);
    }
    h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2rem; }
    a { color: light-dark(#0b57a4, #8fc7ff); } a:focus-visible { outline: 2px solid; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid light-dark(#ddd, #444); vertical-align: top; }
    td { overflow-wrap: anywhere; }
    pre { overflow-x: auto; white-space: pre; }
    .handbook-source { background: light-dark(#f1f1f1, #2a2a2e); padding: .8rem; }

    """
}

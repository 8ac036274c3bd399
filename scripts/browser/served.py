"""Serves a built site on loopback, as a plain web server would."""

import functools
import http.server
import json
import pathlib
import threading


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Says nothing: the checks say what matters."""

    def copyfile(self, source, outputfile):
        """Sends a file; a browser that has left meanwhile is no matter."""
        try:
            super().copyfile(source, outputfile)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send_error(self, code, message=None, explain=None):
        """Answers with the site's own page where a file is missing, as hosts of static sites do."""
        page = pathlib.Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.read_bytes())


class Served:
    """A folder on a free port of 127.0.0.1, in a `with` block."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def __enter__(self):
        handler = functools.partial(_Handler, directory=str(self.folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def pages(self):
        """The addresses of all pages, those without links to them too, in order; those that only redirect left out."""
        files = sorted(self.folder.rglob("*.html"))
        return [
            "/" + str(file.relative_to(self.folder)).removesuffix("index.html")
            for file in files if b'http-equiv="refresh"' not in file.read_bytes()]


def page_types(folder, pages):
    """One page for each way of looking: the first of each kind, of each index and of each folder.

    Kinds come from `handbook.json`.
    """
    data = json.loads(pathlib.Path(folder, "handbook.json").read_text())
    kinds = {page["url"]: page.get("kind") for page in data["pages"]}
    chosen = {}
    for page in pages:
        parent = page.rstrip("/").rpartition("/")[0]
        key = kinds.get(page) or (page if page.count("/") <= 2 else parent)
        chosen.setdefault(key, page)
    return sorted(set(chosen.values()))

"""Drives a headless Chromium over its DevTools protocol: one browser, one page at a time."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import time

import websocket

SWITCHES = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-sync", "--remote-debugging-port=0", "--remote-allow-origins=*",
    # Whatever is asked of another host fails, and is seen in the events.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class BrowserError(Exception):
    """Chromium did not start, did not answer, or a script in the page threw."""


class Chromium:
    """A browser with one page. Use it in a `with` block; leaving it ends the process."""

    def __init__(self, timeout=30):
        self.timeout = timeout
        self.events = []
        self._number = 0

    def __enter__(self):
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if not program:
            raise BrowserError("chromium is not installed: on Debian, apt-get install chromium")
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [program, *SWITCHES, f"--user-data-dir={self._profile.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port, path = self._address()
        self._socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}{path}", timeout=self.timeout)
        self._session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log", "Audits"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)
        return self

    def __exit__(self, *_):
        self._socket.close()
        self._process.terminate()
        self._process.wait(10)
        self._profile.cleanup()

    def _address(self):
        file = pathlib.Path(self._profile.name, "DevToolsActivePort")
        for _ in range(self.timeout * 20):
            lines = file.read_text().split() if file.exists() else []
            if len(lines) == 2:
                return lines
            if self._process.poll() is not None:
                raise BrowserError(f"chromium ended with {self._process.returncode}")
            time.sleep(0.05)
        raise BrowserError("chromium did not open its debugging port")

    def call(self, method, **params):
        """Sends a command and returns its result; events that come meanwhile are kept."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def open(self, url, leads_on=False):
        """Loads a page and waits until it has; `events` holds what happened since. Where the page leads on to another
        before it has loaded, nobody can wait for it."""
        self.events = []
        answer = self.call("Page.navigate", url=url)
        if "errorText" in answer:
            raise BrowserError(f"{url}: {answer['errorText']}")
        # A page that was still on its way may load first: only this one's loading ends the wait.
        loader = None if leads_on else answer.get("loaderId")
        while loader and not any(
                event["method"] == "Page.lifecycleEvent" and event["params"]["name"] == "load"
                and event["params"]["loaderId"] == loader for event in self.events):
            event = json.loads(self._socket.recv())
            if "method" in event:
                self.events.append(event)

    def evaluate(self, script):
        """Returns the value of a script; a promise is waited for."""
        answer = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def set_window(self, width, height, scheme):
        """Sets the window's size in CSS pixels and the colour scheme that a reader prefers."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=width < 500)
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}])

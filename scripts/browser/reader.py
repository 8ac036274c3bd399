"""Somebody with a keyboard and a screen, in a headless Chromium."""

import json
import time

KEYS = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "ArrowRight": 39, " ": 32}


class Reader:
    def __init__(self, browser, origin=""):
        self.browser, self.origin = browser, origin

    def load(self, path):
        """Opens a page; whoever reads it stands at its beginning."""
        self.browser.open(self.origin + path)

    def press(self, key, control=False, shift=False):
        text = "\r" if key == "Enter" else key if len(key) == 1 and not control else ""
        code = KEYS.get(key, ord(key.upper()[0]))
        for kind in ("keyDown", "keyUp"):
            self.browser.call(
                "Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code,
                modifiers=2 * control + 8 * shift, **({"text": text} if text and kind == "keyDown" else {}))

    def type(self, text):
        for letter in text:
            self.press(letter)

    def ask(self, script):
        return self.browser.evaluate(script)

    def wait(self, script, what):
        """Waits until a script says true."""
        end = time.monotonic() + 15
        while time.monotonic() < end:
            try:
                if self.ask(f"!!({script})"):
                    return
            except Exception:  # The page is being left.
                pass
            time.sleep(0.05)
        raise AssertionError(f"{what}: {self.ask('document.body.innerText')[:600]}")

    def rest(self):
        """Waits until the page has come to rest: what is scrolled smoothly is still on its way."""
        last = None
        while (now := self.ask("scrollY")) != last:
            last = now
            time.sleep(0.3)

    def tab_to(self, selector, most=80, back=False):
        """Presses Tab until what a selector names has the focus, and can be seen to have it."""
        for _ in range(most):
            if self.ask(f"document.activeElement.matches({selector!r})"):
                outline = self.ask("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", f"{selector} does not show that it has the focus"
                return
            self.press("Tab", shift=back)
        raise AssertionError(f"Tab does not lead to {selector}: {self.ask('document.activeElement.outerHTML')[:200]}")


def complaints(browser, origin):
    """What went wrong since the last page was opened, one line each; a page that is not there is what some ask for."""
    for event in browser.events:
        params = event["params"]
        if event["method"] == "Runtime.exceptionThrown" or (
                event["method"] == "Log.entryAdded" and params["entry"]["level"] == "error"
                and "status of 404" not in params["entry"]["text"]):
            yield json.dumps(params)[:300]
        if event["method"] == "Network.requestWillBeSent" and not params["request"]["url"].startswith(origin):
            yield "asks another host: " + params["request"]["url"]

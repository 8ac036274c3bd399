#!/usr/bin/env python3
"""Asks a preview for what it must not give, in ways that no browser would, and sees that it answers, and goes on answering.

    python3 Campaigns/requests.py [--binary FILE]

Ways upwards, heads that are broken, hosts and origins of others, methods, ranges, and clients that never end what they say. Each has the
statuses that it may get; nothing from outside the site may come, the server must live, and hold no more files open than before. Ends
with a line: requests tried, requests that failed.
"""
import itertools
import os
import random
import re
import socket
import subprocess
import time

from campaign import Campaign, write

CANARY = b"canary-4711"
OWN = ["localhost", "127.0.0.1", "[::1]", "LOCALHOST", "a.localhost"]
OTHERS = ["evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost@evil.example", "", " ", "[::2]", "10.0.0.1",
          "0.0.0.0", "2130706433", "127.1", "localhost:80:80", "local\thost", "evil.example#localhost", "localhost/../evil.example", "*", "192.168.0.1",
          "169.254.169.254", "xn--localhost", "0x7f.0.0.1", "017700000001", "[::ffff:127.0.0.1]", "[fe80::1]", "[::1", "::1", "localhost.", "localhost ",
          "local", "localhos", "localhostt", "evil.localhost.example", "localhost%00", "localhost,evil.example", "\xa0localhost", "a" * 300]
ORIGINS = [None, "null", "http://evil.example", "http://localhost:PORT", "https://localhost.evil.example", "http://localhost", "http://localhost:1",
           "https://localhost:PORT", "http://127.0.0.1:PORT", "http://[::1]:PORT", "http://localhost:PORT@evil.example", "http://evil.example#localhost:PORT",
           "file://", "chrome-extension://a", "*"]
CONDITIONS = ["If-None-Match: *", "If-None-Match: \"x\"", "If-None-Match: W/\"x\"", "If-None-Match: x", "If-None-Match:", "If-None-Match: " + "\"a\", " * 500,
              "If-Match: *", "If-Match: \"x\"", "If-Match:", "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT", "If-Modified-Since: Thu, 01 Jan 2970 00:00:00 GMT",
              "If-Modified-Since: x", "If-Modified-Since: Thu, 99 Foo 1970 99:99:99 GMT", "If-Modified-Since:", "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
              "If-Unmodified-Since: x", "If-Range: \"x\"\r\nRange: bytes=0-1", "If-Range: x\r\nRange: bytes=0-1", "If-None-Match: *\r\nIf-Match: *",
              "If-None-Match: \"x\"\r\nIf-None-Match: \"y\""]
BROKEN = [400, 403, 404, 405, 408, 413, 414, 431, 501, 505]
METHODS = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "X"]


class Client:
    """What speaks to a server on a port of this machine."""

    def __init__(self, port):
        self.port = port

    def send(self, data, seconds=3):
        """All that comes back for bytes; empty where the connection is only closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as connection:
            answer = b""
            try:
                connection.sendall(data)
                while part := connection.recv(1 << 16):
                    answer += part
            except (TimeoutError, ConnectionError):
                pass
            return answer

    def ask(self, target, method="GET", host=None, more=""):
        host = f"localhost:{self.port}" if host is None else host
        return self.send(f"{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n".encode("latin-1", "replace"))


class Preview(Client):
    def __init__(self, campaign):
        site = campaign.work / "site"
        write(campaign.work, {"secret.md": CANARY, "secret.html": CANARY, "site/site.yml": "title: T\n", "site/content/index.md": "# Home\n",
                              "site/content/a.md": "# A\n", "site/assets/x.txt": "0123456789", "site/.env": CANARY, "site/.git/config": CANARY,
                              "site/content/.hidden.md": CANARY})
        self.process = subprocess.Popen([str(campaign.binary), "serve", "--port", "0", "--site", str(site)], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, cwd=site)
        super().__init__(int(re.search(rb"localhost:(\d+)", self.process.stdout.readline())[1]))

    def files(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


def status(answer):
    found = re.match(rb"HTTP/1\.[01] (\d{3})", answer)
    return int(found[1]) if found else 0


def upwards():
    steps = ["..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "..%00", "..;", "..\\", "%2e%2e%5c", "%c0%ae%c0%ae", "%uff0e%uff0e", "..%2f"]
    files = ["secret.md", "secret.html", "site/.env", "etc/passwd", ".git/config", "content/.hidden.md"]
    for step, depth, file in itertools.product(steps, (1, 2), files):
        yield "/" + "/".join([step] * depth + [file])
    yield from ["/.env", "/.git/config", "/.hidden/", "/.handbook/", "/site.yml", "/content/a.md", "//etc/passwd", "/%2fetc/passwd", "/a/../../secret.md",
                "/assets/../../.env", "/assets/..%2f..%2f.env", "/%00", "/a%00.html", "/\\..\\secret.md", "/./a/", "/a//b"]


def heads():
    """Heads that are broken, with what may come of them: 0 is a connection that is closed."""
    host = "Host: localhost\r\n"
    yield from [b"", b"\r\n\r\n", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n" + host.encode() + b"\r\n", b"GET / HTTP/1.1\r\n\r\n",
                b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
                b"GET / HTTP/1.1\nHost: localhost\n\n\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
                b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /\xff\xfe HTTP/1.1\r\n" + host.encode() + b"\r\n", b"GET /a\tb HTTP/1.1\r\n" + host.encode() + b"\r\n",
                b"GET / HTTP/1.1\r\n" + host.encode() + b"Content-Length: 5\r\n\r\nabcde", b"GET / HTTP/1.1\r\n" + host.encode() + b"Content-Length: -1\r\n\r\n",
                b"GET / HTTP/1.1\r\n" + host.encode() + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
                b"GET / HTTP/1.1\r\n" + host.encode() + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                b"GET / HTTP/1.1\r\n" + host.encode() + b"X: " + b"a" * 20_000 + b"\r\n\r\n", b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n" + host.encode() + b"\r\n",
                b"GET / HTTP/1.1\r\n" + host.encode() + b"X: y\r\n" * 5000 + b"\r\n", b"GET / HTTP/1.1\r\n" + host.encode() + b" folded: x\r\n\r\n",
                b"GET / HTTP/1.1\r\n" + host.encode() + b"X\x00Y: z\r\n\r\n", b"\0" * 4096]


def garbled(draw, count=80):
    """A good head of which bytes were changed, doubled, or left out by chance."""
    good = b"GET /a/ HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    for _ in range(count):
        head = bytearray(good)
        for _ in range(draw.randint(1, 4)):
            place = draw.randrange(len(head))
            head[place:place + 1] = draw.choice([b"", bytes([draw.randrange(256)]), head[place:place + 1] * 2, b"\r\n", b"\0", b" ", b":"])
        yield bytes(head)


def main():
    campaign = Campaign("requests", __doc__)
    preview = Preview(campaign)
    try:
        campaign.expect(status(preview.ask("/")) == 200 and status(preview.ask("/a/")) == 200, "the site's own pages are answered")
        before = preview.files()

        def judge(answer, allowed, what):
            campaign.expect(status(answer) in allowed and CANARY not in answer and b"root:x:" not in answer, f"{what}: {status(answer)} not in {allowed}")

        for target in upwards():
            judge(preview.ask(target), {400, 404, 403, 200} if "/./" in target else {400, 403, 404}, f"GET {target}")
        for data in heads():
            answer = preview.send(data + (b"" if data.endswith(b"\n") else b"\r\n\r\n"))
            judge(answer, {0, *BROKEN}, f"head {data[:60]!r}")
        for data in garbled(random.Random(campaign.arguments.seed)):
            judge(preview.send(data, seconds=0.3), {0, 200, *BROKEN}, f"head {data!r}")
        for host, origin in itertools.product(OWN + OTHERS, ORIGINS):
            origin = origin and origin.replace("PORT", str(preview.port))
            answer = preview.ask("/", host=host, more=f"Origin: {origin}\r\n" if origin else "")
            judge(answer, {200, 403} if host in OWN else {400, 403}, f"host {host!r} origin {origin!r}")
            campaign.expect(b"access-control-allow" not in answer.lower(), f"host {host!r} origin {origin!r}: let in by CORS")
        judge(preview.ask("/", "HEAD"), {200}, "HEAD")
        for method in METHODS:
            judge(preview.ask("/", method), {400, 405, 501}, method)
        for given in ["bytes=0-1", "bytes=5-", "bytes=-3", "bytes=99-", "bytes=3-1", "bytes=0-1,3-4", "bytes=-0", "bytes=99999999999999999999-", "lines=1", "bytes=a-b", "bytes="]:
            judge(preview.ask("/assets/x.txt", more=f"Range: {given}\r\n"), {200, 206, 400, 416}, f"range {given}")
        for given in CONDITIONS:
            judge(preview.ask("/a/", more=given + "\r\n"), {200, 304, 400, 412}, f"condition {given[:60]!r}")
        slow = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(100)]
        for connection in slow:
            connection.sendall(b"GET / HTTP/1.1\r\nHo")
        judge(preview.ask("/a/"), {200}, "a good request beside a hundred that never end")
        for connection in slow:
            connection.close()
        judge(preview.ask("/a/"), {200}, "a good request after all of them")
        for _ in range(50):
            after = preview.files()
            if after <= before:
                break
            time.sleep(0.1)
        campaign.expect(after <= before, f"{before} files open before, {after} after")
        campaign.expect(preview.process.poll() is None, f"the preview ended with {preview.process.poll()}")
    finally:
        preview.process.terminate()
        preview.process.wait()
    campaign.finish()


if __name__ == "__main__":
    main()

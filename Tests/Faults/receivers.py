"""Receivers of notices that fail as real ones do: a gateway for SMS and fax, and a sendmail."""

import base64
import hashlib
import hmac
import http.server
import json
import threading
import time

SECRET = b"a secret of thirty-two bytes, no."


class Request:
    """One request that the gateway got: when, which notice, to whom, what it answered."""

    def __init__(self, at, name, to, subject, status, is_signed):
        self.at, self.name, self.to, self.subject, self.status, self.is_signed = at, name, to, subject, status, is_signed


class Gateway:
    """Takes signed requests. `mood(to, tries)` says what it does: a status, `hang` or `drop`."""

    def __init__(self, mood):
        self.mood = mood
        self.requests = []
        self.tries = {}
        self.lock = threading.Lock()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}/notices"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def taken(self):
        """The requests that were answered with 200, in their order."""
        return [request for request in self.requests if request.status == 200]

    def take(self, headers, body):
        """Judges a request and gives what is to be done with it."""
        name, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
        signed = hmac.new(SECRET, f"{name}.{stamp}.".encode() + body, hashlib.sha256).digest()
        wanted = "v1," + base64.b64encode(signed).decode()
        is_signed = hmac.compare_digest(headers.get("webhook-signature", ""), wanted) and abs(time.time() - int(stamp)) < 300
        data = json.loads(body)["data"]
        with self.lock:
            self.tries[name] = self.tries.get(name, 0) + 1
            mood = self.mood(data["to"], self.tries[name])
            self.requests.append(Request(time.monotonic(), name, data["to"], data["subject"], mood, is_signed))
        return mood

    def _handler(gateway):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                mood = gateway.take(self.headers, body)
                if mood == "hang":
                    time.sleep(15)
                if mood in ("hang", "drop"):
                    self.close_connection = True
                    return
                self.send_response(mood)
                if mood == 429:
                    self.send_header("Retry-After", "1")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        return Handler


class Mailer:
    """A program like `sendmail` that ends with 75 the first time that it gets a message, and takes it the second time."""

    def __init__(self, folder):
        self.path = folder / "sendmail"
        self.taken_path = folder / "mail.txt"
        self.taken_path.write_text("")
        self.path.write_text(f"""#!/bin/sh
subject=$(sed -n 's/^Message-ID: *//Ip' | head -n 1 | tr -dc 'A-Za-z0-9-')
if mkdir "{folder}/tried-$subject" 2>/dev/null; then exit 75; fi
echo "$subject" >> "{self.taken_path}"
""")
        self.path.chmod(0o755)

    def taken(self):
        """What identifies each message that was taken, in the order in which they were."""
        return self.taken_path.read_text().split()

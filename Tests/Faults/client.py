"""HTTP over one connection, with the moments at which things happened; and many such connections at once."""

import http.client
import json
import threading
import time


class Answer:
    """A whole answer, and when its request began, was fully sent, and was answered (seconds of the monotonic clock)."""

    def __init__(self, status, body, began, sent):
        self.status = status
        self.body = body
        self.began = began
        self.sent = sent
        self.ended = time.monotonic()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def seconds(self):
        return self.ended - self.began


class NoAnswer(Exception):
    """The connection broke; `sent` says when the request had been fully sent, None where it had not."""

    def __init__(self, sent, cause):
        super().__init__(f"{type(cause).__name__}: {cause}")
        self.sent = sent


class Client:
    """A keep-alive connection that says who it is."""

    def __init__(self, port, key):
        self.key = key
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def get(self, path, operator=None):
        return self.ask("GET", path, operator=operator)

    def post(self, path, body=b"", operator=None, **headers):
        return self.ask("POST", path, body, operator, **headers)

    def look_up(self, number, operator=None):
        return self.get(f"/api/v1/lookup/{number}", operator)

    def ask(self, method, path, body=None, operator=None, **headers):
        """Sends a request and reads the whole answer. Raises NoAnswer where the connection breaks."""
        fields = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        if operator:
            fields["Operator"] = operator
        began, sent = time.monotonic(), None
        try:
            self.connection.request(method, path, body, fields)
            sent = time.monotonic()
            response = self.connection.getresponse()
            return Answer(response.status, response.read(), began, sent)
        except (http.client.HTTPException, OSError) as cause:
            self.connection.close()
            raise NoAnswer(sent, cause) from None


class Load:
    """Threads that each do one piece of work again and again until the `with` block ends.

    A piece of work that gets no answer is put down in `broken` and ends its thread.
    """

    def __init__(self, *works, pause=0.0):
        self.broken = []
        self.errors = []
        self.pause = pause
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self._run, args=[work]) for work in works]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, kind, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()
        if self.errors and kind is None:
            raise self.errors[0]

    def _run(self, work):
        while not self.over.is_set():
            try:
                work()
            except NoAnswer as broken:
                self.broken.append(broken)
                return
            except Exception as error:  # a slip of the test itself must not pass for silence
                self.errors.append(error)
                return
            if self.pause:
                self.over.wait(self.pause)

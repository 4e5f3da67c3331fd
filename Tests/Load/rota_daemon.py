"""The daemon whose rota is measured, and the load of duty on it."""

import datetime
import http.client
import random
import selectors
import socket
import time
import urllib.parse
from dataclasses import dataclass

import rota_seeds as seeds
import servers


@dataclass
class Daemon:
    """The daemon under test, with its keys."""

    server: servers.Server
    fire: str
    association: str

    def processor(self) -> float:
        """Processor time so far in seconds, by the kernel's finest clock: user and system, ended threads included."""
        return time.clock_gettime(~self.server.process.pid << 3 | 2)

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
        """One request of the association that must be done."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        connection.request(method, path, body, {"Authorization": f"Bearer {self.association}"} | headers)
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        if response.status not in (200, 201):
            raise SystemExit(f"{method} {path}: {response.status} {answer.decode()}")
        return answer


def instants(count: int) -> list[str]:
    """Instants drawn at random, to the second, from all published days."""
    zone = datetime.timezone(datetime.timedelta(hours=9))
    start = datetime.datetime.combine(seeds.FIRST, datetime.time(8, 30), zone)
    span = int((seeds.LAST - seeds.FIRST).total_seconds())
    return [(start + datetime.timedelta(seconds=random.randrange(span))).isoformat() for _ in range(count)]


def load_duty(daemon: Daemon, connections: int, seconds: float) -> int:
    """Asks for random areas and instants on so many connections, each again as soon as it has its answer; gives how many were answered."""
    requests = [request(daemon, at) for at in instants(2000)]
    answered, end = 0, time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            connection = socket.create_connection(("127.0.0.1", daemon.server.port))
            selector.register(connection, selectors.EVENT_READ, bytearray())
            connection.sendall(random.choice(requests))
        while selector.get_map():
            for key, _ in selector.select():
                key.data.extend(key.fileobj.recv(1 << 16) or b"HTTP/1.1 0 closed\r\n\r\n")
                if not is_whole(key.data):
                    continue
                answered += 1
                key.data.clear()
                if time.monotonic() < end:
                    key.fileobj.sendall(random.choice(requests))
                else:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()
    return answered


def request(daemon: Daemon, at: str) -> bytes:
    query = urllib.parse.urlencode({"association": seeds.ASSOCIATION, "area": random.choice(seeds.AREAS), "at": at})
    head = f"GET /api/v1/duty?{query} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {daemon.fire}\r\n\r\n"
    return head.encode()


def is_whole(answer: bytearray) -> bool:
    """Whether all of an answer is there. Ends the run where it is not 200."""
    head, blank, body = answer.partition(b"\r\n\r\n")
    if blank and not head.startswith(b"HTTP/1.1 200 "):
        raise SystemExit(f"duty was not answered: {answer.decode(errors='replace')}")
    return bool(blank) and len(body) >= int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])

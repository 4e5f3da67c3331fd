"""The rota desk under kill -9: a client that changes the rota, and what must hold after every kill."""

import itertools
import time

from client import Load
from faults import traced
from files import expect_once, expect_sound, records
from installation import ASSOCIATION
from scenario import Skipped, eventually, expect

KILLS = 12
ROTA = f"/api/v1/associations/{ASSOCIATION}/rota"


class Story:
    """One client at the desk, killed again and again.

    Its heirs say how it begins (`begin`), what it asks (`work`, a request or two), and whether what the kill left behind is sound (`check`),
    which gives whether the request that was cut off was done.
    """

    def __init__(self, bench, installation):
        self.random = bench.random
        self.installation = installation
        self.count = itertools.count(1)
        self.last_record = 0
        self.answers = self.cut_off = self.done_all_the_same = 0
        self.restart()
        self.begin()

    def restart(self):
        self.daemon = self.installation.serve()
        self.client = self.daemon.client(self.installation.association)
        self.answered, self.under_way = [], None

    def ask(self, method, path, body=b"", **headers):
        """A request with an `Operator` of its own, which stays in `under_way` where no answer comes; it must be done."""
        self.under_way = f"desk-{next(self.count)}"
        answer = self.client.ask(method, ROTA + path, body, self.under_way, **headers)
        expect(answer.status in (200, 201), f"{method} {path}: {answer.status} {answer.body.decode()}")
        self.answered.append(self.under_way)
        self.under_way = None
        return answer

    def read(self, path):
        answer = self.client.get(ROTA + path)
        expect(answer.status == 200, f"{path}: {answer.status} {answer.body.decode()}")
        return answer.json

    def run(self):
        """All kills, each followed by the checks; gives the figures."""
        began = time.monotonic()
        for kill in [self.kill_by_time, self.kill_at_write] * (KILLS // 2):
            load = kill()
            self.answers += len(self.answered)
            self.cut_off += len(load.broken)
            self.restart_and_check()
        expect(self.answers and self.cut_off, "nothing was answered or nothing cut off: the scenario shows too little")
        return (f"{KILLS} kills, {self.answers} changes answered, {self.cut_off} requests cut off, "
                f"{self.done_all_the_same} of them done all the same, {time.monotonic() - began:.0f} s")

    def kill_by_time(self):
        with Load(self.work) as load:
            time.sleep(self.random.uniform(0.02, 0.4))
            self.daemon.kill()
        return load

    def kill_at_write(self):
        """Kills in front of some write to a database file, where that is permitted: there lie the moments that matter."""
        try:
            with traced(self.daemon.pid, f"pwrite64:signal=SIGKILL:when={self.random.randint(1, 40)}"):
                with Load(self.work) as load:
                    eventually(lambda: self.daemon.has_ended, "no write was made")
            return load
        except Skipped:
            return self.kill_by_time()

    def restart_and_check(self):
        """What was answered is there and recorded; what was cut off is there wholly, and then announced, or not at all."""
        answered, cut_off = self.answered, self.under_way
        self.restart()
        self.installation.verify()
        expect_sound(self.installation)
        found = records(self.installation.audit, after=self.last_record)
        expect_once(answered, [record for record in found if record.action.startswith("rota")], "change announced")
        expect_once(answered, [record for record in found if record.action == "done"], "change answered")
        if self.check():
            self.done_all_the_same += 1
            announced = [record.person for record in found if record.action.startswith("rota")]
            expect(cut_off in announced, f"{cut_off} was done without an announcing record")
        self.last_record = max((record.seq for record in found), default=self.last_record)

"""Requests of the office in the association made up for the tests, each answer judged by the document."""

from client import Answer, Client
from document import Document
from office_requests import asked
from refusing import Refusing
from report import Report


class Walk:
    """Sends operations by their names, with the office's key unless another is given."""

    def __init__(self, report: Report, document: Document, client: Client, keys: dict[str, str]) -> None:
        self.report = report
        self.document = document
        self.client = client
        self.key = keys["mihon"]
        self.refusing = Refusing(report, document)
        self.known = {one.name: one for one in asked(document)}

    def get(self, name: str, **more) -> Answer:
        return self.send(name, **more)

    def send(self, name: str, body: object = None, status: int = 200, **more) -> Answer:
        """Sends an operation that is to be answered well."""
        return self.answered(self.raw(name, body, **more), status)

    def refused(self, name: str, status: int, slug: str, body: object = None, **more) -> None:
        """Sends an operation that is to be refused."""
        self.judged(self.raw(name, body, **more), status, slug)

    def raw(
        self,
        name: str,
        body: object,
        key: str = "",
        query: dict | None = None,
        match: str = "*",
        type: str = "",
        **places: str,
    ) -> Answer:
        """Sends an operation, whatever is answered; `places` go into the path."""
        one = self.known[name].at(**{"association": "mihon", **places}).asking(**(query or {}))
        one = one if body is None else one.saying(body, type)
        return one.send(self.client, key or self.key, match)

    def answered(self, answer: Answer, status: int) -> Answer:
        """Checks that an answer is as described."""
        wrong = [] if answer.status == status else [f"{answer}, not {status}"]
        name = self.document.operation_of(answer)
        self.report.check(f"d  {name} is answered as described", wrong + self.document.faults(answer))
        return answer

    def judged(self, answer: Answer, status: int, slug: str) -> None:
        self.refusing.check(f"{self.document.operation_of(answer)} in the walk", answer, status, slug)

    def holds(self, name: str, value: object) -> None:
        """Something that has to be so."""
        self.report.check(f"d  {name}", bool(value))

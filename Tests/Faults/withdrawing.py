"""A patient has changed their mind: from the answer on nobody is shown the wish."""

from client import Load
from scenario import eventually, expect, expect_none, scenario
from traffic import Documents

CARDS = 25


@scenario("No look-up that begins after a withdrawal was answered shows the wish")
def withdraw(bench):
    with bench.installation() as installation:
        daemon = installation.serve()
        desk = daemon.client(installation.association)
        before = after = 0
        for number in Documents(bench.seeds).in_force()[:CARDS]:
            shown, hidden = withdraw_under_load(daemon, desk, number)
            before, after = before + shown, after + hidden
    return f"{CARDS} cards, {before} look-ups before and {after} after"


def withdraw_under_load(daemon, desk, number):
    """Withdraws a card while four connections look it up; gives how many answers were seen before and after."""
    answers = []
    works = [lambda client=daemon.client(): answers.append(client.look_up(number)) for _ in range(4)]
    with Load(*works):
        eventually(lambda: len(answers) >= 8, "look-ups are not answered")
        withdrawal = desk.post(f"/api/v1/cards/{number}/withdraw")
        eventually(lambda: len(begun_after(withdrawal, answers)) >= 8, "look-ups are not answered")
    expect(withdrawal.status == 200, f"withdrawing {number}: {withdrawal.status} {withdrawal.body.decode()}")
    expect_none([answer.status for answer in answers if answer.status != 200], "look-ups not answered with 200")
    before = [answer for answer in answers if answer.ended < withdrawal.began]
    after = begun_after(withdrawal, answers)
    hidden = [number for answer in before if not answer.json["wish"]]
    expect_none(hidden, "answers without a wish before the withdrawal")
    shown = [number for answer in after if answer.json["wish"] or answer.json["clinical"]]
    expect_none(shown, "wishes shown after the withdrawal")
    return len(before), len(after)


def begun_after(withdrawal, answers):
    """The answers to what was asked after the withdrawal had been answered."""
    return [answer for answer in answers.copy() if answer.began > withdrawal.ended]

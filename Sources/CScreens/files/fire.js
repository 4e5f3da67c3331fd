// What scripts add to the dispatcher's screens: keys, clocks, and the call as it is now. Every task works without them.
(() => {
  "use strict";
  const page = document.documentElement;
  const field = document.getElementById("q");
  page.classList.add("live");

  const isTyping = (element) => element && element.matches("input, textarea, select");
  const shownButton = (key) => [...document.querySelectorAll("[data-key]")].find(
    (button) => button.dataset.key === key && !button.disabled && button.offsetParent !== null);

  // Until then keys enter nothing: what they stand for has just become something else.
  let heldUntil = 0;
  const hold = (milliseconds) => {
    heldUntil = Math.max(heldUntil, Date.now() + milliseconds);
    page.classList.add("held");
    setTimeout(() => { if (Date.now() >= heldUntil) page.classList.remove("held"); }, milliseconds + 20);
  };

  // Keys. None of them does anything while somebody is typing.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (isTyping(document.activeElement)) {
      if (event.key === "Escape") document.activeElement.blur();
      return;
    }
    const digit = event.shiftKey ? null : /^(?:Digit|Numpad)(\d)$/.exec(event.code);
    const key = digit ? digit[1] : event.key.toLowerCase();
    if (key === "/" && field) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (key === "arrowup" || key === "arrowdown") {
      if (call.move(key === "arrowdown" ? 1 : -1)) event.preventDefault();
    } else if (shownButton(key)) {
      event.preventDefault();
      if (!event.repeat && Date.now() >= heldUntil) shownButton(key).click();
    } else if (digit && field && !call.root) {
      field.focus();
    }
  });

  // Copying a number.
  const showCopying = () => document.querySelectorAll("button.copy").forEach((button) => { button.hidden = false; });
  const copied = (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    return Promise.resolve();
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const text = button.textContent;
    copied(button.dataset.copy).then(() => {
      button.textContent = button.dataset.said;
      setTimeout(() => { button.textContent = text; }, 1500);
    }, () => {});
  });

  // The call.
  const call = {
    root: document.getElementById("call"), chosen: null, isBusy: false, isComposing: false, isWaiting: false, offset: 0,

    part() { return this.root.querySelector(".part"); },

    note(text) {
      const note = this.root.querySelector(".live-note");
      if (note) note.textContent = text;
    },

    tick() {
      document.querySelectorAll("[data-since]").forEach((clock) => {
        const seconds = Math.max(0, Math.floor((Date.now() + this.offset - Date.parse(clock.dataset.since)) / 1000));
        clock.querySelector(".seconds").textContent =
          Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
        if (clock.dataset.limit) clock.classList.toggle("over", seconds >= Number(clock.dataset.limit));
      });
    },

    // Puts another state of the call in place, and leaves what somebody is typing, and where, as it is.
    put(html, sent) {
      const next = new DOMParser().parseFromString(html, "text/html").querySelector(".part");
      if (!next) { location.reload(); return; }
      const before = this.part();
      const [was, active] = [before.dataset.next, document.activeElement];
      const place = before.contains(active) && !(sent && sent.contains(active) && isTyping(active)) ? active.id || active.dataset.key || "" : null;
      const selection = place && isTyping(active) && active.selectionStart !== undefined
        ? [active.selectionStart, active.selectionEnd] : null;
      before.querySelectorAll("input[id], textarea[id], select[id]").forEach((input) => {
        if (sent && sent.contains(input)) return;
        const same = next.querySelector("#" + CSS.escape(input.id));
        if (same) same.value = input.value;
      });
      before.querySelectorAll("details[id]").forEach((details) => {
        const same = next.querySelector("#" + CSS.escape(details.id));
        if (same && !(sent && details.contains(sent))) same.open = details.open;
      });
      before.replaceWith(next);
      this.offset = Date.parse(next.dataset.now) - Date.now();
      const again = place && (document.getElementById(place) || next.querySelector(`[data-key="${CSS.escape(place)}"]`));
      if (again) {
        again.focus();
        if (selection && again.setSelectionRange) again.setSelectionRange(...selection);
      }
      if (sent) {
        hold(400);
      } else if (was !== next.dataset.next) {
        hold(1500);
        this.note(this.root.dataset.changed);
      }
      showCopying();
      this.tick();
    },

    async refresh() {
      if (this.isBusy || this.isComposing) { this.isWaiting = true; return; }
      this.isBusy = true;
      this.isWaiting = false;
      try {
        const step = this.chosen ? "&step=" + encodeURIComponent(this.chosen) : "";
        const answer = await fetch(this.root.dataset.url + "?part=1" + step);
        this.put(await answer.text(), null);
      } catch { this.note(this.root.dataset.stale); }
      this.isBusy = false;
      if (this.isWaiting) this.refresh();
    },

    async send(form, button) {
      if (this.isBusy) { setTimeout(() => this.send(form, button), 50); return; }
      if (!form.isConnected) return;
      this.isBusy = true;
      hold(5000);
      const body = new URLSearchParams(new FormData(form));
      if (button && button.name) body.set(button.name, button.value);
      body.set("part", "1");
      const isAcceptance = body.get("outcome") === "accepted" && !body.has("arrival");
      if (!form.matches(".ring")) this.chosen = null;
      try {
        const answer = await fetch(form.action, { method: "POST", body });
        heldUntil = 0;
        this.put(await answer.text(), answer.ok ? form : document.createElement("form"));
        const fields = this.root.querySelectorAll(".arrival");
        if (answer.ok && isAcceptance && fields.length) fields[fields.length - 1].focus();
      } catch {
        heldUntil = 0;
        page.classList.remove("held");
        this.note(this.root.dataset.stale);
      }
      this.isBusy = false;
      if (this.isWaiting) this.refresh();
    },

    // Takes up the step above or below the one whose keys are shown.
    move(by) {
      if (!this.root) return false;
      const links = [...this.root.querySelectorAll("a.choose")];
      const present = links.findIndex((link) => link.closest(".chosen"));
      const link = links[present < 0 ? (by > 0 ? 0 : links.length - 1) : present + by];
      if (link) this.choose(link);
      return true;
    },

    choose(link) {
      this.chosen = link.dataset.step;
      this.part().dataset.next = this.chosen;
      this.refresh();
    },

    isNew(json) {
      const state = JSON.parse(json);
      const steps = state.plan.map((step) => step.id + step.status);
      const late = state.acceptances.filter((acceptance) => acceptance.overdue).length;
      const lit = state.lit.map((light) => light.stepId);
      return this.part().dataset.state !== [state.entries.length, late, lit.join(","), steps.join(",")].join(" ");
    },

    listen() {
      const source = new EventSource(this.root.dataset.url + "/events");
      source.addEventListener("call", (event) => { if (this.isNew(event.data)) this.refresh(); });
      source.addEventListener("error", () => {
        if (source.readyState === EventSource.CLOSED) {
          // There is no place to listen, or nobody is signed in any more: asking must do.
          setTimeout(() => { this.refresh(); this.listen(); }, 3000);
        } else {
          this.note(this.root.dataset.stale);
        }
      });
      source.addEventListener("open", () => this.note(""));
      addEventListener("pagehide", () => source.close());
    },

    begin() {
      this.offset = Date.parse(this.part().dataset.now) - Date.now();
      this.chosen = new URLSearchParams(location.search).get("step");
      this.root.addEventListener("compositionstart", () => { this.isComposing = true; });
      this.root.addEventListener("compositionend", () => {
        this.isComposing = false;
        if (this.isWaiting) this.refresh();
      });
      this.root.addEventListener("submit", (event) => {
        if (!event.target.matches(".act")) return;
        event.preventDefault();
        this.send(event.target, event.submitter);
      });
      this.root.addEventListener("click", (event) => {
        const link = event.target.closest("a.choose");
        if (link) {
          event.preventDefault();
          this.choose(link);
        }
        // Whoever dials begins to ring.
        if (event.target.closest(".present a[href^='tel:']")) {
          const ring = this.root.querySelector(".ring");
          if (ring) this.send(ring, null);
        }
      });
      this.tick();
      setInterval(() => this.tick(), 500);
      this.listen();
    },
  };
  showCopying();
  if (call.root) call.begin();

  // Lists that live: asked for again, put in place where nobody is in them.
  const board = document.getElementById("board");
  if (board) {
    setInterval(async () => {
      if (document.hidden || board.contains(document.activeElement)) return;
      try {
        const answer = await fetch(location.pathname);
        const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("board");
        if (next) board.innerHTML = next.innerHTML;
        showCopying();
      } catch { /* The next time. */ }
    }, 5000);
  }
})();

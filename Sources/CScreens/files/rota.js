"use strict";
// The month's grid by keyboard: cells, completion, marks while one types, undo. What is saved is checked by the server all the same.
(() => {
  const table = document.getElementById("grid");
  const form = document.getElementById("sheet");
  if (!table || !form) return;
  const say = table.dataset;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));

  // Who may be written, by everything that somebody might type for them.
  const fold = (text) => text.normalize("NFKC").replace(/[\u3041-\u3096]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60))
    .replace(/\s+/g, "").toUpperCase();
  const people = [...document.querySelectorAll("#people option")].map((option) => ({
    id: option.dataset.id, written: option.value, name: option.dataset.name,
    keys: [option.value, option.dataset.name, option.dataset.id, option.dataset.kana].map(fold),
  }));
  const byID = new Map(people.map((one) => [one.id, one]));
  const find = (text) => {
    const key = fold(text);
    const exact = people.filter((one) => one.keys.slice(0, 3).includes(key));
    if (exact.length > 0) return exact;
    const whole = people.filter((one) => one.keys[3] === key);
    return whole.length > 0 ? whole : people.filter((one) => one.keys.some((each) => each.startsWith(key)));
  };
  const parts = (text) => text.split(/[\u3001,\uFF0C;\uFF1B\n]/).map((one) => one.trim()).filter((one) => one !== "");

  const was = JSON.parse(form.elements.was.value || "{}");
  const before = (input) => was[input.name] || "";
  const rows = [...table.tBodies[0].rows].map((row) => {
    const inputs = [...row.querySelectorAll("input")];
    const marks = row.querySelector(".marks ul");
    return {
      row, inputs, marks, server: [...marks.children], calls: inputs.filter((input) => input.list),
      date: row.dataset.date, start: Date.parse(row.dataset.start), end: Date.parse(row.dataset.end),
      needs: [Number(row.dataset.first), Number(row.dataset.second)],
    };
  });
  const inputs = rows.flatMap((row) => row.inputs);
  const kept = new Map(inputs.map((input) => [input, input.value]));
  const past = [];

  // A text becomes names where each part can only be one person.
  const complete = (text) => parts(text).map((part) => {
    const found = find(part);
    return found.length === 1 ? found[0].written : part;
  }).join("\u3001");
  const commit = (input, remember = true) => {
    if (input.list) input.value = complete(input.value);
    const old = kept.get(input);
    if (input.value === old) return;
    if (remember) past.push([input, old]);
    kept.set(input, input.value);
    show();
  };
  const undo = () => {
    const last = past.pop();
    if (!last) return;
    last[0].value = last[1];
    commit(last[0], false);
    last[0].focus();
    show();
  };

  // What the sheet comes to, as far as this page knows.
  const elsewhere = JSON.parse(say.elsewhere || "[]").map((one) => ({ ...one, start: Date.parse(one.start), end: Date.parse(one.end) }));
  const away = JSON.parse(say.away || "[]");
  const now = Date.parse(say.now);
  const limit = Number(say.nights);
  const day = 86400000;
  const number = (date) => Date.parse(date + "T00:00:00Z") / day;
  const isNight = (one) => one.end > Date.parse(one.date + "T00:00:00+09:00") + day;
  const name = (id) => (byID.has(id) ? byID.get(id).name : id);
  const known = new Set(["gap", "short", "samePerson", "doubleDuty", "twoAreas", "absent", "nightsRunning"]);

  const read = (row) => {
    row.found = [];
    row.held = row.calls.map((input) => {
      input.classList.remove("bad");
      return parts(input.value).flatMap((part) => {
        const all = find(part);
        if (all.length === 1) return [all[0].id];
        if (input.value === before(input)) return [part];
        input.classList.add("bad");
        row.found.push(all.length === 0 ? fill(say.unknown, { name: part })
          : fill(say.several, { name: part, names: all.slice(0, 4).map((one) => one.name).join(say.comma) }));
        return [];
      });
    });
  };
  const judge = (row, held) => {
    const [first, second] = [row.held[0] || [], row.held[1] || []];
    const mark = (text, values = {}) => row.found.push(fill(text, values));
    if (row.end <= now) return;
    if (row.needs[0] > 0 && first.length === 0) mark(say.gap);
    else if (first.length < row.needs[0]) mark(say.short, { call: say.first });
    if (second.length < row.needs[1]) mark(say.short, { call: say.second });
    for (const id of first.filter((one) => second.includes(one))) mark(say.same, { names: name(id) });
    for (const id of new Set([...first, ...second])) {
      const others = (held.get(id) || []).filter((one) => one.row !== row && one.start < row.end && row.start < one.end);
      for (const one of others.slice(0, 1)) mark(one.where ? say.areas : say.double, { names: name(id) });
      if (away.some((one) => one.who === id && one.from <= row.date && row.date <= one.to)) mark(say.absent, { names: name(id) });
      if (isNight(row) && run(held.get(id) || [], number(row.date)) > limit) mark(say.running, { names: name(id), nights: limit });
    }
  };
  const run = (held, at) => {
    const nights = new Set(held.filter(isNight).map((one) => number(one.date)));
    let [from, to] = [at, at];
    while (nights.has(from - 1)) from -= 1;
    while (nights.has(to + 1)) to += 1;
    return to - from + 1;
  };
  const show = () => {
    const changed = inputs.filter((input) => input.value !== before(input));
    for (const input of inputs) input.classList.toggle("changed", changed.includes(input));
    rows.forEach(read);
    const held = new Map();
    const put = (id, one) => held.set(id, [...(held.get(id) || []), one]);
    for (const one of elsewhere) put(one.who, one);
    for (const row of rows) for (const id of new Set(row.held.flat())) put(id, { row, date: row.date, start: row.start, end: row.end });
    for (const row of rows) {
      judge(row, held);
      const lines = row.found.map((text) => { const line = document.createElement("li"); line.textContent = text; return line; });
      // Until something is typed the server's marks stand; those that can't be judged here stand always.
      const own = changed.length === 0 ? row.server : [...lines, ...row.server.filter((line) => !known.has(line.dataset.kind))];
      row.marks.replaceChildren(...own);
    }
    const open = rows.filter((row) => row.marks.children.length > 0).length;
    const state = changed.length > 0 ? fill(say.unsaved, { count: changed.length }) : say.saved;
    document.getElementById("state").textContent = state + say.comma + (open > 0 ? fill(say.open, { count: open }) : say.fine);
    document.getElementById("undo").disabled = past.length === 0;
  };

  // Moving: until one types in a cell the arrows go to its neighbours, as in a spreadsheet.
  let typing = false;
  const move = (input, down, right) => {
    const at = rows.findIndex((row) => row.inputs.includes(input));
    const column = rows[at].inputs.indexOf(input) + right;
    const row = rows[at + down];
    if (row && row.inputs[column]) row.inputs[column].focus();
  };
  table.addEventListener("focusin", (event) => {
    if (event.target.tagName !== "INPUT") return;
    typing = false;
    event.target.select();
  });
  table.addEventListener("focusout", (event) => { if (event.target.tagName === "INPUT") commit(event.target); });
  table.addEventListener("input", () => { typing = true; });
  table.addEventListener("change", (event) => { commit(event.target); });
  const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  table.addEventListener("keydown", (event) => {
    const input = event.target;
    if (input.tagName !== "INPUT" || event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      commit(input);
      move(input, event.shiftKey ? -1 : 1, 0);
    } else if (event.key in steps && !typing && !event.altKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      move(input, ...steps[event.key]);
    } else if (event.key === "Escape" && typing) {
      input.value = kept.get(input);
      typing = false;
      input.select();
    } else if (event.key === "F2") {
      typing = true;
      input.setSelectionRange(input.value.length, input.value.length);
    } else if (event.key === "Delete" && !typing) {
      event.preventDefault();
      input.value = "";
      commit(input);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.isComposing) return;
    if (event.key === "s") {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "z" && !typing) {
      event.preventDefault();
      undo();
    }
  });
  // A piece of a spreadsheet fills cells from here on.
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (!/[\t\n]/.test(text.trim()) || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    const at = rows.findIndex((row) => row.inputs.includes(event.target));
    const column = rows[at].inputs.indexOf(event.target);
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach((line, down) => line.split("\t").forEach((cell, right) => {
      const input = rows[at + down] && rows[at + down].inputs[column + right];
      if (!input) return;
      input.value = cell.trim();
      commit(input);
    }));
  });

  // Only what was changed is sent; where one was is found again.
  let isSending = false;
  const place = "rota:" + location.pathname;
  form.addEventListener("submit", () => {
    if (document.activeElement && inputs.includes(document.activeElement)) commit(document.activeElement);
    isSending = true;
    const here = inputs.find((input) => input === document.activeElement) || (past.length > 0 ? past[past.length - 1][0] : null);
    sessionStorage.setItem(place, JSON.stringify({ name: here ? here.name : "", top: window.scrollY }));
    for (const input of inputs) input.disabled = input.value === before(input);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) { isSending = false; for (const input of inputs) input.disabled = false; }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isSending && inputs.some((input) => input.value !== before(input))) { event.preventDefault(); event.returnValue = say.leave; }
  });

  for (const note of document.querySelectorAll(".script-only")) note.hidden = false;
  for (const note of document.querySelectorAll(".no-script")) note.hidden = true;
  const button = document.getElementById("undo");
  button.hidden = false;
  button.addEventListener("click", undo);
  show();
  const back = JSON.parse(sessionStorage.getItem(place) || "null");
  sessionStorage.removeItem(place);
  const wrong = inputs.find((input) => input.getAttribute("aria-invalid"));
  const target = wrong || (back && inputs.find((input) => input.name === back.name));
  if (target) target.focus();
  if (back && !wrong) window.scrollTo(0, back.top);
})();

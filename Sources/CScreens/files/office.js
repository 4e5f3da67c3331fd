// The office's screens with a little help: a file is read into its field, and a download says that it is being made.
"use strict";

for (const chooser of document.querySelectorAll("[data-file-into]")) {
  chooser.closest("[data-file-row]").hidden = false;
  chooser.addEventListener("change", async () => {
    const file = chooser.files[0];
    if (!file) return;
    const bytes = await file.arrayBuffer();
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      text = new TextDecoder("shift_jis").decode(bytes);
    }
    document.getElementById(chooser.dataset.fileInto).value = text;
  });
}

for (const link of document.querySelectorAll("a[data-working]")) {
  const said = document.querySelector("[data-working-said]");
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    said.textContent = link.dataset.working;
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(String(answer.status));
      const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
      const file = document.createElement("a");
      file.href = URL.createObjectURL(await answer.blob());
      file.download = name ? name[1] : "";
      file.click();
      URL.revokeObjectURL(file.href);
      said.textContent = link.dataset.ready;
    } catch {
      said.textContent = link.dataset.failed;
    }
  });
}

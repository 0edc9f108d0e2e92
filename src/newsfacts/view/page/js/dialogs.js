// What lies over the page: help, the corrections, forms.

function openDialog(title, body) {
  const dialog = byId("dialog");
  dialog.replaceChildren(
    make("div", { class: "dialog-head" }, make("h2", { id: "dialog-title" }, title), make("button", { type: "button", class: "quiet", "aria-label": "Close", onclick: closeDialog }, "✕")),
    make("div", { class: "dialog-body" }, body));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

const closeDialog = () => byId("dialog").close();

const KEYS = [
  [["j", "k"], "next, previous article"], [["n", "p"], "next, previous fact, person or event; behind the last, the next article"],
  [["a", "r", "e", "u"], "accept, reject, edit, undo the one that is marked"], [["+"], "add what is selected in the text"],
  [["d"], "read to the end: the rest is right, nothing is missing"], [["f", "g", "v"], "facts, people, events"],
  [["/"], "search"], [["o"], "overview"], [["c"], "corrections"], [["t"], "light or dark"], [["Esc"], "close, let go"], [["?"], "this help"]];

function openHelp() {
  const list = make("dl", { class: "keys" }, KEYS.map(([keys, words]) => [make("dt", {}, keys.map((key) => make("kbd", {}, key))), make("dd", {}, words)]));
  const kinds = make("p", { class: "legend" }, NAMES.kind.map((kind) => make("span", {}, make("span", { class: `mark figure of-${kind}` }, kind))), make("span", { class: "mark named" }, "person"), make("span", { class: "mark starts" }, "start of an event"));
  openDialog("Keys and colours", [
    list, make("p", {}, make("label", { class: "check" }, make("input", { type: "checkbox", id: "keys-on", checked: keysOn, onchange: (event) => { keysOn = event.target.checked; } }), "Single keys do these things")),
    kinds, make("p", { class: "soft" }, "A line under a colour is a fact around the fact. Grey marks the words from which the values of the chosen fact were read. Confidence is the probability that a careful reader finds the same; – where it was not measured."),
    make("p", { class: "soft" }, index.made.join("; "))]);
}

function openCorrections() {
  const all = allCorrections();
  const number = (action) => all.filter((one) => one.action === action && one.target !== "article").length;
  const read = all.filter((one) => one.target === "article").length;
  openDialog("Corrections", [
    make("p", {}, all.length ? `${number("accept")} accepted, ${number("reject")} rejected, ${number("edit")} edited, ${number("add")} added, in ${counted(said.size, "article")}; ${counted(read, "article")} read to the end.` : "None yet. Open an article, choose a fact, and accept (a), reject (r) or edit (e) it; select words to add what is missing."),
    make("p", { class: "soft" }, "The file goes to newsfacts correct, which makes gold of it. Until it is saved, corrections are kept in this browser, where it allows that."),
    make("div", { class: "dialog-tools" },
      make("button", { type: "button", class: "main", id: "download", disabled: !all.length, onclick: download }, "Save corrections.jsonl"),
      make("button", { type: "button", onclick: () => byId("corrections-file").click() }, "Open a file…"),
      make("button", { type: "button", disabled: !all.length, onclick: forget }, "Forget all")),
    make("input", { type: "file", id: "corrections-file", hidden: true, accept: ".jsonl,.json,.txt", onchange: openFile, "aria-label": "File of corrections" }),
    make("p", { id: "corrections-told", role: "status" })]);
}

function openFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  file.text().then((lines) => {
    const told = takeUp(lines);
    keep();
    redraw();
    openCorrections();
    byId("corrections-told").textContent = `${counted(told.taken, "correction")} taken up${told.left ? `, ${told.left} left: of other articles or texts, or not in order` : ""}.`;
  });
}

function forget() {
  if (!confirm("Forget all corrections of this page?")) return;
  forgetAll();
  openCorrections();
}

function forgetAll() {
  said.clear();
  keep();
  unsaved = false;
  redraw();
}

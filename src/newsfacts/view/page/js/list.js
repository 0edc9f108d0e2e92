// The list: only the rows in sight are there, however many articles there are.

const ROW = 74;
let shown = [];
let selected = -1;

/** Put the articles of a filter into the list. */
function fillList(found) {
  shown = found;
  byId("rows-list").style.height = `${shown.length * ROW}px`;
  drawRows();
}

/** Draw the rows in sight, and a few beside them. */
function drawRows() {
  const box = byId("rows");
  const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 4);
  const last = Math.min(shown.length, Math.ceil((box.scrollTop + Math.max(box.clientHeight, 400)) / ROW) + 4);
  const focused = document.activeElement?.closest?.(".row")?.dataset.article;
  const rows = [];
  for (let place = first; place < last; place += 1) rows.push(row(place));
  byId("rows-list").replaceChildren(...rows);
  if (focused !== undefined) byId("rows-list").querySelector(`[data-article="${focused}"]`)?.focus({ preventScroll: true });
}

function row(place) {
  const i = shown[place];
  const stand = { finished: "✓ read", begun: "… begun", untouched: "" }[reading(i)];
  const item = make("li", { "aria-setsize": shown.length, "aria-posinset": place + 1 },
    make("button", { type: "button", class: "row", "data-article": i, "aria-current": i === selected ? "true" : null, onclick: () => openArticle(i, { focus: true }) },
      make("span", { class: "row-title" }, articles.title[i] ?? articles.id[i]),
      make("span", { class: "row-told" }, dots(i), make("span", { class: "ends" }, stand || articles.date[i] || ""))));
  item.style.top = `${place * ROW}px`;
  return item;
}

function dots(i) {
  const numbers = new Array(NAMES.kind.length).fill(0);
  for (let row = FACTS_OF[i]; row < FACTS_OF[i + 1]; row += 1) numbers[facts.k[row]] += 1;
  const named = PEOPLE_OF[i + 1] - PEOPLE_OF[i];
  const told = NAMES.kind.map((kind, place) => [kind, numbers[place]]).concat([["person", named]]).filter(([, number]) => number);
  const spans = told.map(([kind, number]) => make("span", { class: `dot of-${kind}`, title: `${kind}: ${number}` }, make("span", { class: "unseen" }, `${kind} `), String(number)));
  if (articles.warnings[i].length) spans.push(make("span", { title: "has warnings" }, make("span", { class: "unseen" }, "warnings "), "⚠"));
  return spans.length ? spans : "nothing found";
}

/** Bring the row of an article into sight. */
function showRow(i) {
  const place = shown.indexOf(i);
  const box = byId("rows");
  if (place < 0) return;
  if (place * ROW < box.scrollTop) box.scrollTop = place * ROW;
  if ((place + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (place + 1) * ROW - box.clientHeight;
}

/** Make the fields of the filter. */
function makeFilter() {
  const choice = (name, label, values) => field(label, make("select", { id: `filter-${name}`, onchange: (event) => ask(name, event.target.value) },
    name === "order" ? null : make("option", { value: "" }, "any"), Object.entries(values).map(([value, words]) => make("option", { value }, words))));
  const named = (name) => Object.fromEntries(NAMES[name].map((value) => [value, inWords(value)]));
  const bound = (name, label) => field(label, make("input", { id: `filter-${name}`, type: "number", min: 0, max: 100, value: asked[name], oninput: (event) => ask(name, event.target.value === "" ? (name === "low" ? 0 : 100) : Number(event.target.value)) }));
  const field = (label, control) => make("label", {}, label, control);
  byId("filter-fields").replaceChildren(
    choice("kind", "Kind of fact", named("kind")), choice("event_type", "Event type", named("event_type")),
    choice("status", "Status", named("status")), choice("part", "Person's part", named("part")),
    bound("low", "Confidence from %"), bound("high", "Confidence to %"),
    choice("warning", "Warning", named("warning")), choice("reading", "Reading", { untouched: "untouched", begun: "begun", finished: "finished" }),
    choice("order", "Order", ORDERS), make("div", {}, make("label", { for: "filter-none" }, "All filters"), make("button", { type: "button", id: "filter-none", onclick: askNothing }, "Clear")));
}

/** Ask for something else. */
function ask(name, value) {
  asked[name] = value;
  refresh();
}

function askNothing() {
  Object.assign(asked, { kind: "", event_type: "", status: "", part: "", warning: "", reading: "", low: 0, high: 100, order: "given" });
  makeFilter();
  refresh();
}

/** Filter anew, and show what is found. */
function refresh() {
  const found = matching();
  byId("filter-told").textContent = askedInWords();
  byId("found").textContent = `${counted(found.articles.length, "article")}, ${counted(found.facts, "fact")}`;
  byId("rows").scrollTop = 0;
  fillList(found.articles);
  drawOverviewSoon();
  if (selected >= 0) drawCards();
}

// The article: its text with what was found marked in it.

let things = { fact: [], person: [], event: [] };
let active = null;
let tab = "fact";
const pieceOf = new Map();
const QUIET = new Set(["credit", "contact", "furniture"]);

/** Open an article; the way back leads to where one was. */
function openArticle(i, { focus = false } = {}) {
  selected = i;
  active = null;
  document.body.dataset.view = "article";
  byId("overview").hidden = true;
  byId("article").hidden = byId("side").hidden = false;
  drawArticle();
  drawCards();
  drawRows();
  showRow(i);
  byId("main").scrollTop = 0;
  if (innerWidth <= 860) scrollTo(0, 0);
  if (focus) byId("main").focus({ preventScroll: true });
  goTo(`#${encodeURIComponent(articles.id[i])}`);
  tell(`${articles.title[i] ?? articles.id[i]}: ${counted(things.fact.length, "fact")}`);
}

function drawArticle() {
  const { record, text } = article(selected);
  things = current(selected);
  byId("article").replaceChildren(...head(record), text === null ? without() : legend(), text === null ? "" : body());
  showEvidence();
  showFound();
}

function head(record) {
  const link = /^https?:\/\//.test(record.source ?? "");
  const source = record.source && (link ? make("a", { href: record.source, rel: "noreferrer noopener", target: "_blank" }, record.source) : record.source);
  const dated = record.published ?? record.published_text;
  const told = [dated && `Published ${dated}`, record.dateline_place, record.byline.length > 0 && `By ${record.byline.join(", ")}`, source, record.article_id];
  return [
    make("h2", { class: "article-title" }, record.title ?? record.article_id),
    make("p", { class: "article-meta" }, told.filter(Boolean).map((one) => make("span", {}, one))),
    record.warnings.length ? make("ul", { class: "notes", "aria-label": "Warnings" }, record.warnings.map((one) => make("li", {}, make("strong", {}, inWords(one.code)), `: ${one.message}`))) : "",
    make("div", { class: "article-tools" },
      make("button", { type: "button", id: "finish", "aria-pressed": String(reading(selected) === "finished"), onclick: finish, title: "All of it has been read: the rest is right, nothing is missing (d)" }, reading(selected) === "finished" ? "✓ Read to the end" : "Read to the end"),
      make("button", { type: "button", onclick: () => openAdding(null) }, "Add what is missing")),
  ];
}

const without = () => make("p", { class: "empty" }, "The text of this article is not in this page. Give the articles to newsfacts view to see each fact in its place.");

function legend() {
  const kinds = NAMES.kind.filter((kind) => things.fact.some((fact) => fact.kind === kind));
  const marks = kinds.map((kind) => make("span", {}, make("span", { class: `mark figure of-${kind}` }, kind)));
  if (things.person.length) marks.push(make("span", {}, make("span", { class: "mark named" }, "person")));
  if (things.event.length) marks.push(make("span", {}, make("span", { class: "mark starts" }, "start of an event")));
  return make("p", { class: "legend" }, marks);
}

/** Give everything that is marked in the text. */
function marks() {
  const spans = things.fact.map((fact) => ({ from: fact.from, to: fact.to, thing: fact }));
  for (const person of things.person) for (const one of person.mentions) spans.push({ from: one.from, to: one.to, thing: person });
  for (const event of things.event) if (event.trigger) spans.push({ from: event.from, to: event.to, thing: event });
  return spans;
}

function body() {
  const { record, text } = article(selected);
  const box = make("div", { class: "text", id: "text", onclick: clicked, onmouseover: hovered, onmouseout: unhovered });
  pieceOf.clear();
  let section = null;
  let block = box;
  const cuts = record.sections.flatMap((one) => [one.from, headingEnd(one, text)]);
  for (const piece of pieces(text.length, marks(), cuts)) {
    const here = record.sections.find((one) => one.from <= piece.from && piece.from < one.to) ?? null;
    if (here !== section || block === box) {
      section = here;
      block = make("span", { class: QUIET.has(here?.kind) ? "beside" : "" });
      box.append(block);
    }
    const words = text.slice(piece.from, piece.to);
    const headed = here?.heading && piece.from < headingEnd(here, text);
    block.append(piece.marks.length ? marked(piece, words) : headed ? make("span", { class: "heading" }, words) : words);
  }
  return box;
}

function headingEnd(section, text) {
  if (!section.heading) return section.from;
  const place = text.indexOf(section.heading, section.from);
  return place >= 0 && place < section.to ? place + section.heading.length : section.from;
}

function marked(piece, words) {
  const element = make("span", { class: classes(piece.marks.map((mark) => mark.thing)).join(" ") }, words);
  element.things = piece.marks.map((mark) => mark.thing);
  for (const thing of element.things) {
    const key = keyOf(thing.target, thing.id);
    if (!pieceOf.has(key)) pieceOf.set(key, []);
    pieceOf.get(key).push(element);
  }
  return element;
}

/** Say how a piece looks: the innermost figure gives its colour, the one around it a second line. */
function classes(covering) {
  const found = ["mark"];
  const [inner, outer] = covering.filter((one) => one.target === "fact" && one.kind !== "quote");
  const quote = covering.find((one) => one.kind === "quote");
  const main = inner ?? quote;
  if (main) found.push(`of-${main.kind}`, main.stand);
  if (inner) found.push("figure");
  if (outer) found.push(`under-${outer.kind}`);
  const named = covering.find((one) => one.target === "person");
  if (named) found.push("named", main ? "" : named.stand);
  if (covering.some((one) => one.target === "event")) found.push("starts");
  return found.filter(Boolean);
}

const under = (event) => event.target.closest(".mark")?.things ?? [];

function clicked(event) {
  const here = under(event);
  if (!here.length || !getSelection().isCollapsed) return;
  const place = here.findIndex((one) => active && one.id === active.id && one.target === active.target);
  const thing = here[(place + 1) % here.length];
  activate(thing.target, thing.id, { scroll: false });
  peekCard();
}

function hovered(event) {
  const [thing] = under(event);
  if (!thing || innerWidth <= 860) return;
  light(thing, true);
  const box = event.target.getBoundingClientRect();
  const peek = byId("peek");
  peek.replaceChildren(make("span", { class: `of-${thing.kind ?? thing.target}` }, make("span", { class: "card-kind" }, kindOf(thing))), ` ${told(thing)}`);
  peek.hidden = false;
  peek.style.left = `${Math.max(8, Math.min(box.left, innerWidth - peek.offsetWidth - 12))}px`;
  peek.style.top = `${box.bottom + peek.offsetHeight + 12 > innerHeight ? box.top - peek.offsetHeight - 6 : box.bottom + 6}px`;
}

function unhovered(event) {
  const [thing] = under(event);
  if (!thing || innerWidth <= 860) return;
  light(thing, false);
  byId("peek").hidden = true;
}

/** Light up a thing in the text and in the cards. */
function light(thing, on) {
  for (const element of pieceOf.get(keyOf(thing.target, thing.id)) ?? []) element.classList.toggle("hover", on);
  cardOf(thing)?.classList.toggle("hover", on);
}

/** Make a thing the one that keys and cards speak of. */
function activate(target, id, { scroll = true } = {}) {
  active = { target, id };
  tab = target;
  drawCards();
  for (const element of document.querySelectorAll(".mark.active")) element.classList.remove("active");
  const here = pieceOf.get(keyOf(target, id)) ?? [];
  for (const element of here) element.classList.add("active");
  showEvidence();
  if (scroll) here[0]?.scrollIntoView({ block: "center" });
  const thing = activeThing();
  if (thing) tell(`${kindOf(thing)}: ${told(thing)}`);
}

const activeThing = () => (active ? things[active.target].find((one) => one.id === active.id) : undefined);

/** Colour the words that the values of the active fact were read from. */
function showEvidence() {
  if (!globalThis.Highlight) return;
  CSS.highlights.delete("evidence");
  const thing = activeThing();
  const { text } = article(selected);
  if (!thing || text === null || thing.from === undefined) return;
  const said = ["attribution", "speaker", "cue", "agent", "time_text", "place", "base_text", "measure", "substance"];
  const spans = said.filter((name) => typeof thing[name] === "string").map((name) => nearest(text, thing[name], thing)).filter(Boolean);
  CSS.highlights.set("evidence", new Highlight(...ranges(spans)));
}

/** Colour what was searched for. */
function showFound() {
  if (!globalThis.Highlight) return;
  CSS.highlights.delete("found");
  const { text } = article(selected);
  const folded = (words) => words.toLowerCase().replaceAll("’", "'");
  const terms = folded(asked.words).split(/\s+/).filter(Boolean);
  if (text === null || !terms.length) return;
  const lower = folded(text);
  if (lower.length !== text.length) return;
  const spans = terms.flatMap((term) => [...everywhere(lower, term)]);
  CSS.highlights.set("found", new Highlight(...ranges(spans)));
}

function* everywhere(text, term) {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) yield { from: at, to: at + term.length };
}

/** Turn places of the text into ranges of the page. */
function ranges(spans) {
  const nodes = [];
  const walker = document.createTreeWalker(byId("text"), NodeFilter.SHOW_TEXT);
  for (let at = 0; walker.nextNode(); at += walker.currentNode.length) nodes.push([at, walker.currentNode]);
  const holder = (place) => nodes.findLast(([at]) => at <= place) ?? nodes[0];
  return spans.map(({ from, to }) => {
    const range = new Range();
    const [first, last] = [holder(from), holder(to - 1)];
    range.setStart(first[1], from - first[0]);
    range.setEnd(last[1], to - last[0]);
    return range;
  });
}

/** Give the place of the text that is selected, in the browser's units, or null. */
function selectedSpan() {
  const selection = getSelection();
  const box = byId("text");
  if (!box || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
  const before = new Range();
  before.setStart(box, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return trimmed(from, from + range.toString().length);
}

/** Leave out white space at the ends of a span. */
function trimmed(from, to) {
  const { text } = article(selected);
  while (from < to && /\s/.test(text[from])) from += 1;
  while (to > from && /\s/.test(text[to - 1])) to -= 1;
  return from < to ? { from, to } : null;
}

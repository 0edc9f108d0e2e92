// Cards of facts and people, events as a line of time, and what one can do with each.

const TABS = { fact: "Facts", person: "People", event: "Events" };
const cards = new Map();
const cardOf = (thing) => cards.get(keyOf(thing.target, thing.id));

/** Draw the cards of the tab that is open. */
function drawCards() {
  if (selected < 0) return;
  const side = byId("side");
  const top = side.querySelector(".cards")?.scrollTop ?? 0;
  cards.clear();
  const tabs = Object.entries(TABS).map(([target, word]) => make("button", { type: "button", role: "tab", id: `tab-${target}`, "aria-selected": String(tab === target), "aria-controls": "cards", tabindex: tab === target ? 0 : -1, onclick: () => openTab(target), onkeydown: turnTab }, `${word} ${things[target].length}`));
  const list = { fact: factCards, person: personCards, event: timeline }[tab]();
  side.replaceChildren(make("div", { class: "tabs", role: "tablist", "aria-label": "What the article says" }, tabs),
    make("div", { class: "cards", id: "cards", role: "tabpanel", "aria-labelledby": `tab-${tab}`, tabindex: 0 }, list));
  side.querySelector(".cards").scrollTop = top;
  const chosen = activeThing();
  if (chosen && innerWidth > 860) cardOf(chosen)?.scrollIntoView({ block: "nearest" });
}

function openTab(target) {
  tab = target;
  active = null;
  drawCards();
  byId(`tab-${target}`).focus();
}

function turnTab(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const names = Object.keys(TABS);
  openTab(names[(names.indexOf(tab) + step + names.length) % names.length]);
}

const factCards = () => orEmpty(things.fact.map(card), "No facts were found in this article.");
const personCards = () => orEmpty(things.person.map(card), "Nobody is named in this article.");
const orEmpty = (made, words) => (made.length ? made : make("p", { class: "empty" }, words));

/** Order events by their first day; those without one come last, in the order of the text. */
function timeline() {
  const dated = (event) => event.time_start ?? event.time_end ?? "9999";
  const events = [...things.event].sort((a, b) => dated(a).localeCompare(dated(b)) || a.from - b.from);
  const items = events.map((event) => make("li", { class: dated(event) === "9999" ? "undated" : "" },
    make("p", { class: "when" }, days(event.time_start, event.time_end) || event.time_text || "no date"), card(event)));
  return items.length ? make("ol", { class: "timeline" }, items) : orEmpty([], "No events were found in this article.");
}

function card(thing) {
  const on = active !== null && active.target === thing.target && active.id === thing.id;
  const fits = thing.target !== "fact" || !asksFacts() || fitting().has(thing.id);
  const element = make("section", { class: ["card", `of-${thing.kind ?? thing.target}`, thing.stand, on ? "active" : "", fits ? "" : "other"].filter(Boolean).join(" "), "aria-label": `${kindOf(thing)} ${headed(thing).slice(0, 60)}`, onmouseenter: () => light(thing, true), onmouseleave: () => light(thing, false) },
    make("button", { type: "button", class: "card-head", "aria-expanded": String(on), onclick: () => (on ? deactivate() : activate(thing.target, thing.id)) },
      make("span", { class: "card-text" }, headed(thing)), sure(thing),
      make("span", { class: "card-told" }, make("span", { class: "card-kind" }, kindOf(thing)), make("span", {}, told(thing)), thing.stand ? make("span", { class: `stand ${thing.stand}` }, thing.stand) : "")),
    on ? cardBody(thing) : "");
  cards.set(keyOf(thing.target, thing.id), element);
  return element;
}

function sure(thing) {
  const confidence = thing.target === "person" ? thing.part_confidence : thing.confidence;
  if (confidence === undefined) return make("span", { class: "sure", title: "confidence was not measured" }, "–");
  return make("span", { class: "sure", title: "confidence" }, percent(confidence), make("meter", { min: 0, max: 1, value: confidence, "aria-label": "confidence" }));
}

function cardBody(thing) {
  const rows = rowsOf(thing).map(([name, value, was]) => [make("dt", {}, name), make("dd", {}, was === undefined || was === null ? "" : make("span", { class: "was" }, Array.isArray(was) ? was.join(", ") : String(was)), value)]);
  const on = (action) => String(thing.stand === action);
  return make("div", { class: "card-body" }, make("dl", {}, rows), evidence(thing), why(thing),
    make("div", { class: "card-tools" },
      make("button", { type: "button", "aria-pressed": on("accepted"), onclick: () => decide("accept") }, "Accept ", make("kbd", {}, "a")),
      make("button", { type: "button", "aria-pressed": on("rejected"), onclick: () => decide("reject") }, "Reject ", make("kbd", {}, "r")),
      make("button", { type: "button", onclick: () => decide("edit") }, "Edit ", make("kbd", {}, "e")),
      thing.stand ? make("button", { type: "button", onclick: () => decide("undo") }, "Undo ", make("kbd", {}, "u")) : ""));
}

/** Give the ids of the facts of this article that fit what is asked for. */
function fitting() {
  const test = factTest();
  return new Set(article(selected).record.facts.filter((_, place) => test(FACTS_OF[selected] + place)).map((fact) => fact.fact_id));
}

function deactivate() {
  active = null;
  for (const element of document.querySelectorAll(".mark.active")) element.classList.remove("active");
  byId("peek").hidden = true;
  drawCards();
  showEvidence();
}

/** Do something with the active thing: accept, reject, edit, undo. */
function decide(action) {
  const thing = activeThing();
  if (!thing) return;
  if (action === "edit") return openForm(thing);
  if (thing.stand === "added") {
    if (action === "accept") return;
    active = null;
    correct(selected, null, thing.target, thing.id);
  } else if (action === "undo") correct(selected, null, thing.target, thing.id);
  else correct(selected, correction(selected, action, thing.target, thing.id));
  tell({ accept: "accepted", reject: "rejected", undo: "taken back" }[action]);
}

/** Say that the whole article has been read, or take it back. */
function finish() {
  const done = reading(selected) === "finished";
  correct(selected, done ? null : correction(selected, "accept", "article", null), "article", null);
}

/** Go to the next or previous fact (or person, or event) that is asked for; behind the last comes the next article. */
function step(by) {
  const all = tab === "event" ? things.event : things[tab];
  const list = tab === "fact" && asksFacts() ? all.filter((fact) => fitting().has(fact.id)) : all;
  const place = active ? list.findIndex((one) => one.id === active.id) : by > 0 ? -1 : list.length;
  const next = list[place + by];
  if (next) return activate(next.target, next.id);
  return move(by);
}

/** Go to the next or previous article of the list. */
function move(by) {
  const place = shown.indexOf(selected);
  const next = shown[selected < 0 ? 0 : place + by];
  if (next !== undefined) openArticle(next, { focus: true });
  else tell(by > 0 ? "the last article" : "the first article");
}

/** On a narrow page show the card of what was tapped over the text. */
function peekCard() {
  const thing = activeThing();
  if (innerWidth > 860 || !thing) return;
  const peek = byId("peek");
  peek.style.left = peek.style.top = "";
  peek.replaceChildren(make("div", { class: "peek-bar" }, make("button", { type: "button", class: "quiet", onclick: deactivate }, "Close ✕")), card(thing));
  peek.hidden = false;
  const here = pieceOf.get(keyOf(thing.target, thing.id))?.[0];
  if (here && here.getBoundingClientRect().bottom > innerHeight - peek.offsetHeight) scrollBy(0, here.getBoundingClientRect().top - 120);
}

// What the reader says: kept by article, saved in this browser where it lets us, written as a file of corrections.

const said = new Map();
const KEPT = `newsfacts-corrections-${index.fingerprint}`;
let unsaved = false;
const listeners = [];

const keyOf = (target, id) => `${target}:${id ?? ""}`;

/** Give the correction of a thing, if there is one. */
const correctionOf = (i, target, id) => said.get(i)?.get(keyOf(target, id));

/** Say something about a thing of an article; null takes back what was said. */
function correct(i, correction, target = correction.target, id = correction.id) {
  if (!said.has(i)) said.set(i, new Map());
  if (correction === null) said.get(i).delete(keyOf(target, id));
  else said.get(i).set(keyOf(target, id), correction);
  if (said.get(i).size === 0) said.delete(i);
  unsaved = true;
  keep();
  for (const listener of listeners) listener(i);
}

/** Make a correction with all keys that the file has. */
function correction(i, action, target, id, more = {}) {
  const named = { article_id: articles.id[i], text_sha256: article(i).record.text_sha256, action, target, id };
  return { ...named, fields: {}, start_char: null, end_char: null, note: null, ...more };
}

/** Give a name to something new that no other new thing of the article has. */
function newId(i) {
  const taken = [...(said.get(i)?.values() ?? [])].map((one) => Number(/^new(\d+)$/.exec(one.id ?? "")?.[1] ?? 0));
  return `new${Math.max(0, ...taken) + 1}`;
}

/** Say how far an article has been read. */
function reading(i) {
  if (correctionOf(i, "article", null)) return "finished";
  return said.has(i) ? "begun" : "untouched";
}

/** List all corrections, by article in the order of the page. */
function allCorrections() {
  return [...said.keys()].sort((a, b) => a - b).flatMap((i) => [...said.get(i).values()]);
}

const correctionLines = () => allCorrections().map((one) => `${JSON.stringify(one)}\n`).join("");

/** Hand the file over to the browser's downloads. */
function download() {
  const address = URL.createObjectURL(new Blob([correctionLines()], { type: "application/x-ndjson" }));
  const link = make("a", { href: address, download: "corrections.jsonl" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  unsaved = false;
}

/** Take up the lines of a file of corrections; those of other articles or texts are counted and left. */
function takeUp(lines) {
  const places = new Map(articles.id.map((id, i) => [id, i]));
  const told = { taken: 0, left: 0 };
  for (const line of lines.split("\n").filter((one) => one.trim())) {
    const one = parsed(line);
    const i = one === null ? undefined : places.get(one.article_id);
    const fits = i !== undefined && article(i).record.text_sha256 === one.text_sha256 && inOrder(one);
    if (fits) {
      if (!said.has(i)) said.set(i, new Map());
      const id = one.action === "add" && !one.id ? newId(i) : one.id ?? null;
      const { fields = {}, start_char = null, end_char = null, note = null } = one;
      said.get(i).set(keyOf(one.target, id), correction(i, one.action, one.target, id, { fields, start_char, end_char, note }));
    }
    told[fits ? "taken" : "left"] += 1;
  }
  return told;
}

/** Tell whether a correction says what corrections may say, and of what. */
function inOrder(one) {
  const names = Object.keys(one.fields ?? {});
  return Object.hasOwn(STANDS, one.action) && ["fact", "person", "event", "article"].includes(one.target) && names.every((name) => index.correctable.includes(name));
}

function parsed(line) {
  try {
    const value = JSON.parse(line);
    return value !== null && typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

/** Keep what was said in this browser; one that forbids it loses nothing but comfort. */
function keep() {
  try {
    if (said.size) localStorage.setItem(KEPT, correctionLines());
    else localStorage.removeItem(KEPT);
  } catch { /* storage is closed to files in some browsers */ }
}

function recall() {
  try {
    takeUp(localStorage.getItem(KEPT) ?? "");
  } catch { /* as above */ }
}

/**
 * Give what an article tells as the reader has put it: facts, people and events with `stand` (accepted, rejected, edited,
 * added or ""), `was` (what edited fields were) and new things among them.
 */
function current(i) {
  const { record } = article(i);
  const found = { fact: as(i, "fact", record.facts, "fact_id"), person: as(i, "person", record.people, "person_id"), event: as(i, "event", record.events, "event_id") };
  for (const one of said.get(i)?.values() ?? []) {
    if (one.action === "add" && found[one.target]) found[one.target].push(asNew(i, one));
  }
  found.fact.sort((a, b) => a.from - b.from || b.to - a.to);
  return found;
}

const STANDS = { accept: "accepted", reject: "rejected", edit: "edited", add: "added" };

function as(i, target, things, key) {
  return things.map((thing) => {
    const one = correctionOf(i, target, thing[key]);
    const put = { ...thing, target, id: thing[key], stand: one ? STANDS[one.action] : "", was: {}, note: one?.note };
    for (const [name, value] of Object.entries(one?.action === "edit" ? one.fields : {})) {
      put.was[name] = thing[name] ?? null;
      if (value === null) delete put[name];
      else put[name] = value;
    }
    return one?.action === "edit" && one.start_char !== null ? place(article(i), { ...put, start_char: one.start_char, end_char: one.end_char }) : put;
  });
}

function asNew(i, one) {
  const spanned = one.start_char === null ? { from: 0, to: 0 } : place(article(i), { start_char: one.start_char, end_char: one.end_char });
  const told = Object.fromEntries(Object.entries(one.fields).filter(([, value]) => value !== null));
  const put = { ...told, ...spanned, target: one.target, id: one.id, stand: "added", was: {}, note: one.note };
  if (one.target === "fact") put.fact_id = one.id;
  if (one.target === "person") Object.assign(put, { mentions: spanned.text ? [{ ...spanned }] : [], roles: [] });
  if (one.target === "event") Object.assign(put, { trigger: spanned.text, event_id: one.id });
  return put;
}

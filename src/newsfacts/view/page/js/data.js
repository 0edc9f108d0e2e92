// What the page holds: the index, parsed at once, and a line for each article, parsed when it is opened.

const index = JSON.parse(byId("index").textContent);
const NAMES = index.names;
const { articles, facts, people, events } = index;
const SIZE = articles.id.length;
const recordLines = taken("records");
const textLines = taken("texts");
const HAS_TEXTS = textLines.some((line) => line !== "null");

/** First rows of the articles in a table of columns, and behind the last one its length. */
function firstRows(table) {
  const rows = new Int32Array(SIZE + 1);
  for (const article of table.a) rows[article + 1] += 1;
  for (let i = 0; i < SIZE; i += 1) rows[i + 1] += rows[i];
  return rows;
}
const FACTS_OF = firstRows(facts);
const PEOPLE_OF = firstRows(people);
const EVENTS_OF = firstRows(events);

function taken(id) {
  const element = byId(id);
  const lines = element.textContent.split("\n");
  element.remove();
  return lines;
}

/**
 * Where each code point begins, in the units in which a browser counts, or null where both are the same.
 * The record counts code points; an emoji is one of those and two units.
 */
function starts(text) {
  if (!/[\ud800-\udfff]/.test(text)) return null;
  const found = [];
  let unit = 0;
  for (const point of text) {
    found.push(unit);
    unit += point.length;
  }
  found.push(unit);
  return found;
}

/** Find the code point that begins at a unit, or the first behind it. */
function pointAt(points, unit) {
  if (points === null) return unit;
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle] < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const opened = new Map();

/** Give an article whole: record, text (or null), and `from` and `to` of every span, in the browser's units. */
function article(i) {
  if (!opened.has(i)) {
    if (opened.size > 40) opened.delete(opened.keys().next().value);
    opened.set(i, whole(i));
  }
  return opened.get(i);
}

function whole(i) {
  const record = JSON.parse(recordLines[i]);
  const text = JSON.parse(textLines[i]);
  const points = text === null ? null : starts(text);
  for (const key of ["sections", "people", "events", "facts", "warnings", "byline"]) record[key] ??= [];
  for (const person of record.people) {
    person.mentions ??= [];
    person.roles ??= [];
  }
  const spans = [...record.facts, ...record.events, ...record.sections, ...record.people.flatMap((person) => [...person.mentions, ...person.roles])];
  const found = { i, record, text, points };
  for (const span of spans) place(found, span);
  return found;
}

/** Give a span its place in the text, and its words. */
function place({ text, points }, span) {
  const unit = (point) => (points === null ? point : points[Math.min(point, points.length - 1)]);
  span.from = unit(span.start_char);
  span.to = unit(span.end_char);
  if (text !== null) {
    span.text = text.slice(span.from, span.to);
    if (span.event_id && !span.fact_id) span.trigger = span.text;
  }
  return span;
}

const haystacks = new Array(SIZE);

/** Give what is searched of an article, in lower case: its text, or the words of its record. */
function haystack(i) {
  haystacks[i] ??= `${articles.title[i] ?? ""}\n${articles.id[i]}\n${textLines[i] === "null" ? wordsOf(i) : textLines[i]}`.toLowerCase().replaceAll("’", "'");
  return haystacks[i];
}

/** Make what is searched while nobody waits, so that the first search is as quick as the others. */
function prepare(from = 0) {
  const until = Math.min(from + 200, SIZE);
  for (let i = from; i < until; i += 1) haystack(i);
  if (until < SIZE) setTimeout(prepare, 15, until);
}

function wordsOf(i) {
  const { record } = article(i);
  const told = record.facts.flatMap((fact) => [fact.text, fact.place, fact.agent, fact.attribution]);
  return [...told, ...record.people.map((person) => person.name), ...record.events.map((event) => event.place)].join("\n");
}

/** Write what is looked for as lines of JSON write it. */
function needle(words) {
  const line = JSON.stringify(words.toLowerCase().replaceAll("’", "'")).slice(1, -1);
  return line.replace(/[<>&]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

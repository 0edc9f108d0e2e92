// What there is to say of a fact, person or event, in words.

const NOT_TOLD = new Set(["text", "kind", "fact_id", "event_id", "section_id", "sentence_start", "sentence_end", "start_char", "end_char", "from", "to", "rule", "target", "id", "stand", "was", "note", "quote_type", "comparator", "value", "min_value", "max_value", "unit", "currency", "confidence", "trigger", "mentions", "roles", "people", "fact_ids", "name", "person_id", "time_start", "time_end", "time_precision", "part_confidence"]);
const FACT_TIES = new Set(["subset_of", "changes_from", "converts", "repeats"]);
const CLOSED = new Set(["status", "event_type", "money_role", "direction", "base"]);
const CALLED = { agent: "who did it", predicate: "what happened", attribution: "who says so", time_text: "when", noun_phrase: "phrase", gkg_type: "GKG type", subset_of: "part of", changes_from: "changed from", converts: "converts", repeats: "repeats" };

/** Name what a thing is. */
const kindOf = (thing) => (thing.target === "fact" ? thing.kind : thing.target === "person" ? inWords(thing.part ?? "person") : inWords(thing.event_type ?? "event"));

/** Give the words that head its card. */
const headed = (thing) => String((thing.target === "person" ? thing.name : thing.target === "event" ? thing.trigger ?? inWords(thing.event_type) : thing.text) ?? "");

/** Say in half a line what it is. */
function told(thing) {
  if (thing.target === "person") return [thing.age !== undefined && `aged ${thing.age}`, ...titles(thing)].filter(Boolean).join(", ") || "no role stated";
  if (thing.target === "event") return [days(thing.time_start, thing.time_end) || thing.time_text, thing.place].filter(Boolean).join(" · ") || "no time, no place";
  if (thing.kind === "quote") return [thing.speaker ?? "speaker unknown", thing.cue].filter(Boolean).join(" ");
  const what = { count: thing.noun, money: inWords(thing.money_role ?? ""), percentage: [inWords(thing.direction ?? ""), thing.measure].filter(Boolean).join(" of "), quantity: thing.substance }[thing.kind];
  return [numberOf(thing), what, thing.event_type && inWords(thing.event_type), thing.status && thing.status !== "asserted" && thing.status].filter(Boolean).join(" · ");
}

const titles = (person) => person.titles ?? person.roles.map((role) => [role.title, role.organisation].filter(Boolean).join(" of ")).filter(Boolean);

/** Give what is known of a thing, as rows of name, value, and what it was before it was edited. */
function rowsOf(thing) {
  const rows = thing.comparator === undefined ? [] : [["number", numberOf(thing)]];
  for (const [name, value] of Object.entries(thing)) {
    if (name === "noun_phrase" && value === thing.noun) continue;
    if (!NOT_TOLD.has(name) && !/_(confidence|source|person_id)$/.test(name) && value !== null) rows.push([CALLED[name] ?? inWords(name), written(name, value, thing), thing.was[name]]);
  }
  if (thing.time_start || thing.time_end) rows.push(["dates", `${days(thing.time_start, thing.time_end)}${thing.time_precision ? ` (${thing.time_precision})` : ""}`]);
  for (const [name, was] of Object.entries(thing.was)) if (NOT_TOLD.has(name)) rows.push([`${inWords(name)} was`, String(was ?? "none")]);
  if (thing.target === "person") rows.push(...ofPerson(thing));
  if (thing.target === "event") rows.push(...ofEvent(thing));
  if (thing.event_id && thing.target === "fact") rows.push(["event", reference("event", thing.event_id)]);
  if (thing.note) rows.push(["note", thing.note]);
  return rows;
}

/** Write a value: words of a closed set, a tie to another fact, or text with where it was read and how sure that is. */
function written(name, value, thing) {
  if (FACT_TIES.has(name)) return reference("fact", value);
  const words = CLOSED.has(name) ? inWords(value) : Array.isArray(value) ? value.join(", ") : String(value);
  const person = thing[`${name}_person_id`];
  const root = name.replace(/_text$/, "");
  const sure = thing[`${root}_confidence`];
  const beside = [thing[`${root}_source`] && `from the ${thing[`${root}_source`]}`, sure !== undefined && percent(sure)].filter(Boolean).join(", ");
  return [person ? reference("person", person, words) : words, beside ? make("span", { class: "soft" }, ` (${beside})`) : ""];
}

function ofPerson(person) {
  const rows = [["part", [inWords(person.part ?? "other"), person.part_confidence === undefined ? "" : make("span", { class: "soft" }, ` (${percent(person.part_confidence)})`)], person.was.part]];
  for (const role of person.titles ? [] : person.roles) {
    const said = [role.title, role.organisation && `of ${role.organisation}`, role.place && `in ${role.place}`].filter(Boolean).join(" ");
    rows.push(["role", [said, make("span", { class: "soft" }, ` (${[role.rank && `rank: ${role.rank}`, role.rule, role.confidence !== undefined && percent(role.confidence)].filter(Boolean).join(", ")})`)]]);
  }
  if (person.mentions.length) rows.push(["named", counted(person.mentions.length, "time")]);
  const speaks = things.fact.filter((fact) => [fact.speaker_person_id, fact.agent_person_id, fact.attribution_person_id].includes(person.id));
  if (speaks.length) rows.push(["in facts", listed(speaks.map((fact) => reference("fact", fact.id)))]);
  return rows;
}

function ofEvent(event) {
  const people = (event.people ?? []).map((one) => [reference("person", one.person_id), ` ${inWords(one.part)}`]);
  const told = things.fact.filter((fact) => fact.event_id === event.id);
  return [people.length && ["people", listed(people)], told.length && ["facts", listed(told.map((fact) => reference("fact", fact.id)))]].filter(Boolean);
}

const listed = (items) => make("ul", {}, items.map((item) => make("li", {}, item)));

/** Make a link to another thing of the article. */
function reference(target, id, words = null) {
  const thing = things[target].find((one) => one.id === id);
  if (!thing) return words ?? id;
  words ??= headed(thing);
  return make("button", { type: "button", class: "link", onclick: () => activate(target, id) }, words.length > 60 ? `${words.slice(0, 58)}…` : words);
}

/** Give the sentence that a fact stands in, the fact marked. */
function evidence(thing) {
  const { text, points } = article(selected);
  if (text === null || thing.from === undefined || thing.target === "person") return null;
  const unit = (point) => (points === null ? point : points[point]);
  const from = thing.sentence_start === undefined ? Math.max(text.lastIndexOf("\n", thing.from - 1) + 1, thing.from - 140) : Math.min(unit(thing.sentence_start), thing.from);
  const behind = thing.sentence_end === undefined ? text.indexOf("\n", thing.to) : Math.max(unit(thing.sentence_end), thing.to);
  const to = behind < 0 ? text.length : Math.min(behind, thing.to + 240);
  if (thing.kind === "quote") return null; // the quote heads the card already
  return make("p", { class: "evidence" }, text.slice(from, thing.from), make("mark", {}, text.slice(thing.from, Math.min(thing.to, thing.from + 300))), text.slice(thing.to, to));
}

/** Say which rule found it, and why there is that rule. */
function why(thing) {
  const rules = thing.rule ? [thing.rule] : [...new Set((thing.roles ?? []).map((role) => role.rule))];
  return rules.map((rule) => make("p", { class: "why" }, make("code", {}, rule), index.rules[rule] ? ` ${index.rules[rule][0]}: ${index.rules[rule][1]}` : ""));
}

// Forms to change what was found, and to add what was not. Their fields come with the page, from the models of the record.

/** Open the form of a thing that is there. */
function openForm(thing) {
  showForm({ thing, form: thing.target === "fact" ? thing.kind : thing.target, span: thing.text === undefined && thing.trigger === undefined ? null : { from: thing.from, to: thing.to } });
}

/** Open the form of something new at a span of the text, or at none yet. */
function openAdding(span, form = "count") {
  showForm({ thing: null, form, span });
}

function showForm(asking) {
  const { thing, form, span } = asking;
  const fields = index.forms[form];
  const holds = (field) => thing?.[field.name] ?? (field.name === "titles" && thing ? titlesOf(thing, "title") : field.name === "organisations" && thing ? titlesOf(thing, "organisation") : undefined);
  const main = fields.filter((field) => !CONTEXT.test(field.name));
  const rest = fields.filter((field) => CONTEXT.test(field.name));
  const put = (list) => list.map((field) => control(field, holds(field) ?? (thing ? undefined : first(field, span))));
  const words = span === null ? "" : article(selected).text?.slice(span.from, span.to) ?? thing?.text ?? "";
  const kind = thing ? "" : make("div", { class: "whole" }, make("label", { for: "form-kind" }, "What is it?"), make("select", { id: "form-kind", onchange: (event) => showForm({ ...asking, form: event.target.value, span: spanOf(span) ?? span }) }, Object.keys(index.forms).map((name) => make("option", { value: name, selected: name === form }, name))));
  const spanned = article(selected).text === null || (thing?.target === "person" && !thing.from) ? "" : make("div", { class: "whole" }, make("label", { for: "form-words" }, "Words of the text"), make("input", { id: "form-words", value: onOneLine(words), autocomplete: "off", spellcheck: "false" }));
  const body = make("form", { method: "dialog", novalidate: true, onsubmit: (event) => submit(event, asking) },
    make("div", { class: "fields" }, kind, spanned, put(main)),
    rest.length ? make("details", { open: Boolean(thing) }, make("summary", {}, "When, where, who says so, and ties"), make("div", { class: "fields" }, put(rest))) : "",
    make("div", { class: "fields" }, make("div", { class: "whole" }, make("label", { for: "form-note" }, "Note"), make("input", { id: "form-note", value: thing?.note ?? "" }))),
    make("p", { class: "fault", id: "form-fault", role: "alert" }),
    make("div", { class: "dialog-tools" }, make("button", { class: "main" }, thing ? "Save" : "Add"), make("button", { type: "button", onclick: closeDialog }, "Cancel")));
  openDialog(thing ? `Edit ${form}` : "Add what is missing", body);
  byId(thing ? "form-words" : words ? "form-kind" : "form-words")?.focus();
}

const CONTEXT = /^(status|attribution|time_|place|event_id|repeats|subset_of|changes_from|converts)/;
const titlesOf = (person, name) => person.roles.map((role) => role[name]).filter(Boolean);

/** Say what a field of something new begins with. */
function first(field, span) {
  if (field.name === "name" && span) return article(selected).text.slice(span.from, span.to);
  if (field.name === "value" && span) return /\d[\d,]*(\.\d+)?/.exec(article(selected).text.slice(span.from, span.to))?.[0].replaceAll(",", "");
  return { comparator: "eq", status: "asserted" }[field.name];
}

function control(field, value) {
  const id = `form-field-${field.name}`;
  const options = { choice: field.choices.map((name) => [name, COMPARED[name] ?? inWords(name)]), person: linked("person"), event: linked("event"), fact: linked("fact") }[field.form];
  let input;
  if (options) input = make("select", { id }, field.needed && value !== undefined ? "" : make("option", { value: "" }, field.needed ? "choose" : "none"), options.map(([name, words]) => make("option", { value: name, selected: name === value }, words)));
  else if (field.form === "lines") input = make("textarea", { id }, (value ?? []).join("\n"));
  else input = make("input", { id, value: value ?? "", autocomplete: "off", type: { date: "date" }[field.form] ?? "text", inputmode: { number: "decimal", integer: "numeric" }[field.form] ?? null });
  return make("div", { title: field.help }, make("label", { for: id }, labelOf(field), field.needed ? " *" : ""), input);
}

const COMPARED = { eq: "exactly", gt: "more than", ge: "at least", lt: "less than", le: "up to", approx: "about", range: "from … to …" };

/** Name a field; a field that names another thing says which. */
const labelOf = (field) => inWords(field.name.replace(/_person_id$/, " (person)").replace(/_id$/, ""));

const linked = (target) => things[target].map((one) => [one.id, headed(one).slice(0, 70)]);

/** Read the value of a field as the file of corrections has it; what cannot be read is an Error. */
function valueOf(field) {
  const written = byId(`form-field-${field.name}`).value.trim();
  if (field.form === "lines") return written.split("\n").map((line) => line.trim()).filter(Boolean);
  if (!written) return null;
  const bare = written.replaceAll(",", "");
  if (field.form === "number" && !/^-?\d+(\.\d+)?$/.test(bare)) throw new Error(`${inWords(field.name)}: “${written}” is no number; expected one such as 1250 or 12.5`);
  if (field.form === "integer" && !/^\d+$/.test(bare)) throw new Error(`${inWords(field.name)}: “${written}” is no whole number`);
  if (field.name === "currency" && !/^[A-Z]{3}$/.test(written)) throw new Error("currency: expected three capitals, such as GBP");
  return { number: bare, integer: Number(bare) }[field.form] ?? written;
}

/** Write words as a field holds them, which knows no line ends. */
const onOneLine = (words) => words.trim().replace(/\s+/g, " ");

/** Find the words of the form in the text: the place nearest to where they were. */
function spanOf(before) {
  const { text } = article(selected);
  const words = byId("form-words")?.value.trim();
  if (!words || text === null) return null;
  if (before && onOneLine(text.slice(before.from, before.to)) === onOneLine(words)) return before;
  const anchor = before ?? { from: 0, to: 0 };
  const found = nearest(text, words, anchor);
  return found && { from: found.from, to: found.to };
}

function submit(event, asking) {
  event.preventDefault();
  try {
    save(asking);
    closeDialog();
  } catch (error) {
    byId("form-fault").textContent = error.message;
  }
}

function save({ thing, form, span }) {
  const found = spanOf(span);
  const target = ["person", "event"].includes(form) ? form : "fact";
  const added = thing === null || thing.stand === "added";
  if (byId("form-words")?.value.trim() && !found) throw new Error("words: these do not stand in the text; expected words as the article has them");
  if (added && !found && target !== "person") throw new Error("words: missing; expected the words of the text that say it");
  const values = Object.fromEntries(index.forms[form].map((field) => [field.name, valueOf(field)]));
  check(form, values, added);
  const { points } = article(selected);
  const place = found && { start_char: pointAt(points, found.from), end_char: pointAt(points, found.to) };
  const note = byId("form-note").value.trim() || null;
  const id = thing?.id ?? newId(selected);
  if (added) correct(selected, correction(selected, "add", target, id, { fields: kept(target, form, values), ...place, note }));
  else saveEdit(thing, values, found && (found.from !== original(thing).from || found.to !== original(thing).to) ? place : null, note);
  activate(target, id, { scroll: false });
}

/** Keep of something new what has a value. */
function kept(target, form, values) {
  const told = Object.entries(values).filter(([, value]) => value !== null && !(Array.isArray(value) && !value.length));
  return { ...(target === "fact" ? { kind: form } : {}), ...Object.fromEntries(told) };
}

/** Give a thing as the record has it. */
function original(thing) {
  const { record } = article(selected);
  return { fact: record.facts, person: record.people, event: record.events }[thing.target].find((one) => one[`${thing.target}_id`] === thing.id);
}

/** Save what differs from the record; where nothing does, it is accepted. */
function saveEdit(thing, values, place, note) {
  const was = original(thing);
  const before = (name) => (name === "titles" ? titlesOf(was, "title") : name === "organisations" ? titlesOf(was, "organisation") : was[name]) ?? null;
  const same = (name, value) => JSON.stringify(Array.isArray(value) && !value.length ? null : value) === JSON.stringify(Array.isArray(before(name)) && !before(name).length ? null : before(name));
  const fields = Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(name, value)));
  const changed = Object.keys(fields).length || place;
  correct(selected, correction(selected, changed ? "edit" : "accept", thing.target, thing.id, { fields, ...place, note }));
}

/** See that what has to be there is there. */
function check(form, values, added) {
  for (const field of index.forms[form]) {
    if (field.needed && values[field.name] === null) throw new Error(`${inWords(field.name)}: missing; it has to be told`);
  }
  if (!added || !("comparator" in values)) return;
  for (const name of values.comparator === "range" ? ["min_value", "max_value"] : ["value"]) {
    if (values[name] === null) throw new Error(`${inWords(name)}: missing; expected a number`);
  }
}

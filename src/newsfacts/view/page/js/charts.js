// What all articles of a filter say together, drawn here: no library, no picture from elsewhere.

let wide = 480;

/** Give the width of a chart: letters are drawn as large as they are written, so drawings are as wide as their place. */
function widthOfCharts() {
  const inside = byId("overview").clientWidth - (innerWidth <= 860 ? 28 : 60);
  const columns = inside >= 858 ? 2 : 1;
  return Math.round(Math.max(260, (inside - 18 * (columns - 1)) / columns - (innerWidth <= 860 ? 26 : 38)));
}

let overviewWaits = 0;

/** Draw the overview, if it is in sight, when the list has been shown: nobody waits for charts while typing. */
function drawOverviewSoon() {
  clearTimeout(overviewWaits);
  overviewWaits = setTimeout(() => byId("overview").hidden || drawOverview());
}

/** Draw the overview of the articles that are asked for. */
function drawOverview() {
  wide = widthOfCharts();
  const inside = new Uint8Array(SIZE);
  for (const i of shown) inside[i] = 1;
  const rows = (table) => [...table.a.keys()].filter((row) => inside[table.a[row]]);
  const test = factTest();
  const chosen = { facts: rows(facts).filter(test), people: rows(people), events: rows(events) };
  const part = shown.length < SIZE ? "Articles that fit the filter" : "All articles";
  byId("overview").replaceChildren(
    make("h2", { id: "overview-title" }, part), sums(chosen),
    make("div", { class: "charts" }, overTime(chosen.events), topPlaces(chosen.events), moneyByRole(chosen.facts), againstWarnings(chosen.facts)));
}

function sums(chosen) {
  const told = [[shown.length, "articles"], [chosen.facts.length, "facts"], [chosen.people.length, "people"], [chosen.events.length, "events"], [allCorrections().length, "corrections"]].filter(([number, word]) => number || word !== "corrections");
  return make("dl", { class: "sums" }, told.map(([number, word]) => make("div", {}, make("dt", {}, word), make("dd", {}, grouped(number)))));
}

/** Put a drawing into a figure with its title, a line of explanation, and the same numbers as a table. */
function chart(title, told, drawing, head, table) {
  const rows = table.map((row) => make("tr", {}, row.map((cell, place) => (place ? make("td", {}, String(cell)) : make("th", { scope: "row" }, String(cell))))));
  const numbers = make("details", {}, make("summary", {}, "As a table"), make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `${title}, as a table` },
    make("table", {}, make("thead", {}, make("tr", {}, head.map((cell) => make("th", { scope: "col" }, cell)))), make("tbody", {}, rows))));
  return make("figure", { class: "chart" }, make("h3", {}, title), make("p", {}, told), table.length ? [drawing, numbers] : make("p", { class: "empty" }, "Nothing to draw."));
}

const drawing = (width, height, title, ...children) => draw("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title }, children);
const words = (x, y, text, more = {}) => draw("text", { x, y, ...more }, text);
const bar = (x, y, width, height, kind = "") => draw("rect", { x, y, width: Math.max(width, 0.5), height, rx: 2, class: `bar-fill ${kind}` });

/** Count things by a key, the most frequent first. */
function tally(rows, key) {
  const numbers = new Map();
  for (const row of rows) numbers.set(key(row), (numbers.get(key(row)) ?? 0) + 1);
  return [...numbers].sort((a, b) => b[1] - a[1]);
}

/** Draw how often each type of event is told of, by month, quarter or year: a row of small bars for each type. */
function overTime(rows) {
  const dated = rows.filter((row) => events.m[row] >= 0);
  const scale = timeScale(dated.map((row) => events.m[row]));
  const types = tally(dated, (row) => events.t[row]).slice(0, 9);
  const table = types.map(([type, number]) => [type, number, new Array(scale.bins).fill(0)]);
  const place = new Map(table.map(([type], at) => [type, at]));
  for (const row of dated) if (place.has(events.t[row])) table[place.get(events.t[row])][2][scale.bin(events.m[row])] += 1;
  const [left, high] = [104, 34];
  const each = (wide - left - 44) / scale.bins;
  const thick = Math.min(each * 0.8, 26);
  const parts = table.flatMap(([type, number, bins], at) => {
    const most = Math.max(...bins, 1);
    const base = at * high + high - 6;
    return [words(0, base - 4, inWords(NAMES.event_type[type])), draw("line", { class: "rule", x1: left, x2: wide - 44, y1: base, y2: base }),
      ...bins.map((amount, bin) => (amount ? bar(left + (bin + 0.5) * each - thick / 2, base - (amount / most) * (high - 11), thick, (amount / most) * (high - 11), "of-event") : "")),
      words(wide, base - 4, grouped(number), { "text-anchor": "end", class: "soft" })];
  });
  const foot = table.length * high + 14;
  const axis = [words(left, foot, scale.name(0), { class: "soft" }), words(wide - 44, foot, scale.name(scale.bins - 1), { class: "soft", "text-anchor": "end" })];
  const told = `Events by ${scale.unit}, each row on its own scale.${rows.length > dated.length ? ` ${counted(rows.length - dated.length, "event")} without a date.` : ""}${scale.outside ? ` Far from the others, at the ends: ${scale.outside}.` : ""}`;
  return chart("Event types over time", told, drawing(wide, foot + 6, `Event types over time: ${types.map(([type, number]) => `${inWords(NAMES.event_type[type])} ${number}`).join(", ")}`, parts, axis),
    ["event type", ...Array.from({ length: scale.bins }, (_, bin) => scale.name(bin)), "all"], table.map(([type, number, bins]) => [inWords(NAMES.event_type[type]), ...bins, number]));
}

/** Choose months, quarters or years so that nine of ten fit into thirty bars; what is beyond is put at the ends. */
function timeScale(months) {
  const sorted = [...months].sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.05)] ?? 0;
  const high = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const [size, unit] = high - low < 30 ? [1, "month"] : high - low < 90 ? [3, "quarter"] : [12, "year"];
  const first = Math.floor(low / size);
  const bins = Math.min(Math.floor(high / size) - first + 1, 60);
  const name = (bin) => {
    const month = (first + bin) * size;
    const year = Math.floor(month / 12);
    return { month: `${year}-${String((month % 12) + 1).padStart(2, "0")}`, quarter: `${year} Q${Math.floor((month % 12) / 3) + 1}`, year: String(year) }[unit];
  };
  const bin = (month) => Math.min(Math.max(Math.floor(month / size) - first, 0), bins - 1);
  const outside = months.filter((month) => Math.floor(month / size) < first || Math.floor(month / size) >= first + bins).length;
  return { bins, unit, name, bin, outside };
}

/** Draw names with bars and numbers. */
function barRows(rows, kind, written) {
  const most = Math.max(...rows.map(([, number]) => number), 1);
  const [left, high] = [Math.min(160, wide * 0.38), 22];
  const letters = Math.floor(left / 7.4);
  return rows.flatMap(([name, number], at) => [
    words(left - 8, at * high + 15, name.length > letters ? `${name.slice(0, letters - 1)}…` : name, { "text-anchor": "end" }),
    bar(left, at * high + 5, (number / most) * (wide - left - 74), 12, `of-${kind}`),
    words(left + (number / most) * (wide - left - 74) + 6, at * high + 15, written(number), { class: "soft" })]);
}

function topPlaces(rows) {
  const placed = rows.filter((row) => events.p[row] >= 0);
  const top = tally(placed, (row) => index.places[events.p[row]]).slice(0, 14);
  const told = `Places as written, of the ${counted(placed.length, "event")} that have one.`;
  return chart("Top places", told, drawing(wide, top.length * 22 + 4, `Top places: ${top.map((one) => one.join(" ")).join(", ")}`, barRows(top, "event", grouped)), ["place", "events"], top);
}

/** Add amounts up by currency and role; what is told again or converted is left out. */
function moneyByRole(rows) {
  const kind = NAMES.kind.indexOf("money");
  const once = rows.filter((row) => facts.k[row] === kind && !facts.x[row] && facts.u[row]);
  const shares = tally(once, (row) => facts.u[row]).slice(0, 3);
  let at = 0;
  const [parts, table] = [[], []];
  for (const [currency, number] of shares) {
    const roles = new Map();
    for (const row of once) if (facts.u[row] === currency) {
      const role = inWords(NAMES.money_role[facts.r[row]] ?? "other");
      const [sum, amounts] = roles.get(role) ?? [0, 0];
      roles.set(role, [sum + facts.v[row], amounts + 1]);
    }
    const sums = [...roles].sort((a, b) => b[1][0] - a[1][0]);
    table.push(...sums.map(([role, [sum, amounts]]) => [currency, role, short(sum), amounts]));
    parts.push(words(0, at + 15, `${currency}`, { "font-weight": 600 }), words(40, at + 15, counted(number, "amount"), { class: "soft" }),
      draw("g", { transform: `translate(0 ${at + 20})` }, barRows(sums.slice(0, 8).map(([role, [sum]]) => [role, sum]), "money", short)));
    at += 20 + Math.min(sums.length, 8) * 22 + 14;
  }
  return chart("Money by role", "Sums of amounts, without those told again or converted, whatever their status; largest first in each currency.",
    drawing(wide, at, `Money by role: ${table.map((row) => row.slice(0, 3).join(" ")).join(", ")}`, parts), ["currency", "role", "sum", "amounts"], table);
}

const BINS = [[-1, 0, "not measured"], [0, 500, "under 50 %"], [500, 700, "50–70"], [700, 800, "70–80"], [800, 900, "80–90"], [900, 950, "90–95"], [950, 1001, "95–100"]];

/** Set how sure facts are against what their articles warn of: in each row, which share of facts is how sure. */
function againstWarnings(rows) {
  const groups = new Map([["no warning", []]]);
  for (const row of rows) {
    const codes = articles.warnings[facts.a[row]].map((place) => inWords(NAMES.warning[place]));
    for (const code of codes.length ? codes : ["no warning"]) {
      if (!groups.has(code)) groups.set(code, []);
      groups.get(code).push(facts.c[row]);
    }
  }
  const table = [...groups].filter(([, sures]) => sures.length).map(([code, sures]) => [code, ...BINS.map(([low, high]) => sures.filter((sure) => sure >= low && sure < high).length), sures.length]);
  const [left, high] = [Math.min(124, wide * 0.27), 30];
  const each = (wide - left) / BINS.length;
  const heads = BINS.map(([, , name], at) => words(left + (at + 0.5) * each, 12, name.split(/[–-]/)[0].replace("not measured", "none").replace("under 50 %", "0"), { "text-anchor": "middle", class: "soft" }));
  const cells = table.flatMap(([code, ...numbers], at) => {
    const all = numbers.pop();
    return [words(0, 24 + at * high + 19, code), ...numbers.flatMap((number, bin) => (number ? [
      draw("rect", { x: left + bin * each + 1.5, y: 24 + at * high + 1.5, width: each - 3, height: high - 3, rx: 4, class: "cell", "fill-opacity": (0.06 + 0.24 * (number / all)).toFixed(3) }),
      words(left + (bin + 0.5) * each, 24 + at * high + 19, number < 1e4 ? grouped(number) : `${Math.round(number / 1e3)}k`, { "text-anchor": "middle" })] : [words(left + (bin + 0.5) * each, 24 + at * high + 19, "·", { "text-anchor": "middle", class: "soft" })]))];
  });
  return chart("Confidence against warnings", "Facts by confidence, for articles with and without each warning. A column begins at the percentage above it; none was not measured. Darker is a larger share of the row.",
    drawing(wide, 28 + table.length * high, `Confidence against warnings: ${table.map((row) => `${row[0]} ${row.at(-1)} facts`).join(", ")}`, heads, cells), ["warning", ...BINS.map(([, , name]) => name), "all"], table);
}

// Which articles are shown: those of which one and the same fact is all that is asked for.

const ORDERS = { given: "as in the file", newest: "newest first", doubtful: "least sure first", most: "most facts first" };
const asked = { words: "", kind: "", event_type: "", status: "", part: "", warning: "", low: 0, high: 100, reading: "", order: "given" };

/** Tell whether facts themselves are asked for, and not articles only. */
const asksFacts = () => Boolean(asked.kind || asked.event_type || asked.status || asked.low > 0 || asked.high < 100);

/** Make the test of a fact's row; what is not asked for lets all through. */
function factTest() {
  const place = (name) => (asked[name] ? NAMES[name].indexOf(asked[name]) : -2);
  const [kind, type, status] = [place("kind"), place("event_type"), place("status")];
  const [low, high] = [asked.low * 10, asked.high * 10];
  const measured = asked.low > 0 || asked.high < 100;
  return (row) =>
    (kind === -2 || facts.k[row] === kind) &&
    (type === -2 || facts.t[row] === type) &&
    (status === -2 || facts.s[row] === status) &&
    (!measured || (facts.c[row] >= low && facts.c[row] <= high));
}

/** Give the articles asked for, in the order asked for, and how many facts of theirs fit. */
function matching() {
  const test = factTest();
  const terms = asked.words.split(/\s+/).filter(Boolean).map(needle);
  const part = asked.part ? NAMES.part.indexOf(asked.part) : -1;
  const warning = asked.warning ? NAMES.warning.indexOf(asked.warning) : -1;
  const found = [];
  let fitting = 0;
  for (let i = 0; i < SIZE; i += 1) {
    if (warning >= 0 && !articles.warnings[i].includes(warning)) continue;
    if (part >= 0 && !some(PEOPLE_OF, i, (row) => people.p[row] === part)) continue;
    if (asked.reading && reading(i) !== asked.reading) continue;
    const number = amount(FACTS_OF, i, test);
    if (asksFacts() && number === 0) continue;
    if (terms.length && !terms.every((term) => haystack(i).includes(term))) continue;
    found.push(i);
    fitting += number;
  }
  return { articles: ordered(found), facts: fitting };
}

function some(rows, i, test) {
  for (let row = rows[i]; row < rows[i + 1]; row += 1) if (test(row)) return true;
  return false;
}

function amount(rows, i, test) {
  let number = 0;
  for (let row = rows[i]; row < rows[i + 1]; row += 1) if (test(row)) number += 1;
  return number;
}

function ordered(found) {
  const by = {
    newest: (a, b) => (articles.date[b] ?? "").localeCompare(articles.date[a] ?? ""),
    doubtful: (a, b) => leastSure[a] - leastSure[b],
    most: (a, b) => FACTS_OF[b + 1] - FACTS_OF[b] - (FACTS_OF[a + 1] - FACTS_OF[a]),
  }[asked.order];
  return by ? found.sort((a, b) => by(a, b) || a - b) : found;
}

/** How sure the least sure fact of each article is; articles without any come last. */
const leastSure = new Int32Array(SIZE).fill(1001);
facts.c.forEach((sure, row) => {
  if (sure >= 0) leastSure[facts.a[row]] = Math.min(leastSure[facts.a[row]], sure);
});

/** Say in words what is asked for beside the words searched. */
function askedInWords() {
  const said = ["kind", "event_type", "status", "part", "warning", "reading"].filter((name) => asked[name]).map((name) => inWords(asked[name]));
  if (asked.low > 0 || asked.high < 100) said.push(`${asked.low}–${asked.high} %`);
  return said.join(", ");
}

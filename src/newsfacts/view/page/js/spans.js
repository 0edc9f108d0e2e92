// Spans may nest and overlap: the text is cut where any of them begins or ends, and each piece knows who covers it.

/**
 * Cut a text of a length into pieces.
 * @param {number} length
 * @param {{from: number, to: number}[]} marks any spans, in any order
 * @param {number[]} cuts further places to cut at
 * @returns {{from: number, to: number, marks: object[]}[]} all of the text in order; of each piece the marks that cover
 *   it, the shortest (innermost) first
 */
function pieces(length, marks, cuts = []) {
  const inside = marks.filter((mark) => mark.from < mark.to && mark.to <= length);
  const begins = [...inside].sort((a, b) => a.from - b.from);
  const places = [0, length, ...cuts, ...inside.flatMap((mark) => [mark.from, mark.to])];
  const edges = [...new Set(places)].filter((edge) => edge >= 0 && edge <= length).sort((a, b) => a - b);
  const found = [];
  let next = 0;
  let open = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    open = open.filter((mark) => mark.to > edges[i]);
    while (next < begins.length && begins[next].from <= edges[i]) {
      open.push(begins[next]);
      next += 1;
    }
    const covering = [...open].sort((a, b) => a.to - a.from - (b.to - b.from));
    found.push({ from: edges[i], to: edges[i + 1], marks: covering });
  }
  return found;
}

/** Find the place that says a value: in the sentence of a fact the one closest to it, else before it, else behind it. */
function nearest(text, words, fact) {
  const wanted = words.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  if (!wanted) return null;
  let best = null;
  for (const match of text.matchAll(new RegExp(wanted, "gi"))) {
    const [from, to] = [match.index, match.index + match[0].length];
    const gap = Math.max(from - fact.to, fact.from - to, 0);
    if (best === null || gap < best.gap) best = { from, to, gap };
  }
  return best;
}

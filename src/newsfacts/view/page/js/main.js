// Everything put together and begun.

const THEME = "newsfacts-theme";
const THEMES = ["auto", "light", "dark"];
let theme = "auto";

function turnTheme(to = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]) {
  theme = THEMES.includes(to) ? to : "auto";
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  byId("theme-word").textContent = { auto: "Light or dark", light: "Light", dark: "Dark" }[theme];
  byId("theme").setAttribute("aria-label", `Colours: ${theme}`);
  try {
    localStorage.setItem(THEME, theme);
  } catch { /* storage is closed to files in some browsers */ }
}

function storedTheme() {
  try {
    return localStorage.getItem(THEME) ?? "auto";
  } catch {
    return "auto";
  }
}

function openOverview() {
  document.body.dataset.view = "overview";
  selected = -1;
  active = null;
  byId("article").hidden = byId("side").hidden = byId("peek").hidden = true;
  byId("overview").hidden = false;
  goTo("#");
  drawOverview();
  drawRows();
  if (innerWidth <= 860) scrollTo(0, 0);
}

/** Note in the address what is shown, so that the browser's way back works and a link leads here. */
function goTo(address) {
  if ((location.hash || "#") !== address) history.pushState(null, "", address);
}

/** Show what the address names; at first a narrow page shows the list. */
function follow() {
  let named = "";
  try {
    named = decodeURIComponent(location.hash.slice(1));
  } catch { /* no address of ours */ }
  const i = articles.id.indexOf(named);
  if (i >= 0) openArticle(i);
  else if (selected >= 0) openOverview();
  if (i < 0 && innerWidth <= 860) document.body.dataset.view = "list";
}

/** Draw anew what a correction may have changed. */
function redraw() {
  const number = allCorrections().length;
  byId("correction-count").textContent = String(number);
  byId("correction-count").hidden = number === 0;
  drawRows();
  if (selected < 0) return drawOverviewSoon();
  const peeking = !byId("peek").hidden && innerWidth <= 860;
  drawArticle();
  drawCards();
  const here = active ? pieceOf.get(keyOf(active.target, active.id)) ?? [] : [];
  for (const element of here) element.classList.add("active");
  if (peeking) peekCard();
  return undefined;
}

/** Offer to add what is selected. */
function offerAdding() {
  const tool = byId("selection-tool");
  const span = selected >= 0 && !byId("dialog").open ? selectedSpan() : null;
  tool.hidden = span === null;
  if (span === null) return;
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  tool.style.left = `${Math.max(8, Math.min(box.left, innerWidth - tool.offsetWidth - 8))}px`;
  tool.style.top = `${Math.max(8, box.top - tool.offsetHeight - 8)}px`;
}

function addSelected() {
  const span = selectedSpan();
  byId("selection-tool").hidden = true;
  openAdding(span, /\d/.test(span ? article(selected).text.slice(span.from, span.to) : "") ? "count" : "person");
}

function listen() {
  let waiting = 0;
  byId("words").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { ask("words", byId("words").value.trim()); if (selected >= 0) showFound(); }, 80);
  });
  byId("search-form").addEventListener("submit", (event) => { event.preventDefault(); if (shown.length) openArticle(shown[0], { focus: true }); });
  byId("rows").addEventListener("scroll", drawRows, { passive: true });
  addEventListener("resize", () => { drawRows(); drawOverviewSoon(); });
  addEventListener("keydown", pressed);
  addEventListener("beforeunload", (event) => { if (unsaved && said.size) event.preventDefault(); });
  document.addEventListener("selectionchange", offerAdding);
  byId("add-selection").addEventListener("mousedown", (event) => event.preventDefault());
  byId("add-selection").addEventListener("click", addSelected);
  byId("to-overview").addEventListener("click", openOverview);
  byId("to-corrections").addEventListener("click", openCorrections);
  byId("to-help").addEventListener("click", openHelp);
  byId("theme").addEventListener("click", () => turnTheme());
  byId("back").addEventListener("click", () => { document.body.dataset.view = "list"; byId("peek").hidden = true; drawRows(); });
  addEventListener("popstate", follow);
  listeners.push(redraw);
}

function begin() {
  turnTheme(storedTheme());
  byId("made").textContent = `${counted(SIZE, "article")} · ${index.made.join("; ")}`;
  document.body.dataset.view = innerWidth <= 860 ? "list" : "overview";
  recall();
  makeFilter();
  listen();
  refresh();
  redraw();
  follow();
  document.documentElement.dataset.ready = "true";
  setTimeout(prepare, 300);
}

begin();

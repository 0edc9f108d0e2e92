// Single keys; they rest while somebody writes, and may be turned off in the help.

let keysOn = true;

const DOES = {
  j: () => move(1), k: () => move(-1), n: () => step(1), p: () => step(-1),
  a: () => decide("accept"), r: () => decide("reject"), e: () => decide("edit"), u: () => decide("undo"),
  d: () => selected >= 0 && finish(), "+": () => selected >= 0 && openAdding(selectedSpan()),
  f: () => openTab("fact"), g: () => openTab("person"), v: () => openTab("event"),
  o: () => openOverview(), c: () => openCorrections(), t: () => turnTheme(), "?": () => openHelp(),
  "/": () => { document.body.dataset.view = innerWidth <= 860 ? "list" : document.body.dataset.view; byId("words").focus(); },
};

function pressed(event) {
  const writing = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape" && !byId("dialog").open) {
    if (writing) event.target.blur();
    else if (selected >= 0) deactivate();
    return;
  }
  if (!keysOn || writing || byId("dialog").open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (Object.hasOwn(DOES, event.key) && (selected >= 0 || !"npareufgv".includes(event.key))) {
    event.preventDefault();
    DOES[event.key]();
  }
}

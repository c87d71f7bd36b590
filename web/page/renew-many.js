// Taking in a newer version of a page of many events: the engine starts anew with them,
// behind the picture of before, and goes on where it stood.

import { $, $$, config, html } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { hush } from "./heard.js";
import { goLive, note, remark } from "./live.js";
import { anew, select } from "./select.js";
import { changesBetween, renewPage } from "./renew.js";
import { listAnew, recordsIn, remarkWith } from "./list.js";
import { seek } from "./search.js";
import { startAnew } from "./engine.js";

const form = $("[data-search]");

// byMonth says what has changed where only the numbers of events by month stand in the
// page. What changes none of them is said of the story as a whole.
const byMonth = (was, next) => {
  const counts = (within) => new Map($$("[data-transcript] tr", within).map((row) => [...row.cells].map((cell) => cell.textContent)));
  const before = counts(was), then = counts(next), changes = { fresh: [], changed: [], gone: [] };
  for (const [month, count] of then) {
    if (before.get(month) !== count) changes[before.has(month) ? "changed" : "fresh"].push([null, `${month} (${count})`]);
  }
  for (const month of before.keys()) if (!then.has(month)) changes.gone.push([null, month]);
  if (!Object.values(changes).some((all) => all.length)) changes.changed.push([null, $("h1", next).textContent]);
  return changes;
};

// changeFilters offers what the newer version can be sought by. What is chosen stays,
// if it is still there.
const changeFilters = (next) => {
  for (const select of $$("select", form)) {
    const then = $(`select[name="${select.name}"]`, next), chosen = select.value;
    if ([...select.options].every((o, i) => o.isEqualNode(then.options[i])) && select.length === then.length) continue;
    select.replaceChildren(...[...then.options].map((o) => document.importNode(o, true)));
    select.value = chosen;
    if (select.selectedIndex < 0) select.value = "";
  }
};

// restarted starts the engine anew, and waits until it has shown all events, or has
// failed. Where the keyboard was, there it is again; what is open and found already is
// not announced once more.
const restarted = async () => {
  const focused = document.activeElement, fitted = now.fitted;
  hush(true);
  const remove = startAnew();
  await new Promise((resolve) => {
    const check = () => {
      const is = html.dataset.barline;
      if (is !== "failed" && (is !== "live" || events.state().loaded !== config.events.count)) return;
      observer.disconnect();
      events.said.taken = taken;
      resolve();
    };
    const observer = new MutationObserver(check), { taken } = events.said;
    observer.observe(html, { attributeFilter: ["data-barline"] });
    events.said.taken = (n) => { taken(n); check(); };
  });
  remove();
  hush(false);
  if (now.engine && fitted) now.engine.send("fit");
  if (document.activeElement === document.body && focused.isConnected) focused.focus({ preventScroll: true });
};

const said = new Map(); // of events, by their ids, what has become of them
remarkWith((id, body) => { if (said.has(id)) note(body, said.get(id)); });

// opened is all that is said of the event that is open.
const opened = () => JSON.stringify(now.engine?.detail(now.selected ?? "") ?? null);

goLive(async (version, next) => {
  // A field that is switched off, as it is until the engine is there, loses what is being
  // written.
  if (document.activeElement === $('[name="q"]', form)) return null;
  const [was, then] = [version.main, $("main", next.doc)], inPage = !config.assets.events;
  const changes = inPage ? changesBetween(recordsIn(was), recordsIn(then)) : byMonth(was, then);
  const before = opened();
  renewPage(version, next);
  changeFilters(then);
  if (now.engine) await restarted(); else seek();
  remark(changes, (id, words) => said.set(id, words));
  if (!inPage && before !== "null" && opened() !== before) said.set(now.selected, config.live.sinceChanged);
  listAnew();
  if (now.selected) { if (events.has(now.selected)) anew(); else select(null); }
  return changes;
});

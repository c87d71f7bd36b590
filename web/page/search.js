// Searching among many events: by words, person, place and kind. The address
// keeps what is sought.

import { $, $$, choice, config, main, query, remember } from "./dom.js";
import { events } from "./events.js";
import { now } from "./now.js";
import { announce } from "./heard.js";
import { close, select } from "./select.js";

const form = $("[data-search]"), field = $('[name="q"]', form), found = $("[data-found]");
const parts = $$("[name]", form);
let of = { found: 0, looked: 0 };

const sought = () => Object.fromEntries(parts.map((p) => [p.name, p.value.trim()]));
export const seek = () => {
  const s = sought();
  now.engine?.send("find", s.q ?? "", s.person ?? "", s.place ?? "", s.kind ?? "");
};

const keep = () => remember(sought());

// What has been found is said when all have been looked at.
let said = "";
const tell = (n, looked, text) => {
  of = { found: n, looked };
  const any = Object.values(sought()).some(Boolean);
  found.textContent = any ? text : "";
  found.toggleAttribute("data-none", any && n === 0 && looked === config.events.count);
  if (!any) said = "";
  else if (looked === config.events.count && text !== said) announce(said = text);
};

export const listenToSearch = () => {
  for (const p of parts) {
    const wanted = query.get(p.name);
    if (!wanted) continue;
    if (p === field) p.value = wanted.slice(0, 200);
    else p.value = choice(wanted, [...p.options].map((o) => o.value)) ?? "";
  }
  // The history has addresses of other searches; the page keeps to its own.
  addEventListener("popstate", keep);
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("input", () => { seek(); keep(); });
  // Enter opens what has been found, one after another.
  field.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && field.value && now.selected === null) { field.value = ""; seek(); keep(); e.stopPropagation(); return; }
    if (e.key !== "Enter" || e.isComposing || of.found === 0) return;
    e.preventDefault();
    const id = events.beside(now.selected, e.shiftKey ? -1 : 1);
    if (id) select(id, true);
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || field.disabled) return;
    const at = document.activeElement;
    if (!main.contains(at) || at.matches("input, textarea, select")) return;
    e.preventDefault();
    if (at.closest("[data-popover]")) close();
    field.focus();
    field.select();
  });
  events.said.found = tell;
  events.search = () => ({ ...of });
};

// The reader's own choices: the desk's language and colours.
import {showDialog} from "./dialog";
import {el} from "./dom";
import {language, languages, t} from "./words";

export type Theme = "auto" | "light" | "dark";

const keys = {lang: "barline-desk-lang", theme: "barline-desk-theme"};

export function kept(what: keyof typeof keys): string | null {
  try { return localStorage.getItem(keys[what]); } catch { return null; }
}

function keep(what: keyof typeof keys, value: string) {
  try { localStorage.setItem(keys[what], value); } catch { /* it holds until the page is left */ }
}

export function forgetSettings() {
  try { for (const k of ["barline-desk-lang", "barline-desk-theme", "barline-desk-address"]) localStorage.removeItem(k); } catch { /* there are none */ }
}

export function dress(theme: Theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function showSettings(speak: (lang: string) => Promise<void>) {
  const lang = el("select", {id: "settings-lang"}, ...Object.entries(languages).map(([tag, name]) => el("option", {value: tag, selected: tag === language()}, name)));
  lang.addEventListener("change", async () => { keep("lang", lang.value); await speak(lang.value); showSettings(speak); });
  const theme = el("select", {id: "settings-theme"}, ...(["auto", "light", "dark"] as const).map((v) => el("option", {value: v, selected: v === (kept("theme") ?? "auto")}, t(v === "auto" ? "themeAuto" : v))));
  theme.addEventListener("change", () => { keep("theme", theme.value); dress(theme.value as Theme); });
  showDialog(t("settings"), el("p", {}, el("label", {for: "settings-lang"}, t("language")), lang), el("p", {}, el("label", {for: "settings-theme"}, t("colours")), theme));
}

// The page's program: makes the parts and joins them. The document is the page's; all
// work on it is the worker's. What can be used before the worker has come, is.
import type {Checked, Problem} from "../protocol";
import {askForAddress} from "./address";
import {BringIn} from "./bringin";
import {Client} from "./client";
import {Desk} from "./desk";
import {confirmed} from "./dialog";
import {all, el, fill, isTyping, one, say} from "./dom";
import {Editions} from "./editions";
import {Folder} from "./folder";
import {EventForm} from "./form";
import {Grid, showTotal} from "./grid";
import {Keeper, type KeepState} from "./keeper";
import {forgetProgram, goOffline} from "./offline";
import {Out} from "./out";
import {Preview} from "./preview";
import {Problems} from "./problems";
import {Proof} from "./proof";
import {dress, forgetSettings, kept, showSettings, type Theme} from "./settings";
import {followSteps, goTo} from "./steps";
import {StoryForm} from "./storyform";
import {TextView} from "./textview";
import {showVersions} from "./versions";
import {chosen, speak, t, title, type Key} from "./words";

const html = document.documentElement;

async function start() {
  dress((kept("theme") ?? "auto") as Theme);
  const client = new Client(new URL("worker.js", import.meta.url));
  const desk = new Desk(client);
  const keeper = new Keeper(desk);
  client.onready = () => {};
  const ready = new Promise<void>((done) => { client.onready = () => done(); });

  const grid = new Grid(one("[data-grid]"), desk);
  const form = new EventForm(one("[data-form]"), desk);
  const storyForm = new StoryForm(one("[data-story-form]"), desk);
  const textView = new TextView(one("[data-text]"), desk);
  const editions = new Editions(one("[data-languages]"), desk);
  const views = followViews((view) => { if (view === "text") void textView.show(); else textView.hide(); });

  const openEvent = (index: number, focus: boolean) => {
    views("events");
    grid.go(index, false);
    desk.select(index, focus);
  };
  const goToProblem = (p: Problem) => {
    const inText = () => { views("text"); goTo("edit"); void textView.reveal(p.line || 1, p.column); };
    if (p.file && p.file !== desk.state?.story) {
      if (desk.checked?.editions.some((e) => e.file === p.file)) { views("languages"); goTo("edit"); } else inText();
      return;
    }
    if (!p.at.length || !desk.model || p.at.length === 1 && p.at[0] === "events") { inText(); return; }
    if (p.at[0] === "events" && typeof p.at[1] === "number" && p.at[1] < desk.model.events.length) {
      openEvent(p.at[1], false);
      if (!form.focus(p.at)) one<HTMLElement>("[data-form] input").focus();
      return;
    }
    views("story");
    for (const d of all<HTMLDetailsElement>("[data-story-form] details")) d.open = true;
    if (!storyForm.focus(p.at)) inText();
  };
  const problems = new Problems(desk, goToProblem);
  const proof = new Proof(desk, (index, quote) => {
    openEvent(index, false);
    form.focus(["events", index, "quotes", quote, "words"]);
  });
  const preview = new Preview(desk, (id) => {
    const index = desk.model?.events.findIndex((e) => e.id === id) ?? -1;
    if (index < 0 || index === desk.selected) return;
    views("events");
    grid.go(index, false);
    desk.select(index);
    const place = one("[data-form]");
    if (innerWidth >= 1000) place.scrollIntoView({block: "nearest"});
    say(t("formOpened", {n: index + 1}));
  });
  const out = new Out(desk, () => void keeper.version("published"));
  const bringIn = new BringIn(desk, async () => { await keeper.version("opened"); }, () => { one("#edit").scrollIntoView(); });
  const folder = new Folder(desk, bringIn, keeper, () => out.siteAddress());
  const relabel = () => {
    grid.label();
    for (const part of [form, storyForm, editions, problems, proof, preview, out, bringIn, folder]) "relabel" in part ? part.relabel() : part.show();
    showTotal(desk);
    showHand();
    showKept(keeper.state);
    guideButtons();
  };
  const showHand = () => {
    one("[data-headline]").textContent = desk.headline || (desk.state ? desk.state.story : t("noStory"));
    one("[data-empty]").hidden = desk.state !== null;
    one("[data-editing]").hidden = desk.state === null;
    one<HTMLButtonElement>("[data-do=undo]").disabled = !desk.history?.canUndo;
    one<HTMLButtonElement>("[data-do=redo]").disabled = !desk.history?.canRedo;
    title(desk.headline);
  };
  const showKept = (s: KeepState) => {
    const words: Record<KeepState, Key | ""> = {kept: "keptHere", keeping: "keeping", denied: "keptDenied", full: "keptFull", elsewhere: "", nothing: ""};
    one("[data-kept]").textContent = words[s] ? t(words[s] as Key) : "";
    one("[data-kept]").dataset.state = s;
    notices.set("elsewhere", s === "elsewhere" ? [t("elsewhere"), t("takeOver"), takeOver] : null);
    notices.set("storage", s === "denied" ? [t("storageDenied")] : s === "full" ? [t("storageFull")] : null);
    notices.show();
  };
  const takeOver = async () => {
    const mine = desk.state !== null && desk.history!.canUndo;
    const draft = await keeper.takeOver();
    if (draft && !mine) await openDraft(draft);
  };
  const openDraft = async (draft: NonNullable<Awaited<ReturnType<Keeper["start"]>>>) => {
    desk.open(await keeper.filesOf(draft), draft.source);
  };
  keeper.onstate = showKept;
  keeper.onlost = () => say(t("elsewhere"));
  desk.on("change", (c) => {
    showHand();
    if (c.opened && client.broken) views("text");
  });
  desk.on("checked", () => { showHand(); showTotal(desk); });
  desk.on("trouble", (why) => { notices.set("trouble", [why]); notices.show(); setTimeout(() => { notices.set("trouble", null); notices.show(); }, 12_000); });

  const does: Record<string, () => void> = {
    undo: () => { const why = desk.undo(); if (why !== null) say(t("undone", {what: why})); },
    redo: () => { const why = desk.redo(); if (why !== null) say(t("redone", {what: why})); },
    versions: () => void showVersions(desk, keeper),
    settings: () => showSettings(async (lang) => { await speak(lang); relabel(); }),
    add: () => void addEvent(),
    remove: () => void removeEvents(),
    sort: () => void desk.edit([{op: "sort", path: ["events"]}], t("sortByDate")).then((done) => { if (done) say(t("sorted")); }),
    "open-address": () => askForAddress(bringIn, client.ready?.limits.documentBytes ?? 64e6),
    "delete-all": () => void deleteAll(),
  };
  for (const b of all("[data-do]")) {
    const f = does[b.dataset.do!];
    if (f) b.addEventListener("click", f);
  }
  const addEvent = async () => {
    const row = desk.selected >= 0 ? desk.selected + 1 : desk.model?.events.length ?? 0;
    const date = row > 0 ? desk.model?.events[row - 1]?.date ?? "" : "";
    if (await desk.edit([{op: "insert", path: ["events", row], value: {title: t("blankEvent"), date}}], t("addEvent"))) openEvent(row, true);
  };
  const removeEvents = async () => {
    const rows = grid.chosen();
    if (!rows.length) return;
    desk.select(-1);
    if (await desk.edit(rows.reverse().map((i) => ({op: "remove" as const, path: ["events", i]})), t("removeEvent"))) say(t("eventsRemoved"));
  };
  const deleteAll = async () => {
    if (!await confirmed(t("deleteAll"), t("deleteAllSure"), t("deleteAll"))) return;
    await keeper.deleteAll().catch(() => {});
    forgetSettings();
    await forgetProgram().catch(() => {});
    location.hash = "";
    location.reload();
  };
  // Undo belongs to the whole desk, but for fields whose text is not the story's.
  addEventListener("keydown", (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
    const key = e.key.toLowerCase();
    const own = e.target instanceof HTMLElement && e.target.matches("[data-source], [data-paste], [data-address], .cell, dialog *");
    if (own && isTyping(e)) return;
    if (key === "z" || key === "y") {
      e.preventDefault();
      (document.activeElement as HTMLElement | null)?.dispatchEvent(new Event("change"));
      does[key === "y" || e.shiftKey ? "redo" : "undo"]!();
    } else if (key === "s") {
      e.preventDefault();
      one("[data-save=yaml]").click();
    }
  }, {capture: true});

  const lang = chosen(kept("lang"));
  if (lang !== "en") await speak(lang).catch(() => {});
  followSteps();
  relabel();

  client.onbroken = (message) => {
    html.dataset.desk = "failed";
    views("text"); // what goes on without it
    notices.set("worker", [`${t("workerBroken")} ${message === "WebAssembly" ? t("noWASM") : message}`]);
    notices.show();
  };
  client.onrestart = () => { notices.set("restart", [t("workerRestarts")]); notices.show(); say(t("workerRestarts")); };
  const restarted = () => { notices.set("restart", null); notices.show(); };
  client.start();
  const draft = await keeper.start();
  // Whoever was quicker than the storage has begun something else.
  if (draft && !desk.state && draft.files.length) await openDraft(draft);
  const before = client.onready;
  client.onready = (r) => { before(r); restarted(); };
  if (client.ready) before(client.ready);

  // The service worker fetches everything once, and leaves the network to what the page
  // itself needs first.
  await ready;
  const offline = await goOffline((token, file, port) => void preview.answer(token, file, port),
    (take) => { notices.set("newer", [t("newerVersion"), t("reload"), take]); notices.show(); },
    (done, total) => { if (html.dataset.desk === "loading") one("[data-kept]").title = t("storing", {percent: Math.round(100 * done / total)}); });
  preview.serves(offline.served);
  if (!offline.served) { notices.set("offline", [t("noOffline")]); notices.show(); }
  if (html.dataset.desk === "loading") html.dataset.desk = "ready";
}

function guideButtons() {
  void import("./guides").then(({guides, showGuide}) => fill(one("[data-guides]"), ...Object.keys(guides).map((name) => el("button", {type: "button", class: "small", "data-guide": name, onclick: () => showGuide(name)}, name))), () => {});
}

// followViews are the tabs of the second step, as the ARIA practices describe tabs.
function followViews(shown: (view: string) => void): (view: string) => void {
  const tabs = all("[role=tab]");
  const show = (view: string) => {
    for (const tab of tabs) {
      const is = tab.dataset.view === view;
      tab.setAttribute("aria-selected", String(is));
      tab.tabIndex = is ? 0 : -1;
      one(`#view-${tab.dataset.view}`).hidden = !is;
    }
    shown(view);
  };
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => show(tab.dataset.view!));
    tab.addEventListener("keydown", (e) => {
      const forward = html.dir === "rtl" ? -1 : 1;
      const to = ({ArrowRight: i + forward, ArrowLeft: i - forward, Home: 0, End: tabs.length - 1} as Record<string, number>)[e.key];
      if (to === undefined) return;
      e.preventDefault();
      const next = tabs[(to + tabs.length) % tabs.length]!;
      show(next.dataset.view!);
      next.focus();
    });
  });
  return show;
}

// notices are what has to be said above everything, one at a time.
const notices = {
  all: new Map<string, [string, string?, (() => void)?] | null>(),
  set(name: string, what: [string, string?, (() => void)?] | null) { this.all.set(name, what); },
  show() {
    const place = one("[data-notice]");
    const shown = [...this.all.values()].filter((n) => n !== null);
    place.hidden = shown.length === 0;
    fill(place, ...shown.map(([words, label, act]) => el("span", {}, words, " ", label ? el("button", {type: "button", onclick: () => act?.()}, label) : null)));
  },
};

export type {Checked};
void start();

// The list of versions: what the story in hand was, and what was in hand before it.
import type {Desk} from "./desk";
import {closeDialog, showDialog} from "./dialog";
import {el} from "./dom";
import type {Keeper} from "./keeper";
import {count, moment, t, type Key} from "./words";

const whys: Record<string, Key> = {opened: "versionOpened", published: "versionPublished", time: "versionTime", restored: "versionRestored", folder: "versionFolder"};

export async function showVersions(desk: Desk, keeper: Keeper) {
  const list = await keeper.versions().catch(() => []);
  const items = list.map((v) => el("li", {"data-version": v.id}, el("strong", {dir: "auto"}, v.headline || v.story), ` · ${count("events", v.events)} · ${moment(v.atMs)} · ${t(whys[v.why] ?? "versionTime")} `,
    el("button", {type: "button", class: "small", onclick: async () => {
      await keeper.version("restored");
      const state = await keeper.filesOf(v);
      desk.open(state, v.source);
      closeDialog();
    }}, t("goBack"))));
  showDialog(t("versions"), el("p", {class: "quiet"}, t("versionsLead")), items.length ? el("ol", {}, ...items) : el("p", {}, t("versionsNone")),
    el("p", {class: "row"}, el("button", {type: "button", class: "small", disabled: !desk.state, onclick: async () => { await keeper.version("time"); await showVersions(desk, keeper); }}, t("versionNow"))));
}

// An event's image, in its form.
import type {Path} from "../protocol";
import type {Desk} from "./desk";
import {el} from "./dom";
import type {Fields} from "./fields";
import {at, text} from "./tree";
import {t} from "./words";

export function mediaFields(desk: Desk, fields: Fields, index: number): HTMLElement {
  const media: Path = ["events", index, "media"];
  const file = text(at(desk.model!.root, [...media, "file"]));
  const chosen = async (input: HTMLInputElement) => {
    const f = input.files?.[0];
    if (!f) return;
    const name = freeName(desk, f.name);
    desk.setFile(name, new Uint8Array(await f.arrayBuffer()), t("addImage"));
    await desk.edit(file ? [{op: "set", path: [...media, "file"], value: name}] : [{op: "set", path: media, value: {file: name, alt: ""}}], t("addImage"), "", "form");
  };
  const choose = (label: string) => {
    const input = el("input", {type: "file", accept: "image/png,image/jpeg,image/gif,image/webp", id: `image-${index}`});
    input.addEventListener("change", () => void chosen(input));
    return el("span", {class: "file"}, input, el("label", {for: input.id}, label));
  };
  const children = !file && !at(desk.model!.root, media) ? [choose(t("addImage"))] : [
    el("div", {class: "item"},
      fields.field({label: "imageFile", path: [...media, "file"]}),
      fields.field({label: "credit", path: [...media, "credit"]}),
      fields.field({label: "alt", path: [...media, "alt"], wide: true, write: (v) => [{op: "set", path: [...media, "alt"], value: v.trim()}]}),
      fields.field({label: "caption", path: [...media, "caption"], wide: true}),
      el("div", {class: "row"}, choose(t("otherImage")),
        el("button", {type: "button", class: "small", "aria-label": `${t("removeEvent")}: ${t("image")}`, onclick: () => void desk.edit([{op: "remove", path: media}], t("takenOut", {name: t("image")}), "", "form")}, t("removeEvent"))))];
  return el("div", {class: "field wide items"}, el("h4", {}, t("image")), ...children);
}

// freeName is the name of a new file beside the story: without spaces, and of its own.
function freeName(desk: Desk, of: string): string {
  const clean = of.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+/, "") || "image";
  const dot = clean.lastIndexOf(".");
  const [base, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""];
  for (let n = 1; ; n++) {
    const name = `images/${base}${n > 1 ? `-${n}` : ""}${ending}`;
    if (!desk.state!.files.has(name)) return name;
  }
}

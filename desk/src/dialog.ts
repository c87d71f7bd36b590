// The one dialog of the page.
import {el, fill, newID, one} from "./dom";
import {t} from "./words";

const dialog = () => one<HTMLDialogElement>("[data-dialog]");

export function showDialog(head: string, ...children: (Node | null)[]) {
  const d = dialog();
  fill(d, el("h2", {id: "dialog-head", tabindex: -1}, head), ...children, el("p", {class: "row end"}, el("button", {type: "button", onclick: () => d.close()}, t("close"))));
  if (!d.open) d.showModal();
}

export function closeDialog() { dialog().close(); }

// confirmed asks before something that cannot be undone.
export function confirmed(head: string, words: string, yes: string): Promise<boolean> {
  const d = dialog(), id = newID("words");
  return new Promise((done) => {
    let answer = false;
    fill(d, el("h2", {id: "dialog-head"}, head), el("p", {id}, words), el("p", {class: "row end"},
      el("button", {type: "button", autofocus: true, onclick: () => d.close()}, t("cancel")),
      el("button", {type: "button", class: "danger", "data-confirm": true, onclick: () => { answer = true; d.close(); }}, yes)));
    d.addEventListener("close", () => done(answer), {once: true});
    if (!d.open) d.showModal();
  });
}

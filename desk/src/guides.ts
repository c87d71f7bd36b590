// Where a zip goes and how its address comes back: the pages of docs/, which are built
// into the desk, so that they can be read offline.
import github from "../../docs/publish-github-pages.md";
import netlify from "../../docs/publish-netlify-drop.md";
import store from "../../docs/publish-object-store.md";
import wordpress from "../../docs/publish-wordpress.md";
import {showDialog} from "./dialog";
import {el} from "./dom";

export const guides: Record<string, string> = {"GitHub Pages": github, "Netlify Drop": netlify, "Amazon S3, R2, …": store, WordPress: wordpress};

export function showGuide(name: string) {
  const [head, ...rest] = guides[name]!.split("\n");
  const place = el("div", {lang: "en", dir: "ltr"});
  let list: HTMLElement | null = null, item: HTMLElement | null = null, code: string[] | null = null, paragraph: HTMLElement | null = null;
  for (const line of rest) {
    if (/^\s*```/.test(line)) {
      if (code) { (item ?? place).append(el("pre", {tabindex: 0}, code.join("\n"))); code = null; } else code = [];
      paragraph = null;
      continue;
    }
    if (code) { code.push(line.replace(/^ {3}/, "")); continue; }
    const numbered = /^(?:\d+\.|-) (.*)$/.exec(line);
    if (numbered) {
      if (!list) { list = el(/^\d/.test(line) ? "ol" : "ul"); place.append(list); }
      item = el("li", {}, ...inline(numbered[1]!));
      list.append(item);
      paragraph = null;
    } else if (/^## /.test(line)) {
      list = item = paragraph = null;
      place.append(el("h3", {}, line.slice(3)));
    } else if (!line.trim()) paragraph = null;
    else if (/^ {2,}/.test(line) && item) item.append(" ", ...inline(line.trim()));
    else if (paragraph) paragraph.append(" ", ...inline(line));
    else {
      list = item = null;
      paragraph = el("p", {}, ...inline(line));
      place.append(paragraph);
    }
  }
  showDialog(head!.replace(/^# /, ""), place);
}

// inline is text with code, stress and links, whose addresses can be copied: the desk
// itself leads to no other site by itself.
function inline(text: string): (Node | string)[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/).map((part) => {
    if (part.startsWith("`")) return el("code", {}, part.slice(1, -1));
    if (part.startsWith("**")) return el("strong", {}, part.slice(2, -2));
    const link = /^\[([^\]]+)\]\((https:[^)]+)\)$/.exec(part);
    if (link) return el("a", {href: link[2]!, target: "_blank", rel: "noopener noreferrer"}, link[1]!);
    return part.replace(/^\[([^\]]+)\]\(.*\)$/, "$1");
  });
}

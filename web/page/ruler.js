// The calendar on top of a list of rows, kept in sight while they scroll: a copy of
// its words, which sticks to the window's upper edge. A frame does not scroll: there
// the article says how much of it is hidden above that edge.

import { $$, figure, framed, stage } from "./dom.js";
import { now } from "./now.js";
import { scale } from "./letters.js";
import { still } from "./place.js";

const ruler = document.createElement("div");
ruler.className = "words ruler";
ruler.setAttribute("aria-hidden", "true");
let past = false; // the figure's upper edge is out of sight, but not all of it

// copies are the words of the picture on show that stand in its first px.
const copies = (head) => {
  if (now.engine) return $$("[data-words] span").filter((s) => parseFloat(s.style.top) < head).map((s) => s.cloneNode(true));
  const shown = $$(".still > svg").find((s) => getComputedStyle(s).display !== "none");
  const copy = shown.cloneNode(false);
  copy.append(...$$("text", shown).filter((t) => t.getAttribute("y") < head).map((t) => t.cloneNode(true)));
  return [copy];
};

// showRuler makes the copy anew where it is seen, for the words may be others now.
export const showRuler = () => {
  const head = past && now.view === "calendar" && still().head;
  ruler.hidden = !head;
  if (!head) return;
  ruler.style.height = head + "px";
  ruler.style.marginBottom = -head + "px";
  ruler.replaceChildren(...copies(head));
};

// hiddenAbove is told how many px of the frame are out of sight at its upper edge.
export const hiddenAbove = (px) => {
  const from = px / scale - figure.offsetTop;
  past = from > 0 && from < stage.offsetHeight;
  if (past) ruler.style.transform = `translateY(${Math.min(from, stage.offsetHeight - ruler.offsetHeight)}px)`;
  showRuler();
};

export const watchRuler = () => {
  stage.before(ruler);
  ruler.hidden = true;
  addEventListener("resize", showRuler);
  if (framed) return;
  new IntersectionObserver(([e]) => {
    past = e.isIntersecting && e.boundingClientRect.top < 0;
    showRuler();
  }, { rootMargin: "0px 0px -100% 0px" }).observe(stage);
};

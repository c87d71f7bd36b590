// The four steps: which one is in view, and the way from one to the next.
import {all, one} from "./dom";

export function followSteps() {
  const top = one(".top");
  const measure = () => document.documentElement.style.setProperty("--top", `${Math.ceil(top.getBoundingClientRect().height)}px`);
  new ResizeObserver(measure).observe(top);
  measure();
  const sections = all("#in, #edit, #check, #out");
  const mark = () => {
    const line = top.getBoundingClientRect().bottom + 60;
    let here = sections.filter((s) => s.getBoundingClientRect().top <= line).at(-1) ?? sections[0]!;
    if (innerHeight + scrollY >= document.documentElement.scrollHeight - 2) here = sections.at(-1)!;
    for (const a of all("[data-step]")) {
      if (a.dataset.step === here.id) a.setAttribute("aria-current", "step");
      else a.removeAttribute("aria-current");
    }
  };
  addEventListener("scroll", mark, {passive: true});
  new ResizeObserver(mark).observe(document.body);
  for (const a of all<HTMLAnchorElement>("[data-step]")) a.addEventListener("click", (e) => {
    e.preventDefault();
    goTo(a.dataset.step!);
  });
  mark();
}

// goTo brings a step into view, with the keyboard at its heading.
export function goTo(step: string) {
  const section = one(`#${step}`);
  section.scrollIntoView();
  one("h2", section).focus({preventScroll: true});
}

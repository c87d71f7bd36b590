// An article around the story, as a newsroom's page holds it. It hands on what the desk's
// page says, and says how high it is.
const query = new URLSearchParams(location.search), theme = query.get("theme") ?? "auto";
document.documentElement.dataset.theme = theme;
const timeline = document.createElement("barline-timeline");
timeline.setAttribute("src", query.get("engine") === "off" ? "../?engine=off" : "../");
timeline.setAttribute("theme", theme);
document.querySelector("[data-here]").append(timeline);
const script = document.createElement("script");
script.src = "../embed.js";
document.head.append(script);
const tell = (type, fields) => window.parent.postMessage({ barline: 1, type, ...fields }, location.origin);
new ResizeObserver(() => tell("height", { height: document.body.getBoundingClientRect().height })).observe(document.body);
timeline.addEventListener("barline:select", (e) => tell("select", { id: e.detail.id }));
addEventListener("message", ({ data: m, origin, source }) => {
  if (origin !== location.origin || source !== window.parent || m?.barline !== 1) return;
  timeline.shadowRoot?.querySelector("iframe")?.contentWindow.postMessage(m, location.origin);
});

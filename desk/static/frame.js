// Takes one page from the desk, and becomes it.
addEventListener("message", function take(e) {
  if (e.source !== parent || !e.data || typeof e.data.barlinePage !== "string") return;
  removeEventListener("message", take);
  document.open();
  document.write(e.data.barlinePage);
  document.close();
});
parent.postMessage({barlineFrame: "ready"}, "*");

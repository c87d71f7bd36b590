// Fetches one address for the desk, without cookies and without saying who asks.
addEventListener("message", async function take(e) {
  if (e.source !== parent || e.origin !== location.origin || !e.data || typeof e.data.barlineAsk !== "string") return;
  removeEventListener("message", take);
  const answer = (m) => parent.postMessage(Object.assign({barlineAnswer: e.data.barlineAsk}, m), location.origin);
  try {
    const r = await fetch(e.data.barlineAsk, {credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store"});
    if (!r.ok) { answer({status: r.status}); return; }
    const length = Number(r.headers.get("content-length"));
    if (length > e.data.mostBytes) { answer({tooLarge: true}); return; }
    const bytes = await r.arrayBuffer();
    answer(bytes.byteLength > e.data.mostBytes ? {tooLarge: true} : {bytes, type: r.headers.get("content-type") || "", address: r.url});
  } catch (error) {
    answer({refused: String(error)});
  }
});
parent.postMessage({barlineFrame: "ask"}, location.origin);

// When a live page asks for a newer version of its story: only while it is seen, with
// jitter, so that not all readers ask at once, and ever less often while it fails.

const JITTER = 0.2; // of the time between two looks, at most
const MOST_MS = 32 * 60000; // between two looks while they fail

// watch calls look, which returns a promise, again and again, everyMs after the look
// before. It returns a function that looks at once, or once more if it is looking.
export const watch = (look, everyMs) => {
  let due = 0, timer = 0, failures = 0, looking = false, again = false;
  const seen = () => document.visibilityState === "visible" && navigator.onLine !== false;
  const plan = (leastMs = 0) => {
    const ms = Math.max(Math.min(everyMs * 2 ** failures, Math.max(everyMs, MOST_MS)), leastMs) * (1 + Math.random() * JITTER);
    due = Date.now() + ms;
    wait();
  };
  const wait = () => {
    clearTimeout(timer);
    if (!looking && seen()) timer = setTimeout(go, Math.max(0, due - Date.now()));
  };
  const go = async () => {
    if (looking) { again = true; return; }
    looking = true;
    clearTimeout(timer);
    let leastMs = 0;
    try {
      await look();
      failures = 0;
    } catch (error) {
      // What a page that works cannot get is no matter for its reader.
      failures++;
      leastMs = error.retryMs || 0;
    }
    looking = false;
    if (again) { again = false; go(); } else plan(leastMs);
  };
  plan();
  document.addEventListener("visibilitychange", wait);
  addEventListener("pageshow", wait);
  addEventListener("online", wait);
  return go;
};

// The service worker: registered once, so that the desk works offline and the preview can
// be served. Where there is none, the desk says what is missing.

export interface Offline {
  // served: a service worker stands by, and all files of this version are stored.
  served: boolean;
  why: string;
}

// How often a tab that is come back to looks for a newer version.
const lookEveryMs = 60 * 60_000;

type Answer = (token: string, file: string, port: MessagePort) => void;

export async function goOffline(answer: Answer, newer: (take: () => void) => void, progress: (done: number, total: number) => void): Promise<Offline> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return {served: false, why: isSecureContext ? "private" : "insecure"};
  workers.addEventListener("message", (e: MessageEvent<{desk?: string; token: string; file: string; done: number; total: number}>) => {
    if (e.data?.desk === "preview") answer(e.data.token, e.data.file, e.ports[0]!);
    if (e.data?.desk === "storing") progress(e.data.done, e.data.total);
  });
  workers.startMessages();
  try {
    const r = await workers.register("service.js", {updateViaCache: "none"});
    const offer = (w: ServiceWorker | null) => {
      if (!w) return;
      const look = () => {
        if (w.state === "installed" && r.active && r.active !== w) newer(() => {
          workers.addEventListener("controllerchange", () => location.reload(), {once: true});
          w.postMessage("take over");
        });
      };
      look();
      w.addEventListener("statechange", look);
    };
    offer(r.waiting);
    r.addEventListener("updatefound", () => offer(r.installing));
    // A tab that is open for days learns of newer versions when somebody comes back to it.
    let lookedAtMs = performance.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" || performance.now() - lookedAtMs < lookEveryMs) return;
      lookedAtMs = performance.now();
      r.update().catch(() => { /* offline */ });
    });
    if (!r.active) await activated(r.installing ?? r.waiting);
    return {served: true, why: ""};
  } catch (e) {
    return {served: false, why: String(e)};
  }
}

function activated(w: ServiceWorker | null): Promise<void> {
  return new Promise((done, fail) => {
    const look = () => {
      if (!w || w.state === "activated") done();
      if (w?.state === "redundant") fail(new Error("not all files could be stored"));
    };
    look();
    w?.addEventListener("statechange", look);
  });
}

// forget takes the stored program out of this browser, too.
export async function forgetProgram() {
  for (const k of await globalThis.caches?.keys() ?? []) if (k.startsWith("barline-desk-")) await caches.delete(k);
  const r = await navigator.serviceWorker?.getRegistration();
  await r?.unregister();
}

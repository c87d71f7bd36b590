// Elements, made and found. Text is always text: nothing here reads markup.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((e: never) => void)>;

// el makes an element. What begins with "on" is a listener; true is an attribute
// without a value, false and null are none.
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") e.addEventListener(name.slice(2), value as unknown as EventListener);
    else if (value === true) e.setAttribute(name, "");
    else if (value !== false && value != null) e.setAttribute(name, String(value));
  }
  e.append(...children.filter((c): c is Node | string => c != null && c !== false));
  return e;
}

// one is the first element that a selector finds; that it is there is the page's promise.
export function one<E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E {
  const e = within.querySelector<E>(selector);
  if (!e) throw new Error(`the page has no ${selector}`);
  return e;
}

export function all<E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

// fill puts children in the place of what an element holds.
export function fill(e: Element, ...children: Child[]) {
  e.replaceChildren(...children.filter((c): c is Node | string => c != null && c !== false));
}

let last = 0;

// newID is an id that no other element has.
export function newID(of: string): string {
  return `${of}-${++last}`;
}

// say hands a sentence to screen readers.
export function say(words: string) {
  const log = one("[data-live]");
  log.append(el("p", {}, words));
  while (log.childElementCount > 5) log.firstElementChild?.remove();
}

// isTyping reports whether keys belong to a field that holds text.
export function isTyping(e: Event): boolean {
  const target = e.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "file", "button"].includes(target.type)));
}

// download hands bytes to the browser as a file.
export function download(name: string, type: string, bytes: Uint8Array | string) {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], {type}));
  const a = el("a", {href: url, download: name});
  document.body.append(a);
  a.click();
  a.remove();
  // The browser reads the file after the press.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

// debounced calls a function once no call has come for waitMs, and at the latest
// atMostMs after the first; flush calls it now if it is due.
export function debounced(waitMs: number, atMostMs: number, f: () => void): {(): void; flush(): void; due(): boolean} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const run = () => { clearTimeout(timer); timer = undefined; since = 0; f(); };
  const call = () => {
    const now = performance.now();
    since ||= now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(waitMs, since + atMostMs - now)));
  };
  call.flush = () => { if (timer !== undefined) run(); };
  call.due = () => timer !== undefined;
  return call;
}

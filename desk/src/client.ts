// The worker's client: requests with ids, progress, cancellation; and the worker's life.
// The document is the page's, so a worker that dies is replaced, and what it had not
// answered is asked again.
import type {Broken, Failure, File, FromWorker, Program, Ready, Request, Results} from "../protocol";
import {textOf, type State} from "./history";

export class WorkerError extends Error {
  constructor(readonly failure: Failure) { super(failure.message); }
  get cancelled(): boolean { return this.failure.cancelled === true; }
}

type Body<T extends keyof Results> = Omit<Extract<Request, {type: T}>, "id" | "type" | "files" | "story">;
type Watch = (done: number, total: number, what: string) => void;

interface Pending {
  type: keyof Results;
  body: object;
  document?: State;
  done: (result: never) => void;
  fail: (e: Error) => void;
  progress?: Watch;
  tries: number;
  sent: Map<string, Uint8Array>;
}

// How long a worker may be silent while it has work, counted in seconds in which this tab
// was awake; longer for long stories. It is for workers that hang: one that has ended lets
// go of a lock.
const patienceSeconds = 120;
const lettersPerSecond = 100_000;
const startSeconds = 120;
const mostTries = 3;
// How long a worker has to answer that it has stopped. Work that looks for messages does
// so in less.
const stopMs = 400;

export class Client {
  ready: Ready | null = null;
  broken = "";
  onready: (r: Ready) => void = () => {};
  onbroken: (message: string) => void = () => {};
  onrestart: () => void = () => {};

  private worker: Worker | null = null;
  private last = 0;
  private pending = new Map<number, Pending>();
  // What this worker has been sent, by name: the same bytes are not sent again.
  private kept = new Map<string, Uint8Array>();
  // Requests that were stopped and that this worker has not answered yet.
  private stopped = new Set<number>();
  private silentSeconds = 0;
  private deaths = 0;
  // The worker's program, compiled: another worker need not fetch it again.
  private program: Program | null = null;
  // The page is being left: its worker ends with it.
  private leaving = false;

  constructor(private address: URL) {
    setInterval(() => this.watch(), 1_000);
    addEventListener("pagehide", () => { this.leaving = true; });
    addEventListener("pageshow", () => { this.leaving = false; });
  }

  start() {
    if (typeof Worker === "undefined" || typeof WebAssembly === "undefined") {
      this.breaks("WebAssembly");
      return;
    }
    this.ready = null;
    this.kept.clear();
    this.stopped.clear();
    this.silentSeconds = 0;
    try {
      const name = `barline-desk-worker-${Math.random().toString(36).slice(2)}`;
      const address = new URL(this.address);
      if (this.program) address.search = "?given";
      const worker = this.worker = new Worker(address, {name});
      worker.onmessage = (e: MessageEvent<FromWorker>) => { if (worker === this.worker) this.hear(e.data, name); };
      worker.onerror = (e) => { e.preventDefault(); if (worker === this.worker) this.dies(e.message || "error"); };
      worker.onmessageerror = () => { if (worker === this.worker) this.dies("message"); };
      if (this.program) worker.postMessage({program: this.program});
    } catch (e) {
      this.breaks(String(e));
      return;
    }
    for (const [id, p] of this.pending) this.post(id, p);
  }

  // ask sends a request without a document.
  ask<T extends keyof Results>(type: T, body: object, progress?: Watch): Asked<Results[T]> {
    return this.enqueue(type, body, undefined, progress);
  }

  // about sends a request about a document.
  about<T extends keyof Results>(type: T, document: State, body: Body<T>, progress?: Watch): Asked<Results[T]> {
    return this.enqueue(type, body, document, progress);
  }

  // restart ends the worker and starts another.
  restart() {
    this.worker?.terminate();
    this.worker = null;
    this.start();
  }

  private enqueue<T extends keyof Results>(type: T, body: object, document: State | undefined, progress?: Watch): Asked<Results[T]> {
    const id = ++this.last;
    // What is only made beforehand keeps nothing waiting, but for what it is made for.
    if (type !== "prepare" && type !== "publish" && !(type === "save" && (body as {as?: string}).as === "zip")) {
      for (const [other, p] of this.pending) if (p.type === "prepare") this.worker?.postMessage({cancel: other});
    }
    const promise = new Promise<Results[T]>((done, fail) => {
      const p: Pending = {type, body, document, done, fail, progress, tries: 0, sent: new Map()};
      if (this.broken) { fail(new WorkerError({message: this.broken})); return; }
      if (this.pending.size === 0) this.silentSeconds = 0;
      this.pending.set(id, p);
      if (this.worker) this.post(id, p);
    });
    return Object.assign(promise, {cancel: () => { if (this.pending.has(id)) this.worker?.postMessage({cancel: id}); }, stop: () => this.stop(id)});
  }

  // stop cancels a request at once, whatever its worker is doing: a worker that does not
  // let go of it soon is ended, and what else it had to do is asked of the next one.
  private stop(id: number) {
    const {worker} = this, p = this.pending.get(id);
    if (!p) return;
    this.pending.delete(id);
    p.fail(new WorkerError({message: "cancelled", cancelled: true}));
    if (!worker) return;
    worker.postMessage({cancel: id});
    this.stopped.add(id);
    setTimeout(() => {
      const hasItsTurn = ![...this.pending.keys(), ...this.stopped].some((other) => other < id);
      if (worker === this.worker && this.ready && this.stopped.has(id) && hasItsTurn) this.restart();
    }, stopMs);
  }

  private post(id: number, p: Pending) {
    let message: object = {id, type: p.type, ...p.body};
    if (p.document) {
      p.sent = new Map();
      const files: File[] = [];
      for (const [name, contents] of p.document.files) {
        if (typeof contents === "string") files.push({name, text: contents});
        else if (this.kept.get(name) === contents) files.push({name});
        else { files.push({name, bytes: contents}); p.sent.set(name, contents); }
      }
      // What is not listed is no part of the document any more, and forgotten.
      this.kept = new Map([...p.document.files].filter((f): f is [string, Uint8Array] => typeof f[1] !== "string"));
      message = {...message, files, story: p.document.story};
    }
    this.worker!.postMessage(message);
  }

  private hear(m: FromWorker, name: string) {
    this.silentSeconds = 0;
    if ("ready" in m) {
      this.ready = m;
      const worker = this.worker;
      navigator.locks?.request(name, () => { if (worker === this.worker && !this.leaving) this.dies("ended"); }).catch(() => {});
      this.onready(m);
      return;
    }
    if ("locked" in m) return;
    if ("program" in m) { this.program = m.program; return; }
    if ("broken" in m) { this.breaks((m as Broken).broken.message); return; }
    const p = this.pending.get(m.id);
    if (!p) {
      if (!("progress" in m)) this.stopped.delete(m.id);
      return;
    }
    if ("progress" in m) { p.progress?.(m.progress.done, m.progress.total, m.progress.what); return; }
    if (m.ok) {
      this.deaths = 0;
      this.pending.delete(m.id);
      p.done(m.result as never);
      return;
    }
    if (m.error.restart) { this.dies(m.error.message); return; }
    if (m.error.missing?.length && p.tries++ < mostTries) {
      m.error.missing.forEach((name) => this.kept.delete(name));
      this.post(m.id, p);
      return;
    }
    this.pending.delete(m.id);
    p.fail(new WorkerError(m.error));
  }

  // dies replaces a worker. What kills it again and again is given up.
  private dies(why: string) {
    this.worker?.terminate();
    this.worker = null;
    for (const [id, p] of this.pending) {
      if (++p.tries < mostTries) continue;
      this.pending.delete(id);
      p.fail(new WorkerError({message: why}));
    }
    if (++this.deaths > 5) { this.breaks(why); return; }
    this.onrestart();
    this.start();
  }

  private breaks(message: string) {
    this.worker?.terminate();
    this.worker = null;
    this.broken = message;
    for (const p of this.pending.values()) p.fail(new WorkerError({message}));
    this.pending.clear();
    this.onbroken(message);
  }

  private watch() {
    if (!this.worker || document.visibilityState === "hidden") return;
    this.silentSeconds++;
    if (!this.ready) {
      if (this.silentSeconds > startSeconds) this.dies("start");
      return;
    }
    const first = this.pending.values().next().value;
    if (!first) return;
    const letters = first.document ? textOf(first.document).length : 0;
    if (this.silentSeconds > patienceSeconds + letters / lettersPerSecond) this.dies("silence");
  }
}

// cancel asks the worker to stop; stop does not wait for it.
export type Asked<R> = Promise<R> & {cancel(): void; stop(): void};

// Undo and redo: the states that a document has had. Small changes of one field that
// follow each other closely are one step.

// State is a document at a time. It is never changed: a change makes another one, which
// shares what stays the same.
export interface State {
  story: string; // the name of the story's file
  // All files by name: the story, its editions and other texts as text, the rest as bytes.
  files: ReadonlyMap<string, string | Uint8Array>;
}

export interface Step { state: State; why: string }

const closeMs = 1_000;
// How much text is kept: stories of 8 MB have few steps, all others hundreds.
const mostLetters = 48_000_000;
const mostSteps = 500;

export function textOf(s: State): string {
  const text = s.files.get(s.story);
  return typeof text === "string" ? text : "";
}

export class History {
  private steps: Step[];
  private at = 0;
  private key = "";
  private whenMs = -Infinity;

  constructor(first: State) { this.steps = [{state: first, why: ""}]; }

  get now(): State { return this.steps[this.at]!.state; }
  get canUndo(): boolean { return this.at > 0; }
  get canRedo(): boolean { return this.at < this.steps.length - 1; }

  // push takes a new state. key names the field that is typed in; "" never joins.
  push(state: State, why: string, key: string, nowMs = performance.now()) {
    this.steps.length = this.at + 1;
    const joins = key !== "" && key === this.key && nowMs - this.whenMs < closeMs && this.at > 0;
    if (joins) this.steps[this.at] = {state, why};
    else this.steps.push({state, why});
    this.at = this.steps.length - 1;
    this.key = key;
    this.whenMs = nowMs;
    this.shorten();
  }

  // undo goes back a step, and says what was undone.
  undo(): string | null {
    if (!this.canUndo) return null;
    this.key = "";
    return this.steps[this.at--]!.why;
  }

  redo(): string | null {
    if (!this.canRedo) return null;
    this.key = "";
    return this.steps[++this.at]!.why;
  }

  private shorten() {
    let letters = 0;
    for (const s of this.steps) letters += textOf(s.state).length;
    while (this.at > 0 && this.steps.length > 2 && (letters > mostLetters || this.steps.length > mostSteps)) {
      letters -= textOf(this.steps.shift()!.state).length;
      this.at--;
    }
  }
}

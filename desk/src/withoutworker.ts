// What the desk can do where its program does not run: a story of ours is a text, which
// can be edited, kept and saved as it is.
import type {File as WorkerFile} from "../protocol";
import type {State} from "./history";

const isText = (name: string) => /\.(ya?ml|json)$/i.test(name);

// storyAmong is the document of files that hold one story in YAML, or null.
export function storyAmong(files: WorkerFile[]): State | null {
  const decoded = new Map<string, string | Uint8Array>();
  for (const f of files) {
    const bytes = f.bytes === undefined ? undefined : new Uint8Array(f.bytes as ArrayBuffer);
    const name = f.name.replace(/^.*\//, "");
    decoded.set(name, f.text ?? (isText(name) ? new TextDecoder().decode(bytes) : bytes ?? new Uint8Array()));
  }
  // An edition's name has its language before the ending, and so is the longer one.
  const stories = [...decoded].filter(([name, c]) => /\.ya?ml$/i.test(name) && typeof c === "string" && /^barline *:/m.test(c)).map(([name]) => name)
    .sort((a, b) => a.length - b.length);
  const story = stories[0];
  if (!story || stories.some((s) => !s.startsWith(story.replace(/\.ya?ml$/i, ".")))) return null;
  return {story, files: decoded};
}

// blankStory is a story with one event; texts of JSON are texts of YAML.
export function blankStory(of: {headline: string; lang: string; event: string; date: string}): State {
  const q = JSON.stringify;
  const text = `barline: 1\nid: timeline\nlang: ${of.lang}\nheadline: ${q(of.headline)}\nevents:\n  - title: ${q(of.event)}\n    date: ${of.date}\n`;
  return {story: "timeline.yaml", files: new Map([["timeline.yaml", text]])};
}

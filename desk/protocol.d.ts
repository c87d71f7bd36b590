/*
 * The protocol between the desk's page and its worker.
 *
 * The page holds the document: the story's text as YAML, its editions, images, fonts
 * and theme files, by name. The worker holds a copy of what it was sent last, as a
 * cache alone: the page may end it at any time and start another, and sends all files
 * again then.
 *
 *   const worker = new Worker(new URL("worker.js", import.meta.url)); // a classic worker
 *   worker -> {ready: true, version, …}                               // once
 *   page   -> {id: 7, type: "check", files: […]}
 *   worker -> {id: 7, progress: {done: 3, total: 12, what: "the pictures"}}  // any number
 *   worker -> {id: 7, ok: true, result: {…}}                          // once for each request
 *   worker -> {id: 7, ok: false, error: {message: "…"}}
 *   page   -> {cancel: 7}           // answered by ok: false, error.cancelled
 *
 * Requests may be sent before the last one is answered, also before `ready`. They are
 * worked on in their order, one at a time. What was cancelled before its turn is not
 * begun. What is under way ends at the next place where that can be asked, most often
 * within some tenths of a second. A page that does not want to wait ends the worker.
 *
 * A worker that has a name holds a lock of that name for as long as it lives, and says
 * {locked: true} once it has it: whoever asks for the same lock learns of its end.
 *
 * Bytes are ArrayBuffers or Uint8Arrays; those that the worker sends are transferred.
 * Those that it is sent may be transferred or copied.
 *
 * All text in answers is text: put it into the page by textContent. The one exception
 * is `svg`, which is our own drawing, its texts escaped.
 */

/* ---------- files ---------- */

/**
 * A file of the document. `name` is its path from the story's folder, with / between
 * folders: "story.yaml", "story.nb.yaml", "images/harbour.jpg".
 *
 * In `check`, `edit`, `preview`, `prove` and `save` a file whose `bytes` and `text` are
 * both absent is the one of that name which the worker was sent before: images need not
 * be copied at each keystroke. If the worker does not have it (it was started anew), the
 * answer is an error with `missing`, the names to send again. Files that are not listed
 * are no part of the document any more.
 */
export interface File {
	name: string;
	bytes?: ArrayBuffer | Uint8Array;
	text?: string; // instead of bytes
}

/** The document. The story is the file named `story`; else the first YAML or JSON file. */
export interface Document {
	files: File[];
	story?: string;
}

/* ---------- messages ---------- */

export interface Ready {
	ready: true;
	protocol: 1;
	/** Of the program, as `barline version` says it. */
	version: string;
	/** The languages that pages speak, by their names in themselves. */
	languages: { tag: string; name: string; dir: "ltr" | "rtl" }[];
	/** What columns may become, for the answers of `import`: FIELD of `map`. */
	fields: string[];
	/** The formats of `save`, some of which are not for every story. */
	formats: string[];
	/** The stories that come with the program, for `example`. */
	examples: { id: string; headline: string; lang: string; events: number }[];
	/** The most bytes that a story may have, and all files of a document together. */
	limits: { storyBytes: number; fileBytes: number; documentBytes: number };
}

export type Progress = {
	id: number;
	/** total is 0 where it is not known. `what` is English, and for logs: say it in the page's words. */
	progress: { done: number; total: number; what: string };
};

export type Answer<R> = { id: number; ok: true; result: R } | { id: number; ok: false; error: Failure };

export interface Failure {
	/** What is wrong and the fix, in a sentence or in lines. */
	message: string;
	/** It was cancelled. */
	cancelled?: true;
	/** The worker met a mistake of its own, and must be ended and started anew. */
	restart?: true;
	/** The story has errors, so that this cannot be done. They are as in `check`. */
	problems?: Problem[];
	/** Names of files to send with their bytes. */
	missing?: string[];
}

/** A worker that could not even start says this instead of `ready`. */
export interface Broken {
	broken: { message: string };
}

/* ---------- open: anything becomes a document ---------- */

/**
 * Opens one file, several, a folder, a zip of a folder, or pasted cells (text as the file
 * "paste.tsv"). A story in JSON becomes YAML text. Editions and what the story names are
 * kept; so are other files that are images, fonts, themes or proofs.
 */
export interface Open {
	type: "open";
	files: File[];
	options?: ImportOptions;
	/** Where a fetched file came from: addresses in it are resolved against that. */
	base?: string;
}

/** The options of `barline import`, by their names there. */
export interface ImportOptions {
	dates?: string; // "dmy", "mdy", "ymd"; "months", "years"; "gregorian", "solar"; several with commas
	century?: number;
	day?: string;
	bc?: string; // "historical" or "astronomical"
	zone?: string;
	lang?: string;
	headline?: string;
	sheet?: string; // the worksheet of a workbook
	map?: { [field: string]: string | string[] }; // FIELD: COLUMN, or several
}

export interface Opened {
	/** null while there are questions, or where there are problems that let no story come. */
	story: { name: string; text: string } | null;
	/** The document's other files, with their bytes. */
	files: { name: string; bytes: ArrayBuffer; kind: "edition" | "image" | "font" | "other" }[];
	/** false: it was a story of ours. */
	imported: boolean;
	/** How it was read, and what was left out. */
	report: {
		lines: string[]; // as the command line says it
		shape: string; // "CSV", "TimelineJS (JSON)", …
		events: number;
		columns: { name: string; as?: string; how: string }[];
		decided: Remark[];
		changed: Remark[];
		contrary: Remark[];
		leftOut: Remark[];
		unread: Remark[];
	} | null;
	/** What only a person can answer. Send `open` again with all answers in `options`. */
	questions: Question[];
	/** Why no story came of it, or what was refused of the files. */
	problems: Problem[];
	/** Files that were not kept, and why. */
	dropped: { name: string; why: string }[];
}

export interface Remark {
	line?: number;
	column?: string;
	value?: string;
	text: string;
}

export interface Question {
	/** For the page's own use, stable among equal questions: "dates-order", "map-title". */
	id: string;
	/** The option that answers it: a key of ImportOptions; "map" answers as "title=COLUMN". */
	option: string;
	/** In English, and as words of the page's own. */
	text: string;
	words?: Wording;
	column?: string;
	example?: string;
	/** The rows that it concerns, some of many: their lines in the file and what stands there. */
	rows: { line: number; cells: string[] }[];
	/** The names of the columns of `rows`. */
	columns: string[];
	/** How many rows it concerns in all. */
	rowCount: number;
	/** `set` is what to merge into `options`: {dates: "dmy"}, {map: {title: "Main"}}. `label` is the value with what it `means`. */
	answers: { value: string; label: string; means: string; words?: Wording; set: ImportOptions }[];
	/** It is answered by a text that is typed, with what kind; `hint` is an example of one. */
	free?: { kind: "text" | "day" | "zone" | "year"; hint: string };
}

/**
 * A sentence of the table importer/draft/wording.go: `ask_` and its name is its key among
 * the page's words. `iso`, among the values, is a date that `date` says in English.
 */
export interface Wording {
	name: string;
	values: { [name: string]: string };
}

/* ---------- other ways to begin ---------- */

/** A story that comes with the program, with its editions. */
export interface Example {
	type: "example";
	example: string;
}

/** A story with nothing but a headline and one event to write over. */
export interface Blank {
	type: "blank";
	headline: string;
	lang: string;
	/** The text of its first event's title, in the writer's language. */
	event?: string;
	/** The date of that event, EDTF, such as today's: the worker has no clock. */
	date: string;
}

/** The story as an edition in another language, all texts as they are, to be translated. */
export interface Translate extends Document {
	type: "translate";
	lang: string;
}
/** Translated's file is new in the document; its name is that of an edition. */
export type Translated = { name: string; text: string };

/* ---------- check ---------- */

export interface Check extends Document {
	type: "check";
	/** Leaves out what takes long: laying the story out, looking for letters that no font has. */
	quick?: boolean;
	/** For `problems`: the file that was published before, as `check --against`. */
	before?: File;
}

export interface Checked {
	/** Errors first, then warnings, then notes, each by line. */
	problems: Problem[];
	/** There are no errors: it can be published. */
	ok: boolean;
	/** The story's tree, or null where the YAML is broken (problems say where). */
	model: Model | null;
	editions: Edition[];
	/** What the next request need not send the bytes of. */
	kept: string[];
}

export interface Problem {
	file: string;
	line: number; // from 1; 0: not known
	column: number; // from 1, in characters
	path: string; // "events[2].summary"
	at: Path; // the same for programs: ["events", 2, "summary"]
	severity: "error" | "warning" | "note";
	code: string; // docs/check.md
	message: string;
	fix: string;
}

/** Keys of objects and places in lists, from 0: ["events", 3, "quotes", 0, "words"]. */
export type Path = (string | number)[];

export interface Model {
	file: string;
	lang: string;
	dir: "ltr" | "rtl";
	headline: string;
	root: Node;
	/** One for each item of the list `events`, in the file's order. */
	events: ModelEvent[];
	/** What events can refer to, by id. */
	people: Named[];
	places: Named[];
	sources: Named[];
	kinds: Named[];
	lanes: string[];
}

export interface Named {
	id: string;
	name: string;
	/** Its place in its list of the story. -1: it is not in one ("meeting", "context"). */
	index: number;
}

/**
 * A part of the file with its place. Lines count from 1, columns from 1 in characters.
 * `end` is the line after the last one that belongs to it.
 * What stands in `v` is what decoding the file gives: a text for dates, too.
 */
export type Node =
	| { line: number; column: number; end: number; kind: "text" | "number" | "bool" | "null"; v: string | number | boolean | null }
	| { line: number; column: number; end: number; kind: "list"; items: Node[] }
	| { line: number; column: number; end: number; kind: "object"; fields: { key: string; line: number; column: number; value: Node }[] };

export interface ModelEvent {
	index: number; // in the list `events`
	/** As published: the address of the event. Empty while the story has errors. */
	id: string;
	autoId: boolean;
	line: number;
	end: number;
	title: string;
	/** The date as it stands in the file, and in words of the story's language; words are empty where it cannot be read. */
	date: string;
	dateWords: string;
	duration: string;
	durationWords: string;
	/** Its place in the order of time among all events, from 0. -1 where a date cannot be read. */
	order: number;
}

export interface Edition {
	file: string;
	lang: string;
	dir: "ltr" | "rtl";
	model: Model | null;
	/** What the translation lacks: missing, other than in the story, word for word the same. */
	lacks: { path: string; at: Path; line: number; code: string; text: string; original: string }[];
}

/* ---------- edit ---------- */

/**
 * Changes the text in place. Everything that an operation does not name stays byte for
 * byte: comments, order, quotation marks, blank lines. Operations follow each other, each
 * on what the one before left. All of them are done, or none.
 */
export interface Edit extends Document {
	type: "edit";
	/** The file to change; the story if absent. */
	file?: string;
	ops: Op[];
	/** false: the answer holds the text alone, and no check of it (the page sends `check` later). */
	check?: boolean;
	quick?: boolean; // as in check
}

export type Op =
	/** Puts a value there, whatever was there; makes the objects around it. An item of a list is replaced; at the list's length it is added. */
	| { op: "set"; path: Path; value: Json }
	/** Takes a field or an item away, and what was empty for it is not kept. Nothing there is no error. */
	| { op: "remove"; path: Path }
	/** Puts an item before the one at path's last number; at the list's length, at its end. A list that is not there is made. */
	| { op: "insert"; path: Path; value: Json }
	/** Moves an item of a list so that it stands at `to` afterwards. Comments above it go along. */
	| { op: "move"; path: Path; to: number }
	/** Puts `events` into the order of their dates; those of one date stay as they were. */
	| { op: "sort"; path: ["events"] };

/** In `value`, fields are written in their order; undefined is left out, null is YAML's null. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Edited extends Partial<Checked> {
	file: string;
	text: string;
	/** What changed, for an editor: replace the characters (UTF-16) [from, to) of the old text by `insert`. */
	changes: { from: number; to: number; insert: string }[];
}

/* ---------- understood ---------- */

/** What a date and a length mean, as one types. It needs no document. */
export interface Understood {
	type: "understood";
	date?: string;
	duration?: string;
	lang: string;
	/** The story's zone, as in the file; may be absent. */
	zone?: string;
}
export interface Understanding {
	/** "about 1890", in the language asked for; empty where nothing was understood. */
	date: string;
	duration: string;
	/** Both in one line. */
	words: string;
	/** The mark as the timeline draws it, with var(--…) colours as on published pages; empty where there is none. */
	svg: string;
	/** What is wrong, for each of the two. */
	problems: { field: "date" | "duration"; message: string; fix: string }[];
	/** What was meant, where another way to write it is understood: "1890~" for "ca. 1890". */
	suggestion?: { date?: string; duration?: string };
}

/* ---------- look ---------- */

export interface Preview extends Document {
	type: "preview";
	/** The widths that the frames have, CSS px. Pictures are drawn for the rungs around these alone. Absent: all. */
	widths?: number[];
}

/**
 * The story's page as published, but for what a preview does not need: pages of single
 * events, cards, the pictures for download, compressed files.
 * `changed` are files that are new or other than in the last answer of this worker.
 * Serve all of `files` under one folder; every address in them is relative.
 */
export interface Previewed {
	changed: { name: string; type: string; bytes: ArrayBuffer }[];
	/** All files. The engine is one of `external`. */
	files: string[];
	/** Files of the site which the page takes from the desk's own folder. gzip: unpack it by DecompressionStream. */
	external: { name: string; type: string; from: string; gzip: boolean }[];
	/** The page in each language: "" is "index.html" of the story's own. */
	pages: { lang: string; name: string }[];
	/** Content-Security-Policy to serve the pages with. */
	policy: string;
}

/* ---------- prove ---------- */

export interface Prove extends Document {
	type: "prove";
	sources: File[];
}
export interface Proved {
	quotes: {
		event: string; // id
		quote: string; // id
		path: string;
		at: Path; // ["events", 2, "quotes", 0]
		index: number; // among all quotations of the story, in the file's order
		speaker: string;
		words: string;
		verdict: "exact" | "typography" | "shortened" | "missing" | "misattributed" | "language";
		/** Where it stands: the source's name and line; line 0: nowhere. */
		source: string;
		line: number;
		passage: string;
		/** typography: what differs, in words. shortened: what is left out. missing: beside the nearest passage, [-story-] {+source+}. misattributed: whom the source names. */
		difference: string;
		/** A sentence that says all of it. */
		message: string;
	}[];
	/** Dates, lengths and numbers that the report has as well, or has otherwise. */
	problems: Problem[];
	sources: { name: string; lang: string; words: number }[];
}

/* ---------- save ---------- */

export interface Save extends Document {
	type: "save";
	as: "zip" | "single" | "yaml" | "json" | "csv" | "xlsx" | "ics" | "timelinejs" | "markwhen" | "png" | "svg" | "document";
	/** zip and single: where the page will stand, as `build --url`. */
	url?: string;
	/** png and svg: CSS px (1200), pixels per px (2), colours and arrangement. */
	width?: number;
	scale?: number;
	theme?: "light" | "dark";
	view?: "calendar" | "compare";
	select?: string;
}
/**
 * zip: the files of `barline build`, in a folder named after the story. document: the
 * story with its editions, images and fonts, as a zip that `open` reads.
 * `left` are what the format cannot hold.
 */
export interface Saved {
	name: string;
	mime: string;
	bytes: ArrayBuffer;
	left: string[];
}

/** The site as files, for publishing into a folder: what the zip holds. */
export interface Publish extends Document {
	type: "publish";
	url?: string;
}
export interface Published {
	files: { name: string; type: string; bytes: ArrayBuffer }[];
}

/**
 * Makes the site that `save` as zip and `publish` are about to be asked for, which are
 * then answered at once. What comes meanwhile should cancel it: it keeps the worker busy.
 */
export interface Prepare extends Document {
	type: "prepare";
	url?: string;
}

/* ---------- helpers ---------- */

/**
 * A worker begins up to three others while it publishes, as many as the machine has
 * processors to spare, and ends them when it is done. They are workers of the same kind,
 * at an address that ends in ?given: to these the program is handed over, compiled, by
 * whoever has it. A worker that fetches it says it, and the page hands it to the next.
 */
export interface Program {
	module: WebAssembly.Module;
	loader: Uint8Array;
	about: object;
	bundles: object;
}
/** The document that a helper is to draw pictures of. */
export interface Assist extends Document {
	type: "assist";
	url?: string;
}
/** A picture of the site by its name; edition 0 is the story's own. Answered by {bytes}. */
export interface Draw {
	type: "draw";
	edition: number;
	name: string;
}
/** A file to compress. Answered by {bytes}. */
export interface Pack {
	type: "pack";
	coding: string;
	effort: number;
	contents: ArrayBuffer | Uint8Array;
}

/* ---------- embed ---------- */

export interface Embed extends Document {
	type: "embed";
	/** Where the site stands, https://…/. */
	address: string;
}
export interface Embedded {
	/** The code for each language of the site. */
	codes: { lang: string; code: string }[];
	/** A plain iframe, where scripts are not allowed. */
	frames: { lang: string; code: string }[];
}

/* ---------- requests and results ---------- */

export interface Results {
	open: Opened;
	example: Opened;
	blank: Opened;
	translate: Translated;
	check: Checked;
	edit: Edited;
	understood: Understanding;
	preview: Previewed;
	prove: Proved;
	save: Saved;
	publish: Published;
	prepare: Record<string, never>;
	embed: Embedded;
}
export type Request = { id: number } & (Open | Example | Blank | Translate | Check | Edit | Understood | Preview | Prove | Save | Publish | Prepare | Embed);
export type ToWorker = Request | { cancel: number } | { program: Program };
export type FromWorker = Ready | Broken | Progress | { locked: true } | { program: Program } | Answer<Results[keyof Results]>;

// Taking in a newer version of a page whose events stand in it: the engine moves their
// marks, and its picture is the new one at once.

import { $ } from "./dom.js";
import { now } from "./now.js";
import { goLive, note, remark } from "./live.js";
import { anew, select } from "./select.js";
import { showTheme } from "./theme.js";
import { changesOf, renew } from "./renew.js";

goLive(async (version, next) => {
  const wrong = now.engine?.story(next.story);
  if (wrong) throw new Error(wrong);
  const changes = changesOf(version.main, $("main", next.doc));
  if (changes.gone.some(([id]) => id === now.selected)) select(null);
  const finish = renew(version, next);
  if (now.engine) { now.engine.story(); showTheme(); } else if (now.selected) anew();
  finish();
  remark(changes, (id, said) => note($(`[data-popover="${id}"] .body`), said));
  return changes;
});

// The page's behaviour in every state. Each part is a module in page/; they
// are joined into one classic script when a story is published, since a
// sandboxed frame may load no modules.

import { enlarge } from "./page/letters.js";
import { watchSystem } from "./page/theme.js";
import { followAddress, takeOver, unfoldForPrint } from "./page/select.js";
import { listenToHands } from "./page/hands.js";
import { listenToKeys } from "./page/keys.js";
import { watchRuler } from "./page/ruler.js";
import { retryWith } from "./page/controls.js";
import { showWords } from "./page/layer.js";
import { begin, load, watchLife } from "./page/engine.js";
import { watchSize } from "./page/size.js";
import { offer } from "./page/api.js";
import { linkPlainly } from "./page/share.js";
import { linkEditions, offerTimes } from "./page/editions.js";
import { post } from "./page/heard.js";

enlarge();
takeOver();
watchSystem(showWords);
listenToHands();
listenToKeys();
watchLife();
watchSize();
watchRuler();
unfoldForPrint();
linkPlainly();
linkEditions();
offerTimes();
retryWith(load);
offer();
followAddress();
post("ready", {});
begin();

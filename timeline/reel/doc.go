// Package reel is a story as a short film for places where only a picture is shown:
// what is seen at each moment, as a scene.
//
//	opening   headline, standfirst and total, while the marks grow
//	told      one event after another, the others pale
//	closing   the opening's words again, all events lit
//
//	┌──────────────────────────┐
//	│ Headline of the story    │
//	│                          │
//	│ 2–3 December 2025 · Here │  <- the event that is told
//	│ Title of the event       │
//	│ Talks: 5 hours.          │
//	│ | “What was said.”       │
//	│ | Speaker                │
//	│   ▌ ▒     ▌ ▌    ▌    ▌  │  <- all events, this one lit
//	│ ──┴─┴─────┴─┴────┴────┴─ │
//	│ Source                   │
//	└──────────────────────────┘
//
// A reel is made once and then asked what is seen at a time. While nothing moves, that
// is the same scene, so whoever draws it need not draw it again.
package reel

// Package session does the work of the desk: it opens files, checks, changes, draws,
// publishes and proves a story, as its page asks for it.
//
//	request as JSON, bytes beside it -> Session.Do -> answer as JSON, bytes beside it
//
// desk/protocol.d.ts describes the messages. The page has the document; a session keeps
// what it was sent last, so that pictures need not be sent at each keystroke, and what it
// has made of it. It has no clock, no files and no network: cmd/desk connects it to a
// browser's worker, and tests run it as it is.
package session

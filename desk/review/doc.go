// Package review says all that there is to say of a story, for the command line and for
// the desk alike: what check finds, what is wrong with its images, what those who publish
// it should know, and what reports say of its quotations.
//
//	story, editions, files beside it -> Of -> check.Input, []check.Finding
//
// It is given bytes and reads nothing itself.
package review

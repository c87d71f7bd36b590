// Package shell writes values as they stand on a command line, for messages that say
// what to type.
package shell

import "strings"

// Quoted is a value between quotation marks, where it has spaces or signs in it that
// mean something to a shell; else it is the value itself.
func Quoted(s string) string {
	if s == "" || strings.ContainsAny(s, " \t'\"$&;|<>()\\`*?#!~{}[]") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

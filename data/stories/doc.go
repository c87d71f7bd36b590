// Package stories carries the stories that come with the program, as story
// files in YAML.
package stories

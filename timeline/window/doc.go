// Package window lays out the desktop's page: headline, controls, the figure, the
// popover of the open event and the transcript, drawn as one scene. In the browser
// HTML does all this.
package window

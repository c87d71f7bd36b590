//go:build !js

package host

import "strings"

// reportDocuments adds to a report what the window is about and what stands in front.
func (w *window) reportDocuments(report map[string]any) map[string]any {
	d := &w.dialog
	report["file"], report["notice"] = w.docs.path, d.notice
	report["contrast"], report["motion"] = "standard", "full"
	if w.look.more() {
		report["contrast"] = "more"
	}
	if w.look.contrast == "forced" {
		report["contrast"] = "forced"
	}
	if w.look.reduced() {
		report["motion"] = "reduce"
	}
	if o := w.docs.shown; o != nil {
		report["lang"], report["headline"], report["events"] = o.story.Lang(), o.story.Headline(), o.figure.Events().Len()
		var tags []string
		for _, e := range o.editions {
			tags = append(tags, e.tag)
		}
		report["editions"] = tags
	}
	if p := w.docs.pages; p != nil {
		report["page"] = p.address
	}
	report["dialog"] = d.kind
	if d.kind == "" {
		return report
	}
	var texts []string
	for _, i := range d.content.Items {
		if i.Text != "" {
			texts = append(texts, i.Text)
		}
	}
	report["dialogTitle"], report["dialogTexts"], report["dialogFocused"] = d.content.Title, texts, d.state.Focused
	report["dialogBox"], report["dialogScroll"] = w.reported(d.place.Box), d.state.ScrollPx
	choices := map[string]*rectReport{}
	for i := range w.page.Scene.Nodes {
		n := &w.page.Scene.Nodes[i]
		if n.Action != "" && n.Action != "none" && strings.HasPrefix(n.ID, "dialog:") {
			choices[n.Action] = w.reported(n.Hit)
		}
	}
	report["choices"] = choices
	return report
}

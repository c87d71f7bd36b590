package host

import (
	"errors"
	"syscall/js"

	"barline/timeline/view"
)

// onStory takes a newer version of the story. Handed its text, it reads it and returns
// what keeps it from being shown, or null; handed nothing, it shows what it has read.
func (p *page) onStory(a []js.Value) any {
	if len(a) > 0 {
		next, err := p.newer(a[0].String())
		if err != nil {
			return err.Error()
		}
		p.next = next
		return nil
	}
	if p.next == nil {
		return nil
	}
	effects := p.viewer.Renew(p.next)
	p.next, p.can = nil, p.viewer.Figure().Capabilities()
	p.effects(effects)
	p.tell()
	p.wake()
	return nil
}

// newer reads a newer version of the story.
func (p *page) newer(text string) (view.Figure, error) {
	w := p.viewer.Figure().Words()
	f, _, err := decode(text, w, p.viewer.Figure().Fonts())
	if err == nil && f.Capabilities().Lanes != p.can.Lanes {
		err = errors.New("it is drawn in another way")
	}
	return f, err
}

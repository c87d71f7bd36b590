package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/layout"
	"barline/typeset"
)

// Dialog is a panel in front of the whole window: what can be opened, errors of a story,
// questions, how far something has come.
//
//	Errors in meetings.yaml                        x
//	line 12, column 11                                a Mark
//	"2025-02-30": February 2025 has 28 days           a Text
//	write 2025-02-28                                  a Fix
//	( Try again                                 )     a Choice
type Dialog struct {
	Title string
	Items []DialogItem
}

// DialogItem is a paragraph, or something that can be pressed.
type DialogItem struct {
	Kind DialogKind
	Text string
	// Note is said after the text, quietly.
	Note string
	// Action is what pressing it does; a choice without one is off.
	Action string
	// On: it is the choice in force.
	On bool
	// Share is how much of a bar is full, from 0 to 1.
	Share float64
}

// DialogKind tells what an item is.
type DialogKind uint8

const (
	DialogText DialogKind = iota
	DialogQuiet
	DialogStrong
	// DialogChoice is a button as wide as the panel, DialogField a field to write in.
	DialogChoice
	DialogField
	DialogBar
)

// CloseDialog is the action of the sign that closes a dialog.
const CloseDialog = "dialog:close"

// Actions are what can be pressed in a dialog, in reading order.
func (d *Dialog) Actions() []string {
	var all []string
	for _, i := range d.Items {
		if i.Action != "" {
			all = append(all, i.Action)
		}
	}
	return append(all, CloseDialog)
}

// DialogState is how a dialog is shown.
type DialogState struct {
	// Viewport is the part of the page in sight, in page px.
	Viewport         scene.Rect
	Focused, Hovered string
	ScrollPx         float64
}

// DialogPlace is where a dialog is drawn.
type DialogPlace struct {
	Box scene.Rect
	// MostPx is the most that it can be scrolled.
	MostPx float64
	// FocusPx is how far it must be scrolled for what has the keyboard to be in sight.
	FocusPx float64
}

const (
	zDialog        = layout.ZPanelWords + 20 // over sheets
	zDialogWords   = zDialog + 1
	dialogWidthPx  = 600.0
	dialogPadPx    = 18.0
	dialogHeadPx   = 50.0
	dialogMarginPx = 10.0
	choicePx       = 38.0
	mostTitleLines = 3
	// mostNoticeLines have room for a long path, and why nothing could be written there.
	mostNoticeLines = 6
)

// dialogRow is a line of words, a button, a field or a bar, at its place in the content.
type dialogRow struct {
	item        *DialogItem
	number      int
	text        *scene.Text
	note        *scene.Text
	x, y, h     float64
	paint       scene.Paint
	first, last bool // the item's first and last row
}

// AddDialog puts a dialog over a page, which becomes longer if it must.
func AddDialog(page *scene.Scene, fonts *typeset.Fonts, d *Dialog, s DialogState) DialogPlace {
	view := s.Viewport
	box := scene.Rect{W: min(dialogWidthPx, view.W-2*dialogMarginPx)}
	rows, height := dialogRows(fonts, d, box.W-2*dialogPadPx)
	titleStyle := scene.Style{Face: scene.SerifBold, SizePx: 20}
	titleRoom := box.W - 2*dialogPadPx - 40 // beside the sign that closes
	title := fonts.Wrap(d.Title, titleStyle, titleRoom, mostTitleLines)
	head := dialogHeadPx + float64(max(0, len(title)-1))*typeset.LineHeightPx(titleStyle)
	box.H = min(head+height+dialogPadPx, view.H-2*dialogMarginPx)
	box.X = view.X + (view.W-box.W)/2
	box.Y = view.Y + max(dialogMarginPx, (view.H-box.H)/3)
	body := scene.Rect{X: box.X + dialogPadPx, Y: box.Y + head, W: box.W - 2*dialogPadPx, H: box.H - head - dialogPadPx/2}
	place := DialogPlace{Box: box, MostPx: max(0, height+dialogPadPx/2-body.H)}
	scroll := max(0, min(s.ScrollPx, place.MostPx))
	place.FocusPx = scroll
	b := layout.NewBuilder(fonts, 32+2*len(rows))
	node := func(id string, shape scene.Shape, z int8, r scene.Rect, paint scene.Paint) scene.Node {
		return scene.Node{ID: "dialog:" + id, Role: scene.Popover, Z: z, Shape: shape, Box: r, Paint: paint}
	}
	veil := node("veil", scene.Box, zDialog, view, scene.Paper)
	veil.Alpha, veil.Hit, veil.Action = 0.5, view, "none"
	b.Add(veil)
	shade := node("shade", scene.Shadow, zDialog, box.Move(0, 5), scene.Shade)
	shade.Radius, shade.Stroke = 12, 16
	b.Add(shade)
	back := node("back", scene.Box, zDialog, box, scene.Panel)
	back.Radius, back.Hit, back.Action = 10, box, "none"
	b.Add(back)
	edge := node("edge", scene.Outline, zDialog, box, scene.Hairline)
	edge.Radius, edge.Stroke = 10, 1
	b.Add(edge)
	for i, t := range title {
		b.Words("dialog:title:"+strconv.Itoa(i), "", scene.Popover, zDialogWords, t, b.Start(t, body.X, titleRoom), box.Y+13+float64(i)*typeset.LineHeightPx(titleStyle), scene.Ink)
	}
	dialogClose(b, box, s)
	for i := range rows {
		r := &rows[i]
		at := scene.Rect{X: body.X, Y: body.Y + r.y - scroll, W: body.W, H: r.h}
		if r.item.Action != "" && r.item.Action == s.Focused {
			place.FocusPx = min(max(scroll, r.y+r.h+8-body.H), max(0, r.y-8))
		}
		// What the panel's end would cut is left out whole.
		if at.Y < body.Y-0.5 || at.Bottom() > body.Bottom()+0.5 {
			continue
		}
		r.draw(b, at, s)
	}
	if place.MostPx > 0 {
		thumb := max(24, body.H*body.H/(body.H+place.MostPx))
		bar := node("scroll", scene.Box, zDialogWords, scene.Rect{X: box.Right() - 8, Y: body.Y + scroll/place.MostPx*(body.H-thumb), W: 4, H: thumb}, scene.Axis)
		bar.Radius = 2
		b.Add(bar)
	}
	b.Mirror(0, box.X, box.Right())
	page.Nodes = append(page.Nodes, b.Finish(page.WidthPx, page.HeightPx).Nodes...)
	page.HeightPx = max(page.HeightPx, scene.Snap(view.Bottom()))
	return place
}

// dialogRows sets the items in a column, and returns how high they are together.
func dialogRows(fonts *typeset.Fonts, d *Dialog, width float64) (rows []dialogRow, height float64) {
	y := 0.0
	for i := range d.Items {
		item := &d.Items[i]
		switch item.Kind {
		case DialogChoice, DialogField, DialogBar:
			y += 6
			r := dialogRow{item: item, number: i, y: y, h: choicePx, first: true, last: true}
			if item.Kind == DialogBar {
				r.h = 14
			} else {
				style := scene.Style{Face: scene.SansBold, SizePx: 14}
				if item.Kind == DialogField {
					style.Face = scene.Sans
				}
				r.text = fonts.Shorten(item.Text, style, width-28)
				if room := width - 28 - r.text.WidthPx - 12; item.Note != "" && room > 40 {
					r.note = fonts.Shorten(item.Note, scene.Style{Face: scene.Sans, SizePx: 13}, room)
				}
			}
			rows = append(rows, r)
			y += r.h
		default:
			style, paint := scene.Style{Face: scene.Sans, SizePx: 14.5}, scene.Ink
			switch item.Kind {
			case DialogQuiet:
				style.SizePx, paint = 13, scene.Quiet
			case DialogStrong:
				style.Face, style.SizePx = scene.SansBold, 14.5
				if i > 0 {
					y += 12
				}
			}
			y += 2
			lines := fonts.Wrap(item.Text, style, width, 0)
			for n, t := range lines {
				x := 0.0
				if t.RTL != fonts.RTL() {
					x = width - t.WidthPx
					if !t.RTL {
						x = width - widest(lines)
					}
				}
				rows = append(rows, dialogRow{item: item, number: i, text: t, x: x, y: y, h: typeset.LineHeightPx(style), paint: paint, first: n == 0, last: n == len(lines)-1})
				y += typeset.LineHeightPx(style)
			}
		}
	}
	return rows, y
}

func widest(lines []*scene.Text) (px float64) {
	for _, t := range lines {
		px = max(px, t.WidthPx)
	}
	return px
}

// draw draws a row at its place on the page.
func (r *dialogRow) draw(b *layout.Builder, at scene.Rect, s DialogState) {
	id := "dialog:item" + strconv.Itoa(r.number)
	switch r.item.Kind {
	case DialogBar:
		bar := scene.Node{ID: id, Role: scene.Popover, Z: zDialogWords, Shape: scene.Box, Box: scene.Rect{X: at.X, Y: at.Y + 4, W: at.W, H: 6}, Radius: 3, Paint: scene.Grid}
		b.Add(bar)
		bar.ID += ":full"
		bar.Box.W, bar.Paint = max(6, at.W*min(max(r.item.Share, 0), 1)), scene.Talks
		b.Add(bar)
		return
	case DialogChoice, DialogField:
		r.button(b, id, at, s)
		return
	}
	b.Words(id+":"+strconv.Itoa(int(r.y)), "", scene.Popover, zDialogWords, r.text, at.X+r.x, at.Y, r.paint)
}

// button draws a choice or a field.
func (r *dialogRow) button(b *layout.Builder, id string, at scene.Rect, s DialogState) {
	n := scene.Node{ID: id, Role: scene.Popover, Z: zDialogWords, Shape: scene.Box, Box: at, Radius: 8, Paint: scene.Panel, Hit: at, Action: r.item.Action}
	if r.item.Action == "" {
		n.Hit = scene.Rect{}
	} else if r.item.Action == s.Hovered && r.item.Kind == DialogChoice {
		n.Paint = scene.Overlay
	}
	if r.item.On {
		n.Paint = scene.Ink
	}
	b.Add(n)
	n.ID, n.Shape, n.Paint, n.Stroke, n.Hit, n.Action = id+":edge", scene.Outline, scene.Hairline, 1, scene.Rect{}, ""
	if r.item.Kind == DialogField {
		n.Paint = scene.Axis
	}
	b.Add(n)
	focused := r.item.Action != "" && r.item.Action == s.Focused
	if focused {
		b.Add(scene.Node{ID: "dialog:ring", Role: scene.Ring, Z: zDialogWords, Shape: scene.Outline, Box: at.Inset(-2), Radius: 10, Stroke: 2, Paint: scene.Focus})
	}
	y := at.Y + (at.H-typeset.LineHeightPx(r.text.Style))/2
	paint := scene.Ink
	switch {
	case r.item.On:
		paint = scene.Inverse
	case r.item.Action == "":
		paint = scene.Quiet
	}
	end := b.Words(id+":name", "", scene.Popover, zDialogWords, r.text, at.X+14, y, paint)
	if r.note != nil {
		b.Words(id+":note", "", scene.Popover, zDialogWords, r.note, end.Right()+12, at.Y+(at.H-typeset.LineHeightPx(r.note.Style))/2, scene.Quiet)
	}
	if focused && r.item.Kind == DialogField {
		b.Line(id+":caret", scene.Popover, zDialogWords, scene.Rect{X: end.Right() + 2, Y: at.Y + 9, H: at.H - 18}, 1.5, scene.Ink)
	}
}

// dialogClose is the sign in the corner.
func dialogClose(b *layout.Builder, box scene.Rect, s DialogState) {
	hit := scene.Rect{X: box.Right() - 48, Y: box.Y + 4, W: 44, H: 40}
	b.Add(scene.Node{ID: "dialog:press:close", Role: scene.Popover, Z: zDialogWords, Shape: scene.Box, Paint: scene.Panel, Box: scene.Rect{X: hit.X, Y: hit.Y}, Hit: hit, Action: CloseDialog})
	t := b.Fonts.Line("×", scene.Style{Face: scene.Sans, SizePx: 22})
	paint := scene.Quiet
	if s.Hovered == CloseDialog {
		paint = scene.Ink
	}
	b.Words("dialog:close", "", scene.Popover, zDialogWords, t, hit.X+(hit.W-t.WidthPx)/2, hit.Y+(hit.H-typeset.LineHeightPx(t.Style))/2, paint)
	if s.Focused == CloseDialog {
		b.Add(scene.Node{ID: "dialog:ring", Role: scene.Ring, Z: zDialogWords, Shape: scene.Outline, Box: hit.Inset(2), Radius: 8, Stroke: 2, Paint: scene.Focus})
	}
}

// AddNotice puts a sentence over the foot of a page.
func AddNotice(page *scene.Scene, fonts *typeset.Fonts, text string, viewport scene.Rect) {
	style := scene.Style{Face: scene.SansBold, SizePx: 13}
	lines := fonts.Wrap(text, style, min(560, viewport.W-56), mostNoticeLines)
	if len(lines) == 0 {
		return
	}
	line := typeset.LineHeightPx(style)
	box := scene.Rect{W: widest(lines) + 32, H: float64(len(lines))*line + 18}
	box.X, box.Y = viewport.X+(viewport.W-box.W)/2, viewport.Bottom()-box.H-14
	b := layout.NewBuilder(fonts, 8)
	b.Add(scene.Node{ID: "notice:back", Role: scene.Popover, Z: zDialogWords, Shape: scene.Box, Box: box, Radius: 8, Paint: scene.Ink})
	for i, t := range lines {
		b.Words("notice:"+strconv.Itoa(i), "", scene.Popover, zDialogWords, t, box.X+(box.W-t.WidthPx)/2, box.Y+9+float64(i)*line, scene.Inverse)
	}
	page.Nodes = append(page.Nodes, b.Finish(page.WidthPx, page.HeightPx).Nodes...)
}

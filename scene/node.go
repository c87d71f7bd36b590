package scene

// Shape tells how a node is drawn.
type Shape uint8

const (
	// Box is filled, its corners rounded by Radius. A Fade makes one end run out.
	Box Shape = iota
	// Outline is a stroked Box; the stroke lies inside.
	Outline
	// Dashes is a dashed Outline.
	Dashes
	// Hatch is a Box filled with diagonal stripes, and a thin outline.
	Hatch
	// Line leads from (X, Y) to (X+W, Y+H), Stroke thick, with flat ends.
	Line
	// Triangle points right and fills its box.
	Triangle
	// Shadow is a Box whose rim is blurred over Stroke px.
	Shadow
	// Glyphs is a line of text.
	Glyphs
	// Many is a great number of upright boxes of one paint, listed in Cells.
	Many
)

// String returns the shape's name in dumps.
func (s Shape) String() string {
	return [...]string{"box", "outline", "dashes", "hatch", "line", "triangle", "shadow", "text", "many"}[s]
}

// HatchPeriodPx is the distance between two stripes of a Hatch, measured
// along an edge; stripes and gaps are equally wide.
const HatchPeriodPx = 7

// HatchEdgePx is the width of a hatch's outline.
const HatchEdgePx = 1

// DashPx is about how long one dash of Dashes is. Each side holds a whole
// number of dashes and starts and ends with half a one, so corners are closed.
const DashPx = 3.5

// Around a circle dashes are a little longer than their gaps, and fewer, so
// that a small dot still looks round.
const (
	CircleDash  = 0.66 // of a period
	CircleEvery = 6.4  // px
)

// DashCount is the number of dashes along a side of this length, in px: at
// least one.
func DashCount(sidePx float64) float64 { return count(sidePx, 2*DashPx) }

// CircleDashCount is the number of dashes around a circle, in px.
func CircleDashCount(aroundPx float64) float64 { return count(aroundPx, CircleEvery) }

func count(lengthPx, periodPx float64) float64 {
	n := float64(int(lengthPx/periodPx + 0.5))
	if n < 1 {
		return 1
	}
	return n
}

// Role tells what a node is for.
type Role uint8

const (
	Furniture  Role = iota // grid, ticks, axis words
	Bar                    // an event's length
	Wait                   // an event's wait
	Dot                    // a context event
	Label                  // words that belong to an event
	Leader                 // a line from a mark to its label or date
	Bracket                // the span a date allows
	Limit                  // the line a length stays under
	Key                    // the key of marks
	Credit                 // the source line
	Heading                // headline, standfirst, totals (desktop)
	Control                // a button (desktop)
	Popover                // a popover's parts (desktop)
	Ring                   // the focus ring
	Caption                // what Play says
	Quotation              // an event's quotation, or the sign that it has some
	Annotation             // a word of the story's at a date or a length, and its line or band
	numRoles
)

// String returns the role's name in dumps.
func (r Role) String() string {
	return [numRoles]string{"furniture", "bar", "wait", "dot", "label", "leader", "bracket", "limit", "key", "credit", "heading", "control", "popover", "ring", "caption", "quotation", "annotation"}[r]
}

// Fade lets a mark run out: its alpha falls evenly from 1 at From to 0 at To,
// measured along the line between them. The zero Fade fades nothing.
type Fade struct{ From, To Point }

// Side is a side of a box.
type Side uint8

const (
	NoSide Side = iota
	LeftSide
	RightSide
	UpperSide
	LowerSide
)

// Cell is one of many boxes: an upright rectangle, sharp-edged, in CSS pixels.
// Alpha multiplies the node's.
type Cell struct{ X, Y, W, H, Alpha float64 }

// Node is one mark.
type Node struct {
	// ID is unique within a scene and the same in every scene of a story, so
	// that motion knows which mark went where.
	ID string
	// Event is the id of the event this belongs to, or empty.
	Event string
	Role  Role
	// Z orders drawing and hits: higher is nearer.
	Z     int8
	Shape Shape
	Box   Rect
	Paint Paint
	// Alpha multiplies the paint's own, 0 to 1.
	Alpha  float64
	Radius float64
	Stroke float64
	Fade   Fade
	Text   *Text  // Glyphs only
	Cells  []Cell // Many only; Box is around them all
	// Hit is where a press means this node; empty: nowhere.
	Hit Rect
	// More are the ids, separated by spaces, of the events that words such as "+3"
	// stand for: a press opens one of them, and the next press the next.
	More string
	// Action names what a Control does; empty for others.
	Action string
	// Turn rotates the box about its centre, in radians, clockwise: it is how a
	// bar turns from one arrangement to the other, and how a sign points the
	// other way.
	Turn float64
	// Base is the side at which a length begins: where a bar grows from.
	Base Side
	// Clip is true for marks that must not leave the scene's plot.
	Clip bool
}

// String returns the side's name as the page's styles spell it.
func (s Side) String() string {
	return [...]string{"", "left", "right", "upper", "lower"}[s]
}

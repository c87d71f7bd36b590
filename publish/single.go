package publish

import (
	"errors"

	"barline/data"
	"barline/data/tree"
)

func Single(story *data.Story, root *tree.Node, engine Engine, o Options) ([]byte, error) {
	return nil, errors.New("not yet")
}

package publish

import "context"

// For tests of package publish_test.

// WriteWith is Write where one folder takes another's place in another way.
func WriteWith(s Site, ctx context.Context, dir string, take func(next, dir string) error) error {
	return s.write(ctx, dir, WriteOptions{}, take)
}

// InOrder is the order in which files are written inside a folder.
func InOrder(s Site) []string { return inOrder(s) }

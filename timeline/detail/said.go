package detail

import "barline/timeline/words"

// Said is the quotation between its marks, in the story's language where it is
// translated, within the sentence that it is a fragment of.
func (q Quote) Said() string {
	said := q.Words
	if q.Translation != "" {
		said = q.Translation
	}
	said = q.Open + said + q.Close
	if q.Fragment {
		said = q.Before + words.Isolated(said, q.Before+q.After) + q.After
	}
	return said
}

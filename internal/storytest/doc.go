// Package storytest gives tests what they all need: the story of 2025, the
// fonts, a picture of any story, and stories invented at random. Only tests
// import it.
package storytest

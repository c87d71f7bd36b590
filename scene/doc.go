// Package scene is the picture as plain data: what layout makes and every
// renderer reads.
//
//	x ->                    A Scene is a list of Nodes. A Node is one mark (a
//	+------------------+    box, a line, a line of text) with a stable ID, the
//	|  label           |    event it belongs to, its role, the colour's name
//	|  ████████░░      |    and, if it can be pressed, its hit box.
//	|  |---|---|---|   |
//	+------------------+    Units are CSS pixels, y down.
//	y
//
// Colours are named by their role in the theme (Paint) and resolved by a
// Palette when drawn, so that one scene serves both themes. The scene knows
// nothing of stories: what a renderer needs, the scene says.
package scene

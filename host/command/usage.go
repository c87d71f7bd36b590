//go:build !js

package command

// usage is what -h prints.
const usage = `barline-window shows a timeline in a window of its own.

usage: barline-window [OPTION]… [STORY]

STORY is a story file (YAML, JSON) or anything that barline import reads: a
spreadsheet, a calendar, TimelineJS; -story STORY is the same. Without one the
built-in story is shown. The window follows the file: what is saved is shown.

  -open EVENT         the event to open at first, by its id
  -edition LANG       the edition to show, as nb, of a story in several languages
  -view VIEW          calendar or compare
  -theme THEME        light, dark, or auto: what the system asks for (the default)
  -contrast CONTRAST  standard, more, forced (few colours, on black or white), or auto
  -motion MOTION      full, reduce, or auto; -reduce-motion is -motion reduce
  -size WxH           the window's size in px, as 1100x860
  -again              a window of its own, although another shows the same file
  -state FILE         keep the window's state as JSON in FILE, for other programs
  -version            print which version of Barline this is
  -h                  this text

how a file that is no story yet is read, as for barline build:

  -map FIELD=COLUMN   which column is which, as title=main; may stand several times
  -dates ORDER        dmy, mdy or ymd; months or years; gregorian or solar
  -century YEAR       the first of the hundred years of two-digit years
  -day DATE           the day of times that say none
  -bc COUNT           historical or astronomical
  -zone NAME          the time zone of times that say none, as Europe/Oslo
  -lang TAG           the language of the texts
  -sheet NAME         the worksheet of a workbook
  -headline TEXT      the story's headline

Options may be written with two dashes. In the window, ? shows its keys.
`

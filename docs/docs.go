// Package docs holds the pages of documentation that the program itself reads.
package docs

import _ "embed" // for the pages

// Schema is SCHEMA.md: every view and column of the database with its meaning.
//
//go:embed SCHEMA.md
var Schema string

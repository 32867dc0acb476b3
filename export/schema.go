package export

import (
	"strings"

	"suyuan/docs"

	"suyuan/extract"
)

// described is a view as docs/SCHEMA.md tells of it.
type described struct {
	title   string
	columns map[string]string // the meaning of each
}

var (
	viewHead  = extract.Expression("^## (v_[a-z_]+) — (.*)$")
	columnRow = extract.Expression("^\\| `([a-z0-9_]+)` \\| [^|]* \\| ([^|]*) \\| (.*) \\|$")
	codeMarks = strings.NewReplacer("`", "", `\|`, "|")
)

// schema reads docs/SCHEMA.md. A view has the columns of its own section; those
// that every record has stand in a section for all, those of v_figures hold for
// the views made of it.
func schema() (views map[string]described, everywhere map[string]string) {
	views, everywhere = map[string]described{}, map[string]string{}
	columns := map[string]string{}
	for line := range strings.Lines(docs.Schema) {
		line = strings.TrimRight(line, "\n")
		if m := viewHead().FindStringSubmatch(line); m != nil {
			columns = map[string]string{}
			views[m[1]] = described{m[2], columns}
		} else if strings.HasPrefix(line, "## ") {
			columns = everywhere
		} else if m := columnRow().FindStringSubmatch(line); m != nil {
			columns[m[1]] = meaning(codeMarks.Replace(m[2]), codeMarks.Replace(m[3]))
		}
	}
	for _, view := range []string{"v_targets", "v_figures_reviewed"} {
		views[view] = described{views[view].title, views["v_figures"].columns}
	}
	return views, everywhere
}

// meaning joins what a column means with when it is null.
func meaning(null, says string) string {
	if null == "–" {
		return says
	}
	return strings.TrimPrefix(says+"; null: "+null, "; ")
}

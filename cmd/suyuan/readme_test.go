package main

import (
	"database/sql"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var readmes = []string{"README.md", "README.zh-CN.md"}

// byCI are the commands shown that .ci/run runs: they build or test the program.
var byCI = []string{"go run ./cmd/suyuan ingest seeds", "go test ./...", "go build ./cmd/suyuan", "bash .ci/run"}

// Every command of the READMEs works as it is shown, one after the other in a
// folder that has the seeds and the gold files, and prints what is shown under it.
func TestReadmeCommands(t *testing.T) {
	for _, name := range readmes {
		t.Run(name, func(t *testing.T) {
			dir := readmeFolder(t)
			commands := shown(t, readme(t, name))
			if len(commands) < 10 {
				t.Errorf("only %d commands are shown", len(commands))
			}
			for _, c := range commands {
				c.try(t, dir)
			}
		})
	}
}

// The two READMEs show the same commands and the same output.
func TestReadmesAreTwins(t *testing.T) {
	english, chinese := shown(t, readme(t, readmes[0])), shown(t, readme(t, readmes[1]))
	if !slices.Equal(english, chinese) {
		t.Errorf("they show\n%v\nand\n%v", english, chinese)
	}
}

// Every file that a page of the project links to is there.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^):#]+)(?:#[^)]*)?\)`)
	for _, page := range append([]string{"CONTRIBUTING.md", "docs/ARCHITECTURE.md", "docs/SCHEMA.md"}, readmes...) {
		for _, m := range link.FindAllStringSubmatch(readme(t, page), -1) {
			if _, err := os.Stat(filepath.Join("../..", filepath.Dir(page), m[1])); err != nil {
				t.Errorf("%s links to %s: %v", page, m[1], err)
			}
		}
	}
}

// Every source file that a page names is there, in the room that is named before it.
func TestFilesNamed(t *testing.T) {
	file := regexp.MustCompile("`([a-z_/]+)\\.(go|sql|tsv)`")
	for _, page := range append([]string{"CONTRIBUTING.md", "docs/ARCHITECTURE.md"}, readmes...) {
		for _, m := range file.FindAllStringSubmatch(readme(t, page), -1) {
			name := m[1] + "." + m[2]
			found, _ := filepath.Glob(filepath.Join("../..", name))
			for _, room := range []string{"*", "*/*"} {
				more, _ := filepath.Glob(filepath.Join("../..", room, name))
				found = append(found, more...)
			}
			if len(found) == 0 {
				t.Errorf("%s names %s, which is not there", page, name)
			}
		}
	}
}

// example is a command of a README and the output shown under it, "" where none is.
type example struct{ command, output string }

// shown returns the commands of the sh blocks, a line each, and those of the
// console blocks, where they stand behind $.
func shown(t *testing.T, text string) (all []example) {
	t.Helper()
	block := ""
	for line := range strings.Lines(text) {
		fence, isFence := strings.CutPrefix(strings.TrimSpace(line), "```")
		command, isCommand := strings.CutPrefix(line, "$ ")
		switch {
		case isFence && block == "":
			block = fence
		case isFence:
			block = ""
		case block == "sh" && !strings.HasPrefix(line, "#"), block == "console" && isCommand:
			if block == "sh" {
				command = line
			}
			all = append(all, example{command: strings.TrimSpace(command)})
		case block == "console":
			all[len(all)-1].output += line
		case block != "":
			t.Fatalf("a block of %q: sh or console", block)
		}
	}
	return all
}

// try runs the command. Those that build or test the program are left to CI, save
// that what go run runs is run here too.
func (e example) try(t *testing.T, dir string) {
	t.Helper()
	command := e.command
	if slices.Contains(byCI, command) {
		rest, ok := strings.CutPrefix(command, "go run ./cmd/")
		if !ok {
			return
		}
		command = rest
	}
	if command == "suyuan serve" {
		address, end := serving(t, dir)
		page(t, address)
		end()
		return
	}
	if _, err := exec.LookPath("sqlite3"); err != nil && strings.HasPrefix(command, "sqlite3 ") {
		t.Logf("not tried, there is no sqlite3 here: %s", command)
		return
	}
	c := exec.Command("sh", "-c", command)
	c.Dir = dir
	c.Env = append(os.Environ(), "PATH="+filepath.Dir(binary)+":"+os.Getenv("PATH"))
	r := finish(t, c)
	if r.status != 0 && !(r.status == 1 && strings.HasPrefix(command, "suyuan audit ")) { // which has something to report
		t.Errorf("%s ends with status %d\n%s%s", command, r.status, r.out, r.messages)
	}
	if e.output != "" && !alike(r.out, e.output, strings.HasPrefix(command, "suyuan ")) {
		t.Errorf("%s prints\n%swhere the page has\n%s", command, r.out, e.output)
	}
}

// alike compares what is printed with what is shown. The program's own counts,
// scores and times may have moved a little since: rules get better.
func alike(got, want string, loose bool) bool {
	if !loose {
		return got == want
	}
	g, w := strings.Fields(got), strings.Fields(want)
	return slices.EqualFunc(g, w, near)
}

var amount = regexp.MustCompile(`^([0-9.]+)(ms|s)?$`)

// near reports whether two words are the same, two times, or two numbers of
// which the smaller is at least nine tenths of the greater, or three less.
func near(a, b string) bool {
	x, y := amount.FindStringSubmatch(a), amount.FindStringSubmatch(b)
	if a == b || x == nil || y == nil {
		return a == b
	}
	if x[2] != "" || y[2] != "" {
		return x[2] != "" && y[2] != ""
	}
	n, _ := strconv.ParseFloat(x[1], 64)
	m, _ := strconv.ParseFloat(y[1], 64)
	whole := !strings.Contains(a+b, ".")
	return math.Min(n, m) >= 0.9*math.Max(n, m) || whole && math.Abs(n-m) <= 3
}

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"71", "72", true}, {"71", "80", false}, {"0", "2", true}, {"0.897", "0.85", true}, {"0.897", "0.7", false},
		{"138ms", "1.2s", true}, {"138ms", "138", false}, {"20/20", "19/20", false}, {"潮州市", "揭阳市", false},
	} {
		if near(c.a, c.b) != c.want {
			t.Errorf("near(%s, %s) is not %v", c.a, c.b, c.want)
		}
	}
}

// The table of views in each README has every view and its columns.
func TestReadmeViews(t *testing.T) {
	dir := folder(t, map[string]string{"good.txt": goodText})
	suyuan(t, dir, "", "ingest", "good.txt").expect(t, 0)
	db, err := sql.Open("sqlite3", filepath.Join(dir, "suyuan.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT m.name, group_concat(c.name, ', ') FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'view' GROUP BY m.name")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	record := regexp.MustCompile("`(record_id, record_key, document_id, [^`]*)`").FindStringSubmatch(readme(t, readmes[0]))[1]
	for rows.Next() {
		var view, columns string
		if err := rows.Scan(&view, &columns); err != nil {
			t.Fatal(err)
		}
		for _, name := range readmes {
			line := regexp.MustCompile("(?m)^\\| `" + view + "` .*$").FindString(readme(t, name))
			own := strings.TrimPrefix(columns, record+", ")
			switch view {
			case "v_targets", "v_figures_reviewed":
				own = "v_figures"
			case "v_records":
				own = "type"
			}
			if !strings.Contains(line, "`"+own+"`") {
				t.Errorf("%s: %s has the columns %s, the page says %s", name, view, columns, line)
			}
		}
	}
}

// The READMEs name every word list, so that one can be laid over it.
func TestReadmeLists(t *testing.T) {
	lists, err := filepath.Glob("../../extract/lexicon/*.tsv")
	if err != nil || len(lists) == 0 {
		t.Fatalf("%v: %v", lists, err)
	}
	for _, name := range readmes {
		for _, list := range lists {
			if !strings.Contains(readme(t, name), "`"+filepath.Base(list)+"`") {
				t.Errorf("%s does not name %s", name, filepath.Base(list))
			}
		}
	}
}

// readme returns the text of a page of the project.
func readme(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// readmeFolder is a folder with what the commands read.
func readmeFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, folder := range []string{"seeds", "testdata"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("../..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

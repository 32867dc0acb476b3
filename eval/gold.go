package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// goldEnding is what a gold file's name adds to the name of its source file.
const goldEnding = ".gold.jsonl"

// ReadGold reads every gold file of a folder, in the order of their names. A
// folder without one is an error, and so is a line that is no record.
func ReadGold(dir string) ([]Document, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*"+goldEnding))
	if err != nil {
		return nil, fmt.Errorf("look for gold files in %s: %w", dir, err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no gold files in %s: they are named NAME%s", dir, goldEnding)
	}
	sort.Strings(files)
	var out []Document
	for _, file := range files {
		d, err := readGold(file)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

// readGold reads one gold file: a JSON object a line, the document's own record among them.
func readGold(file string) (Document, error) {
	d := Document{Name: strings.TrimSuffix(filepath.Base(file), goldEnding)}
	data, err := os.ReadFile(file)
	if err != nil {
		return d, fmt.Errorf("read gold: %w", err)
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err := d.add(line); err != nil {
			return d, fmt.Errorf("read gold %s line %d: %w", file, i+1, err)
		}
	}
	return d, nil
}

// add reads one line of a gold file.
func (d *Document) add(line []byte) error {
	var r Record
	if err := json.Unmarshal(line, &r); err != nil {
		return err
	}
	if r.Type != "document" {
		d.Records = append(d.Records, r)
		return nil
	}
	d.About = &About{}
	return json.Unmarshal(line, d.About)
}

// WriteGold writes a document's gold file into a folder.
func (d Document) WriteGold(dir string) error {
	var out bytes.Buffer
	for _, r := range d.Records {
		line, err := goldLine(r)
		if err != nil {
			return fmt.Errorf("write gold of %s: %w", d.Name, err)
		}
		out.Write(append(line, '\n'))
	}
	if d.About != nil {
		line, err := json.Marshal(struct {
			Type string `json:"type"`
			About
		}{"document", *d.About})
		if err != nil {
			return fmt.Errorf("write gold of %s: %w", d.Name, err)
		}
		out.Write(append(line, '\n'))
	}
	return os.WriteFile(filepath.Join(dir, d.Name+goldEnding), out.Bytes(), 0o644)
}

// goldLine writes one record with every field that its type has, null and empty
// ones too: a reader of gold files looks them up by name.
func goldLine(r Record) ([]byte, error) {
	fields := map[string]*string{}
	switch r.Type {
	case Figure:
		fields = map[string]*string{"comparator": &r.Comparator, "unit": &r.Unit, "measure": &r.Measure, "kind": &r.Kind, "indicator": &r.Indicator, "time": null(r.Time)}
	case Date:
		fields["edtf"] = null(r.EDTF)
	}
	line, err := json.Marshal(r)
	if err != nil || len(fields) == 0 {
		return line, err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(line, &all); err != nil {
		return nil, err
	}
	for name, value := range fields {
		if all[name], err = json.Marshal(value); err != nil {
			return nil, err
		}
	}
	return json.Marshal(all)
}

// null returns nil for an empty field, which a gold file writes as null.
func null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// stem returns a file's name without folder and ending.
func stem(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Patterns say which files are wanted: those that one of Include matches, or all
// if there is none, but for those that one of Exclude matches. A pattern without
// a slash is compared with a name, that of the file or, to leave out all that
// lies in it, of a folder; one with a slash with the path as it was given and
// with what is below the folder that was asked for. ** stands for any folders.
type Patterns struct {
	Include, Exclude []string
}

// Check returns an error that names the first pattern that cannot be read.
func (p Patterns) Check() error {
	for _, pattern := range append(append([]string{}, p.Include...), p.Exclude...) {
		if !doublestar.ValidatePattern(clean(pattern)) || pattern == "" {
			return fmt.Errorf("the pattern %q cannot be read: give one like *.txt or drafts/**", pattern)
		}
	}
	return nil
}

// pass reports whether a file is wanted; below is its path below the folder that
// was asked for.
func (p Patterns) pass(file, below string) bool {
	return !p.excludes(file, below) && (len(p.Include) == 0 || matchesAny(p.Include, file, below))
}

// excludes reports whether the file or the folder is not wanted, or one that it lies in.
func (p Patterns) excludes(file, below string) bool {
	for len(p.Exclude) > 0 && below != "." && below != "/" {
		if matchesAny(p.Exclude, file, below) {
			return true
		}
		file, below = filepath.Dir(file), filepath.Dir(below)
	}
	return false
}

func matchesAny(patterns []string, file, below string) bool {
	for _, pattern := range patterns {
		if pattern = clean(pattern); Matches(pattern, file) || Matches(pattern, below) {
			return true
		}
	}
	return false
}

// Matches reports whether a path matches a pattern, by its name alone where the
// pattern has no slash.
func Matches(pattern, file string) bool {
	file = filepath.ToSlash(file)
	if !strings.Contains(pattern, "/") {
		file = path.Base(file)
	}
	ok, _ := doublestar.Match(pattern, file)
	return ok
}

// clean takes from a pattern the slash at its end and the ./ at its front.
func clean(pattern string) string { return path.Clean(filepath.ToSlash(pattern)) }

// isPattern reports whether a path that is not there may be meant as a pattern.
func isPattern(path string) bool { return strings.ContainsAny(path, "*?[{") }

// wantsMember reports whether the patterns let a file in an archive through, which
// is looked at as one in a folder: an archive that --include matches is wanted whole.
func (f *Found) wantsMember(archive, member string) bool {
	if len(f.only.Include)+len(f.only.Exclude) == 0 {
		return true
	}
	named := true // the archive itself was asked for
	for folder := range above(archive) {
		if f.asked[folder] {
			named = false
			if f.only.passMember(archive, f.below(folder, archive), member, f.below(folder, member)) {
				return true
			}
		}
	}
	return named && f.only.passMember(archive, archive, member, f.below(archive, member))
}

func (p Patterns) passMember(archive, archiveBelow, member, below string) bool {
	return p.pass(member, below) || matchesAny(p.Include, archive, archiveBelow) && !p.excludes(member, below)
}

// expand takes in what a pattern matches. As in a shell, what is hidden has to be
// named, and ** does not follow links to folders.
func (f *Found) expand(pattern string) {
	folder, rest := doublestar.SplitPattern(filepath.ToSlash(pattern))
	met := false
	err := doublestar.GlobWalk(os.DirFS(folder), rest, func(path string, _ fs.DirEntry) error {
		met = true
		f.match(filepath.Join(folder, path))
		return nil
	}, doublestar.WithNoHidden(), doublestar.WithNoFollow())
	if err == nil && !met {
		err = errors.New("no file matches this pattern; check the path")
	}
	if err != nil {
		f.fail(pattern, err)
	}
	if met {
		f.asked[pattern] = true
		f.led++
	}
}

// match takes in a path that a pattern matches.
func (f *Found) match(path string) {
	stat, err := os.Lstat(path)
	switch {
	case err != nil:
		f.fail(path, err)
	case f.covers(path): // it was met in its folder
	case !stat.IsDir() && !f.wants(path, path, stat):
		f.LeftOut++
	case stat.Mode()&fs.ModeSymlink != 0:
		f.link(path)
	case f.isDatabase(path, stat):
	default:
		_ = f.add(path)
	}
}

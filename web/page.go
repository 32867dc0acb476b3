package web

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed template
var templateFiles embed.FS

// pageSet is every template in one language.
type pageSet struct {
	*template.Template
	words map[string]string
}

// view is what every template is given.
type view struct {
	Lang, Look string
	Title      string
	Path       string // of the request, for links that lead back
	Token      string
	Reviewer   string
	ReadOnly   bool
	Remote     bool // one signs in
	Data       any
}

// newPages parses the templates once for each language.
func newPages(a *assets) (map[string]*pageSet, error) {
	dictionaries, err := dictionaries()
	if err != nil {
		return nil, err
	}
	sets := map[string]*pageSet{}
	for lang, words := range dictionaries {
		t := template.New("").Funcs(functions(lang, words, a))
		err := fs.WalkDir(templateFiles, "template", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := templateFiles.ReadFile(path)
			if err != nil {
				return err
			}
			_, err = t.New(strings.TrimSuffix(d.Name(), ".html")).Parse(string(text))
			return err
		})
		if err != nil {
			return nil, err
		}
		sets[lang] = &pageSet{t, words}
	}
	return sets, nil
}

// render writes the template name, with a title out of the dictionary.
func (s *Site) render(w http.ResponseWriter, r *http.Request, name, title string, data any) error {
	set := s.pages[s.lang(r)]
	v := view{
		Lang: s.lang(r), Look: cookie(r, cookieLook), Title: title, Path: r.URL.RequestURI(), Token: s.token,
		Reviewer: s.reviewer(r), ReadOnly: s.options.ReadOnly, Remote: s.options.Token != "", Data: data,
	}
	if word, ok := set.words[title]; ok {
		v.Title = word
	}
	var b bytes.Buffer
	if err := set.ExecuteTemplate(&b, name, v); err != nil {
		return fmt.Errorf("write the page %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(b.Bytes()) // a reader who left is no fault
	return nil
}

// lang returns the language of a request: Chinese unless English was chosen.
func (s *Site) lang(r *http.Request) string {
	if cookie(r, cookieLang) == "en" {
		return "en"
	}
	return "zh"
}

// look keeps the language and the colours that a reader chose.
func (s *Site) look(w http.ResponseWriter, r *http.Request) error {
	if err := errors.Join(among(r, "lang", "zh", "en"), among(r, "look", "light", "dark", "auto")); err != nil {
		return err
	}
	switch lang := r.FormValue("lang"); lang {
	case "zh", "en":
		setCookie(w, r, cookieLang, lang)
	}
	switch look := r.FormValue("look"); look {
	case "light", "dark", "auto":
		setCookie(w, r, cookieLook, look)
	}
	http.Redirect(w, r, within(r.FormValue("back")), http.StatusSeeOther)
	return nil
}

// problem is the page that says what went wrong.
type problem struct {
	Status  int
	Message string
}

func (s *Site) fail(w http.ResponseWriter, r *http.Request, status int, err error) {
	message := s.message(r, err)
	if r.Header.Get("HX-Request") != "" {
		http.Error(w, message, status)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := s.render(w, r, "problem", "problem", problem{status, message}); err != nil {
		s.options.Log.Print(err)
	}
}

// message says in the language of a request what is wrong.
func (s *Site) message(r *http.Request, err error) string { return s.pages[s.lang(r)].message(err) }

func (s *Site) help(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, r, "help", "help", nil)
}

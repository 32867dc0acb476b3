// Package web is the auditors' page over a store: every record beside its source,
// judged by mouse or keyboard. Everything it needs is embedded.
package web

import (
	"context"
	"crypto/rand"
	"errors"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"suyuan/store"
)

// Options say how a Site is served.
type Options struct {
	ReadOnly bool        // no verdict is taken
	Reviewer string      // the name that verdicts carry until the reviewer gives another
	Hosts    []string    // names beside localhost and IP addresses that the page is reached by
	Token    string      // what signs a reviewer in; empty where nobody needs to, for loopback alone
	Log      *log.Logger // for what went wrong with a request; nil for the standard logger
}

// Site is the page over one store. It is an http.Handler.
type Site struct {
	store   *store.Store
	options Options
	token   string // of this process: what a form must carry
	pages   map[string]*pageSet
	assets  *assets
	sheets  sheets
	handler http.Handler
	guess   sync.Mutex // held while a wrong token waits
}

// New returns the page over s, which stays open until the Site is no longer served.
func New(s *store.Store, o Options) (*Site, error) {
	if o.Log == nil {
		o.Log = log.Default()
	}
	a, err := newAssets()
	if err != nil {
		return nil, err
	}
	site := &Site{store: s, options: o, token: rand.Text(), assets: a}
	if site.pages, err = newPages(a); err != nil {
		return nil, err
	}
	site.handler = site.guard(site.routes())
	return site, nil
}

// ServeHTTP answers one request.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Serve answers requests that come in on l until ctx ends; those under way then
// have a few seconds to be done.
func (s *Site) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          s.options.Log,
	}
	ctx, end := context.WithCancel(ctx)
	var indexing sync.WaitGroup
	defer indexing.Wait()
	defer end()
	if !s.options.ReadOnly {
		indexing.Go(func() { s.index(ctx) })
	}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		stopped <- server.Shutdown(last)
	})
	err := server.Serve(l)
	if !stop() { // ctx has ended
		if err := <-stopped; err != nil {
			return server.Close()
		}
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

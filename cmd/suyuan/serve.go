package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"os"
	"os/user"
	"strings"

	"github.com/spf13/cobra"

	"suyuan/store"
	"suyuan/web"
)

// tokenVariable is the environment variable that holds the token of --listen.
const tokenVariable = "SUYUAN_TOKEN"

func serveCommand() *cobra.Command {
	var db, listen, tokenFile string
	var o web.Options
	c := &cobra.Command{
		Use:   "serve [--db FILE] [--listen ADDRESS]",
		Short: "Open the auditors' page: every record beside its source, to be judged",
		Long: `Serve the auditors' page to a browser on this computer: every record beside its
source, verdicts, search, comparison. Everything it needs is in the program. It
ends with Ctrl-C; documents may be ingested meanwhile. Unless it is --read-only, it
makes the index for searching bit by bit, which takes as much room as the texts.

With --listen on an address that other computers reach, reviewers sign in with
their name and a token that is read from --token-file or the environment variable
` + tokenVariable + `. The page itself speaks plain HTTP: put a server that speaks TLS in front
of it, and name that server's host with --host.`,
		Example: `  suyuan serve
  suyuan serve --listen 127.0.0.1:9000 --reviewer 王芳
  suyuan serve --listen 0.0.0.0:8377 --token-file token.txt --host audit.example.cn`,
		Args: cobra.NoArgs,
	}
	databaseFlag(c, &db)
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8377", "the address and port to listen on; port 0 for a free one")
	c.Flags().StringVar(&tokenFile, "token-file", "", "the file with the token that reviewers sign in with")
	c.Flags().StringArrayVar(&o.Hosts, "host", nil, "a further name that the page is reached by")
	c.Flags().BoolVar(&o.ReadOnly, "read-only", false, "take no verdicts")
	c.Flags().StringVar(&o.Reviewer, "reviewer", "", "the name that verdicts carry until another is given on the page (default your login name)")
	c.RunE = func(c *cobra.Command, _ []string) (err error) {
		if !c.Flags().Changed("reviewer") {
			o.Reviewer = loginName()
		}
		if o.Token, err = token(listen, tokenFile); err != nil {
			return err
		}
		ctx, stop := untilInterrupted(c.Context())
		defer stop()
		s, err := openToServe(ctx, db, o.ReadOnly)
		if err != nil {
			return err
		}
		o.Log = log.New(c.ErrOrStderr(), "suyuan: ", 0)
		return errors.Join(serve(ctx, c, s, listen, o), s.Close())
	}
	return c
}

// openToServe opens a database that is there. One that takes verdicts is given a
// write-ahead log, so that readers and an ingest need not wait for each other.
func openToServe(ctx context.Context, db string, readOnly bool) (*store.Store, error) {
	if readOnly {
		return store.OpenReadOnly(ctx, db)
	}
	s, err := store.OpenExisting(ctx, db)
	if err != nil {
		return nil, err
	}
	return s, s.Share(ctx)
}

func serve(ctx context.Context, c *cobra.Command, s *store.Store, listen string, o web.Options) error {
	site, err := web.New(s, o)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", listen)
	if err != nil {
		return fmt.Errorf("listen on %s: %w: name another address with --listen", listen, err)
	}
	fmt.Fprintf(c.OutOrStdout(), "http://%s/\n", l.Addr())
	if o.Token != "" {
		fmt.Fprintln(c.ErrOrStderr(), "suyuan: this is plain HTTP, which others on the network can read: put a server that speaks TLS in front of it")
	}
	return site.Serve(ctx, l)
}

// token returns what reviewers sign in with, "" where the address is reached from
// this computer alone.
func token(listen, file string) (string, error) {
	text := os.Getenv(tokenVariable)
	if file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("read the token: %w", err)
		}
		text = string(data)
	}
	text = strings.TrimSpace(text)
	local, err := loopback(listen)
	switch {
	case err != nil:
		return "", err
	case text == "" && !local:
		return "", fmt.Errorf("--listen %s can be reached from other computers: give reviewers a token, in a file with --token-file or in the environment as %s", listen, tokenVariable)
	case text != "" && len(text) < 12:
		return "", errors.New("the token is shorter than 12 characters: take a longer one, for example from openssl rand -hex 16")
	}
	return text, nil
}

// loopback reports whether an address is one of this computer alone.
func loopback(listen string) (bool, error) {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return false, fmt.Errorf("--listen %s: %w: give an address and a port, 127.0.0.1:8377", listen, err)
	}
	if host == "localhost" {
		return true, nil
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback(), nil
}

// loginName is what the reviewer is called on this computer.
func loginName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}

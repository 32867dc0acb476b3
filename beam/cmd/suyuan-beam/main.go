// Command suyuan-beam reads, segments and extracts documents on Apache Beam and
// writes them as Parquet files, of which suyuan merge makes a database.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"suyuan/beam"
	"suyuan/source"
)

const usage = `suyuan-beam reads documents, extracts their records with the rules of suyuan, and
writes them as Parquet files. suyuan merge makes a database of those.

Usage:
  suyuan-beam --out FOLDER [flags] GLOB...

A GLOB names files on the local disk, in Google Cloud Storage (gs://) or in S3
(s3://); * does not cross a /, ** does in gs://. A local folder stands for all files
below it. Without --runner the job
runs in this process, on Beam's Prism.

Exit status:
  0  all went well
  1  the job ran, and some files failed: they are in the table failures
  2  wrong usage, or the job did not end well: run it again

Flags, those of Beam included:
`

func main() {
	var job beam.Job
	flag.StringVar(&job.Out, "out", "", "folder that the Parquet files go to, on any of Beam's filesystems")
	flag.IntVar(&job.Shards, "shards", 0, "sets of files to cut the result into (default: one for 32 MB of source files, 10000 at most)")
	flag.IntVar(&job.Jobs, "jobs", 0, "documents that a worker process extracts at once (default: one a processor)")
	flag.Int64Var(&job.Limit, "max-bytes", source.MaxSize, "greatest source file in bytes")
	flag.DurationVar(&job.Patience, "patience", 10*time.Minute, "how long one document may be extracted before it fails; 0 for no end")
	lexicon := flag.String("lexicon", "", "folder of further word lists (*.tsv), laid over the built-in ones; it travels with the job")
	flag.Usage = func() {
		fmt.Fprint(flag.CommandLine.Output(), usage)
		flag.PrintDefaults()
	}
	flag.Parse()
	sdk.Init() // in a worker process, it does not return
	job.Globs = flag.Args()
	status, err := run(context.Background(), job, *lexicon)
	if err != nil {
		fmt.Fprintln(os.Stderr, "suyuan-beam:", err)
	}
	os.Exit(status)
}

func run(ctx context.Context, job beam.Job, lexicon string) (status int, err error) {
	if job.Out == "" || len(job.Globs) == 0 {
		return 2, errors.New("name the files to read, and with --out the folder to write: see suyuan-beam --help")
	}
	if job.Lexicon, err = beam.PackLexicon(lexicon); err != nil {
		return 2, fmt.Errorf("read word lists: %w", err)
	}
	files, err := job.Plan(ctx)
	if err != nil {
		return 2, err
	}
	if files == 0 {
		return 2, fmt.Errorf("nothing to read: %s matches no file", strings.Join(job.Globs, " "))
	}
	p := sdk.NewPipeline()
	beam.Build(p, job)
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return 2, err
	}
	totals := beam.Totals(result)
	fmt.Fprintln(os.Stderr, totals)
	if totals.Failures > 0 {
		return 1, nil
	}
	return 0, nil
}

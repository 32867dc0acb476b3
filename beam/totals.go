package beam

import (
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
)

// Total is what a job has counted. A bundle that ran twice is counted as often as
// the runner counts it.
type Total struct {
	Documents, Bytes, Records, Failures int64
	Read, Split, Extract, Write         int64 // microseconds, of all workers together
}

// Totals asks the result of a job for its metrics; a runner that keeps none gives 0.
func Totals(result beam.PipelineResult) (t Total) {
	if result == nil {
		return t
	}
	into := map[string]*int64{"documents": &t.Documents, "bytes": &t.Bytes, "records": &t.Records, "failures": &t.Failures,
		"read_microseconds": &t.Read, "split_microseconds": &t.Split, "extract_microseconds": &t.Extract, "write_microseconds": &t.Write}
	own := result.Metrics().Query(func(m metrics.SingleResult) bool { return m.Namespace() == "suyuan" })
	for _, c := range own.Counters() {
		if n := into[c.Name()]; n != nil {
			*n += c.Result() // of each step that has it
		}
	}
	return t
}

func (t Total) String() string {
	return fmt.Sprintf("%d documents, %d bytes, %d records, %d files failed; read %.1f s, split %.1f s, extract %.1f s, write %.1f s",
		t.Documents, t.Bytes, t.Records, t.Failures, seconds(t.Read), seconds(t.Split), seconds(t.Extract), seconds(t.Write))
}

func seconds(microseconds int64) float64 { return float64(microseconds) / 1e6 }

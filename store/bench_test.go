package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// megabyte is about 1 MB of text with as many records as a plan has: about
// 5 000 records, 7 000 numerals and, with their evidence, 33 000 rows.
func megabyte(part int) string {
	var b strings.Builder
	for i := 0; b.Len() < 1<<20; i++ {
		fmt.Fprintf(&b, "# （%d）第%d部分的主要目标和重点任务，以及保障措施的具体安排\n", part, i%90)
		for j := range 4 {
			fmt.Fprintf(&b, "坚持创新在现代化建设全局中的核心地位，%s到20%d年，高新技术企业达到%d家，%s研发投入占比%d.%d%%，技术合同成交额%d亿元，第%d批名单由市财政局公布。%s\n",
				strings.Repeat("加快推进体制机制改革，", j), 20+j, i+j, strings.Repeat("优化营商环境，", 6), j, i%10, i, j, strings.Repeat("完善科技创新体系，强化企业主体地位，", 7))
		}
	}
	return b.String()
}

func BenchmarkSave(b *testing.B) {
	e := entry("a.txt", megabyte(1))
	records := len(e.Records.Figures) + len(e.Records.Dates) + len(e.Records.Departments) + len(e.Records.Projects)
	rows := 2*records + len(e.Records.Numerals) + len(e.Outline.Blocks)
	for _, f := range e.Records.Figures {
		rows += len(f.Evidence)
	}
	rows += records - len(e.Records.Figures)
	dir := b.TempDir()
	b.SetBytes(int64(len(e.Document.Text)))
	var size int64
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		path := filepath.Join(dir, fmt.Sprintf("%d.db", i))
		s, err := Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if _, err := save(context.Background(), s, e); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		size = info.Size()
		os.Remove(path)
		b.StartTimer()
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(rows), "rows")
	b.ReportMetric(float64(records), "records")
	b.ReportMetric(float64(size-int64(len(e.Document.Text)))/float64(records), "B/record")
}

// BenchmarkSaveMany saves many short documents, where the wait for the disk at
// each commit decides.
func BenchmarkSaveMany(b *testing.B) {
	s := fresh(b)
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		e := entry(fmt.Sprintf("%d.txt", i), fmt.Sprintf("# 第%d号\n%s", i, strings.Repeat(plan, 4)))
		b.StartTimer()
		if _, err := save(context.Background(), s, e); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen makes a database and closes it: what every first run pays.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		s, err := Open(context.Background(), filepath.Join(dir, fmt.Sprintf("%d.db", i)))
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

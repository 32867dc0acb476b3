# The few commands that are more than `go build ./cmd/suyuan` and `go test ./...`.

.PHONY: bench bench-short bench-1gb stages crash beam-2000 beam-1gb generate

# The goals of docs/PERFORMANCE.md, measured side by side: about three minutes.
bench:
	go run ./bench

# The same with small inputs and few runs, as CI runs it.
bench-short:
	go run ./bench -short

# One batch of 1 GB: its rate, memory and database from tenth to tenth. It takes
# about six minutes of processor and 5 GB of disk.
bench-1gb:
	go run ./bench -long 1024

# What each stage costs, for benchstat.
stages:
	go test -run '^$$' -bench . -benchmem -count 6 ./segment ./source ./extract ./store ./batch

# Processes killed at 200 random moments of each kind of run, disks that fill up,
# others that write: see docs/RELIABILITY.md.
crash:
	go test -count=1 -v -timeout 2h ./cmd/suyuan -run 'TestKill|TestDiskFull|TestFileMayNotGrow|TestTwoRunsAtOnce|TestAnotherWriter' -kills 200

# The dictionary of package segment, from the module of gse.
generate:
	go generate ./segment

# The tests of the module of Apache Beam with 2000 documents: about twenty minutes of
# processor and 5 GB of disk.
beam-2000:
	cd beam && SUYUAN_CORPUS=94000000 go test -count=1 -timeout 2h -v ./...

# What 1 GB costs on Beam with the merge, against suyuan ingest: about seventeen minutes
# of processor and 10 GB of disk. docs/SCALE.md has what came out.
beam-1gb:
	cd beam && go test -count=1 -timeout 3h -v -run TestOverhead ./cmd/suyuan-beam -overhead 1073741824

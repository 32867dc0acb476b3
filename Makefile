# The few commands that are more than `go build ./cmd/suyuan` and `go test ./...`.

.PHONY: bench bench-short bench-1gb stages generate

# The goals of docs/PERFORMANCE.md, measured side by side: about ten minutes.
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

# The dictionary of package segment, from the module of gse.
generate:
	go generate ./segment

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// build makes the programs and fetches the npm suite.
func (b *bench) build() (err error) {
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	b.suyuan, b.gse = filepath.Join(b.dir, "suyuan"), filepath.Join(b.dir, "gse")
	if err := step(".", "go", "build", "-o", b.suyuan, "./cmd/suyuan"); err != nil {
		return err
	}
	if err := step("bench/gse", "go", "build", "-o", b.gse, "."); err != nil {
		return err
	}
	if !b.wants("2") && !b.wants("3") {
		return nil
	}
	if _, err := exec.LookPath("npm"); err != nil {
		fmt.Fprintln(os.Stderr, "bench: goals 2 and 3 are left out, they need Node.js with npm")
		return nil
	}
	b.peer = "bench/peer"
	if _, err := os.Stat(filepath.Join(b.peer, "node_modules")); err == nil {
		return nil
	}
	return step(b.peer, "npm", "ci", "--no-audit", "--no-fund")
}

// step runs a command in a folder and shows what it says only when it fails.
func step(dir string, args ...string) error {
	fmt.Fprintln(os.Stderr, "bench:", args)
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("run %v in %s: %w\n%s", args, dir, err, out)
	}
	return nil
}

package source_test

import (
	"os"
	"os/exec"
	"testing"
)

// needs skips a test where a program is not installed, unless the tests are
// required to have them all.
func needs(t testing.TB, programs ...string) {
	t.Helper()
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("SUYUAN_REQUIRE_TOOLS") != "" {
				t.Fatalf("%s is not installed, and SUYUAN_REQUIRE_TOOLS is set", name)
			}
			t.Skipf("%s is not installed", name)
		}
	}
}

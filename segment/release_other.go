//go:build !linux

package segment

func release(string) {}

func releaseStart() {}

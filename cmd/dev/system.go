package main

import (
	"bufio"
	"io"
	"os"
	"runtime"
	"strings"
)

// system is a family of operating systems that names its packages alike.
type system string

const (
	debian  system = "Debian or Ubuntu"
	fedora  system = "Fedora"
	arch    system = "Arch"
	macOS   system = "macOS"
	windows system = "Windows"
	// otherSystem is told Debian's names, which most people can translate.
	otherSystem system = "this system"
)

// thisSystem says which family this machine belongs to.
func thisSystem() system {
	switch runtime.GOOS {
	case "darwin":
		return macOS
	case "windows":
		return windows
	case "linux":
	default:
		return otherSystem
	}
	f, err := os.Open("/etc/os-release")
	if err != nil {
		return otherSystem
	}
	defer f.Close()
	return systemOf(f)
}

// systemOf reads an os-release file. The system's own ID decides before the
// ones that it resembles, so that a derivative is taken for what it is nearest to.
func systemOf(osRelease io.Reader) system {
	var id, like string
	lines := bufio.NewScanner(osRelease)
	for lines.Scan() {
		key, value, found := strings.Cut(strings.TrimSpace(lines.Text()), "=")
		if !found {
			continue
		}
		value = strings.ToLower(strings.Trim(value, `"'`))
		switch key {
		case "ID":
			id = value
		case "ID_LIKE":
			like = value
		}
	}
	for _, name := range append([]string{id}, strings.Fields(like)...) {
		switch name {
		case "debian", "ubuntu":
			return debian
		case "fedora", "rhel", "centos":
			return fedora
		case "arch":
			return arch
		}
	}
	return otherSystem
}

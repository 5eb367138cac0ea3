package main

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// bareMachine plays a machine on which nothing is installed, and remembers
// what was executed on it. What apt-get installs is there afterwards.
type bareMachine struct {
	machine
	there    map[string]bool
	executed []string
	said     strings.Builder
}

func newBareMachine(s system, root bool) *bareMachine {
	b := &bareMachine{there: map[string]bool{}}
	b.machine = machine{
		system:    s,
		root:      root,
		out:       &b.said,
		installed: func(name string) bool { return b.there[name] },
		onPath:    func(command string) bool { return b.there[command] },
		execute: func(_ []string, name string, args ...string) error {
			b.executed = append(b.executed, strings.Join(append([]string{name}, args...), " "))
			if i := slices.Index(args, "install"); i >= 0 {
				for _, a := range args[i+1:] {
					b.there[a] = true
				}
			}
			return nil
		},
	}
	return b
}

func TestProvideInstallsOnDebian(t *testing.T) {
	b := newBareMachine(debian, true)
	b.there["qpdf"] = true
	if err := b.provide(forFormats); err != nil {
		t.Fatal(err)
	}
	if len(b.executed) != 2 || !strings.Contains(b.executed[0], "apt-get") || !strings.HasSuffix(b.executed[0], "update -qq") {
		t.Fatalf("want an update, then an installation, got %q", b.executed)
	}
	if got, want := b.executed[1], "env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends poppler-utils libreoffice-calc python3-openpyxl python3-icalendar"; got != want {
		t.Errorf("executed %q\nwant     %q", got, want)
	}
	if said := b.said.String(); !strings.Contains(said, "opens a register as its readers do") || strings.Contains(said, "qpdf") {
		t.Errorf("does not say what is missing and why:\n%s", said)
	}
	b.executed = nil
	if err := b.provide(forFormats); err != nil || len(b.executed) > 0 {
		t.Errorf("a second time: error %v, executed %q", err, b.executed)
	}
}

func TestProvideUsesSudo(t *testing.T) {
	b := newBareMachine(debian, false)
	if err := b.provide(forRace); err == nil || !strings.Contains(err.Error(), "no sudo") {
		t.Errorf("without root and sudo: %v", err)
	}
	b.there["sudo"] = true
	if err := b.provide(forRace); err != nil {
		t.Fatal(err)
	}
	for _, line := range b.executed {
		if !strings.HasPrefix(line, "sudo env ") {
			t.Errorf("not through sudo: %s", line)
		}
	}
}

func TestProvideFailsInASentence(t *testing.T) {
	b := newBareMachine(debian, true)
	b.execute = func(_ []string, _ string, args ...string) error {
		if slices.Contains(args, "install") {
			return errors.New("exit status 100")
		}
		return nil
	}
	err := b.provide(forWindow)
	if err == nil || !strings.Contains(err.Error(), "xvfb") || !strings.Contains(err.Error(), "exit status 100") {
		t.Errorf("failed installation: %v", err)
	}
	b.execute = func([]string, string, ...string) error { return nil }
	if err := b.provide(forWindow); err == nil || !strings.Contains(err.Error(), "still not installed") {
		t.Errorf("installation without effect: %v", err)
	}
}

func TestProvideOnlyAdvisesElsewhere(t *testing.T) {
	for s, advice := range map[system]string{
		fedora:      "sudo dnf install ",
		arch:        "sudo pacman -S ",
		macOS:       "xcode-select --install",
		windows:     "MSYS2",
		otherSystem: "gcc",
	} {
		b := newBareMachine(s, true)
		err := b.provide(forApp)
		if err == nil || !strings.Contains(err.Error(), advice) {
			t.Errorf("%s: error %v, want one with %q", s, err, advice)
		}
		if len(b.executed) > 0 {
			t.Errorf("%s: executed %q", s, b.executed)
		}
	}
}

func TestEveryNeedIsNamedOnLinux(t *testing.T) {
	for _, n := range needs {
		if len(n.purposes) == 0 || n.why == "" {
			t.Errorf("%v has no purpose or no reason", n.names[debian])
		}
		for _, s := range []system{debian, fedora, arch} {
			if len(n.names[s]) == 0 {
				t.Errorf("%q has no package name on %s", n.why, s)
			}
		}
	}
}

func TestPackageDatabaseAnswers(t *testing.T) {
	m := thisMachine(t.Context(), io.Discard)
	if _, asks := packageQueries[m.system]; asks && m.installed("no-such-package-of-this-name") {
		t.Error("a package that does not exist counts as installed")
	}
	if m.system == debian && !m.installed("dpkg") {
		t.Error("dpkg does not count as installed")
	}
}

func TestSystemOf(t *testing.T) {
	for release, want := range map[string]system{
		"PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\nID=debian\n": debian,
		"NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n":                         debian,
		"ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n":                                         fedora,
		"# comment\n\nID=fedora\nVARIANT_ID=workstation\n":                                       fedora,
		"ID='manjaro'\nID_LIKE=arch":                                                             arch,
		"ID=opensuse-tumbleweed\nID_LIKE=\"opensuse suse\"":                                      otherSystem,
		"": otherSystem,
	} {
		if got := systemOf(strings.NewReader(release)); got != want {
			t.Errorf("%q is %s, want %s", release, got, want)
		}
	}
}

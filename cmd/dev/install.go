package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// machine is what installing needs to know and to do. Its functions are
// fields so that a test can play a machine on which things are missing.
type machine struct {
	system system
	root   bool
	out    io.Writer
	// installed asks the system's package database for one package.
	installed func(name string) bool
	// onPath looks for a program.
	onPath func(command string) bool
	// execute runs a command, with its output on the terminal.
	execute func(env []string, name string, args ...string) error
}

// packageQuery is the question to a system's package database about one
// package. It answers with exit status 0 and, where want is set, that text.
type packageQuery struct {
	command []string
	want    string
}

var packageQueries = map[system]packageQuery{
	// A removed package that left its configuration behind still exits 0.
	debian: {[]string{"dpkg-query", "-W", "-f=${db:Status-Status} "}, "installed"},
	fedora: {[]string{"rpm", "-q", "--whatprovides"}, ""},
	arch:   {[]string{"pacman", "-Q"}, ""},
}

func thisMachine(ctx context.Context, out io.Writer) *machine {
	s := thisSystem()
	return &machine{
		system: s,
		root:   os.Geteuid() == 0,
		out:    out,
		installed: func(name string) bool {
			q := packageQueries[s]
			answer, err := exec.CommandContext(ctx, q.command[0], append(q.command[1:], name)...).Output()
			return err == nil && strings.Contains(" "+string(answer), " "+q.want)
		},
		onPath: func(command string) bool {
			_, err := exec.LookPath(command)
			return err == nil
		},
		execute: func(env []string, name string, args ...string) error {
			c := exec.CommandContext(ctx, name, args...)
			c.Env = append(os.Environ(), env...)
			c.Stdin, c.Stdout, c.Stderr = os.Stdin, out, out
			return c.Run()
		},
	}
}

// missing lists the needs that serve one of the purposes and are not met,
// each with those of its packages that are not there.
func (m *machine) missing(purposes []purpose) []need {
	var list []need
	_, asks := packageQueries[m.system]
	for _, n := range needs {
		if !n.serves(purposes) {
			continue
		}
		var lacking []string
		if asks {
			for _, name := range n.names[m.system] {
				if !m.installed(name) {
					lacking = append(lacking, name)
				}
			}
		} else if n.command != "" && len(n.namesOn(m.system)) > 0 && !m.onPath(n.command) {
			lacking = n.namesOn(m.system)
		}
		if len(lacking) > 0 {
			n.names = map[system][]string{m.system: lacking}
			list = append(list, n)
		}
	}
	return list
}

// namesOn gives the package names on a system, Debian's where nobody has
// looked the names up.
func (n need) namesOn(s system) []string {
	if s == otherSystem {
		return n.names[debian]
	}
	return n.names[s]
}

// provide makes sure that everything for these purposes is there. On Debian
// and Ubuntu it installs what is missing; elsewhere it returns an error that
// names the packages, because it does not know how the owner of such a machine
// wants them installed.
func (m *machine) provide(purposes ...purpose) error {
	lacking := m.missing(purposes)
	if len(lacking) == 0 {
		return nil
	}
	var names []string
	fmt.Fprintf(m.out, "Missing on this machine (%s):\n", m.system)
	for _, n := range lacking {
		list := n.names[m.system]
		names = append(names, list...)
		fmt.Fprintf(m.out, "  %-28s %s\n", strings.Join(list, " "), n.why)
	}
	if m.system != debian {
		return fmt.Errorf("nothing was built or tested yet: please install what is missing (%s), then start this again",
			m.advice(names))
	}
	if err := m.aptInstall(names); err != nil {
		return fmt.Errorf("%s could not be installed, nothing was built or tested yet (%w): please install them by hand, then start this again",
			strings.Join(names, " "), err)
	}
	if still := m.missing(purposes); len(still) > 0 {
		return fmt.Errorf("apt-get said it was done, but %s is still not installed: please install it by hand, then start this again",
			strings.Join(still[0].names[m.system], " "))
	}
	return nil
}

// advice is the command that installs these packages, where there is one.
func (m *machine) advice(names []string) string {
	list := strings.Join(names, " ")
	switch m.system {
	case fedora:
		return "sudo dnf install " + list
	case arch:
		return "sudo pacman -S " + list
	case macOS:
		return "Homebrew: " + strings.Join(names, ", ")
	default:
		return strings.Join(names, ", ")
	}
}

// aptInstall installs packages without asking, as root or through sudo.
func (m *machine) aptInstall(names []string) error {
	command := []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"}
	if !m.root {
		if !m.onPath("sudo") {
			return errors.New("this is not root, and there is no sudo")
		}
		command = append([]string{"sudo"}, command...)
	}
	apt := func(args ...string) error {
		all := append(append([]string{}, command...), args...)
		fmt.Fprintln(m.out, "$", strings.Join(all, " "))
		return m.execute(nil, all[0], all[1:]...)
	}
	// Old lists name versions that the mirrors no longer have. A failed update
	// does not stop the installation: the packages may be cached.
	if err := apt("update", "-qq"); err != nil {
		fmt.Fprintf(m.out, "The package lists could not be renewed (%v), going on with the old ones.\n", err)
	}
	return apt(append([]string{"install", "-y", "-qq", "--no-install-recommends"}, names...)...)
}

package main

// purpose is what a package is needed for. Stages ask for purposes, so that a
// quick check never waits for a spreadsheet program to be installed.
type purpose string

const (
	forApp     purpose = "building the desktop app"
	forRace    purpose = "the race detector"
	forWindows purpose = "building the desktop app for Windows"
	forFormats purpose = "checking PDF and spreadsheets with independent programs"
	forWindow  purpose = "driving a real window"
	forPower   purpose = "cutting the power of a disk of our own"
)

// need is one thing that must be on the machine.
type need struct {
	purposes []purpose
	why      string
	// names are the packages that bring it, per system. A system that is not
	// there has it on board.
	names map[system][]string
	// command is looked for on PATH where no package database can be asked.
	command string
}

// needs is the one table of everything outside Go that the project uses.
var needs = []need{
	{
		purposes: []purpose{forApp, forRace},
		why:      "compiles the C half of the window",
		command:  "gcc",
		names: map[system][]string{
			debian:  {"gcc", "libc6-dev"},
			fedora:  {"gcc", "glibc-devel"},
			arch:    {"gcc", "glibc"},
			macOS:   {"the command line tools (xcode-select --install)"},
			windows: {"mingw-w64-ucrt-x86_64-gcc (MSYS2), with its bin folder on PATH"},
		},
	},
	{
		purposes: []purpose{forApp},
		why:      "tells the compiler where the Wayland headers are",
		command:  "pkg-config",
		names: map[system][]string{
			debian: {"pkg-config"},
			fedora: {"pkgconf-pkg-config"},
			arch:   {"pkgconf"},
		},
	},
	{
		purposes: []purpose{forApp},
		why:      "OpenGL headers: the window is drawn with it",
		names: map[system][]string{
			debian: {"libgl1-mesa-dev"},
			fedora: {"mesa-libGL-devel"},
			arch:   {"libglvnd"},
		},
	},
	{
		purposes: []purpose{forApp},
		why:      "X11 headers: windows, keys and screens under X",
		names: map[system][]string{
			debian: {"xorg-dev"},
			fedora: {"libXcursor-devel", "libXrandr-devel", "libXinerama-devel", "libXi-devel", "libXxf86vm-devel"},
			arch:   {"libxcursor", "libxrandr", "libxinerama", "libxi", "libxxf86vm"},
		},
	},
	{
		purposes: []purpose{forApp},
		why:      "Wayland headers: windows under Wayland",
		names: map[system][]string{
			debian: {"libwayland-dev"},
			fedora: {"wayland-devel"},
			arch:   {"wayland"},
		},
	},
	{
		purposes: []purpose{forApp},
		why:      "keyboard layouts under Wayland",
		names: map[system][]string{
			debian: {"libxkbcommon-dev"},
			fedora: {"libxkbcommon-devel"},
			arch:   {"libxkbcommon"},
		},
	},
	{
		purposes: []purpose{forWindows},
		why:      "compiles the C half of the window for Windows, where most users are",
		command:  "x86_64-w64-mingw32-gcc",
		names: map[system][]string{
			debian: {"gcc-mingw-w64-x86-64"},
			fedora: {"mingw64-gcc"},
			arch:   {"mingw-w64-gcc"},
			macOS:  {"mingw-w64"},
		},
	},
	{
		purposes: []purpose{forFormats, forWindow},
		why:      "checks the structure of a PDF",
		command:  "qpdf",
		names: map[system][]string{
			debian: {"qpdf"}, fedora: {"qpdf"}, arch: {"qpdf"}, macOS: {"qpdf"},
		},
	},
	{
		purposes: []purpose{forFormats, forWindow},
		why:      "reads text and fonts out of a PDF and draws its pages (pdftotext, pdffonts, pdftoppm)",
		command:  "pdftotext",
		names: map[system][]string{
			debian: {"poppler-utils"}, fedora: {"poppler-utils"}, arch: {"poppler"}, macOS: {"poppler"},
		},
	},
	{
		purposes: []purpose{forFormats},
		why:      "opens a register as its readers do",
		command:  "soffice",
		names: map[system][]string{
			debian: {"libreoffice-calc"}, fedora: {"libreoffice-calc"}, arch: {"libreoffice-fresh"}, macOS: {"libreoffice"},
		},
	},
	{
		purposes: []purpose{forFormats},
		why:      "a second reader and writer of Excel files, independent of ours",
		names: map[system][]string{
			debian: {"python3-openpyxl"}, fedora: {"python3-openpyxl"}, arch: {"python-openpyxl"},
		},
	},
	{
		purposes: []purpose{forFormats},
		why:      "a second reader of calendars, independent of ours",
		names: map[system][]string{
			debian: {"python3-icalendar"}, fedora: {"python3-icalendar"}, arch: {"python-icalendar"},
		},
	},
	{
		purposes: []purpose{forWindow},
		why:      "a display without a screen",
		command:  "Xvfb",
		names: map[system][]string{
			debian: {"xvfb"}, fedora: {"xorg-x11-server-Xvfb"}, arch: {"xorg-server-xvfb"},
		},
	},
	{
		purposes: []purpose{forWindow},
		why:      "draws OpenGL without a graphics card",
		names: map[system][]string{
			debian: {"libgl1-mesa-dri"}, fedora: {"mesa-dri-drivers"}, arch: {"mesa"},
		},
	},
	{
		purposes: []purpose{forWindow},
		why:      "types and clicks as a person would",
		command:  "xdotool",
		names: map[system][]string{
			debian: {"xdotool"}, fedora: {"xdotool"}, arch: {"xdotool"},
		},
	},
	{
		purposes: []purpose{forPower},
		why:      "mounts a file system of our own for whoever is not root",
		command:  "fusermount3",
		names: map[system][]string{
			debian: {"fuse3"}, fedora: {"fuse3"}, arch: {"fuse3"},
		},
	},
}

// serves says whether the need has one of these purposes.
func (n need) serves(purposes []purpose) bool {
	for _, p := range purposes {
		for _, own := range n.purposes {
			if p == own {
				return true
			}
		}
	}
	return false
}

package library

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// variable chooses another library than the default one.
const variable = "NEMAWASHI_LIBRARY"

// DefaultPath is where the library is when nobody says otherwise: the file
// that NEMAWASHI_LIBRARY names, or else library.nemawashi in the user's data
// folder.
func DefaultPath() (string, error) {
	if p := os.Getenv(variable); p != "" {
		return filepath.Abs(p)
	}
	folder, err := dataFolder()
	if err != nil {
		return "", fault(MissingFolder, "", err, "The folder for your data is not known. Nothing was changed; set %s to a file on a local disk.", variable)
	}
	return filepath.Join(folder, "library.nemawashi"), nil
}

func dataFolder() (string, error) {
	home, err := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		if d := os.Getenv("LocalAppData"); d != "" {
			return filepath.Join(d, "Nemawashi"), nil
		}
		return filepath.Join(home, "AppData", "Local", "Nemawashi"), err
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Nemawashi"), err
	}
	if d := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return filepath.Join(d, "nemawashi"), nil
	}
	return filepath.Join(home, ".local", "share", "nemawashi"), err
}

// fileOf is the file that a path means. A link leads to one: its log, its lock
// and its backups are beside the file itself, or whoever comes by another name
// would write to it at the same time.
func fileOf(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return path, explain(path, err)
	}
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return path, nil // whoever opens it says what is wrong with it
	}
	file, err := filepath.EvalSymlinks(path)
	if err != nil {
		return path, fault(NotFound, path, err, "%s leads to a file that is not there. Nothing was changed; connect the disk that it is on, or choose another file.", filepath.Base(path))
	}
	return file, nil
}

// folder makes sure that the library's folder is there. Only the app's own is
// made: a chosen one that is missing is a stick that was pulled out, or a
// mistake in typing.
func folder(path string) error {
	dir := filepath.Dir(path)
	info, err := os.Stat(dir)
	if err == nil && info.IsDir() {
		return nil
	}
	if own, e := dataFolder(); e == nil && own == dir {
		if err := makeFolder(dir); err != nil {
			return fault(MissingFolder, path, err, "The folder %s cannot be made: %v. Nothing was changed; choose another place for the library.", dir, err)
		}
		return nil
	}
	return fault(MissingFolder, path, err, "The folder %s of the library is not there. Nothing was changed; connect its disk or choose another place.", dir)
}

// suitable refuses places where a library that is written to would be damaged.
func suitable(path string) error {
	dir := filepath.Dir(path)
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	if part := cloud(dir); part != "" {
		return fault(Synced, path, nil, "The folder %q is copied to the cloud while the library in it is written, which damages libraries. It was left as it is; move the library to a folder on this computer.", part)
	}
	switch medium(dir) {
	case Network:
		return fault(Network, path, nil, "The folder %s is on a network drive, where a library cannot be written safely. It was left as it is; move the library to a folder on this computer.", dir)
	case Removable:
		return fault(Removable, path, nil, "The folder %s is on a medium that can be pulled out while the library in it is written. It was left as it is; move the library to a folder on this computer.", dir)
	}
	return nil
}

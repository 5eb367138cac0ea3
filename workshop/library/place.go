package library

import (
	"os"
	"path/filepath"
	"runtime"
)

// variable chooses another library than the default one.
const variable = "NEMAWASHI_LIBRARY"

// DefaultPath is where the library is when nobody says otherwise: the file
// that NEMAWASHI_LIBRARY names, or else library.nemawashi in the user's data folder.
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
	switch runtime.GOOS {
	case "windows":
		if d := os.Getenv("LocalAppData"); d != "" {
			return filepath.Join(d, "Nemawashi"), nil
		}
	case "darwin":
		home, err := os.UserHomeDir()
		return filepath.Join(home, "Library", "Application Support", "Nemawashi"), err
	default:
		if d := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
			return filepath.Join(d, "nemawashi"), nil
		}
	}
	home, err := os.UserHomeDir()
	if runtime.GOOS == "windows" {
		return filepath.Join(home, "AppData", "Local", "Nemawashi"), err
	}
	return filepath.Join(home, ".local", "share", "nemawashi"), err
}

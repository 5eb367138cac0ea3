package library

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// syncClients are the folders of programs that copy files to the cloud as they
// change, and so copy a library in the middle of a change.
var syncClients = []string{
	"dropbox", "onedrive", "google drive", "googledrive", "icloud",
	"mobile documents", "cloudstorage", "nextcloud", "owncloud", "box sync", "pcloud drive", "pclouddrive",
	"megasync", "syncthing", "tresorit", "seafile", "creative cloud files", "proton drive", "protondrive",
}

// shortNames are such folders too, but only as these clients write them.
var shortNames = []string{"Box", "MEGA", "Sync"}

// marks are what these programs put into a folder that they copy, whatever it is
// called. A name that ends in a slash is a folder's.
var marks = []string{
	".dropbox",                                 // a file; the user's home has a folder of that name
	".tmp.drivedownload/", ".tmp.driveupload/", // Google Drive
	".849C9593-D756-4E56-8D6E-42412F2A707B",                                // OneDrive
	".sync_*.db", "._sync_*.db", ".owncloudsync.log", ".nextcloudsync.log", // Nextcloud and ownCloud
	".stfolder/",                 // Syncthing
	".SynologyWorkingDirectory/", // Synology Drive
}

// cloud is the part of the path that a sync client watches, "" when none does.
func cloud(dir string) string {
	for _, part := range strings.Split(filepath.ToSlash(dir), "/") {
		if slices.Contains(shortNames, part) {
			return part
		}
		lower := strings.ToLower(part)
		for _, name := range syncClients {
			rest, ok := strings.CutPrefix(lower, name)
			// "OneDrive - Waldner AG", "Dropbox (Team)" are the same clients.
			if ok && (rest == "" || strings.ContainsAny(rest[:1], " -(")) {
				return part
			}
		}
	}
	for at := dir; ; at = filepath.Dir(at) {
		if marked(at) || slices.Contains(told(), at) {
			return filepath.Base(at)
		}
		if at == filepath.Dir(at) {
			return ""
		}
	}
}

func marked(dir string) bool {
	for _, m := range marks {
		name, folder := strings.CutSuffix(m, "/")
		found, err := filepath.Glob(filepath.Join(plainPattern(dir), name))
		if err != nil {
			continue
		}
		for _, path := range found {
			if info, err := os.Lstat(path); err == nil && info.IsDir() == folder {
				return true
			}
		}
	}
	return false
}

// plainPattern is a folder's name as a pattern that matches only itself.
func plainPattern(dir string) string {
	if filepath.Separator == '\\' {
		return dir // has no way to write these characters plainly
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(dir)
}

// told are the folders that sync clients name themselves: OneDrive in the
// environment, Dropbox in a file.
func told() []string {
	var out []string
	for _, name := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		if dir := os.Getenv(name); dir != "" {
			out = append(out, filepath.Clean(dir))
		}
	}
	places := []string{os.Getenv("APPDATA"), os.Getenv("LOCALAPPDATA")}
	if home, err := os.UserHomeDir(); err == nil {
		places = append(places, filepath.Join(home, ".dropbox"))
	}
	for _, place := range places {
		if place == "" {
			continue
		}
		if filepath.Base(place) != ".dropbox" {
			place = filepath.Join(place, "Dropbox")
		}
		b, err := os.ReadFile(filepath.Join(place, "info.json"))
		if err != nil {
			continue
		}
		var accounts map[string]struct{ Path string }
		if json.Unmarshal(b, &accounts) != nil {
			continue
		}
		for _, a := range accounts {
			if a.Path != "" {
				out = append(out, filepath.Clean(a.Path))
			}
		}
	}
	return out
}

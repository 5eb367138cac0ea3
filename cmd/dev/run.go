package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// runApp builds the app and starts it. Without a display it shows what the app
// makes instead of the app.
func (d *desk) runApp(ctx context.Context, args []string) error {
	if !hasDisplay(runtime.GOOS, os.Getenv) {
		return d.runWithoutDisplay(ctx)
	}
	if err := d.machine.provide(forApp); err != nil {
		return err
	}
	fmt.Fprintln(d.out, "Building the app. The first time this takes some minutes.")
	app, err := d.buildApp(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(d.out, "$", app)
	c := d.command(ctx, invocation{args: append([]string{app}, args...)})
	c.Stdin = os.Stdin
	if err := c.Run(); err != nil {
		return fmt.Errorf("the app ended with an error: %w", err)
	}
	return nil
}

// hasDisplay says whether a window can come up.
func hasDisplay(goos string, env func(string) string) bool {
	switch goos {
	case "darwin", "windows":
		return true
	}
	return env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != ""
}

// runWithoutDisplay does the main job on the sample: what a facilitator hands
// out, and pictures of what one would have seen.
func (d *desk) runWithoutDisplay(ctx context.Context) error {
	fmt.Fprintln(d.out, "There is no display here, so no window can open. Doing the main job on the sample workshop instead.")
	out, err := d.outDir()
	if err != nil {
		return err
	}
	cli, err := d.buildCLI(ctx)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "nemawashi-sample-")
	if err != nil {
		return fmt.Errorf("make a folder for the sample library: %w", err)
	}
	defer os.RemoveAll(folder)
	env := []string{"NEMAWASHI_LIBRARY=" + filepath.Join(folder, "library.nemawashi")}

	var answer bytes.Buffer
	demo := d.command(ctx, invocation{env: env, args: []string{cli, "demo", "--json"}})
	demo.Stdout = &answer
	if err := demo.Run(); err != nil {
		return fmt.Errorf("make the sample: %w", err)
	}
	workshop, err := sampleWorkshop(answer.Bytes())
	if err != nil {
		return err
	}
	readout, register := filepath.Join(out, "readout.pdf"), filepath.Join(out, "register.xlsx")
	if err := d.run(ctx, invocation{env: env, args: []string{cli, "export", "readout", workshop, "-o", readout}}); err != nil {
		return err
	}
	if err := d.run(ctx, invocation{env: env, args: []string{cli, "export", "register", workshop, "-o", register}}); err != nil {
		return err
	}
	if err := d.shots(ctx); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "\nThis is what a facilitator hands out after the sample's kaizen workshop:\n  %s\n  %s\n", readout, register)
	return nil
}

// sampleWorkshop picks the kaizen workshop, the last one, from the answer of
// `demo --json`.
func sampleWorkshop(answer []byte) (string, error) {
	var demo struct {
		Workshops []string `json:"workshops"`
	}
	if err := json.Unmarshal(answer, &demo); err != nil {
		return "", fmt.Errorf("read the ids of the sample: %w", err)
	}
	if len(demo.Workshops) == 0 {
		return "", errors.New("the sample holds no workshop, so there is nothing to export")
	}
	return demo.Workshops[len(demo.Workshops)-1], nil
}

// shots draws every screen without a display and says which pictures there are.
func (d *desk) shots(ctx context.Context) error {
	out, err := d.outDir()
	if err != nil {
		return err
	}
	// Pictures of screens that are no more would pass for current ones.
	old, err := filepath.Glob(filepath.Join(out, "*.png"))
	if err != nil {
		return fmt.Errorf("look for old pictures: %w", err)
	}
	for _, path := range old {
		if err := os.Remove(path); err != nil {
			return fmt.Errorf("remove an old picture: %w", err)
		}
	}
	err = d.run(ctx, invocation{env: pureGo, args: []string{"go", "run", "-tags", headlessTags, "./ui/shots", "-o", out}})
	if err != nil {
		return err
	}
	pictures, err := filepath.Glob(filepath.Join(out, "*.png"))
	if err != nil {
		return fmt.Errorf("look for the pictures: %w", err)
	}
	if len(pictures) == 0 {
		return fmt.Errorf("no picture was drawn in %s", out)
	}
	fmt.Fprintf(d.out, "\nThe screens, light and dark:\n")
	for _, path := range pictures {
		fmt.Fprintln(d.out, " ", path)
	}
	return nil
}

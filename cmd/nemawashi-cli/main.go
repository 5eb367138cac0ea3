// Command nemawashi-cli does without a window what the app does to data: for
// scripts, bulk work, tests and machines without a display.
//
// It exits with 0 when the work is done, with 1 when it failed (one sentence
// on standard error says what happened, what was kept and what to do), and
// with 2 when the command line itself is wrong. With --json there is one JSON
// document on standard output and nothing else.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/template"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// usageError is a command line that cannot be understood.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }

// app is what every command shares.
type app struct {
	path string // --library
	json bool
	set  *template.Set // the templates, one's own among them, while the library is open
	// asked is the questionnaires, once they were asked for.
	asked *assess.Shelf
	in    io.Reader
	out   io.Writer
	err   io.Writer
}

func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer) int {
	a := &app{in: in, out: out, err: errw}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errw)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		fmt.Fprintf(errw, "nemawashi-cli: %v\nTry 'nemawashi-cli --help'.\n", err)
		return 2
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(errw, "nemawashi-cli: stopped; what was there before is unchanged")
		return 1
	}
	fmt.Fprintf(errw, "nemawashi-cli: %v\n", err)
	return 1
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "nemawashi-cli",
		Short:         "Workshops of the Nemawashi library, without a window",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageError{errors.New("a command is missing")}
		},
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.PersistentFlags().StringVar(&a.path, "library", "", "the library file (default: $NEMAWASHI_LIBRARY, else the desktop app's own)")
	export := &cobra.Command{Use: "export", Short: "Write a readout, an agenda for participants, a register or a calendar", Args: exactly(0), RunE: root.RunE}
	export.AddCommand(a.exportReadout(), a.exportAgenda(), a.exportRegister(), a.exportForm(), a.exportManager(), a.exportCalendar())
	imports := &cobra.Command{Use: "import", Short: "Take back what has been filled in elsewhere", Args: exactly(0), RunE: root.RunE}
	imports.AddCommand(a.importRegister(), a.importForm(), a.importActions())
	root.AddCommand(a.demo(), a.templates(), a.questionnaires(), a.newWorkshop(), a.list(), a.show(), a.fields(), a.apply(), a.photo(),
		a.search(), a.actions(), a.resist(), a.assess(), a.person(), export, imports, a.check(), a.backup(), a.restore(), a.salvage(), a.synth())
	return root
}

// exactly is cobra's check of the number of arguments, as a usage error.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 && cmd.HasSubCommands() {
			return usageError{fmt.Errorf("there is no command %q", args[0])}
		}
		if err := cobra.ExactArgs(n)(cmd, args); err != nil {
			return usageError{fmt.Errorf("%s: %w", cmd.Name(), err)}
		}
		return nil
	}
}

// jsonFlag gives a command its --json.
func (a *app) jsonFlag(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().BoolVar(&a.json, "json", false, "one JSON document on standard output")
	return cmd
}

package main

import (
	"strings"

	"github.com/spf13/cobra"

	"nemawashi.app/workshop"
)

func (a *app) fields() *cobra.Command {
	return a.jsonFlag(&cobra.Command{
		Use:   "fields",
		Short: "The schema: kinds, fields, types, choices and marks",
		Args:  exactly(0),
		RunE: func(*cobra.Command, []string) error {
			type field struct {
				Name    string   `json:"name"`
				Type    string   `json:"type"`
				Choices []string `json:"choices,omitempty"`
				Refs    []string `json:"refs,omitempty"`
				Min     *int64   `json:"min,omitempty"`
				Max     *int64   `json:"max,omitempty"`
				Marks   []string `json:"marks,omitempty"`
			}
			type kind struct {
				Kind   string  `json:"kind"`
				Plural string  `json:"plural"`
				Fields []field `json:"fields"`
			}
			var kinds []kind
			var rows [][]string
			for _, k := range workshop.Kinds {
				one := kind{Kind: string(k), Plural: k.Plural()}
				for _, f := range workshop.Fields(k) {
					x := field{Name: f.Name, Type: string(f.Type), Choices: f.Choices, Refs: f.Refs, Marks: marks(f)}
					if f.Bounded {
						x.Min, x.Max = &f.Min, &f.Max
					}
					one.Fields = append(one.Fields, x)
					rows = append(rows, []string{string(k), f.Name, string(f.Type), strings.Join(f.Choices, "|"), strings.Join(x.Marks, " ")})
				}
				kinds = append(kinds, one)
			}
			if a.json {
				return a.document(kinds)
			}
			return a.table([]string{"KIND", "FIELD", "TYPE", "CHOICES", "MARKS"}, rows)
		},
	})
}

func marks(f workshop.Field) []string {
	var out []string
	for _, m := range []struct {
		on   bool
		name string
	}{{f.Required, "required"}, {f.Generated, "generated"}, {f.Personal, "personal"}, {f.Confidential, "confidential"}, {f.History, "history"}} {
		if m.on {
			out = append(out, m.name)
		}
	}
	return out
}

package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/schema"
)

func newSchema() *cobra.Command {
	var out string
	write := func(c *cobra.Command, text []byte) error {
		if out == "" {
			_, err := c.OutOrStdout().Write(text)
			return err
		}
		if err := os.WriteFile(out, text, 0o666); err != nil {
			return &worldError{err}
		}
		return nil
	}
	c := &cobra.Command{
		Use:   "schema",
		Short: "print what front matter may hold, as JSON Schema",
		Long: `Schema prints a JSON Schema (draft 2020-12) of the front matter of pages, from which an editor can complete keys,
explain them and mark mistakes while you type. README shows how to tell VS Code.`,
		Example: `  psvsite schema
  psvsite schema --out .vscode/front.json
  psvsite schema config
  psvsite schema data contacts`,
		Args: usageArgs(0, "psvsite schema, psvsite schema config, or psvsite schema data NAME"),
		RunE: func(c *cobra.Command, _ []string) error { return write(c, schema.Front()) },
	}
	c.PersistentFlags().StringVar(&out, "out", "", "write to this file instead")
	c.AddCommand(&cobra.Command{
		Use: "config", Short: "print what config.yaml may hold", Example: "  psvsite schema config --out .vscode/config.json",
		Args: usageArgs(0, "psvsite schema config"),
		RunE: func(c *cobra.Command, _ []string) error { return write(c, schema.Config()) },
	}, &cobra.Command{
		Use: "data NAME", Short: "print what a file of content/data may hold", Example: "  psvsite schema data contacts --out .vscode/contacts.json",
		Args: usageArgs(1, "psvsite schema data NAME; names: "+strings.Join(schema.DataNames(), ", ")),
		RunE: func(c *cobra.Command, args []string) error {
			text, ok := schema.Data(args[0])
			if !ok {
				return hinted(diag.DidYouMean(args[0], schema.DataNames(), "psvsite knows: "+strings.Join(schema.DataNames(), ", ")),
					"there is no data of the name %q", args[0])
			}
			return write(c, text)
		},
	})
	return c
}

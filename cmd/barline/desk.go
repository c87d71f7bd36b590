package main

import (
	"fmt"
	"net"

	"github.com/spf13/cobra"

	"barline/publish"
	made "barline/publish/desk"
)

func deskCommand() *cobra.Command {
	var addr, out string
	c := &cobra.Command{
		Use:   "desk",
		Short: "Serves the desk, a page in which timelines are made, checked and published",
		Long: `Serves the desk, a page in which timelines are made, checked and published, at an
address of this machine, which it prints. What is written there stays in the browser:
nothing is sent anywhere.

With -o the desk is written as a folder that any web server can hold. The folder must be
new or empty, or hold a desk that barline wrote.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if out != "" && c.Flags().Changed("addr") {
				return usageError{fmt.Errorf("-o writes a folder and --addr serves: say one of them")}
			}
			s, err := made.Read()
			if err != nil {
				return err
			}
			if out != "" {
				if err := s.Write(c.Context(), out, publish.WriteOptions{Prune: true}); err != nil {
					return err
				}
				fmt.Fprintf(c.OutOrStdout(), "%s: %d files, %.1f MB\n", out, len(s)+1, float64(s.Bytes())/1e6)
				return nil
			}
			listener, err := net.Listen("tcp", addr)
			if err != nil {
				return fmt.Errorf("cannot serve at %s: %w; choose another with --addr", addr, err)
			}
			fmt.Fprintf(c.OutOrStdout(), "http://%s\n", listener.Addr())
			return serveUntil(c.Context(), listener, made.Handler(s))
		},
	}
	f := c.Flags()
	f.StringVar(&addr, "addr", "127.0.0.1:8081", "the address to serve at")
	f.StringVarP(&out, "output", "o", "", "the folder to write")
	return c
}

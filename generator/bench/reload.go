package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"
)

// settle is the pause between two edits, for what a server still does after it has shown one.
const settle = time.Second

// reloads measures with both servers running how long an edit takes to be served, and prints it. It
// leaves the page as it was.
func (w *workshop) reloads(ctx context.Context, stdout io.Writer, ratios map[string]float64) (err error) {
	list, err := w.servers(ctx)
	defer func() {
		for _, s := range list {
			s.stop()
			err = errors.Join(err, writeFile(s.file, languages[0].page(1, 2%w.pages)))
		}
	}()
	if err != nil {
		return err
	}
	found, err := w.edits(ctx, list)
	if err != nil {
		return err
	}
	printReloads(stdout, list, found)
	if ratio, ok := spreadOf(found["psvsite"]).ratio(spreadOf(found["hugo"])); ok && found["psvsite"] != nil {
		ratios["reload"] = ratio
		fmt.Fprintf(stdout, "psvsite/hugo %.3f\n", ratio)
	}
	return nil
}

// servers starts those at hand. On an error it returns the ones that run.
func (w *workshop) servers(ctx context.Context) (running []*server, err error) {
	start := func(name, program string, p project, suffix string, argv func(port string) []string) {
		if program == "" || err != nil {
			return
		}
		var port string
		if port, err = freePort(); err != nil {
			return
		}
		page := languages[0].code + "/library/" + pagePath(1)
		s := &server{
			name: name, file: filepath.Join(w.project(p), "content", filepath.FromSlash(page)),
			url: "http://127.0.0.1:" + port + "/" + strings.TrimSuffix(page, ".md") + suffix,
		}
		if err = w.start(ctx, s, argv(port)); err == nil {
			running = append(running, s)
		}
	}
	start("psvsite", w.psvsite, forPsvsite, ".html", func(port string) []string {
		return []string{w.psvsite, "serve", "--addr", "127.0.0.1:" + port, "-C", w.project(forPsvsite)}
	})
	start("hugo", w.hugo, forHugo, "/", func(port string) []string {
		return []string{
			w.hugo, "server", "--disableLiveReload", "--bind", "127.0.0.1", "--port", port,
			"--source", w.project(forHugo),
		}
	})
	return running, err
}

// edits changes the page of each server in turn. The first round only warms up.
func (w *workshop) edits(ctx context.Context, list []*server) (map[string][]float64, error) {
	found := map[string][]float64{}
	for turn := range w.runs + 1 {
		for _, s := range list {
			time.Sleep(settle)
			took, err := s.edit(ctx, turn)
			if err != nil {
				return nil, err
			}
			if turn > 0 {
				found[s.name] = append(found[s.name], float64(took)/float64(time.Millisecond))
			}
		}
	}
	return found, nil
}

// edit appends a paragraph to the page, in one write, and returns the time until the server shows it.
func (s *server) edit(ctx context.Context, turn int) (time.Duration, error) {
	mark := fmt.Sprintf("edited%06d", turn)
	file, err := os.OpenFile(s.file, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return 0, err
	}
	start := time.Now()
	_, err = fmt.Fprintf(file, "\n%s\n", mark)
	if err := errors.Join(err, file.Close()); err != nil {
		return 0, err
	}
	err = s.shows(ctx, mark)
	return time.Since(start), err
}

// printReloads writes the table.
func printReloads(stdout io.Writer, list []*server, found map[string][]float64) {
	fmt.Fprintf(stdout, "\nreload   milliseconds from edit to served page, median (least–greatest), in turn\n\n")
	table := tabwriter.NewWriter(stdout, 0, 0, 3, ' ', 0)
	for _, s := range list {
		fmt.Fprintf(table, "%s\t%s\n", s.name, spreadOf(found[s.name]).show("%.0f"))
	}
	table.Flush()
}

package main

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestMonthTwin holds the table for a computer to the month sheet on paper: a column for each line of its sums, for the
// topics and for how a session went, and rows that are empty.
func TestMonthTwin(t *testing.T) {
	sheet, err := os.ReadFile("../content/en/monitoring/month.md")
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open("../content/en/monitoring/month.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	wanted := append(sums(string(sheet)), "Topics", "Held in full", "Cut short", "Left out")
	for _, label := range wanted {
		if !slices.Contains(rows[0], label) {
			t.Errorf("the table has no column %q", label)
		}
	}
	if len(wanted) < 13 || len(rows) != 13 || strings.Join(slices.Concat(rows[1:]...), "") != "" {
		t.Errorf("%d columns wanted, %d rows, want twelve empty ones below the head", len(wanted), len(rows)-1)
	}
}

// sums are the labels of the first table of the month sheet, and of its genders each.
func sums(sheet string) []string {
	_, table, _ := strings.Cut(sheet, "| Sum of the month | Number |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	var labels []string
	for line := range strings.Lines(table) {
		label := strings.TrimSpace(strings.Split(line, "|")[1])
		if parts := strings.Split(label, " / "); len(parts) == 3 {
			labels = append(labels, parts[0], strings.ToUpper(parts[1][:1])+parts[1][1:], strings.ToUpper(parts[2][:1])+parts[2][1:])
			continue
		}
		labels = append(labels, label)
	}
	return labels
}

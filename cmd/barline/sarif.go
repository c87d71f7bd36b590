package main

import (
	"encoding/json"
	"io"
	"path/filepath"

	"barline/check"
	"barline/internal/version"
)

// SARIF 2.1.0, as far as findings need it: what code hosts and editors show beside the
// lines of a file.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	Results []sarifResult `json:"results"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string    `json:"id"`
	Short   sarifText `json:"shortDescription"`
	Default struct {
		Level string `json:"level"`
	} `json:"defaultConfiguration"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	} `json:"physicalLocation"`
	Logical []sarifLogical `json:"logicalLocations,omitempty"`
}

type sarifRegion struct {
	Line   int `json:"startLine"`
	Column int `json:"startColumn"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
}

// writeSARIF writes findings as one SARIF log. Its levels are named as severities are.
func writeSARIF(w io.Writer, all []check.Finding) error {
	run := sarifRun{Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "barline", Version: version.Of().String()}
	for _, c := range check.Codes() {
		rule := sarifRule{ID: c.Name, Short: sarifText{c.What}}
		rule.Default.Level = c.Severity.String()
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule)
	}
	for _, f := range all {
		message := f.Message
		if f.Fix != "" {
			message += "; " + f.Fix
		}
		var at sarifLocation
		at.Physical.Artifact.URI = filepath.ToSlash(f.File)
		if f.Line > 0 {
			at.Physical.Region = &sarifRegion{f.Line, max(f.Column, 1)}
		}
		if f.Path != "" {
			at.Logical = []sarifLogical{{f.Path}}
		}
		run.Results = append(run.Results, sarifResult{f.Code, f.Severity.String(), sarifText{message}, []sarifLocation{at}})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

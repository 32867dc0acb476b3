package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"suyuan/extract"
	"suyuan/terminal"
)

func rulesCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "rules [NAME]",
		Short: "List the rules, or show one with its doc and examples",
		Long: `List every rule with the first line of its doc. With NAME, print that rule's doc,
the examples that must match («…» marks the record) and those that must not.
A record's rule stands in the rule column of every view.`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) (names []string, _ cobra.ShellCompDirective) {
			for _, r := range extract.Rules() {
				names = append(names, r.Name+"\t"+title(r))
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			rules := extract.Rules()
			if len(args) == 1 {
				rules = named(rules, args[0])
			}
			switch {
			case len(args) == 1 && len(rules) == 0:
				return fmt.Errorf("no rule is named %q; suyuan rules lists them", args[0])
			case asJSON:
				return writeRulesJSON(c.OutOrStdout(), rules)
			case len(args) == 1:
				return writeRule(c.OutOrStdout(), rules[0])
			}
			return writeRules(c.OutOrStdout(), rules)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines, a rule a line, with doc and examples")
	return c
}

func named(rules []extract.Rule, name string) []extract.Rule {
	for _, r := range rules {
		if r.Name == name {
			return []extract.Rule{r}
		}
	}
	return nil
}

// title returns the first line of a rule's doc.
func title(r extract.Rule) string {
	first, _, _ := strings.Cut(strings.TrimSpace(r.Doc), "\n")
	return first
}

func writeRules(w io.Writer, rules []extract.Rule) error {
	rows := [][]string{{"rule", "makes", "precision", "what it reads"}}
	for _, r := range rules {
		rows = append(rows, []string{r.Name, r.Makes, fmt.Sprintf("%.2f", r.Confidence), title(r)})
	}
	return terminal.WriteTable(w, rows, "llrl")
}

func writeRule(w io.Writer, r extract.Rule) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s makes a %s; measured precision %.2f\n\n%s\n", r.Name, r.Makes, r.Confidence, strings.TrimSpace(r.Doc))
	examples := func(head string, texts []string) {
		if len(texts) == 0 {
			return
		}
		fmt.Fprintf(&b, "\n%s\n", head)
		for _, text := range texts {
			fmt.Fprintf(&b, "  %s\n", strings.ReplaceAll(text, "\n", "\n  "))
		}
	}
	examples("matches", r.Match)
	examples("does not match", r.Reject)
	_, err := io.WriteString(w, b.String())
	return err
}

func writeRulesJSON(w io.Writer, rules []extract.Rule) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, r := range rules {
		line := struct {
			Name       string   `json:"name"`
			Makes      string   `json:"makes"`
			Confidence float64  `json:"confidence"`
			Doc        string   `json:"doc"`
			Match      []string `json:"match"`
			Reject     []string `json:"reject"`
		}{r.Name, r.Makes, r.Confidence, strings.TrimSpace(r.Doc), orEmpty(r.Match), orEmpty(r.Reject)}
		if err := e.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

// orEmpty makes a list that is not there an empty one: [] rather than null.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

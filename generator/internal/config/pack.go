package config

import (
	"regexp"
	"slices"
)

// Pack is a print product made of several pages.
type Pack struct {
	Name  string   `yaml:"name,required" doc:"its name in addresses, as volunteer-pack"`
	Title Text     `yaml:"title,required" doc:"its title, one text or one for each language"`
	Code  string   `yaml:"code" doc:"its short name on paper, as K-01"`
	Pages []string `yaml:"pages,required" doc:"its pages by path, in order"`
	Sheet string   `yaml:"sheet" enum:"A3 A4 A5 A6" doc:"the size of the paper; A4 where it is left out"`
}

var packName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (c *Config) checkPacks(report func(path, hint, format string, args ...any)) {
	var names []string
	for i, p := range c.Packs {
		path := "packs[" + itoa(i) + "]"
		if !packName.MatchString(p.Name) || p.Name == "index" {
			report(path+".name", "small letters, digits and hyphens, as volunteer-pack", "the pack's name %q cannot stand in an address", p.Name)
		}
		if slices.Contains(names, p.Name) {
			report(path+".name", "keep one of them", "the pack %q stands twice", p.Name)
		}
		names = append(names, p.Name)
		for j, page := range p.Pages {
			if slices.Contains(p.Pages[:j], page) {
				report(path+".pages["+itoa(j)+"]", "keep one of them", "the pack %q holds %q twice", p.Name, page)
			}
		}
	}
}

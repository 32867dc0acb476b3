package extract

// IndicatorID returns the id that the list of indicators has for a name or an
// alias, in any of its writings, or the id itself where it is one; "" where the
// list knows neither.
func (l *Lexicon) IndicatorID(name string) string {
	if _, ok := l.indicators.names[name]; ok {
		return name
	}
	return l.indicators.byKey[l.indicators.spell.key(name)].id
}

// IndicatorName returns the usual name of an indicator, "" for an id that the
// list does not have.
func (l *Lexicon) IndicatorName(id string) string { return l.indicators.names[id] }

// Identify returns the id of the indicator of a figure by its name, its unit, its
// measure and its kind; "" where the list knows none.
func (l *Lexicon) Identify(f *Figure) string { return l.indicators.find(f) }

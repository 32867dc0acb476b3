package store

import (
	"database/sql"
	"fmt"

	"suyuan/extract"
	"suyuan/intake"
)

// place puts the fields that all records have into one with those of its type:
// from here on it is that one which the document's other rows mean.
func (l *loading) place(id int64, typed *extract.Record) error {
	c, ok := l.records[id]
	if !ok {
		return fmt.Errorf("%w: %w", ErrDamaged, errLost)
	}
	*typed = *c
	l.records[id] = typed
	return nil
}

func (l *loading) figures() error {
	return l.each(`SELECT record_id, indicator, coalesce(indicator_id, ''), value, value_max, comparator, unit, value_base, value_base_max, unit_base,
		measure, coalesce(per, ''), kind, coalesce(scope, ''), coalesce(time, ''), coalesce(time_first, 0), coalesce(time_last, 0), coalesce(nature, '')
		FROM figures WHERE record_id IN (SELECT id FROM records WHERE document_id = ?) ORDER BY record_id`, func(r *sql.Rows) error {
		f := &extract.Figure{}
		var id int64
		err := r.Scan(&id, &f.Indicator, &f.IndicatorID, &f.Value, &f.ValueMax, &f.Comparator, &f.Unit, &f.ValueBase, &f.ValueBaseMax, &f.UnitBase,
			&f.Measure, &f.Per, &f.Kind, &f.Scope, &f.Time, &f.TimeFirst, &f.TimeLast, &f.Nature)
		if err != nil {
			return err
		}
		l.Records.Figures = append(l.Records.Figures, f)
		return l.place(id, &f.Record)
	})
}

func (l *loading) dates() error {
	return l.each(`SELECT record_id, edtf, coalesce(first_day, ''), coalesce(last_day, '')
		FROM dates WHERE record_id IN (SELECT id FROM records WHERE document_id = ?) ORDER BY record_id`, func(r *sql.Rows) error {
		d := &extract.Date{}
		var id int64
		if err := r.Scan(&id, &d.EDTF, &d.FirstDay, &d.LastDay); err != nil {
			return err
		}
		l.Records.Dates = append(l.Records.Dates, d)
		return l.place(id, &d.Record)
	})
}

func (l *loading) departments() error {
	return l.each(`SELECT record_id, name, canonical_name, role, coalesce(task, '')
		FROM departments WHERE record_id IN (SELECT id FROM records WHERE document_id = ?) ORDER BY record_id`, func(r *sql.Rows) error {
		d := &extract.Department{}
		var id int64
		if err := r.Scan(&id, &d.Name, &d.CanonicalName, &d.Role, &d.Task); err != nil {
			return err
		}
		l.Records.Departments = append(l.Records.Departments, d)
		return l.place(id, &d.Record)
	})
}

func (l *loading) projects() error {
	return l.each(`SELECT record_id, name, category, status
		FROM projects WHERE record_id IN (SELECT id FROM records WHERE document_id = ?) ORDER BY record_id`, func(r *sql.Rows) error {
		p := &extract.Project{}
		var id int64
		if err := r.Scan(&id, &p.Name, &p.Category, &p.Status); err != nil {
			return err
		}
		l.Records.Projects = append(l.Records.Projects, p)
		return l.place(id, &p.Record)
	})
}

// own takes what the document's own fields rest on from their record.
func (l *loading) own() error {
	if own := l.records[l.about.Int64]; own != nil {
		l.Records.About.Evidence = own.Evidence
		l.records[l.about.Int64] = l.Records.Own()
	}
	return nil
}

func (l *loading) numerals() error {
	return l.each(`SELECT byte_start, bytes, disposition, record_id, coalesce(reason, '')
		FROM numerals WHERE document_id = ? ORDER BY byte_start`, func(r *sql.Rows) error {
		var n extract.Numeral
		var length int
		var record sql.NullInt64
		if err := r.Scan(&n.Span.Start, &length, &n.Disposition, &record, &n.Reason); err != nil {
			return err
		}
		n.Span.End, n.Record = n.Span.Start+length, l.records[record.Int64]
		l.Records.Numerals = append(l.Records.Numerals, n)
		return nil
	})
}

func (l *loading) links() error {
	return l.each(`SELECT record_id, linked_id, role
		FROM links WHERE record_id IN (SELECT id FROM records WHERE document_id = ?) ORDER BY record_id, linked_id, role`, func(r *sql.Rows) error {
		var from, to int64
		link := extract.Link{}
		if err := r.Scan(&from, &to, &link.Role); err != nil {
			return err
		}
		if link.From, link.To = l.records[from], l.records[to]; link.From == nil || link.To == nil {
			return fmt.Errorf("%w: %w", ErrDamaged, errLost)
		}
		l.Records.Links = append(l.Records.Links, link)
		return nil
	})
}

func (l *loading) findings() error {
	byID := map[int64]int{}
	err := l.each("SELECT id, key, kind, severity, message, message_en, coalesce(arithmetic, '') FROM findings WHERE document_id = ? ORDER BY id", func(r *sql.Rows) error {
		var id int64
		var f intake.Finding
		err := r.Scan(&id, &f.Key, &f.Kind, &f.Severity, &f.Message, &f.MessageEN, &f.Arithmetic)
		byID[id] = len(l.Findings)
		l.Findings = append(l.Findings, f)
		return err
	})
	if err != nil || len(l.Findings) == 0 {
		return err
	}
	return l.each(`SELECT finding_id, record_id FROM finding_records
		WHERE finding_id IN (SELECT id FROM findings WHERE document_id = ?) ORDER BY finding_id, number`, func(r *sql.Rows) error {
		var id, record int64
		if err := r.Scan(&id, &record); err != nil {
			return err
		}
		if l.records[record] == nil {
			return fmt.Errorf("%w: %w", ErrDamaged, errLost)
		}
		f := &l.Findings[byID[id]]
		f.Records = append(f.Records, l.records[record])
		return nil
	})
}

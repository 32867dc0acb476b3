package export

import "suyuan/store"

// column is a column of an export: what the views call it, what a sheet calls it
// in Chinese, and its value in a record: nil, an int, a float64 or a string.
type column struct {
	name, title string
	value       func(*store.Record) any
}

// recordType is a type of record with the columns that it is written in.
type recordType struct {
	name, title string
	columns     []column
}

// recordTypes are the types of records that have rows of their own, in their order.
var recordTypes = []recordType{
	{"figure", "指标数据", table(figureColumns)},
	{"date", "日期", table(dateColumns)},
	{"department", "责任单位", table(departmentColumns)},
	{"project", "项目", table(projectColumns)},
}

// table puts a type's own columns between those that every record has.
func table(own []column) []column {
	all := append([]column{}, recordColumns...)
	return append(append(all, own...), reviewColumns...)
}

var recordColumns = []column{
	{"record_id", "记录", func(r *store.Record) any { return int(r.ID) }},
	{"record_key", "记录键", func(r *store.Record) any { return r.Key }},
	{"document_id", "文件", func(r *store.Record) any { return int(r.DocumentID) }},
	{"path", "路径", func(r *store.Record) any { return r.Path }},
	{"section", "章节", func(r *store.Record) any { return r.Section }},
	{"statement", "原句", func(r *store.Record) any { return r.Statement }},
	{"char_start", "字符起", func(r *store.Record) any { return r.CharStart }},
	{"char_end", "字符止", func(r *store.Record) any { return r.CharEnd }},
	{"byte_start", "字节起", func(r *store.Record) any { return r.ByteStart }},
	{"byte_end", "字节止", func(r *store.Record) any { return r.ByteEnd }},
	{"line", "行", func(r *store.Record) any { return r.Line }},
	{"quote", "原文", func(r *store.Record) any { return r.Quote }},
	{"rule", "规则", func(r *store.Record) any { return r.Rule }},
	{"confidence", "置信度", func(r *store.Record) any { return r.Confidence }},
}

var figureColumns = []column{
	{"indicator", "指标", func(r *store.Record) any { return r.Figure.Indicator }},
	{"indicator_id", "指标编号", func(r *store.Record) any { return word(r.Figure.IndicatorID) }},
	{"value", "数值", func(r *store.Record) any { return r.Figure.Value }},
	{"value_max", "上限", func(r *store.Record) any { return number(r.Figure.ValueMax) }},
	{"comparator", "比较", func(r *store.Record) any { return r.Figure.Comparator }},
	{"unit", "单位", func(r *store.Record) any { return r.Figure.Unit }},
	{"value_base", "基本数值", func(r *store.Record) any { return r.Figure.ValueBase }},
	{"value_base_max", "基本上限", func(r *store.Record) any { return number(r.Figure.ValueBaseMax) }},
	{"unit_base", "基本单位", func(r *store.Record) any { return r.Figure.UnitBase }},
	{"measure", "量度", func(r *store.Record) any { return r.Figure.Measure }},
	{"per", "频率", func(r *store.Record) any { return word(r.Figure.Per) }},
	{"kind", "性质", func(r *store.Record) any { return r.Figure.Kind }},
	{"scope", "范围", func(r *store.Record) any { return word(r.Figure.Scope) }},
	{"time", "时间", func(r *store.Record) any { return word(r.Figure.Time) }},
	{"time_first", "起始年", func(r *store.Record) any { return year(r.Figure.TimeFirst) }},
	{"time_last", "终止年", func(r *store.Record) any { return year(r.Figure.TimeLast) }},
	{"nature", "属性", func(r *store.Record) any { return word(r.Figure.Nature) }},
}

var dateColumns = []column{
	{"edtf", "EDTF", func(r *store.Record) any { return r.Date.EDTF }},
	{"first_day", "首日", func(r *store.Record) any { return word(r.Date.FirstDay) }},
	{"last_day", "末日", func(r *store.Record) any { return word(r.Date.LastDay) }},
}

var departmentColumns = []column{
	{"name", "名称", func(r *store.Record) any { return r.Department.Name }},
	{"canonical_name", "全称", func(r *store.Record) any { return r.Department.CanonicalName }},
	{"role", "职责", func(r *store.Record) any { return r.Department.Role }},
	{"task", "任务", func(r *store.Record) any { return word(r.Department.Task) }},
}

var projectColumns = []column{
	{"name", "名称", func(r *store.Record) any { return r.Project.Name }},
	{"category", "类别", func(r *store.Record) any { return r.Project.Category }},
	{"status", "状态", func(r *store.Record) any { return r.Project.Status }},
}

// reviewColumns are the verdict that stands on a record.
var reviewColumns = []column{
	{"verdict", "结论", reviewed(func(v *store.Review) any { return v.Verdict })},
	{"note", "备注", reviewed(func(v *store.Review) any { return v.Note })},
	{"reviewer", "审核人", reviewed(func(v *store.Review) any { return v.Reviewer })},
}

func reviewed(value func(*store.Review) any) func(*store.Record) any {
	return func(r *store.Record) any {
		if r.Review == nil {
			return nil
		}
		return value(r.Review)
	}
}

// number returns nil for what the text does not say.
func number(v *float64) any {
	if v == nil {
		return nil
	}
	return *v
}

// word returns nil for what the text does not say.
func word(v store.Text) any {
	if v == "" {
		return nil
	}
	return string(v)
}

// year returns nil for one that is unknown.
func year(v store.Year) any {
	if v == 0 {
		return nil
	}
	return int(v)
}

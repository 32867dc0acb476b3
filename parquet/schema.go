// Package parquet keeps documents with all that was extracted from them as
// Parquet files, for programs that read such files and for workers that have no
// SQLite: one schema for suyuan export and for suyuan-beam. docs/SCHEMA.md lists
// the columns. What is read back is what the database would have been given.
package parquet

// Tables are the names of the tables. Every table of a shard has its documents in
// the same order, so that one pass through all of them meets a document's rows
// together.
var Tables = [...]string{"documents", "texts", "blocks", "records", "evidence", "links", "numerals", "failures"}

// The rows. "document" is the SHA-256 of the source file; "record" and "block"
// count from 1 within a document. A string that is "" and a number that is 0 in an
// optional column is null.

type documentRow struct {
	Document   string   `parquet:"document"`
	Path       string   `parquet:"path"`
	Paths      []string `parquet:"paths,list"`
	FoundAt    []string `parquet:"found_at,list"` // for each of Paths
	TextSHA256 string   `parquet:"text_sha256"`
	MediaType  string   `parquet:"media_type,dict"`
	Encoding   string   `parquet:"encoding,dict"`
	Reader     string   `parquet:"reader,dict"`
	Bytes      int64    `parquet:"bytes"`
	Title      string   `parquet:"title,optional"`
	Region     string   `parquet:"region,optional"`
	Issuer     string   `parquet:"issuer,optional"`
	DocNumber  string   `parquet:"doc_number,optional"`
	IssuedOn   string   `parquet:"issued_on,optional"`
	Period     string   `parquet:"period,optional"`
	Status     string   `parquet:"status,optional,dict"`
	IngestedAt string   `parquet:"ingested_at,dict"`
	Ruleset    string   `parquet:"ruleset,dict"`
	Pages      []int64  `parquet:"pages,list"`
}

type textRow struct {
	Document string `parquet:"document"`
	Text     string `parquet:"text"`
}

type blockRow struct {
	Document  string `parquet:"document,dict"`
	Block     int32  `parquet:"block"`
	ByteStart int64  `parquet:"byte_start"`
	ByteEnd   int64  `parquet:"byte_end"`
	Kind      string `parquet:"kind,dict"`
	Level     int32  `parquet:"level"`
	Parent    int32  `parquet:"parent,optional"`
	Section   string `parquet:"section,optional"`
}

// placeRow is where a row's quote stands.
type placeRow struct {
	CharStart int64  `parquet:"char_start"`
	CharEnd   int64  `parquet:"char_end"`
	ByteStart int64  `parquet:"byte_start"`
	ByteEnd   int64  `parquet:"byte_end"`
	Quote     string `parquet:"quote"`
}

type recordRow struct {
	Document       string `parquet:"document,dict"`
	Record         int32  `parquet:"record"`
	Type           string `parquet:"type,dict"`
	RecordKey      string `parquet:"record_key"`
	Section        string `parquet:"section,dict"`
	SectionBlock   int32  `parquet:"section_block,optional"`
	Statement      string `parquet:"statement"`
	StatementStart int64  `parquet:"statement_start"`
	StatementEnd   int64  `parquet:"statement_end"`
	placeRow
	Line       int64   `parquet:"line"`
	Rule       string  `parquet:"rule,dict"`
	Confidence float64 `parquet:"confidence"`

	// of a figure
	Indicator    *string  `parquet:"indicator,optional,dict"`
	IndicatorID  string   `parquet:"indicator_id,optional,dict"`
	Value        *float64 `parquet:"value,optional"`
	ValueMax     *float64 `parquet:"value_max,optional"`
	Comparator   string   `parquet:"comparator,optional,dict"`
	Unit         *string  `parquet:"unit,optional,dict"`
	ValueBase    *float64 `parquet:"value_base,optional"`
	ValueBaseMax *float64 `parquet:"value_base_max,optional"`
	UnitBase     *string  `parquet:"unit_base,optional,dict"`
	Measure      string   `parquet:"measure,optional,dict"`
	Per          string   `parquet:"per,optional,dict"`
	Kind         string   `parquet:"kind,optional,dict"`
	Scope        string   `parquet:"scope,optional,dict"`
	Time         string   `parquet:"time,optional,dict"`
	TimeFirst    int32    `parquet:"time_first,optional"`
	TimeLast     int32    `parquet:"time_last,optional"`
	Nature       string   `parquet:"nature,optional,dict"`

	// of a date
	EDTF     string `parquet:"edtf,optional,dict"`
	FirstDay string `parquet:"first_day,optional,dict"`
	LastDay  string `parquet:"last_day,optional,dict"`

	// of a department and of a project, which share the name
	Name          *string `parquet:"name,optional"`
	CanonicalName *string `parquet:"canonical_name,optional,dict"`
	Role          string  `parquet:"role,optional,dict"`
	Task          string  `parquet:"task,optional"`
	Category      *string `parquet:"category,optional,dict"`
	Status        string  `parquet:"status,optional,dict"`
}

type evidenceRow struct {
	Document string `parquet:"document,dict"`
	Record   int32  `parquet:"record"`
	Role     string `parquet:"role,dict"`
	placeRow
	Line int64 `parquet:"line"`
	Page int32 `parquet:"page,optional"`
}

type linkRow struct {
	Document string `parquet:"document,dict"`
	Record   int32  `parquet:"record"`
	Linked   int32  `parquet:"linked"`
	Role     string `parquet:"role,dict"`
}

type numeralRow struct {
	Document string `parquet:"document,dict"`
	placeRow
	Disposition string `parquet:"disposition,dict"`
	Record      int32  `parquet:"record,optional"`
	Reason      string `parquet:"reason,optional,dict"`
}

type failureRow struct {
	Path    string `parquet:"path"`
	SHA256  string `parquet:"sha256,optional"`
	Stage   string `parquet:"stage,dict"`
	Message string `parquet:"message"`
	At      string `parquet:"at,dict"`
}

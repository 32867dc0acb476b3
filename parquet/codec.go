package parquet

import (
	"github.com/klauspost/compress/zstd"
	pq "github.com/parquet-go/parquet-go/compress/zstd"
)

// codec is the library's for zstd but for the memory that it takes to compress: that
// one keeps 16 MB for each page that is compressed at the same time.
type codec struct{ pq.Codec }

var compressor = &codec{}

// window is more than most pages have, which are of 256 KB.
const window = 1 << 20

var encoder, _ = zstd.NewWriter(nil, zstd.WithWindowSize(window), zstd.WithLowerEncoderMem(true), zstd.WithEncoderCRC(false),
	zstd.WithZeroFrames(true)) // of an empty page, too

// Encode compresses a page.
func (c *codec) Encode(to, from []byte) ([]byte, error) { return encoder.EncodeAll(from, to[:0]), nil }

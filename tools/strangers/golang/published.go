package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// path is where C2SP tlog-tiles keeps a tile; tlog's own paths name the height, too.
func path(root, kind string, n int64, width int) string {
	last := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		last = fmt.Sprintf("x%03d/%s", n%1000, last)
	}
	if width != 1<<height {
		last += fmt.Sprintf(".p/%d", width)
	}
	return filepath.Join(root, "tile", kind, filepath.FromSlash(last))
}

// head is a checkpoint whose signature verified.
type head struct {
	origin string
	tlog.Tree
}

// openHead opens a checkpoint with the key that the caller trusts.
func openHead(text []byte, vkey string) (head, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return head{}, fmt.Errorf("the verifier key: %v", err)
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return head{}, found("checkpoint", -1, "%v", err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		return head{}, found("checkpoint", -1, "expected origin, size and root, found %d lines", len(lines)-1)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return head{}, found("checkpoint", -1, "its size is not a number")
	}
	root, err := parseHash(lines[2])
	if err != nil {
		return head{}, found("checkpoint", -1, "its root: %v", err)
	}
	return head{lines[0], tlog.Tree{N: size, Hash: root}}, nil
}

func parseHash(text string) (hash tlog.Hash, err error) {
	data, err := base64.StdEncoding.Strict().DecodeString(text)
	if err != nil || len(data) != tlog.HashSize || base64.StdEncoding.EncodeToString(data) != text {
		return hash, fmt.Errorf("not 32 bytes in base64")
	}
	copy(hash[:], data)
	return hash, nil
}

// readEntries reads all bundles of a tree of this size.
func readEntries(root string, size int64) ([][]byte, error) {
	entries := make([][]byte, 0, size)
	for first := int64(0); first < size; first += 1 << height {
		width := 1 << height
		if size-first < int64(width) {
			width = int(size - first)
		}
		data, err := os.ReadFile(path(root, "entries", first>>height, width))
		if err != nil {
			return nil, found("bundle", first, "it cannot be read")
		}
		for i := 0; i < width; i++ {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				return nil, found("bundle", first+int64(i), "it is cut off")
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			entries = append(entries, data[2:end])
			data = data[end:]
		}
		if len(data) > 0 {
			return nil, found("bundle", first+int64(width), "%d bytes follow its last entry", len(data))
		}
	}
	return entries, nil
}

// tileFiles gives tlog the published tiles, as they are.
type tileFiles struct {
	root  string
	tiles map[tlog.Tile][]byte
}

func (t *tileFiles) Height() int                         { return height }
func (t *tileFiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t *tileFiles) read(tile tlog.Tile) ([]byte, error) {
	if data, ok := t.tiles[tile]; ok {
		return data, nil
	}
	data, err := os.ReadFile(path(t.root, strconv.Itoa(tile.L), tile.N, tile.W))
	if err == nil && len(data) != tile.W*tlog.HashSize {
		err = fmt.Errorf("%d bytes", len(data))
	}
	if err == nil {
		t.tiles[tile] = data
	}
	return data, err
}

func (t *tileFiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	all := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data, err := t.read(tile)
		if err != nil {
			return nil, err
		}
		all[i] = data
	}
	return all, nil
}

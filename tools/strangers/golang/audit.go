package main

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"sort"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// counts says what was checked.
type counts struct {
	Entries      int64 `json:"entries"`
	Notes        int   `json:"notes"`
	Signatures   int   `json:"signatures"`
	Cosignatures int   `json:"cosignatures"`
	Events       int   `json:"events"`
	Keys         int   `json:"keys"`
	Seen         int   `json:"seenHeads"`
	Inclusions   int   `json:"inclusionProofs"`
	Consistency  int   `json:"consistencyProofs"`
	FullTiles    []int `json:"fullTiles"`
	PartialTiles []int `json:"partialTiles"`
	Seed         int64 `json:"seed"`
}

// log is a published log: its tiles as they are, and its hashes as recomputed from the entries.
type log struct {
	head     head
	tiles    *tileFiles
	computed []tlog.Hash
	counts   *counts
}

func (l *log) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(l.computed)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		hashes[i] = l.computed[index]
	}
	return hashes, nil
}

func audit(root, vkey string, seed int64) (*counts, error) {
	text, err := os.ReadFile(filepath.Join(root, "checkpoint"))
	if err != nil {
		return nil, found("checkpoint", -1, "there is none")
	}
	head, err := openHead(text, vkey)
	if err != nil {
		return nil, err
	}
	entries, err := readEntries(root, head.N)
	if err != nil {
		return nil, err
	}
	l := &log{head: head, tiles: &tileFiles{root, map[tlog.Tile][]byte{}}, counts: &counts{Entries: head.N, Seed: seed}}
	r := &reader{origin: head.origin, keys: map[string]note.Verifier{}, authors: map[string]author{}, counts: l.counts}
	for i, entry := range entries {
		if err := l.add(int64(i), entry); err != nil {
			return nil, err
		}
		if err := r.read(int64(i), entry); err != nil {
			return nil, err
		}
	}
	l.counts.Keys = len(r.keys)
	for _, step := range []func() error{l.compareTiles, func() error { return l.compareRoots(r.seen) }, l.inclusions, l.consistency} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return l.counts, nil
}

// add computes the hashes that an entry completes, and compares its leaf hash with the tile of level 0.
func (l *log) add(position int64, entry []byte) error {
	hashes, err := tlog.StoredHashes(position, entry, l)
	if err != nil {
		return err
	}
	l.computed = append(l.computed, hashes...)
	data, err := l.tiles.read(l.tile(0, position>>height))
	if err != nil {
		return found("tile", position, "level 0: %v", err)
	}
	if at := position & (1<<height - 1) * tlog.HashSize; !bytes.Equal(data[at:at+tlog.HashSize], hashes[0][:]) {
		return found("leaf", position, "the entry has another leaf hash than the tile")
	}
	return nil
}

// tile is the widest tile of this level and number in a tree of the log's size.
func (l *log) tile(level int, n int64) tlog.Tile {
	width := l.head.N>>(uint(level)*height) - n<<height
	if width > 1<<height {
		width = 1 << height
	}
	return tlog.Tile{H: height, L: level, N: n, W: int(width)}
}

// compareTiles compares all tiles with those that tlog makes from the recomputed hashes: its TileHashReader authenticates only the
// hashes that it is asked for, and would pass over some tampered tiles.
func (l *log) compareTiles() error {
	for level := 0; l.head.N>>(uint(level)*height) > 0; level++ {
		full, partial := 0, 0
		for n := int64(0); n<<height < l.head.N>>(uint(level)*height); n++ {
			tile := l.tile(level, n)
			first := n << (uint(level+1) * height)
			stored, err := l.tiles.read(tile)
			if err != nil {
				return found("tile", first, "level %d: %v", level, err)
			}
			computed, err := tlog.ReadTileData(tile, l)
			if err != nil {
				return err
			}
			for i := 0; i < len(computed); i += tlog.HashSize {
				if !bytes.Equal(stored[i:i+tlog.HashSize], computed[i:i+tlog.HashSize]) {
					return found("tile", first+int64(i/tlog.HashSize)<<(uint(level)*height), "level %d: another hash", level)
				}
			}
			if tile.W == 1<<height {
				full++
			} else {
				partial++
			}
		}
		l.counts.FullTiles = append(l.counts.FullTiles, full)
		l.counts.PartialTiles = append(l.counts.PartialTiles, partial)
	}
	return nil
}

// compareRoots compares the root of the checkpoint, and of each head that an author saw, with the recomputed one.
func (l *log) compareRoots(seen []seen) error {
	for _, head := range seen {
		if head.N == 0 {
			continue
		}
		if root, err := tlog.TreeHash(head.N, l); err != nil || root != head.Hash {
			return found("seen", head.position, "its author saw another root at size %d", head.N)
		}
		l.counts.Seen++
	}
	if root, err := tlog.TreeHash(l.head.N, l); err != nil || root != l.head.Hash {
		return found("root", -1, "the entries have another root than the checkpoint")
	}
	return nil
}

// inclusions proves and checks every entry, from the tiles alone.
func (l *log) inclusions() error {
	reader := tlog.TileHashReader(l.head.Tree, l.tiles)
	for n := int64(0); n < l.head.N; n++ {
		leaf := l.computed[tlog.StoredHashIndex(0, n)]
		proof, err := tlog.ProveRecord(l.head.N, n, reader)
		if err == nil {
			err = tlog.CheckRecord(proof, l.head.N, l.head.Hash, n, leaf)
		}
		if err != nil {
			return found("inclusion", n, "%v", err)
		}
		// The same proof for another leaf must not hold.
		leaf[n%tlog.HashSize] ^= 1
		if tlog.CheckRecord(proof, l.head.N, l.head.Hash, n, leaf) == nil {
			return found("inclusion", n, "a false leaf was proven")
		}
		l.counts.Inclusions++
	}
	return nil
}

// consistency proves and checks that older trees are beginnings of the log, from the tiles alone.
func (l *log) consistency() error {
	reader := tlog.TileHashReader(l.head.Tree, l.tiles)
	for _, n := range sizes(l.head.N, l.counts.Seed) {
		old, err := tlog.TreeHash(n, l)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveTree(l.head.N, n, reader)
		if err == nil {
			err = tlog.CheckTree(proof, l.head.N, l.head.Hash, n, old)
		}
		if err != nil {
			return found("consistency", n, "%v", err)
		}
		old[n%tlog.HashSize] ^= 1
		if tlog.CheckTree(proof, l.head.N, l.head.Hash, n, old) == nil {
			return found("consistency", n, "a false root was proven")
		}
		l.counts.Consistency++
	}
	return nil
}

// sizes are those around powers of two and tile borders, and fifty by chance.
func sizes(size, seed int64) []int64 {
	chosen := map[int64]bool{size: true}
	for power := int64(1); power <= size; power *= 2 {
		for n := power - 1; n <= power+1; n++ {
			chosen[n] = true
		}
	}
	for n := int64(1 << height); n <= size && n < 1<<16; n += 1 << height {
		chosen[n] = true
	}
	chance := rand.New(rand.NewSource(seed))
	for i := 0; i < 50 && size > 0; i++ {
		chosen[1+chance.Int63n(size)] = true
	}
	var list []int64
	for n := range chosen {
		if n >= 1 && n <= size {
			list = append(list, n)
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
	return list
}

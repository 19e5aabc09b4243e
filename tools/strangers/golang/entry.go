package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// header is line 2 of an author note (SPEC 3).
type header struct {
	Ledger   string `json:"ledger"`
	Author   string `json:"author"`
	Sequence int64  `json:"sequence"`
	Previous string `json:"previous"`
	Seen     *struct {
		Size int64  `json:"size"`
		Root string `json:"root"`
	} `json:"seen"`
	SignedAt string `json:"signedAt"`
}

// author is the end of an author's chain of notes.
type author struct {
	sequence int64
	digest   string
}

// reader reads entries in their order, and knows the keys that they grant.
type reader struct {
	origin   string
	keys     map[string]note.Verifier
	authors  map[string]author
	leaf     tlog.Hash
	recorded time.Time
	seen     []seen
	counts   *counts
}

// seen is a head that an author saw, and where the author says so.
type seen struct {
	position int64
	tlog.Tree
}

// read checks one entry and opens its note.
func (r *reader) read(position int64, entry []byte) error {
	lines := strings.SplitN(string(entry), "\n", 6)
	if len(lines) != 6 || lines[0] != "amanah/entry/v1" || lines[4] != "" {
		return found("entry", position, "it does not begin as SPEC 4 says")
	}
	if lines[1] != strconv.FormatInt(position, 10) {
		return found("entry", position, "its position is another one")
	}
	recorded, err := time.Parse("2006-01-02T15:04:05.000Z", lines[2])
	if err != nil || recorded.Before(r.recorded) {
		return found("entry", position, "recordedAt is no time, or goes back")
	}
	if lines[3] != base64.StdEncoding.EncodeToString(r.leaf[:]) {
		return found("entry", position, "it names another previous leaf hash")
	}
	r.recorded = recorded
	r.leaf = tlog.RecordHash(entry)
	return r.open(position, []byte(lines[5]))
}

// open opens a note. Every signature line must be by a key that the ledger knows.
func (r *reader) open(position int64, message []byte) error {
	end := bytes.LastIndex(message, []byte("\n\n"))
	if end < 0 {
		return found("note", position, "it has no signatures")
	}
	text := strings.Split(string(message[:end]), "\n")
	if len(text) < 3 || text[0] != "amanah/note/v1" {
		return found("note", position, "it does not begin as SPEC 3 says")
	}
	if position == 0 {
		// The first note is signed with the keys that its own event lists.
		if err := r.learn(position, text[2]); err != nil {
			return err
		}
	}
	opened, err := note.Open(message, r)
	if err != nil {
		return found("signature", position, "%v", err)
	}
	lines := bytes.Count(message[end+2:], []byte("\n"))
	if len(opened.Sigs) != lines || len(opened.UnverifiedSigs) != 0 {
		return found("signature", position, "%d of %d signature lines verify", len(opened.Sigs), lines)
	}
	r.counts.Notes++
	r.counts.Signatures += lines
	r.counts.Cosignatures += lines - 1
	if err := r.chain(position, text[1], opened); err != nil {
		return err
	}
	for _, event := range text[2:] {
		if position > 0 {
			if err := r.learn(position, event); err != nil {
				return err
			}
		}
		r.counts.Events++
	}
	return nil
}

// chain checks that the note continues its author's chain.
func (r *reader) chain(position int64, line string, opened *note.Note) error {
	var h header
	decoder := json.NewDecoder(strings.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&h); err != nil {
		return found("note", position, "its header: %v", err)
	}
	if h.Ledger != r.origin || h.Author != opened.Sigs[0].Name {
		return found("note", position, "it is of another ledger, or first signed by another author")
	}
	last, ok := r.authors[h.Author]
	if !ok {
		last.digest = base64.StdEncoding.EncodeToString(make([]byte, sha256.Size))
	}
	if h.Sequence != last.sequence+1 || h.Previous != last.digest {
		return found("note", position, "it does not continue its author's chain")
	}
	digest := sha256.Sum256([]byte(opened.Text))
	r.authors[h.Author] = author{h.Sequence, base64.StdEncoding.EncodeToString(digest[:])}
	if h.Seen != nil {
		root, err := parseHash(h.Seen.Root)
		if err != nil || h.Seen.Size > position {
			return found("note", position, "what its author saw cannot be")
		}
		r.seen = append(r.seen, seen{position, tlog.Tree{N: h.Seen.Size, Hash: root}})
	}
	return nil
}

// learn takes the keys of governors and grants.
func (r *reader) learn(position int64, line string) error {
	var event struct {
		Type string
		Data struct {
			Key       string
			Governors []struct{ Key string }
		}
	}
	if err := json.Unmarshal([]byte(line), &event); err != nil {
		return found("event", position, "it is not JSON")
	}
	var keys []string
	switch event.Type {
	case "ledger.opened":
		for _, governor := range event.Data.Governors {
			keys = append(keys, governor.Key)
		}
	case "key.granted":
		keys = append(keys, event.Data.Key)
	}
	for _, key := range keys {
		verifier, err := note.NewVerifier(key)
		if err != nil {
			return found("key", position, "%v", err)
		}
		r.keys[id(verifier.Name(), verifier.KeyHash())] = verifier
	}
	return nil
}

func id(name string, hash uint32) string { return fmt.Sprintf("%s+%08x", name, hash) }

// Verifier is what note.Open asks for.
func (r *reader) Verifier(name string, hash uint32) (note.Verifier, error) {
	if verifier, ok := r.keys[id(name, hash)]; ok {
		return verifier, nil
	}
	return nil, &note.UnknownVerifierError{Name: name, KeyHash: hash}
}

package main

import (
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// receipt checks that a C2SP tlog-proof shows an entry to be in the log.
func receipt(path, entryPath, vkey string) (interface{}, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	entry, err := os.ReadFile(entryPath)
	if err != nil {
		return nil, err
	}
	parts := strings.SplitN(string(data), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return nil, found("receipt", -1, "it is not a tlog-proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil || index < 0 || lines[1] != "index "+strconv.FormatInt(index, 10) {
		return nil, found("receipt", -1, "its index is not a number")
	}
	proof := make(tlog.RecordProof, 0, len(lines)-2)
	for _, line := range lines[2:] {
		hash, err := parseHash(line)
		if err != nil {
			return nil, found("receipt", index, "%v", err)
		}
		proof = append(proof, hash)
	}
	head, err := openHead([]byte(parts[1]), vkey)
	if err != nil {
		return nil, err
	}
	if index >= head.N {
		return nil, found("receipt", index, "its index is beyond the checkpoint")
	}
	if err := tlog.CheckRecord(proof, head.N, head.Hash, index, tlog.RecordHash(entry)); err != nil {
		return nil, found("inclusion", index, "%v", err)
	}
	return map[string]int64{"index": index, "size": head.N}, nil
}

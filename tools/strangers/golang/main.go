// Command strangers-go audits a published ledger with golang.org/x/mod/sumdb/note and golang.org/x/mod/sumdb/tlog, which know nothing
// of Amanah. It ends with 0 and its counts, or with 1 and the first finding, both as one line of JSON.
//
//	strangers-go audit PUBLISHED VKEY [SEED]
//	strangers-go receipt FILE.tlog-proof ENTRY VKEY
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
)

// A finding is what is wrong, and at which position; -1 where no position is meant.
type finding struct {
	Kind     string `json:"finding"`
	Position int64  `json:"position"`
	Detail   string `json:"detail"`
}

func (f *finding) Error() string { return f.Kind + ": " + f.Detail }

func found(kind string, position int64, format string, values ...interface{}) error {
	return &finding{kind, position, fmt.Sprintf(format, values...)}
}

func main() {
	counts, err := run(os.Args[1:])
	var f *finding
	switch {
	case errors.As(err, &f):
		print(f)
		os.Exit(1)
	case err != nil:
		fmt.Fprintln(os.Stderr, "strangers-go:", err)
		os.Exit(2)
	}
	print(counts)
}

func print(value interface{}) {
	line, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
}

func run(arguments []string) (interface{}, error) {
	switch {
	case len(arguments) >= 3 && arguments[0] == "audit":
		seed := int64(1)
		if len(arguments) > 3 {
			var err error
			if seed, err = strconv.ParseInt(arguments[3], 10, 64); err != nil {
				return nil, err
			}
		}
		return audit(arguments[1], arguments[2], seed)
	case len(arguments) == 4 && arguments[0] == "receipt":
		return receipt(arguments[1], arguments[2], arguments[3])
	}
	return nil, errors.New("usage: audit PUBLISHED VKEY [SEED] | receipt FILE.tlog-proof ENTRY VKEY")
}

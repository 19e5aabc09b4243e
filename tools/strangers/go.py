"""Builds the program in golang/ with Debian's packages, in GOPATH mode and without network, and runs it."""
import json
import os
import subprocess
from pathlib import Path

from refused import Refused

SOURCES = Path(__file__).resolve().parent / "golang"
PROGRAM = None


def build(folder):
    global PROGRAM
    PROGRAM = Path(folder) / "strangers-go"
    environment = dict(os.environ, GO111MODULE="off", GOPATH="/usr/share/gocode", GOFLAGS="", GOCACHE=str(Path(folder) / "go-cache"))
    files = sorted(str(path) for path in SOURCES.glob("*.go"))
    unformatted = subprocess.run(["gofmt", "-l", *files], capture_output=True, text=True, check=True).stdout
    if unformatted:
        raise SystemExit(f"gofmt -w {unformatted}")
    subprocess.run(["go", "vet", *files], env=environment, check=True)
    subprocess.run(["go", "build", "-o", str(PROGRAM), *files], env=environment, check=True)


def audit(published, key, seed):
    return _run("audit", published, key, seed)


def receipt(proof, entry, key):
    return _run("receipt", proof, entry, key)


def _run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode == 1:
        finding = json.loads(done.stdout)
        position = finding["position"]
        raise Refused(finding["finding"], None if position < 0 else position, finding["detail"])
    if done.returncode != 0:
        raise SystemExit(f"strangers-go {arguments[0]}: {done.stderr}")
    return json.loads(done.stdout)

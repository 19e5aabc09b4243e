"""PostgreSQL with a trigger that chains rows by SHA-256, as audit triggers do: the usual answer of a database administrator."""
import os
import subprocess
import tempfile

SCHEMA = """
CREATE TABLE events(
  position bigint PRIMARY KEY, author text NOT NULL, line bytea NOT NULL, previous bytea NOT NULL, hash bytea NOT NULL);
CREATE FUNCTION chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(1);
  SELECT position, hash INTO last FROM events ORDER BY position DESC LIMIT 1;
  NEW.position := coalesce(last.position + 1, 0);
  NEW.previous := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  NEW.hash := sha256(NEW.previous || convert_to(NEW.author, 'UTF8') || NEW.line);
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION chain();
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append only'; END $$;
CREATE TRIGGER refuse BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse();
"""

CHECK = """
SELECT count(*), count(*) FILTER (WHERE hash = sha256(previous || convert_to(author, 'UTF8') || line)
  AND previous = coalesce(before, decode(repeat('00', 32), 'hex')))
FROM (SELECT *, lag(hash) OVER (ORDER BY position) AS before FROM events) rows
"""


def programs():
    """The folder with initdb and postgres, or None."""
    base = "/usr/lib/postgresql"
    versions = sorted(os.listdir(base), key=lambda name: int(name) if name.isdigit() else 0) if os.path.isdir(base) else []
    folders = [os.path.join(base, version, "bin") for version in versions]
    return next((folder for folder in reversed(folders) if os.path.exists(os.path.join(folder, "initdb"))), None)


class Cluster:
    """A server of its own, on the disk that is measured, reached by a socket; `fsync` and `synchronous_commit` as they come: on."""

    def __init__(self, folder):
        self.bin = programs()
        self.data = os.path.join(folder, "postgres")
        self.socket = tempfile.mkdtemp(prefix="pg-")
        os.makedirs(self.data)
        if os.geteuid() == 0:
            for path in (self.data, self.socket):
                subprocess.run(["chown", "postgres", path], check=True)
        self._run("initdb", "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C", "-D", self.data)
        options = f"-c listen_addresses='' -c unix_socket_directories={self.socket} -c shared_buffers=512MB -c max_wal_size=4GB"
        self._run("pg_ctl", "-D", self.data, "-w", "-l", os.path.join(self.data, "log"), "-o", options, "start")

    def _run(self, program, *arguments):
        command = [os.path.join(self.bin, program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd="/", text=True)
        if done.returncode:
            raise SystemExit(f"peers: {program}: {done.stdout}")

    def stop(self):
        self._run("pg_ctl", "-D", self.data, "-m", "fast", "stop")


class ChainTrigger:
    """Rows chained by a trigger. One writer at a time; whoever owns the database can drop the trigger and chain anew."""

    name = "PostgreSQL with a chain trigger"
    checks = "rows are hashed into a chain; nothing is signed"
    beside = "list"

    def __init__(self, folder):
        import psycopg

        self.cluster = Cluster(folder)
        self.connection = psycopg.connect(f"host={self.cluster.socket} user=postgres dbname=postgres", autocommit=True)
        self.connection.execute(SCHEMA)

    def append(self, batch):
        with self.connection.transaction(), self.connection.cursor() as cursor:
            cursor.executemany("INSERT INTO events(author, line) VALUES (%s, %s)", batch)

    def check(self, count):
        return self.connection.execute(CHECK).fetchone() == (count, count)

    prove = None

    def close(self):
        self.connection.close()
        self.cluster.stop()

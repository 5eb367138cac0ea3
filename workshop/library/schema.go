package library

// version is the schema this build writes.
const version = 2

// applicationID marks the file as ours in SQLite's header ("Nema").
const applicationID = 0x4e656d61

// templates are the tables of version 2: templates in every version that was
// saved here or that a workshop began with, and those being edited. A row of
// template is never given another doc.
const templates = `
CREATE TABLE template(
	id TEXT NOT NULL, version INTEGER NOT NULL, own INTEGER NOT NULL, hidden INTEGER NOT NULL, doc TEXT NOT NULL,
	PRIMARY KEY(id, version)) STRICT, WITHOUT ROWID;
CREATE TABLE draft(id TEXT PRIMARY KEY, doc TEXT NOT NULL) STRICT, WITHOUT ROWID;
`

// schema is a new library. Ids, kinds and fields are those of the public
// format, so that a library can be read without this program.
//
// change is the log, record what screens read of it (one range scan opens a
// workshop), item the few columns that lists across workshops need, summary
// one line per workshop for Home, search the full text. All but change, peer,
// blob, template and draft can be made again from change.
const schema = `
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE change(
	device TEXT NOT NULL, seq INTEGER NOT NULL, workshop TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL,
	field TEXT NOT NULL, value TEXT, parents TEXT, stamp TEXT NOT NULL, author TEXT NOT NULL, verb TEXT NOT NULL,
	PRIMARY KEY(device, seq)) STRICT, WITHOUT ROWID;
CREATE INDEX change_record ON change(workshop, record);
CREATE TABLE record(
	workshop TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, alive INTEGER NOT NULL, place INTEGER NOT NULL,
	doc TEXT, heads TEXT NOT NULL,
	PRIMARY KEY(workshop, id)) STRICT, WITHOUT ROWID;
CREATE TABLE peer(peer TEXT NOT NULL, device TEXT NOT NULL, have_seq INTEGER NOT NULL,
	PRIMARY KEY(peer, device)) STRICT, WITHOUT ROWID;
` + templates + `
CREATE TABLE blob(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE item(
	workshop TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, open INTEGER NOT NULL, date TEXT NOT NULL,
	state TEXT NOT NULL, number INTEGER NOT NULL, owner TEXT NOT NULL, title TEXT NOT NULL,
	PRIMARY KEY(workshop, kind, id)) STRICT, WITHOUT ROWID;
CREATE INDEX item_open ON item(kind, date, workshop) WHERE open = 1;
CREATE TABLE summary(
	workshop TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, template TEXT NOT NULL, template_version INTEGER NOT NULL, client TEXT NOT NULL,
	site TEXT NOT NULL, programme TEXT NOT NULL, status TEXT NOT NULL, start TEXT NOT NULL, days INTEGER NOT NULL,
	steps INTEGER NOT NULL, steps_done INTEGER NOT NULL, step TEXT NOT NULL,
	actions INTEGER NOT NULL, actions_open INTEGER NOT NULL, stakeholders INTEGER NOT NULL,
	review TEXT NOT NULL, changed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE visit(workshop TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(title, body, workshop UNINDEXED, record UNINDEXED, kind UNINDEXED,
	tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search(search, rank) VALUES('secure-delete', 1);
`

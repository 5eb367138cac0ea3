// Package library is the one file on the disk in which a user's workshops live.
//
// It promises four things.
//
//   - Saved means saved. [Library.Status] says "saved" only after the change,
//     the record it made and its place in the index have been committed in one
//     transaction to a file, in a folder, that were both synced. Whoever edits
//     never waits for that: changes are queued in memory and written by one
//     goroutine within a second.
//   - Nothing is overwritten. A file that is damaged, foreign or of a newer
//     version stays as it is; [Open] says so in one sentence, as an [*Error].
//   - One writer. A second instance is told who has the library and opens it
//     for reading.
//   - Damage is seen. Every page carries a checksum, and [Library.Check]
//     compares what screens read with what the log of changes says.
//
// The window and the command line call it; nothing else knows SQL. The file is
// an ordinary SQLite database with page checksums (SQLite's checksum VFS),
// readable by any tool that knows SQLite.
package library

//go:build faults

package library

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
)

// cutDisk is a disk in memory that remembers in which order everything happened
// to it, so that the power can be cut afterwards at any moment. It promises no
// more than POSIX does: a file holds for certain what was written before its
// last sync, and a folder the names it had at its own last sync. All else may
// be there or not, each sector and each name for itself.
type cutDisk struct {
	mu    sync.Mutex
	base  cutImage // what was there before
	nodes map[uint64]*cutNode
	last  uint64 // number of the newest node
	log   []cutOp

	deafFiles, deafFolders bool // forget to sync, for the controls

	trouble *trouble
	count   int             // of what could have failed
	shared  map[uint64]bool // files that are memory of several connections, and never fail
}

// trouble is a disk that refuses something, once or for good.
type trouble struct {
	at      int // what it refuses first
	err     syscall.Errno
	forGood bool
	refused int
}

// refuses says whether something that changes the disk fails. A full disk still
// syncs what it has.
func (d *cutDisk) refuses(ino uint64, sync bool) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shared[ino] {
		return nil
	}
	d.count++
	t := d.trouble
	if t == nil || d.count < t.at || t.refused > 0 && !t.forGood || sync && t.err == syscall.ENOSPC {
		return nil
	}
	t.refused++
	return t.err
}

// cutNode is a file or a folder.
type cutNode struct {
	data  []byte
	names map[string]uint64 // of a folder; nil for a file
}

func (n *cutNode) clone() *cutNode {
	return &cutNode{data: slices.Clone(n.data), names: maps.Clone(n.names)}
}

// cutImage is what a disk holds, by the numbers of its nodes; root is the first.
type cutImage map[uint64]*cutNode

const cutRoot = 1

func (m cutImage) clone() cutImage {
	out := cutImage{}
	for ino, n := range m {
		out[ino] = n.clone()
	}
	return out
}

// cutOp is one thing that happened. Exactly one part of it is set.
type cutOp struct {
	node   uint64
	write  []byte            // at offset
	offset int64             // of write
	size   *int64            // cut off, or made longer with zeros
	add    map[string]uint64 // names of a folder
	drop   []string          // names of a folder, before add
	sync   bool
	made   bool // node came into being
	folder bool // it is a folder
	said   *claim
}

func newCutDisk(base cutImage) *cutDisk {
	d := &cutDisk{base: base.clone(), nodes: base.clone(), shared: map[uint64]bool{}}
	for ino := range base {
		d.last = max(d.last, ino)
	}
	return d
}

// do lets something happen, which is remembered when it succeeds.
func (d *cutDisk) do(f func() (cutOp, error)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	op, err := f()
	if err == nil {
		d.log = append(d.log, op)
	}
	return err
}

func (d *cutDisk) node(ino uint64) (*cutNode, error) {
	if n := d.nodes[ino]; n != nil {
		return n, nil
	}
	return nil, syscall.ENOENT
}

func (d *cutDisk) lookup(folder uint64, name string) (ino uint64, isFolder bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n, err := d.node(folder)
	if err != nil {
		return 0, false, err
	}
	ino, ok := n.names[name]
	if !ok {
		return 0, false, syscall.ENOENT
	}
	return ino, d.nodes[ino].names != nil, nil
}

func (d *cutDisk) read(ino uint64, p []byte, off int64) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := d.nodes[ino]; n != nil && off < int64(len(n.data)) {
		return copy(p, n.data[off:])
	}
	return 0
}

func (d *cutDisk) size(ino uint64) int64 {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n := d.nodes[ino]; n != nil {
		return int64(len(n.data))
	}
	return 0
}

// write of which a disk that refuses it has taken half.
func (d *cutDisk) write(ino uint64, p []byte, off int64) error {
	if err := d.refuses(ino, false); err != nil {
		return errors.Join(err, d.put(ino, p[:len(p)/2], off))
	}
	return d.put(ino, p, off)
}

func (d *cutDisk) put(ino uint64, p []byte, off int64) error {
	return d.do(func() (cutOp, error) {
		op := cutOp{node: ino, write: slices.Clone(p), offset: off}
		n, err := d.node(ino)
		if err == nil {
			n.take(op)
		}
		return op, err
	})
}

func (d *cutDisk) truncate(ino uint64, size int64) error {
	if err := d.refuses(ino, false); err != nil {
		return err
	}
	return d.do(func() (cutOp, error) {
		op := cutOp{node: ino, size: &size}
		n, err := d.node(ino)
		if err == nil {
			n.take(op)
		}
		return op, err
	})
}

func (d *cutDisk) sync(ino uint64) error {
	if err := d.refuses(ino, true); err != nil {
		return err
	}
	d.mu.Lock()
	n := d.nodes[ino]
	deaf := n != nil && (n.names == nil && d.deafFiles || n.names != nil && d.deafFolders)
	d.mu.Unlock()
	if deaf {
		return nil
	}
	return d.do(func() (cutOp, error) { return cutOp{node: ino, sync: true}, nil })
}

// create makes a file or a folder.
func (d *cutDisk) create(folder uint64, name string, isFolder bool) (uint64, error) {
	var made uint64
	if err := d.refuses(0, false); err != nil {
		return 0, err
	}
	err := d.do(func() (cutOp, error) {
		parent, err := d.node(folder)
		if err != nil {
			return cutOp{}, err
		}
		if _, taken := parent.names[name]; taken {
			return cutOp{}, syscall.EEXIST
		}
		d.last++
		made = d.last
		d.nodes[made] = blankNode(isFolder)
		d.shared[made] = strings.HasSuffix(name, "-shm")
		d.log = append(d.log, cutOp{node: made, made: true, folder: isFolder})
		op := cutOp{node: folder, add: map[string]uint64{name: made}}
		parent.take(op)
		return op, nil
	})
	return made, err
}

func (d *cutDisk) link(folder uint64, name string, ino uint64) error {
	return d.do(func() (cutOp, error) {
		parent, err := d.node(folder)
		if err != nil {
			return cutOp{}, err
		}
		if _, taken := parent.names[name]; taken {
			return cutOp{}, syscall.EEXIST
		}
		op := cutOp{node: folder, add: map[string]uint64{name: ino}}
		parent.take(op)
		return op, nil
	})
}

func (d *cutDisk) unlink(folder uint64, name string) error {
	return d.do(func() (cutOp, error) {
		parent, err := d.node(folder)
		if err != nil {
			return cutOp{}, err
		}
		ino, ok := parent.names[name]
		if !ok {
			return cutOp{}, syscall.ENOENT
		}
		if len(d.nodes[ino].names) > 0 {
			return cutOp{}, syscall.ENOTEMPTY
		}
		op := cutOp{node: folder, drop: []string{name}}
		parent.take(op)
		return op, nil
	})
}

// rename moves a name. Within one folder both halves of that are kept or lost
// together; between two folders each is kept by its own.
func (d *cutDisk) rename(from uint64, name string, to uint64, as string) error {
	return d.do(func() (cutOp, error) {
		source, err := d.node(from)
		if err != nil {
			return cutOp{}, err
		}
		target, err := d.node(to)
		if err != nil {
			return cutOp{}, err
		}
		ino, ok := source.names[name]
		if !ok {
			return cutOp{}, syscall.ENOENT
		}
		op := cutOp{node: to, add: map[string]uint64{as: ino}}
		gone := cutOp{node: from, drop: []string{name}}
		if from == to {
			op.drop = gone.drop
		} else {
			source.take(gone)
			d.log = append(d.log, gone)
		}
		target.take(op)
		return op, nil
	})
}

// said remembers at which moment something was claimed.
func (d *cutDisk) said(c claim) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.log = append(d.log, cutOp{said: &c})
}

func blankNode(isFolder bool) *cutNode {
	if isFolder {
		return &cutNode{names: map[string]uint64{}}
	}
	return &cutNode{}
}

// take lets an operation change a node.
func (n *cutNode) take(op cutOp) {
	switch {
	case op.write != nil:
		if end := op.offset + int64(len(op.write)); end > int64(len(n.data)) {
			n.data = append(n.data, make([]byte, end-int64(len(n.data)))...)
		}
		copy(n.data[op.offset:], op.write)
	case op.size != nil:
		if *op.size <= int64(len(n.data)) {
			n.data = n.data[:*op.size:*op.size]
		} else {
			n.data = append(n.data, make([]byte, *op.size-int64(len(n.data)))...)
		}
	default:
		for _, name := range op.drop {
			delete(n.names, name)
		}
		maps.Copy(n.names, op.add)
	}
}

// cutMode is what a disk keeps of that which was not synced.
type cutMode string

const (
	cutSynced cutMode = "synced" // nothing
	cutTorn   cutMode = "torn"   // a random part, sector by sector and name by name
	cutPrefix cutMode = "prefix" // all up to a random moment, the last write torn
)

// replay goes through the log and knows what is certain at each moment.
type replay struct {
	certain cutImage
	loose   map[uint64][]looseOp
	now     claim
}

type looseOp struct {
	cutOp
	at int
}

func newReplay(d *cutDisk) *replay {
	return &replay{certain: d.base.clone(), loose: map[uint64][]looseOp{}}
}

func (r *replay) take(at int, op cutOp) {
	switch {
	case op.said != nil:
		r.now = *op.said
	case op.made:
		r.certain[op.node] = blankNode(op.folder)
	case op.sync:
		for _, l := range r.loose[op.node] {
			r.certain[op.node].take(l.cutOp)
		}
		delete(r.loose, op.node)
	default:
		r.loose[op.node] = append(r.loose[op.node], looseOp{op, at})
	}
}

const sector = 512

// cut is what the disk holds when the power goes off now.
func (r *replay) cut(at int, mode cutMode, rnd *rand.Rand) cutImage {
	out := r.certain.clone()
	if mode == cutSynced {
		return out
	}
	chance := []float64{0.1, 0.5, 0.9}[rnd.IntN(3)]
	until := at - int(rnd.ExpFloat64()*20)
	keep := func(l looseOp) bool { return rnd.Float64() < chance }
	if mode == cutPrefix {
		keep = func(l looseOp) bool { return l.at < until || l.at == until && rnd.IntN(2) == 0 }
	}
	for _, ino := range slices.Sorted(maps.Keys(r.loose)) {
		for _, l := range r.loose[ino] {
			if l.write == nil {
				if keep(l) {
					out[ino].take(l.cutOp)
				}
				continue
			}
			for from := 0; from < len(l.write); {
				to := min(from+sector-int(l.offset+int64(from))%sector, len(l.write))
				if keep(l) {
					out[ino].take(cutOp{write: l.write[from:to], offset: l.offset + int64(from)})
				}
				from = to
			}
		}
	}
	return out
}

// writeTo puts the image into a real folder.
func (m cutImage) writeTo(folder string) error { return m.write(cutRoot, folder) }

func (m cutImage) write(ino uint64, folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	for name, child := range m[ino].names {
		path := filepath.Join(folder, name)
		n := m[child]
		if n == nil {
			return fmt.Errorf("the name %s leads nowhere", name)
		}
		var err error
		if n.names != nil {
			err = m.write(child, path)
		} else {
			err = os.WriteFile(path, n.data, 0o600)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
